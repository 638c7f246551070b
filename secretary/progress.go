package secretary

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// receivePerson reads a mail in the thread of one person's action items: the owner's reports, and others' decisions.
func (t *turn) receivePerson(owner PersonID, r *Reply) {
	switch asks := r.About.Asks(); {
	case r.Vain == ToFile:
	case r.About.asksWhich() && r.Writer == r.About.To.ID:
		t.askWhichAgain(r)
		return
	case (asks == Action || asks == Overdue) && (r.Writer == owner || t.answersFor(r)):
		t.receiveProgress(r)
		return
	case asks == Approval:
		t.receiveDecisions(r)
		return
	case asks == Duty && t.receiveUpkeep(owner, r):
		return
	case strings.HasPrefix(r.About.Ref, "knowledge:") && !r.acknowledges():
		t.receiveKnowledge(r, r.Text)
		return
	case asks == ApplicationForm && r.Writer == r.About.To.ID:
		t.receiveForm(r)
		return
	}
	t.comment(r)
}

// receiveUpkeep reads an answer about feedback or a recurring duty of the owner. It reports false where the mail is about
// neither, or not by whom it asks.
func (t *turn) receiveUpkeep(owner PersonID, r *Reply) bool {
	switch mine := r.Writer == owner; {
	case r.About.Ref == "feedback" && mine && r.About.Feedback != nil:
		t.receiveGrades(owner, r)
	case r.About.Ref == "forwarded" && r.About.Feedback != nil:
		t.receiveForwarded(owner, r)
	case r.About.Ref == "chores" && mine:
		t.receiveChores(owner, r)
	default:
		return false
	}
	return true
}

// answersFor reports whether the writer is responsible for an item of the letter, which may have come from the decider's
// case.
func (t *turn) answersFor(r *Reply) bool {
	return slices.ContainsFunc(t.itemsIn(r.About), func(i *Item) bool { return i.Owner == r.Writer })
}

// itemsIn lists the items that a letter is about, each once.
func (t *turn) itemsIn(l *Letter) []*Item {
	var out []*Item
	for _, v := range l.Items {
		if i := t.Items[v.ID]; i != nil && !slices.Contains(out, i) {
			out = append(out, i)
		}
	}
	return out
}

// comment keeps the words of somebody else, a manager or the supervisor, with the items they are about, and passes
// them on to whoever is responsible for them.
func (t *turn) comment(r *Reply) {
	if r.acknowledges() {
		t.settle(r, ActedOn, "noted")
		t.note("noted", r.Writer, "", "")
		return
	}
	t.settle(r, ActedOn, "filed")
	owners := map[PersonID]bool{}
	for _, i := range t.itemsIn(r.About) {
		i.report(r, "", t.now)
		owners[i.Owner] = true
	}
	t.note("comment", r.Writer, "", "")
	for _, id := range sortedKeys(owners) {
		if id != r.Writer {
			t.passComment(id, r)
		}
	}
	t.echoPerson(r, append([]EchoLine{{What: "filed"}}, t.evidence(r, t.itemsIn(r.About))...))
}

// passComment shows somebody the words about their items.
func (t *turn) passComment(owner PersonID, r *Reply) {
	by := t.party(r.Writer)
	l := t.about(nil, r, Echo, "a comment is passed on to the person responsible")
	l.Of, l.Ref, l.By, l.Quote = Action, "told", &by, r.Text
	l.Echoes = []EchoLine{{What: "filed"}}
	l.Items = slices.DeleteFunc(l.Items, func(v ItemView) bool { return v.Owner.ID != owner })
	t.send(l, owner, "comment-"+r.MessageID)
}

// echoPerson echoes outside any meeting.
func (t *turn) echoPerson(r *Reply, lines []EchoLine) { t.echo(nil, r, lines) }

// receiveProgress takes the owner's report: one statement for each item, by the numbers of the letter.
func (t *turn) receiveProgress(r *Reply) {
	if t.receiveResult(r) {
		return
	}
	var lines []EchoLine
	var unclear []Problem
	var about []*Item
	for _, in := range r.Intents {
		if in.Kind != IntentProgress && in.Kind != IntentExtend {
			continue
		}
		i, why := t.itemOf(r, in.Item)
		if i == nil {
			unclear = append(unclear, Problem{in.Item, why})
			continue
		}
		about = append(about, i)
		if in.Kind == IntentProgress {
			lines = append(lines, t.progress(i, r, in))
		} else if l, ok := t.extend(i, r, in); ok {
			lines = append(lines, l)
		} else {
			unclear = append(unclear, Problem{in.Item, "no-date"})
		}
	}
	lines = append(lines, t.evidence(r, about)...)
	t.poke(PersonCase(r.Writer))
	for _, i := range t.itemsIn(r.About) {
		t.pokeDeciders(i)
	}
	if bare := t.bareOnes(r, about); len(bare) > 0 && len(unclear) == 0 {
		t.settle(r, ActedOn, lines[0].What)
		t.askResult(r, lines, bare)
		return
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

// itemOf is the open item that a number of the answered letter means; without a number the letter's only one.
func (t *turn) itemOf(r *Reply, no string) (*Item, string) {
	for _, v := range r.About.Items {
		if v.No != no && string(v.ID) != no && (no != "" || len(r.About.Items) > 1) {
			continue
		}
		i := t.Items[v.ID]
		switch {
		case i == nil || i.Status == Dropped:
			return nil, "item-closed"
		case i.Owner == r.Writer:
			return i, ""
		}
	}
	if no == "" && len(r.About.Items) > 1 {
		return nil, "which-item"
	}
	return nil, "no-such-item"
}

// progress records a report; done goes to verification where the policy wants one (S0-61, S0-86), blocked is escalated
// at once (S0-84). Who took a report for done back opens the item again, but not against a verification.
func (t *turn) progress(i *Item, r *Reply, in Intent) EchoLine {
	before := i.Status
	line := EchoLine{What: "progress", Status: in.Status, Item: in.Item, Text: i.Text, Percent: in.Percent, Date: in.ETA}
	if line.Item == "" && len(r.About.Items) == 1 {
		line.Item = r.About.Items[0].No
	}
	if before == Complete && (i.Verified != "" || Status(in.Status) == Complete) {
		line.Note = "already-closed"
		return line
	}
	t.takeReport(i, in, &line)
	i.report(r, in.Item, t.now)
	t.note("progress", i.Owner, string(before), fmt.Sprintf("%s %d%%", i.Status, i.Percent))
	switch {
	case i.Status == Blocked && before != Blocked:
		t.escalateBlocked(i, r)
	case i.Status == Complete && before != Complete:
		t.closed(i, r, line)
		t.tellAsker(i, r)
	case before == Complete && i.Open():
		t.poke(MeetingCase(i.Meeting))
	}
	return line
}

// takeReport puts what a report says on the item.
func (t *turn) takeReport(i *Item, in Intent, line *EchoLine) {
	if in.Percent != nil {
		i.Percent = *in.Percent
	}
	if in.ETA != "" {
		i.ETA = in.ETA
	}
	switch s := Status(in.Status); s {
	case Complete:
		i.Percent, i.DoneAt, i.Status = 100, t.now, Complete
		if t.policyOf(i).Actions.Verify && t.supervisor(i) != "" && i.Asker == "" {
			i.Status, line.Note = Finished, "to-verify"
		}
	case NotStarted, InProgress, Blocked:
		i.Status, i.DoneAt = s, time.Time{}
	case "":
		if i.Status == NotStarted && i.Percent > 0 {
			i.Status = InProgress
		}
	}
}

// report keeps the words of a mail with the item, which it names by a number, "" where it names none.
func (i *Item) report(r *Reply, no string, now time.Time) {
	i.History = append(i.History, Progress{At: now, By: r.Writer, Status: i.Status, Percent: i.Percent, ETA: i.ETA, Text: r.Text, Said: r.saying(no), MessageID: r.MessageID, Parts: reportParts(r.Text)})
}

func (t *turn) escalateBlocked(i *Item, r *Reply) {
	if to := t.supervisor(i); to != "" {
		t.escalate([]*Item{i}, to, "blocked-"+string(i.ID)+"-"+r.MessageID, "a blocked report is escalated at once (S0-84)", nil)
	}
}

// closed lets the meeting see whether it is done, and the supervisor know (S0-86).
func (t *turn) closed(i *Item, r *Reply, line EchoLine) {
	t.poke(MeetingCase(i.Meeting))
	if to := t.supervisor(i); to != "" {
		by := t.party(i.Owner)
		l := Letter{Kind: Echo, Ref: "told", Reason: "the supervisor learns that an item is done (S0-86)", Zone: i.Zone, By: &by, Echoes: []EchoLine{line}, Items: t.itemViews([]*Item{i}), Quote: i.lastWords()}
		t.send(l, to, "done-"+string(i.ID)+"-"+r.MessageID)
	}
}

// extend records a request for a later date and puts it before whoever decides. It reports false where no date is given.
func (t *turn) extend(i *Item, r *Reply, in Intent) (EchoLine, bool) {
	if !in.Until.Valid() || in.Until <= i.Due || in.Until < t.today(i.Zone) || !i.Open() {
		return EchoLine{}, false
	}
	for n := range i.Extensions {
		if i.Extensions[n].State == "asked" {
			i.Extensions[n].State = "replaced"
		}
	}
	i.Extensions = append(i.Extensions, Extension{Asked: t.now, From: i.Due, Until: in.Until, Reason: in.Reason, Late: t.lateBy(i) > 0, State: "asked"})
	i.report(r, in.Item, t.now)
	t.note("extend", i.Owner, string(i.Due), string(in.Until))
	line := EchoLine{What: "extend", Item: in.Item, Text: i.Text, Date: in.Until, Reason: in.Reason, Note: "needs-approval"}
	if t.extender(i, t.policyOf(i)) == "" { // G-18: there is nobody above, which is recorded as such
		t.grant(i, i.openExtension(), "")
		line.Status, line.Note = "granted", ""
	}
	return line, true
}

// decideExtension grants or refuses a later date; a decision on another date than the one asked for last is none.
func (t *turn) decideExtension(i *Item, r *Reply, until Date, yes bool, comment string) (EchoLine, bool) {
	e := i.openExtension()
	if e == nil || !i.Open() || e.Until != until {
		return EchoLine{}, false
	}
	line := EchoLine{What: "extend", Status: "refused", Text: i.Text, Date: e.Until, Reason: comment}
	e.Comment = comment
	if yes {
		line.Status = "granted"
		t.grant(i, e, r.Writer)
	} else {
		e.By, e.Decided, e.State = r.Writer, t.now, "refused"
	}
	t.note("extension", r.Writer, string(e.From), e.State+" "+string(e.Until))
	return line, true
}

// grant sets the later date. The reminders and steps start anew for it.
func (t *turn) grant(i *Item, e *Extension, by PersonID) {
	e.By, e.Decided, e.State = by, t.now, "granted"
	i.Due, i.Overdue = e.Until, 0
}

// decideVerify closes the item, or returns it with a comment (S0-61). A decision on what was seen before the item was
// reported done anew is none.
func (t *turn) decideVerify(i *Item, r *Reply, seen time.Time, yes bool, comment string) (EchoLine, bool) {
	if i.Status != Finished || i.DoneAt.After(seen) {
		return EchoLine{}, false
	}
	line := EchoLine{What: "verify", Status: "refused", Text: i.Text, Reason: comment}
	if yes {
		i.Status, i.Verified, line.Status = Complete, r.Writer, "granted"
		t.poke(MeetingCase(i.Meeting))
	} else {
		i.Status, i.DoneAt, i.Percent, i.Asked = InProgress, time.Time{}, i.percentBefore(), t.now
	}
	t.note("verify", r.Writer, string(Finished), string(i.Status))
	return line, true
}

// percentBefore is what was reported before the item was called finished.
func (i *Item) percentBefore() int {
	for n := len(i.History) - 1; n >= 0; n-- {
		if h := i.History[n]; h.By == i.Owner && h.Status != Finished {
			return h.Percent
		}
	}
	return 0
}
