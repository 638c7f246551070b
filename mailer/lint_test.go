package mailer

import (
	"bytes"
	"encoding/base64"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// The golden message, spoiled in one place, breaks the rule it should.
func TestLintFinds(t *testing.T) {
	good, err := os.ReadFile("testdata/invitation.eml")
	if err != nil {
		t.Fatal(err)
	}
	check := func(what, old, replacement, rule string) {
		t.Helper()
		bad := strings.Replace(string(good), old, replacement, 1)
		if bad == string(good) {
			t.Fatalf("%s: %q is not in the message", what, old)
		}
		faults := Lint([]byte(bad))
		if !slices.ContainsFunc(faults, func(f string) bool { return strings.HasPrefix(f, rule+": ") }) {
			t.Errorf("%s: found %q, want %s", what, faults, rule)
		}
	}
	calendar := "Content-Type: text/calendar; method=REQUEST"
	check("no method", "; method=REQUEST", "", "O-1")
	check("another method", "method=REQUEST", "method=CANCEL", "O-1")
	check("method in lower case", "method=REQUEST", "method=request", "O-2")
	check("calendar part not last", "multipart/alternative", "multipart/related", "O-4")
	check("disposition", calendar, "Content-Disposition: inline\r\n"+calendar, "O-5")
	check("content id", calendar, "Content-ID: <x@y>\r\n"+calendar, "O-5")
	check("another name", "filename=invite.ics", "filename=meeting.ics", "O-6")
	check("calendar part in 8bit", "base64\r\n"+calendar, "7bit\r\n"+calendar, "O-7")
	check("two recipients", "<wang.lei@corp.test>", "<wang.lei@corp.test>, <li.na@corp.test>", "O-10")
	check("no recipient", "\r\nTo: ", "\r\nX-To: ", "O-10")
	check("a copy", "\r\nTo: ", "\r\nCc: li.na@corp.test\r\nTo: ", "O-10")
	check("another sender", "<huiban@corp.test>\r\nTo", "<noreply@corp.test>\r\nTo", "O-3")
	check("another spelling", "<wang.lei@corp.test>", "<Wang.Lei@corp.test>", "O-11")
	check("to the organizer", "<wang.lei@corp.test>", "<huiban@corp.test>", "O-23")
	check("a file inside", "Content-Disposition: attachment; filename*", "Content-Disposition: inline; filename*", "O-12")
	check("not marked as automatic", "Auto-Submitted: auto-generated", "Auto-Submitted: no", "O-13")
	check("out-of-office answers wanted", "X-Auto-Response-Suppress", "X-Other", "O-13")
	check("message id of a machine", "abc@corp.test>", "abc@build7>", "O-14")
	check("no message id", "Message-ID: ", "X-Id: ", "O-14")
	check("bare LF", "MIME-Version: 1.0\r\n", "MIME-Version: 1.0\n", "MIME")
	check("long line", "User-Agent: huiban", "User-Agent: "+strings.Repeat("x", 999), "MIME")
	check("not ASCII", "User-Agent: huiban", "User-Agent: 会办", "MIME")
	check("two subjects", "User-Agent: huiban", "Subject: x", "MIME")
	check("no end", "--=_e0b525eb0000b9bf6bd6e304bb2fe95100434a80--", "", "MIME")
	check("one boundary twice", `"=_c56157c89b5b0449d048b1f9266c708e8ee6cd51"`, `"=_e0b525eb0000b9bf6bd6e304bb2fe95100434a80"`, "MIME")
	check("unknown encoding", "Content-Transfer-Encoding: base64", "Content-Transfer-Encoding: uuencode", "MIME")
}

func TestLintLooksIntoTheCalendarObject(t *testing.T) {
	check := func(what, old, replacement, rule string) {
		t.Helper()
		m := invitation()
		m.Calendar = []byte(strings.Replace(ics, old, replacement, 1))
		faults := Lint(compose(t, m))
		if !slices.ContainsFunc(faults, func(f string) bool { return strings.HasPrefix(f, rule+": ") }) {
			t.Errorf("%s: found %q, want %s", what, faults, rule)
		}
	}
	check("no METHOD", "METHOD:REQUEST\r\n", "", "O-1")
	check("METHOD twice", "METHOD:REQUEST\r\n", "METHOD:REQUEST\r\nMETHOD:REQUEST\r\n", "O-1")
	check("bare LF", "SEQUENCE:0\r\n", "SEQUENCE:0\n", "O-8")
	check("CR CR LF", "SEQUENCE:0\r\n", "SEQUENCE:0\r\r\n", "O-8")
	check("empty line", "SEQUENCE:0\r\n", "SEQUENCE:0\r\n\r\n", "O-8")
	check("blank after the end", "END:VCALENDAR\r\n", "END:VCALENDAR\r\n \r\n", "O-8")
	check("no UID", "UID:m1@corp.test\r\n", "", "O-9")
	check("two UIDs", "SEQUENCE:0\r\n", "UID:m2@corp.test\r\n", "O-9")
	check("two objects", "END:VCALENDAR\r\n", "END:VCALENDAR\r\n"+ics, "O-9")
}

func TestLintWantsTheCopyToBeOne(t *testing.T) {
	raw := compose(t, invitation())
	code := []byte(base64.StdEncoding.EncodeToString([]byte("BEGIN:VCA")))
	i := bytes.LastIndex(raw, code)
	raw[i+len(code)-1]++
	if faults := Lint(raw); len(faults) != 1 || !strings.HasPrefix(faults[0], "O-6") {
		t.Errorf("found %q", faults)
	}
}

// FuzzLint: nothing a message holds makes the check panic.
func FuzzLint(f *testing.F) {
	files, _ := filepath.Glob("testdata/*.eml")
	for _, name := range files {
		raw, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(raw)
	}
	f.Fuzz(func(_ *testing.T, raw []byte) { Lint(raw) })
}
