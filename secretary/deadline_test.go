package secretary

import (
	"testing"
	"time"
)

// drafted is a world in which the meeting of 27 November is over and its draft has come in.
func drafted(t *testing.T, p *Policy) *world {
	t.Helper()
	w := newWorld(t, testDesk("2026-11-20", p), time.Date(2026, 11, 20, 9, 0, 0, 0, cst))
	w.until(time.Date(2026, 11, 27, 11, 0, 0, 0, cst))
	draft := &Draft{Resolutions: []DraftLine{{"1", "锁价"}}, Actions: []DraftAction{{"2", "询价", "王磊", "2026-12-01", "询价单"}}}
	w.mail(w.reply("sun.li", w.last("sun.li", MinutesCall, 0), Intent{Kind: IntentDraft, Draft: draft}))
	return w
}

// TestEscalationsSayByWhen: whoever is to decide is told by when, of an item, of a review, of confirmations (S0-84, G-26).
func TestEscalationsSayByWhen(t *testing.T) {
	p := coordination()
	p.Schedule.Until = "2026-11-27"
	w := drafted(t, p)
	w.until(time.Date(2026, 12, 10, 11, 0, 0, 0, cst)) // nobody reviews
	w.mail(w.reply("zhao.jun", w.last("zhao.jun", MinutesReview, 0), Intent{Kind: IntentApprove}))
	w.until(time.Date(2026, 12, 20, 11, 0, 0, 0, cst)) // nobody confirms
	for _, id := range []PersonID{"chen.jing", "david", "li.na", "liu.yang", "wang.lei", "zhang.wei", "zhao.jun"} {
		w.mail(w.reply(id, w.last(id, MinutesConfirm, 0), Intent{Kind: IntentConfirm}))
	}
	w.until(time.Date(2027, 1, 10, 11, 0, 0, 0, cst)) // nobody does it
	refs := map[string]bool{}
	for n, l := range w.letters {
		if l.Kind != Escalation {
			continue
		}
		kind, _, _ := cutCase(Case(l.Ref + ":"))
		if refs[kind] = true; !l.Deadline.After(w.times[n]) {
			t.Errorf("%s: wanted by %s", l.Key, l.Deadline)
		}
	}
	if !refs["review"] || !refs["confirm"] || !refs["item"] {
		t.Errorf("escalated were %v", refs)
	}
}

// TestProofIsWantedByTheAnswersOwnDay, and at once where that has passed.
func TestProofIsWantedByTheAnswersOwnDay(t *testing.T) {
	w := newWorld(t, testDesk("2026-11-20", coordination()), time.Date(2026, 11, 20, 9, 0, 0, 0, cst))
	w.until(time.Date(2026, 11, 20, 10, 0, 0, 0, cst))
	about := w.last("li.na", Invitation, 0)
	ask := func() Letter {
		r := w.reply("li.na", about, Intent{Kind: IntentAttend, Status: "accepted"})
		r.Proof = Weak
		w.mail(r)
		return *w.last("li.na", Prove, 0)
	}
	if l := ask(); !l.Deadline.Equal(about.Deadline) || l.Deadline.IsZero() {
		t.Errorf("wanted by %s, the invitation by %s", l.Deadline, about.Deadline)
	}
	w.until(about.Deadline.Add(hour))
	if l := ask(); !l.Deadline.IsZero() {
		t.Errorf("wanted by %s, which has passed", l.Deadline)
	}
}

// TestObjectionLeavesTimeToAnswer: the draft came in time, so its deadline does not press the answer to an objection.
func TestObjectionLeavesTimeToAnswer(t *testing.T) {
	p := coordination()
	p.Minutes.ReviewBy = ""
	w := drafted(t, p)
	w.until(time.Date(2026, 11, 28, 9, 0, 0, 0, cst))
	w.mail(w.reply("li.na", w.last("li.na", MinutesConfirm, 0), Intent{Kind: IntentObject, Item: "1", Comment: "不锁"}))
	w.until(time.Date(2026, 11, 28, 10, 0, 0, 0, cst))
	if l := w.last("sun.li", MinutesCall, 0); len(l.Objections) != 1 || l.Deadline.Sub(w.now) < day {
		t.Errorf("%d objections, wanted by %s", len(l.Objections), l.Deadline)
	}
}
