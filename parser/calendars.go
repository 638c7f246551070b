package parser

import (
	"bytes"
	"slices"
	"strings"
	"time"

	"github.com/huiban/huiban/calendar"
	"github.com/huiban/huiban/parser/fold"
	"github.com/huiban/huiban/parser/meaning"
	"github.com/huiban/huiban/parser/quote"
	"github.com/huiban/huiban/secretary"
)

// calendars reads every calendar object of the mail. The first answer is the mail's calendar, else the first object.
func (p *parse) calendars() {
	for _, data := range p.m.Calendars {
		c, err := calendar.ReadMessage(data, p.o.Zone)
		if err != nil || c == nil || c.Method == "" {
			continue
		}
		for i := range c.Answers {
			c.Answers[i].Comment = p.said(c.Answers[i].Comment)
		}
		p.r.Calendars = append(p.r.Calendars, c)
		if p.r.Calendar == nil || !answers(p.r.Calendar) && answers(c) {
			p.r.Calendar = c
			p.called = !answers(c) && slices.Contains(calendar.Organizers(data), p.m.From.Email)
		}
	}
}

// said is a comment without what a company's server or a mail program has put below it (imip I-35).
func (p *parse) said(comment string) string {
	if comment == "" {
		return ""
	}
	return quote.Read(quote.Plain(comment), quote.Options{Name: p.m.From.Name, Email: p.m.From.Email}).Text()
}

func answers(c *secretary.CalendarMessage) bool {
	return c != nil && (c.Method == "REPLY" || c.Method == "COUNTER")
}

// answered reports whether the mail holds an iTIP answer, or another word of somebody's calendar: no machine's, whatever the
// header says.
func (p *parse) answered() bool { return answers(p.r.Calendar) || p.scheduling() }

// scheduled reports whether a program wrote the mail to invite or to call off, or to answer what is no meeting (I-42):
// its text speaks of that and answers nothing. An invitation that came as a file, or back in a reply, says nothing of the
// text beside it, unless the writer is its organizer; who calls a meeting off does not answer.
func (p *parse) scheduled() bool {
	c := p.r.Calendar
	switch {
	case c == nil:
		return p.messageClass() == invites
	case answers(c):
		return len(c.Answers) == 0
	}
	return p.m.Scheduled && (p.called || len(p.m.InReplyTo) == 0) || c.Method == "CANCEL"
}

// scheduling reports whether somebody invites, calls off or asks for the meeting as it stands by their calendar, which
// marks that as made by a program: Google and Open-Xchange do (I-4).
func (p *parse) scheduling() bool {
	c := p.r.Calendar
	return c != nil && p.m.Scheduled && (p.called || c.Method == "REFRESH")
}

// withCalendar lets an iTIP answer win over the text for attendance; the text's reason is kept.
func (p *parse) withCalendar(a meaning.Answer) meaning.Answer {
	list := p.calendarIntents()
	if len(list) == 0 {
		return p.withoutCalendar(a)
	}
	for i := range list {
		if list[i].Kind == secretary.IntentAttend && list[i].Reason == "" && list[i].Status != "accepted" {
			list[i].Reason = p.reason(a)
		}
	}
	return meaning.Answer{Intents: list}
}

func (p *parse) calendarIntents() (list []secretary.Intent) {
	for _, c := range p.r.Calendars {
		for _, x := range p.own(c.Answers) {
			if i, ok := p.attend(c, x); ok {
				list = append(list, i)
			}
			if i, ok := counter(x, p.now()); ok && !slices.Contains(list, i) {
				list = append(list, i)
			}
		}
	}
	return list
}

// own are the answers of the writer, or of whom Google writes for (I-26). Some programs list everybody as they stand, the
// organizer among them. Where the writer is not among them it is for the heart to say whose they are.
func (p *parse) own(all []secretary.CalendarAnswer) []secretary.CalendarAnswer {
	own := slices.DeleteFunc(slices.Clone(all), func(a secretary.CalendarAnswer) bool {
		return a.Attendee != p.r.From && !slices.Contains(p.r.ReplyTo, a.Attendee)
	})
	if len(own) == 0 {
		return all
	}
	return own
}

var statuses = map[string]string{"ACCEPTED": "accepted", "DECLINED": "declined", "TENTATIVE": "tentative", "DELEGATED": "delegated"}

// attend makes an intent of one attendee's line. In a COUNTER the answer rides along, unless it proposes nothing after all
// (I-33).
func (p *parse) attend(c *secretary.CalendarMessage, x secretary.CalendarAnswer) (secretary.Intent, bool) {
	s, ok := statuses[x.PartStat]
	if !ok || c.Method != "REPLY" && (c.Method != "COUNTER" || x.ProposedStart != nil) {
		return secretary.Intent{}, false
	}
	return secretary.Intent{Kind: secretary.IntentAttend, Status: s, Delegate: x.DelegatedTo, Reason: x.Comment}, true
}

func counter(x secretary.CalendarAnswer, now time.Time) (secretary.Intent, bool) {
	if x.ProposedStart == nil {
		return secretary.Intent{}, false
	}
	i := secretary.Intent{Kind: secretary.IntentCounter, Start: x.ProposedStart.In(now.Location()).Format(time.RFC3339), Reason: x.Comment}
	if x.ProposedEnd != nil {
		i.End = x.ProposedEnd.In(now.Location()).Format(time.RFC3339)
	}
	return i, true
}

func (p *parse) reason(a meaning.Answer) string {
	for _, i := range a.Intents {
		if i.Reason != "" {
			return i.Reason
		}
	}
	return p.r.Text
}

// withoutCalendar reads what a client without iTIP left of a button: the message class inside winmail.dat (I-6), or the
// subject's prefix above an empty text.
func (p *parse) withoutCalendar(a meaning.Answer) meaning.Answer {
	if len(a.Intents) > 0 {
		return a
	}
	if s := p.messageClass(); s != "" && s != invites {
		return meaning.Answer{Intents: []secretary.Intent{{Kind: secretary.IntentAttend, Status: s, Reason: p.r.Text}}}
	}
	if p.r.Text == "" && len(p.m.Calendars) == 0 {
		if s := prefixed(p.m.Subject); s != "" {
			return meaning.Answer{Intents: []secretary.Intent{{Kind: secretary.IntentAttend, Status: s}}}
		}
	}
	return a
}

// invites is what a message class says that invites or calls off: no answer.
const invites = "invites"

// classes are the message classes of Exchange, and as TNEF itself spells them (MS-OXTNEF §2.1.3.1).
var classes = []struct{ class, status string }{
	{"IPM.Schedule.Meeting.Resp.Pos", "accepted"}, {"IPM.Microsoft Schedule.MtgRespP", "accepted"},
	{"IPM.Schedule.Meeting.Resp.Neg", "declined"}, {"IPM.Microsoft Schedule.MtgRespN", "declined"},
	{"IPM.Schedule.Meeting.Resp.Tent", "tentative"}, {"IPM.Microsoft Schedule.MtgRespA", "tentative"},
	{"IPM.Schedule.Meeting.Request", invites}, {"IPM.Microsoft Schedule.MtgReq", invites},
	{"IPM.Schedule.Meeting.Canceled", invites}, {"IPM.Microsoft Schedule.MtgCncl", invites},
}

// messageClass is what the message class inside winmail.dat says, in 8 bit or UTF-16; "" where there is none.
func (p *parse) messageClass() string {
	for _, f := range p.m.Files {
		if f.Type != "application/ms-tnef" && !strings.EqualFold(f.Name, "winmail.dat") {
			continue
		}
		narrow := bytes.ReplaceAll(f.Data, []byte{0}, nil)
		for _, c := range classes {
			if bytes.Contains(narrow, []byte(c.class)) {
				return c.status
			}
		}
	}
	return ""
}

// prefixes are what clients write before the subject of a pressed button, folded.
var prefixes = map[string]string{"accepted": "accepted", "已接受": "accepted", "接受": "accepted", "accept": "accepted",
	"declined": "declined", "已拒绝": "declined", "拒绝": "declined", "已谢绝": "declined", "谢绝": "declined", "decline": "declined",
	"invitation accepted": "accepted", "invitation declined": "declined", "invitation tentative": "tentative",
	"akzeptiert": "accepted", "zugesagt": "accepted", "abgelehnt": "declined", "mit vorbehalt": "tentative",
	"accepté": "accepted", "refusé": "declined", "provisoire": "tentative",
	"tentative": "tentative", "tentatively accepted": "tentative", "暂定": "tentative", "已暂定": "tentative", "暂时接受": "tentative"}

func prefixed(subject string) string {
	head, _, ok := strings.Cut(fold.Text(subject), ":")
	if !ok {
		return ""
	}
	return prefixes[strings.TrimSpace(head)]
}
