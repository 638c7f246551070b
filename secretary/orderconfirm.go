package secretary

import (
	"cmp"
	"slices"
	"strings"
	"time"
)

// receiveOrdered takes the answer to the letter that shows what quick lines would come to. Only who wrote them confirms
// them, and only to that letter.
func (t *turn) receiveOrdered(m *Meeting, r *Reply) {
	_, id, _ := cutCase(Case(r.About.Ref))
	b := m.ordered(id)
	said := func(kinds ...IntentKind) bool {
		return slices.ContainsFunc(r.Intents, func(i Intent) bool { return slices.Contains(kinds, i.Kind) })
	}
	switch {
	case r.Writer != r.About.To.ID, !t.MayOrder(m, r.Writer):
		t.filed(m, r)
	case said(IntentConfirm, IntentApprove) && (b == nil || b.State != OrderAsked):
		t.decided(m, r) // there is nothing to confirm any more
	case b == nil || b.State != OrderAsked:
		t.filed(m, r)
	case said(IntentConfirm, IntentApprove) && said(IntentObject, IntentReject), len(r.Intents) == 0:
		t.askBack(m, r, "unclear", nil, orderChoices()...)
	case said(IntentConfirm, IntentApprove):
		t.confirmOrders(m, r, b)
	case said(IntentObject, IntentReject):
		o := &reading{turn: t, m: m, by: r.Writer}
		o.drop(b)
		t.answerOrders(m, r, o.views, nil, nil)
	default:
		t.askBack(m, r, "unclear", nil, orderChoices()...)
	}
}

// confirmOrders carries the orders out, if what would come of them is still what the letter has shown. Else the writer is
// shown it anew.
func (t *turn) confirmOrders(m *Meeting, r *Reply, b *Ordered) {
	if why := t.hindrance(m, b.Orders...); why != "" {
		t.overtaken(m, r, b, why)
		return
	}
	views, reach := t.orderViews(m, b.Orders, "asked", r.Writer), t.foresee(m, b.Orders)
	if !sameOrders(views, inState(r.About.Orders, "asked"), reach, r.About.Reach) {
		t.askOrdersAgain(m, r, b, views, reach)
		return
	}
	for i := range views {
		views[i].State = "done"
	}
	b.Back = m.backOfAll(b.Orders)
	before := len(t.out.Letters)
	t.amend(m, "ordered by quick line", b.Orders...)
	later := time.Time{}
	if m.Untold == nil {
		reach = readersOf(t.out.Letters[before:])
	} else {
		later = m.Untold.due()
	}
	b.State, b.At = OrderDone, t.now
	m.undone(b)
	t.note("ordered", r.Writer, "", strings.Join(b.Lines, " / "))
	t.settle(r, ActedOn, "ordered")
	l := t.orderLetter(m, r.Writer, views)
	l.Ref, l.Reason, l.Reach, l.Deadline = "done:"+b.ID, "every quick line is echoed", reach, later
	if len(b.Back) > 0 && b.Undoes == "" {
		l.Choices = []Choice{{Verb: "withdraw"}}
	}
	l.InReply, l.Subject = r.MessageID, r.Subject
	t.post(l, r.Writer, t.letterKey(l.Kind, r.Writer, r.MessageID+"-done")) // the same mail may hold orders besides
}

// hindrance is why one of the orders cannot be carried out, or would change nothing; "" where all can.
func (t *turn) hindrance(m *Meeting, orders ...Order) string {
	why := ""
	for _, o := range orders {
		why = cmp.Or(why, t.obstacle(m, o), t.inVain(m, o))
	}
	return why
}

// inVain is why an order would change nothing: what it is about is so already.
func (t *turn) inVain(m *Meeting, o Order) string {
	switch {
	case o.Move != nil && len(t.changing(m, o, Hans)) == 0:
		return "no-change"
	case o.Topic != nil && !o.Topic.Off && m.hasTopic(T(o.Topic.Title, "", "")):
		return "has-topic"
	case o.Topic != nil && o.Topic.Off && !m.hasTopic(T(o.Topic.Title, "", "")):
		return "topic-gone"
	case o.Invite != nil && !t.Directory.active(o.Invite.Person):
		return "unknown-name"
	case o.Invite != nil && o.Invite.Off == (m.seat(o.Invite.Person) == nil):
		return map[bool]string{true: "no-seat", false: "has-seat"}[o.Invite.Off]
	}
	return ""
}

// overtaken gives up orders that something else has made impossible.
func (t *turn) overtaken(m *Meeting, r *Reply, b *Ordered, why string) {
	var views []OrderView
	for _, line := range b.Lines {
		views = append(views, OrderView{State: "unread", Line: line, Problem: why})
	}
	b.State, b.At = OrderWithdrawn, t.now
	t.note("order-overtaken", r.Writer, "", why)
	t.answerOrders(m, r, views, nil, nil)
}

// askOrdersAgain shows what would come of the orders now that the meeting has changed.
func (t *turn) askOrdersAgain(m *Meeting, r *Reply, b *Ordered, views []OrderView, reach []Party) {
	b.At = t.now
	t.note("order-asked", r.Writer, "", "again")
	t.settle(r, ActedOn, "order-asked")
	l := t.orderLetter(m, r.Writer, views)
	l.Ref, l.Reason = "again:"+b.ID, "the meeting has changed since it was shown"
	l.Reach, l.Choices = reach, orderChoices()
	t.answer(l, r)
}
