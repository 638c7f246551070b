// Package parser is the way from a raw mail to what its writer newly meant. Its rooms: message decodes, markup turns HTML
// into lines, quote tells the writer's words from the rest, automatic knows the machines, meaning reads the words as an answer,
// when finds dates, draft reads minutes, proof says who really wrote it.
package parser

import (
	"fmt"
	"strings"
	"time"

	"github.com/huiban/huiban/parser/automatic"
	"github.com/huiban/huiban/parser/markup"
	"github.com/huiban/huiban/parser/meaning"
	"github.com/huiban/huiban/parser/message"
	"github.com/huiban/huiban/parser/quote"
	"github.com/huiban/huiban/secretary"
)

// The letters a mail can answer, for Options.About.
const (
	Invitation = meaning.Invitation
	Minutes    = meaning.Minutes
	Action     = meaning.Action
	Approval   = meaning.Approval
	DayOff     = meaning.DayOff
	Survey     = meaning.Survey
	Draft      = meaning.DraftCall
	Materials  = meaning.Materials

	Application = meaning.Application
	Applied     = meaning.Applied
	Guide       = meaning.Guide
	TopicCall   = meaning.TopicCall
	Agenda      = meaning.Agenda
	Grading     = meaning.Grading
	Upkeep      = meaning.Upkeep
	None        = meaning.None
)

// Options is what is known about a mail besides its bytes. The zero value reads a fresh mail.
type Options struct {
	About meaning.About  // which letter it answers; "" is None
	Now   time.Time      // the day that dates count from; zero takes the mail's Date
	Zone  *time.Location // where a Date in +0000 is meant; nil is UTC. Exchange servers write +0000 whatever the zone
	Sent  string         // the text of the letter it answers, if known: any line of it coming back is quotation

	Levels   meaning.Levels // of a letter that asks for grades
	Meeting  bool           // it belongs to the thread of a meeting, where quick lines are read as well
	SentForm string         // the text of the Word form that came with it
	SentHTML string         // the same letter's HTML, which most programs quote instead; its buttons are lines too

	Explain bool // the reading is to say what each line was taken for
}

// Parse reads raw. It never panics and never returns nil: of a mail that breaks it, it gives what it had.
func Parse(raw []byte, o Options) (r *Reading) {
	r = &Reading{}
	defer func() {
		if p := recover(); p != nil {
			r.Intents, r.Understood = nil, false
			r.Unclear = append(r.Unclear, fmt.Sprint("unreadable: ", p))
		}
	}()
	if o.About == "" {
		o.About = None
	}
	if o.Explain {
		r.Explain = &Explanation{Lines: []quote.Told{}, Steps: []meaning.Step{}}
	}
	p := &parse{o: o, m: message.Read(raw), r: r}
	p.envelope()
	p.body()
	p.calendars()
	p.judge()
	p.explain()
	return r
}

// parse is one mail on its way.
type parse struct {
	o     Options
	m     *message.Message
	r     *Reading
	lines quote.Reading
	rich  bool // the lines are the HTML's

	called bool // the writer is the organizer of the mail's calendar
}

func (p *parse) envelope() {
	m, r := p.m, p.r
	r.From, r.Name = m.From.Email, m.From.Name
	r.MessageID, r.InReplyTo, r.References = m.MessageID, m.InReplyTo, m.References
	r.Date, r.Subject, r.Attachments, r.Header = m.Date, m.Subject, m.Files, m.Header
	r.To = append(emails(m, "To"), emails(m, "Cc")...)
	r.ReplyTo = emails(m, "Reply-To")
	for _, f := range []string{"Delivered-To", "X-Original-To", "Envelope-To", "X-Delivered-To", "X-Envelope-To"} {
		r.DeliveredTo = append(r.DeliveredTo, emails(m, f)...)
	}
}

func emails(m *message.Message, field string) (list []string) {
	for _, a := range m.Header.Addresses(field) {
		list = append(list, a.Email)
	}
	return list
}

// body chooses between the plain and the HTML text. The plain one is the rule; the HTML one is taken where there is no plain one,
// where that is a client's excuse, and where only the HTML shows what is quoted (SOGo quotes without any mark).
func (p *parse) body() {
	o := p.known()
	plain := quote.Read(readable(quote.Plain(p.m.Text)), o)
	p.lines = plain
	if p.m.Rich() && p.doubted(plain) && p.m.HTML() != "" {
		rich := quote.Read(readable(markup.Lines(p.m.HTML())), o)
		if better(plain, rich) || len(plain.Changes) == 0 && len(rich.Changes) > 0 || p.o.About == Draft && tabled(plain, rich) {
			p.lines, p.rich = rich, true
		}
	}
	p.r.Text, p.r.History = p.lines.Text(), p.lines.History
}

// known is what helps to read the lines. A minutes draft and an application are written into the form that was sent: there
// their own reading tells what is new.
func (p *parse) known() quote.Options {
	o := quote.Options{Name: p.m.From.Name, Email: p.m.From.Email}
	if p.o.About != Draft && p.o.About != Application {
		o.Sent, o.Minutes = p.o.Sent, p.o.About == Minutes
		if p.o.SentHTML != "" {
			o.SentPage = markup.Lines(p.o.SentHTML)
		}
	}
	return o
}

// doubted reports whether the HTML may say more than the plain text: it is not read elsewhere, for most mails have both.
func (p *parse) doubted(plain quote.Reading) bool {
	pt := plain.Text()
	corrigible := p.o.About == Draft || p.o.About == Minutes && p.o.Sent != ""
	return corrigible || pt == "" || !plain.Quoted() || plain.PointsInside() || quote.Boilerplate(pt)
}

func better(plain, rich quote.Reading) bool {
	pt, rt := plain.Text(), rich.Text()
	switch {
	case rt == "":
		return false
	case quote.Boilerplate(pt), pt == "" && !plain.Quoted():
		return true
	case pt == "":
		return !rich.Quoted() || len(rt) < 2000
	}
	return !plain.Quoted() && rich.Quoted() && len(rt) < len(pt) || coloured(rich, plain)
}

// coloured reports whether the HTML holds answers told by their colour, which the plain text cannot show.
func coloured(rich, plain quote.Reading) bool {
	for _, l := range rich.Lines {
		if l.Above != "" && l.Text != "" {
			return len(rich.Text()) > len(plain.Text()) && rich.Quoted() && plain.Quoted()
		}
	}
	return false
}

// tabled reports whether only the HTML shows the rows of a table that was pasted into a draft: the plain text gives one cell
// a line, and an empty one none.
func tabled(plain, rich quote.Reading) bool {
	return rows(rich) > 1 && rows(plain) == 0 && rich.Quoted() == plain.Quoted()
}

// rows counts the lines that show three cells or more.
func rows(q quote.Reading) (n int) {
	for _, l := range q.Lines {
		if strings.Count(l.Text, "\t") > 1 || strings.Count(l.Text, "|")+strings.Count(l.Text, "｜") > 1 {
			n++
		}
	}
	return n
}

func (p *parse) judge() {
	v := automatic.Judge(p.m, p.r.Text, p.answered())
	if v.Kind == secretary.Bulk && p.scheduling() {
		v = automatic.Verdict{}
	}
	p.r.Automatic, p.r.Bounce = v.Kind, v.Bounce
	if v.Kind != "" {
		return
	}
	a := p.ordered(p.meant())
	p.r.Intents, p.r.Unclear = a.Intents, a.Unclear
	p.r.Understood = len(a.Intents) > 0
}

// unclear says that a text was not read.
func unclear(text string) meaning.Answer {
	if text == "" {
		return meaning.Answer{}
	}
	return meaning.Answer{Unclear: []string{text}}
}

// now is the day that dates count from, in the writer's zone.
func (p *parse) now() time.Time {
	now := p.o.Now
	if now.IsZero() {
		now = p.m.Date
	}
	if _, offset := now.Zone(); offset == 0 && p.o.Zone != nil && !now.IsZero() {
		return now.In(p.o.Zone)
	}
	return now
}

func (p *parse) meant() meaning.Answer {
	switch {
	case p.o.About == Draft && len(p.r.Text) <= longestDraft:
		return p.draft()
	case p.o.About == Draft, endless(p.r.Text):
		return unclear(opening(p.r.Text))
	}
	if p.scheduled() || p.lines.Defers() && !p.answered() {
		return unclear(p.r.Text)
	}
	q := p.question()
	if p.r.Explain != nil {
		q.Steps = &p.r.Explain.Steps
	}
	if p.o.Sent != "" && (len(q.History) == 0 || p.numbered()) {
		q.History = strings.Split(p.o.Sent, "\n")
	}
	if p.o.About == Application {
		q.History, q.Sent = p.lines.Letter(), []string{p.o.Sent, p.sentPage()}
	}
	if len(p.lines.Changes) > 0 {
		return p.corrected(q)
	}
	a := meaning.Read(q)
	if p.o.About == Invitation {
		return p.withCalendar(a)
	}
	return a
}

// numbered reports whether the letter is a list whose numbers answers go by. Quoted by Outlook, each number stands on a line of its
// own, apart from what it numbers: the letter as it was sent tells better.
func (p *parse) numbered() bool {
	return p.o.About == Survey || p.o.About == Grading || p.o.About == Upkeep
}

// question is what the words are read as an answer to.
func (p *parse) question() meaning.Question {
	return meaning.Question{About: p.o.About, Lines: p.lines.Lines, History: p.lines.History, Subject: p.m.Subject, Name: p.m.From.Name, Now: p.now(), Levels: p.o.Levels}
}
