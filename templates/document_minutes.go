package templates

import (
	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/templates/docx"
)

// minutesDoc is the minutes in their formal layout: number and confidentiality, facts, attendance, topics, discussion,
// resolutions, actions, and who confirmed, was silent or dissented.
func (v *view) minutesDoc() ([]byte, error) {
	v.standard = v.Kind == secretary.MinutesReview // what the reviewer amends in it is read
	doc := v.open(secretary.MinutesDoc)
	if c := v.T(v.o.Office.Company); c != "" {
		doc.Subtitle(c)
	}
	m := v.Minutes
	doc.Table(v.facts([]string{v.W("version"), v.W("version.no", m.Version)}, []string{v.W("corrects"), m.Corrects}))
	doc.Heading(v.W("attendance"))
	doc.Table(v.attendanceTable())
	v.recordTopics(doc)
	if said := v.Discussion(); len(said) > 0 {
		doc.Heading(v.W("discussion"))
		for _, l := range said {
			doc.Para(l)
		}
	}
	v.recordResults(doc)
	v.recordConsent(doc)
	if annex := v.Annex(); len(annex) > 0 {
		doc.Heading(v.W("annex.survey"))
		t := docx.Table{Widths: []int{70, 30}}
		for _, l := range annex {
			t.Rows = append(t.Rows, []string{l.Label, l.Text})
		}
		doc.Table(t)
	}
	return doc.Bytes()
}

// lastMinutesDoc is the same of the meeting before.
func (v *view) lastMinutesDoc() ([]byte, error) {
	l := *v.Letter
	l.Kind, l.Meeting, l.Minutes = secretary.MinutesPublish, v.Previous.Meeting, v.Previous.Minutes
	last := *v
	last.Letter = &l
	last.year = last.meetingYear()
	return last.minutesDoc()
}

func (v *view) attendanceTable() docx.Table {
	t := docx.Table{Widths: []int{24, 26, 22, 28}, Head: []string{v.W("participant"), v.W("department"), v.W("attendance"), v.W("delegate")}}
	t.Rows = v.attendanceRows()
	return t
}

func (v *view) recordTopics(doc *docx.Document) {
	if len(v.Minutes.Topics) == 0 {
		return
	}
	doc.Heading(v.W("topics"))
	t := docx.Table{Widths: []int{8, 62, 30}, Head: []string{v.W("no"), v.W("topic"), v.W("presenter")}}
	for _, a := range v.Minutes.Topics {
		t.Rows = append(t.Rows, []string{a.No, v.T(a.Title), v.Presenters(a)})
	}
	doc.Table(t)
	for _, l := range v.LeftOpen() {
		doc.Label(l.Label+v.W("colon"), l.Text)
	}
	if at := v.Ended(); at != "" {
		doc.Label(v.W("open.ended")+v.W("colon"), at)
	}
}

func (v *view) recordResults(doc *docx.Document) {
	m := v.Minutes
	doc.Heading(v.W("resolutions"))
	t := docx.Table{Widths: []int{8, 92}, Head: []string{v.W("no"), v.W("resolution")}}
	for _, r := range m.Resolutions {
		t.Rows = append(t.Rows, []string{r.No, v.Resolved(r)})
	}
	tableOr(doc, t, v.W("noresolution"))
	doc.Heading(v.W("actions"))
	t = docx.Table{Widths: []int{7, 34, 15, 22, 22}, Head: []string{v.W("no"), v.W("action"), v.W("owner"), v.W("due"), v.W("result")}}
	for _, a := range m.Actions {
		t.Rows = append(t.Rows, []string{a.No, a.Text, a.Owner, v.PlainDay(a.Due), a.Result})
	}
	tableOr(doc, t, v.W("empty"))
	if len(m.Report) > 0 {
		doc.Heading(v.W("report"))
		doc.Table(v.reportTable(m.Report))
	}
}

// Resolved is a resolution with who has decided it, where its text does not say so (G-40).
func (v *view) Resolved(r secretary.DraftLine) string {
	switch m := v.Minutes; {
	case v.standard || secretary.NamesDecider(r.Text): // what comes back is read as the recorder's words
	case m.Jointly:
		return v.W("state.at", r.Text, v.W("decided.jointly"))
	case m.Decider != nil:
		return v.W("state.at", r.Text, v.W("decided.by", v.Name(*m.Decider)))
	}
	return r.Text
}

// tableOr adds the table, or the words where it has no rows.
func tableOr(doc *docx.Document, t docx.Table, none string) {
	if len(t.Rows) == 0 {
		doc.Para(none)
		return
	}
	doc.Table(t)
}

func (v *view) reportTable(items []secretary.ItemView) docx.Table {
	t := docx.Table{Widths: []int{7, 36, 15, 22, 20}, Head: []string{v.W("no"), v.W("action"), v.W("owner"), v.W("due"), v.W("state")}}
	for _, i := range items {
		t.Rows = append(t.Rows, []string{i.No, i.Text, v.Name(i.Owner), v.PlainDay(i.Due), v.Badge(i)})
	}
	return t
}

// recordConsent says who stands by the minutes, who was silent and who dissents (G-04, G-05).
func (v *view) recordConsent(doc *docx.Document) {
	m := v.Minutes
	if len(m.Dissent) > 0 {
		doc.Heading(v.W("dissent"))
		for _, o := range m.Dissent {
			doc.Label(v.Who(o.By)+v.W("colon"), v.Objected(o))
		}
	}
	if m.Directive != nil {
		doc.Heading(v.W("directive"))
		doc.Label(v.Who(m.Directive.By)+v.W("colon"), m.Directive.Comment)
	}
	if len(m.Confirmed)+len(m.Unconfirmed) == 0 {
		return
	}
	doc.Heading(v.W("consent"))
	if len(m.Confirmed) > 0 {
		doc.Label(v.W("confirmed")+v.W("colon"), v.Names(m.Confirmed))
	}
	if len(m.Unconfirmed) > 0 {
		doc.Label(v.W("unconfirmed")+v.W("colon"), v.Texts(m.Unconfirmed))
	}
}
