package secretary

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
)

// agenda is a person's own calendar, with one meeting or series that invites the office.
type agenda struct {
	*world
	t      *testing.T
	event  CalendarEvent
	policy string // whose series it belongs to
}

// aCalendar is chen.jing's, who convenes the coordination meeting and calls it for Wednesday afternoon. The rule of the
// regulation is out of the way.
func aCalendar(t *testing.T, policies ...*Policy) *agenda {
	t.Helper()
	p := coordination()
	p.Schedule.AdHoc = true
	now := time.Date(2026, 11, 16, 10, 0, 0, 0, cst)
	c := &agenda{t: t, world: newWorld(t, testDesk("2026-11-16", append([]*Policy{p}, policies...)...), now), policy: p.ID}
	c.until(now)
	start := time.Date(2026, 12, 2, 14, 0, 0, 0, cst).UTC()
	c.event = CalendarEvent{
		UID: "040000008200E00074C5B7101A82E008", DTStamp: &now, Start: start, End: start.Add(90 * time.Minute), Zone: "Asia/Shanghai", Summary: "产销协调会（12月）", Place: "三楼会议室",
		Organizer: CalendarPerson{Address: "chen.jing@corp.example", Name: "陈静"},
	}
	for _, who := range []string{"meetings", "chen.jing", "zhao.jun", "zhou.qiang", "li.na"} {
		c.event.Attendees = append(c.event.Attendees, CalendarPerson{Address: who + "@corp.example", RSVP: true, PartStat: NeedsAction})
	}
	c.event.Attendees = append(c.event.Attendees, CalendarPerson{Address: "gast@kunde.example", Name: "Gast", RSVP: true, PartStat: NeedsAction})
	return c
}

// send mails the calendar's event, as it is now, from somebody.
func (c *agenda) send(method string, from PersonID, events ...CalendarEvent) *Outcome {
	c.t.Helper()
	if events == nil {
		events = []CalendarEvent{c.event}
	}
	r := c.reply(from, nil)
	r.Calendar = &CalendarMessage{Method: method, UID: events[0].UID, Events: events}
	o := c.world.event(SeriesCase(c.policy), func(d *Desk) *Outcome { return Receive(d, SeriesCase(c.policy), r, c.now) })
	c.until(c.now)
	return o
}

// changed is the event with a higher SEQUENCE and a later stamp.
func (c *agenda) changed(change func(*CalendarEvent)) {
	c.now = c.now.Add(time.Minute)
	stamp := c.now
	c.event.Sequence++
	c.event.DTStamp = &stamp
	c.event.Attendees = slices.Clone(c.event.Attendees)
	change(&c.event)
}

// meeting is the one that has the number.
func (c *agenda) meeting(id MeetingID) *Meeting {
	c.t.Helper()
	m := c.Meetings[id]
	if m == nil {
		c.t.Fatalf("there is no meeting %s among %v", id, sortedKeys(c.Meetings))
	}
	return m
}

// sent lists the letters since the nth as "kind to".
func (c *agenda) sent(since int) string {
	var out []string
	for _, l := range c.letters[since:] {
		s := fmt.Sprintf("%s %s", l.Kind, strings.TrimPrefix(string(l.To.ID), "~"))
		if l.Meeting != nil && l.Meeting.Method != "" {
			s += " " + l.Meeting.Method
		}
		out = append(out, s)
	}
	slices.Sort(out)
	return strings.Join(out, "\n")
}

func (c *agenda) sees(since int, want string) {
	c.t.Helper()
	if got := c.sent(since); got != strings.TrimSpace(want) {
		c.t.Errorf("went out:\n%s\n\ninstead of:\n%s", got, strings.TrimSpace(want))
	}
}

func (c *agenda) verdict(o *Outcome, v Verdict, reason string) {
	c.t.Helper()
	if o.Verdict != v || o.Reason != reason {
		c.t.Errorf("the mail is %s (%s), not %s (%s)", o.Verdict, o.Reason, v, reason)
	}
}

// TestAdoptedFromCallToMinutes: the convener's own invitation gets agenda, materials and minutes, and never an invitation of
// ours beside it.
func TestAdoptedFromCallToMinutes(t *testing.T) {
	c := aCalendar(t)
	c.verdict(c.send("REQUEST", "chen.jing"), ActedOn, "adopted")
	c.sees(0, `echo chen.jing REPLY`)
	m := c.meeting("PSC-20261202")
	if m.Title.In(Hans) != "产销协调会（12月）" || m.Place.In(Hans) != "三楼会议室" || m.Convener != "chen.jing" || m.Host != "zhao.jun" || m.Recorder != "sun.li" {
		t.Errorf("taken over as %+v", m)
	}
	n := len(c.letters)
	c.until(time.Date(2026, 11, 26, 8, 0, 0, 0, cst))
	c.sees(n, `
invitation chen.jing
invitation gast@kunde.example
invitation li.na
invitation zhao.jun
invitation zhou.qiang
materials-call li.na
materials-call zhou.qiang`)
	for _, l := range c.letters[n:] {
		if len(l.Choices) > 0 && l.Kind == Invitation {
			t.Errorf("%s asks %s whether they come", l.Key, l.To.ID)
		}
		if l.To.External && slices.ContainsFunc(l.Meeting.Agenda, func(a AgendaView) bool { return a.Title.In(Hans) == "市场动态" }) {
			t.Error("a visitor sees an internal topic")
		}
	}
	n = len(c.letters)
	c.until(time.Date(2026, 12, 2, 18, 0, 0, 0, cst))
	if got := c.sent(n); strings.Contains(got, "reminder zhao.jun") || !strings.Contains(got, "minutes-call sun.li") || !strings.Contains(got, "materials-reminder li.na") || strings.Contains(got, "gast") {
		t.Errorf("until the evening of the meeting went out:\n%s", got)
	}
}

// TestAdoptedFollowsItsCalendar: another time moves the date for materials; those who come new get the agenda, and nobody
// hears of the rest from us.
func TestAdoptedFollowsItsCalendar(t *testing.T) {
	c := aCalendar(t)
	c.send("REQUEST", "chen.jing")
	c.until(time.Date(2026, 11, 26, 8, 0, 0, 0, cst))
	c.mail(c.reply("li.na", c.last("li.na", MaterialsCall, 0), Intent{Kind: IntentNoMaterials}))
	n := len(c.letters)
	old := c.event
	c.changed(func(e *CalendarEvent) {
		e.Start, e.End = e.Start.Add(2*day), e.End.Add(2*day)
		e.Attendees = append(slices.DeleteFunc(e.Attendees, func(p CalendarPerson) bool { return p.Address == "gast@kunde.example" }), CalendarPerson{Address: "david@corp.example"})
	})
	c.verdict(c.send("REQUEST", "chen.jing"), ActedOn, "adopted-changed")
	c.sees(n, `
echo chen.jing REPLY
invitation david
update zhou.qiang`)
	m := c.meeting("PSC-20261202")
	if !m.Start.Equal(c.event.Start) || m.seat("~gast@kunde.example") != nil || m.seat("david") == nil {
		t.Errorf("the meeting is %+v", m)
	}
	if l := c.last("zhou.qiang", Update, 0); l.Deadline.Before(old.Start) || len(l.Changes) != 1 || l.Changes[0].Field != "start" {
		t.Errorf("the date for materials is %s after %+v", l.Deadline, l.Changes)
	}
	n = len(c.letters)
	c.verdict(c.send("REQUEST", "chen.jing", old), ActedOn, "calendar-older")
	c.verdict(c.send("REQUEST", "chen.jing"), ActedOn, "calendar-older") // I-56: the same again
	c.verdict(c.send("CANCEL", "chen.jing", old), ActedOn, "calendar-older")
	c.sees(n, "")
	c.changed(func(*CalendarEvent) {})
	c.event.Sequence--
	c.verdict(c.send("REQUEST", "chen.jing"), ActedOn, "adopted-changed") // only the stamp is later
	c.sees(n, "")
	c.changed(func(*CalendarEvent) {})
	c.verdict(c.send("CANCEL", "chen.jing"), ActedOn, "called-off")
	c.sees(n, `
cancel zhou.qiang
echo chen.jing`)
	if m = c.meeting("PSC-20261202"); m.Stage != Cancelled {
		t.Errorf("a meeting that was called off is %s", m.Stage)
	}
	n = len(c.letters)
	c.changed(func(e *CalendarEvent) { e.Start, e.End = e.Start.Add(7*day), e.End.Add(7*day) })
	c.verdict(c.send("REQUEST", "chen.jing"), ActedOn, "adopted") // it is held after all
	c.until(time.Date(2026, 12, 8, 18, 0, 0, 0, cst))
	if got := c.sent(n); !strings.Contains(got, "echo chen.jing REPLY") || !strings.Contains(got, "materials-call zhou.qiang") {
		t.Errorf("of the meeting that is held after all went out:\n%s", got)
	}
}

// TestAdoptedSeries: each occurrence is a meeting of its own once it comes within sight; what departs from the rule is
// followed, and what is left out is not held.
func TestAdoptedSeries(t *testing.T) {
	c := aCalendar(t)
	c.event.Rule = "FREQ=WEEKLY;BYDAY=WE"
	c.event.Except = []time.Time{c.event.Start.Add(14 * day)}
	at, moved := c.event.Start.Add(7*day), c.event
	moved.RecurrenceID, moved.Rule, moved.Except = &at, "", nil
	moved.Start, moved.End = at.Add(day), at.Add(day+hour)
	c.verdict(c.send("REQUEST", "chen.jing", c.event, moved), ActedOn, "adopted")
	if got := fmt.Sprint(sortedKeys(c.Meetings)); got != "[PSC-20261202]" {
		t.Errorf("at first there are %s", got)
	}
	c.until(time.Date(2026, 12, 15, 8, 0, 0, 0, cst))
	if got := fmt.Sprint(sortedKeys(c.Meetings)); got != "[PSC-20261202 PSC-20261209 PSC-20261223]" {
		t.Errorf("a month later there are %s", got)
	}
	if m := c.meeting("PSC-20261209"); !m.Start.Equal(moved.Start) || m.Previous != "PSC-20261202" {
		t.Errorf("the occurrence that was moved starts %s", m.Start)
	}
	n := len(c.letters)
	off := c.event
	at23 := c.event.Start.Add(21 * day)
	off.RecurrenceID, off.Rule, off.Sequence = &at23, "", 1
	c.verdict(c.send("CANCEL", "chen.jing", off), ActedOn, "called-off")
	if m := c.meeting("PSC-20261223"); m.Stage != Cancelled {
		t.Errorf("the occurrence that was called off is %s", m.Stage)
	}
	if got := c.sent(n); !strings.Contains(got, "echo chen.jing") {
		t.Errorf("nobody tells the convener: %s", got)
	}
	c.changed(func(e *CalendarEvent) { e.Start, e.End = e.Start.Add(hour), e.End.Add(hour); e.Sequence = 2 })
	c.event.Except = nil
	c.send("REQUEST", "chen.jing")
	c.until(time.Date(2026, 12, 28, 8, 0, 0, 0, cst))
	if m := c.meeting("PSC-20261230"); !m.Start.Equal(c.event.Start.Add(28 * day)) {
		t.Errorf("after the series moved by an hour the next starts %s", m.Start)
	}
}

// TestAdoptedIsHandedBack: 撤回 ends the work, for the whole series, whatever its calendar says afterwards; what reaches the
// participants' calendars is ordered there.
func TestAdoptedIsHandedBack(t *testing.T) {
	c := aCalendar(t)
	c.event.Rule = "FREQ=WEEKLY;BYDAY=WE"
	c.send("REQUEST", "chen.jing")
	c.until(time.Date(2026, 12, 1, 8, 0, 0, 0, cst))
	n := len(c.letters)
	echo := c.last("chen.jing", Echo, 0)
	order := func(l QuickLine) *Outcome {
		o := c.mail(c.reply("chen.jing", echo, Intent{Kind: IntentOrder, QuickLine: &l}))
		c.until(c.now)
		return o
	}
	order(QuickLine{Verb: "move", Line: "改期 12月3日 14:00", Date: "2026-12-03", From: Clock{14, 0, true}})
	if l := c.last("chen.jing", OrderCheck, 0); len(l.Orders) != 1 || l.Orders[0].Problem != "adopted" {
		t.Errorf("改期 is answered with %+v", l.Orders)
	}
	c.verdict(order(QuickLine{Verb: "withdraw", Line: "撤回"}), ActedOn, "order-asked")
	c.mail(c.reply("chen.jing", c.last("chen.jing", OrderCheck, 0), Intent{Kind: IntentConfirm}))
	c.until(c.now)
	c.sees(n, `
cancel li.na
cancel zhou.qiang
order chen.jing
order chen.jing
order chen.jing`)
	n = len(c.letters)
	c.changed(func(e *CalendarEvent) { e.Place = "大会议室" })
	c.verdict(c.send("REQUEST", "chen.jing"), ActedOn, "handed-back")
	c.until(time.Date(2027, 1, 20, 8, 0, 0, 0, cst))
	c.sees(n, "")
	c.changed(func(*CalendarEvent) {})
	only := c.event
	only.Attendees = only.Attendees[:1]
	c.verdict(c.send("CANCEL", "chen.jing", only), ActedOn, "uninvited")
	c.changed(func(*CalendarEvent) {})
	c.verdict(c.send("REQUEST", "chen.jing"), ActedOn, "adopted") // invited anew
}

// TestWhoMayHaveAMeetingAdopted: its organizer or who acts for them, and only for a regulation that they convene or keep the
// minutes of. Where several fit, or none, it is asked.
// Clauses: S1B-01.
func TestWhoMayHaveAMeetingAdopted(t *testing.T) {
	quality := coordination()
	quality.ID, quality.Code, quality.Title, quality.Convener = "MT-S3-2", "QRV", T("质量评审会", "品質評審會", "Quality review"), "head:quality"
	safety := coordination()
	safety.ID, safety.Code, safety.Title, safety.Convener, safety.Recorder = "MT-S3-5", "SAF", T("质量安全会", "品質安全會", "Safety"), "head:quality", "wu.di"
	quality.Schedule.AdHoc, safety.Schedule.AdHoc = true, true
	off := coordination()
	off.ID, off.Code, off.Title, off.Disabled = "MT-S9-9", "OLD", T("旧例会", "舊例會", "Old"), true
	for _, x := range []struct{ organizer, sentBy, writer, title, policy, why string }{
		{"chen.jing", "", "chen.jing", "随便聊聊", "MT-S0-1", ""},
		{"chen.jing", "sun.li", "sun.li", "随便聊聊", "MT-S0-1 MT-S3-2", "adopt-several"}, // the clerk of both
		{"chen.jing", "sun.li", "sun.li", "PSC产销协调", "MT-S0-1", ""},
		{"chen.jing", "", "wang.lei", "产销协调会", "", "adopt-not-organizer"},
		{"zhang.wei", "", "zhang.wei", "十一月例会", "MT-S3-2 MT-S3-5", "adopt-several"},
		{"zhang.wei", "", "zhang.wei", "[saf] 十一月例会", "MT-S3-5", ""},
		{"zhang.wei", "", "zhang.wei", "质量评审会：二号机", "MT-S3-2", ""},
		{"zhang.wei", "", "zhang.wei", "质量评审会、质量安全会合开", "MT-S3-2 MT-S3-5", "adopt-several"},
		{"zhang.wei", "", "zhang.wei", "产销协调会", "MT-S3-2 MT-S3-5", "adopt-not-yours"},
		{"wu.di", "", "wu.di", "十一月例会", "MT-S3-5", ""},
		{"li.na", "", "li.na", "产销协调会", "", "adopt-no-right"},
		{"kim", "", "kim", "产销协调会", "", "adopt-no-right"},
	} {
		c := aCalendar(t, quality, safety, off)
		c.event.Summary = x.title
		c.event.Organizer = CalendarPerson{Address: x.organizer + "@corp.example"}
		if x.organizer == "kim" {
			c.event.Organizer.Address = "kim@customer.example"
		}
		if x.sentBy != "" {
			c.event.Organizer.SentBy = x.sentBy + "@corp.example"
		}
		r := c.reply(PersonID(x.writer), nil)
		r.Calendar = &CalendarMessage{Method: "REQUEST", UID: c.event.UID, Events: []CalendarEvent{c.event}}
		policy, fits, why := c.Adopter(r)
		if why == "" {
			fits = []string{policy}
		}
		if got := strings.Join(fits, " "); got != x.policy || why != x.why {
			t.Errorf("%s of %s, sent by %s, belongs to %q (%s), want %q (%s)", x.title, x.organizer, x.writer, got, why, x.policy, x.why)
		}
	}
}

// TestInvitationsNobodyCanAdopt are answered with what is wrong, and leave nothing behind.
func TestInvitationsNobodyCanAdopt(t *testing.T) {
	for _, x := range []struct {
		why    string
		change func(*agenda)
	}{
		{"adopt-no-time", func(c *agenda) { c.event.AllDay = true }},
		{"adopt-no-time", func(c *agenda) { c.event.Start = time.Time{} }},
		{"adopt-over", func(c *agenda) { c.event.Start, c.event.End = c.now.Add(-2*hour), c.now.Add(-hour) }},
		{"adopt-rule", func(c *agenda) { c.event.Rule = "FREQ=SECONDLY" }},
		{"adopt-not-organizer", func(c *agenda) { c.event.Organizer.Address = "li.na@corp.example" }},
		{"adopt-not-organizer", func(c *agenda) { c.event.Attendees = c.event.Attendees[1:] }},
		{"adopt-already-called", func(c *agenda) {
			c.Meetings["PSC-20261202"] = &Meeting{ID: "PSC-20261202", Policy: "MT-S0-1@1", Stage: Noticed, Start: c.event.Start, End: c.event.End, NoticedAt: c.now}
		}},
	} {
		c := aCalendar(t)
		x.change(c)
		before := len(c.Meetings)
		c.verdict(c.send("REQUEST", "chen.jing"), AskedBack, x.why)
		if len(c.Meetings) != before || len(c.Series["MT-S0-1"].Adopted) > 0 {
			t.Errorf("%s: it was taken over", x.why)
		}
		c.sees(0, "ask-back chen.jing")
	}
}

// TestPlannedGivesWayToTheConvenersOwn: what the rule planned for the day, and nobody was told of, becomes the meeting that
// the convener called.
func TestPlannedGivesWayToTheConvenersOwn(t *testing.T) {
	c := aCalendar(t)
	c.Policies["MT-S0-1@1"].Schedule.AdHoc = false
	c.event.Start = time.Date(2026, 12, 4, 14, 0, 0, 0, cst)
	c.event.End = c.event.Start.Add(hour)
	c.wake[SeriesCase("MT-S0-1")] = c.now
	c.until(time.Date(2026, 11, 21, 9, 0, 0, 0, cst))
	if m := c.meeting("PSC-20261204"); m.Stage != Planned {
		t.Fatalf("the meeting of the rule is %s", m.Stage)
	}
	c.verdict(c.send("REQUEST", "chen.jing"), ActedOn, "adopted")
	n := len(c.letters)
	c.until(time.Date(2026, 11, 30, 9, 0, 0, 0, cst))
	if m := c.meeting("PSC-20261204"); m.Adopted == nil || m.Stage != Noticed || m.Previous == m.ID {
		t.Errorf("the meeting of the day is %s, after %q", m.Stage, m.Previous)
	}
	for _, l := range c.letters[n:] {
		if l.Case == MeetingCase("PSC-20261204") && l.Meeting.Method != "" {
			t.Errorf("%s went out with %s", l.Key, l.Meeting.Method)
		}
	}
}

// TestWordsAboutComingGoToTheConvener: who tells us instead of the calendar is noted for the minutes and pointed to it.
func TestWordsAboutComingGoToTheConvener(t *testing.T) {
	c := aCalendar(t)
	c.send("REQUEST", "chen.jing")
	c.until(time.Date(2026, 11, 26, 8, 0, 0, 0, cst))
	n := len(c.letters)
	o := c.mail(c.reply("li.na", c.last("li.na", Invitation, 0), Intent{Kind: IntentAttend, Status: "declined", Reason: "出差"}))
	c.verdict(o, ActedOn, "attend")
	c.sees(n, `
echo chen.jing
echo li.na`)
	if l := c.last("li.na", Echo, 0); l.Echoes[0].Note != "in-calendar" {
		t.Errorf("the echo says %+v", l.Echoes)
	}
	if s := c.meeting("PSC-20261202").seat("li.na"); s.Answer.PartStat != Declined {
		t.Errorf("li.na is %q", s.Answer.PartStat)
	}
}

// TestOnlyOurAnswerReachesTheirCalendar, whatever a letter about their meeting says.
func TestOnlyOurAnswerReachesTheirCalendar(t *testing.T) {
	for method, want := range map[string]string{"REQUEST": "", "CANCEL": "", "DECLINECOUNTER": "", "REPLY": "REPLY", "": ""} {
		theirs := Letter{Meeting: &MeetingView{Method: method, Adopted: &AdoptedView{}}}
		if theirs.keepOutOfCalendars(); theirs.Meeting.Method != want {
			t.Errorf("a %s of ours goes out as %q", method, theirs.Meeting.Method)
		}
		ours := Letter{Meeting: &MeetingView{Method: method}}
		if ours.keepOutOfCalendars(); ours.Meeting.Method != method {
			t.Errorf("a %s about our own meeting goes out as %q", method, ours.Meeting.Method)
		}
	}
}
