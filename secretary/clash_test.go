package secretary

import (
	"slices"
	"strings"
	"testing"
	"time"
)

// clashLines prints what a letter says of conflicts, and the times that it offers.
func clashLines(add func(string, ...any), l *Letter) {
	for _, c := range l.Clashes {
		what := []string{}
		if c.Hours != "" {
			what = append(what, "hours "+c.Hours)
		} else {
			what = append(what, string(c.ID), strings.TrimSpace(c.Title.In(Hans)+" "+c.Start.In(cst).Format("01-02 15:04")+"–"+c.End.In(cst).Format("15:04")))
		}
		if len(c.People) > 0 {
			what = append(what, names(c.People))
		}
		if c.Room {
			what = append(what, "room")
		}
		if c.Standing {
			what = append(what, "standing")
		}
		add("clash %s", strings.Join(what, " "))
	}
	for _, c := range l.Choices {
		if c.Verb == "move" {
			add("free %s", c.Arg)
		}
	}
}

// Every half hour that is offered is free of conflicts, in working hours and on a working day; and the meeting that is
// moved there clashes with nothing.
func TestFreeSlotsAreFree(t *testing.T) {
	a, b, c := coordination(), coordination(), coordination()
	b.ID, b.Code, b.Schedule.Start = "MT-B", "BBB", Clock{10, 0, true}
	c.ID, c.Code, c.Schedule.Start = "MT-C", "CCC", Clock{14, 0, true}
	c.Schedule.RRule, c.Hours.Avoid = "FREQ=DAILY", []string{"12:00-13:00"}
	a.Hours, b.Hours = c.Hours, c.Hours
	now := time.Date(2026, 11, 16, 8, 0, 0, 0, cst)
	w := newWorld(t, testDesk("2026-11-16", a, b, c), now)
	w.until(now.Add(hour))
	tr := newTurn(w.Desk, "meeting:BBB-20261120", w.now, "")
	m := w.Meetings["BBB-20261120"]
	if m == nil || len(Clashes(w.Desk, m.ID, w.now)) != 1 {
		t.Fatalf("%v clashes with %v", m, Clashes(w.Desk, m.ID, w.now))
	}
	slots := tr.freeSlots(m, b)
	if len(slots) != 3 || slots[0].Format(localForm) != "2026-11-20 10:30" {
		t.Errorf("offered: %v", slots)
	}
	for _, s := range slots {
		at := *m
		at.setTime(s, time.Time{})
		if found := tr.clashes(&at); len(found) > 0 {
			t.Errorf("%s clashes with %v", s, found)
		}
	}
}

// Of two meetings that clash exactly one gives way, whatever their rules.
func TestOneGivesWay(t *testing.T) {
	for _, rules := range [][2]string{{"", ""}, {"ask", "keep"}, {"skip", "skip"}, {"move", "ask"}, {"keep", "keep"}} {
		a, b := coordination(), coordination()
		b.ID, b.Code = "MT-B", "BBB"
		a.Conflict.Rule, b.Conflict.Rule = rules[0], rules[1]
		d := testDesk("2026-11-16", a, b)
		tr := newTurn(d, "", time.Date(2026, 11, 16, 8, 0, 0, 0, cst), "")
		start := time.Date(2026, 11, 20, 9, 0, 0, 0, cst)
		tr.plan(a, "MT-S0-1@1", start)
		tr.plan(b, "MT-B@1", start)
		x, y := d.Meetings["PSC-20261120"], d.Meetings["BBB-20261120"]
		for range 2 {
			if tr.givesWay(x, y) == tr.givesWay(y, x) {
				t.Errorf("%v: both or neither give way", rules)
			}
			y.TimeSet = true
		}
	}
}

// TestHoursToKeepFree proves S1B-12.
func TestHoursToKeepFree(t *testing.T) {
	h := HoursRule{Avoid: []string{"00:00-08:00", "12:00-13:00", "18:00-24:00"}}
	for _, c := range []struct {
		at   string
		n    int
		want string
	}{{"09:00", 90, ""}, {"07:30", 30, ""}, {"07:30", 31, ""}, {"11:30", 30, ""}, {"11:30", 31, "12:00-13:00"}, {"13:00", 60, ""}, {"17:00", 61, "18:00-24:00"}, {"12:30", 0, "12:00-13:00"}} {
		var at Clock
		if err := at.UnmarshalText([]byte(c.at)); err != nil {
			t.Fatal(err)
		}
		if c.at == "07:30" {
			c.want = "00:00-08:00"
		}
		if got := h.Met(at, time.Duration(c.n)*time.Minute); got != c.want {
			t.Errorf("%s for %d minutes: %q, want %q", c.at, c.n, got, c.want)
		}
	}
	for _, bad := range []string{"", "12:00", "13:00-12:00", "12:00-12:00", "1:00-2:00", "24:00-25:00"} {
		if s, ok := ParseHours(bad); ok {
			t.Errorf("%q reads as %v", bad, s)
		}
	}
}

// checkClashes: what a meeting clashes with is known to it and to the other one, and nothing else is. In quiet hours what is
// to be told waits.
func (g *game) checkClashes(m *Meeting) {
	if _, quiet := g.quietUntil(); quiet || !m.toCome() || !m.Start.After(g.now) {
		return
	}
	now := Clashes(g.Desk, m.ID, g.now)
	for _, c := range now {
		if !c.known(m.Clashes) {
			g.Fatalf("%s clashes with %s and does not know", m.ID, c)
		}
		if o := g.Meetings[c.With]; o != nil && o.Start.After(g.now) && !slices.ContainsFunc(o.Clashes, func(b Clash) bool { return b.With == m.ID }) {
			g.Fatalf("%s clashes with %s, which does not know: %v", m.ID, c.With, o.Clashes)
		}
	}
	if len(m.Clashes) > len(now) {
		g.Fatalf("%s remembers %v of %v", m.ID, m.Clashes, now)
	}
}

// clashing is a world of two Friday meetings, one from nine, the other from ten, as change has it.
func clashing(t *testing.T, change func(a, b *Policy)) *world {
	a, b := coordination(), coordination()
	b.ID, b.Code, b.Schedule.Start = "MT-B", "BBB", Clock{10, 0, true}
	for _, p := range []*Policy{a, b} {
		p.Schedule.Until, p.Materials = "2026-11-27", MaterialsRule{}
	}
	change(a, b)
	now := time.Date(2026, 11, 16, 8, 0, 0, 0, cst)
	w := newWorld(t, testDesk("2026-11-27", a, b), now)
	w.until(now.AddDate(0, 0, 5))
	return w
}

// told lists the meetings of the letters about conflicts.
func (w *world) toldOfClashes() (out []string) {
	for _, l := range w.letters {
		if l.Ref == "clash" {
			out = append(out, string(l.Meeting.ID)+" "+string(l.To.ID))
		}
	}
	return out
}

// A meeting that is called off before it has looked at the other one has that look again all the same.
func TestCalledOffBeforeItLooked(t *testing.T) {
	w := clashing(t, func(a, b *Policy) {})
	w.Meetings["PSC-20261127"].Clashes = nil
	w.event("meeting:PSC-20261127", func(d *Desk) *Outcome {
		o, err := Command(d, "meeting:PSC-20261127", Order{Cancel: &CancelOrder{"取消"}}, w.now)
		if err != nil {
			t.Fatal(err)
		}
		return o
	})
	w.until(w.now)
	if got := w.Meetings["BBB-20261127"].Clashes; len(got) > 0 {
		t.Errorf("the other one remembers %v", got)
	}
}

// Who convenes both is told of the one that gives way, and of the one that was moved when one was; two conveners both are.
func TestOneConvenerIsToldOnce(t *testing.T) {
	w := clashing(t, func(a, b *Policy) {})
	if got := w.toldOfClashes(); !slices.Equal(got, []string{"BBB-20261127 chen.jing"}) {
		t.Errorf("told: %v", got)
	}
	w.event("meeting:PSC-20261127", func(d *Desk) *Outcome {
		o, err := Command(d, "meeting:PSC-20261127", Order{Move: &MoveOrder{Start: time.Date(2026, 11, 27, 9, 30, 0, 0, cst)}}, w.now)
		if err != nil {
			t.Fatal(err)
		}
		return o
	})
	w.until(w.now)
	if got := w.toldOfClashes(); len(got) != 2 || got[1] != "PSC-20261127 chen.jing" {
		t.Errorf("after the move: %v", got)
	}
	if got := clashing(t, func(a, b *Policy) { b.Convener = "li.na" }).toldOfClashes(); len(got) != 2 {
		t.Errorf("two conveners: %v", got)
	}
	if got := clashing(t, func(a, b *Policy) { a.Conflict.Rule, b.Conflict.Rule, b.Convener = "keep", "keep", "li.na" }).toldOfClashes(); len(got) != 0 {
		t.Errorf("under keep: %v", got)
	}
}

// A letter about a meeting that has been moved since offers nothing any more: what would come of the answer is shown first.
func TestOldOfferIsAskedAbout(t *testing.T) {
	w := clashing(t, func(a, b *Policy) {})
	l := w.last("chen.jing", Duty, 0)
	to, _ := time.ParseInLocation(localForm, l.Choices[0].Arg, cst)
	press := func() *Outcome {
		return w.mail(w.reply("chen.jing", l, Intent{Kind: IntentOrder, QuickLine: &QuickLine{Verb: "move", Line: "改期", Date: DateOf(to), From: Clock{to.Hour(), to.Minute(), true}}}))
	}
	w.event(l.Case, func(d *Desk) *Outcome {
		o, _ := Command(d, l.Case, Order{Move: &MoveOrder{Start: time.Date(2026, 11, 26, 14, 0, 0, 0, cst)}}, w.now)
		return o
	})
	if o := press(); o.Reason != "order-asked" {
		t.Errorf("%s %s", o.Verdict, o.Reason)
	}
	w = clashing(t, func(a, b *Policy) {})
	l = w.last("chen.jing", Duty, 0)
	if o := press(); o.Reason != "order" || !w.Meetings["BBB-20261127"].Start.Equal(to) {
		t.Errorf("%s %s: %s", o.Verdict, o.Reason, w.Meetings["BBB-20261127"].Start)
	}
	if l := w.last("chen.jing", OrderCheck, 0); len(l.Reach) != 9 {
		t.Errorf("written to: %d", len(l.Reach))
	}
}

// A room alone is a conflict, and is not offered while it is taken; nobody's online meeting takes one.
func TestRoomAlone(t *testing.T) {
	apart := func(a, b *Policy) {
		b.Convener, b.Host, b.HostSubst, b.Recorder, b.Roster = "li.na", "li.na", "", "wang.min", nil
		a.Roster = []RosterRule{{Who: "rep:production"}}
	}
	w := clashing(t, apart)
	l := w.last("li.na", Duty, 0)
	if len(l.Clashes) != 1 || !l.Clashes[0].Room || len(l.Clashes[0].People) > 0 || l.Choices[0].Arg != "2026-11-27 10:30" {
		t.Errorf("%+v %v", l.Clashes, l.Choices)
	}
	for _, mode := range []string{"online", "site"} {
		w := clashing(t, func(a, b *Policy) { apart(a, b); b.Mode = mode })
		if got := w.toldOfClashes(); len(got) > 0 {
			t.Errorf("%s: %v", mode, got)
		}
	}
}
