package daemon

import (
	"bytes"
	"encoding/binary"
	"unicode/utf16"
)

// exported tell what other programs write under the names of Office, which opens it.
var exported = map[string]func(data []byte) bool{
	".doc": webPage,
	".xls": func(data []byte) bool { return webPage(data) || columns(data) },
}

// beginning is what a text begins with, behind a byte order mark and blanks (Unicode §23.8).
func beginning(data []byte) []byte {
	head := data[:min(len(data), 4096)]
	switch {
	case bytes.HasPrefix(head, []byte("\xff\xfe")):
		head = wide(head, binary.LittleEndian)
	case bytes.HasPrefix(head, []byte("\xfe\xff")):
		head = wide(head, binary.BigEndian)
	}
	return bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\ufeff")), " \t\r\n")
}

// wide reads UTF-16.
func wide(data []byte, order binary.ByteOrder) []byte {
	units := make([]uint16, 0, len(data)/2)
	for ; len(data) > 1; data = data[2:] {
		units = append(units, order.Uint16(data))
	}
	return []byte(string(utf16.Decode(units)))
}

// webPage reports whether it is HTML or XML, or a page with its pictures in one file, which begins with the header of a mail
// (RFC 2557).
func webPage(data []byte) bool {
	head := beginning(data)
	if bytes.HasPrefix(head, []byte("<")) {
		return true
	}
	name, _, found := bytes.Cut(head, []byte(":"))
	return found && (bytes.EqualFold(name, []byte("MIME-Version")) || bytes.EqualFold(name, []byte("From")) || bytes.EqualFold(name, []byte("Content-Type")))
}

// columns reports whether it is text in columns, as reports of other systems are.
func columns(data []byte) bool {
	head := beginning(data)
	control := func(c rune) bool { return c < ' ' && c != '\t' && c != '\r' && c != '\n' && c != '\f' }
	return bytes.ContainsAny(head, "\t,") && bytes.IndexFunc(head, control) < 0
}
