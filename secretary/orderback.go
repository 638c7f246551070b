package secretary

import (
	"slices"
	"strings"
)

// backOf is what undoes an order on the meeting as it stands before it is carried out; false where nothing does: a
// cancelled meeting is called anew.
func (m *Meeting) backOf(o Order) (Order, bool) {
	switch {
	case o.Move != nil:
		back := MoveOrder{}
		if !o.Move.Start.IsZero() {
			back.Start, back.End = m.Start, m.End
		}
		if !o.Move.Place.Empty() {
			back.Place = m.Place
		}
		return Order{Move: &back}, true
	case o.Topic != nil:
		back := *o.Topic
		back.Off = !back.Off
		return Order{Topic: &back}, true
	case o.Invite != nil:
		return Order{Invite: &InviteOrder{Person: o.Invite.Person, Off: !o.Invite.Off}}, true
	case o.Absent != nil && m.seat(o.Absent.Person) != nil:
		was := m.seat(o.Absent.Person).Answer
		return Order{Absent: &AbsentOrder{Person: o.Absent.Person, Was: &was}}, true
	}
	return Order{}, false
}

// backOfAll is what undoes several orders, none where one of them cannot be undone.
func (m *Meeting) backOfAll(orders []Order) []Order {
	var out []Order
	for _, o := range slices.Backward(orders) {
		back, ok := m.backOf(o)
		if !ok {
			return nil
		}
		out = append(out, back)
	}
	return out
}

// withdraw takes back what the writer ordered last: what was not confirmed is dropped at once, what was done is undone.
func (o *reading) withdraw(l *QuickLine) {
	last := o.meant()
	switch {
	case last == nil && o.m.Adopted != nil:
		o.order(l, Order{HandBack: &HandBackOrder{}})
	case last == nil:
		o.unread(l, "nothing-ordered", "")
	case o.undoes != "" || len(o.orders) > 0:
		o.unread(l, "twice", "")
	case last.State == OrderAsked:
		o.drop(last)
	case len(last.Back) == 0:
		o.unread(l, "cannot-undo", "")
	default:
		for _, back := range last.Back {
			o.order(l, back)
		}
		if len(o.orders) > 0 {
			o.undoes = last.ID
		}
	}
}

// meant is what the letter is about that the mail answers, else what the writer ordered last; nil where there is neither.
func (o *reading) meant() *Ordered {
	if o.about != nil && o.about.Kind == OrderCheck {
		_, id, _ := cutCase(Case(o.about.Ref))
		if b := o.m.ordered(id); b != nil && b.By == o.by && b.mayGoBack() {
			return b
		}
	}
	return o.m.lastOrdered(o.by)
}

// drop takes an order back that waits for its confirmation.
func (o *reading) drop(b *Ordered) {
	for _, line := range b.Lines {
		o.views = append(o.views, OrderView{State: "withdrawn", Line: line, At: b.At})
	}
	b.State, b.At = OrderWithdrawn, o.now
	o.note("order-withdrawn", o.by, "", strings.Join(b.Lines, " / "))
}
