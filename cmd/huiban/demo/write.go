package demo

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"html"
	"mime"
	"net/mail"
	"strings"
	"time"

	"github.com/huiban/huiban/parser/message"
)

// said is what somebody writes: words, files, or an answer by calendar button.
type said struct {
	text     string
	partstat string // ACCEPTED, DECLINED … by the mail program's own button; "" is words
	files    []attachment
	subject  string // of a fresh mail; "" answers the letter at hand
	calendar string // of a fresh mail: the invitation of a calendar program
}

type attachment struct {
	name, kind string
	data       []byte
}

// write puts down a mail as the member's own program would.
func write(m member, from string, s said, answered *message.Message, now time.Time, seq int) (to string, raw []byte) {
	var b bytes.Buffer
	field := func(k, v string) { fmt.Fprintf(&b, "%s: %s\r\n", k, v) }
	to = mailbox
	subject := s.subject
	if answered != nil {
		to = answered.From.Email
		if r := answered.Header.Addresses("Reply-To"); len(r) > 0 && s.partstat == "" {
			to = r[0].Email
		}
		subject = m.client.prefix + answered.Subject
		if s.partstat != "" {
			subject = strings.ToUpper(s.partstat[:1]) + strings.ToLower(s.partstat[1:]) + ": " + answered.Subject
			to = mailbox // a button answers the ORGANIZER, whatever Reply-To says
		}
	}
	field("Date", now.Format(time.RFC1123Z))
	field("From", (&mail.Address{Name: m.name, Address: from}).String())
	field("To", "<"+to+">")
	field("Subject", mime.BEncoding.Encode("utf-8", subject))
	field("Message-ID", fmt.Sprintf("<cast.%d.%s@%s>", seq, m.id, domain))
	if m.client.name != "" {
		field("X-Mailer", m.client.name)
	}
	if answered != nil && s.partstat == "" { // programs send a button's answer as a mail of its own
		field("In-Reply-To", "<"+answered.MessageID+">")
		field("References", "<"+answered.MessageID+">")
	}
	field("MIME-Version", "1.0")
	b.Write(body(m, s, answered, now))
	return to, b.Bytes()
}

// part is one MIME part with its own header.
func part(header string, data []byte) string {
	enc := base64.StdEncoding.EncodeToString(data)
	var lines strings.Builder
	for len(enc) > 76 {
		lines.WriteString(enc[:76] + "\r\n")
		enc = enc[76:]
	}
	lines.WriteString(enc + "\r\n")
	return header + "\r\nContent-Transfer-Encoding: base64\r\n\r\n" + lines.String()
}

func multipart(kind, boundary string, parts ...string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "Content-Type: multipart/%s; boundary=%q\r\n\r\n", kind, boundary)
	for _, p := range parts {
		fmt.Fprintf(&b, "--%s\r\n%s\r\n", boundary, p)
	}
	fmt.Fprintf(&b, "--%s--\r\n", boundary)
	return b.String()
}

func body(m member, s said, answered *message.Message, now time.Time) []byte {
	if s.calendar != "" {
		return []byte(multipart("alternative", "alt", part("Content-Type: text/plain; charset=UTF-8", []byte(s.subject)), part("Content-Type: text/calendar; charset=UTF-8; method=REQUEST", []byte(s.calendar))))
	}
	if s.partstat != "" {
		text := part("Content-Type: text/plain; charset=UTF-8", []byte(s.text))
		cal := part("Content-Type: text/calendar; charset=UTF-8; method=REPLY", calendarReply(m, s, answered, now))
		return []byte(multipart("alternative", "alt", text, cal))
	}
	plain, rich := s.text+"\n", "<div>"+strings.ReplaceAll(html.EscapeString(s.text), "\n", "<br>")+"</div>"
	if answered != nil {
		quotePlain, quoteRich := m.client.quote(originalOf(answered, answered.Date.In(now.Location()), m, m.email()))
		plain, rich = plain+"\n\n"+quotePlain, "<html><body>"+rich+"<br>"+quoteRich+"</body></html>"
	}
	htmlPart := part("Content-Type: text/html; charset=UTF-8", []byte(rich))
	main := htmlPart
	if m.client.only != "html" {
		main = multipart("alternative", "alt", part("Content-Type: text/plain; charset=UTF-8", []byte(plain)), htmlPart)
	}
	if len(s.files) == 0 {
		return []byte(main)
	}
	parts := []string{main}
	for _, f := range s.files {
		head := fmt.Sprintf("Content-Type: %s\r\nContent-Disposition: %s", f.kind, mime.FormatMediaType("attachment", map[string]string{"filename": f.name}))
		parts = append(parts, part(head, f.data))
	}
	return []byte(multipart("mixed", "mix", parts...))
}

// calendarReply is the iTIP REPLY that a calendar program makes of the invitation at hand (RFC 5546 §3.2.3).
func calendarReply(m member, s said, answered *message.Message, now time.Time) []byte {
	keep := map[string]string{}
	if len(answered.Calendars) > 0 {
		unfolded := strings.NewReplacer("\r\n ", "", "\n ", "").Replace(string(answered.Calendars[0]))
		for _, l := range strings.Split(unfolded, "\n") {
			name := strings.FieldsFunc(l, func(r rune) bool { return r == ':' || r == ';' })
			if len(name) > 0 {
				keep[name[0]] = strings.TrimRight(l, "\r")
			}
		}
	}
	lines := []string{
		"BEGIN:VCALENDAR", "PRODID:-//Mozilla.org/NONSGML Mozilla Calendar V1.1//EN", "VERSION:2.0", "METHOD:REPLY", "BEGIN:VEVENT",
		keep["UID"], keep["SEQUENCE"], "DTSTAMP:" + now.UTC().Format("20060102T150405Z"), keep["DTSTART"], keep["DTEND"], keep["SUMMARY"], keep["ORGANIZER"],
		"ATTENDEE;PARTSTAT=" + s.partstat + ":mailto:" + m.email(), "END:VEVENT", "END:VCALENDAR", "",
	}
	return []byte(strings.Join(lines, "\r\n"))
}
