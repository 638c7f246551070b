package secretary

import (
	"slices"
	"time"
)

// Ordered is what the quick lines of one mail came to.
type Ordered struct {
	ID     string       `json:"id"` // the Message-ID of the mail
	By     PersonID     `json:"by"`
	At     time.Time    `json:"at"` // when it was asked about, then when it was done
	State  OrderedState `json:"state"`
	Lines  []string     `json:"lines"` // as they were written
	Orders []Order      `json:"orders"`
	Back   []Order      `json:"back,omitempty"`   // what undoes it, once it is done; none where nothing can
	Undoes string       `json:"undoes,omitempty"` // the ID of the one that it takes back
}

// OrderedState is how far orders have come.
type OrderedState string

// The states of orders. An asked one waits for its writer's confirmation, and may do so for ever.
const (
	OrderAsked     OrderedState = "asked"
	OrderDone      OrderedState = "done"
	OrderWithdrawn OrderedState = "withdrawn" // before anything was done
	OrderUndone    OrderedState = "undone"    // by a later one
)

// ordered is the record with that ID, nil where there is none.
func (m *Meeting) ordered(id string) *Ordered {
	i := slices.IndexFunc(m.Ordered, func(o Ordered) bool { return o.ID == id })
	if i < 0 {
		return nil
	}
	return &m.Ordered[i]
}

// lastOrdered is what 撤回 takes back: what the person ordered last, be it confirmed or not. Nil where there is none. An undoing
// is not undone itself: who says 撤回 again goes one further back.
func (m *Meeting) lastOrdered(by PersonID) *Ordered {
	var last *Ordered
	for i := range m.Ordered {
		o := &m.Ordered[i]
		if o.By == by && o.mayGoBack() && (last == nil || !o.At.Before(last.At)) {
			last = o
		}
	}
	return last
}

// mayGoBack reports whether it can still be taken back.
func (o *Ordered) mayGoBack() bool {
	return o.State == OrderAsked || o.State == OrderDone && o.Undoes == ""
}

// file keeps a record, and marks what it has undone.
func (m *Meeting) file(o Ordered) {
	m.Ordered = append(m.Ordered, o)
	m.undone(&o)
}

func (m *Meeting) undone(o *Ordered) {
	if was := m.ordered(o.Undoes); was != nil && o.State == OrderDone {
		was.State = OrderUndone
	}
}

// MayOrder reports whether somebody may order about a meeting by quick lines: its convener, host or recorder, before it is
// approved who has applied for it too, and nobody from outside.
func (d *Desk) MayOrder(m *Meeting, id PersonID) bool {
	return (m.conducts(id) || m.pending() && m.proposer() == id) && d.Directory.active(id) && !d.external(d.Directory.Person(id))
}

// what is the verb of a quick line that gives the order.
func (o Order) what() string {
	switch {
	case o.Move != nil && !o.Move.Start.IsZero():
		return "move"
	case o.Move != nil:
		return "place"
	case o.Cancel != nil:
		return "cancel"
	case o.Topic != nil:
		return "topic"
	case o.Invite != nil:
		return "invite"
	case o.Absent != nil:
		return "absent"
	case o.HandBack != nil:
		return "hand-back"
	}
	return ""
}

// quiet reports whether an order reaches nobody, so that it needs no confirmation.
func (o Order) quiet() bool { return o.Absent != nil }
