package templates

import (
	"fmt"
	"path"

	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/templates/docx"
)

// Sitting are those who will be in the room: who has not declined, delegates in the place of those they stand for.
func (v *view) Sitting() []secretary.SeatView {
	var out []secretary.SeatView
	for _, s := range v.Meeting.Seats {
		if s.Delegate == nil && s.PartStat != secretary.Declined && s.PartStat != secretary.Delegated {
			out = append(out, s)
		}
	}
	return out
}

// spareRows are left on the sign-in sheet for whoever comes besides.
const spareRows = 3

// signDoc is the sheet on which who comes signs.
func (v *view) signDoc() ([]byte, error) {
	doc := v.open(secretary.SignDoc)
	doc.Table(v.facts())
	t := docx.Table{Widths: []int{8, 22, 26, 28, 16}, Head: []string{v.W("no"), v.W("participant"), v.W("department"), v.W("signature"), v.W("arrived")}, Tall: true}
	for n, s := range v.Sitting() {
		name := v.Name(s.Party)
		if s.For != nil {
			name = v.W("instead", name, v.Name(*s.For))
		}
		t.Rows = append(t.Rows, []string{fmt.Sprint(n + 1), name, v.dept(s.Party), "", ""})
	}
	for range spareRows {
		t.Rows = append(t.Rows, []string{"", "", "", "", ""})
	}
	doc.Table(t)
	return doc.Bytes()
}

// platesDoc is a name plate for everybody who comes: two to a page, to be cut apart and folded.
func (v *view) platesDoc() ([]byte, error) {
	doc := docx.New(docx.Meta{Title: v.W("doc.title", v.Title(), v.Term("doc", secretary.PlatesDoc)), Author: v.masthead(), Lang: string(v.Lang), Created: v.Meeting.Start, Bare: true})
	var plates []docx.Plate
	for _, s := range v.Sitting() {
		below := v.dept(s.Party)
		if s.Title != "" {
			below = v.join(below, s.Title)
		}
		plates = append(plates, docx.Plate{Name: v.Name(s.Party), Below: below})
	}
	doc.Plates(plates)
	return doc.Bytes()
}

// listDoc lists what was handed in for the meeting, in the order of the agenda, and what is missing.
func (v *view) listDoc() ([]byte, error) {
	doc := v.open(secretary.ListDoc)
	doc.Table(v.facts())
	t := docx.Table{Widths: []int{8, 22, 24, 34, 12}, Head: []string{v.W("no"), v.W("department"), v.W("owed"), v.W("file"), v.W("length")}, Tall: true}
	for _, o := range v.Owed {
		files, pages := v.receivedFiles(o)
		t.Rows = append(t.Rows, []string{fmt.Sprint(len(t.Rows) + 1), v.dept(o.Party) + v.W("by", v.Name(o.Party)), v.Texts(o.Titles), files, pages})
	}
	if len(t.Rows) == 0 {
		doc.Note(v.W("list.none"))
		return doc.Bytes()
	}
	doc.Table(t)
	return doc.Bytes()
}

// receivedFiles are the files of one person, one to a line, and their lengths.
func (v *view) receivedFiles(o secretary.OwedView) (files, pages string) {
	switch {
	case len(o.Received) == 0 && len(o.Said) > 0:
		return v.W("owed.said"), ""
	case len(o.Received) == 0 && !o.Missing():
		return v.W("list.nothing"), ""
	case len(o.Received) == 0:
		return v.W("list.missing"), ""
	}
	for n, r := range o.Received {
		if n > 0 {
			files, pages = files+"\n", pages+"\n"
		}
		files += r.Name
		if r.Pages > 0 {
			pages += v.pages(path.Base(r.Name), r.Pages)
		}
	}
	return files, pages
}
