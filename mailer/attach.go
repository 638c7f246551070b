package mailer

import (
	"bytes"
	"fmt"
	"mime"
	"path"
	"strings"
	"unicode/utf8"

	gomail "github.com/wneessen/go-mail"
)

// attach adds the files, the copy of the calendar object last.
func (m Mail) attach(msg *gomail.Msg) error {
	files := m.Attachments
	if m.Calendar != nil && !m.NoInvite {
		files = append(files[:len(files):len(files)], Attachment{"invite.ics", "application/ics", m.Calendar})
	}
	for _, f := range files {
		if err := msg.AttachReader("file", bytes.NewReader(f.Data), f.option); err != nil {
			return fmt.Errorf("attach %q: %w", f.Name, err)
		}
	}
	return nil
}

// option writes the file's header fields itself: go-mail puts encoded-words into the parameters, which RFC 2047 §5
// forbids and which can exceed the length of a line. RFC 2231 is what every current client reads.
func (a Attachment) option(f *gomail.File) {
	name := map[string]string{"name": fileName(a.Name)}
	f.Header.Set("Content-Type", mime.FormatMediaType(mediaType(a.Type), name))
	f.Header.Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": name["name"]}))
	f.Header.Set("Content-Transfer-Encoding", "base64")
}

// mediaType keeps type/subtype only. Types that a mail reader would take for a part of the mail itself are disguised.
func mediaType(s string) string {
	t, _, err := mime.ParseMediaType(s)
	if err != nil || !strings.Contains(t, "/") || strings.HasPrefix(t, "multipart/") || strings.HasPrefix(t, "message/") {
		return "application/octet-stream"
	}
	return t
}

// maxName is the longest file name written, in characters: 60 Chinese ones make 540 octets, well below the 998 of a line.
const maxName = 60

// fileName makes a name harmless and short, keeping its extension.
func fileName(s string) string {
	s = strings.Map(func(r rune) rune {
		if strings.ContainsRune(`/\:*?"<>|`, r) {
			return '_'
		}
		return r
	}, oneLine(s))
	s = strings.Trim(s, ". ")
	if s == "" {
		return "file"
	}
	return shorten(s)
}

func shorten(s string) string {
	if utf8.RuneCountInString(s) <= maxName {
		return s
	}
	ext := []rune(path.Ext(s))
	if len(ext) > 12 {
		ext = nil
	}
	stem := []rune(s)[:maxName-len(ext)]
	return strings.TrimRight(string(stem), ". ") + string(ext)
}
