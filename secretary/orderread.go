package secretary

import (
	"cmp"
	"slices"
	"strings"
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
	undoes  string
	queries []string
	help    bool
}

// take reads one line. What it cannot read it keeps with the reason.
func (o *reading) take(l *QuickLine) {
	switch {
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
	o.orders, o.lines = append(o.orders, order), append(o.lines, l.Line)
}

// part is the orders that reach nobody, or the others, with the lines that gave them.
func (o *reading) part(quiet bool) (orders []Order, lines []string) {
	for n, x := range o.orders {
		if x.quiet() == quiet {
			orders, lines = append(orders, x), append(lines, o.lines[n])
		}
	}
	return orders, slices.Compact(lines)
}

// clash is why an order does not go with what the mail orders already, "" where it does.
func (o *reading) clash(order Order) string {
	for _, x := range o.orders {
		switch {
		case x.what() == order.what() && (order.Move != nil || order.Cancel != nil):
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
	order := TopicOrder{Title: l.What, Minutes: l.Minutes}
	for _, name := range l.Who {
		id, why, candidates := o.named(name, nil)
		if why != "" {
			o.unread(l, why, name, candidates...)
			return
		}
		order.Presenters = append(order.Presenters, id)
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

// seated is why somebody can be neither invited nor away: there is a seat already, or none.
func (o *reading) seated(verb string, id PersonID) string {
	s := o.m.seat(id)
	named := slices.ContainsFunc(o.orders, func(x Order) bool {
		return x.Invite != nil && x.Invite.Person == id || x.Absent != nil && x.Absent.Person == id
	})
	switch {
	case verb == "invite" && (s != nil || named):
		return "has-seat"
	case verb == "invite":
		return ""
	case s == nil:
		return "no-seat"
	case id == o.m.Host:
		return "is-host" // a substitute takes the chair, who must learn of it: the host's own leave brings that about
	case s.away() || named:
		return "is-away"
	}
	return ""
}

// named is the person meant by a name, or why nobody can be, with who may be. Of several in a meeting, who has a seat is meant.
func (o *reading) named(name string, in *Meeting) (PersonID, string, []Party) {
	found := o.Directory.ByName(name)
	if len(found) == 0 && o.Fold != nil {
		found = o.Directory.byFolded(name, o.Fold)
	}
	if len(found) > 1 && in != nil {
		if seated := slices.DeleteFunc(slices.Clone(found), func(p *Person) bool { return in.seat(p.ID) == nil }); len(seated) > 0 {
			found = seated
		}
	}
	switch {
	case len(found) == 0 || found[0].Inactive:
		return "", "unknown-name", nil
	case len(found) == 1:
		return found[0].ID, "", nil
	}
	var all []Party
	for _, p := range found {
		all = append(all, o.party(p.ID))
	}
	return "", "ambiguous-name", all
}

// byFolded finds the active people whose name is the same once both are folded: 黃婷 is 黄婷.
func (d *Directory) byFolded(name string, fold func(string) string) []*Person {
	var out []*Person
	want := fold(strings.TrimSpace(name))
	for _, id := range d.ids() {
		if p := d.People[id]; !p.Inactive && p.Name != "" && fold(p.Name) == want {
			out = append(out, p)
		}
	}
	return out
}

// withdraw takes back what the writer ordered last: what was not confirmed is dropped at once, what was done is undone.
func (o *reading) withdraw(l *QuickLine) {
	last := o.meant()
	switch {
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
