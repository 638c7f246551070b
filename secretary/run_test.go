package secretary

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// called is an office whose Friday meeting was called for 2027 by one invitation, a week before the first notice.
func called(t *testing.T, change ...func(*Policy)) *world {
	t.Helper()
	p := coordination()
	p.Notice.Series, p.Schedule.From, p.Leave.Delegate = "year", "2027-01-01", "optional"
	for _, c := range change {
		c(p)
	}
	w := newWorld(t, testDesk("2027-01-01", p), time.Date(2026, 12, 1, 8, 0, 0, 0, cst))
	w.until(time.Date(2026, 12, 20, 8, 0, 0, 0, cst))
	return w
}

func on(day string) time.Time {
	at, err := time.ParseInLocation("2006-01-02 15:04", day, cst)
	if err != nil {
		panic(err)
	}
	return at
}

// run is the newest run.
func (w *world) run() *Run {
	runs := w.Series["MT-S0-1"].Runs
	return runs[len(runs)-1]
}

// about tells the calendar letters that went out since n: kind, to whom, what they carry.
func (w *world) about(n int, to PersonID) string {
	var out []string
	for _, l := range w.letters[n:] {
		if l.Meeting == nil || l.Meeting.Method == "" || to != "" && l.To.ID != to {
			continue
		}
		s := fmt.Sprintf("%s %s %s %d", l.Kind, l.To.ID, l.Meeting.Method, l.Meeting.Sequence)
		if v := l.Meeting.Series; v != nil {
			s += fmt.Sprintf(" series of %d", len(v.Dates))
		} else if !l.Meeting.Recurrence.IsZero() {
			s += " on " + l.Meeting.Recurrence.In(cst).Format("01-02")
		}
		if l.Meeting.Uninvited {
			s += " alone"
		}
		out = append(out, s)
	}
	return strings.Join(out, "\n")
}

// press is the REPLY of a calendar program: to the whole series, or to the dates given.
func (w *world) press(from PersonID, stat PartStat, days ...string) *Reply {
	run := w.run()
	r := w.reply(from, w.last(from, Invitation, 0))
	r.Calendar = &CalendarMessage{Method: "REPLY", UID: run.Head.UID}
	answer := CalendarAnswer{Attendee: r.From, PartStat: string(stat), Sequence: run.Head.Sequence}
	if len(days) == 0 {
		r.Calendar.Answers = []CalendarAnswer{answer}
	}
	for _, d := range days {
		at := on(d).UTC()
		answer.RecurrenceID = &at
		r.Calendar.Answers = append(r.Calendar.Answers, answer)
	}
	r.Intents = []Intent{{Kind: IntentAttend, Status: spoken(stat)}}
	return r
}

// take hands a calendar's reply to the case of the series.
func (w *world) take(r *Reply) *Outcome {
	c := SeriesCase("MT-S0-1")
	o := w.event(c, func(d *Desk) *Outcome { return Receive(d, c, r, w.now) })
	w.until(w.now)
	return o
}

// says is what stands for the person on that day's meeting.
func (w *world) says(day string, id PersonID) PartStat {
	m := w.Meetings[MeetingID("PSC-"+strings.ReplaceAll(day, "-", ""))]
	if m == nil || m.seat(id) == nil {
		return "no seat"
	}
	return m.seat(id).Answer.PartStat
}

func (w *world) expect(t *testing.T, n int, to PersonID, want string) {
	t.Helper()
	if got := w.about(n, to); got != strings.TrimSpace(want) {
		t.Errorf("the letters:\n%s\ninstead of\n%s", got, want)
	}
}

func TestOneInvitationForTheYear(t *testing.T) {
	w := called(t)
	run := w.run()
	// 2027 has 53 Fridays; New Year's Day and National Day are moved to the day before, and are exceptions.
	if len(run.Dates) != 53 || run.Head.UID != "PSC-2027.huiban@corp.example" || run.Rule != "FREQ=WEEKLY;BYDAY=FR;UNTIL=20271231T010000Z" {
		t.Errorf("%d dates, %s, %s", len(run.Dates), run.Head.UID, run.Rule)
	}
	w.expect(t, 0, "li.na", "invitation li.na REQUEST 0 series of 53")
	v := w.last("li.na", Invitation, 0).Meeting
	var apart []string
	for _, d := range v.Series.Dates {
		if d.Apart {
			apart = append(apart, d.Planned.In(cst).Format("0102")+">"+d.Start.In(cst).Format("20060102")+" "+d.ShiftDay.In(Hans))
		}
	}
	if got := strings.Join(apart, ", "); got != "0101>20261231 元旦, 1001>20270930 国庆节" {
		t.Errorf("exceptions: %s", got)
	}
	if !w.times[0].Equal(on("2026-12-18 09:00")) {
		t.Errorf("called at %s", w.times[0])
	}
}

// S0-12: the notice of each meeting comes at its own lead, with the agenda, as the exception that it is in the calendar.
func TestNoticeOfOneMeetingOfASeries(t *testing.T) {
	w := called(t)
	w.take(w.press("li.na", Accepted))
	n := len(w.letters)
	w.until(on("2027-01-02 08:00"))
	w.expect(t, n, "li.na", "invitation li.na REQUEST 0 on 01-01\ninvitation li.na REQUEST 0 on 01-08")
	l := w.last("li.na", Invitation, 0)
	if s := l.Meeting.Seats; l.Meeting.UID != w.run().Head.UID || len(l.Meeting.Agenda) == 0 || s[3].ID != "li.na" || s[3].PartStat != Accepted {
		t.Errorf("%+v", l.Meeting)
	}
	for _, l := range w.letters[n:] {
		if l.Kind == Reminder && l.To.ID == "li.na" && l.Ref == "" {
			t.Error("who has answered the series is reminded of a meeting of it")
		}
	}
}

func TestI38AnswerToTheSeriesLeavesExplicitOnes(t *testing.T) {
	w := called(t)
	o := w.take(w.press("li.na", Declined, "2027-02-05 09:00"))
	if o.Verdict != ActedOn || o.Reason != "attend" {
		t.Errorf("%s %s", o.Verdict, o.Reason)
	}
	w.take(w.press("li.na", Accepted))
	for day, want := range map[string]PartStat{"2027-01-29": Accepted, "2027-02-05": Declined, "2027-02-12": Accepted, "2027-12-31": Accepted} {
		if got := w.says(day, "li.na"); got != want {
			t.Errorf("%s: %q", day, got)
		}
	}
	w.take(w.press("li.na", Accepted, "2027-02-05 09:00"))
	if got := w.says("2027-02-05", "li.na"); got != Accepted {
		t.Errorf("after all: %q", got)
	}
}

// imip I-37: several VEVENTs in one REPLY, one of them of the whole series.
func TestI37SeriesAndDatesInOneReply(t *testing.T) {
	w := called(t)
	r := w.press("li.na", Declined, "2027-02-05 09:00", "2027-03-05 09:00")
	all := r.Calendar.Answers[0]
	all.RecurrenceID, all.PartStat = nil, "ACCEPTED"
	r.Calendar.Answers = append([]CalendarAnswer{all}, r.Calendar.Answers...)
	w.take(r)
	for day, want := range map[string]PartStat{"2027-01-29": Accepted, "2027-02-05": Declined, "2027-03-05": Declined} {
		if got := w.says(day, "li.na"); got != want {
			t.Errorf("%s: %q", day, got)
		}
	}
}

func TestI41AnswerToADateThatIsNone(t *testing.T) {
	w := called(t)
	before := asJSON(t, w.Meetings)
	for _, day := range []string{"2027-02-06 09:00", "2027-02-05 10:00", "2030-01-04 09:00"} {
		o := w.take(w.press("li.na", Declined, day))
		if o.Verdict != ActedOn || o.Reason != "no-occurrence" || len(o.Letters) > 0 || o.Journal[0].What != "no-occurrence" {
			t.Errorf("%s: %s %s %+v", day, o.Verdict, o.Reason, o.Journal)
		}
	}
	if asJSON(t, w.Meetings) != before {
		t.Error("a meeting changed")
	}
}

func TestOneMeetingOfASeriesIsMoved(t *testing.T) {
	w := called(t)
	w.take(w.press("li.na", Accepted))
	n := len(w.letters)
	c := MeetingCase("PSC-20270305")
	w.order(t, c, Order{Move: &MoveOrder{Start: on("2027-03-08 14:00")}})
	w.expect(t, n, "li.na", "update li.na REQUEST 1 on 03-05")
	if w.says("2027-03-05", "li.na") != "" || w.says("2027-03-12", "li.na") != Accepted {
		t.Error("the answer to the series counts for the new time, or no longer for the others")
	}
	w.take(w.press("li.na", Tentative)) // again to the series: it was not asked about the new time
	if w.says("2027-03-05", "li.na") != "" || w.says("2027-03-12", "li.na") != Tentative {
		t.Error("an answer to the series counts for a date that was moved since")
	}
}

func TestOneMeetingOfASeriesIsCancelled(t *testing.T) {
	w := called(t)
	n := len(w.letters)
	w.order(t, MeetingCase("PSC-20270305"), Order{Cancel: &CancelOrder{Why: "展会"}})
	w.expect(t, n, "li.na", "cancel li.na CANCEL 1 on 03-05")
	o := w.take(w.press("li.na", Accepted, "2027-03-05 09:00"))
	if o.Reason != "no-occurrence" {
		t.Errorf("an answer to it: %s", o.Reason)
	}
	n = len(w.letters) // from then on it falls out of the series
	w.Directory.Departments["MKT"].Rep = "he.ping"
	w.policy(func(p *Policy) { p.Roster = append(p.Roster, RosterRule{Who: "he.ping"}) })
	w.expect(t, n, "", "invitation he.ping REQUEST 0 series of 52")
	out := w.last("he.ping", Invitation, 0).Meeting.Series.Out
	if len(out) != 1 || !out[0].Planned.Equal(on("2027-03-05 09:00")) || out[0].Why != "展会" {
		t.Errorf("%+v", out)
	}
}

func TestSeriesOfQuarters(t *testing.T) {
	w := called(t, func(p *Policy) { p.Notice.Series = "quarter" })
	if run := w.run(); run.Head.ID != "PSC-2027Q1" || len(run.Dates) != 13 {
		t.Fatalf("%s %d", run.Head.ID, len(run.Dates))
	}
	w.until(on("2027-04-01 08:00"))
	if run := w.run(); run.Head.ID != "PSC-2027Q2" || len(run.Dates) != 13 || !run.Dates[0].Equal(on("2027-04-02 09:00")) {
		t.Errorf("%s %v", run.Head.ID, run.Dates)
	}
}

func TestSkippedDateFallsOut(t *testing.T) {
	w := called(t, func(p *Policy) { p.Holiday.Shift = "skip"; p.Schedule.From = "2027-09-01" })
	w.until(on("2027-09-02 08:00"))
	v := w.last("li.na", Invitation, 0).Meeting
	for n := 1; v.Series == nil; n++ {
		v = w.last("li.na", Invitation, n).Meeting
	}
	if o := v.Series.Out; len(o) != 1 || !o[0].Planned.Equal(on("2027-10-01 09:00")) || o[0].Day.In(Hans) != "国庆节" {
		t.Errorf("%+v", o)
	}
}

// policy puts another version of the policy in force.
func (w *world) policy(change func(*Policy)) {
	key := w.Current["MT-S0-1"]
	p := *w.Policies[key]
	change(&p)
	w.Policies[key+"+"], w.Current["MT-S0-1"] = &p, key+"+"
	w.wake[SeriesCase("MT-S0-1")] = w.now
	for id := range w.Meetings {
		w.wake[MeetingCase(id)] = w.now
	}
	w.until(w.now)
}

func (w *world) order(t *testing.T, c Case, o Order) {
	t.Helper()
	w.event(c, func(d *Desk) *Outcome {
		out, err := Command(d, c, o, w.now)
		if err != nil {
			t.Fatal(err)
		}
		return out
	})
	w.until(w.now)
}

// Nothing was held yet: the whole series changes in place, with the exceptions that stand.
func TestRuleChangesBeforeTheFirstMeeting(t *testing.T) {
	w := called(t)
	w.take(w.press("li.na", Accepted))
	w.order(t, MeetingCase("PSC-20270305"), Order{Move: &MoveOrder{Start: on("2027-03-08 14:00")}})
	n := len(w.letters)
	w.policy(func(p *Policy) { p.Schedule.Start = Clock{10, 0, true} })
	w.expect(t, n, "li.na", "update li.na REQUEST 2 series of 53")
	l := w.last("li.na", Update, 0)
	if len(l.Changes) != 1 || l.Changes[0].New != "2027-01-01T02:00:00Z" {
		t.Errorf("%+v", l.Changes)
	}
	for _, d := range l.Meeting.Series.Dates {
		if d.Planned.Equal(on("2027-03-05 10:00")) && !d.Start.Equal(on("2027-03-08 14:00")) {
			t.Errorf("the exception does not stand: %+v", d)
		}
	}
	if w.says("2027-02-05", "li.na") != "" || w.Meetings["PSC-20270205"].Sequence != 2 {
		t.Error("the answers to the old time stand")
	}
}

// imip §2.3, "this and following": what was held keeps its place in the calendars; the rest is called anew.
func TestRuleChangesInTheMiddleOfTheYear(t *testing.T) {
	w := called(t)
	w.until(on("2027-03-03 08:00"))
	n := len(w.letters)
	w.policy(func(p *Policy) { p.Schedule.RRule = "FREQ=WEEKLY;BYDAY=TU" })
	w.expect(t, n, "li.na", "update li.na REQUEST 1 series of 10\ninvitation li.na REQUEST 0 series of 43\ninvitation li.na REQUEST 0 on 03-09")
	runs := w.Series["MT-S0-1"].Runs
	if len(runs) != 2 || !runs[0].Ended || !runs[0].last().Equal(on("2027-03-05 09:00")) || runs[1].Head.ID != "PSC-2027-2" {
		t.Errorf("%+v", runs)
	}
}

func TestSeriesIsCalledOff(t *testing.T) {
	w := called(t)
	n := len(w.letters)
	w.policy(func(p *Policy) { p.Disabled = true })
	w.expect(t, n, "li.na", "cancel li.na CANCEL 1 series of 53")
	n = len(w.letters)
	w.until(on("2027-04-01 08:00"))
	if got := w.about(n, ""); got != "" {
		t.Errorf("afterwards:\n%s", got)
	}
}

func TestPlaceOfASeriesChanges(t *testing.T) {
	w := called(t)
	n := len(w.letters)
	w.policy(func(p *Policy) { p.Place = T("二号会议室", "", "") })
	w.expect(t, n, "li.na", "update li.na REQUEST 1 series of 53")
	if w.Meetings["PSC-20270305"].Place.In(Hans) != "二号会议室" {
		t.Error("the meetings have the old place")
	}
}

func TestWordsAboutSomeDates(t *testing.T) {
	w := called(t)
	say := func(text, status string) *Outcome {
		r := w.reply("li.na", w.last("li.na", Invitation, 0), Intent{Kind: IntentAttend, Status: status})
		r.Text = text
		o := w.mail(r)
		w.until(w.now)
		return o
	}
	check := func(o *Outcome, verdict Verdict, days map[string]PartStat) {
		t.Helper()
		if o.Verdict != verdict {
			t.Errorf("%s (%s)", o.Verdict, o.Reason)
		}
		for day, want := range days {
			if got := w.says(day, "li.na"); got != want {
				t.Errorf("%s: %q, want %q", day, got, want)
			}
		}
	}
	check(say("参加", "accepted"), ActedOn, map[string]PartStat{"2027-01-29": Accepted, "2027-02-05": Accepted})
	check(say("2月5日请假", "declined"), ActedOn, map[string]PartStat{"2027-01-29": Accepted, "2027-02-05": Declined, "2027-02-12": Accepted})
	check(say("decline 5 March and Mar 12, 2027/3/19", "declined"), ActedOn, map[string]PartStat{"2027-02-26": Accepted, "2027-03-05": Declined, "2027-03-12": Declined, "2027-03-19": Declined})
	check(say("10月1日请假", "declined"), ActedOn, map[string]PartStat{"2027-10-01": Declined}) // moved to the day before by the holiday
	for _, unsure := range []string{"2月6日请假", "下周请假", "这次不来", "3月请假", "第一次请假", "参加，除了8月", "I cannot come next week"} {
		check(say(unsure, "declined"), AskedBack, map[string]PartStat{"2027-01-29": Accepted, "2027-03-26": Accepted})
	}
	check(say("请假，生病", "declined"), ActedOn, map[string]PartStat{"2027-01-29": Declined, "2027-12-31": Declined})
}

// Who stands in for somebody in the series does so in each of its meetings, until it is taken back.
func TestDelegateForASeries(t *testing.T) {
	w := called(t)
	n := len(w.letters)
	w.mail(w.reply("li.na", w.last("li.na", Invitation, 0), Intent{Kind: IntentAttend, Status: "delegated", Delegate: "王敏"}))
	w.until(w.now)
	w.expect(t, n, "wang.min", "invitation wang.min REQUEST 0 series of 53")
	if w.says("2027-03-05", "li.na") != Delegated || w.says("2027-03-05", "wang.min") != "" {
		t.Errorf("%q %q", w.says("2027-03-05", "li.na"), w.says("2027-03-05", "wang.min"))
	}
	w.take(w.press("wang.min", Accepted))
	if w.says("2027-03-05", "wang.min") != Accepted {
		t.Error("the delegate's answer to the series does not count")
	}
	n = len(w.letters)
	w.until(on("2027-02-26 10:00")) // the notice of 5 March
	if got := w.about(n, "wang.min"); !strings.Contains(got, "invitation wang.min REQUEST 0 on 03-05") || w.about(n, "li.na") != "" {
		t.Errorf("notices:\n%s\n%s", got, w.about(n, "li.na"))
	}
	n = len(w.letters)
	w.take(w.press("li.na", Accepted))
	w.expect(t, n, "wang.min", "cancel wang.min CANCEL 1 series of 53 alone")
	if w.says("2027-03-12", "li.na") != Accepted || w.says("2027-03-12", "wang.min") != "no seat" {
		t.Errorf("%q %q", w.says("2027-03-12", "li.na"), w.says("2027-03-12", "wang.min"))
	}
}

// Leave from a series is asked for once, and the host's substitute chairs every meeting.
func TestLeaveFromASeries(t *testing.T) {
	w := called(t, func(p *Policy) { p.Leave.Approval = "convener" })
	n := len(w.letters)
	w.take(w.press("li.na", Declined))
	asked := 0
	for _, l := range w.letters[n:] {
		if l.Kind == Approval {
			asked++
		}
	}
	if asked != 1 {
		t.Fatalf("%d approvals", asked)
	}
	w.mail(w.reply("chen.jing", w.last("chen.jing", Approval, 0), Intent{Kind: IntentApprove}))
	w.until(w.now)
	for _, day := range []MeetingID{"PSC-20270108", "PSC-20271231"} {
		if s := w.Meetings[day].seat("li.na"); s.Leave != "granted" || s.Answer.PartStat != Declined {
			t.Errorf("%s: %+v", day, s)
		}
	}
	w.take(w.press("zhao.jun", Declined))
	w.until(on("2027-03-01 10:00"))
	if m := w.Meetings["PSC-20270305"]; m.Host != "wang.lei" || m.seat("wang.lei") == nil || m.seat("li.na").Leave != "granted" {
		t.Errorf("host %s", m.Host)
	}
}

// S0-52: a series' invitation that comes back is told to the convener.
func TestBounceOfASeries(t *testing.T) {
	w := called(t)
	r := &Reply{MessageID: "b", Automatic: Bounced, Bounce: &Bounce{Recipient: "li.na@corp.example", Permanent: true}, About: w.last("li.na", Invitation, 0)}
	w.mail(r)
	if l := w.last("chen.jing", Echo, 0); l == nil || l.Echoes[0].What != "bounced" || w.run().Head.seat("li.na").Undeliverable == "" {
		t.Errorf("%+v", l)
	}
}

// Somebody who leaves the company, or joins, in the middle of the year.
// Clauses: S0-106.
func TestRosterOfASeriesChanges(t *testing.T) {
	w := called(t)
	w.take(w.press("li.na", Accepted))
	w.until(on("2027-03-03 08:00"))
	n := len(w.letters)
	w.policy(func(p *Policy) {
		p.Roster = append(p.Roster[:2:2], append(p.Roster[3:], RosterRule{Who: "he.ping"})...)
	})
	w.expect(t, n, "li.na", "update li.na REQUEST 1 series of 10") // the one of 5 March was noticed and stands
	w.expect(t, n, "he.ping", "invitation he.ping REQUEST 0 series of 43")
	if v := w.last("he.ping", Invitation, 0).Meeting; !v.Start.Equal(on("2027-03-12 09:00")) {
		t.Errorf("from %s on", v.Start)
	}
	n = len(w.letters)
	w.until(on("2027-03-06 08:00"))
	w.expect(t, n, "he.ping", "invitation he.ping REQUEST 0 on 03-12")
	w.expect(t, n, "li.na", "")
}

// RFC 5545 §3.8.4.4: whoever was invited to one date alone has an entry by its RECURRENCE-ID. Another time of the series
// gives the date another one: the old entry goes, also where somebody has set the time of that meeting.
func TestAGuestsEntryIsReplaced(t *testing.T) {
	for _, set := range []bool{false, true} {
		w := called(t)
		c := MeetingCase("PSC-20270205")
		w.order(t, c, Order{Invite: &InviteOrder{Person: "he.ping"}})
		if set {
			w.order(t, c, Order{Move: &MoveOrder{Start: on("2027-02-05 16:00")}})
		}
		n := len(w.letters)
		w.policy(func(p *Policy) { p.Schedule.Start = Clock{14, 0, true} })
		w.until(w.now)
		got := w.about(n, "he.ping")
		sequence := w.Meetings["PSC-20270205"].Sequence
		if want := fmt.Sprintf("cancel he.ping CANCEL %d on 02-05\ninvitation he.ping REQUEST %[1]d on 02-05", sequence); got != want {
			t.Errorf("time set %v: he.ping got\n%s\nwant\n%s", set, got, want)
		}
		old, anew := w.last("he.ping", Cancel, 0).Meeting.Recurrence, w.last("he.ping", Invitation, 0).Meeting.Recurrence
		if !old.Equal(on("2027-02-05 09:00")) || !anew.Equal(on("2027-02-05 14:00")) {
			t.Errorf("time set %v: taken out %v, put in %v", set, old, anew)
		}
	}
}
