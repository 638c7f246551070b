package secretary

import (
	"fmt"
	"slices"
	"strings"
)

func isFeedback(i Intent) bool { return i.Kind == IntentFeedback }

// feedbackIn is the feedback that a mail gives: its own words, or those that we asked back about, which need the meeting's
// name only.
func feedbackIn(r *Reply) (Intent, bool) {
	if i := slices.IndexFunc(r.Intents, isFeedback); i >= 0 {
		return r.Intents[i], true
	}
	if r.About != nil && len(r.Intents) == 0 {
		if class, ok := strings.CutPrefix(r.About.Ref, "which-meeting:"); ok && strings.TrimSpace(r.Text) != "" {
			return Intent{Kind: IntentFeedback, Status: class, Comment: r.About.Quote}, true
		}
	}
	return Intent{}, false
}

// GivesFeedback reports whether the mail is feedback of its own, or says which meeting earlier feedback is about.
func (r *Reply) GivesFeedback() bool {
	_, ok := feedbackIn(r)
	return ok
}

func isKnowledge(i Intent) bool { return i.Kind == IntentKnowledge }

// confidentialOpinion is the class of what staff think, which a supervisor passes up (S1B-27).
const confidentialOpinion = "confidential"

// FeedbackCase is the series that the feedback in a mail of its own belongs to: that of the meeting whose thread the mail is in,
// the one that it names by its title or code, the only one that its writer takes part in, or the only one there is. It reports false where that
// cannot be told, or where the mail gives none.
func (d *Desk) FeedbackCase(r *Reply, m MeetingID) (Case, bool) {
	in, ok := feedbackIn(r)
	if !ok || in.Status == confidentialOpinion {
		return "", false
	}
	var all, named, joined []string
	for _, policy := range sortedKeys(d.Current) {
		p := d.Policies[d.Current[policy]]
		switch {
		case p == nil || p.Disabled:
			continue
		case m != "" && strings.HasPrefix(string(m), p.Code+"-"):
			return SeriesCase(policy), true
		case p.namedIn(r.Subject + "\n" + r.Text):
			named = append(named, policy)
		}
		all = append(all, policy)
		if d.takesPart(p, r.Writer) {
			joined = append(joined, policy)
		}
	}
	for _, found := range [][]string{named, joined, all} {
		if len(found) == 1 {
			return SeriesCase(found[0]), true
		}
		if len(found) > 1 {
			return "", false
		}
	}
	return "", false
}

// namedIn reports whether a text names the meeting by its title in any language, or by the number of one.
func (p *Policy) namedIn(text string) bool {
	if strings.Contains(strings.ToUpper(text), p.Code+"-20") {
		return true
	}
	for _, l := range Langs {
		if title := p.Title[l]; title != "" && strings.Contains(strings.ToLower(text), strings.ToLower(title)) {
			return true
		}
	}
	return false
}

func (d *Desk) takesPart(p *Policy, id PersonID) bool {
	refs := []Ref{p.Convener, p.Host, p.Recorder}
	for _, rule := range p.Roster {
		refs = append(refs, rule.Who)
	}
	return slices.ContainsFunc(refs, func(r Ref) bool { return slices.Contains(d.Directory.Resolve(r), id) })
}

// receiveFeedback takes feedback that comes in a mail of its own, at any time (S0-117, S0-38, S1B-26, S3-50). Where it is not clear
// which meeting it is about, the writer is asked.
func (t *turn) receiveFeedback(r *Reply) {
	in, _ := feedbackIn(r)
	kind, id, _ := cutCase(t.c)
	s := t.Series[id]
	switch {
	case t.external(t.Directory.Person(r.Writer)):
		t.fresh(r)
	case in.Status == confidentialOpinion:
		t.passUp(r, in)
	case kind != "series" || s == nil:
		t.askWhichMeeting(r, in)
	default:
		f := t.feed(s, Feedback{Class: in.Status, Meeting: t.meetingOf(r), By: r.Writer, Text: in.Comment})
		t.settle(r, ActedOn, "feedback")
		l := t.about(nil, r, Echo, "every answer is echoed")
		l.Of, l.Ref, l.Feedback = "", "", nil
		l.Echoes = []EchoLine{{What: "feedback", Status: "taken", Text: t.Policies[t.Current[id]].Title.In(t.lang(t.Directory.Person(r.Writer))), Reason: f.Text, Note: t.fileNotes(r, s)}}
		t.answer(l, r)
	}
}

// fileNotes archives what comes with feedback, such as the notes of an interview or of a group's talk (S3-100): for whoever wrote
// it, whoever looks after the regulation, and those above them. It gives the word for the echo.
func (t *turn) fileNotes(r *Reply, s *Series) string {
	p := t.Policies[t.Current[s.Policy]]
	if p == nil || len(r.Files) == 0 {
		return ""
	}
	day, convener := t.today(t.Office.Zone), t.one(p.Convener)
	for i := range r.Files {
		t.out.Archive = append(t.out.Archive, ArchiveEntry{
			Number: t.numberOf(p.Archive.NumberFormat, p.Code, convener, day), Class: "report", Series: p.ID, Title: p.Title, Day: day,
			Readers: []PersonID{r.Writer, convener}, Confidential: p.Archive.Confidentiality, Text: r.Files[i].Name + " " + r.Text, File: &r.Files[i],
		})
	}
	return "filed"
}

// meetingOf is the meeting that a mail is about, by its thread or its number (S0-38); "" where it is about none.
func (t *turn) meetingOf(r *Reply) MeetingID {
	if r.About != nil && r.About.Meeting != nil {
		return r.About.Meeting.ID
	}
	for _, id := range sortedKeys(t.Meetings) {
		if strings.Contains(strings.ToUpper(r.Subject+"\n"+r.Text), string(id)) {
			return id
		}
	}
	return ""
}

// askWhichMeeting asks which meeting feedback is about, with the titles.
func (t *turn) askWhichMeeting(r *Reply, in Intent) {
	t.settle(r, AskedBack, "which-meeting")
	l := Letter{Kind: AskBack, Ref: "which-meeting:" + in.Status, Reason: "asked back: which meeting the feedback is about", Quote: in.Comment, Problems: []Problem{{Code: "which-meeting"}}}
	lang := t.lang(t.Directory.Person(r.Writer))
	for _, policy := range sortedKeys(t.Current) {
		if p := t.Policies[t.Current[policy]]; p != nil && !p.Disabled && len(l.Choices) < 6 {
			l.Choices = append(l.Choices, Choice{Verb: "feedback", Arg: p.Title.In(lang)})
		}
	}
	t.answer(l, r)
}

// passUp puts a confidential opinion before the writer's superior and nobody else; it is kept nowhere but in the two mails
// (S1B-27).
func (t *turn) passUp(r *Reply, in Intent) {
	t.settle(r, ActedOn, "opinion")
	t.note("opinion", r.Writer, "", "")
	to := t.Directory.superior(r.Writer)
	line := EchoLine{What: "feedback", Status: "passed-up", Delegate: t.party(to).Name}
	if to == "" {
		line.Status = "kept"
	} else {
		by := t.party(r.Writer)
		t.send(Letter{Kind: Duty, Ref: "opinion", Reason: "an opinion of staff is passed up in confidence (S1B-27)", By: &by, Quote: in.Comment}, to, "opinion-"+r.MessageID)
	}
	t.echo(nil, r, []EchoLine{line})
}

// receiveKnowledge files a contribution for everybody in the company, with its attachments; what answers the receipt is filed with
// it (S0-104, S0-105).
func (t *turn) receiveKnowledge(r *Reply, text string) {
	p := t.Directory.Person(r.Writer)
	if t.external(p) {
		t.fresh(r)
		return
	}
	first, _, _ := strings.Cut(strings.TrimSpace(text), "\n")
	e := ArchiveEntry{Class: "knowledge", Title: Text{t.lang(p): clipped(first, 40)}, Day: t.today(t.Office.Zone), Departments: slices.Clone(t.Directory.Order), Readers: []PersonID{r.Writer}}
	about := ""
	if r.About != nil {
		_, about, _ = strings.Cut(r.About.Ref, ":")
	}
	e.Text = strings.TrimSpace(strings.Join([]string{about, p.Name, text}, "\n"))
	e.Number = t.numberOf("", "KNW", r.Writer, e.Day)
	t.out.Archive = append(t.out.Archive, e)
	for i := range r.Files {
		f := e
		f.Number, f.File, f.Text = t.numberOf("", "KNW", r.Writer, e.Day), &r.Files[i], strings.Join([]string{e.Number, about, r.Files[i].Name, first}, "\n")
		t.out.Archive = append(t.out.Archive, f)
	}
	t.settle(r, ActedOn, "knowledge")
	t.note("knowledge", r.Writer, "", e.Number)
	l := t.about(nil, r, Echo, "every answer is echoed")
	l.Of, l.Ref, l.Echoes = "", "knowledge:"+e.Number, []EchoLine{{What: "knowledge", Text: e.Number, Percent: nil, Note: filesNote(len(r.Files))}}
	t.answer(l, r)
}

func filesNote(n int) string {
	if n == 0 {
		return ""
	}
	return "with-files"
}

// clipped is the beginning of a text, with a mark where it was cut.
func clipped(s string, most int) string {
	r := []rune(s)
	if len(r) <= most {
		return s
	}
	return fmt.Sprint(string(r[:most]), "…")
}
