package secretary

import (
	"slices"
	"testing"
	"time"
)

// S0-96, G-18: what is about the stand-in's own request, or own minutes, goes to whoever is above; what is somebody's own stays theirs.
func TestWhoGetsALetterOfARole(t *testing.T) {
	d := testDesk("2026-11-20", coordination())
	d.Away = map[PersonID][]StandIn{"chen.jing": {{By: "wang.lei", From: "2026-11-20", Until: "2026-11-27"}}}
	turn := newTurn(d, "person:chen.jing", time.Date(2026, 11, 23, 9, 0, 0, 0, cst), "test")
	wang := turn.party("wang.lei")
	for _, c := range []struct {
		what string
		l    Letter
		to   PersonID
	}{
		{"a question to the convener", Letter{Kind: Approval, Ref: "leave:li.na"}, "wang.lei"},
		{"leave that the stand-in asks for", Letter{Kind: Approval, Ref: "leave:wang.lei", By: &wang}, "zhao.jun"},
		{"an item of the stand-in's to be verified", Letter{Kind: Approval, Ref: "verify:X", Items: []ItemView{{Owner: wang}}}, "zhao.jun"},
		{"minutes that the stand-in took", Letter{Kind: MinutesReview, Meeting: &MeetingView{Recorder: wang}}, "zhao.jun"},
		{"an invitation", Letter{Kind: Invitation}, "chen.jing"},
		{"a survey", Letter{Kind: Survey}, "chen.jing"},
		{"an echo", Letter{Kind: Echo}, "chen.jing"},
		{"an overdue item", Letter{Kind: Overdue}, "wang.lei"},
		{"an opinion in confidence", Letter{Kind: Duty, Ref: "opinion"}, "chen.jing"},
	} {
		if got := turn.forRole(&c.l, "chen.jing"); got != c.to {
			t.Errorf("%s goes to %s, want %s", c.what, got, c.to)
		}
	}
	turn.now = turn.now.AddDate(0, 0, 6)
	if got := turn.forRole(&Letter{Kind: Overdue}, "chen.jing"); got != "chen.jing" {
		t.Errorf("after the last day a letter goes to %s", got)
	}
}

// S0-96: where the stand-in is away too, their own stand-in does it; where these stand in for each other, nobody does.
func TestStandInsOfStandIns(t *testing.T) {
	day := func(by PersonID) []StandIn { return []StandIn{{By: by, From: "2026-11-20", Until: "2026-11-27"}} }
	for _, c := range []struct {
		away map[PersonID][]StandIn
		want PersonID
	}{
		{map[PersonID][]StandIn{"chen.jing": day("wang.lei"), "wang.lei": day("li.na")}, "li.na"},
		{map[PersonID][]StandIn{"chen.jing": day("wang.lei"), "wang.lei": day("chen.jing")}, ""},
		{map[PersonID][]StandIn{"chen.jing": day("wang.lei"), "li.na": day("wang.lei")}, "wang.lei"},
	} {
		d := testDesk("2026-11-20", coordination())
		d.Away = c.away
		if got := newTurn(d, "person:chen.jing", time.Date(2026, 11, 23, 9, 0, 0, 0, cst), "test").standIn("chen.jing"); got != c.want {
			t.Errorf("%v: %q stands in, want %q", c.away, got, c.want)
		}
	}
}

// S0-96: the answer of somebody who stood in when the letter came, and no longer does, decides nothing.
func TestStandInWhoseTimeIsOver(t *testing.T) {
	d := testDesk("2026-11-20", coordination())
	d.Away = map[PersonID][]StandIn{"chen.jing": {{By: "wang.lei", From: "2026-11-20", Until: "2026-11-27"}}}
	for now, want := range map[time.Time]PersonID{
		time.Date(2026, 11, 26, 9, 0, 0, 0, cst): "chen.jing",
		time.Date(2026, 11, 30, 9, 0, 0, 0, cst): "wang.lei",
	} {
		turn := newTurn(d, "person:chen.jing", now, "test")
		chen := turn.party("chen.jing")
		l := &Letter{Kind: Approval, Ref: "leave:li.na", To: turn.party("wang.lei"), For: &chen}
		got := turn.inTheirPlace(&Reply{Writer: "wang.lei", Proof: Proven, About: l})
		if got.Writer != want || got.About.To.ID != "chen.jing" {
			t.Errorf("on %s it counts as %s's answer to a letter to %s", now.Format(time.DateOnly), got.Writer, got.About.To.ID)
		}
	}
}

// S0-96: the new convener of a series gets a hand-over letter once; who had the role when the regulation was first seen gets none.
func TestANewHolderIsHandedOverTo(t *testing.T) {
	w := newWorld(t, testDesk("2026-11-20", coordination()), time.Date(2026, 11, 20, 9, 0, 0, 0, cst))
	w.until(w.now.Add(hour))
	handed := func() (out []PersonID) {
		for _, l := range w.letters {
			if l.Kind == Duty && l.Ref == "role" {
				out = append(out, l.To.ID)
			}
		}
		return out
	}
	if got := handed(); len(got) > 0 {
		t.Fatalf("handed over to %v at the beginning", got)
	}
	p := *coordination()
	p.Convener = "wang.lei"
	w.Policies["MT-S0-1@2"], w.Current["MT-S0-1"] = &p, "MT-S0-1@2"
	w.wake[PersonCase("wang.lei")] = w.now
	w.until(w.now.Add(7 * day))
	if got := handed(); !slices.Equal(got, []PersonID{"wang.lei"}) {
		t.Errorf("handed over to %v", got)
	}
	n := slices.IndexFunc(w.letters, func(l Letter) bool { return l.Ref == "role" })
	if l := w.letters[n]; l.Post == nil || len(l.Post.Meetings) == 0 {
		t.Errorf("the letter lists no meetings: %+v", l.Post)
	}
}
