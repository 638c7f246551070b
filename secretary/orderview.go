package secretary

import (
	"fmt"
	"maps"
	"slices"
	"time"
)

// OrderView is one order as a letter to who wrote it shows it.
type OrderView struct {
	Verb       string    `json:"verb,omitempty"` // see QuickLine; undo of an invitation is uninvite, of an absence present
	State      string    `json:"state"`          // asked, done, withdrawn, or unread: Problem says why
	Line       string    `json:"line,omitempty"` // unread, withdrawn: as it was written
	Problem    string    `json:"problem,omitempty"`
	Name       string    `json:"name,omitempty"`       // unread: whom Problem is about, as written
	Candidates []Party   `json:"candidates,omitempty"` // unread: who may be meant
	Changes    []Change  `json:"changes,omitempty"`    // old → new
	People     []Party   `json:"people,omitempty"`     // who is invited or away, who presents the topic
	Minutes    int       `json:"minutes,omitempty"`    // of a topic
	Why        string    `json:"why,omitempty"`        // of a cancellation or an absence
	Stage      Stage     `json:"stage,omitempty"`      // status
	At         time.Time `json:"at,omitzero"`          // withdrawn: when it was ordered
}

// orderView shows an order that is to be carried out, or was on the meeting m.
func (t *turn) orderView(m *Meeting, o Order, state string, to PersonID) OrderView {
	v := OrderView{State: state}
	lang := t.lang(t.Directory.Person(to))
	switch {
	case o.Cancel != nil:
		v.Verb, v.Why = "cancel", o.Cancel.Why
	case o.Invite != nil:
		v.Verb, v.People = "invite", []Party{t.party(o.Invite.Person)}
		if o.Invite.Off {
			v.Verb = "uninvite"
		}
	case o.Absent != nil:
		v.Verb, v.People, v.Why = "absent", []Party{t.party(o.Absent.Person)}, o.Absent.Why
		if o.Absent.Was != nil {
			v.Verb = "present"
		}
	default:
		v.Verb, v.Changes = o.what(), t.changing(m, o, lang)
	}
	if o.Topic != nil && !o.Topic.Off {
		v.Minutes = o.Topic.Minutes
		for _, id := range o.Topic.Presenters {
			v.People = append(v.People, t.party(id))
		}
	}
	return v
}

// changing is what an order would change on the meeting as it stands, old → new.
func (t *turn) changing(m *Meeting, o Order, lang Lang) []Change {
	after := m.copied()
	t.apply(after, o)
	return moves(m, after, lang)
}

// foresee lists whom the letters would go to if the orders were carried out now, by doing so on a copy.
func (t *turn) foresee(m *Meeting, orders []Order) []Party {
	d := *t.Desk
	d.Meetings = maps.Clone(t.Meetings)
	after := m.copied()
	d.Meetings[m.ID] = after
	trial := newTurn(&d, t.c, t.now, t.source)
	trial.foreseen = true
	trial.amend(after, "foreseen", orders...)
	return readersOf(trial.out.Letters)
}

// readersOf lists whom letters go to, each once.
func readersOf(letters []Letter) []Party {
	var out []Party
	for _, l := range letters {
		for _, p := range append([]Party{l.To}, l.Cc...) {
			if !slices.ContainsFunc(out, func(q Party) bool { return q.ID == p.ID }) {
				out = append(out, p)
			}
		}
	}
	return out
}

// copied is a meeting that can be amended without a trace on m.
func (m *Meeting) copied() *Meeting {
	c := *m
	c.Seats, c.Agenda, c.Topics, c.Guests = slices.Clone(m.Seats), slices.Clone(m.Agenda), slices.Clone(m.Topics), slices.Clone(m.Guests)
	c.Findings, c.Materials = slices.Clone(m.Findings), slices.Clone(m.Materials)
	c.Crashers, c.Visitors = slices.Clone(m.Crashers), slices.Clone(m.Visitors)
	c.Sent, c.Read = maps.Clone(m.Sent), maps.Clone(m.Read)
	return &c
}

// sameOrders reports whether two letters promise the same: the same orders and the same readers.
func sameOrders(a, b []OrderView, aTo, bTo []Party) bool {
	ids := func(ps []Party) (out []PersonID) {
		for _, p := range ps {
			out = append(out, p.ID)
		}
		slices.Sort(out)
		return out
	}
	return fmt.Sprintf("%+v", a) == fmt.Sprintf("%+v", b) && slices.Equal(ids(aTo), ids(bTo))
}

// inState are the views of a letter in that state.
func inState(views []OrderView, state string) []OrderView {
	return slices.DeleteFunc(slices.Clone(views), func(v OrderView) bool { return v.State != state })
}
