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
	var d base64Decoder
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
	for _, c := range line {
		if c == '=' {
			d.flush()
		} else if isBase64(c) {
			d.run = append(d.run, c)
		}
	}
}

func (d *base64Decoder) flush() {
	if len(d.run)%4 == 1 {
		d.run = d.run[:len(d.run)-1]
	}
	dec, _ := base64.RawStdEncoding.DecodeString(string(d.run))
	d.out, d.run = append(d.out, dec...), d.run[:0]
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

func isBase64(c byte) bool {
	return 'A' <= c && c <= 'Z' || 'a' <= c && c <= 'z' || '0' <= c && c <= '9' || c == '+' || c == '/'
}

// decodeQuoted undoes quoted-printable and leaves alone what is none.
func decodeQuoted(b []byte) []byte {
	out := make([]byte, 0, len(b))
	for i := 0; i < len(b); i++ {
		if b[i] != '=' {
			out = append(out, b[i])
			continue
		}
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
