// Package message reads a raw mail (RFC 5322, MIME) into what the rest of the parser needs: the fields, the plain and the
// HTML text, files, calendars and delivery reports. Real mail breaks every rule, so it keeps going with what it can read and never fails.
package message

import (
	"bytes"
	"cmp"
	"strings"
	"time"
	"unicode/utf8"
)

// Limits against hostile mail. What lies beyond them is not read.
const (
	maxDepth = 30
	maxParts = 1000
	maxText  = 2 << 20 // bytes of plain text, and as many of HTML

	maxSubject = 4 << 10
)

// Message is one mail, decoded.
type Message struct {
	Header     Header
	From       Address   // the first mailbox of From
	Froms      []Address // all of them
	MessageID  string    // without brackets
	InReplyTo  []string
	References []string
	Date       time.Time // zero where the mail has none
	Subject    string
	Type       string            // media type of the whole, lower case
	Params     map[string]string // its parameters
	Text       string            // all inline text/plain parts, joined; LF line ends
	Flowed     bool              // Text was format=flowed and has been joined
	Files      []File            // attachments in order, without the small pictures that the HTML shows
	Calendars  [][]byte          // every calendar object, transfer-decoded, in order; the same one twice counts once
	Scheduled  bool              // a calendar is the mail's own body, by its place or by the method it is sent with, not a file that came with it
	Status     [][]byte          // message/delivery-status parts
	Receipts   [][]byte          // message/disposition-notification parts
	Enclosed   [][]byte          // message/rfc822 parts and their like, not read into

	parts     int
	text      joined          // Text in the making
	pages     []*part         // the inline text/html parts that were not decoded yet
	html      string          // those that were
	calendars map[string]bool // those that are there already, unfolded
}

// File is one attachment.
type File struct {
	Name string // a single path element, never empty
	Type string // media type, lower case
	Data []byte
	id   string // Content-ID, "" where it has none
}

// Read decodes raw. It always returns a message, be it an empty one.
func Read(raw []byte) *Message {
	h, body := readHeader(raw)
	m := &Message{Header: h, MessageID: first(h.IDs("Message-ID")), InReplyTo: h.IDs("In-Reply-To"),
		References: h.IDs("References"), Date: h.Date(), Subject: cut(h.Text("Subject"), maxSubject), Froms: h.Addresses("From")}
	if len(m.Froms) > 0 {
		m.From = m.Froms[0]
	}
	m.Type, m.Params = readParams(h.Raw("Content-Type"))
	m.walk(h, body, 0, false)
	m.Text = m.text.all()
	m.Files = undecorated(m.Files, m.HTML)
	return m
}

// Rich reports whether there are inline text/html parts.
func (m *Message) Rich() bool { return len(m.pages) > 0 || m.html != "" }

// HTML is all inline text/html parts, joined. They are decoded when this is first asked for: most mails say the same in plain
// text.
func (m *Message) HTML() string {
	if len(m.pages) > 0 {
		var html joined
		for _, p := range m.pages {
			html.add(limit(p.text()))
		}
		m.html, m.pages = html.all(), nil
	}
	return m.html
}

func first(s []string) string {
	if len(s) == 0 {
		return ""
	}
	return s[0]
}

// walk reads one part and all below it. attached says that the part lies within an attached multipart.
func (m *Message) walk(h Header, body []byte, depth int, attached bool) {
	if m.parts++; m.parts > maxParts || depth > maxDepth {
		return
	}
	p := newPart(h, body)
	if p.multi {
		for _, child := range p.children() {
			ch, cb := readHeader(child)
			if len(ch) == 0 {
				cb = child
			}
			m.walk(ch, cb, depth+1, attached || p.attached)
		}
		return
	}
	p.attached = p.attached || attached
	m.take(p)
}

func (m *Message) take(p *part) {
	switch {
	case p.kind == "message/delivery-status" || p.kind == "message/global-delivery-status":
		m.Status = append(m.Status, p.data())
	case p.kind == "message/disposition-notification":
		m.Receipts = append(m.Receipts, p.data())
	case p.kind == "message/rfc822" || p.kind == "text/rfc822-headers" || p.kind == "message/global":
		m.Enclosed = append(m.Enclosed, p.data())
	case p.calendar():
		m.addCalendar(p.calendarText())
		m.Scheduled = m.Scheduled || !p.attached || p.params["method"] != ""
	case p.kind == "text/plain" && !p.file():
		m.text.add(m.plain(p))
	case p.kind == "text/html" && !p.file():
		m.pages = append(m.pages, p)
	default:
		m.Files = append(m.Files, File{Name: cmp.Or(p.name, unnamed(len(m.Files)+1, p.kind)), Type: p.kind, Data: p.data(), id: p.contentID()})
	}
}

func (m *Message) plain(p *part) string {
	t := limit(p.text())
	if p.params["format"] == "flowed" {
		m.Flowed = true
		t = unflow(t, p.params["delsp"] == "yes")
	}
	return t
}

// addCalendar keeps c unless the same calendar is there already: many clients send it as an alternative
// and once more as a file.
func (m *Message) addCalendar(c []byte) {
	key := string(unfolded(c))
	if m.calendars[key] {
		return
	}
	if m.calendars == nil {
		m.calendars = map[string]bool{}
	}
	m.calendars[key] = true
	m.Calendars = append(m.Calendars, c)
}

func unfolded(c []byte) []byte {
	c = bytes.ReplaceAll(c, []byte("\r"), nil)
	c = bytes.ReplaceAll(c, []byte("\n "), nil)
	return bytes.TrimSpace(bytes.ReplaceAll(c, []byte("\n\t"), nil))
}

// joined is the texts of parts, one below the other. Most mails have one, which is not copied.
type joined struct {
	parts []string
	size  int
}

// add puts s below what is there, as far as there is room.
func (j *joined) add(s string) {
	if j.size > 0 {
		j.size++
	}
	if s = cut(s, max(0, maxText-j.size)); j.size > maxText || s == "" && j.size == 0 {
		return
	}
	j.parts, j.size = append(j.parts, s), j.size+len(s)
}

func (j *joined) all() string { return strings.Join(j.parts, "\n") }

func limit(s string) string { return cut(s, maxText) }

// cut is the first n bytes of s, less where a character would be cut in two.
func cut(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}
