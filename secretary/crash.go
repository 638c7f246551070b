package secretary

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// Somebody who answers without an invitation has been handed one on. They are neither added nor dropped silently: the
// convener decides (imip I-28). Who answers as a delegate before the principal has said so waits for that word (I-29).

// Crasher is somebody who answered without being invited.
type Crasher struct {
	Person PersonID     `json:"person"`
	For    PersonID     `json:"for,omitempty"` // whose delegate they say they are
	Answer Answer       `json:"answer"`        // counts once they are invited, where the meeting is still the same
	At     time.Time    `json:"at"`
	State  CrasherState `json:"state,omitempty"`
}

// CrasherState is what became of somebody who was not invited.
type CrasherState string

// The states; "" waits for the word of the principal.
const (
	CrashAsked   CrasherState = "asked" // with the convener
	CrashInvited CrasherState = "invited"
	CrashRefused CrasherState = "refused"
)

// patienceForWord is how long a delegate's answer waits for the principal's.
const patienceForWord = time.Hour

func (m *Meeting) crasher(id PersonID) *Crasher {
	i := slices.IndexFunc(m.Crashers, func(c Crasher) bool { return c.Person == id })
	if i < 0 {
		return nil
	}
	return &m.Crashers[i]
}

// crash holds the answer of somebody without a seat.
func (t *turn) crash(m *Meeting, r *Reply, before []EchoLine) {
	attend, counter, ok := r.attendance()
	switch {
	case m.Stage != Noticed || !ok || attend == nil && counter == nil || attend != nil && attend.Status == "delegated":
		t.settle(r, AskedBack, "no-seat")
		t.tellConvener(m, r, "uninvited")
		t.tellCrasher(m, r, append(before, EchoLine{What: "uninvited"}))
	case attend != nil && attend.Status == "declined":
		t.settle(r, ActedOn, "uninvited-declined")
		t.note("uninvited-declined", r.Writer, "", "")
		m.crasher(r.Writer).giveUp()
		t.tellCrasher(m, r, append(before, EchoLine{What: "attend", Status: "declined", Note: "not-invited"}))
	default:
		t.hold(m, r, attend, before)
	}
}

// giveUp forgets that somebody wanted to come, who does not any more.
func (c *Crasher) giveUp() {
	if c != nil && (c.State == "" || c.State == CrashAsked) {
		c.State = CrashRefused
	}
}

// hold keeps the answer, and asks the convener about whoever is not known yet.
func (t *turn) hold(m *Meeting, r *Reply, attend *Intent, before []EchoLine) {
	c := m.crasher(r.Writer)
	if c == nil {
		m.Crashers = append(m.Crashers, Crasher{Person: r.Writer, For: t.standsInFor(m, r), At: t.now})
		c = &m.Crashers[len(m.Crashers)-1]
		t.note("held", r.Writer, "", string(c.For))
	}
	a, _ := t.stamped(m, &Seat{Person: r.Writer, Answer: c.Answer}, r)
	if newer, _ := a.newer(&c.Answer); newer {
		if a.PartStat = NeedsAction; attend != nil {
			a.PartStat = partStats[attend.Status]
		}
		c.Answer = a
	}
	if c.State == CrashRefused {
		t.settle(r, ActedOn, "uninvited-refused")
	}
	t.settle(r, ActedOn, "held")
	switch {
	case c.State == CrashRefused:
		t.tellCrasher(m, r, append(before, EchoLine{What: "uninvited", Status: "refused"}))
	case c.For != "":
		t.tellCrasher(m, r, append(before, EchoLine{What: "uninvited", Status: "waits", Delegate: t.party(c.For).Name}))
	default:
		if c.State == "" {
			t.askCrash(m, c, r.Text)
		}
		t.tellCrasher(m, r, append(before, EchoLine{What: "uninvited"}))
	}
}

// standsInFor is whose delegate a calendar answer says its writer is: somebody invited who has sent nobody yet; "" where it
// names none.
func (t *turn) standsInFor(m *Meeting, r *Reply) PersonID {
	c := t.lineOf(r, r.Writer)
	if c == nil {
		return ""
	}
	p := t.Directory.ByAddress(c.DelegatedFrom)
	if p == nil || p.ID == r.Writer || m.seat(p.ID) == nil || m.seat(p.ID).Delegate != "" {
		return ""
	}
	return p.ID
}

// askCrash puts somebody who was not invited before the convener: who, from where, and what they say.
func (t *turn) askCrash(m *Meeting, c *Crasher, words string) {
	c.State = CrashAsked
	to, by := t.chair(m), t.party(c.Person)
	line := EchoLine{What: "attend", Status: spoken(c.Answer.PartStat)}
	if c.For != "" {
		line.Delegate = t.party(c.For).Name
	}
	l := Letter{Kind: Approval, Ref: "crash:" + string(c.Person), Reason: "somebody who is not invited has answered: the convener decides (RFC 5546 §3.2.3)", Zone: m.Zone,
		Meeting: t.meetingView(m, to), By: &by, Quote: words, Echoes: []EchoLine{line}, Choices: []Choice{{Verb: "approve"}, {Verb: "reject"}}, Deadline: m.Start}
	t.send(l, to, fmt.Sprintf("crash-%s-%s", c.Person, stamp(c.At)))
}

// crashDuties: a delegate's answer that waits for the principal's word comes before the convener when that does not come.
func (t *turn) crashDuties(m *Meeting) []duty {
	var out []duty
	for i := range m.Crashers {
		if c := &m.Crashers[i]; c.State == "" {
			out = append(out, duty{at: c.At.Add(patienceForWord), until: m.End, key: "crash-" + string(c.Person), reason: "the principal has not said that somebody comes instead", do: func() { t.askCrash(m, c, "") }})
		}
	}
	return out
}

// decideCrash invites whoever was not, or refuses with a CANCEL to that person alone.
func (t *turn) decideCrash(m *Meeting, r *Reply, who PersonID, yes bool, comment string) {
	c := m.crasher(who)
	if c == nil || c.State != CrashAsked || m.Stage != Noticed || m.seat(who) != nil || !t.Directory.active(who) {
		t.decided(m, r)
		return
	}
	line := EchoLine{What: "crash", Status: "refused", Reason: comment, Text: t.party(who).Name}
	if yes {
		line.Status = "granted"
	}
	t.note("crash", who, "", line.Status)
	t.close(m, r, []EchoLine{line})
	if yes {
		o := Order{Invite: &InviteOrder{Person: who}}
		t.apply(m, o)
		t.tellGuests(m, "the convener invites somebody who had answered already", []Order{o})
		return
	}
	t.refuseCrash(m, r, c, comment)
}

// refuseCrash takes the meeting out of the calendar of whoever was not invited. The seat that never was counts up the
// SEQUENCE that this person knows.
func (t *turn) refuseCrash(m *Meeting, r *Reply, c *Crasher, comment string) {
	c.State = CrashRefused
	m.Seats = append(m.Seats, Seat{Person: c.Person, Removed: true})
	m.Revision++
	by := t.party(r.Writer)
	l := Letter{Kind: Cancel, Ref: "crash", Reason: "the convener does not invite this person (RFC 5546 §3.2.5)", Zone: m.Zone, Meeting: t.meetingView(m, c.Person), By: &by, Quote: comment}
	l.Meeting.Method, l.Meeting.Uninvited = "CANCEL", true
	t.send(l, c.Person, fmt.Sprint("r", m.Revision))
}

// takeHeld gives somebody who is seated now the answer that was held, where it was to the meeting as it is.
func (t *turn) takeHeld(m *Meeting, who PersonID) {
	c, s := m.crasher(who), m.seat(who)
	if c == nil || s == nil || c.State == CrashInvited {
		return
	}
	c.State = CrashInvited
	if c.Answer.Sequence == m.Sequence && c.Answer.PartStat != NeedsAction && s.Answer.PartStat == "" {
		t.note("attend", who, "", string(c.Answer.PartStat))
		s.Answer = c.Answer
	}
}

// strangers is how many people nobody knows the convener hears of in a day, for one meeting.
const strangers = 3

// crashFromOutside tells the convener of somebody nobody knows who answers for a meeting of ours, and is not proven: handed
// on beyond the company, or a forgery.
func (t *turn) crashFromOutside(m *Meeting, r *Reply) {
	t.note("stranger-held", "", "", r.From)
	to, rev := t.chair(m), "stranger-"+strings.ToLower(r.From)
	if r.From == "" || t.sent(Echo, to, rev) || t.sentToday(Echo, to, "stranger-") >= strangers {
		return
	}
	t.send(Letter{Kind: Echo, Ref: "told", Reason: "somebody nobody knows has answered (RFC 5546 §3.2.3)", Zone: m.Zone, Meeting: t.meetingView(m, to),
		Echoes: []EchoLine{{What: "stranger", Text: r.From, Status: statusOf(r)}}}, to, rev)
}

// tellCrasher echoes to whoever was not invited; one who is in no directory hears only what the convener decides.
func (t *turn) tellCrasher(m *Meeting, r *Reply, lines []EchoLine) {
	if !t.uninvitedVisitor(m, r.Writer) {
		t.echo(m, r, lines)
	}
}

// statusOf is whether a reply says that its writer comes, as echoes spell it.
func statusOf(r *Reply) string {
	for _, in := range r.Intents {
		if in.Kind == IntentAttend {
			return in.Status
		}
	}
	return ""
}
