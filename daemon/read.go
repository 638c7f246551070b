package daemon

import (
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/huiban/huiban/parser"
	"github.com/huiban/huiban/parser/docx"
	"github.com/huiban/huiban/parser/meaning"
	"github.com/huiban/huiban/parser/proof"
	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/store"
	"github.com/huiban/huiban/templates"
)

// mailRead is a mail as the parser and the thread tell it. It is not changed once it is read.
type mailRead struct {
	mail    store.InMail
	raw     []byte
	reading *parser.Reading
	office  secretary.Office
	thread
	reply secretary.Reply // its Files are kept later, by keepFiles
}

// read finds the letter that a mail answers, and reads it as an answer to that. vouched says that its writer has been
// proven by other means.
func (d *Daemon) read(tx *store.Tx, m store.InMail, vouched bool) (*mailRead, error) {
	out := &mailRead{mail: m}
	var err error
	if out.raw, err = tx.RawMail(m); err != nil {
		return nil, err
	}
	if out.office, err = tx.Office(); err != nil {
		return nil, err
	}
	dir, err := tx.Directory()
	if err != nil {
		return nil, err
	}
	o := parser.Options{About: parser.None, Zone: d.Calendar.Zone(out.office.Zone)}
	first := parser.Parse(out.raw, o)
	writer := dir.ByAddress(authorOf(first))
	if out.thread, err = d.threadOf(tx, out.office, first, out.raw, writer); err != nil {
		return nil, err
	}
	if writer == nil {
		if writer, err = out.visitor(tx, authorOf(first)); err != nil {
			return nil, err
		}
	}
	out.reading = first
	if out.fresh() {
		if err := out.readNamed(tx, o); err != nil {
			return nil, err
		}
	}
	o.Meeting = out.ofMeeting()
	if o.About = out.about(first.Text); o.About != parser.None || out.letter != nil {
		o.Now, o.Levels = written(first, m), levels(out.letter)
		o.Sent, o.SentHTML = d.sent(out.letter, out.office)
		o.SentForm = d.sentForm(out.letter, out.office)
		out.reading = parser.Parse(out.raw, o)
	}
	if out.asksProof() && len(out.reading.Intents) == 0 {
		o.About = parser.Minutes // the letter asks for 「确认」
		out.reading = parser.Parse(out.raw, o)
	}
	out.reply = d.reply(out, writer, vouched)
	return out, nil
}

// about is the question that is answered, in the parser's words.
func (t *thread) about(text string) meaning.About {
	if t.invited {
		return parser.Invitation
	}
	if t.letter == nil {
		return parser.None
	}
	if l := &t.letter.Letter; l.Kind != secretary.MinutesPublish || !secretary.Corrects(text) {
		return About(l)
	}
	return parser.Draft // of minutes that are out (G-06)
}

// About is the question that a letter puts, in the parser's words; "" where it puts none.
func About(l *secretary.Letter) meaning.About {
	switch {
	case l.Kind == secretary.Prove:
		return parser.Approval
	case l.Asks() == secretary.Approval && (l.Ref == "apply" || strings.HasPrefix(l.Ref, "liaison:")):
		return parser.Applied
	case l.Asks() == secretary.Duty && l.Ref == "guide":
		return parser.Guide
	case l.Asks() == secretary.Approval && strings.HasPrefix(l.Ref, "shift:"):
		return parser.DayOff
	case l.Asks() == secretary.Approval && l.Ref == "topics":
		return parser.Agenda
	case l.Asks() == secretary.Duty && l.Ref == "feedback":
		return parser.Grading
	case l.Asks() == secretary.Duty && l.Ref == "chores":
		return parser.Upkeep
	case l.Asks() == secretary.Duty && l.Ref == "prepare":
		return parser.Action
	case l.Asks() == secretary.RunSheet && slices.Contains(l.Documents, secretary.FormDoc):
		return parser.Draft
	}
	return questions[l.Asks()]
}

// levels are the words for the grades that a letter asks for, in every language.
func levels(l *store.OutLetter) (out meaning.Levels) {
	if l == nil || l.Letter.Feedback == nil {
		return out
	}
	for _, t := range l.Letter.Feedback.Severity {
		out.Severity = append(out.Severity, slices.Collect(maps.Values(t)))
	}
	for _, t := range l.Letter.Feedback.Urgency {
		out.Urgency = append(out.Urgency, slices.Collect(maps.Values(t)))
	}
	return out
}

// asksProof reports whether the letter asks if a mail was written by its reader.
func (t *thread) asksProof() bool { return t.letter != nil && t.letter.Letter.Kind == secretary.Prove }

// questions are the letters that ask for an answer of their own.
var questions = map[secretary.LetterKind]meaning.About{
	secretary.Invitation: parser.Invitation, secretary.Update: parser.Invitation, secretary.Cancel: parser.Invitation, secretary.Reminder: parser.Invitation,
	secretary.MinutesCall: parser.Draft, secretary.ActionPlan: parser.Draft, secretary.MinutesConfirm: parser.Minutes, secretary.OrderCheck: parser.Minutes,
	secretary.MinutesReview: parser.Approval, secretary.Approval: parser.Approval, secretary.ReportUp: parser.Approval,
	secretary.AgendaCall: parser.TopicCall, secretary.MaterialsCall: parser.Materials, secretary.MaterialsReminder: parser.Materials,
	secretary.ApplicationForm: parser.Application, secretary.Action: parser.Action, secretary.Overdue: parser.Action, secretary.Survey: parser.Survey,
}

// sent is the letter as the person got it: whatever of it comes back is quotation, and says nothing new where a form comes
// back filled in.
func (d *Daemon) sent(l *store.OutLetter, office secretary.Office) (text, html string) {
	if l == nil {
		return "", ""
	}
	r, err := templates.Render(&l.Letter, d.wording(l, office))
	if err != nil {
		return "", ""
	}
	return r.Text, r.HTML
}

// sentForm is the text of the minutes form that came with the letter, "" where none did: what is ours in it is nobody's
// word when it comes back.
func (d *Daemon) sentForm(l *store.OutLetter, office secretary.Office) string {
	if l == nil || !slices.Contains(l.Letter.Documents, secretary.FormDoc) {
		return ""
	}
	_, data, err := templates.Document(secretary.FormDoc, &l.Letter, d.wording(l, office))
	if err != nil {
		return ""
	}
	form, err := docx.Read(data)
	if err != nil {
		return ""
	}
	return form.Text()
}

// written is when the mail was written. A clock that is ahead must not outrun later answers.
func written(r *parser.Reading, m store.InMail) time.Time {
	if r.Date.IsZero() || r.Date.After(m.Arrived.Add(time.Hour)) {
		return m.Arrived
	}
	return r.Date
}

func (d *Daemon) reply(m *mailRead, writer *secretary.Person, vouched bool) secretary.Reply {
	r := m.reading
	out := secretary.Reply{
		MessageID: r.MessageID, From: authorOf(r), Date: written(r, m.mail), Subject: r.Subject, Text: r.Text,
		Automatic: secretary.Automatic(r.Automatic), Bounce: r.Bounce, Calendar: r.Calendar, Intents: r.Intents, Unclear: r.Unclear,
	}
	out.Name = r.Name
	if writer != nil {
		out.Writer = writer.ID
	} else {
		out.Aligned = authorOf(r) == r.From && proof.Check(m.raw, d.Proof).Proven
	}
	if m.letter != nil {
		l := m.letter.Letter
		out.About = &l
	}
	out.Proof = d.prove(m, writer, vouched)
	out.TooLarge = sizeOfCut(m.raw)
	nameReply(&out, m.mail)
	return out
}

// nameReply sees to it that a mail has an id and words. The id of a mail that nothing proves says what is in it: whoever
// is asked about it must not find another one with the same Message-ID in its place.
func nameReply(r *secretary.Reply, m store.InMail) {
	if r.MessageID == "" || r.Proof == secretary.Weak {
		r.MessageID = m.Hash[:32] + "@content"
	}
	if r.Proof == secretary.Weak && strings.TrimSpace(r.Text) == "" {
		r.Text = r.Subject // what the registered address is asked about
	}
	if r.Proof == secretary.Weak && strings.TrimSpace(r.Text) == "" {
		r.Text = "…"
	}
}

// prove says how far the writer is proven. A token counts only from the person its letter was sent to.
func (d *Daemon) prove(m *mailRead, writer *secretary.Person, vouched bool) secretary.Proof {
	switch {
	case writer == nil:
		return secretary.Stranger
	case vouched, m.returned != nil && m.returned.Letter.To.ID == writer.ID:
		return secretary.Proven
	case proof.Check(m.raw, d.Proof).Proven:
		return secretary.Proven
	}
	return secretary.Weak
}

// keepFiles keeps what a proven person attached.
func keepFiles(tx *store.Tx, r *mailRead) ([]secretary.File, error) {
	if r.reply.Proof != secretary.Proven || r.reply.Automatic != "" {
		return nil, nil
	}
	var out []secretary.File
	for _, a := range r.reading.Attachments {
		f, err := tx.PutDocument(a.Data, a.Name, a.Type)
		if err != nil {
			return nil, err
		}
		if addition(a.Name) {
			continue
		}
		f.Pages, f.Flaw = look(a.Name, a.Data)
		out = append(out, f)
	}
	return out, nil
}
