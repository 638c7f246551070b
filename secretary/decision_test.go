package secretary

import "testing"

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
			in, ok := r.decisionOn(v.No, items == 1)
			switch {
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
	check("-y", 2, on(yes, EveryItem), on(no, "1"))
	check("y- no-such-item", 2, on(yes, "1"), on(no, "3"))
}
