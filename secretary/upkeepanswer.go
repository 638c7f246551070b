package secretary

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// wordy is how many characters of a reply are lessons rather than a covering note.
const wordy = 30

// receiveChores takes the answers to recurring duties: done, with what comes as evidence; put off; or not needed, with a
// reason (S0-45, S0-77, S0-88).
func (t *turn) receiveChores(id PersonID, r *Reply) {
	if r.acknowledges() {
		t.settle(r, ActedOn, "noted")
		t.note("noted", r.Writer, "", "")
		return
	}
	var lines []EchoLine
	var problems []Problem
	var done []*choreAt
	for _, in := range t.choreIntents(r) {
		c, no, why := t.choreIn(id, r, in.Item)
		if why != "" {
			problems = append(problems, Problem{in.Item, why})
			continue
		}
		line, why := t.answerChore(c, in, r)
		if why != "" {
			problems = append(problems, Problem{no, why})
			continue
		}
		if line.Item = no; line.Status == "done" {
			done = append(done, c)
		}
		lines = append(lines, line)
	}
	if c := improving(done); c != nil {
		lines = append(lines, t.proposeMeasures(c, r)...)
	}
	if files := t.fileProof(done, r); files > 0 && len(lines) > 0 {
		lines[0].Note = "filed"
	}
	if len(lines) > 0 && len(problems) == 0 {
		t.settle(r, ActedOn, "chore")
		t.echo(nil, r, lines)
		return
	}
	t.settle(r, AskedBack, "unclear")
	l := t.about(nil, r, AskBack, "asked back: what became of a recurring duty")
	l.Echoes, l.Quote, l.Choices = lines, r.Text, t.choicesOf(r)
	if l.Problems = problems; len(problems) == 0 {
		l.Problems = []Problem{{Code: "unclear"}}
	}
	t.answer(l, r)
}

// improving is the duty whose answer may name improvement measures: the lessons, else the review.
func improving(done []*choreAt) *choreAt {
	for _, kind := range []string{"lessons", "review"} {
		if i := slices.IndexFunc(done, func(c *choreAt) bool { return c.kind == kind }); i >= 0 {
			return done[i]
		}
	}
	return nil
}

// choreIntents are what the reply says of the duties. Lessons that come without the word for "done" are done by it.
func (t *turn) choreIntents(r *Reply) []Intent {
	var out []Intent
	for _, in := range r.Intents {
		if in.Kind == IntentProgress && (Status(in.Status) == Complete || in.Status == "waived") || in.Kind == IntentExtend {
			out = append(out, in)
		}
	}
	if rows := r.About.Chores; len(out) == 0 && len(rows) == 1 && (len(r.Files) > 0 || rows[0].Kind == "lessons" && utf8.RuneCountInString(r.Text) >= wordy) {
		out = append(out, Intent{Kind: IntentProgress, Status: string(Complete), Item: rows[0].No})
	}
	return out
}

// choreIn is the duty that a number of the letter means, where its round still stands.
func (t *turn) choreIn(id PersonID, r *Reply, no string) (c *choreAt, number, why string) {
	for _, row := range r.About.Chores {
		if row.No != no && (no != "" || len(r.About.Chores) > 1) {
			continue
		}
		for _, c := range t.choresOf(id) {
			if c.s.Policy == row.Policy && c.kind == row.Kind && c.c.Due == row.Due && !c.c.Asked.IsZero() {
				return &c, row.No, ""
			}
		}
		return nil, row.No, "item-closed"
	}
	if no == "" {
		return nil, "", "which-item"
	}
	return nil, no, "no-such-item"
}

func (t *turn) answerChore(c *choreAt, in Intent, r *Reply) (EchoLine, string) {
	line := EchoLine{What: "chore", Status: "done", Text: c.kind + ":" + c.s.Policy}
	why := strings.TrimSpace(in.Comment + in.Reason)
	switch {
	case in.Kind == IntentExtend:
		if !in.Until.Valid() || in.Until <= t.today(t.Office.Zone) {
			return line, "no-date"
		}
		line.Status, line.Date, line.Reason = "postponed", in.Until, why
		t.note("chore-postponed", r.Writer, string(c.c.Due), string(in.Until))
		next := Chore{Due: c.c.Due, Until: in.Until, Ends: c.c.Ends}
		c.s.setChore(c.kind, next)
		return line, ""
	case in.Status == "waived" && why == "":
		return line, "needs-reason"
	case in.Status == "waived":
		line.Status, line.Reason = "waived", why
	}
	t.endChore(c, ChoreDone{Due: c.c.Due, At: t.now, By: r.Writer, State: line.Status, Why: why})
	return line, ""
}

// endChore ends the round; the next one is a cycle after it was due, or after today where it was very late.
func (t *turn) endChore(c *choreAt, end ChoreDone) {
	cycle, _ := t.chore(c.p, c.kind)
	due := t.nextDue(cycle, c.c.Due)
	if today := t.today(t.Office.Zone); due <= today {
		due = t.nextDue(cycle, today)
	}
	t.note("chore-"+end.State, end.By, string(c.c.Due), c.s.Policy+" "+c.kind)
	c.s.setChore(c.kind, Chore{Due: due, Ends: append(c.c.Ends, end)})
}

// choreClass is the archive class of what comes with a duty.
var choreClass = map[string]string{"lessons": "lessons", "training": "training", "review": "report", "archive": "report"}

// fileProof files what came with the duties that were done: every document under the first of them, and the words of
// lessons (S0-88, S0-89). It counts the entries.
func (t *turn) fileProof(done []*choreAt, r *Reply) int {
	if len(done) == 0 {
		return 0
	}
	c := done[0]
	for _, d := range done {
		if d.kind == "lessons" {
			c = d
		}
	}
	n := 0
	for i := range r.Files {
		e := t.officeEntry(c.p, r.Writer, choreClass[c.kind])
		e.File, e.Text = &r.Files[i], r.Files[i].Name+"\n"+r.Text
		e.Supersedes = t.replaces(c.p, r.Files[i].Name)
		t.fileFor(c, e)
		n++
	}
	if c.kind == "lessons" && n == 0 && utf8.RuneCountInString(r.Text) >= wordy {
		e := t.officeEntry(c.p, r.Writer, "lessons")
		e.Text = r.Text
		t.fileFor(c, e)
		n++
	}
	if c.kind == "lessons" && n > 0 {
		t.noteLessons(c.s, r)
	}
	return n
}

func (t *turn) fileFor(c *choreAt, e ArchiveEntry) {
	t.out.Archive = append(t.out.Archive, e)
	ends := c.s.Chores[c.kind].Ends
	ends[len(ends)-1].Numbers = append(ends[len(ends)-1].Numbers, e.Number)
	t.note("filed", "", "", fmt.Sprintf("%s %s", e.Class, e.Number))
}

// officeEntry is an archive entry of a policy that belongs to no single meeting: whoever takes part in its meetings may read it.
func (t *turn) officeEntry(p *Policy, by PersonID, class string) ArchiveEntry {
	e := ArchiveEntry{Class: class, Series: p.ID, Title: p.Title, Day: t.today(t.Office.Zone), Readers: append(t.audience(p), by), Confidential: p.Archive.Confidentiality}
	for _, id := range t.audience(p) {
		if dep := t.Directory.Person(id).Department; dep != "" && !slices.Contains(e.Departments, dep) {
			e.Departments = append(e.Departments, dep)
		}
	}
	e.Number = t.numberOf(p.Archive.NumberFormat, p.Code, by, e.Day)
	return e
}
