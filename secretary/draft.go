package secretary

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// version returns the newest version of the minutes, nil where there is none.
func (m *Meeting) version() *Version {
	if len(m.Minutes) == 0 {
		return nil
	}
	return &m.Minutes[len(m.Minutes)-1]
}

// draftDuties: the recorder is asked for the minutes at the meeting's end and reminded until they are complete; after
// the deadline the convener knows (S1G-13, F5).
func (t *turn) draftDuties(m *Meeting, p *Policy) []duty {
	end := t.over(m)
	deadline := p.Minutes.Deadline.After(t.Calendar, end)
	var out []duty
	if !t.sent(MinutesCall, m.Recorder, "0") {
		out = append(out, duty{at: m.End, key: "0", reason: "minutes-call at the end", do: func() {
			t.callMinutes(m, p, "0", "the meeting has ended: the minutes are called for (S0-23)", nil)
		}})
	}
	for n, s := range p.Minutes.Reminders {
		at, rev := s.After(t.Calendar, end), fmt.Sprint("n", n)
		if t.sent(MinutesCall, m.Recorder, rev) || t.touched(m).After(at) {
			continue
		}
		until := time.Time{}
		if n+1 < len(p.Minutes.Reminders) {
			until = p.Minutes.Reminders[n+1].After(t.Calendar, end)
		}
		out = append(out, duty{at: at, until: until, key: "1" + rev, reason: "minutes.reminders", do: func() {
			t.callMinutes(m, p, rev, fmt.Sprintf("minutes.reminders: %s after the end, no complete draft", s), m.version())
		}})
	}
	if rev := "late"; p.Minutes.Deadline.IsSet() && !t.sent(Escalation, m.Convener, rev) {
		out = append(out, duty{at: deadline, key: "2", reason: "minutes.deadline", do: func() { t.minutesLate(m, rev) }})
	}
	return out
}

// touched is when the minutes last moved; a reminder that falls before it is out of date.
func (t *turn) touched(m *Meeting) time.Time {
	if v := m.version(); v != nil {
		return v.At
	}
	return time.Time{}
}

func (t *turn) minutesLate(m *Meeting, rev string) {
	t.find(m, "minutes.deadline", "minutes-late", m.Recorder, "")
	by := t.party(m.Recorder)
	l := Letter{Kind: Escalation, Ref: "minutes", Reason: "minutes.deadline has passed without a complete draft", Zone: m.Zone, Meeting: t.meetingView(m, m.Convener), By: &by}
	t.send(l, m.Convener, rev)
}

// callMinutes asks the recorder for the draft, with the prefilled form; back is the version that was returned, nil
// where there was none.
func (t *turn) callMinutes(m *Meeting, p *Policy, rev, reason string, back *Version) {
	l := Letter{Kind: MinutesCall, Reason: reason, Zone: m.Zone, Meeting: t.meetingView(m, m.Recorder), Items: t.report(m), Documents: []Document{FormDoc}}
	l.Deadline = p.Minutes.Deadline.After(t.Calendar, t.over(m)).UTC()
	l.Minutes = t.formView(m)
	if back != nil {
		l.Problems, l.Quote = back.Draft.Problems, back.Comment
		l.Minutes = t.minutesView(m, back)
	}
	for _, o := range m.Objections {
		if o.SettledBy == 0 {
			l.Objections = append(l.Objections, ObjectionView{t.party(o.By), o.Item, o.Comment})
		}
	}
	t.send(l, m.Recorder, rev)
}

// receiveDraft takes the recorder's draft. One that lacks something goes back line by line (S0-23, S0-54).
func (t *turn) receiveDraft(m *Meeting, r *Reply) {
	p := t.policy(m)
	in := slices.IndexFunc(r.Intents, func(i Intent) bool { return i.Kind == IntentDraft && i.Draft != nil })
	switch {
	case !m.conducts(r.Writer) && r.Writer != m.Supervisor:
		t.filed(m, r)
		return
	case m.Stage == Planned || m.Stage == Noticed:
		t.askBack(m, r, "not-ended", nil)
		return
	case m.Stage == Published || m.Stage == Done || m.Stage == Cancelled:
		t.filed(m, r)
		return
	case in < 0:
		t.askBack(m, r, "no-draft", nil)
		return
	}
	v := t.newVersion(m, r, *r.Intents[in].Draft)
	v.Draft.Problems = t.check(m, p, &v.Draft)
	m.Minutes = append(m.Minutes, v)
	t.note("draft", r.Writer, "", fmt.Sprint("version ", v.No))
	if len(v.Draft.Problems) > 0 {
		t.returned(m, p, r, m.version())
		return
	}
	t.submit(m, p, r)
}

func (t *turn) newVersion(m *Meeting, r *Reply, d Draft) Version {
	v := Version{No: len(m.Minutes) + 1, State: Submitted, By: r.Writer, At: t.now, MessageID: r.MessageID, Draft: d, Body: d.Body}
	if old := m.version(); old != nil && old.State == Returned {
		v.Draft, v.Body = mend(old, v.Draft)
	}
	for i := range r.Files {
		if strings.HasSuffix(strings.ToLower(r.Files[i].Name), ".docx") {
			v.File = &r.Files[i]
		}
	}
	return v
}

// mend lays a reply that repeats only lines that were returned over the returned version. A draft with anything else
// in it stands for itself.
func mend(old *Version, d Draft) (Draft, string) {
	if len(d.Resolutions) > 0 || len(d.Attendance) > 0 || len(d.Actions) == 0 || len(d.Actions) >= len(old.Draft.Actions) {
		return d, d.Body
	}
	out := old.Draft
	out.Actions = slices.Clone(out.Actions)
	out.Problems = slices.DeleteFunc(slices.Clone(out.Problems), func(p Problem) bool {
		return slices.ContainsFunc(d.Actions, func(a DraftAction) bool { return a.No == p.No })
	})
	for _, a := range d.Actions {
		bad := slices.ContainsFunc(old.Draft.Problems, func(p Problem) bool { return p.No == a.No })
		i := slices.IndexFunc(out.Actions, func(o DraftAction) bool { return o.No == a.No })
		if !bad || i < 0 {
			return d, d.Body
		}
		out.Actions[i] = a
	}
	out.Problems = append(out.Problems, d.Problems...)
	return out, old.Body + "\n\n" + d.Body
}

// check adds to the parser's problems what only the office can tell: parts that the policy demands, owners whom the
// directory does not know or who are not one, expected results that are missing.
func (t *turn) check(m *Meeting, p *Policy, d *Draft) []Problem {
	out := slices.DeleteFunc(slices.Clone(d.Problems), func(q Problem) bool {
		return q.Code == "no-due" && !t.demands(p, "due") || q.Code == "no-owner" && !t.demands(p, "owner") || q.Code == "missing" || q.Code == "unknown-owner" || q.Code == "no-result"
	})
	if slices.Contains(p.Minutes.Fields, "resolutions") && len(d.Resolutions)+len(d.Actions) == 0 {
		out = append(out, Problem{"resolutions", "missing"})
	}
	if slices.Contains(p.Minutes.Fields, "actions") && len(d.Actions) == 0 {
		out = append(out, Problem{"actions", "missing"})
	}
	for _, a := range d.Actions {
		if a.Owner != "" && !hasProblem(out, a.No, "several-owners") && len(t.Directory.ByName(a.Owner)) != 1 {
			out = append(out, Problem{a.No, "unknown-owner"})
		}
		if a.Result == "" && t.demands(p, "expected_result") {
			out = append(out, Problem{a.No, "no-result"})
		}
	}
	return out
}

func hasProblem(ps []Problem, no, code string) bool {
	return slices.Contains(ps, Problem{no, code})
}

// demands reports whether an action item of this policy must have the field; by default owner and due must be there.
func (t *turn) demands(p *Policy, field string) bool {
	if len(p.Actions.Fields) == 0 {
		return field == "owner" || field == "due"
	}
	return slices.Contains(p.Actions.Fields, field)
}

func (t *turn) returned(m *Meeting, p *Policy, r *Reply, v *Version) {
	v.State = Returned
	t.settle(r, AskedBack, "draft-incomplete")
	if m.Stage != Objected {
		t.stage(m, Held)
	}
	t.callMinutes(m, p, fmt.Sprint("back-", v.No), "the draft lacks what the minutes must have (S0-23, S0-54)", v)
}

// submit passes a complete draft on: to the reviewer, else to the confirmers, else out (G-01).
func (t *turn) submit(m *Meeting, p *Policy, r *Reply) {
	v := m.version()
	for i := range m.Objections {
		if o := &m.Objections[i]; o.SettledBy == 0 {
			o.SettledBy = v.No
		}
	}
	t.settle(r, ActedOn, "draft")
	t.echo(m, r, []EchoLine{{What: "draft", Text: fmt.Sprint(v.No), Status: fmt.Sprint(len(v.Draft.Resolutions)), Item: fmt.Sprint(len(v.Draft.Actions))}})
	if t.reviewer(m, p) != "" {
		t.stage(m, Reviewing)
		return
	}
	t.approved(m, p)
}

// reviewer is who reviews the minutes; nobody reviews the own draft where somebody else can.
func (t *turn) reviewer(m *Meeting, p *Policy) PersonID { return t.whoOne(m, p.Minutes.ReviewBy, "") }
