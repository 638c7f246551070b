package secretary

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
)

// dueWorld has a policy with due dates in calendars, and wang.lei with two items.
func dueWorld(t *testing.T) *world {
	t.Helper()
	p := coordination()
	p.Schedule.AdHoc, p.Actions.Calendar, p.Actions.Verify = true, true, false
	now := time.Date(2026, 11, 16, 10, 0, 0, 0, cst)
	w := newWorld(t, testDesk("2026-11-16", p), now)
	for n, due := range []Date{"2026-11-27", "2026-12-04"} {
		id := ItemID(fmt.Sprintf("PSC-20261113-%d", n+1))
		w.Items[id] = &Item{ID: id, Meeting: "PSC-20261113", MeetingName: p.Title, MeetingDay: "2026-11-13", Series: p.ID, Policy: "MT-S0-1@1", No: fmt.Sprint(n + 1), Text: fmt.Sprintf("任务%d", n+1),
			Owner: "wang.lei", Due: due, OriginalDue: due, Supervisor: "chen.jing", Zone: "Asia/Shanghai", Status: NotStarted, Active: now.UTC()}
	}
	w.until(now)
	return w
}

// entries lists the letters since the nth that put something into a calendar, and how many others there were.
func entries(w *world, since int) string {
	var out []string
	others := 0
	for _, l := range w.letters[since:] {
		if l.Due == nil {
			others++
			continue
		}
		out = append(out, fmt.Sprintf("%s to %s: %s %s #%d %s", l.Kind, l.To.ID, l.Due.Method, strings.TrimSuffix(l.Due.UID, ".due.huiban@corp.example"), l.Due.Sequence, l.Due.Due))
	}
	return strings.Join(append(out, fmt.Sprintf("and %d others", others)), "\n")
}

func seesEntries(t *testing.T, w *world, since int, want string) {
	t.Helper()
	if got := entries(w, since); got != strings.TrimSpace(want) {
		t.Errorf("went out:\n%s\n\ninstead of:\n%s", got, strings.TrimSpace(want))
	}
}

// report has wang.lei answer the newest action letter.
func report(w *world, in ...Intent) {
	w.mail(w.reply("wang.lei", w.last("wang.lei", Action, 0), in...))
	w.until(w.now)
}

// TestDueDatesLiveInTheOwnersCalendar: one entry comes with the action letter, the other by a mail of its own (O-9); it moves
// when a later date is granted and goes when the item is done, each time with a letter that goes out anyway.
// Clauses: S0-119.
func TestDueDatesLiveInTheOwnersCalendar(t *testing.T) {
	w := dueWorld(t)
	seesEntries(t, w, 0, `
action to wang.lei: REQUEST PSC-20261113-1-0 #0 2026-11-27
echo to wang.lei: REQUEST PSC-20261113-2-0 #0 2026-12-04
and 0 others`)
	n := len(w.letters)
	report(w, Intent{Kind: IntentExtend, Item: "1", Until: "2026-12-11", Reason: "插单"})
	seesEntries(t, w, n, "and 2 others") // nothing is granted yet
	n = len(w.letters)
	w.mail(w.reply("chen.jing", w.last("chen.jing", Approval, 0), Intent{Kind: IntentApprove}))
	w.until(w.now)
	seesEntries(t, w, n, `
echo to wang.lei: REQUEST PSC-20261113-1-0 #1 2026-12-11
and 1 others`)
	n = len(w.letters)
	report(w, Intent{Kind: IntentProgress, Item: "1", Status: "done"})
	if got := entries(w, n); !strings.Contains(got, "echo to wang.lei: CANCEL PSC-20261113-1-0 #2 2026-12-11\nand ") {
		t.Errorf("after it was done went out:\n%s", got)
	}
	n = len(w.letters)
	report(w, Intent{Kind: IntentProgress, Item: "1", Status: "in_progress"})
	if got := entries(w, n); !strings.Contains(got, "REQUEST PSC-20261113-1-1 #0 2026-12-11") { // O-30: another UID
		t.Errorf("after it was taken back went out:\n%s", got)
	}
	n = len(w.letters)
	w.event(PersonCase("wang.lei"), func(d *Desk) *Outcome {
		o, err := Command(d, PersonCase("wang.lei"), Order{Drop: &DropOrder{Item: "PSC-20261113-2", Why: "不再需要"}}, w.now)
		if err != nil {
			t.Fatal(err)
		}
		return o
	})
	w.until(w.now)
	if got := entries(w, n); !strings.Contains(got, "CANCEL PSC-20261113-2-0 #1 2026-12-04") {
		t.Errorf("after it was dropped went out:\n%s", got)
	}
}

// TestDueDatePassesToTheHeir: the calendar of somebody who has left gets no mail; the heir's gets an entry of its own.
func TestDueDatePassesToTheHeir(t *testing.T) {
	w := dueWorld(t)
	n := len(w.letters)
	setOffice(t, w, "leaves wang.lei")
	w.until(w.now.Add(hour))
	for _, i := range w.Items {
		if i.Owner == "wang.lei" || i.Entry == nil || i.Entry.Gone || i.Entry.Owner != i.Owner || i.Entry.No != 1 {
			t.Errorf("item %s of %s stands in a calendar as %+v", i.ID, i.Owner, i.Entry)
		}
	}
	if got := entries(w, n); strings.Contains(got, "wang.lei") || strings.Count(got, "REQUEST") != 2 {
		t.Errorf("went out:\n%s", got)
	}
}

// TestDueDatesStayOutOfCalendars where the policy does not want them, for who is outside, and without a date.
func TestDueDatesStayOutOfCalendars(t *testing.T) {
	for name, change := range map[string]func(*Desk){
		"policy":  func(d *Desk) { d.Policies["MT-S0-1@1"].Actions.Calendar = false },
		"outside": func(d *Desk) { d.Directory.People["wang.lei"].External = true },
		"past": func(d *Desk) {
			for _, i := range d.Items {
				i.Due = "2026-11-13"
			}
		},
		"no date": func(d *Desk) {
			for _, i := range d.Items {
				i.Due = ""
			}
		},
	} {
		p := coordination()
		p.Schedule.AdHoc, p.Actions.Calendar = true, true
		now := time.Date(2026, 11, 16, 10, 0, 0, 0, cst)
		w := newWorld(t, testDesk("2026-11-16", p), now)
		w.Items["A-1"] = &Item{ID: "A-1", Policy: "MT-S0-1@1", Text: "任务", Owner: "wang.lei", Due: "2026-11-27", OriginalDue: "2026-11-27", Supervisor: "chen.jing", Status: NotStarted, Active: now.UTC()}
		change(w.Desk)
		w.until(now)
		if slices.ContainsFunc(w.letters, func(l Letter) bool { return l.Due != nil }) {
			t.Errorf("%s: an entry went out", name)
		}
	}
}

// TestSwitchingDueDatesOffTakesThemOut of calendars in which they stand.
func TestSwitchingDueDatesOffTakesThemOut(t *testing.T) {
	w := dueWorld(t)
	n := len(w.letters)
	w.Policies["MT-S0-1@1"].Actions.Calendar = false
	w.wake[PersonCase("wang.lei")] = w.now
	w.until(w.now)
	if got := entries(w, n); strings.Count(got, "CANCEL") != 2 {
		t.Errorf("went out:\n%s", got)
	}
}

// TestAnswerToADueDateIsNoReport: what a calendar answers on its own asks nobody back.
func TestAnswerToADueDateIsNoReport(t *testing.T) {
	w := dueWorld(t)
	n := len(w.letters)
	r := w.reply("wang.lei", nil, Intent{Kind: IntentAttend, Status: "declined"})
	r.Calendar = &CalendarMessage{Method: "REPLY", UID: w.last("wang.lei", Action, 0).Due.UID, Answers: []CalendarAnswer{{Attendee: "wang.lei@corp.example", PartStat: "DECLINED"}}}
	if o := w.mail(r); o.Verdict != ActedOn || o.Reason != "due-entry" || len(w.letters) != n {
		t.Errorf("it is %s (%s), with %d letters", o.Verdict, o.Reason, len(w.letters)-n)
	}
}

// TestDueDateThatNobodyWritesAboutIsLeftToItsOwnersCase: what changes in another case, without a letter to the owner, is put
// right in the owner's own.
func TestDueDateThatNobodyWritesAboutIsLeftToItsOwnersCase(t *testing.T) {
	w := dueWorld(t)
	w.Items["PSC-20261113-1"].Due = "2026-12-18"
	o := Wake(w.Desk, PersonCase("chen.jing"), w.now)
	if !slices.Contains(o.Poke, PersonCase("wang.lei")) {
		t.Errorf("woken are %v", o.Poke)
	}
}
