package secretary

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// Upkeeps lists the policies, by id, whose upkeep is this person's: they have a role in it, or a recurring duty of it is theirs. The
// store lays their series on the person's desk.
func (d *Desk) Upkeeps(id PersonID) []string {
	var out []string
	for _, policy := range sortedKeys(d.Current) {
		p := d.Policies[d.Current[policy]]
		if p == nil || p.Disabled {
			continue
		}
		mine := slices.Contains(d.Directory.Resolve(p.Convener), id)
		for _, kind := range choreKinds {
			_, who := d.chore(p, kind)
			mine = mine || who == id
		}
		for _, role := range []string{"host", "recorder"} {
			mine = mine || d.inRole(p, role) == id
		}
		if mine {
			out = append(out, policy)
		}
	}
	return out
}

// organized lists the series on the desk that the person convenes, with their policies in force.
func (t *turn) organized(id PersonID) (out []*Series) {
	for _, policy := range sortedKeys(t.Series) {
		if p := t.Policies[t.Current[policy]]; p != nil && !p.Disabled && t.one(p.Convener) == id {
			out = append(out, t.Series[policy])
		}
	}
	return out
}

// feedbackDuties: the organizer gets one letter with all feedback that is not classified, and once more when the window is
// over; whoever has to answer is asked until they do (S0-41, S0-44).
func (t *turn) feedbackDuties(id PersonID) []duty {
	var fresh, late, open time.Time
	earliest := func(at *time.Time, x time.Time) {
		if at.IsZero() || x.Before(*at) {
			*at = x
		}
	}
	zone := t.Calendar.Zone(t.Office.Zone)
	for _, s := range t.organized(id) {
		for _, f := range s.Feedback {
			switch {
			case f.State == "forwarded":
				earliest(&open, gradeWindow.After(t.Calendar, f.Chased.In(zone)))
			case f.graded() || f.Late:
			case f.Asked.IsZero():
				earliest(&fresh, t.workMorning(DateOf(f.At.In(zone)), f.At, zone))
			default:
				earliest(&late, gradeWindow.After(t.Calendar, f.Asked.In(zone)))
			}
		}
	}
	var out []duty
	add := func(at time.Time, key, reason string, do func()) {
		if !at.IsZero() {
			out = append(out, duty{at: at, key: key, reason: reason, do: do})
		}
	}
	add(fresh, "feedback", "feedback is graded by the organizer (S0-41)", func() { t.askGrades(id, false) })
	add(late, "feedback-late", "feedback is still to be graded (S0-41)", func() { t.askGrades(id, true) })
	add(open, "feedback-open", "a problem is open until the department answers (S0-44)", func() { t.chaseForwarded(id) })
	return out
}

// askGrades puts everything that is not graded before the organizer. Those that were there for the whole window are late.
func (t *turn) askGrades(id PersonID, again bool) {
	zone := t.Calendar.Zone(t.Office.Zone)
	v := &FeedbackView{}
	for _, s := range t.organized(id) {
		p := t.Policies[t.Current[s.Policy]]
		for _, f := range s.Feedback {
			if f.graded() || f.Late {
				continue
			}
			if again && !f.Asked.IsZero() && !gradeWindow.After(t.Calendar, f.Asked.In(zone)).After(t.now) {
				f.Late = true
				t.note("feedback-ungraded", id, "", fmt.Sprintf("%s %d", s.Policy, f.No))
			}
			if f.Asked.IsZero() {
				f.Asked = t.now
			}
			v.Rows = append(v.Rows, t.feedbackRow(len(v.Rows)+1, s, f))
			v.Severity, v.Urgency = p.Feedback.Severity, p.Feedback.Urgency
		}
	}
	l := Letter{Kind: Duty, Ref: "feedback", Reason: "feedback is graded by severity and urgency (S0-41)", Feedback: v, Deadline: gradeWindow.After(t.Calendar, t.now.In(zone)).UTC()}
	t.send(l, id, "feedback-"+stamp(t.now))
}

// chaseForwarded asks everybody once more whose answer to the organizer is out, one letter each.
func (t *turn) chaseForwarded(id PersonID) {
	var to []PersonID
	for _, s := range t.organized(id) {
		for _, f := range s.Feedback {
			if f.State == "forwarded" {
				t.passForward(f)
			}
			if f.State == "forwarded" && !slices.Contains(to, f.To) {
				to = append(to, f.To)
			}
		}
	}
	for _, who := range to {
		t.askAnswer(id, who)
	}
}

// passForward finds somebody else of the department where whoever was to answer has left; where there is nobody, the
// organizer decides anew.
func (t *turn) passForward(f *Feedback) {
	if t.Directory.active(f.To) {
		return
	}
	if p := t.Directory.Person(f.To); p != nil {
		if d := t.Directory.Departments[p.Department]; d != nil && t.speaksFor(d) != "" {
			f.To = t.speaksFor(d)
			return
		}
	}
	f.State, f.To, f.Severity, f.Urgency, f.Asked, f.Chased = "", "", 0, 0, time.Time{}, time.Time{}
}

// speaksFor is who answers for a department: its representative, else its head; "" where neither is here.
func (t *turn) speaksFor(d *Department) PersonID {
	for _, id := range []PersonID{d.Rep, d.Head} {
		if t.Directory.active(id) {
			return id
		}
	}
	return ""
}

// askAnswer asks a department's representative about everything forwarded to them that is open.
func (t *turn) askAnswer(id, to PersonID) {
	v := &FeedbackView{}
	for _, s := range t.organized(id) {
		for _, f := range s.Feedback {
			if f.State == "forwarded" && f.To == to {
				f.Chased = t.now
				v.Rows = append(v.Rows, t.feedbackRow(len(v.Rows)+1, s, f))
			}
		}
	}
	by := t.party(id)
	zone := t.Calendar.Zone(t.Office.Zone)
	l := Letter{Kind: Duty, Ref: "forwarded", Reason: "a problem is taken up with the department concerned (S0-44)", Feedback: v, By: &by, Deadline: gradeWindow.After(t.Calendar, t.now.In(zone)).UTC()}
	t.send(l, to, "forwarded-"+stamp(t.now))
}

// receiveGrades takes the organizer's grades and decisions, line by line.
func (t *turn) receiveGrades(id PersonID, r *Reply) {
	var lines []EchoLine
	var problems []Problem
	for _, in := range r.Intents {
		if in.Kind != IntentGrade {
			continue
		}
		s, f := t.fedback(r.About, in.Item)
		switch {
		case f == nil:
			problems = append(problems, Problem{in.Item, "no-such-item"})
			continue
		case f.State != "":
			lines = append(lines, EchoLine{What: "feedback", Status: f.State, Item: in.Item, Text: f.Text, Note: "already-decided"})
			continue
		}
		line, why := t.decideFeedback(s, f, in)
		if why != "" {
			problems = append(problems, Problem{in.Item, why})
			continue
		}
		f.grade(in)
		t.note("feedback-"+line.Status, r.Writer, "", fmt.Sprintf("%s %d", s.Policy, f.No))
		lines = append(lines, line)
		t.tellWriter(s, f, r, line)
		t.poke(SeriesCase(s.Policy))
	}
	for _, to := range t.forwardedNow(id) {
		t.askAnswer(id, to)
	}
	t.closeGrades(r, lines, problems)
}

// grade keeps the levels that were given.
func (f *Feedback) grade(in Intent) {
	if in.Severity > 0 {
		f.Severity = in.Severity
	}
	if in.Urgency > 0 {
		f.Urgency = in.Urgency
	}
}

func (t *turn) closeGrades(r *Reply, lines []EchoLine, problems []Problem) {
	if len(problems) == 0 && len(lines) > 0 {
		t.settle(r, ActedOn, lines[0].What)
		t.echo(nil, r, lines)
		return
	}
	t.settle(r, AskedBack, "unclear")
	l := t.about(nil, r, AskBack, "asked back: how feedback is graded")
	l.Echoes, l.Quote = lines, r.Text
	if l.Problems = problems; len(problems) == 0 {
		l.Problems = []Problem{{Code: "unclear"}}
	}
	t.answer(l, r)
}

// forwardedNow lists who has been forwarded feedback that they were not told of yet.
func (t *turn) forwardedNow(id PersonID) (out []PersonID) {
	for _, s := range t.organized(id) {
		for _, f := range s.Feedback {
			if f.State == "forwarded" && f.Chased.IsZero() && !slices.Contains(out, f.To) {
				out = append(out, f.To)
			}
		}
	}
	return out
}

// fedback is the feedback that a number of the letter means; with a single one it needs no number.
func (t *turn) fedback(l *Letter, no string) (*Series, *Feedback) {
	for _, row := range l.Feedback.Rows {
		if row.No != no && (no != "" || len(l.Feedback.Rows) > 1) {
			continue
		}
		if s := t.Series[row.Policy]; s != nil {
			return s, s.feedback(row.Seq)
		}
	}
	return nil, nil
}

// decideFeedback carries out what one line says of a piece of feedback, and tells why it cannot be.
func (t *turn) decideFeedback(s *Series, f *Feedback, in Intent) (EchoLine, string) {
	line := EchoLine{What: "feedback", Status: "graded", Item: in.Item, Text: f.Text, Reason: in.Comment}
	switch in.Status {
	case "":
		if in.Severity == 0 && in.Urgency == 0 {
			return line, "unclear"
		}
		return line, ""
	case "accepted":
		return t.accept(s, f, in, line)
	case "forwarded":
		return t.forward(f, in, line)
	}
	f.State, f.Why, f.Decided, line.Status = "declined", in.Comment, t.now, "declined"
	return line, ""
}

// accept makes feedback an improvement measure: an action item like any other, supervised as such (S0-42, S0-90, S0-95).
func (t *turn) accept(s *Series, f *Feedback, in Intent, line EchoLine) (EchoLine, string) {
	p := t.Policies[t.Current[s.Policy]]
	owners := t.Directory.ByName(in.Delegate)
	switch {
	case in.Delegate == "":
		return line, "no-owner"
	case len(owners) == 0 || t.external(owners[0]):
		return line, "unknown-owner"
	case len(owners) > 1:
		return line, "several-owners"
	case !in.Until.Valid() || in.Until < t.today(t.Office.Zone):
		return line, "no-due"
	}
	text, goal := f.Text, ""
	if in.Comment != "" {
		text, goal = in.Comment, f.Text
	}
	if f.Class == "measure" {
		var ok bool
		if text, goal, ok = planned(f.Text, in.Comment); !ok {
			return line, "no-aim"
		}
	}
	owner := owners[0]
	i := &Item{
		ID: ItemID(fmt.Sprintf("%s-F%d", p.Code, f.No)), MeetingName: p.Title, MeetingDay: t.today(t.Office.Zone), Series: p.ID, Policy: t.Current[s.Policy],
		Feedback: fmt.Sprint(f.No), No: fmt.Sprintf("F%d", f.No), Text: text, Owner: owner.ID, Department: owner.Department, Due: in.Until, OriginalDue: in.Until, Result: goal,
		Supervisor: t.supervises(p), Zone: t.Office.Zone, Status: NotStarted, Active: t.now,
	}
	t.Items[i.ID] = i
	f.State, f.Decided, f.Measure = "accepted", t.now, &Measure{i.ID, text, owner.ID, in.Until}
	t.note("item", i.Owner, "", string(i.ID))
	t.pokeAround(i)
	line.Status, line.Delegate, line.Date = "accepted", owner.Name, in.Until
	return line, ""
}

// supervises is who supervises what a policy brings about: its supervisor, else its convener.
func (t *turn) supervises(p *Policy) PersonID {
	if id := t.one(p.Supervisor); id != "" {
		return id
	}
	return t.one(p.Convener)
}

// forward puts feedback before the representative of a department (S0-44).
func (t *turn) forward(f *Feedback, in Intent, line EchoLine) (EchoLine, string) {
	dep := t.departmentNamed(in.Delegate)
	if dep == nil {
		return line, "unknown-department"
	}
	to := t.speaksFor(dep)
	if to == "" {
		return line, "unknown-department"
	}
	f.State, f.To, f.Decided = "forwarded", to, t.now
	line.Status, line.Delegate = "forwarded", t.party(to).Name
	return line, ""
}

// departmentNamed finds a department by its code, kind or name in any language, nil where several or none fit.
func (t *turn) departmentNamed(name string) *Department {
	name = strings.ToLower(strings.TrimSpace(name))
	var found *Department
	for _, code := range t.Directory.Order {
		d := t.Directory.Departments[code]
		for _, n := range []string{d.Code, d.Kind, d.Name[Hans], d.Name[Hant], d.Name[English]} {
			if n = strings.ToLower(n); name != "" && n != "" && (n == name || t.fold(n) == t.fold(name)) {
				if found != nil && found != d {
					return nil
				}
				found = d
			}
		}
	}
	return found
}

func (t *turn) fold(s string) string {
	if t.Fold == nil {
		return s
	}
	return t.Fold(s)
}

// tellWriter lets whoever gave feedback know what came of it; nobody knows who wrote in an anonymous survey.
func (t *turn) tellWriter(s *Series, f *Feedback, r *Reply, line EchoLine) {
	if f.By == "" || f.By == r.Writer || line.Status == "graded" {
		return
	}
	by := t.party(r.Writer)
	line.Item, line.Note = "", ""
	l := Letter{Kind: Echo, Ref: "told", Reason: "who gave feedback learns what came of it (S0-46)", By: &by, Echoes: []EchoLine{line}}
	t.send(l, f.By, fmt.Sprintf("feedback-%s-%d-%s", s.Policy, f.No, f.State))
}

// receiveForwarded takes the department's answer to what was forwarded; the organizer and the writer are told (S0-44).
func (t *turn) receiveForwarded(id PersonID, r *Reply) {
	if r.acknowledges() {
		t.settle(r, ActedOn, "noted")
		t.note("noted", r.Writer, "", "")
		return
	}
	var lines []EchoLine
	for _, row := range r.About.Feedback.Rows {
		s, f := t.fedback(r.About, row.No)
		if f == nil || f.State != "forwarded" || f.To != r.Writer {
			continue
		}
		f.State, f.Why, f.Decided = "answered", r.saying(row.No), t.now
		line := EchoLine{What: "feedback", Status: "answered", Item: row.No, Text: f.Text, Reason: f.Why}
		lines = append(lines, line)
		t.note("feedback-answered", r.Writer, "", fmt.Sprintf("%s %d", s.Policy, f.No))
		t.tellWriter(s, f, r, line)
	}
	if len(lines) == 0 {
		t.comment(r)
		return
	}
	t.settle(r, ActedOn, "feedback")
	t.echo(nil, r, lines)
	by := t.party(r.Writer)
	t.send(Letter{Kind: Echo, Ref: "told", Reason: "the organizer learns what the department answered (S0-44)", By: &by, Echoes: lines}, id, "answered-"+r.MessageID)
}
