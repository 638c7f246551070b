package mailer

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/mail"
	"regexp"
	"slices"
	"strings"
	"unicode"

	gomail "github.com/wneessen/go-mail"
)

// agent is what we say about ourselves in User-Agent.
const agent = "huiban"

// Compose writes a mail as MIME:
//
//	multipart/mixed                      only with something to attach
//	├─ multipart/alternative             only with more than the text
//	│   ├─ text/plain
//	│   ├─ text/html
//	│   └─ text/calendar; method=…       last, base64, no disposition (RFC 6047 §2.4; Outlook and Thunderbird insist)
//	├─ the attachments
//	└─ application/ics; invite.ics       the same bytes again, for clients without scheduling
//
// Lines end with CRLF, all of it is ASCII. Control characters in names and the subject are replaced, so that no
// value can start a header field of its own. It fails when a required field is missing or has no valid form.
func Compose(m Mail) ([]byte, error) {
	if err := m.check(); err != nil {
		return nil, fmt.Errorf("compose: %w", err)
	}
	msg := gomail.NewMsg(gomail.WithEncoding(gomail.EncodingB64), gomail.WithNoDefaultUserAgent())
	m.writeAddresses(msg)
	m.writeHeader(msg)
	m.writeParts(msg)
	if err := m.attach(msg); err != nil {
		return nil, fmt.Errorf("compose: %w", err)
	}
	var out bytes.Buffer
	if _, err := msg.WriteTo(&out); err != nil {
		return nil, fmt.Errorf("compose: %w", err)
	}
	return fixBoundaries(out.Bytes(), m.MessageID), nil
}

func (m Mail) check() error {
	switch {
	case !validAddress(m.From):
		return fmt.Errorf("%q is no sender", m.From.Address)
	case !validAddress(m.To):
		return fmt.Errorf("%q is no recipient", m.To.Address)
	case m.ReplyTo.Address != "" && !validAddress(m.ReplyTo):
		return fmt.Errorf("%q is no address to reply to", m.ReplyTo.Address)
	case messageID(m.MessageID) == "":
		return fmt.Errorf("%q is no message id", m.MessageID)
	case m.Date.IsZero():
		return errors.New("the date is missing")
	case m.Text == "":
		return errors.New("the text is missing")
	case m.Calendar != nil && !method.MatchString(m.Method):
		return fmt.Errorf("%q is no calendar method", m.Method)
	}
	return m.checkFields()
}

var (
	method    = regexp.MustCompile(`^[A-Z]{1,20}$`)
	fieldName = regexp.MustCompile(`^(X|List)-[A-Za-z0-9-]{1,60}$`)
	idForm    = regexp.MustCompile(`^[!-;=?-~]{1,240}$`) // printable ASCII without < > and blanks
	autoForm  = regexp.MustCompile(`^auto-(generated|replied|notified)$`)
)

func (m Mail) checkFields() error {
	if m.Auto != "" && !autoForm.MatchString(m.Auto) {
		return fmt.Errorf("%q is no value of Auto-Submitted", m.Auto)
	}
	for name, value := range m.Header {
		if !fieldName.MatchString(name) || len(value) > 900 {
			return fmt.Errorf("header field %q is not allowed or too long", name)
		}
	}
	for _, a := range m.Cc {
		if !validAddress(a) {
			return fmt.Errorf("%q is no address", a.Address)
		}
	}
	return nil
}

// validAddress wants what net/mail reads back as the same address, in ASCII.
func validAddress(a mail.Address) bool {
	p, err := mail.ParseAddress("<" + a.Address + ">")
	return err == nil && p.Address == a.Address && ascii(a.Address) && len(a.Address) <= 254
}

// messageID returns an id within angle brackets, or "" when it is none (RFC 5322 §3.6.4, read liberally).
func messageID(s string) string {
	s = strings.TrimSuffix(strings.TrimPrefix(strings.TrimSpace(s), "<"), ">")
	if !idForm.MatchString(s) || !strings.Contains(s, "@") {
		return ""
	}
	return "<" + s + ">"
}

// oneLine replaces everything that is not visible text by a blank: line ends, other controls, and the marks that turn
// the direction of writing and would let a name look like another.
func oneLine(s string) string {
	clean := strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == '\u2028' || r == '\u2029' {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(s, "�"))
	return strings.Join(strings.Fields(clean), " ")
}

// brief bounds what is written on one line: an ASCII text without a blank is not folded, and a line has 998 octets.
func brief(s string, limit int) string {
	if r := []rune(s); len(r) > limit {
		return string(r[:limit-1]) + "…"
	}
	return s
}

// named makes a name one line. net/mail writes a backslash beside a letter that is not ASCII as it is, which it cannot
// read itself.
func named(a mail.Address) *mail.Address {
	return &mail.Address{Name: brief(strings.ReplaceAll(oneLine(a.Name), `\`, "/"), 100), Address: a.Address}
}

func (m Mail) writeAddresses(msg *gomail.Msg) {
	msg.FromMailAddress(named(m.From))
	msg.ToMailAddress(named(m.To))
	var cc []*mail.Address
	for _, a := range m.Cc {
		cc = append(cc, named(a))
	}
	if cc != nil {
		msg.CcMailAddress(cc...)
	}
	if m.ReplyTo.Address != "" {
		msg.ReplyToMailAddress(named(m.ReplyTo))
	}
}

func (m Mail) writeHeader(msg *gomail.Msg) {
	msg.SetGenHeader(gomail.HeaderMessageID, messageID(m.MessageID))
	msg.SetDateWithValue(m.Date)
	msg.Subject(brief(oneLine(m.Subject), 250))
	msg.SetGenHeader(gomail.HeaderUserAgent, agent)
	auto := m.Auto
	if auto == "" {
		auto = "auto-generated"
	}
	msg.SetGenHeader("Auto-Submitted", auto)
	msg.SetGenHeader(gomail.HeaderXAutoResponseSuppress, "OOF, AutoReply")
	if id := messageID(m.InReplyTo); id != "" {
		msg.SetGenHeader(gomail.HeaderInReplyTo, id)
	}
	if ids := references(m.References); ids != "" {
		msg.SetGenHeader(gomail.HeaderReferences, ids)
	}
	for name, value := range m.Header {
		msg.SetGenHeader(gomail.Header(name), oneLine(value))
	}
}

// references keeps the first id and the last nineteen: the thread's root and its recent part (RFC 5322 §3.6.4 sets no
// limit, servers do).
func references(l []string) string {
	var ids []string
	for _, s := range l {
		if id := messageID(s); id != "" && !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	if len(ids) > 20 {
		ids = append(ids[:1], ids[len(ids)-19:]...)
	}
	return strings.Join(ids, " ")
}

func (m Mail) writeParts(msg *gomail.Msg) {
	msg.SetBodyString(gomail.TypeTextPlain, crlf(m.Text), transfer(m.Text))
	if m.HTML != "" {
		msg.AddAlternativeString(gomail.TypeTextHTML, crlf(m.HTML), transfer(m.HTML))
	}
	if m.Calendar == nil {
		return
	}
	msg.AddAlternativeWriter(gomail.ContentType("text/calendar; method="+m.Method), func(w io.Writer) (int64, error) {
		n, err := w.Write(m.Calendar)
		return int64(n), err
	}, gomail.WithPartEncoding(gomail.EncodingB64))
}

// transfer picks quoted-printable for text that stays readable in it, else base64, which is shorter for Chinese.
func transfer(s string) gomail.PartOption {
	foreign := 0
	for i := range len(s) {
		if s[i] >= 0x80 {
			foreign++
		}
	}
	if foreign*6 < len(s) {
		return gomail.WithPartEncoding(gomail.EncodingQP)
	}
	return gomail.WithPartEncoding(gomail.EncodingB64)
}

// crlf gives text the line ends of mail (RFC 2045 §6.8: also inside base64).
func crlf(s string) string {
	s = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(strings.ToValidUTF8(s, "�"))
	return strings.ReplaceAll(s, "\n", "\r\n")
}
