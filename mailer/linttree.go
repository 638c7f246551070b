package mailer

import (
	"encoding/base64"
	"io"
	"mime/multipart"
	"mime/quotedprintable"
	"strings"
)

// part is one node of a message while it is checked.
type part struct {
	header   map[string][]string
	kind     string            // text/plain ...
	params   map[string]string // of Content-Type
	encoding string            // in lower case
	body     []byte            // decoded; leaves only
	in       string            // the type of the multipart it is in, "" for none
	last     bool              // the last one in it
}

func (p part) field(name string) string {
	if v := p.header[name]; len(v) > 0 {
		return v[0]
	}
	return ""
}

// tree collects the leaves of a message.
func (l *linter) tree(p part, body io.Reader) {
	p.kind, p.params = parameters(p.field("Content-Type"))
	p.encoding = strings.ToLower(p.field("Content-Transfer-Encoding"))
	if p.kind == "" {
		l.say("MIME", "a part has no readable Content-Type")
		return
	}
	if !strings.HasPrefix(p.kind, "multipart/") {
		l.leaf(p, body)
		return
	}
	l.branch(p, body)
}

func (l *linter) branch(p part, body io.Reader) {
	b := p.params["boundary"]
	if b == "" || l.boundaries[b] {
		l.say("MIME", "%s has no boundary of its own", p.kind)
		return
	}
	if l.boundaries == nil {
		l.boundaries = map[string]bool{}
	}
	l.boundaries[b] = true
	r := multipart.NewReader(body, b)
	first := len(l.parts)
	for {
		q, err := r.NextRawPart()
		if err == io.EOF {
			break
		}
		if err != nil {
			l.say("MIME", "%s is broken off: %v", p.kind, err)
			return
		}
		l.tree(part{header: q.Header, in: p.kind}, q)
	}
	l.markLast(p, first)
}

func (l *linter) markLast(p part, first int) {
	if len(l.parts) == first {
		l.say("MIME", "%s is empty", p.kind)
		return
	}
	if last := &l.parts[len(l.parts)-1]; last.in == p.kind {
		last.last = true
	}
}

func (l *linter) leaf(p part, body io.Reader) {
	switch p.encoding {
	case "base64":
		body = base64.NewDecoder(base64.StdEncoding, body)
	case "quoted-printable":
		body = quotedprintable.NewReader(body)
	case "", "7bit":
	default:
		l.say("MIME", "%s is encoded as %q", p.kind, p.encoding)
	}
	var err error
	if p.body, err = io.ReadAll(body); err != nil {
		l.say("MIME", "%s cannot be decoded: %v", p.kind, err)
	}
	l.parts = append(l.parts, p)
}
