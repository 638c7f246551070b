package secretary

import (
	"cmp"
	"strings"
	"time"
)

// Of two answers of one person the newer one counts, in whatever order they arrive (RFC 5546 §2.1.5; imip I-50 to I-55). What
// an answer says of its own age is not always true: some programs copy the DTSTAMP of the invitation, some clocks are fast.

// Basis is what told that an answer is newer, or older, than the one that stood.
type Basis string

// The bases, from the first that is looked at to the last.
const (
	FirstAnswer Basis = "first"      // no answer stood
	BySequence  Basis = "sequence"   // the one that stood was to an earlier version
	ByStamp     Basis = "dtstamp"    //
	ByReplyTime Basis = "reply-time" // X-MICROSOFT-CDO-REPLYTIME
	ByDate      Basis = "date"       // of the mail
	ByArrival   Basis = "arrival"
)

// evidence is one thing that tells when an answer was given; the zero At tells nothing.
type evidence struct {
	at time.Time
	by Basis
}

// evidence lists what tells when the answer was given, the best first. A DTSTAMP that was copied tells nothing (imip
// I-52).
func (a *Answer) evidence() []evidence {
	out := []evidence{{a.DTStamp, ByStamp}, {a.ReplyTime, ByReplyTime}, {a.Sent, ByDate}}
	if a.Copied {
		out = out[1:]
	}
	return append(out, evidence{a.Arrived, ByArrival})
}

// fast is how far a writer's clock may be ahead before nothing that it says is believed.
const fast = 5 * time.Minute

// since is the best evidence of an answer from n on: each list ends with its arrival.
func (a *Answer) since(list []evidence) evidence {
	for _, e := range list {
		if !e.at.IsZero() && !e.at.After(a.Arrived.Add(fast)) {
			return e
		}
	}
	return evidence{a.Arrived, ByArrival}
}

// given is when the answer was given, and what tells so.
func (a *Answer) given() evidence { return a.since(a.evidence()) }

// newer reports whether a is newer than b, which stands, and what tells so. The order is total, so that the newest of
// several answers stands at last, in whatever order they come; where nothing tells, what comes later is newer.
func (a *Answer) newer(b *Answer) (bool, Basis) {
	if b.Arrived.IsZero() {
		return true, FirstAnswer
	}
	if a.Sequence != b.Sequence {
		return a.Sequence > b.Sequence, BySequence // imip I-51
	}
	x, y := a.evidence(), b.evidence()
	for len(x) > 0 || len(y) > 0 {
		p, q := a.since(x), b.since(y)
		if p.at.Equal(q.at) {
			x, y = x[min(1, len(x)):], y[min(1, len(y)):]
			continue
		}
		return p.at.After(q.at), weaker(p.by, q.by)
	}
	return true, ByArrival
}

func weaker(a, b Basis) Basis {
	for _, by := range []Basis{ByArrival, ByDate, ByReplyTime} {
		if a == by || b == by {
			return by
		}
	}
	return ByStamp
}

// because words a basis for the journal.
func (a *Answer) because(by Basis) string {
	if a.Copied && by != FirstAnswer && by != BySequence {
		return string(by) + ", stamp copied"
	}
	return string(by)
}

// inOrder gives the record to keep of a reply. It settles one that is older than what stands, and one to an earlier version
// of the meeting: that is recorded and not counted, and the person is asked again with the meeting as it is (imip I-53).
func (t *turn) inOrder(m *Meeting, s *Seat, r *Reply) (Answer, []EchoLine) {
	a, answered := t.stamped(m, s, r)
	if answered < m.Sequence {
		t.answeredEarlier(m, s, r, a, answered)
		return a, nil
	}
	s.Answer.Copied = s.Answer.Copied || a.sameStamp(&s.Answer)
	later, by := a.newer(&s.Answer)
	if a.Basis = by; !later {
		t.note("older-answer", s.Person, string(cmp.Or(s.Answer.PartStat, NeedsAction)), r.said()+" by "+a.because(by))
		t.settle(r, ActedOn, "older-answer")
		return a, []EchoLine{{What: "attend", Status: spoken(s.Answer.PartStat), Note: "older-answer"}}
	}
	if r.Calendar != nil && by != FirstAnswer {
		t.note("newer-answer", s.Person, "", "by "+a.because(by))
	}
	return a, nil
}

// sameStamp reports whether two answers carry one DTSTAMP, which at least one of them did not make itself.
func (a *Answer) sameStamp(b *Answer) bool { return !a.DTStamp.IsZero() && a.DTStamp.Equal(b.DTStamp) }

// stamped is the record to keep of a reply, and the SEQUENCE that it answers. A higher one than ours is taken for ours:
// some programs count it up (imip I-54).
func (t *turn) stamped(m *Meeting, s *Seat, r *Reply) (Answer, int) {
	a := Answer{Sequence: m.Sequence, Sent: r.Date, Arrived: t.now, MessageID: r.MessageID}
	answered := m.Sequence
	if r.Calendar == nil && r.About != nil && r.About.Meeting != nil {
		answered = r.About.Meeting.Sequence - m.removed(s.Person)
	}
	if c := t.lineOf(r, s.Person); c != nil {
		if c.DTStamp != nil {
			a.DTStamp = c.DTStamp.UTC()
		}
		if c.ReplyTime != nil {
			a.ReplyTime = c.ReplyTime.UTC()
		}
		a.Copied = t.copied(m, s, &a)
		if answered = c.Sequence - m.removed(s.Person); c.Unnumbered {
			answered = t.answeredBy(m, s, &a)
		}
	}
	a.At = a.given().at.UTC()
	return a, answered
}

// lineOf is the line of a calendar answer that speaks for the person, nil where none does.
func (t *turn) lineOf(r *Reply, id PersonID) *CalendarAnswer {
	if r.Calendar == nil {
		return nil
	}
	var out *CalendarAnswer
	for i := range r.Calendar.Answers {
		c := &r.Calendar.Answers[i]
		if p := t.Directory.ByAddress(c.Attendee); p == nil || p.ID == id {
			out = c
		}
	}
	return out
}

// copied reports whether the DTSTAMP of an answer is none of its own: that of an invitation we sent, that of the answer
// before, or one from before anybody was invited.
func (t *turn) copied(m *Meeting, s *Seat, a *Answer) bool {
	if a.DTStamp.IsZero() {
		return false
	}
	if a.sameStamp(&s.Answer) || a.DTStamp.Before(m.NoticedAt.Truncate(time.Second)) {
		return true
	}
	for key, at := range m.Sent {
		if at.Truncate(time.Second).Equal(a.DTStamp) && t.carriesRequest(key, s.Person) {
			return true
		}
	}
	return false
}

// carriesRequest reports whether the key is of a letter to the person that had an iTIP REQUEST in it.
func (t *turn) carriesRequest(key string, to PersonID) bool {
	for _, k := range []LetterKind{Invitation, Update, Reminder} {
		if strings.HasPrefix(key, t.letterKey(k, to, "")) {
			return true
		}
	}
	return false
}

// answeredBy is the version that an answer without a SEQUENCE is to: the present one, where it was given after that was sent.
func (t *turn) answeredBy(m *Meeting, s *Seat, a *Answer) int {
	if a.given().at.Before(s.Invited.Truncate(time.Second)) {
		return m.Sequence - 1
	}
	return m.Sequence
}

// said is the participation state that a reply gives, for the journal.
func (r *Reply) said() string {
	for _, in := range r.Intents {
		switch in.Kind {
		case IntentAttend:
			return string(partStats[in.Status])
		case IntentCounter:
			return "COUNTER " + in.Start
		}
	}
	return string(NeedsAction)
}

// partStats are the participation states as intents and echoes spell them.
var partStats = map[string]PartStat{"accepted": Accepted, "declined": Declined, "tentative": Tentative, "delegated": Delegated}

// spoken is a participation state as intents and echoes spell it.
func spoken(p PartStat) string {
	for status, stat := range partStats {
		if stat == p {
			return status
		}
	}
	return ""
}

// answeredEarlier records an answer to an earlier version and asks the person again with the present one.
func (t *turn) answeredEarlier(m *Meeting, s *Seat, r *Reply, a Answer, version int) {
	a.Sequence, a.PartStat = max(0, version), PartStat(r.said())
	if r.attends() {
		s.Earlier = &a
	}
	t.note("earlier-version", s.Person, "", string(a.PartStat))
	t.settle(r, AskedBack, "answered-earlier-version")
	l := t.meetingLetter(m, Update, s.Person, "the answer was to an earlier version (RFC 5546 §2.1.4)")
	l.Ref = "earlier-version"
	t.answer(l, r)
}

// attends reports whether a reply says whether its writer comes.
func (r *Reply) attends() bool {
	for _, in := range r.Intents {
		if in.Kind == IntentAttend && partStats[in.Status] != "" {
			return true
		}
	}
	return false
}
