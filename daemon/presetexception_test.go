package daemon

import (
	"slices"
	"testing"
	"time"

	"github.com/huiban/huiban/secretary"
)

// S1A-31: what goes wrong between production and sales does not wait for the next regular meeting. Whoever is stuck says so, the
// planning unit reads it the same moment with an application for an ad-hoc meeting filled in, and one reply calls it.
func TestAnExceptionCallsTheAdHocMeeting(t *testing.T) {
	l := regularLife(t, "MT-S1A-1", called)
	l.takeUp(t, calledFor(t, "MT-S1A-2"))
	const owner, planner = "rep.manufacturing", "head.production_planning"
	i := &secretary.Item{
		ID: "PSM-20261101-1", No: "1", Meeting: "PSM-20261101", Series: "MT-S1A-1", Policy: "p@1", Text: "A312支架首批入库", Owner: owner, Department: "MANUFACTURING",
		Due: "2026-12-10", Supervisor: planner, Zone: "Asia/Shanghai", Status: secretary.NotStarted, Active: l.now,
	}
	l.desk.Items[i.ID] = i
	l.wake[secretary.PersonCase(owner)] = l.now
	l.until(l.now.Add(time.Hour))
	l.write(t, owner, secretary.Action, "受阻：purchasing缺料，三号机停机", secretary.Intent{Kind: secretary.IntentProgress, Item: "1", Status: "blocked"})
	told := l.last(planner, secretary.Escalation)
	if told == nil || told.Quote != "受阻：purchasing缺料，三号机停机" || told.Applied == nil || told.Applied.Code != "PSAX" {
		t.Fatalf("the planning unit reads %+v", told)
	}
	form := &secretary.Applied{Type: "PSAX", Topic: told.Applied.Topic, Start: told.Applied.Start.Format(time.RFC3339), End: told.Applied.End.Format(time.RFC3339)}
	for _, p := range told.Applied.People {
		form.People = append(form.People, p.Name)
	}
	l.write(t, planner, secretary.Escalation, "", secretary.Intent{Kind: secretary.IntentApply, Apply: form})
	l.until(l.now.AddDate(0, 0, 1))
	for _, id := range []secretary.PersonID{owner, "head.manufacturing", "head.purchasing"} {
		if !slices.ContainsFunc(l.sent(secretary.Invitation, "MT-S1A-2"), func(x secretary.Letter) bool { return x.To.ID == id }) {
			t.Errorf("%s is not invited", id)
		}
	}
}

// last is the newest letter of a kind to somebody, nil where there is none.
func (l *life) last(to secretary.PersonID, kind secretary.LetterKind) *secretary.Letter {
	for i := range slices.Backward(l.letters) {
		if x := &l.letters[i]; x.To.ID == to && x.Kind == kind {
			return x
		}
	}
	return nil
}

// write has somebody answer the last letter of a kind.
func (l *life) write(t *testing.T, by secretary.PersonID, kind secretary.LetterKind, text string, in secretary.Intent) {
	t.Helper()
	x := l.last(by, kind)
	if x == nil {
		t.Fatalf("%s has no %s", by, kind)
	}
	r := &secretary.Reply{MessageID: "<" + x.Key + "@mail>", From: x.To.Email, Writer: by, Proof: secretary.Proven, Date: l.now, About: x, Text: text, Intents: []secretary.Intent{in}}
	c := x.Case
	if in.Kind == secretary.IntentApply {
		c = secretary.PersonCase(by) // an application is its writer's
	}
	if o := secretary.Receive(l.desk, c, r, l.now); o.Verdict != secretary.ActedOn {
		t.Fatalf("%s is %s: %s", by, o.Verdict, o.Reason)
	} else {
		l.take(o)
	}
}
