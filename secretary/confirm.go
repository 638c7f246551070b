package secretary

import (
	"fmt"
	"slices"
	"time"
)

// confirmers lists whose confirmation the newest version needs (S0-24, G-03): for heads or representatives one person
// for each department that attended, for attendees everyone who was there. None only where the policy says none.
func (t *turn) confirmers(m *Meeting, p *Policy) []Confirm {
	v := m.version()
	var out []Confirm
	if p.Minutes.Confirmers == "none" {
		return nil
	}
	for _, s := range t.present(m, &v.Draft, p) {
		id := s.Person
		if p.Minutes.Confirmers == "heads" {
			id = t.headOf(s)
		}
		same := func(c Confirm) bool {
			return c.Person == id || p.Minutes.Confirmers == "representatives" && s.Department != "" && c.Department == s.Department
		}
		if t.mayConfirm(id) && !slices.ContainsFunc(out, same) {
			out = append(out, Confirm{Person: id, Department: s.Department, Version: v.No, Asked: t.now})
		}
	}
	for _, id := range []PersonID{m.Host, m.Convener} {
		if len(out) == 0 && t.mayConfirm(id) { // nobody inside was there: never unconfirmed for that
			out = append(out, Confirm{Person: id, Version: v.No, Asked: t.now})
		}
	}
	return out
}

func (t *turn) mayConfirm(id PersonID) bool {
	return t.Directory.active(id) && !t.external(t.Directory.Person(id))
}

// headOf is who confirms for the department of a seat: its head, else its representative, else who sat there.
func (t *turn) headOf(s Seat) PersonID {
	if dep := t.Directory.Departments[s.Department]; dep != nil {
		for _, id := range []PersonID{dep.Head, dep.Rep} {
			if t.mayConfirm(id) {
				return id
			}
		}
	}
	return s.Person
}

// present lists the seats whose holders were there by the minutes. Where a delegate was, the seat is the delegate's for
// attendees, and for representatives where delegates may confirm; else the principal's.
func (t *turn) present(m *Meeting, d *Draft, p *Policy) []Seat {
	byDelegate := p.Minutes.ByDelegate || p.Minutes.Confirmers != "representatives" && p.Minutes.Confirmers != "heads"
	var out []Seat
	for _, a := range t.attendance(m, d) {
		s := m.seat(a.ID)
		if s == nil || !wasThere(a.State) || s.External {
			continue
		}
		seat := *s
		if who := t.cameFor(s, a); byDelegate && who != "" {
			seat.Person = who
		}
		out = append(out, seat)
	}
	return out
}

// cameFor is who came instead, "" where nobody did.
func (t *turn) cameFor(s *Seat, a AttendanceView) PersonID {
	if a.State != "delegated" {
		return ""
	}
	if found := t.Directory.ByName(a.Delegate); len(found) == 1 {
		return found[0].ID
	}
	return s.Delegate
}

// wasThere reports whether the attendance state means presence, in person or by a delegate.
func wasThere(state string) bool {
	return slices.Contains([]string{"present", "late", "left_early", "delegated"}, state)
}

// confirmDuties: each confirmer is asked; who is silent past the window is chased, and then what the policy says of
// silence happens. It is never consent unless the policy says so (G-04).
func (t *turn) confirmDuties(m *Meeting, p *Policy) []duty {
	var out []duty
	for i := range m.Confirms {
		c := &m.Confirms[i]
		switch {
		case c.State != "":
		case !t.mayConfirm(c.Person):
			out = append(out, duty{at: t.now, key: "left" + string(c.Person), reason: "a confirmer has left", do: func() { t.passConfirm(m, c) }})
		default:
			out = append(out, t.confirmDuty(m, p, c))
		}
	}
	return out
}

// passConfirm hands the confirmation of somebody who has left to the successor, else to the convener or host.
func (t *turn) passConfirm(m *Meeting, c *Confirm) {
	for _, id := range []PersonID{t.headOf(Seat{Person: c.Person, Department: c.Department}), m.Convener, m.Host, t.Directory.superior(c.Person)} {
		if t.mayConfirm(id) && !slices.ContainsFunc(m.Confirms, func(o Confirm) bool { return o.Person == id }) {
			t.note("confirm-passed", id, string(c.Person), string(id))
			c.Person, c.Asked = id, t.now
			return
		}
	}
	t.note("confirm-passed", "", string(c.Person), "")
	c.State, c.At = "gone", t.now // whoever could confirm for them is asked already
	t.publishIfConfirmed(m, t.policy(m))
}

// confirmDuty is the next step for one open confirmation: round 0 asks, the later ones chase.
func (t *turn) confirmDuty(m *Meeting, p *Policy, c *Confirm) duty {
	n, at, rev := t.round(MinutesConfirm, c.Person, fmt.Sprint("v", c.Version), c.Asked, func(int) Span { return p.window() }, m.Zone)
	return duty{at: at, key: rev + string(c.Person), reason: "minutes.confirmers (S0-24)", do: func() {
		if n == 0 || !t.silence(m, p, c, n) {
			t.askConfirm(m, p, c, rev, n)
		}
	}}
}

func (t *turn) askConfirm(m *Meeting, p *Policy, c *Confirm, rev string, n int) {
	l := Letter{Kind: MinutesConfirm, Reason: "minutes.confirmers: one head for each attending department (S0-24)", Zone: m.Zone}
	if n > 0 {
		l.Reason, l.Ref = "minutes.on_silence: the confirmation is still open (G-04)", "again"
	}
	l.Meeting, l.Minutes = t.meetingView(m, c.Person), t.minutesFor(m, m.version(), c.Person)
	l.Choices = []Choice{{Verb: "confirm"}, {Verb: "object"}}
	t.wantedIn(&l, p.window(), m.Zone)
	l.Documents = []Document{MinutesDoc}
	t.send(l, c.Person, rev)
}

// silence does what the policy says of silence, once the window of round n-1 has passed. It reports whether the
// confirmation is over by it.
func (t *turn) silence(m *Meeting, p *Policy, c *Confirm, n int) bool {
	switch p.Minutes.OnSilence {
	case "consent":
		c.State, c.At = "silent", t.now
		t.note("confirm", c.Person, "", "silence counts as consent by policy")
	case "publish_unconfirmed":
		c.State, c.At = "unconfirmed", t.now
		t.note("confirm", c.Person, "", "silent: published unconfirmed by policy")
	case "remind":
		return false
	default:
		t.escalateSilence(m, c, n)
		return false
	}
	t.publishIfConfirmed(m, p)
	return true
}

// escalateSilence tells the convener, and from the second time on each superior, who is silent: one letter to each,
// for everybody who was asked at one time.
func (t *turn) escalateSilence(m *Meeting, c *Confirm, n int) {
	to := []PersonID{t.chair(m)}
	if n > 1 {
		to = append(to, t.Directory.superior(c.Person))
	}
	for _, id := range to {
		silent := t.silentFor(m, c.Asked, id, id == to[0])
		if id == "" || len(silent) == 0 {
			continue
		}
		l := Letter{Kind: Escalation, Ref: "confirm", Reason: "minutes.on_silence: escalate (G-04)", Zone: m.Zone, Meeting: t.meetingView(m, id), By: &silent[0], Silent: silent}
		t.wantedIn(&l, t.policy(m).window(), m.Zone)
		t.send(l, id, fmt.Sprintf("confirm-v%d-%s-%d", c.Version, stamp(c.Asked), n))
	}
}

// silentFor lists who has not answered of those asked at the time: everybody but the reader, or the reader's people.
func (t *turn) silentFor(m *Meeting, asked time.Time, reader PersonID, all bool) []Party {
	var out []Party
	for _, c := range m.Confirms {
		if c.State == "" && c.Asked.Equal(asked) && c.Person != reader && (all || t.Directory.superior(c.Person) == reader) {
			out = append(out, t.party(c.Person))
		}
	}
	return out
}

// receiveConfirm takes a confirmation, or objections, to the version that lies with the confirmers.
func (t *turn) receiveConfirm(m *Meeting, r *Reply) {
	i := slices.IndexFunc(m.Confirms, func(c Confirm) bool { return c.Person == r.Writer })
	v := m.version()
	switch {
	case i < 0 || v == nil:
		t.filed(m, r)
		return
	case !m.PublishAt.IsZero() && m.Confirms[i].State == "unconfirmed" && m.Confirms[i].Version == v.No && r.confirmsAll():
		t.lateConfirm(m, &m.Confirms[i], r)
		return
	case r.About.Minutes != nil && r.About.Minutes.Version != v.No, m.Stage != Confirming && m.Stage != Objected:
		t.passedOver(m, r)
		return
	}
	var objections []Objection
	confirms := false
	for _, in := range r.Intents {
		switch in.Kind {
		case IntentConfirm:
			confirms = true
		case IntentObject:
			objections = append(objections, objection(v, r, in, t.now))
		}
	}
	switch {
	case len(objections) > 0: // outweighs a confirmation in the same mail
		t.object(m, &m.Confirms[i], r, objections)
	case confirms:
		t.confirm(m, &m.Confirms[i], r)
	default:
		t.askBack(m, r, "unclear", nil, t.choicesOf(r)...)
	}
}

// confirmsAll reports whether the reply confirms and objects to nothing.
func (r *Reply) confirmsAll() bool {
	has := func(k IntentKind) bool {
		return slices.ContainsFunc(r.Intents, func(in Intent) bool { return in.Kind == k })
	}
	return has(IntentConfirm) && !has(IntentObject)
}

// passedOver answers who speaks of a version that is not before the confirmers any more. An objection is not lost by
// that: the convener sees it.
func (t *turn) passedOver(m *Meeting, r *Reply) {
	t.settle(r, ActedOn, "version-passed")
	if slices.ContainsFunc(r.Intents, func(in Intent) bool { return in.Kind == IntentObject }) {
		t.note("late-objection", r.Writer, "", "")
		if to := t.chair(m); to != "" && to != r.Writer {
			t.tell(m, to, r, EchoLine{What: "late-objection", Text: r.From}) // the convener may want to do something about it
		}
	}
	t.echo(m, r, []EchoLine{{What: "version-passed"}})
}

func objection(v *Version, r *Reply, in Intent, now time.Time) Objection {
	o := Objection{Version: v.No, By: r.Writer, Item: in.Item, Comment: in.Comment, At: now, MessageID: r.MessageID}
	if o.Comment == "" {
		o.Comment = r.Text
	}
	return o
}

// object records objections to the newest version; they go to the recorder together with others that come within the
// hour (S0-24, S2-56). Who objects to a version again goes to the arbiter as well (G-05).
func (t *turn) object(m *Meeting, c *Confirm, r *Reply, objections []Objection) {
	p, v := t.policy(m), m.version()
	again := slices.ContainsFunc(m.Objections, func(o Objection) bool { return o.By == r.Writer && !o.Withdrawn && o.Version < v.No })
	m.Objections = append(m.Objections, objections...)
	var lines []EchoLine
	for _, o := range objections {
		lines = append(lines, EchoLine{What: "object", Item: o.Item, Reason: o.Comment})
	}
	t.note("confirm", r.Writer, c.State, "objected")
	c.State, c.At, c.MessageID = "objected", t.now, r.MessageID
	t.close(m, r, lines)
	v.State = Disputed
	if m.Stage != Objected {
		t.stage(m, Objected)
	}
	if again {
		t.askArbiter(m, p, r)
	}
}

// confirm records a confirmation. An objection of the same person to the same version is withdrawn by it, and kept.
func (t *turn) confirm(m *Meeting, c *Confirm, r *Reply) {
	p, v := t.policy(m), m.version()
	known := false // to the recorder
	for i := range m.Objections {
		if o := &m.Objections[i]; o.By == r.Writer && o.Version == v.No && o.open() {
			o.Withdrawn, known = true, known || o.At.Before(t.lastSent(MinutesCall, t.scribe(m)))
		}
	}
	t.note("confirm", r.Writer, c.State, "confirmed")
	c.State, c.At, c.MessageID = "confirmed", t.now, r.MessageID
	t.close(m, r, []EchoLine{{What: "confirm"}})
	if known {
		t.tell(m, t.scribe(m), r, EchoLine{What: "withdrawn"})
	}
	t.settleDispute(m)
	t.publishIfConfirmed(m, p)
}

// settleDispute puts the version back before the confirmers once no objection stands any more.
func (t *turn) settleDispute(m *Meeting) {
	if m.Stage == Objected && !m.disputed() {
		m.version().State = Approved
		t.stage(m, Confirming)
	}
}

// disputed reports whether an objection to the newest version stands.
func (m *Meeting) disputed() bool {
	return slices.ContainsFunc(m.Objections, func(o Objection) bool { return o.open() })
}

// publishIfConfirmed publishes once no confirmation is open and no objection stands.
func (t *turn) publishIfConfirmed(m *Meeting, p *Policy) {
	var unconfirmed []string
	if m.Stage != Confirming {
		return
	}
	for _, c := range m.Confirms {
		switch c.State {
		case "", "objected":
			return
		case "unconfirmed", "silent", "gone": // G-04: also where silence is consent, the minutes say so
			unconfirmed = append(unconfirmed, c.Department)
		}
	}
	t.publish(m, p, unconfirmed)
}
