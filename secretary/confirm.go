package secretary

import (
	"fmt"
	"slices"
)

// confirmers lists whose confirmation the newest version needs (S0-24, G-03): for heads or representatives one person
// for each department that attended, for attendees everyone who was there.
func (t *turn) confirmers(m *Meeting, p *Policy) []Confirm {
	v := m.version()
	var out []Confirm
	add := func(id PersonID, dep string) {
		who := t.Directory.Person(id)
		if who == nil || who.Inactive || t.external(who) {
			return
		}
		for i := range out {
			if out[i].Person == id {
				return
			}
		}
		out = append(out, Confirm{Person: id, Department: dep, Version: v.No, Asked: t.now})
	}
	for _, a := range t.attendance(m, &v.Draft) {
		s := m.seat(a.ID)
		if s == nil || !wasThere(a.State) || s.External {
			continue
		}
		switch p.Minutes.Confirmers {
		case "heads":
			if dep := t.Directory.Departments[s.Department]; dep != nil {
				add(dep.Head, dep.Code)
			}
		case "representatives":
			if s.For != "" && !p.Minutes.ByDelegate {
				add(s.For, s.Department)
				continue
			}
			add(s.Person, s.Department)
		case "attendees":
			add(s.Person, s.Department)
		}
	}
	return out
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
		if c.State == "" {
			out = append(out, t.confirmDuty(m, p, c))
		}
	}
	return out
}

// confirmDuty is the next step for one open confirmation: round 0 asks, the later ones chase.
func (t *turn) confirmDuty(m *Meeting, p *Policy, c *Confirm) duty {
	at := c.Asked
	for n := 0; ; n++ {
		rev := fmt.Sprintf("v%d-%d", c.Version, n)
		if !t.sent(MinutesConfirm, c.Person, rev) {
			return duty{at: at, key: rev + string(c.Person), reason: "minutes.confirmers (S0-24)", do: func() {
				if n > 0 && t.silence(m, p, c, n) {
					return
				}
				t.askConfirm(m, p, c, rev, n)
			}}
		}
		at = p.window().After(t.Calendar, at.In(t.Calendar.Zone(m.Zone)))
	}
}

func (t *turn) askConfirm(m *Meeting, p *Policy, c *Confirm, rev string, n int) {
	l := Letter{Kind: MinutesConfirm, Reason: "minutes.confirmers: one head for each attending department (S0-24)", Zone: m.Zone}
	if n > 0 {
		l.Reason, l.Ref = "minutes.on_silence: the confirmation is still open (G-04)", "again"
	}
	l.Meeting, l.Minutes = t.meetingView(m, c.Person), t.minutesView(m, m.version())
	l.Choices = []Choice{{Verb: "confirm"}, {Verb: "object"}}
	l.Deadline = p.window().After(t.Calendar, t.now.In(t.Calendar.Zone(m.Zone))).UTC()
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

func (t *turn) escalateSilence(m *Meeting, c *Confirm, n int) {
	by := t.party(c.Person)
	to := []PersonID{m.Convener}
	if who := t.Directory.Person(c.Person); who != nil && n > 1 {
		to = append(to, who.Manager)
	}
	for _, id := range to {
		if id != c.Person && id != "" {
			l := Letter{Kind: Escalation, Ref: "confirm", Reason: "minutes.on_silence: escalate (G-04)", Zone: m.Zone, Meeting: t.meetingView(m, id), By: &by}
			t.send(l, id, fmt.Sprintf("confirm-%s-v%d-%d", c.Person, c.Version, n))
		}
	}
}

// receiveConfirm takes a confirmation, or objections, to the version that lies with the confirmers.
func (t *turn) receiveConfirm(m *Meeting, r *Reply) {
	i := slices.IndexFunc(m.Confirms, func(c Confirm) bool { return c.Person == r.Writer })
	v := m.version()
	switch {
	case i < 0 || v == nil:
		t.filed(m, r)
		return
	case r.About.Minutes != nil && r.About.Minutes.Version != v.No, m.Stage != Confirming && m.Stage != Objected:
		t.settle(r, ActedOn, "version-passed")
		t.echo(m, r, []EchoLine{{What: "version-passed"}})
		return
	}
	c := &m.Confirms[i]
	var lines []EchoLine
	for _, in := range r.Intents {
		switch in.Kind {
		case IntentConfirm:
			lines = append(lines, EchoLine{What: "confirm"})
		case IntentObject:
			o := Objection{Version: v.No, By: r.Writer, Item: in.Item, Comment: in.Comment, At: t.now, MessageID: r.MessageID}
			if o.Comment == "" {
				o.Comment = r.Text
			}
			m.Objections = append(m.Objections, o)
			lines = append(lines, EchoLine{What: "object", Item: in.Item, Reason: o.Comment})
		}
	}
	if len(lines) == 0 {
		t.askBack(m, r, "unclear", nil, t.choicesOf(r)...)
		return
	}
	t.judge(m, c, r, lines)
}

// judge records what a confirmer said; an objection among the lines outweighs a confirmation.
func (t *turn) judge(m *Meeting, c *Confirm, r *Reply, lines []EchoLine) {
	p, v := t.policy(m), m.version()
	before := c.State
	c.State, c.At, c.MessageID = "confirmed", t.now, r.MessageID
	if slices.ContainsFunc(lines, func(l EchoLine) bool { return l.What == "object" }) {
		c.State = "objected"
	} else {
		m.Objections = slices.DeleteFunc(m.Objections, func(o Objection) bool { return o.By == r.Writer && o.Version == v.No && o.SettledBy == 0 })
	}
	t.note("confirm", r.Writer, before, c.State)
	t.close(m, r, lines)
	if c.State == "objected" {
		v.State = Disputed
		t.stage(m, Objected)
		t.callMinutes(m, p, fmt.Sprintf("objection-%s", r.MessageID), "an objection goes to the recorder (S0-24, S2-56)", nil)
		return
	}
	if m.Stage == Objected && !m.disputed() {
		v.State = Approved
		t.stage(m, Confirming) // the only objector thought again
	}
	t.publishIfConfirmed(m, p)
}

// disputed reports whether an objection to the newest version stands.
func (m *Meeting) disputed() bool {
	return slices.ContainsFunc(m.Objections, func(o Objection) bool { return o.SettledBy == 0 })
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
		case "unconfirmed":
			unconfirmed = append(unconfirmed, c.Department)
		}
	}
	t.publish(m, p, unconfirmed)
}
