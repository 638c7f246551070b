package secretary

import (
	"fmt"
	"slices"
	"strings"
)

func isOrder(i Intent) bool { return i.Kind == IntentOrder && i.QuickLine != nil }

// ordering decides by the writer's role how a mail with quick lines is read: as orders where the writer conducts the
// meeting, else as the ordinary answer that it also is. It reports whether orders were all that somebody wrote who may not
// give any.
func (t *turn) ordering(r *Reply) (as *Reply, refused bool) {
	r = t.withQuestions(r)
	if !slices.ContainsFunc(r.Intents, func(i Intent) bool { return isOrder(i) || isTopic(i) }) {
		return r, false
	}
	m := t.meeting()
	if m != nil && r.Writer != "" && !t.outsider(r.Writer) && (!t.MayOrder(m, r.Writer) && proposesTopics(r.Intents) || slices.ContainsFunc(r.Intents, isTopic)) {
		return t.proposing(m, r), false
	}
	onlyHelp := !slices.ContainsFunc(r.Intents, func(i Intent) bool { return isOrder(i) && i.Verb != "help" })
	may := m != nil && t.MayOrder(m, r.Writer) && !onlyHelp
	out := *r
	out.Intents = slices.DeleteFunc(slices.Clone(r.Intents), func(i Intent) bool { return (isOrder(i) || i.Beside) != may })
	p := t.Directory.Person(r.Writer)
	refused = m != nil && !may && len(out.Intents)+len(r.Files) == 0 && p != nil && !t.external(p)
	return &out, refused
}

// meeting is the meeting at hand, nil where the case is none.
func (t *turn) meeting() *Meeting {
	kind, id, _ := cutCase(t.c)
	if m := t.Meetings[MeetingID(id)]; kind == "meeting" && m != nil && t.policy(m) != nil {
		return m
	}
	return nil
}

// refuseOrders tells a colleague who may order about the meeting.
func (t *turn) refuseOrders(r *Reply) {
	m := t.meeting()
	t.settle(r, AskedBack, "not-conducting")
	l := t.about(m, r, AskBack, "quick lines are for who conducts the meeting")
	l.Problems, l.Quote = []Problem{{Code: "not-conducting"}}, r.Text
	if r.About != nil {
		l.Choices = r.About.Choices
	}
	t.answer(l, r)
}

// receiveOrders takes the quick lines of somebody who conducts the meeting. What reaches nobody is done at once; the rest
// waits until the writer has seen what would come of it, and has confirmed it.
func (t *turn) receiveOrders(m *Meeting, r *Reply) {
	o := &reading{turn: t, m: m, by: r.Writer, about: r.About}
	answered := t.besideOrders(r)
	for _, in := range r.Intents {
		if isOrder(in) && (in.Verb != "" || !answered) {
			o.take(in.QuickLine)
		}
	}
	if len(r.Files) > 0 && !answered {
		o.unread(&QuickLine{Line: fileNames(r.Files)}, "with-file", "")
	}
	done := t.doAtOnce(m, r, o)
	asked, orders := t.askOrders(m, r, o)
	if len(done)+len(asked)+len(o.views) > 0 {
		t.answerOrders(m, r, slices.Concat(asked, done, o.views), orders, o.reach)
	}
	for n, terms := range o.queries {
		t.answerQuery(r, terms, n)
	}
	if o.help {
		t.help(r)
	}
}

// besideOrders takes what the mail answers beside its quick lines, with the files that it brings. It reports whether it
// answers anything.
func (t *turn) besideOrders(r *Reply) bool {
	as := *r
	as.Intents = slices.DeleteFunc(slices.Clone(r.Intents), isOrder)
	if len(as.Intents) == 0 || r.About == nil {
		return false
	}
	t.inCase(&as)
	return true
}

// answerQuery sends what the archive holds for one line.
func (t *turn) answerQuery(r *Reply, terms string, n int) {
	l, refused := t.hits(r.Writer, terms, r.Found[terms])
	if refused > 0 {
		t.note("query-refused", r.Writer, "", terms) // S0-76: a refused query is logged
	}
	t.settle(r, ActedOn, "query")
	t.note("query", r.Writer, "", terms)
	l.InReply, l.Subject = r.MessageID, r.Subject
	t.post(l, r.Writer, t.letterKey(l.Kind, r.Writer, fmt.Sprintf("%s-%d", r.MessageID, n)))
}

func fileNames(files []File) string {
	var out []string
	for _, f := range files {
		out = append(out, f.Name)
	}
	return strings.Join(out, "、")
}

// doAtOnce carries out what reaches nobody, and what takes up an offer.
func (t *turn) doAtOnce(m *Meeting, r *Reply, o *reading) []OrderView {
	orders, lines := o.part(true)
	if len(orders) == 0 {
		return nil
	}
	b := Ordered{ID: r.MessageID + "/now", By: r.Writer, At: t.now, State: OrderDone, Lines: lines, Orders: orders, Back: m.backOfAll(orders)}
	if len(orders) == len(o.orders) {
		b.Undoes = o.undoes
	}
	views := t.orderViews(m, orders, "done", r.Writer)
	before := len(t.out.Letters)
	t.amend(m, "ordered by quick line", orders...)
	o.reach = readersOf(t.out.Letters[before:])
	m.file(b)
	t.note("ordered", r.Writer, "", strings.Join(lines, " / "))
	return views
}

// askOrders keeps what would reach others until it is confirmed.
func (t *turn) askOrders(m *Meeting, r *Reply, o *reading) (views []OrderView, orders []Order) {
	orders, lines := o.part(false)
	if len(orders) == 0 {
		return nil, nil
	}
	m.file(Ordered{ID: r.MessageID, By: r.Writer, At: t.now, State: OrderAsked, Lines: lines, Orders: orders, Undoes: o.undoes})
	t.note("order-asked", r.Writer, "", strings.Join(lines, " / "))
	return t.orderViews(m, orders, "asked", r.Writer), orders
}

func (t *turn) orderViews(m *Meeting, orders []Order, state string, to PersonID) []OrderView {
	var out []OrderView
	for _, o := range orders {
		out = append(out, t.orderView(m, o, state, to))
	}
	return out
}

// answerOrders sends the writer the one letter that says what was done, what would be done once it is confirmed, and what
// could not be read.
func (t *turn) answerOrders(m *Meeting, r *Reply, views []OrderView, asked []Order, reach []Party) {
	l := t.orderLetter(m, r.Writer, views)
	switch {
	case len(asked) > 0:
		l.Ref, l.Reason = "asked:"+r.MessageID, "what a quick line would change is shown before it is done"
		l.Reach, l.Choices = t.foresee(m, asked), orderChoices()
		t.settle(r, ActedOn, "order-asked")
	case len(inState(views, "unread")) == len(views):
		l.Ref, l.Reason = "unread", "asked back: the quick lines could not be read"
		t.settle(r, AskedBack, "order-unread")
	default:
		l.Ref, l.Reason, l.Reach = "done", "every quick line is echoed", reach
		t.settle(r, ActedOn, "order")
	}
	t.answer(l, r)
}

func orderChoices() []Choice { return []Choice{{Verb: "confirm"}, {Verb: "withdraw"}} }

func (t *turn) orderLetter(m *Meeting, to PersonID, views []OrderView) Letter {
	l := Letter{Kind: OrderCheck, Zone: m.Zone, Meeting: t.meetingView(m, to), Orders: views}
	if slices.ContainsFunc(views, func(v OrderView) bool { return v.Verb == "status" && v.State == "done" }) {
		l.Owed = t.owed(m, "")
	}
	return l
}
