package secretary

import (
	"fmt"
	"slices"
	"testing"
	"time"
)

// checkQuiet holds what the clock had go out against the quiet hours. Only of a meeting that begins before they are over
// something may go out in them, since in the morning it would be lost.
func (w *world) checkQuiet(c Case, o *Outcome) {
	end, quiet := w.quietUntil()
	if !quiet || len(o.Letters) == 0 {
		return
	}
	if m := w.Meetings[meetingOf(c)]; m != nil && m.Start.After(w.now) && !m.Start.After(end) {
		return
	}
	w.t.Fatalf("%s goes out at %s, in the quiet hours until %s", o.Letters[0].Key, w.now.In(cst), end)
}

// quietUntil is the end of the quiet hours that it is now in.
func (w *world) quietUntil() (time.Time, bool) {
	from, to, now := w.Office.Quiet[0], w.Office.Quiet[1], w.now.In(cst)
	clock := func(c Clock) int { return c.Hour*60 + c.Minute }
	at := now.Hour()*60 + now.Minute()
	in := clock(from) <= at && at < clock(to)
	end := DateOf(now).At(to, cst)
	if clock(from) > clock(to) {
		if in = at >= clock(from) || at < clock(to); at >= clock(from) {
			end = DateOf(now).Add(1).At(to, cst)
		}
	}
	return end, in
}

// Quiet hours put letters off, but every one of them goes out.
func TestQuietHoursLoseNothing(t *testing.T) {
	course := func(quiet [2]Clock) []string {
		now := time.Date(2026, 11, 19, 8, 0, 0, 0, cst)
		p := coordination()
		p.Schedule.Until = "2026-11-27"
		w := newWorld(t, testDesk("2026-11-27", p), now)
		w.Office.Quiet = quiet
		w.until(time.Date(2026, 11, 27, 18, 0, 0, 0, cst))
		draft := &Draft{Resolutions: []DraftLine{{"1", "决议"}}, Actions: []DraftAction{{"2", "行动", "王磊", "2026-12-04", "成果"}}}
		w.mail(w.reply("sun.li", w.last("sun.li", MinutesCall, 0), Intent{Kind: IntentDraft, Draft: draft}))
		w.until(now.AddDate(0, 0, 14))
		w.mail(w.reply("zhao.jun", w.last("zhao.jun", MinutesReview, 0), Intent{Kind: IntentApprove}))
		w.until(now.AddDate(0, 0, 16))
		for _, c := range slices.Clone(w.Meetings["PSC-20261127"].Confirms) {
			w.mail(w.reply(c.Person, w.last(c.Person, MinutesConfirm, 0), Intent{Kind: IntentConfirm}))
		}
		w.until(now.AddDate(0, 0, 40))
		var out []string
		for _, l := range w.letters {
			out = append(out, fmt.Sprint(l.Kind, " ", l.Ref, " ", l.To.ID))
		}
		slices.Sort(out)
		return out
	}
	want := course([2]Clock{})
	for _, quiet := range [][2]Clock{{{21, 0, true}, {7, 30, true}}, {{19, 0, true}, {10, 0, true}}, {{8, 0, true}, {12, 0, true}}} {
		if got := course(quiet); !slices.Equal(got, want) {
			t.Errorf("in quiet hours %v other letters go out:\n%s\nnot\n%s", quiet, beyond(got, want), beyond(want, got))
		}
	}
}

// beyond lists what a has more of than b; both are sorted.
func beyond(a, b []string) (out []string) {
	left := slices.Clone(b)
	for _, s := range a {
		if i := slices.Index(left, s); i >= 0 {
			left = slices.Delete(left, i, i+1)
		} else {
			out = append(out, s)
		}
	}
	return out
}

func TestPolite(t *testing.T) {
	at := func(s string) time.Time {
		v, err := time.ParseInLocation("2006-01-02 15:04", s, cst)
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
	d := testDesk("2026-11-20")
	check := func(quiet [2]Clock, when, end, want string) {
		t.Helper()
		d.Office.Quiet = quiet
		var until time.Time
		if end != "" {
			until = at(end)
		}
		if got := newTurn(d, "", at(when), "").polite(at(when), until); !got.Equal(at(want)) {
			t.Errorf("what is due at %s and over at %q goes out at %s, not %s", when, end, got.In(cst), want)
		}
	}
	night, noon := [2]Clock{{21, 0, true}, {7, 30, true}}, [2]Clock{{12, 0, true}, {14, 0, true}}
	check([2]Clock{}, "2026-11-20 03:00", "", "2026-11-20 03:00")
	check(night, "2026-11-20 20:59", "", "2026-11-20 20:59")
	check(night, "2026-11-20 21:00", "", "2026-11-21 07:30")
	check(night, "2026-11-21 07:29", "", "2026-11-21 07:30")
	check(night, "2026-11-21 07:30", "", "2026-11-21 07:30")
	check(night, "2026-11-21 06:00", "2026-11-21 07:00", "2026-11-20 20:59") // too late in the morning
	check(night, "2026-11-20 22:00", "2026-11-21 07:30", "2026-11-20 20:59")
	check(noon, "2026-11-20 13:00", "", "2026-11-20 14:00")
	check(noon, "2026-11-20 11:00", "", "2026-11-20 11:00")
	check(noon, "2026-11-20 13:00", "2026-11-20 13:30", "2026-11-20 11:59")
}
