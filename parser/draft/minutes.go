package draft

import (
	"strconv"

	"github.com/huiban/huiban/secretary"
)

// minutes is what was read so far.
type minutes struct {
	people    *people
	decisions []*task
	actions   []*task
	meeting   secretary.Date // the day the draft gives for the meeting, "" where it gives none
	titled    bool           // a line calls it minutes
	listed    bool           // attendance stands in a list, not only in a sentence
	called    bool           // a word says that there was a meeting
	sorted    bool           // a heading tells decisions from actions
	body      body
	prose     int // characters under headings of discussion
}

func itoa(n int) string { return strconv.Itoa(n) }

// act adds an action. One that is there already only fills what the first left open.
func (m *minutes) act(t *task) {
	for _, have := range m.actions {
		if have.same(t) {
			have.fill(t)
			return
		}
	}
	if len(m.actions) < maxItems {
		m.actions = append(m.actions, t)
	}
}

func (m *minutes) decide(t *task) {
	for _, have := range append(m.decisions[:len(m.decisions):len(m.decisions)], m.actions...) {
		if squeezed(have.text) == squeezed(t.text) {
			return
		}
	}
	if len(m.decisions) < maxItems {
		m.decisions = append(m.decisions, t)
	}
}

// same reports whether two lines say the same action: the same words, and nothing that contradicts.
func (t *task) same(u *task) bool {
	if squeezed(t.text) != squeezed(u.text) {
		return false
	}
	owners := t.owner == nil || u.owner == nil || t.owner.name == u.owner.name || t.owner.name == "" || u.owner.name == ""
	dues := t.due == nil || u.due == nil || t.due.date == u.due.date || t.due.date == "" || u.due.date == ""
	return owners && dues
}

func (t *task) fill(u *task) {
	if u.owner != nil && (t.owner == nil || t.owner.name == "") {
		t.owner = u.owner
	}
	if u.due != nil && (t.due == nil || t.due.date == "") {
		t.due = u.due
	}
	t.result = firstOf(t.result, u.result)
}

// holdsMinutes reports whether there is anything of minutes at all. Of a Word file that is not named as minutes more is
// asked, for it may be any document.
func (m *minutes) holdsMinutes(titled bool) bool {
	return len(m.actions)+len(m.decisions) > 0 || m.people.special() && (m.listed || titled || m.titled) || (titled || m.titled) && m.prose > 20 && len(m.people.list) > 0
}

// says reports whether the draft says more than the form that was sent.
func (m *minutes) says(form *minutes) bool {
	known := map[string]bool{}
	for _, l := range form.lines() {
		known[l] = true
	}
	for _, l := range m.lines() {
		if !known[l] {
			return true
		}
	}
	return len(m.lines()) == 0 && m.prose > form.prose+20
}

// lines are the draft's statements in comparable form; people who were simply there say nothing.
func (m *minutes) lines() (out []string) {
	d := m.draft("")
	for _, a := range d.Attendance {
		if a.State != present {
			out = append(out, a.Name+"|"+a.State+"|"+a.Delegate+"|"+a.Time)
		}
	}
	for _, l := range d.Resolutions {
		out = append(out, "r|"+l.Text)
	}
	for _, a := range d.Actions {
		out = append(out, "a|"+a.Text+"|"+a.Owner+"|"+string(a.Due)+"|"+a.Result)
	}
	return out
}

// draft is the result in the contract's form; numbers that are not written are the running ones.
func (m *minutes) draft(body string) *secretary.Draft {
	d := &secretary.Draft{Attendance: m.people.attendance(), Body: body}
	for i, t := range m.decisions {
		d.Resolutions = append(d.Resolutions, secretary.DraftLine{No: firstOf(t.no, itoa(i+1)), Text: t.text})
	}
	for i, t := range m.actions {
		t.no = firstOf(t.no, itoa(i+1))
		a, codes := t.action()
		d.Actions = append(d.Actions, a)
		t.counts(d, a.No)
		for _, c := range codes {
			d.Problems = append(d.Problems, secretary.Problem{No: a.No, Code: c})
		}
	}
	return d
}
