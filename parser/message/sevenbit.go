package message

import (
	"bytes"
	"encoding/base64"
	"strings"
	"unicode/utf16"

	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/simplifiedchinese"
)

// decodeSevenBit reads the charsets that write Chinese with ASCII bytes only.
func decodeSevenBit(b []byte, label string) string {
	switch {
	case bytes.Contains(b, []byte("\x1b$)A")) || bytes.Contains(b, []byte("\x1b$)E")):
		return decode2022CN(b)
	case bytes.Contains(b, []byte("\x1b$")):
		return convert(b, japanese.ISO2022JP)
	case strings.HasPrefix(label, "hz") || bytes.Contains(b, []byte("~{")) && bytes.Contains(b, []byte("~}")):
		return convert(b, simplifiedchinese.HZGB2312)
	case strings.HasSuffix(label, "utf-7"):
		return decodeUTF7(b)
	case strings.HasPrefix(label, "utf-16") || strings.HasPrefix(label, "utf-32"):
		if e := encodingOf(label); e != nil {
			return convert(b, e)
		}
	}
	return string(b)
}

// decode2022CN reads ISO-2022-CN (RFC 1922) as far as it is GB 2312: after SO two seven-bit bytes are one character.
func decode2022CN(b []byte) string {
	var out []byte
	shifted := false
	for i := 0; i < len(b); i++ {
		switch c := b[i]; {
		case c == 0x1b && i+3 < len(b) && b[i+1] == '$':
			i += 3
		case c == 0x0e:
			shifted = true
		case c == 0x0f || c == '\n':
			shifted = false
			if c == '\n' {
				out = append(out, c)
			}
		case shifted && c > 0x20:
			out = append(out, c|0x80)
		default:
			out = append(out, c)
		}
	}
	return convert(out, simplifiedchinese.GB18030)
}

// decodeUTF7 reads UTF-7 (RFC 2152): between + and - stands UTF-16 in base64.
func decodeUTF7(b []byte) string {
	var out strings.Builder
	for len(b) > 0 {
		i := bytes.IndexByte(b, '+')
		if i < 0 {
			break
		}
		out.Write(b[:i])
		b = b[i+1:]
		n := 0
		for n < len(b) && isBase64(b[n]) && b[n] != '=' {
			n++
		}
		out.WriteString(utf7Run(b[:n]))
		b = bytes.TrimPrefix(b[n:], []byte("-"))
	}
	out.Write(b)
	return out.String()
}

func utf7Run(b []byte) string {
	if len(b) == 0 {
		return "+"
	}
	raw, err := base64.RawStdEncoding.DecodeString(string(b))
	if err != nil && len(raw) == 0 {
		return "+" + string(b)
	}
	units := make([]uint16, 0, len(raw)/2)
	for i := 0; i+1 < len(raw); i += 2 {
		units = append(units, uint16(raw[i])<<8|uint16(raw[i+1]))
	}
	return string(utf16.Decode(units))
}
