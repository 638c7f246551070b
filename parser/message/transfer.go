package message

import (
	"bytes"
	"encoding/base64"
	"strings"
)

// decodeTransfer undoes a Content-Transfer-Encoding (RFC 2045 §6). An unknown one is left as it is:
// more often than not the bytes were never encoded.
func decodeTransfer(b []byte, encoding string) []byte {
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "base64", "b64", "base-64":
		return decodeBase64(b)
	case "quoted-printable", "quotedprintable", "qp":
		return decodeQuoted(b)
	}
	return b
}

// decodeBase64 reads what is base64 in b. Blanks that a relay put inside are skipped, and so is a footer that a
// mailing list hung below in plain text.
func decodeBase64(b []byte) []byte {
	if out, err := base64.StdEncoding.AppendDecode(make([]byte, 0, base64.StdEncoding.DecodedLen(len(b))), b); err == nil { // nearly all
		return out
	}
	d := base64Decoder{out: make([]byte, 0, base64.RawStdEncoding.DecodedLen(len(b)))}
	for len(b) > 0 {
		line := b
		if i := bytes.IndexByte(b, '\n'); i >= 0 {
			line, b = b[:i], b[i+1:]
		} else {
			b = nil
		}
		if base64Line(line) {
			d.line(line)
		}
	}
	d.flush()
	return d.out
}

// base64Decoder collects the characters up to a padding, so that pieces encoded one by one come out right.
type base64Decoder struct{ out, run []byte }

func (d *base64Decoder) line(line []byte) {
	for len(line) > 0 {
		n := 0
		for n < len(line) && isBase64(line[n]) {
			n++
		}
		d.run = append(d.run, line[:n]...)
		if n < len(line) && line[n] == '=' {
			d.flush()
		}
		line = line[min(n+1, len(line)):]
	}
}

func (d *base64Decoder) flush() {
	n := len(d.run)
	if n%4 == 1 {
		n--
	}
	d.out, _ = base64.RawStdEncoding.AppendDecode(d.out, d.run[:n])
	d.run = d.run[:0]
}

func base64Line(line []byte) bool {
	bad := 0
	for _, c := range line {
		if !isBase64(c) && c != '=' && c > ' ' {
			bad++
		}
	}
	return bad == 0 || bad*20 < len(line)
}

func isBase64(c byte) bool { return base64Set[c] }

// base64Set are the 64 characters.
var base64Set = func() (set [256]bool) {
	for _, c := range []byte("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/") {
		set[c] = true
	}
	return set
}()

// decodeQuoted undoes quoted-printable and leaves alone what is none.
func decodeQuoted(b []byte) []byte {
	out := make([]byte, 0, len(b))
	for i := 0; i < len(b); i++ {
		n := bytes.IndexByte(b[i:], '=')
		if n < 0 {
			return append(out, b[i:]...)
		}
		out = append(out, b[i:i+n]...)
		i += n
		if n := softBreak(b[i+1:]); n > 0 {
			i += n
			continue
		}
		if i+2 < len(b) && hex(b[i+1]) >= 0 && hex(b[i+2]) >= 0 {
			out = append(out, byte(hex(b[i+1])<<4|hex(b[i+2])))
			i += 2
			continue
		}
		out = append(out, '=')
	}
	return out
}

// softBreak is the length of blanks and a line end at the start of b, 0 where there is no line end.
func softBreak(b []byte) int {
	for i, c := range b {
		switch c {
		case ' ', '\t', '\r':
		case '\n':
			return i + 1
		default:
			return 0
		}
	}
	return len(b)
}

func hex(c byte) int {
	switch {
	case '0' <= c && c <= '9':
		return int(c - '0')
	case 'A' <= c && c <= 'F':
		return int(c-'A') + 10
	case 'a' <= c && c <= 'f':
		return int(c-'a') + 10
	}
	return -1
}
