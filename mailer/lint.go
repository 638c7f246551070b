package mailer

import (
	"bytes"
	"fmt"
	"mime"
	"net/mail"
	"strings"
)

// Lint returns what is wrong with an outgoing message, one sentence each, beginning with the rule it breaks; nil when
// nothing is. The rules are those without which Outlook, Gmail or Thunderbird do not show an invitation as one:
//
//	O-1   the calendar part's Content-Type carries method=, equal to METHOD inside
//	O-2   the method is in upper case
//	O-3   the sender is the ORGANIZER
//	O-4   the calendar part is the last one of a multipart/alternative
//	O-5   it has neither Content-Disposition nor Content-ID
//	O-6   an attached copy is called invite.ics and has the same bytes
//	O-7   it is encoded in base64
//	O-8   its lines end with exactly one CRLF, nothing follows END:VCALENDAR
//	O-9   there is one VCALENDAR with one UID
//	O-10  exactly one recipient in To; a calendar mail has no Cc
//	O-11  the recipient is an ATTENDEE, in the very spelling of To
//	O-12  files are attachments of the outer multipart/mixed
//	O-13  Auto-Submitted and X-Auto-Response-Suppress are there
//	O-14  the Message-ID is our own, without the name of a machine
//	O-23  the recipient is not the ORGANIZER
//	MIME  lines, encodings and structure are legal (RFC 5322 §2.1.1, RFC 2045, RFC 2046)
//
// A message with a fault must not be sent: the fault is in huiban, and it would reach everybody.
func Lint(raw []byte) []string {
	l := &linter{}
	l.lines(raw)
	m, err := mail.ReadMessage(bytes.NewReader(raw))
	if err != nil {
		l.say("MIME", "the header cannot be read: %v", err)
		return l.faults
	}
	l.header(m.Header)
	l.tree(part{header: m.Header}, m.Body)
	l.calendar()
	return l.faults
}

type linter struct {
	faults     []string
	boundaries map[string]bool
	parts      []part // the leaves, in order
	from, to   string // the addresses of the sender and the recipient; "" where there is none or several
	copied     bool   // there is a Cc or Bcc
}

func (l *linter) say(rule, format string, v ...any) {
	l.faults = append(l.faults, rule+": "+fmt.Sprintf(format, v...))
}

// lines checks what RFC 5322 §2.1.1 and §2.3 want of every line; our messages are ASCII throughout.
func (l *linter) lines(raw []byte) {
	if !bytes.HasSuffix(raw, []byte("\r\n")) {
		l.say("MIME", "the last line has no end")
	}
	for i, line := range bytes.Split(raw, []byte("\r\n")) {
		if fault := lineFault(line); fault != "" {
			l.say("MIME", "line %d %s", i+1, fault)
			return
		}
	}
}

func lineFault(line []byte) string {
	switch {
	case len(line) > 998:
		return fmt.Sprintf("has %d octets, more than 998", len(line))
	case bytes.ContainsAny(line, "\r\n"):
		return "has a CR or LF of its own"
	case bytes.IndexByte(line, 0) >= 0:
		return "has a NUL"
	case !ascii(string(line)):
		return "is not ASCII"
	}
	return ""
}

func (l *linter) header(h mail.Header) {
	for _, name := range []string{"From", "To", "Subject", "Date", "Message-Id", "Mime-Version"} {
		if n := len(h[name]); n != 1 {
			l.say("MIME", "%s is there %d times", name, n)
		}
	}
	if _, err := h.Date(); err != nil {
		l.say("MIME", "the date cannot be read")
	}
	if l.from = single(h, "From"); l.from == "" {
		l.say("MIME", "From is not one address")
	}
	if l.to = single(h, "To"); l.to == "" {
		l.say("O-10", "To is not one address")
	}
	l.copied = len(h["Cc"])+len(h["Bcc"]) > 0
	l.automatic(h)
	l.identity(h.Get("Message-Id"))
}

// single is the address of a field that holds exactly one.
func single(h mail.Header, field string) string {
	a, err := h.AddressList(field)
	if err != nil || len(a) != 1 {
		return ""
	}
	return a[0].Address
}

func (l *linter) automatic(h mail.Header) {
	if !autoForm.MatchString(h.Get("Auto-Submitted")) {
		l.say("O-13", "Auto-Submitted is %q", h.Get("Auto-Submitted"))
	}
	if h.Get("X-Auto-Response-Suppress") == "" {
		l.say("O-13", "X-Auto-Response-Suppress is missing")
	}
}

func (l *linter) identity(id string) {
	_, domain, _ := strings.Cut(strings.Trim(id, "<>"), "@")
	if messageID(id) != id || !strings.Contains(domain, ".") || strings.HasSuffix(domain, ".local") {
		l.say("O-14", "Message-ID %q is not one of ours", id)
	}
}

// parameters returns a field's parameters in lower-case keys and its value, nil and "" when it cannot be read.
func parameters(field string) (string, map[string]string) {
	value, params, err := mime.ParseMediaType(field)
	if err != nil {
		return "", nil
	}
	return value, params
}
