package secretary

import (
	"slices"
	"time"
)

// Waiver is that a meeting has no minutes, for a special reason (S1E-05).
type Waiver struct {
	Reason  string    `json:"reason"`
	Asked   PersonID  `json:"asked"` // who asked for it
	At      time.Time `json:"at"`
	State   string    `json:"state"` // asked, granted or refused
	By      PersonID  `json:"by,omitempty"`
	Decided time.Time `json:"decided,omitzero"`
}

// waiverOpen reports whether somebody is to say whether there need be minutes.
func (m *Meeting) waiverOpen() bool { return m.Waiver != nil && m.Waiver.State == "asked" }

// receiveWaiver takes that there are to be no minutes. Who may waive them does so; of anybody else it is put before who may.
func (t *turn) receiveWaiver(m *Meeting, p *Policy, r *Reply, reason string) {
	may := t.waives(m, p)
	switch {
	case p.Minutes.Required != "waivable":
		t.askBack(m, r, "no-waiver", nil)
		return
	case m.Stage != Held || m.waiverOpen():
		t.decided(m, r)
		return
	case reason == "":
		t.askBack(m, r, "waiver-reason", nil, Choice{Verb: "waive"})
		return
	}
	m.Waiver = &Waiver{Reason: reason, Asked: r.Writer, At: t.now, State: "asked"}
	t.note("waiver", r.Writer, "", reason)
	if may == r.Writer {
		t.close(m, r, []EchoLine{{What: "waive", Status: "granted", Reason: reason}})
		t.waive(m, p, r.Writer)
		return
	}
	t.close(m, r, []EchoLine{{What: "waive", Reason: reason}})
}

// waives is who may waive the minutes, "" where that is nobody.
func (t *turn) waives(m *Meeting, p *Policy) PersonID {
	if id := t.whoOne(m, p.Minutes.Waiver, m.Host); t.Directory.active(id) {
		return id
	}
	return ""
}

// waiverDuties puts the waiver before who decides, and again while there is no answer. Nobody is reminded of the minutes
// meanwhile.
func (t *turn) waiverDuties(m *Meeting, p *Policy) []duty {
	to := t.waives(m, p)
	if to == "" || to == m.Waiver.Asked {
		to = t.Directory.superior(m.Waiver.Asked)
	}
	if !t.Directory.active(to) {
		return []duty{{at: t.now, key: "waiver", still: true, reason: "nobody is left to decide on the waiver", do: func() { m.Waiver.State = "refused" }}}
	}
	n, at, rev := t.round(Approval, to, "waiver-"+stamp(m.Waiver.At), m.Waiver.At, func(int) Span { return p.window() }, m.Zone)
	return []duty{{at: at, key: rev, reason: "minutes.waiver (S1E-05)", do: func() {
		by := t.party(m.Waiver.Asked)
		l := Letter{Kind: Approval, Ref: "waiver:" + string(m.Waiver.Asked), Reason: "minutes.waiver: minutes are waived for a reason only (S1E-05)", Zone: m.Zone, Meeting: t.meetingView(m, to), By: &by, Quote: m.Waiver.Reason}
		if n > 0 {
			l.Reason = "minutes.waiver: the decision is still open"
		}
		l.Choices = []Choice{{Verb: "approve"}, {Verb: "reject"}}
		t.wantedIn(&l, p.window(), m.Zone)
		t.send(l, to, rev)
	}}}
}

// decideWaiver ends the meeting without minutes, or leaves them with the recorder.
func (t *turn) decideWaiver(m *Meeting, r *Reply, yes bool, comment string) {
	if !m.waiverOpen() {
		t.decided(m, r)
		return
	}
	line := EchoLine{What: "waive", Status: "refused", Reason: comment}
	if yes {
		line.Status = "granted"
	}
	asked := m.Waiver.Asked
	t.note("waiver", r.Writer, "asked", line.Status)
	t.close(m, r, []EchoLine{line})
	t.tell(m, asked, r, line)
	if yes {
		t.waive(m, t.policy(m), r.Writer)
		return
	}
	m.Waiver.State, m.Waiver.By, m.Waiver.Decided = "refused", r.Writer, t.now
}

// waive ends a meeting without minutes: the reason is on record, and what was handed in is filed.
func (t *turn) waive(m *Meeting, p *Policy, by PersonID) {
	w := m.Waiver
	w.State, w.By, w.Decided = "granted", by, t.now
	t.find(m, "S1E-05", "minutes-waived", by, w.Reason)
	t.withoutMinutes(m, p)
}

// waiving is the reason for which a reply asks for no minutes.
func (r *Reply) waiving() (reason string, ok bool) {
	i := slices.IndexFunc(r.Intents, func(in Intent) bool { return in.Kind == IntentWaive })
	if i < 0 {
		return "", false
	}
	return r.Intents[i].Reason, true
}
