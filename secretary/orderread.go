package secretary

import (
	"cmp"
	"slices"
)

// reading is the quick lines of one mail on their way from words to orders.
type reading struct {
	*turn
	m       *Meeting
	by      PersonID
	about   *Letter     // that the mail answers; nil for a fresh one
	views   []OrderView // what is not in orders: unread, withdrawn, status
	orders  []Order
	lines   []string // that gave the orders, one for each
	atOnce  []bool   // which of them need no confirmation, one for each
	undoes  string
	reach   []Party // whom letters went to by what was done at once
	queries []string
	help    bool
}

// take reads one line. What it cannot read it keeps with the reason.
func (o *reading) take(l *QuickLine) {
	switch {
	case l.Meeting != "" && MeetingID(l.Meeting) != o.m.ID && l.Verb != "query" && l.Verb != "":
		o.unread(l, "other-meeting", l.Meeting)
	case l.Problem != "":
		o.unread(l, l.Problem, "")
	case l.Verb == "withdraw":
		o.withdraw(l)
	case l.Verb == "status":
		o.views = append(o.views, OrderView{Verb: "status", State: "done", Stage: o.m.Stage})
	case l.Verb == "query":
		o.queries = append(o.queries, l.What)
	case l.Verb == "help":
		o.help = true
	case l.Verb == "move":
		o.order(l, o.moveOf(l))
	case l.Verb == "place":
		o.order(l, Order{Move: &MoveOrder{Place: T(l.What, l.What, l.What)}})
	case l.Verb == "cancel":
		o.order(l, Order{Cancel: &CancelOrder{l.What}})
	case l.Verb == "topic":
		o.topic(l)
	case l.Verb == "invite", l.Verb == "absent":
		o.people(l)
	}
}

func (o *reading) unread(l *QuickLine, problem, name string, candidates ...Party) {
	o.views = append(o.views, OrderView{Verb: l.Verb, State: "unread", Line: l.Line, Problem: problem, Name: name, Candidates: candidates})
}

// order takes an order that a line gives, where it can be carried out and goes with the others.
func (o *reading) order(l *QuickLine, order Order) {
	if why := cmp.Or(o.hindrance(o.m, order), o.clash(order)); why != "" {
		o.unread(l, why, "")
		return
	}
	o.orders, o.lines, o.atOnce = append(o.orders, order), append(o.lines, l.Line), append(o.atOnce, order.quiet() || o.offered(order))
}

// part is the orders that are carried out at once, or those that wait for a confirmation, with the lines that gave them.
func (o *reading) part(atOnce bool) (orders []Order, lines []string) {
	for n, x := range o.orders {
		if o.atOnce[n] == atOnce {
			orders, lines = append(orders, x), append(lines, o.lines[n])
		}
	}
	return orders, slices.Compact(lines)
}

// clash is why an order does not go with what the mail orders already, "" where it does.
func (o *reading) clash(order Order) string {
	for _, x := range o.orders {
		switch {
		case x.what() == order.what() && (order.Move != nil || order.Cancel != nil || order.HandBack != nil):
			return "twice"
		case (x.Cancel != nil) != (order.Cancel != nil) && !x.quiet() && !order.quiet():
			return "with-cancel"
		}
	}
	return ""
}

// moveOf is the new time in the meeting's zone: what the line leaves out stays as it is.
func (o *reading) moveOf(l *QuickLine) Order {
	begin := o.begin(o.m)
	day, from := l.Date, l.From
	if day == "" {
		day = DateOf(begin)
	}
	if !from.Set {
		from = Clock{begin.Hour(), begin.Minute(), true}
	}
	move := MoveOrder{Start: day.At(from, begin.Location()).UTC()}
	if l.To.Set {
		move.End = day.At(l.To, begin.Location()).UTC()
	}
	return Order{Move: &move}
}

func (o *reading) topic(l *QuickLine) {
	order := TopicOrder{Title: l.What, Minutes: l.Minutes, Purpose: l.Purpose}
	for _, name := range l.Who {
		id, why, candidates := o.named(name, nil)
		if why != "" {
			o.unread(l, why, name, candidates...)
			return
		}
		order.Presenters = append(order.Presenters, id)
	}
	if len(l.Who) == 0 {
		order.Title, order.Presenters = o.titleAndPresenters(l.What)
	}
	if slices.ContainsFunc(o.orders, func(x Order) bool { return x.Topic != nil && x.Topic.Title == order.Title }) {
		o.unread(l, "has-topic", "")
		return
	}
	o.order(l, Order{Topic: &order})
}

// people takes the names of a line one by one: one that is not known leaves the others as they are.
func (o *reading) people(l *QuickLine) {
	for _, name := range l.Who {
		here := o.m
		if l.Verb == "invite" {
			here = nil
		}
		id, why, candidates := o.named(name, here)
		if why == "" {
			why = o.seated(l.Verb, id)
		}
		switch {
		case why != "":
			o.unread(l, why, name, candidates...)
		case l.Verb == "invite":
			o.order(l, Order{Invite: &InviteOrder{Person: id}})
		default:
			o.order(l, Order{Absent: &AbsentOrder{Person: id, Why: l.What}})
		}
	}
}
