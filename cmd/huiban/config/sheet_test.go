package config

import (
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

const staff = "工号,姓名,邮箱,部门,上级,外部,在职,电话\n" +
	"0007,赵敏,zhao@corp.test,PSM,1,否,是,021-1\n" +
	"8,\"Kunde, Anna\",anna@kunde.test,,,是,,\n"

// wanted is what staff says, read from any kind of file.
var wanted = []map[string]string{
	{"id": "0007", "name": "赵敏", "email": "zhao@corp.test", "department": "PSM", "manager": "1", "external": "否", "active": "是"},
	{"id": "8", "name": "Kunde, Anna", "email": "anna@kunde.test", "department": "", "manager": "", "external": "是", "active": ""},
}

func checkSheet(t *testing.T, what string, data []byte, firstLine int) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "people")
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
	s := readSheet(path, "people", peopleColumns)
	if len(s.faults) > 0 || len(s.rows) != len(wanted) {
		t.Fatalf("%s: %d rows, %v", what, len(s.rows), s.faults)
	}
	for i, r := range s.rows {
		if r.line != firstLine+i {
			t.Errorf("%s: row %d is on line %d", what, i, r.line)
		}
		for name, want := range wanted[i] {
			if r.cells[name] != want {
				t.Errorf("%s: %s is %q, want %q", what, name, r.cells[name], want)
			}
		}
	}
}

func encoded(t *testing.T, e encoding.Encoding, s string) []byte {
	t.Helper()
	b, err := e.NewEncoder().Bytes([]byte(s))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// TestKindsOfFile: the same table as Excel in China and elsewhere writes it.
func TestKindsOfFile(t *testing.T) {
	checkSheet(t, "UTF-8", []byte(staff), 2)
	checkSheet(t, "UTF-8 with mark", []byte("\ufeff"+staff), 2)
	checkSheet(t, "GB18030", encoded(t, simplifiedchinese.GB18030, staff), 2)
	checkSheet(t, "UTF-16", encoded(t, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), staff), 2)
	checkSheet(t, "GB18030 with mark", encoded(t, simplifiedchinese.GB18030, "\ufeff"+staff), 2)
	checkSheet(t, "tabs", []byte("工号\t姓名\t邮箱\t部门\t上级\t外部\t在职\n0007\t赵敏\tzhao@corp.test\tPSM\t1\t否\t是\n8\t\"Kunde, Anna\"\tanna@kunde.test\t\t\t是\t\n"), 2)
	checkSheet(t, "notes and empty lines", []byte("# 说明，不是数据\n\n"+staff), 4)
	checkSheet(t, "CRLF", []byte("# a\r\n"+crlf(staff)), 3)
	checkSheet(t, "semicolons", []byte("工号;姓名;邮箱;部门;上级;外部;在职\n0007;赵敏;zhao@corp.test;PSM;1;否;是\n8;Kunde, Anna;anna@kunde.test;;;是;\n"), 2)
	checkSheet(t, "English", []byte("ID,Name,E-mail,Department,Manager,External,Active\n0007,赵敏,zhao@corp.test,PSM,1,否,是\n8,\"Kunde, Anna\",anna@kunde.test,,,是\n"), 2)
	checkSheet(t, "XLSX", book(t), 3)
}

func crlf(s string) string {
	out := ""
	for _, r := range s {
		if r == '\n' {
			out += "\r"
		}
		out += string(r)
	}
	return out
}

// book is the table as a workbook, with an empty row under the header and a number for an id.
func book(t *testing.T) []byte {
	t.Helper()
	f := excelize.NewFile()
	for row, cells := range map[int][]any{
		1: {"姓名", "工号", "邮箱", "部门", "上级", "外部", "在职"},
		3: {"赵敏", "0007", "zhao@corp.test", "PSM", 1, "否", "是"},
		4: {"Kunde, Anna", 8, "anna@kunde.test", nil, nil, "是"},
	} {
		cell, err := excelize.CoordinatesToCellName(1, row)
		if err != nil {
			t.Fatal(err)
		}
		if err := f.SetSheetRow("Sheet1", cell, &cells); err != nil {
			t.Fatal(err)
		}
	}
	b, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestCompany: departments by name, managers by name and address, aliases, languages, people who left.
func TestCompany(t *testing.T) {
	ar := parse(t, "testdata/base.txtar")
	dir := unpack(t, ar)
	people := "工号,姓名,邮箱,别名,部门,上级,语言,外部,在职\n" +
		"1,周国栋,zhou@corp.test,boss@corp.test；z@corp.test,总经理室,,,,\n" +
		"2,陈静,chen@corp.test,,PSM,周国栋,繁體,,\n" +
		"3,张伟,zhang@corp.test,,PRD,boss@corp.test,en,,\n" +
		"4,王敏,,,PSM,1,,,否\n" +
		"5,Anna,anna@kunde.test,,,,English,是,\n"
	if err := os.WriteFile(filepath.Join(dir, "people.csv"), encoded(t, simplifiedchinese.GB18030, people), 0o644); err != nil {
		t.Fatal(err)
	}
	c, faults := Load(dir)
	if len(faults) > 0 {
		t.Fatal(words(faults))
	}
	p := c.Directory.People
	if p["1"].Department != "GM" || p["2"].Manager != "1" || p["3"].Manager != "1" || !p["4"].Inactive || !p["5"].External || p["1"].External {
		t.Errorf("%+v", p)
	}
	if !reflect.DeepEqual(p["1"].Aliases, []string{"boss@corp.test", "z@corp.test"}) || p["2"].Lang != "zh-Hant" || p["3"].Lang != "en" || p["1"].Lang != "" {
		t.Errorf("%+v %+v %+v", p["1"], p["2"], p["3"])
	}
	if got := c.Directory.Resolve("head:psm"); len(got) != 1 || got[0] != "2" {
		t.Error("head:psm is", got)
	}
	if !reflect.DeepEqual(c.Directory.Order, []string{"GM", "PSM", "PRD"}) {
		t.Error(c.Directory.Order)
	}
}
