package secretary

import (
	"fmt"
	"strings"
	"time"
)

// refreshes is how often in a day one person is sent a meeting anew that they ask for by REFRESH.
const refreshes = 3

// asked is the mark in the book that a REFRESH was answered.
const asked LetterKind = "refresh"

// receiveRequest reads a calendar message that is no answer. A REFRESH gets the meeting as it stands, by whoever is invited
// and no more often than a few times a day (imip I-40); a REQUEST, CANCEL or the like from somebody else never changes a meeting of
// ours (I-10).
func (t *turn) receiveRequest(m *Meeting, r *Reply) {
	switch {
	case r.Calendar.Method == "REPLY" || r.Calendar.Method == "COUNTER":
		t.settle(r, ActedOn, "no-answer") // of a task or a journal: not ours (I-42)
		t.note("calendar-ignored", r.Writer, "", r.Calendar.Method)
	case r.Calendar.Method != "REFRESH" || m.seat(r.Writer) == nil || m.Stage != Noticed && m.Stage != Cancelled:
		t.settle(r, ActedOn, "no-answer")
		t.note("calendar-ignored", r.Writer, "", r.Calendar.Method)
	case t.sentToday(asked, r.Writer, "") >= refreshes:
		t.settle(r, ActedOn, "refresh-held")
		t.note("refresh-held", r.Writer, "", "")
	default:
		t.refresh(m, r)
	}
}

// refresh sends one person the meeting as it stands, or that it is cancelled.
func (t *turn) refresh(m *Meeting, r *Reply) {
	t.settle(r, ActedOn, "refresh")
	t.keep(func(b book) *map[string]time.Time { return b.sent }, t.letterKey(asked, r.Writer, r.MessageID))
	const why = "REFRESH asks for the meeting as it stands (RFC 5546 §3.2.6)"
	if m.Stage == Cancelled {
		l := t.withdrawal(m, r.Writer, why)
		l.Quote = m.CancelWhy
		t.answer(l, r)
		return
	}
	l := t.meetingLetter(m, Update, r.Writer, why)
	l.Ref = "refresh"
	if m.seat(r.Writer).answered() {
		l.Choices = nil
	}
	t.answer(l, r)
}

// saysNothing reports whether a calendar answer leaves open whether its writer comes: NEEDS-ACTION, which a state stands for
// as well that nobody has registered, such as Tencent's NEED-REQUEST (imip I-36).
func (r *Reply) saysNothing() bool {
	return r.Calendar != nil && r.Calendar.answers() && len(r.Intents) == 0 && len(r.Files) == 0 && strings.TrimSpace(r.Text) == ""
}

// noteNothing keeps that such an answer came. Who has not answered is reminded as usual.
func (t *turn) noteNothing(r *Reply) {
	said := ""
	for _, a := range r.Calendar.Answers {
		said = strings.TrimSpace(fmt.Sprint(said, " ", a.PartStat))
	}
	t.settle(r, ActedOn, "needs-action")
	t.note("needs-action", r.Writer, "", said)
}
