package secretary

import (
	"fmt"
	"slices"
	"time"
)

// receivePerson reads a mail in the thread of one person's action items: the owner's reports, and others' decisions.
func (t *turn) receivePerson(owner PersonID, r *Reply) {
	switch r.About.Asks() {
	case Action, Overdue:
		if r.Writer == owner {
			t.receiveProgress(r)
			return
		}
	case Approval:
		t.receiveItemApproval(r)
		return
	}
	t.comment(owner, r)
}

// comment keeps the words of somebody else, a manager or the supervisor, with the items they are about, and passes
// them on to the owner.
func (t *turn) comment(owner PersonID, r *Reply) {
	t.settle(r, ActedOn, "filed")
	for _, v := range r.About.Items {
		if i := t.Items[v.ID]; i != nil && i.Owner == owner {
			i.History = append(i.History, Progress{At: t.now, By: r.Writer, Status: i.Status, Percent: i.Percent, ETA: i.ETA, Text: r.Text, MessageID: r.MessageID})
		}
	}
	t.note("comment", r.Writer, "", "")
	if r.Writer != owner && len(r.About.Items) > 0 {
		by := t.party(r.Writer)
		l := t.about(nil, r, Echo, "a comment is passed on to the person responsible")
		l.Of, l.Ref, l.By, l.Quote = Action, "told", &by, r.Text
		l.Echoes = []EchoLine{{What: "filed"}}
		t.send(l, owner, "comment-"+r.MessageID)
	}
	t.echoPerson(r, []EchoLine{{What: "filed"}})
}

// echoPerson echoes outside any meeting.
func (t *turn) echoPerson(r *Reply, lines []EchoLine) { t.echo(nil, r, lines) }

// receiveProgress takes the owner's report: one statement for each item, by the numbers of the letter.
func (t *turn) receiveProgress(r *Reply) {
	var lines []EchoLine
	var unclear []Problem
	for _, in := range r.Intents {
		if in.Kind != IntentProgress && in.Kind != IntentExtend {
			continue
		}
		i, why := t.itemOf(r, in.Item)
		if i == nil {
			unclear = append(unclear, Problem{in.Item, why})
			continue
		}
		if in.Kind == IntentProgress {
			lines = append(lines, t.progress(i, r, in))
		} else if l, ok := t.extend(i, r, in); ok {
			lines = append(lines, l)
		} else {
			unclear = append(unclear, Problem{in.Item, "no-date"})
		}
	}
	t.closeProgress(r, lines, unclear)
}

func (t *turn) closeProgress(r *Reply, lines []EchoLine, unclear []Problem) {
	if len(unclear) > 0 || len(lines) == 0 {
		t.settle(r, AskedBack, "unclear")
		l := t.about(nil, r, AskBack, "asked back: which item, or what about it")
		l.Echoes, l.Quote, l.Choices = lines, r.Text, t.choicesOf(r)
		if l.Problems = unclear; len(unclear) == 0 {
			l.Problems = []Problem{{Code: "unclear"}}
		}
		t.answer(l, r)
		return
	}
	t.settle(r, ActedOn, lines[0].What)
	t.echoPerson(r, lines)
}

// itemOf is the item that a number of the answered letter means; without a number the letter's only one.
func (t *turn) itemOf(r *Reply, no string) (*Item, string) {
	if no == "" && len(r.About.Items) == 1 {
		return t.Items[r.About.Items[0].ID], ""
	}
	for _, v := range r.About.Items {
		if v.No == no || string(v.ID) == no {
			if i := t.Items[v.ID]; i != nil && i.Owner == r.Writer {
				return i, ""
			}
		}
	}
	if no == "" {
		return nil, "which-item"
	}
	return nil, "no-such-item"
}

// progress records a report; done goes to verification where the policy wants one (S0-61, S0-86), blocked is escalated
// at once (S0-84).
func (t *turn) progress(i *Item, r *Reply, in Intent) EchoLine {
	before := i.Status
	line := EchoLine{What: "progress", Status: in.Status, Item: in.Item, Text: i.Text, Percent: in.Percent, Date: in.ETA}
	if line.Item == "" && len(r.About.Items) == 1 {
		line.Item = r.About.Items[0].No
	}
	if in.Percent != nil {
		i.Percent = *in.Percent
	}
	if in.ETA != "" {
		i.ETA = in.ETA
	}
	switch Status(in.Status) {
	case Complete:
		i.Percent, i.DoneAt, i.Status = 100, t.now, Complete
		if p := t.Policies[i.Policy]; p.Actions.Verify && i.Supervisor != "" && i.Supervisor != i.Owner {
			i.Status, line.Note = Finished, "to-verify"
		}
	case NotStarted, InProgress, Blocked:
		i.Status = Status(in.Status)
		i.DoneAt = time.Time{}
	}
	i.History = append(i.History, Progress{At: t.now, By: r.Writer, Status: i.Status, Percent: i.Percent, ETA: i.ETA, Text: r.Text, MessageID: r.MessageID})
	t.note("progress", i.Owner, string(before), fmt.Sprintf("%s %d%%", i.Status, i.Percent))
	if i.Status == Blocked && before != Blocked {
		t.escalate(i, i.Supervisor, "blocked-"+string(i.ID)+"-"+r.MessageID, "a blocked report is escalated at once (S0-84)", "")
	}
	if !i.Open() {
		t.closed(i)
	}
	return line
}

// closed lets the meeting see whether it is done, and tells the supervisor (S0-86).
func (t *turn) closed(i *Item) {
	t.poke(MeetingCase(i.Meeting))
}

// extend records a request for a later date and puts it before whoever decides. It reports false where no date is given.
func (t *turn) extend(i *Item, r *Reply, in Intent) (EchoLine, bool) {
	if !in.Until.Valid() || in.Until <= i.Due {
		return EchoLine{}, false
	}
	for n := range i.Extensions {
		if i.Extensions[n].State == "asked" {
			i.Extensions[n].State = "replaced"
		}
	}
	i.Extensions = append(i.Extensions, Extension{Asked: t.now, From: i.Due, Until: in.Until, Reason: in.Reason, Late: t.late(i) > 0, State: "asked"})
	i.History = append(i.History, Progress{At: t.now, By: r.Writer, Status: i.Status, Percent: i.Percent, ETA: i.ETA, Text: r.Text, MessageID: r.MessageID})
	t.note("extend", i.Owner, string(i.Due), string(in.Until))
	return EchoLine{What: "extend", Item: in.Item, Text: i.Text, Date: in.Until, Reason: in.Reason, Note: "needs-approval"}, true
}

// receiveItemApproval takes the decision on an extension or on a verification.
func (t *turn) receiveItemApproval(r *Reply) {
	kind, id, _ := cutCase(Case(r.About.Ref))
	i := t.Items[ItemID(id)]
	n := slices.IndexFunc(r.Intents, func(in Intent) bool { return in.Kind == IntentApprove || in.Kind == IntentReject })
	if i == nil || n < 0 || r.Writer != r.About.To.ID {
		t.closeProgress(r, nil, nil)
		return
	}
	in := r.Intents[n]
	yes := in.Kind == IntentApprove
	var line EchoLine
	var ok bool
	switch kind {
	case "extend":
		line, ok = t.decideExtension(i, r, yes, in.Comment)
	case "verify":
		line, ok = t.decideVerify(i, r, yes, in.Comment)
	}
	if !ok {
		t.settle(r, ActedOn, "already-decided")
		t.echoPerson(r, []EchoLine{{What: "already-decided"}})
		return
	}
	t.settle(r, ActedOn, line.What)
	t.echoPerson(r, []EchoLine{line})
	by := t.party(r.Writer)
	l := Letter{Kind: Echo, Of: Action, Ref: "told", Reason: "the person responsible learns the decision", Zone: i.Zone, By: &by, Echoes: []EchoLine{line}, Items: t.itemViews([]*Item{i}), Quote: in.Comment}
	t.send(l, i.Owner, "decided-"+r.MessageID)
}

func (t *turn) decideExtension(i *Item, r *Reply, yes bool, comment string) (EchoLine, bool) {
	e := i.openExtension()
	if e == nil {
		return EchoLine{}, false
	}
	e.By, e.Comment, e.Decided, e.State = r.Writer, comment, t.now, "refused"
	line := EchoLine{What: "extend", Status: "refused", Text: i.Text, Date: e.Until, Reason: comment}
	if yes {
		e.State, line.Status = "granted", "granted"
		i.Due, i.Overdue = e.Until, 0
	}
	t.note("extension", r.Writer, string(e.From), e.State+" "+string(e.Until))
	return line, true
}

// decideVerify closes the item, or returns it with a comment (S0-61).
func (t *turn) decideVerify(i *Item, r *Reply, yes bool, comment string) (EchoLine, bool) {
	if i.Status != Finished {
		return EchoLine{}, false
	}
	line := EchoLine{What: "verify", Status: "refused", Text: i.Text, Reason: comment}
	if yes {
		i.Status, line.Status = Complete, "granted"
		t.closed(i)
	} else {
		i.Status, i.DoneAt = InProgress, time.Time{}
	}
	t.note("verify", r.Writer, string(Finished), string(i.Status))
	return line, true
}
