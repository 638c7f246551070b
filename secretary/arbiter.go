package secretary

// askArbiter puts before the arbiter, by default the host, an objection that came again after the recorder's new
// version (G-05): approve lets the minutes stand with the note of dissent, reject leaves it to the recorder.
func (t *turn) askArbiter(m *Meeting, p *Policy, r *Reply) {
	to := t.whoOne(m, p.Minutes.Arbiter, m.Host)
	if to == r.Writer {
		to = m.Convener // nobody judges the own objection
	}
	if to == "" || to == r.Writer {
		return
	}
	by := t.party(r.Writer)
	l := Letter{Kind: Approval, Ref: "objection:" + string(r.Writer), Reason: "minutes.objection_arbiter: objector and recorder do not agree (G-05)", Zone: m.Zone, Meeting: t.meetingView(m, to), By: &by, Quote: r.Text}
	l.Minutes = t.minutesView(m, m.version())
	for _, o := range m.Objections {
		if o.open() {
			l.Objections = append(l.Objections, ObjectionView{t.party(o.By), o.Item, o.Comment})
		}
	}
	l.Choices = []Choice{{Verb: "approve"}, {Verb: "reject"}}
	t.wantedIn(&l, p.window(), m.Zone)
	l.Documents = []Document{MinutesDoc}
	t.send(l, to, r.MessageID)
}

// decideObjection overrules a person's objections to the newest version, or upholds them. An overruled one stays in the
// minutes as a note of dissent.
func (t *turn) decideObjection(m *Meeting, r *Reply, who PersonID, yes bool, comment string) {
	v := m.version()
	if m.Stage != Objected || r.About.Minutes == nil || r.About.Minutes.Version != v.No {
		t.decided(m, r)
		return
	}
	line := EchoLine{What: "objection", Status: "upheld", Reason: comment, Text: t.party(who).Name}
	if yes {
		line.Status = "overruled"
		t.overrule(m, who, r.Writer)
	}
	t.note("objection", who, "", line.Status)
	t.close(m, r, []EchoLine{line})
	t.tell(m, who, r, line)
	t.tell(m, t.scribe(m), r, line)
	t.settleDispute(m)
	t.publishIfConfirmed(m, t.policy(m))
}

func (t *turn) overrule(m *Meeting, who, by PersonID) {
	no := m.version().No
	for i := range m.Objections {
		if o := &m.Objections[i]; o.By == who && o.Version == no && o.open() {
			o.Overruled = by
		}
	}
	for i := range m.Confirms {
		if c := &m.Confirms[i]; c.Person == who && c.State == "objected" {
			c.State, c.At = "overruled", t.now
		}
	}
}

// dissent lists the objections that the final minutes did not meet: overruled, or of somebody who did not confirm the
// version that answered them.
func (t *turn) dissent(m *Meeting, v *Version) []ObjectionView {
	var out []ObjectionView
	for _, o := range m.Objections {
		if v.State == Final && !o.Withdrawn && !m.confirmedBy(o.By, v.No) {
			out = append(out, ObjectionView{t.party(o.By), o.Item, o.Comment})
		}
	}
	return out
}

func (m *Meeting) confirmedBy(id PersonID, version int) bool {
	for _, c := range m.Confirms {
		if c.Person == id && c.Version == version && c.State == "confirmed" {
			return true
		}
	}
	return false
}
