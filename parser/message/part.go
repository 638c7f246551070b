package message

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// part is one leaf or branch of the MIME tree, its body still transfer-encoded.
type part struct {
	header   Header
	body     []byte
	kind     string // media type, lower case, repaired where it is missing
	params   map[string]string
	name     string // file name, decoded and made harmless
	attached bool
	multi    bool
	boundary string

	decoded []byte // the body without its transfer encoding, nil before that is asked for
}

func newPart(h Header, body []byte) *part {
	p := &part{header: h, body: body}
	p.kind, p.params = readParams(h.Raw("Content-Type"))
	disposition, dp := readParams(h.Raw("Content-Disposition"))
	p.attached = disposition == "attachment"
	if p.name = fileName(DecodeWords(dp["filename"])); p.name == "" {
		p.name = fileName(DecodeWords(p.params["name"]))
	}
	p.repair()
	return p
}

// repair gives a part that says nothing of use about its type the one its content shows.
func (p *part) repair() {
	multipart := strings.HasPrefix(p.kind, "multipart/")
	if multipart {
		if p.boundary = p.params["boundary"]; p.boundary == "" || !hasBoundary(p.body, p.boundary) {
			p.boundary = guessBoundary(p.body)
		}
	}
	p.multi = multipart && p.boundary != ""
	switch {
	case multipart && !p.multi, p.kind == "", p.kind == "text", !strings.Contains(p.kind, "/"):
		p.kind = sniff(p.body)
	case (p.kind == "application/octet-stream" || p.kind == "text/plain") && p.name == "" && p.opensCalendar():
		p.kind = "text/calendar"
	}
}

// opensCalendar reports whether the body begins as a calendar does, whatever its type says (I-1).
func (p *part) opensCalendar() bool {
	return sniff(p.data()) == "text/calendar"
}

func sniff(body []byte) string {
	t := bytes.TrimSpace(body[:min(len(body), 512)])
	switch {
	case opens(t, "<html"), opens(t, "<!doctype html"), opens(t, "<div"):
		return "text/html"
	case opens(t, "begin:vcalendar"):
		return "text/calendar"
	}
	return "text/plain"
}

// opens reports whether t begins with a word, in whatever case.
func opens(t []byte, word string) bool {
	return len(t) >= len(word) && strings.EqualFold(string(t[:len(word)]), word)
}

// calendar reports whether p holds an iCalendar object, by type or by name.
func (p *part) calendar() bool {
	switch p.kind {
	case "text/calendar", "application/ics", "text/x-vcalendar", "application/calendar":
		return true
	}
	name := strings.ToLower(p.name)
	return strings.HasSuffix(name, ".ics") || strings.HasSuffix(name, ".vcs") || strings.HasSuffix(name, ".ical")
}

// calendarText is the calendar object in UTF-8. Only another charset that the part names is converted: folding may cut a
// UTF-8 character in two, which the calendar's own reader mends. Folds go first, for they cut Big5 and GBK characters too.
func (p *part) calendarText() []byte {
	b, label := p.data(), strings.ToLower(p.params["charset"])
	switch {
	case strings.HasPrefix(label, "utf-16"), strings.HasPrefix(label, "utf16"):
		return []byte(Decode(b, label))
	case label == "", strings.HasPrefix(label, "utf"), label == "us-ascii", utf8.Valid(b):
		return b
	}
	b = bytes.ReplaceAll(b, []byte("\r\n"), []byte("\n"))
	b = bytes.ReplaceAll(bytes.ReplaceAll(b, []byte("\n "), nil), []byte("\n\t"), nil)
	return []byte(Decode(b, label))
}

func (p *part) file() bool { return p.attached || p.name != "" }

func (p *part) data() []byte {
	if p.decoded == nil {
		p.decoded = decodeTransfer(p.body, p.header.Raw("Content-Transfer-Encoding"))
	}
	return p.decoded
}

func (p *part) text() string {
	b := p.data()
	if len(b) > 2*maxText {
		b = b[:2*maxText]
	}
	return strings.ToValidUTF8(newlines(Decode(b, p.params["charset"])), "\ufffd")
}

// newlines ends every line with LF and leaves NUL out.
func newlines(s string) string {
	if strings.IndexByte(s, '\r') >= 0 {
		s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	}
	return strings.ReplaceAll(s, "\x00", "")
}

// children splits a multipart body. A missing closing boundary ends with the body; text before the first
// boundary is none of ours.
func (p *part) children() (parts [][]byte) {
	mark := []byte("--" + p.boundary)
	start := -1
	for at := 0; at < len(p.body) && len(parts) < maxParts; {
		end := at + lineLength(p.body[at:])
		if line := p.body[at:end]; bytes.HasPrefix(line, mark) {
			tail := bytes.TrimSpace(line[len(mark):])
			if len(tail) == 0 || string(tail) == "--" {
				if start >= 0 {
					parts = append(parts, trimEnd(p.body[start:at]))
				}
				start = end
				if len(tail) > 0 {
					return parts
				}
			}
		}
		at = end
	}
	if start >= 0 && start < len(p.body) {
		parts = append(parts, p.body[start:])
	}
	return parts
}

func lineLength(b []byte) int {
	if i := bytes.IndexByte(b, '\n'); i >= 0 {
		return i + 1
	}
	return len(b)
}

func trimEnd(b []byte) []byte {
	return bytes.TrimSuffix(bytes.TrimSuffix(b, []byte("\n")), []byte("\r"))
}

func hasBoundary(body []byte, boundary string) bool {
	mark := []byte("--" + boundary)
	return bytes.HasPrefix(body, mark) || bytes.Contains(body, append([]byte("\n"), mark...))
}

// guessBoundary finds the first line "--x" that is followed by a Content- field.
func guessBoundary(body []byte) string {
	for range 200 {
		line, rest := cutLine(body)
		next, _ := cutLine(rest)
		if len(line) > 2 && bytes.HasPrefix(line, []byte("--")) && bytes.HasPrefix(bytes.ToLower(next), []byte("content-")) {
			return string(bytes.TrimRight(line[2:], " \t"))
		}
		if len(rest) == 0 {
			return ""
		}
		body = rest
	}
	return ""
}
