package templates

import (
	"fmt"
	"path"
	"strings"
	"unicode/utf8"

	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/templates/docx"
)

// makers make each document from a letter.
var makers = map[secretary.Document]struct {
	needs []string
	make  func(*view) ([]byte, error)
}{
	secretary.AgendaDoc:       {[]string{"Meeting"}, (*view).agendaDoc},
	secretary.FormDoc:         {[]string{"Meeting"}, (*view).formDoc},
	secretary.MinutesDoc:      {[]string{"Meeting", "Minutes"}, (*view).minutesDoc},
	secretary.LastMinutesDoc:  {[]string{"Previous"}, (*view).lastMinutesDoc},
	secretary.SignDoc:         {[]string{"Meeting"}, (*view).signDoc},
	secretary.PlatesDoc:       {[]string{"Meeting"}, (*view).platesDoc},
	secretary.ListDoc:         {[]string{"Meeting"}, (*view).listDoc},
	secretary.LedgerSheet:     {nil, (*view).ledgerSheet},
	secretary.FiguresSheet:    {[]string{"Meeting", "Owed"}, (*view).figuresSheet},
	secretary.MaterialsForm:   {[]string{"Meeting", "Owed"}, (*view).materialsForm},
	secretary.ComplianceSheet: {[]string{"Compliance"}, (*view).complianceSheet},
	secretary.PlanDoc:         {[]string{"Plan"}, (*view).planDoc},
	secretary.PlanFile:        {[]string{"Plan"}, (*view).planFile},
	secretary.RegulationDoc:   {[]string{"Regulations"}, (*view).regulationDoc},
}

// Document makes a document from the letter's data, in the letter's language. The name begins with the archive number, or
// the meeting's id; the same letter gives the same bytes. The error names what the document needs and the letter lacks.
func Document(d secretary.Document, l *secretary.Letter, o Options) (name string, data []byte, err error) {
	m, ok := makers[d]
	if !ok {
		return "", nil, fmt.Errorf("document %q: there is no such document", d)
	}
	v, err := newView(l, o)
	if err == nil {
		err = lacking(v.Letter, m.needs)
	}
	if err != nil {
		return "", nil, fmt.Errorf("document %s: %w", d, err)
	}
	v.formal = true
	if data, err = m.make(v); err != nil {
		return "", nil, fmt.Errorf("document %s: %w", d, err)
	}
	return v.fileName(d), data, nil
}

// fileName is "PSC-20261127 产销协调会 会议议程.docx", cleaned of what file systems refuse.
func (v *view) fileName(d secretary.Document) string {
	var parts []string
	switch {
	case v.Plan != nil:
		return clean(v.PlanTitle()) + path.Ext(string(d))
	case d == secretary.RegulationDoc:
		return clean(v.RegulationTitle(&v.Regulations[0])) + path.Ext(string(d))
	}
	switch {
	case v.Compliance != nil:
		return clean(v.Period()+" "+v.Term("doc", d)) + path.Ext(string(d))
	case v.Meeting != nil && v.number() != "":
		parts = append(parts, v.number(), v.Title())
	case v.Meeting != nil:
		parts = append(parts, string(v.Meeting.ID), v.Title())
	case v.Summary != nil:
		parts = append(parts, string(v.Summary.Week))
	}
	if d == secretary.LastMinutesDoc {
		parts = []string{v.Previous.Minutes.Number, v.T(v.Previous.Meeting.Title)}
	}
	parts = append(parts, v.Term("doc", d))
	name := clean(strings.Join(parts, " "))
	if len(parts) > 2 && utf8.RuneCountInString(name) > longName { // the number tells which meeting it is
		name = clean(parts[0] + " " + parts[2])
	}
	return name + path.Ext(string(d))
}

// longName is where a file's name would be cut in a mail, less its extension.
const longName = 54

// number is the archive number that the minutes or the meeting carry; "" before there is one.
func (v *view) number() string {
	if v.Minutes != nil && v.Minutes.Number != "" {
		return v.Minutes.Number
	}
	return v.Meeting.Number
}

func clean(name string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`/\:*?"<>|`, r) {
			return '-'
		}
		return r
	}, name)
}

// open starts a Word document about the meeting: its line of number and confidentiality, then its title.
func (v *view) open(d secretary.Document) *docx.Document {
	of := strings.Split(v.W("page.of"), "%s")
	title := v.W("doc.title", v.Title(), v.Term("doc", d))
	doc := docx.New(docx.Meta{
		Title: title, Author: v.masthead(), Lang: string(v.Lang), Created: v.Meeting.Start, Footer: [3]string(of),
		Note: strings.TrimSpace(string(v.Meeting.ID) + "  " + v.number()),
	})
	left, right := "", ""
	if n := v.number(); n != "" {
		left = v.W("number") + v.W("colon") + n
	}
	if v.Meeting.Confidential {
		right = v.W("secret")
	}
	if left+right != "" {
		doc.Ends(left, right)
	}
	doc.Title(title)
	return doc
}

// facts are the meeting's when, where and who as a table of labels and values.
func (v *view) facts(more ...[]string) docx.Table {
	m := v.Meeting
	t := docx.Table{Widths: []int{16, 84}, Facts: true, Rows: [][]string{{v.W("when"), v.When()}}}
	rows := append([][]string{
		{v.W("place"), v.T(m.Place)}, {v.W("url"), m.URL}, {v.W("convener"), v.Who(m.Convener)}, {v.W("host"), v.Who(m.Host)}, {v.W("recorder"), v.Who(m.Recorder)},
	}, more...)
	for _, r := range rows {
		if r[1] != "" {
			t.Rows = append(t.Rows, r)
		}
	}
	return t
}
