package secretary

import (
	"slices"
	"strings"
	"testing"
	"time"
)

// amended orders a change at the world's time.
func amended(t *testing.T, w *world, p *Policy, by PersonID) *Outcome {
	t.Helper()
	c := SeriesCase(p.ID)
	return w.event(c, func(d *Desk) *Outcome {
		out, err := Command(d, c, Order{Amend: &AmendOrder{Policy: p, By: by}}, w.now)
		if err != nil {
			t.Fatal(err)
		}
		return out
	})
}

// decided answers the last letter of approval to somebody.
func decided(w *world, who PersonID, k IntentKind) *Outcome {
	r := w.reply(who, w.last(who, Approval, 0))
	r.Intents = []Intent{{Kind: k}}
	return w.mail(r)
}

// S1A-37: also the first version of a regulation is inactive until it is approved, and its series counts from that day.
func TestTheFirstVersionWaitsToo(t *testing.T) {
	at := time.Date(2026, 11, 23, 10, 0, 0, 0, cst)
	w := newWorld(t, testDesk("2026-11-23"), at)
	p := coordination()
	p.Approval.Approver = "zhao.jun"
	amended(t, w, p, "chen.jing")
	w.until(at.AddDate(0, 0, 1))
	if len(w.Meetings) > 0 || w.Current[p.ID] != "" {
		t.Fatalf("in force before it was approved: %v", w.Current)
	}
	if l := w.last("zhao.jun", Approval, 0); l == nil || l.Regulations[0].Was != nil {
		t.Fatalf("the approver is asked %+v", l)
	}
	w.until(time.Date(2026, 11, 25, 9, 30, 0, 0, cst))
	decided(w, "zhao.jun", IntentApprove)
	w.until(w.now.Add(time.Hour))
	if w.Current[p.ID] != p.ID+"@1" || w.Series[p.ID].First != "2026-11-25" || len(w.Meetings) == 0 {
		t.Errorf("in force %v since %s, meetings %d", w.Current, w.Series[p.ID].First, len(w.Meetings))
	}
}

// G-18: an approver outside the company approves nothing; for one who has left the level above the convener does; the version in force names who, whatever
// the new one says.
func TestWhoApproves(t *testing.T) {
	for _, tc := range []struct {
		inForce, new, by Ref
		want             PersonID
	}{
		{"", "zhao.jun", "chen.jing", "zhao.jun"},
		{"zhao.jun", "chen.jing", "li.na", "zhao.jun"},
		{"zhao.jun", "", "li.na", "zhao.jun"},
		{"chen.jing", "chen.jing", "chen.jing", "zhao.jun"},
		{"zhao.jun", "zhao.jun", "zhao.jun", ""},
		{"head:sales", "head:sales", "chen.jing", "li.na"},
		{"convener", "convener", "chen.jing", "zhao.jun"},
		{"kim", "kim", "chen.jing", ""},
		{"nobody", "nobody", "chen.jing", "zhao.jun"},
	} {
		d := testDesk("2026-11-23", coordination())
		d.Policies["MT-S0-1@1"].Approval.Approver = tc.inForce
		p := coordination()
		p.Approval.Approver = tc.new
		turn := newTurn(d, SeriesCase(p.ID), time.Date(2026, 11, 23, 10, 0, 0, 0, cst), "")
		if got := turn.approver(&Amendment{Policy: p, By: PersonID(tc.by)}); got != tc.want {
			t.Errorf("in force %q, new %q, by %q: %q, want %q", tc.inForce, tc.new, tc.by, got, tc.want)
		}
	}
}

// S0-122: whoever comes new to a roster, or to the company, is told what holds, in one letter for all meetings; those who were
// there from the beginning are not, nor those outside.
func TestNewcomersLearnTheRules(t *testing.T) {
	second := coordination()
	second.ID, second.Code, second.Title = "MT-2", "TWO", T("例会", "例會", "Regular meeting")
	second.Roster = append(second.Roster, RosterRule{Who: "all:sales"}, RosterRule{Who: "kim"})
	at := time.Date(2026, 11, 23, 10, 0, 0, 0, cst)
	w := newWorld(t, testDesk("2026-11-23", coordination(), second), at)
	w.until(at.AddDate(0, 0, 1))
	rules := func() (out []string) {
		for i, l := range w.letters {
			if l.Kind == Duty && l.Ref == "rules" {
				var about []string
				for _, r := range l.Regulations {
					about = append(about, regulationText(r))
				}
				out = append(out, w.times[i].In(cst).Format("01-02 15:04 ")+string(l.To.ID)+" "+strings.Join(about, ", "))
			}
		}
		return out
	}
	if got := rules(); len(got) > 0 {
		t.Errorf("told from the beginning: %v", got)
	}
	w.Directory.People["ann"] = &Person{ID: "ann", Name: "安", Email: "ann@corp.example", Department: "SAL", Manager: "li.na", Since: "2026-11-24"}
	w.Directory.Departments["PRD"].Rep = "ann" // and at once the representative of another
	w.wake[PersonCase("ann")] = w.now
	w.until(at.AddDate(0, 0, 4))
	want := []string{"11-25 09:00 ann regulation MT-2 MT-2@1: whole, regulation MT-S0-1 MT-S0-1@1: whole"}
	if got := rules(); !slices.Equal(got, want) {
		t.Errorf("told %v, want %v", got, want)
	}
}

// S0-122: a change that is taken back before the morning is told to nobody.
func TestAChangeTakenBackIsNotTold(t *testing.T) {
	at := time.Date(2026, 11, 23, 10, 0, 0, 0, cst)
	w := newWorld(t, testDesk("2026-11-23", coordination()), at)
	w.until(at)
	setOffice(t, w, "policy notice.lead 3 days")
	w.until(at.Add(time.Hour))
	setOffice(t, w, "policy notice.lead 7 days")
	w.until(at.AddDate(0, 0, 3))
	if n := len(slices.DeleteFunc(slices.Clone(w.letters), func(l Letter) bool { return l.Ref != "rules" })); n > 0 {
		t.Errorf("%d letters tell of it", n)
	}
}

// takesPart says the same as participantsOf, person by person.
func TestTakesPart(t *testing.T) {
	p := coordination()
	for _, r := range []Ref{"all:sales", "all:*", "rep:*", "head:psm", "wu.di", "wu.di@corp.example", "kim", "nobody", "rep:production", "", "convener"} {
		p.Roster = []RosterRule{{Who: r}}
		d := testDesk("2026-11-23", p)
		d.Directory.Departments["PSM"].Parent = "SAL"
		d.Directory.People["wang.lei"].Inactive = r == "rep:production"
		turn := newTurn(d, "", time.Date(2026, 11, 23, 10, 0, 0, 0, cst), "")
		for id, who := range d.Directory.People {
			if got, want := turn.takesPart(p, id), slices.Contains(turn.participantsOf(p), id); got != want && !who.Inactive {
				t.Errorf("%s, %s: %v, want %v", r, id, got, want)
			}
		}
	}
}
