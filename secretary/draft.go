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

// scribe is who writes the minutes: the recorder; whom an absent recorder sends; else the convener or the host.
func (t *turn) scribe(m *Meeting) PersonID {
	if s := m.seat(m.Recorder); t.Directory.active(m.Recorder) && (s == nil || !s.away()) {
		return m.Recorder
	} else if s != nil && t.Directory.active(s.Delegate) {
		return s.Delegate
	}
	for _, id := range []PersonID{m.Convener, m.Host, m.Recorder} {
		if t.Directory.active(id) {
			return id
		}
	}
	return m.Convener
}

// callMinutes asks for the draft.
func (t *turn) callMinutes(m *Meeting, p *Policy, to PersonID, rev, reason string, back *Version) {
	t.send(t.minutesCall(m, p, to, reason, back), to, rev)
}

// minutesCall asks for the draft, with the prefilled form; back is the version that is to be mended, nil where there is
// none.
func (t *turn) minutesCall(m *Meeting, p *Policy, to PersonID, reason string, back *Version) Letter {
	l := Letter{Kind: MinutesCall, Reason: reason, Zone: m.Zone, Meeting: t.meetingView(m, to), Items: t.report(m), Documents: []Document{FormDoc}}
	if l.Deadline = p.Minutes.Deadline.After(t.Calendar, t.over(m)).UTC(); !l.Deadline.After(t.now) || back != nil && back.State != Returned {
		t.wantedIn(&l, p.window(), m.Zone) // nobody can answer by a day that has passed, and the draft itself was handed in
	}
	if p.Minutes.Required == "waivable" && m.Stage == Held && back == nil {
		l.Choices = []Choice{{Verb: "waive"}}
	}
	l.Minutes = t.formView(m)
	if m.corrected() {
		l.Ref = toCorrect
	}
	if back != nil {
		l.Problems, l.Quote = back.Draft.Problems, back.Comment
		l.Minutes = t.minutesView(m, back)
	}
	l.Minutes.States = p.Attendance.Categories
	for _, o := range m.Objections {
		if o.open() {
			l.Objections = append(l.Objections, ObjectionView{t.party(o.By), o.Item, o.Comment})
		}
	}
	return l
}

// receiveDraft takes the recorder's draft. One that lacks something goes back line by line (S0-23, S0-54).
func (t *turn) receiveDraft(m *Meeting, r *Reply) {
	p := t.policy(m)
	in := slices.IndexFunc(r.Intents, func(i Intent) bool { return i.Kind == IntentDraft && i.Draft != nil })
	reason, waives := r.waiving()
	switch {
	case !t.records(m, r.Writer):
		t.filed(m, r)
		return
	case m.Stage == Planned || m.Stage == Noticed:
		t.askBack(m, r, "not-ended", nil)
		return
	case (m.Stage == Published || m.Stage == Done) && !m.correctable(r) || m.Stage == Cancelled:
		t.filed(m, r)
		return
	case in < 0 && waives:
		t.receiveWaiver(m, p, r, reason)
		return
	case in < 0:
		t.askBack(m, r, "no-draft", nil)
		return
	case r.Intents[in].Draft.linesOnly() && (m.version() == nil || !m.partial(m.version(), r.Intents[in].Draft)):
		t.askBack(m, r, "no-draft", nil) // it mends lines that are not there
		return
	}
	if m.waiverOpen() { // the minutes are there after all
		m.Waiver.State = "refused"
	}
	d := *r.Intents[in].Draft
	t.countWorkdays(m, &d)
	v := t.newVersion(m, r, d)
	if old := m.final(); old != nil {
		t.renumber(old, m, &v)
		if !v.differs(old) {
			t.filed(m, r)
			return
		}
	}
	v.Draft.Problems = append(t.check(p, &v.Draft), m.strangeTopics(&v.Draft)...)
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
	if old := m.version(); old != nil {
		v.Draft, v.Body = m.revise(old, &d)
	}
	for i := range r.Files {
		if strings.HasSuffix(strings.ToLower(r.Files[i].Name), ".docx") {
			v.File = &r.Files[i]
		}
	}
	return v
}

// check adds to the parser's problems what only the office can tell: parts that the policy demands, owners whom the
// directory does not know or who are not one, expected results that are missing.
func (t *turn) check(p *Policy, d *Draft) []Problem {
	out := slices.DeleteFunc(slices.Clone(d.Problems), func(q Problem) bool {
		return q.Code == "no-due" && !t.demands(p, "due") || q.Code == "no-owner" && !t.demands(p, "owner") || q.Code == "missing" || q.Code == "unknown-owner" || q.Code == "no-result" || q.Code == "no-quality" || q.Code == "no-topic"
	})
	if slices.Contains(p.Minutes.Fields, "resolutions") && len(d.Resolutions)+len(d.Actions) == 0 {
		out = append(out, Problem{"resolutions", "missing"})
	}
	if slices.Contains(p.Minutes.Fields, "actions") && len(d.Actions) == 0 {
		out = append(out, Problem{"actions", "missing"})
	}
	for _, a := range d.Actions {
		out = append(out, t.checkAction(p, a, out)...)
	}
	return out
}

// checkAction finds what is wrong with one action, besides the problems known.
func (t *turn) checkAction(p *Policy, a DraftAction, known []Problem) []Problem {
	var out []Problem
	add := func(wrong bool, code string, but ...string) {
		if !wrong || slices.ContainsFunc(append(but, code), func(c string) bool { return hasProblem(known, a.No, c) }) {
			return
		}
		out = append(out, Problem{a.No, code})
	}
	add(a.Owner == "" && t.demands(p, "owner"), "no-owner", "several-owners")
	add(a.Owner != "" && t.ownerOf(a) == nil, "unknown-owner", "several-owners")
	add(a.Due == "" && t.demands(p, "due"), "no-due", "vague-due", "bad-due")
	add(a.Result == "" && t.demands(p, "expected_result"), "no-result")
	add(a.Result == "" && t.demands(p, "quality_requirement") && !t.demands(p, "expected_result"), "no-quality") // one column holds both (S3-88)
	return out
}

// ownerOf is the one person that an action's owner names, nil where it is nobody, several, or somebody outside, who
// gets no internal letters (G-48).
func (t *turn) ownerOf(a DraftAction) *Person {
	found := t.Directory.ByName(a.Owner)
	if len(found) != 1 || found[0].Inactive || t.external(found[0]) {
		return nil
	}
	return found[0]
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

// returned sends a draft that lacks something back to whoever wrote it.
func (t *turn) returned(m *Meeting, p *Policy, r *Reply, v *Version) {
	v.State = Returned
	t.settle(r, AskedBack, "draft-incomplete")
	if m.Stage != Objected {
		t.stage(m, m.back())
	}
	l := t.minutesCall(m, p, r.Writer, "the draft lacks what the minutes must have (S0-23, S0-54)", v)
	l.InReply, l.Subject = r.MessageID, r.Subject
	t.send(l, r.Writer, fmt.Sprint("back-", v.No))
}

// submit passes a complete draft on: to the reviewer, else to the confirmers, else out (G-01).
func (t *turn) submit(m *Meeting, p *Policy, r *Reply) {
	v := m.version()
	v.Draft.number()
	m.DoneAt = time.Time{}
	for i := range m.Objections {
		if o := &m.Objections[i]; o.open() {
			o.SettledBy = v.No
		}
	}
	t.settle(r, ActedOn, "draft")
	t.passOnOpen(m)
	t.echo(m, r, []EchoLine{{What: "draft", Text: fmt.Sprint(v.No), Status: fmt.Sprint(len(v.Draft.Resolutions)), Item: fmt.Sprint(len(v.Draft.Actions))}})
	if t.reviewer(m, p) != "" {
		t.stage(m, Reviewing)
		return
	}
	t.approved(m, p)
}

// reviewer is who reviews the minutes: whom the policy names; nobody reviews the own draft where somebody else can
// (G-18). Nobody where the policy leaves the step out.
func (t *turn) reviewer(m *Meeting, p *Policy) PersonID {
	if p.Minutes.ReviewBy == "" {
		return ""
	}
	wrote := PersonID("")
	if v := m.version(); v != nil {
		wrote = v.By
	}
	named := t.whoOne(m, p.Minutes.ReviewBy, "")
	for _, id := range []PersonID{named, m.Host, m.Convener, t.Directory.superior(wrote)} {
		if id != wrote && t.Directory.active(id) {
			return id
		}
	}
	return named // there is nobody else
}
