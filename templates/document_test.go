package templates

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/huiban/huiban/secretary"
)

// sampleOf is the sample with that key.
func sampleOf(t *testing.T, lang secretary.Lang, key string) *secretary.Letter {
	t.Helper()
	for _, l := range Samples(lang) {
		if l.Key == key {
			return &l
		}
	}
	t.Fatalf("no sample %q", key)
	return nil
}

var documentSamples = map[secretary.Document]string{
	secretary.AgendaDoc: "invitation", secretary.FormDoc: "minutes-call", secretary.MinutesDoc: "minutes-publish", secretary.LedgerSheet: "weekly-summary",
	secretary.MaterialsForm: "materials-call-form", secretary.FiguresSheet: "pack-figures",
	secretary.SignDoc: "duty-prepare", secretary.PlatesDoc: "duty-prepare", secretary.ListDoc: "duty-prepare",
	secretary.PlanDoc: "duty-plan", secretary.PlanFile: "duty-plan", secretary.RegulationDoc: "approval-policy",
}

// Whoever presents several items brings a paper once; two people's papers of the same name are two (S0-13).
func TestTheAgendaNamesEverybodysPapers(t *testing.T) {
	report := secretary.T("产能报告", "產能報告", "Capacity report")
	item := func(who ...secretary.Party) secretary.AgendaView {
		return secretary.AgendaView{Presenters: who, Materials: []secretary.Text{report}}
	}
	wang, li := secretary.Party{ID: "wang", Name: "王磊"}, secretary.Party{ID: "li", Name: "李娜"}
	l := &secretary.Letter{Meeting: &secretary.MeetingView{Agenda: []secretary.AgendaView{item(wang), item(wang, li), item(li), item()}}}
	v, err := newView(l, SampleOptions(secretary.Hans))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, r := range v.owedTable().Rows {
		got = append(got, r[0]+":"+r[2])
	}
	if s := strings.Join(got, " "); s != "王磊:产能报告 李娜:产能报告 :产能报告" {
		t.Errorf("it names %s", s)
	}
}

// One letter gives one document, byte for byte, with a name that says whose it is.
func TestDocumentsAreDeterministic(t *testing.T) {
	for _, lang := range secretary.Langs {
		for d, key := range documentSamples {
			l := sampleOf(t, lang, key)
			name, first, err := Document(d, l, SampleOptions(lang))
			if err != nil {
				t.Fatalf("%s %s: %v", lang, d, err)
			}
			_, second, err := Document(d, l, SampleOptions(lang))
			if err != nil || !bytes.Equal(first, second) {
				t.Errorf("%s %s: two runs differ (%v)", lang, d, err)
			}
			if strings.ContainsAny(name, `/\:*?"<>|`) || !strings.HasSuffix(name, filepath.Ext(string(d))) {
				t.Errorf("%s %s: name %q", lang, d, name)
			}
			if dir := os.Getenv("HUIBAN_DOCUMENTS"); dir != "" { // to look at them
				if err := os.WriteFile(filepath.Join(dir, string(lang)+"-"+string(d)), first, 0o644); err != nil {
					t.Error(err)
				}
			}
		}
	}
}

// File names begin with the archive number, or the meeting's id before there is one (S0-67).
func TestDocumentNames(t *testing.T) {
	for d, want := range map[secretary.Document]string{
		secretary.AgendaDoc:   "PSC-20261127 产销协调会 会议议程.docx",
		secretary.FormDoc:     "PSC-20261127 产销协调会 会议纪要表.docx",
		secretary.MinutesDoc:  "20261127-PSC-PSM-01 产销协调会 会议纪要.docx",
		secretary.LedgerSheet: "2026-11-23 行动项台账.xlsx",

		secretary.MaterialsForm: "PSC-20261127 产销协调会 资料表.docx",
		secretary.FiguresSheet:  "PSC-20261127 产销协调会 数据汇总.xlsx",
	} {
		name, _, err := Document(d, sampleOf(t, secretary.Hans, documentSamples[d]), SampleOptions(secretary.Hans))
		if err != nil || name != want {
			t.Errorf("%s: %q, %v; want %q", d, name, err, want)
		}
	}
}

// The ledger lists overdue items first and closed ones last, and takes no value for a formula.
// Clauses: S0-119.
func TestLedger(t *testing.T) {
	l := sampleOf(t, secretary.Hans, "weekly-summary")
	l.Summary.Groups[0].Items[1].Text = `=HYPERLINK("http://evil.example")`
	_, data, err := Document(secretary.LedgerSheet, l, SampleOptions(secretary.Hans))
	if err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	rows, err := f.GetRows("行动项")
	if err != nil || len(rows) != 5 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	if rows[1][6] != "逾期3天" || rows[4][6] != "已办结" {
		t.Errorf("first %v, last %v", rows[1], rows[4])
	}
	for _, at := range []string{"C2", "C3", "C4", "C5"} {
		if formula, err := f.GetCellFormula("行动项", at); formula != "" || err != nil {
			t.Errorf("%s holds the formula %q (%v)", at, formula, err)
		}
	}
}

// What a document needs and the letter lacks is named.
func TestDocumentLacks(t *testing.T) {
	for d := range documentSamples {
		_, _, err := Document(d, &secretary.Letter{Kind: secretary.Help}, SampleOptions(secretary.Hans))
		if err == nil || !strings.Contains(err.Error(), "is missing") {
			t.Errorf("%s: %v", d, err)
		}
	}
	if _, _, err := Document("poem.txt", &secretary.Letter{}, Options{}); err == nil {
		t.Error("there is no poem")
	}
}

// S3-34, S0-05: the form has a heading for each line that its reader owes, and below it what that line must name.
func TestMaterialsForm(t *testing.T) {
	_, data, err := Document(secretary.MaterialsForm, sampleOf(t, secretary.Hans, "materials-call-form"), SampleOptions(secretary.Hans))
	if err != nil {
		t.Fatal(err)
	}
	text := bodyXML(t, data)
	for _, want := range []string{"1. 推广方案", "主题", "预期效果", "2. 市场调研"} {
		if !strings.Contains(text, want) {
			t.Errorf("the form lacks %q: %s", want, text)
		}
	}
}

// S1D-15, S1D-18: the answers in words stand in a table, a row for each person and a column for each line; what begins with =
// is no formula.
func TestFiguresSheet(t *testing.T) {
	l := sampleOf(t, secretary.Hans, "pack-figures")
	l.Owed[1].Said[0].Text = "=1+1"
	_, data, err := Document(secretary.FiguresSheet, l, SampleOptions(secretary.Hans))
	if err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	rows, err := f.GetRows("数据汇总")
	if err != nil || len(rows) != 3 || strings.Join(rows[0], " ") != "姓名 部门 成交套数 来访组数" {
		t.Fatalf("%v, %v", rows, err)
	}
	if formula, _ := f.GetCellFormula("数据汇总", "C3"); formula != "" || rows[2][2] != "=1+1" || rows[1][3] != "12" {
		t.Errorf("%v, formula %q", rows, formula)
	}
}
