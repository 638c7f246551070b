package demo

import (
	"bytes"
	"strings"

	"github.com/huiban/huiban/secretary"
	"github.com/xuri/excelize/v2"
)

// workbook is a small real Excel file; whose it is and of which day stands beside its title.
func workbook(title, whose string) []byte {
	f := excelize.NewFile()
	defer f.Close()
	for cell, v := range map[string]any{"A1": title, "B1": whose, "A2": "项目", "B2": "计划", "C2": "实际", "A3": "装配一线", "B3": 1200, "C3": 1152} {
		f.SetCellValue("Sheet1", cell, v)
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		return nil
	}
	return b.Bytes()
}

// attached are the files that go with an answer to a letter: other ones for each meeting and person.
func (r reaction) attached(l secretary.Letter) []attachment {
	whose := l.To.Name
	if l.Meeting != nil {
		whose += l.Meeting.Start.Format("0102")
	}
	names := r.names
	if r.paper {
		names = papers(l, whose)
	}
	var out []attachment
	for _, name := range names {
		out = append(out, attachment{name, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", workbook(name, whose)})
	}
	return out
}

// papers names the files that a person makes for a meeting: by what each is where several are owed, else by whose it is.
func papers(l secretary.Letter, whose string) []string {
	var names []string
	for _, o := range l.Owed {
		for _, title := range o.Titles {
			what, _, _ := strings.Cut(title.In(secretary.Hans), "：")
			names = append(names, what+" "+whose+".xlsx")
		}
	}
	if len(names) < 2 {
		return []string{whose + ".xlsx"}
	}
	return names
}
