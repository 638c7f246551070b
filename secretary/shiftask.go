package secretary

import "time"

// Ways of holding a meeting that falls on a day off, besides "ask", in the order in which they are offered.
var shiftWays = []string{"earlier", "later", "skip", "keep"}

// shiftDuties put before the convener what becomes of a meeting that falls on a day off. Without an answer by the time at
// which the notice must be prepared it is put off, or left out where the series meets on that day anyhow (S3-08).
func (t *turn) shiftDuties(m *Meeting, p *Policy) []duty {
	if m.Shift != "ask" {
		return nil
	}
	to, rev := t.one(p.Convener), m.shiftQuestion()
	asked, ok := t.sentAt(Approval, to, rev)
	switch {
	case to == "":
		return []duty{{at: t.now, key: "0shift", still: true, reason: "holiday.shift: there is nobody to ask", do: func() { t.settleShift(m, m.otherwise()) }}}
	case !ok:
		return []duty{{at: m.Planned.AddDate(0, -3, 0), until: m.Start, key: "0shift", reason: "holiday.shift: ask (S3-08)", do: func() { t.askShift(m, p, to, rev) }}}
	}
	return []duty{{at: t.shiftBy(m, p, asked), key: "0shift", still: true, reason: "holiday.shift: nobody answered", do: func() { t.settleShift(m, m.otherwise()) }}}
}

// shiftQuestion tells the question about one set of days from that about another.
func (m *Meeting) shiftQuestion() string {
	return "shift-" + m.Planned.Format("20060102") + m.Earlier.Format("-0102") + m.Later.Format("-0102")
}

// otherwise is what becomes of the meeting where the convener does not answer.
func (m *Meeting) otherwise() string {
	if m.Later.IsZero() {
		return "skip"
	}
	return "later"
}

// shiftBy is until when the convener may answer: until the notice of the earliest of the days must go out, a working day at
// least, and an hour before the meeting at most.
func (t *turn) shiftBy(m *Meeting, p *Policy, asked time.Time) time.Time {
	first := m.Start
	if !m.Earlier.IsZero() {
		first = m.Earlier
	}
	zone := t.Calendar.Zone(m.Zone)
	by := maxTime(p.Notice.Lead.Before(t.Calendar, first.In(zone)), Span{1, Workdays}.After(t.Calendar, asked.In(zone)))
	if last := m.Start.Add(-hour); by.After(last) {
		by = last
	}
	return by.UTC()
}

func (t *turn) askShift(m *Meeting, p *Policy, to PersonID, rev string) {
	by := t.party(to)
	l := Letter{Kind: Approval, Ref: "shift:" + string(DateOf(t.begin(m))), Reason: "holiday.shift: the meeting falls on a day off (S3-08)", Zone: m.Zone, Meeting: t.meetingView(m, to), By: &by}
	l.Changes = []Change{{"start", m.Planned.Format(time.RFC3339), ""}}
	if m.otherwise() == "later" {
		l.Changes[0].New = m.Later.Format(time.RFC3339)
	}
	for _, way := range shiftWays {
		if to := m.shiftTo(way); !to.IsZero() {
			l.Choices = append(l.Choices, Choice{Verb: way, Arg: to.Format(time.RFC3339)})
		}
	}
	l.Deadline = t.shiftBy(m, p, t.now)
	t.send(l, to, rev)
}

// shiftTo is when a way has the meeting held, or would have had it held; zero where that way is not open.
func (m *Meeting) shiftTo(way string) time.Time {
	return map[string]time.Time{"earlier": m.Earlier, "later": m.Later, "skip": m.Planned, "keep": m.Planned}[way]
}

// decideShift takes the convener's answer. Another one corrects it, for as long as nobody else was told.
func (t *turn) decideShift(m *Meeting, r *Reply) {
	if m.Stage != Planned && m.Shift != "skip" || m.Shift == "" {
		t.decided(m, r)
		return
	}
	way := r.shiftWay()
	to := m.shiftTo(way)
	if !to.After(t.now) {
		t.askBack(m, r, "unclear", nil, t.choicesOf(r)...)
		return
	}
	line := EchoLine{What: "shift", Status: way, Time: to}
	if way == "skip" {
		line.Time = time.Time{}
	}
	t.note("shift", r.Writer, m.Shift, way)
	t.settleShift(m, way)
	t.close(m, r, []EchoLine{line})
}

// shiftWay is the one way that the reply names, "" where it names none or several.
func (r *Reply) shiftWay() string {
	way := ""
	for _, in := range r.Intents {
		if in.Kind == IntentShift && way != "" && way != in.Status {
			return ""
		}
		if in.Kind == IntentShift {
			way = in.Status
		}
	}
	return way
}

// settleShift does with the meeting what was decided, or what becomes of it by itself.
func (t *turn) settleShift(m *Meeting, way string) {
	if way == "skip" {
		t.cancel(m, "holiday")
		m.leaveOut()
		return
	}
	again := m.Stage == Cancelled && m.Run != "" && m.Start.Equal(m.shiftTo(way))
	t.stage(m, Planned)
	if m.CancelWhy = ""; again {
		t.revive(m)
	}
	t.move(m, m.shiftTo(way), time.Time{}, nil, "holiday.shift: the convener decides about a day off (S3-08)")
	m.Shift, m.TimeSet = way, true
}

// shiftedBy says why a meeting that waits for the convener's word is on another day, once it was moved by any word.
func (m *Meeting) shiftedBy(start time.Time) string {
	switch {
	case m.Shift != "ask":
		return ""
	case start.Before(m.Start):
		return "earlier"
	}
	return "later"
}

// decided answers a decision that comes after the matter was settled.
func (t *turn) decided(m *Meeting, r *Reply) {
	t.settle(r, ActedOn, "already-decided")
	t.echo(m, r, []EchoLine{{What: "already-decided"}})
}
