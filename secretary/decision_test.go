package secretary

import (
	"slices"
	"testing"
	"time"
)

// TestDecisionOn: a decision counts for the item it names, for every item where it says so, and without a number only
// where there is one; two that differ are none.
func TestDecisionOn(t *testing.T) {
	yes, no := Intent{Kind: IntentApprove}, Intent{Kind: IntentReject}
	on := func(in Intent, item string) Intent { in.Item = item; return in }
	check := func(want string, items int, intents ...Intent) {
		t.Helper()
		r := &Reply{Intents: intents, About: &Letter{}}
		got := ""
		for _, v := range []string{"1", "2"}[:items] {
			r.About.Items = append(r.About.Items, ItemView{No: v})
		}
		for _, v := range r.About.Items {
			in, ok, why := r.decisionOn(v.No)
			switch {
			case why != "":
				got += "!"
			case !ok:
				got += "-"
			case in.Kind == IntentApprove:
				got += "y"
			default:
				got += "n"
			}
		}
		for _, in := range intents {
			if why := r.astray(in); why != "" {
				got += " " + why
			}
		}
		if got != want {
			t.Errorf("%v of %d items: %q, want %q", intents, items, got, want)
		}
	}
	check("y", 1, yes)
	check("y", 1, on(yes, EveryItem))
	check("-- which-item", 2, yes)
	check("yy", 2, on(yes, EveryItem))
	check("nn", 2, on(no, EveryItem))
	check("yn", 2, on(yes, "1"), on(no, "2"))
	check("!y", 2, on(yes, EveryItem), on(no, "1"))
	check("!", 1, yes, no)
	check("y- no-such-item", 2, on(yes, "1"), on(no, "3"))
}

// decide has 陈静 answer a letter about later dates for these items.
func decide(t *testing.T, items []*Item, intents ...Intent) *Outcome {
	t.Helper()
	d := testDesk("2026-11-27")
	about := &Letter{Kind: Approval, Ref: "decisions", Zone: d.Office.Zone, To: Party{ID: "chen.jing"}}
	for n, i := range items {
		i.Status, i.Due, i.Zone = InProgress, "2026-12-04", d.Office.Zone
		i.Extensions = []Extension{{From: i.Due, Until: "2026-12-11", State: "asked"}}
		d.Items[i.ID] = i
		about.Items = append(about.Items, ItemView{No: []string{"1", "2"}[n], ID: i.ID, Wants: "extend", Until: "2026-12-11"})
	}
	now := time.Date(2026, 12, 1, 9, 0, 0, 0, cst)
	return Receive(d, "person:chen.jing", &Reply{MessageID: "m@x", Writer: "chen.jing", Proof: Proven, Intents: intents, About: about}, now)
}

// Who was asked and has become responsible since does not decide any more (G-18).
func TestNobodyDecidesOnWhatWasHandedOverToThem(t *testing.T) {
	i := &Item{ID: "X-1", Owner: "chen.jing", Supervisor: "chen.jing"}
	out := decide(t, []*Item{i}, Intent{Kind: IntentApprove})
	if i.Due != "2026-12-04" || i.openExtension() == nil {
		t.Errorf("the later date is %s", i.Extensions[0].State)
	}
	if l := out.Letters[0]; l.Kind != Echo || l.Echoes[0].What != "own-item" {
		t.Errorf("answered with %s, %v", l.Kind, l.Echoes)
	}
}

// What contradicts itself is asked back, also beside what is clear.
func TestYesAndNoIsAskedBack(t *testing.T) {
	a, b := &Item{ID: "X-1", Owner: "wang.lei", Supervisor: "chen.jing"}, &Item{ID: "X-2", Owner: "wang.lei", Supervisor: "chen.jing"}
	out := decide(t, []*Item{a, b}, Intent{Kind: IntentApprove, Item: "1"}, Intent{Kind: IntentReject, Item: "1"}, Intent{Kind: IntentApprove, Item: "2"})
	if a.openExtension() == nil || b.openExtension() != nil {
		t.Errorf("the later dates are %s and %s", a.Extensions[0].State, b.Extensions[0].State)
	}
	if l := out.Letters[0]; l.Kind != AskBack || !slices.Equal(l.Problems, []Problem{{"1", "yes-and-no"}}) {
		t.Errorf("answered with %s, %v", l.Kind, l.Problems)
	}
}

// Words that the person responsible adds after the report do not undo a decision on it.
func TestVerificationAfterMoreWords(t *testing.T) {
	done := time.Date(2026, 12, 1, 9, 0, 0, 0, cst)
	d := testDesk("2026-11-27")
	i := &Item{ID: "X-1", Owner: "wang.lei", Supervisor: "chen.jing", Status: Finished, DoneAt: done, Zone: d.Office.Zone}
	i.History = []Progress{{At: done, By: "wang.lei", Status: Finished}, {At: done.Add(time.Hour), By: "wang.lei", Status: Finished, Text: "附件另寄"}}
	d.Items[i.ID] = i
	decide := func(seen time.Time) {
		about := &Letter{Kind: Approval, To: Party{ID: "chen.jing"}, Items: []ItemView{{No: "1", ID: i.ID, Wants: "verify", LastAt: seen}}}
		Receive(d, "person:chen.jing", &Reply{MessageID: seen.String(), Writer: "chen.jing", Proof: Proven, Intents: []Intent{{Kind: IntentApprove}}, About: about}, done.Add(day))
	}
	if decide(done.Add(-day)); i.Status != Finished {
		t.Errorf("what was reported before is verified: %s", i.Status)
	}
	if decide(done); i.Status != Complete {
		t.Errorf("the item is %s", i.Status)
	}
}
