package secretary

import (
	"slices"
)

// echoAdoption tells the organizer what was taken over from their calendar, with our answer to it where it asks for one. One
// mail carries both: what a calendar program takes out of it is the answer, and the words stay (imip §2.1). It is of the
// meeting's own thread, so that 撤回 and other quick lines are understood in the answer.
func (t *turn) echoAdoption(a *Adoption, m *Meeting, r *Reply, lines []EchoLine, changes []Change) {
	to := t.Directory.ByAddress(a.Organizer.Address)
	if to == nil || m == nil {
		t.note("no-address", a.Convener, "", a.UID)
		return
	}
	in := *t
	in.c = MeetingCase(m.ID)
	l := Letter{Kind: Echo, Ref: "adopted", Reason: "what is taken over from a calendar is echoed", Zone: m.Zone, Meeting: in.meetingView(m, to.ID), Echoes: lines, Changes: changes}
	l.Meeting.Adopted.Series = a.series()
	if a.State == "" {
		l.Choices = []Choice{{Verb: "withdraw"}}
		in.reply(&l, a, r.Calendar)
	}
	if r.Writer != to.ID { // who acts for the organizer
		l.Cc = []Party{t.party(r.Writer)}
	}
	l.InReply, l.Subject = r.MessageID, r.Subject
	in.post(l, to.ID, in.letterKey(Echo, to.ID, r.MessageID))
}

// reply puts our answer into a letter to the organizer, once for each SEQUENCE, and only where one is asked for (RFC 5546
// §3.2.3).
func (t *turn) reply(l *Letter, a *Adoption, c *CalendarMessage) {
	if !a.wantsReply(c) {
		return
	}
	e := c.master()
	if e == nil {
		e = &c.Events[0]
	}
	v := l.Meeting.Adopted
	v.Sequence, v.Invited, v.Start, v.End = e.Sequence, a.Invited, e.Start, e.End
	if e.RecurrenceID != nil {
		v.Recurrence = *e.RecurrenceID
	}
	l.Meeting.Method, a.Replied = "REPLY", a.sequence()
}

// refuseAdoption says why an invitation is not taken over; where there is a choice of meeting types, which.
func (t *turn) refuseAdoption(r *Reply, why string, fits []string, policy string) {
	t.settle(r, AskedBack, why)
	if policy != "" {
		fits = []string{policy}
	}
	title := r.Calendar.Events[0].Summary
	l := Letter{Kind: AskBack, Ref: "adopt-refused", Reason: "an invitation from a calendar: " + why, Problems: []Problem{{No: title, Code: why}}, Zone: t.Office.Zone}
	if l.Choices = t.adoptChoices(fits, t.langOf(r.Writer)); len(l.Choices) > 0 {
		l.Ref = "adopt:" + r.MessageID
	}
	in := *t // answers to it are the writer's own matter, not the series'
	in.c = PersonCase(r.Writer)
	l.InReply, l.Subject = r.MessageID, r.Subject
	in.post(l, r.Writer, in.letterKey(l.Kind, r.Writer, r.MessageID))
}

// asksWhich reports whether the letter asks which meeting type an invitation belongs to.
func (l *Letter) asksWhich() bool {
	return l.Kind == AskBack && len(l.Choices) > 0 && l.Choices[0].Verb == "adopt"
}

// askWhichAgain asks once more which meeting type is meant.
func (t *turn) askWhichAgain(r *Reply) {
	t.settle(r, AskedBack, "adopt-which")
	l := *r.About
	t.answer(Letter{Kind: AskBack, Ref: l.Ref, Reason: "asked back: which meeting type", Zone: l.Zone, Problems: []Problem{{Code: "adopt-which"}}, Choices: l.Choices, Quote: r.Text}, r)
}

// handBack ends our work for the meeting, and for the series that it is one of.
func (t *turn) handBack(m *Meeting) {
	adopted := *m.Adopted
	adopted.HandBack = true
	m.Adopted = &adopted
	t.note("handed-back", m.Convener, "", adopted.UID)
	if m.Stage == Planned || m.Stage == Noticed {
		t.giveUp(m, handedBack)
	}
	for _, d := range t.givenUpDuties(m) {
		d.do()
	}
	t.poke(SeriesCase(t.policy(m).ID))
}

// receiveAnnounced takes an answer to the agenda of an adopted meeting. Who comes is the organizer's calendar's to know: what
// somebody says about it here is noted, for the minutes, and the convener is told.
func (t *turn) receiveAnnounced(m *Meeting, r *Reply, files bool) {
	var lines []EchoLine
	if files {
		lines = t.receiveMaterials(m, m.owes(r.Writer), r)
	}
	i := slices.IndexFunc(r.Intents, func(in Intent) bool { return in.Kind == IntentAttend || in.Kind == IntentCounter })
	seat := m.seat(r.Writer)
	if i < 0 || seat == nil {
		if len(lines) == 0 {
			t.filed(m, r)
			return
		}
		t.close(m, r, lines)
		return
	}
	in := r.Intents[i]
	line := EchoLine{What: in.Kind.word(), Status: in.Status, Delegate: in.Delegate, Reason: in.Reason, Note: "in-calendar"}
	if stat, ok := said[in.Status]; ok && in.Kind == IntentAttend && (m.Stage == Planned || m.Stage == Noticed) {
		t.record(seat, Answer{PartStat: stat, Reason: in.Reason, At: t.now, MessageID: r.MessageID})
	}
	told := line
	told.Note = ""
	if to := t.chair(m); to != "" && to != r.Writer {
		t.inform(m, to, r, told)
	}
	t.close(m, r, append(lines, line))
}

// word is the intent's word in echoes.
func (k IntentKind) word() string {
	if k == IntentCounter {
		return "adopted-counter"
	}
	return string(k)
}

// said are the answers to an adopted meeting that are noted; a delegate is the convener's to invite.
var said = map[string]PartStat{"accepted": Accepted, "declined": Declined, "tentative": Tentative, "delegated": Declined}
