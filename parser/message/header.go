package message

import (
	"bytes"
	"net/mail"
	"strings"
	"time"
)

// Field is one header field, unfolded, its value still encoded.
type Field struct{ Name, Value string }

// Header is the fields of a mail or a part, in order.
type Header []Field

// Limits on a header: an attack may be longer, a mail is not.
const (
	maxHeader = 512 << 10
	maxFields = 2000
)

// readHeader splits b into header and body. It is forgiving: an mbox "From " line and lines that are no field are
// dropped, and where the blank line is missing the body starts at the first line that is followed by no field.
func readHeader(b []byte) (Header, []byte) {
	b = bytes.TrimPrefix(b, []byte("\xef\xbb\xbf"))
	var h fields
	read := 0
	for len(b) > 0 && read < maxHeader {
		line, rest := cutLine(b)
		read += len(line) + 1
		switch {
		case blank(line):
			if len(h.list) > 0 {
				return h.all(), rest
			}
		case (line[0] == ' ' || line[0] == '\t') && len(h.list) > 0:
			h.fold(line)
		case len(h.list) < maxFields && isField(line):
			h.add(string(line))
		case len(h.list) > 0 && !fieldFollows(rest):
			return h.all(), b
		}
		b = rest
	}
	return h.all(), afterBlank(b)
}

// afterBlank is what follows the first empty line of b.
func afterBlank(b []byte) []byte {
	for len(b) > 0 {
		line, rest := cutLine(b)
		b = rest
		if blank(line) {
			break
		}
	}
	return b
}

func blank(line []byte) bool { return len(bytes.TrimSpace(line)) == 0 }

// fields is a header in the making. The last field is unfolded once all its lines are there.
type fields struct {
	list   Header
	folded []byte // the last field's lines, where it has several
}

func (f *fields) add(line string) {
	f.close()
	if f.list == nil {
		f.list = make(Header, 0, 4)
	}
	name, value, _ := strings.Cut(line, ":")
	f.list = append(f.list, Field{strings.TrimSpace(name), value})
}

// fold takes in a further line. The white space that it begins with stands for the line end and itself.
func (f *fields) fold(line []byte) {
	if len(f.folded) == 0 {
		f.folded = append(f.folded, f.list[len(f.list)-1].Value...)
	}
	f.folded = append(append(f.folded, ' '), line[1:]...)
}

func (f *fields) close() {
	if len(f.list) == 0 {
		return
	}
	last := &f.list[len(f.list)-1]
	if len(f.folded) > 0 {
		last.Value, f.folded = string(f.folded), f.folded[:0]
	}
	last.Value = strings.TrimSpace(strings.ReplaceAll(last.Value, "\r", ""))
}

func (f *fields) all() Header {
	f.close()
	return f.list
}

func cutLine(b []byte) (line, rest []byte) {
	i := bytes.IndexByte(b, '\n')
	if i < 0 {
		return b, nil
	}
	return bytes.TrimSuffix(b[:i], []byte("\r")), b[i+1:]
}

func isField(line []byte) bool {
	i := bytes.IndexByte(line, ':')
	if i <= 0 || i > 100 {
		return false
	}
	for _, c := range bytes.TrimRight(line[:i], " \t") {
		if c <= ' ' || c >= 0x7f {
			return false
		}
	}
	return true
}

// fieldFollows reports whether a field comes before the next blank line, looking a few lines ahead.
func fieldFollows(b []byte) bool {
	for range 5 {
		line, rest := cutLine(b)
		if blank(line) {
			return false
		}
		if isField(line) {
			return true
		}
		b = rest
	}
	return false
}

// is reports whether a field has a name, in whatever case. Both are ASCII, see isField.
func (f Field) is(name string) bool {
	return len(f.Name) == len(name) && strings.EqualFold(f.Name, name)
}

// Raw is the value of the topmost field name, unfolded but not decoded, "" where there is none.
func (h Header) Raw(name string) string {
	for _, f := range h {
		if f.is(name) {
			return f.Value
		}
	}
	return ""
}

// All lists the values of every field name, topmost first.
func (h Header) All(name string) (all []string) {
	for _, f := range h {
		if f.is(name) {
			all = append(all, f.Value)
		}
	}
	return all
}

// Has reports whether there is a field name.
func (h Header) Has(name string) bool {
	for _, f := range h {
		if f.is(name) {
			return true
		}
	}
	return false
}

// Text is the topmost field name as people read it.
func (h Header) Text(name string) string {
	return strings.TrimSpace(clean(DecodeWords(h.Raw(name))))
}

func clean(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' || r == 0x7f {
			return -1
		}
		return r
	}, s)
}

// Date is the Date field; where that is missing or unreadable, the time of the topmost Received field; else zero.
func (h Header) Date() time.Time {
	if t, ok := parseDate(h.Raw("Date")); ok {
		return t
	}
	r := h.Raw("Received")
	if i := strings.LastIndexByte(r, ';'); i >= 0 {
		if t, ok := parseDate(strings.TrimSpace(r[i+1:])); ok {
			return t
		}
	}
	return time.Time{}
}

func parseDate(s string) (time.Time, bool) {
	if t, err := time.Parse("Mon, 2 Jan 2006 15:04:05 -0700", s); err == nil { // nearly all
		return t, true
	}
	if t, err := mail.ParseDate(s); err == nil {
		return t, true
	}
	if i := strings.IndexByte(s, '('); i > 0 {
		s = strings.TrimSpace(s[:i])
	}
	for _, layout := range []string{time.RFC1123Z, time.RFC3339, "2 Jan 2006 15:04:05 -0700", "Mon, 2 Jan 2006 15:04:05 MST-0700",
		"Mon, 2 Jan 2006 15:04:05 GMT-07:00", "Mon, 2 Jan 2006 15:04:05", "2006-01-02 15:04:05 -0700", "Mon Jan 2 15:04:05 2006", "Mon, 2 Jan 2006 15:04 -0700"} {
		if t, err := time.Parse(layout, s); err == nil {
			return t, true
		}
	}
	return time.Time{}, false
}

// IDs lists the message ids <a@b> in the fields name, without brackets. Comments are passed over: Gnus writes
// "<id> (=?utf-8?B?...?= message of "Fri, ...")" into In-Reply-To.
func (h Header) IDs(name string) (ids []string) {
	for _, v := range h.All(name) {
		depth := 0
		for i := 0; i < len(v); i++ {
			switch v[i] {
			case '(':
				depth++
			case ')':
				depth = max(0, depth-1)
			case '<':
				end := strings.IndexAny(v[i+1:], "> <")
				if depth == 0 && end > 0 && v[i+1+end] == '>' {
					ids = append(ids, v[i+1:i+1+end])
					i += end
				}
			}
		}
	}
	return ids
}

// Fields reads a block of fields such as a disposition notification.
func Fields(b []byte) Header {
	h, _ := readHeader(b)
	return h
}

// Groups reads the groups of fields in a delivery status (RFC 3464 §2), which blank lines part.
func Groups(b []byte) (groups []Header) {
	b = bytes.ReplaceAll(b, []byte("\r"), nil)
	for _, g := range bytes.Split(b, []byte("\n\n")) {
		if h := Fields(g); len(h) > 0 {
			groups = append(groups, h)
		}
	}
	return groups
}
