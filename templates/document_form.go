package templates

import (
	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/templates/docx"
)

// emptyRows is how many empty rows the Word form offers for resolutions and for actions.
const emptyRows = 6

// formDoc is the prefilled minutes form (S0-23), or the returned draft in its form. What comes back is read from its
// tables: no cell of them is merged.
func (v *view) formDoc() ([]byte, error) {
	v.standard = true
	doc := v.open(secretary.FormDoc)
	doc.Note(v.W("form.how"))
	doc.Table(v.formFacts())
	doc.Heading(v.W("attendance"))
	doc.Note(v.States())
	head := []string{v.W("participant"), v.W("department"), v.W("attendance"), v.W("delegate")}
	doc.Table(docx.Table{Widths: []int{22, 26, 22, 30}, Head: head, Rows: v.attendanceRows()})
	doc.Heading(v.W("topics"))
	for _, a := range v.Meeting.Agenda {
		doc.Bullet(v.W("form.item", a.No, v.topic(a)))
	}
	for _, l := range v.openLines() {
		doc.Para(l)
	}
	doc.Heading(v.W("discussion"))
	for _, l := range v.Discussion() {
		doc.Para(l)
	}
	doc.Space(3)
	doc.Heading(v.W("resolutions"))
	doc.Table(docx.Table{Widths: []int{8, 92}, Head: []string{v.W("no"), v.W("resolution")}, Rows: v.resolutionRows(emptyRows), Tall: true})
	doc.Heading(v.W("actions"))
	doc.Table(docx.Table{Widths: []int{8, 40, 14, 16, 22}, Head: v.actionHead(), Rows: v.actionRows(emptyRows), Tall: true})
	return doc.Bytes()
}

// formFacts say which meeting it is, and who leads it (S3-86). No other name stands here: it would be read back as that of a
// participant, which the host is; what the table below says of the host counts.
func (v *view) formFacts() docx.Table {
	return docx.Table{Widths: []int{16, 84}, Facts: true, Rows: [][]string{
		{v.W("when"), v.When()}, {v.W("place"), v.T(v.Meeting.Place)}, {v.W("host"), v.Name(v.Meeting.Host)}, {v.W("id"), string(v.Meeting.ID)},
	}}
}
