package secretary

import (
	"maps"
	"slices"
	"strings"
)

// A visitor is somebody no directory knows who has answered for one meeting, with a mail that is proven to come from that
// address. They are known to that meeting alone, and have a seat in it once the convener says so (imip I-28).

// visitorMark begins the ID of a person whom the people file does not have.
const visitorMark PersonID = "~"

// visitor reports whether only a meeting knows the person.
func (p *Person) visitor() bool { return strings.HasPrefix(string(p.ID), string(visitorMark)) }

// mostVisitors is how many a meeting takes note of.
const mostVisitors = 20

// Visitor is who of a meeting's visitors writes from the address, nil where none does.
func (m *Meeting) Visitor(address string) *Person {
	for i := range m.Visitors {
		if plainAddress(m.Visitors[i].Email) == plainAddress(address) {
			return &m.Visitors[i]
		}
	}
	return nil
}

// visitors are the people whom the meeting alone knows: those whom an adopted meeting invites, and those who answered for one
// of ours.
func (m *Meeting) visitors() []Person {
	if m.Adopted == nil {
		return m.Visitors
	}
	return slices.Concat(m.Adopted.Visitors, m.Visitors)
}

// visitors lists those of all meetings on the desk.
func (d *Desk) visitors() []Person {
	var of []MeetingID
	for id, m := range d.Meetings {
		if m != nil && (m.Adopted != nil || len(m.Visitors) > 0) {
			of = append(of, id)
		}
	}
	slices.Sort(of) // one may be written differently in two of them
	var out []Person
	for _, id := range of {
		out = append(out, d.Meetings[id].visitors()...)
	}
	return out
}

// know lets the turn know visitors of a meeting, whom the people file does not have. They are outside the company: nobody
// finds them by name, and they get no internal letter.
func (t *turn) know(visitors []Person) {
	if len(visitors) == 0 {
		return
	}
	dir := *t.Directory
	dir.People = maps.Clone(dir.People)
	for _, v := range visitors {
		v.External = true
		if dir.People[v.ID] == nil {
			dir.People[v.ID] = &v
		}
	}
	t.Directory = &dir
}

// admit takes note of a stranger who answers for themselves, from an address that is proven, that they come to a meeting of
// ours. Of any other stranger the convener is told.
func (t *turn) admit(r *Reply) *Reply {
	m := t.meeting()
	if m != nil && t.uninvitedVisitor(m, r.Writer) && (r.Proof != Proven || r.Calendar == nil || !r.Calendar.answers()) {
		as := *r
		as.Writer, as.Proof = "", Stranger // as long as nobody has invited them
		return &as
	}
	if r.Proof != Stranger || r.Automatic != "" || m == nil || m.Stage != Noticed || r.Calendar == nil || !r.Calendar.answers() {
		return r
	}
	own := false
	for _, a := range r.Calendar.Answers {
		own = own || plainAddress(a.Attendee) == plainAddress(r.From) && plainAddress(r.From) != ""
	}
	if !r.Aligned || !own || t.foreign(r.Calendar) || len(m.Visitors) >= mostVisitors {
		t.crashFromOutside(m, r)
		return r
	}
	p := Person{ID: visitorMark + PersonID(r.From), Name: r.Name, Email: r.From, External: true}
	if p.Name == "" {
		p.Name = r.From
	}
	m.Visitors = append(m.Visitors, p)
	t.know(m.Visitors)
	t.note("visitor", p.ID, "", p.Name)
	as := *r
	as.Writer, as.Proof = p.ID, Proven
	return &as
}

// uninvitedVisitor reports whether somebody is a visitor without a seat: they are held, and not written to.
func (t *turn) uninvitedVisitor(m *Meeting, id PersonID) bool {
	p := t.Directory.Person(id)
	return p != nil && m.Visitor(p.Email) != nil && m.seat(id) == nil
}
