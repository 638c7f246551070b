package secretary

import (
	"fmt"
	"slices"
	"time"
)

// quickLines has somebody write quick lines about some meeting, and perhaps confirm what is shown: before that nothing
// reaches anybody but the writer, and after it exactly those whom the letter named.
func (g *game) quickLines() {
	ids := sortedKeys(g.Meetings)
	if len(ids) == 0 {
		return
	}
	m := g.Meetings[pick(g, ids...)]
	by := pick(g, m.Convener, m.Host, m.Recorder, m.Recorder, pick(g, g.Directory.ids()...))
	if by == "" {
		return
	}
	r := g.reply(by, nil)
	for range 1 + g.die(3) {
		r.Intents = append(r.Intents, Intent{Kind: IntentOrder, QuickLine: g.quickLine()})
	}
	g.until(g.now)
	before := asJSON(g.T, told(g.Meetings[m.ID]))
	g.onlyTo(by, g.write(m.ID, r))
	if after := asJSON(g.T, told(g.Meetings[m.ID])); before != after {
		g.Fatalf("before it was confirmed, %s becomes %s", before, after)
	}
	if shown := g.last(by, OrderCheck, 0); shown != nil && shown.InReply == r.MessageID && len(shown.Reach)+len(shown.Choices) > 0 {
		g.confirm(by, shown)
	}
}

// told is what people were told of a meeting. One that is done may be open again: an item of it was, and its next turn says so.
func told(m *Meeting) any {
	stage := m.Stage
	if stage == Done {
		stage = Published
	}
	return []any{m.Start, m.End, m.Place, stage, m.Agenda, m.Sequence, m.Revision, len(m.Seats), m.Guests}
}

func (g *game) write(id MeetingID, r *Reply) *Outcome {
	g.until(g.now)
	return g.event(MeetingCase(id), func(d *Desk) *Outcome { return Receive(d, MeetingCase(id), r, g.now) })
}

func (g *game) onlyTo(id PersonID, o *Outcome) {
	for _, l := range o.Letters {
		if l.Ref == "topics" { // who conducts nothing has proposed one
			continue
		}
		if l.To.ID != id || len(l.Cc) > 0 {
			g.Fatalf("a quick line that nobody confirmed reaches %s: %s (%s)", l.To.Name, l.Key, l.Reason)
		}
	}
}

// confirm answers the letter, perhaps after something else has happened.
func (g *game) confirm(by PersonID, shown *Letter) {
	if g.die(4) == 0 {
		g.step()
	}
	r := g.reply(by, shown, Intent{Kind: pick(g, IntentConfirm, IntentConfirm, IntentConfirm, IntentObject)})
	before := len(g.letters)
	o := g.write(meetingOf(shown.Case), r)
	switch {
	case o.Reason == "filed": // who may not order any more has written to the convener
		return
	case o.Reason != "ordered":
		g.onlyTo(by, o)
		return
	}
	if done := g.last(by, OrderCheck, 0); !done.Deadline.IsZero() { // edits of the agenda wait for more
		if !sameOrders(nil, nil, done.Reach, shown.Reach) {
			g.Fatalf("%v are to be written to, %v were shown", done.Reach, shown.Reach)
		}
		return
	}
	var to []PersonID
	for _, p := range readersOf(g.letters[before : len(g.letters)-1]) {
		to = append(to, p.ID)
	}
	for _, p := range shown.Reach {
		if !slices.Contains(to, p.ID) {
			g.Fatalf("%s was to be written to and is not", p.Name)
		}
	}
}

func (g *game) quickLine() *QuickLine {
	l := &QuickLine{
		Verb: pick(g, "move", "move", "place", "cancel", "topic", "question", "invite", "absent", "withdraw", "withdraw", "status", "query", "help", ""),
		Line: fmt.Sprintf("line %d", g.die(100)), What: pick(g, "二号会议室", "三号会议室", "产能评估", "备件"),
		Who: []string{pick(g, "何平", "王敏", "李伟", "李娜", "周强", "kim@customer.example", "无名")}, Minutes: 5 * g.die(4),
	}
	if l.Verb == "" {
		l.Problem = "no-order"
	}
	at := g.now.Add(time.Duration(g.die(400)-20) * hour)
	switch g.die(3) {
	case 0:
		l.Date = DateOf(at)
	case 1:
		l.From = Clock{at.Hour(), 0, true}
	default:
		l.Date, l.From, l.To = DateOf(at), Clock{9, 0, true}, Clock{8 + g.die(4), 30, true}
	}
	return l
}
