package calendar

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/encoding/simplifiedchinese"

	"github.com/huiban/huiban/secretary"
)

var update = flag.Bool("update", false, "rewrite the expected readings")

func shanghai(t testing.TB) *time.Location {
	t.Helper()
	loc, err := time.LoadLocation("Asia/Shanghai")
	if err != nil {
		t.Fatal(err)
	}
	return loc
}

// TestMessages reads messages in the shapes that real clients send: testdata/messages/*.ics, the reading beside each.
func TestMessages(t *testing.T) {
	files, err := filepath.Glob("testdata/messages/*.ics")
	if err != nil || len(files) < 10 {
		t.Fatal(len(files), err)
	}
	for _, f := range files {
		t.Run(strings.TrimSuffix(filepath.Base(f), ".ics"), func(t *testing.T) {
			data, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			compareReading(t, data, strings.TrimSuffix(f, ".ics")+".json")
		})
	}
}

func compareReading(t *testing.T, data []byte, golden string) {
	t.Helper()
	m, err := ReadMessage(data, shanghai(t))
	if err != nil {
		t.Fatal(err)
	}
	got, err := json.MarshalIndent(m, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	got = append(got, '\n')
	if *update {
		if err := os.WriteFile(golden, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("got %s\nwant %s", got, want)
	}
}

// plainReply is a REPLY whose ATTENDEE line and comment are given.
func plainReply(attendee, comment string) string {
	return "BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:u@x\r\nSEQUENCE:1\r\n" +
		attendee + "\r\nCOMMENT:" + comment + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
}

func only(t *testing.T, data string) secretary.CalendarAnswer {
	t.Helper()
	m, err := ReadMessage([]byte(data), nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(m.Answers) != 1 {
		t.Fatalf("%d answers in %q", len(m.Answers), data)
	}
	return m.Answers[0]
}

func TestI7Bytes(t *testing.T) {
	const line = "ATTENDEE;CN=王磊;PARTSTAT=ACCEPTED:mailto:wang.lei@example.com"
	whole := plainReply(line, "按时参加，已准备好材料")
	gbk, err := simplifiedchinese.GB18030.NewEncoder().String(whole)
	if err != nil {
		t.Fatal(err)
	}
	cases := map[string]string{
		"as it should be":         whole,
		"bare LF":                 strings.ReplaceAll(whole, "\r\n", "\n"),
		"bare CR":                 strings.ReplaceAll(whole, "\r\n", "\r"),
		"CR CR LF":                strings.ReplaceAll(whole, "\r\n", "\r\r\n"),
		"byte order mark":         "\xef\xbb\xbf" + whole,
		"GB18030":                 gbk,
		"blank lines":             strings.ReplaceAll(whole, "\r\n", "\r\n\r\n"),
		"TAB fold":                strings.ReplaceAll(whole, ";PARTSTAT", ";\r\n\tPARTSTAT"),
		"fold inside a character": foldInside(whole),
		"lower case":              strings.NewReplacer("BEGIN:VEVENT", "begin:vevent", "ATTENDEE", "attendee", "PARTSTAT", "partstat").Replace(whole),
	}
	for name, data := range cases {
		a := only(t, data)
		if a.Attendee != "wang.lei@example.com" || a.PartStat != "ACCEPTED" || a.Comment != "按时参加，已准备好材料" || a.Sequence != 1 {
			t.Errorf("%s: %+v", name, a)
		}
	}
}

// foldInside folds after each byte that is not ASCII.
func foldInside(s string) string {
	var b strings.Builder
	for i := range len(s) {
		b.WriteByte(s[i])
		if s[i] >= 0x80 {
			b.WriteString("\r\n ")
		}
	}
	return b.String()
}

func TestI8Caps(t *testing.T) {
	deep := "BEGIN:VCALENDAR\n" + strings.Repeat("BEGIN:X\n", 50)
	many := "BEGIN:VCALENDAR\n" + strings.Repeat("BEGIN:X\nEND:X\n", maxComponents+1)
	long := "BEGIN:VCALENDAR\n" + strings.Repeat("X:y\n", maxLines+1)
	for _, data := range []string{deep, many, long, strings.Repeat("x", maxBytes+1)} {
		if _, err := ReadMessage([]byte(data), nil); !errors.Is(err, ErrTooLarge) {
			t.Errorf("%.40q: %v", data, err)
		}
	}
	if _, err := ReadMessage([]byte("Dear all,\nBEGIN:VEVENT\n"), nil); !errors.Is(err, ErrNoCalendar) {
		t.Error(err)
	}
}

func TestI23Addresses(t *testing.T) {
	check := func(line, want string) {
		t.Helper()
		if got := only(t, plainReply(line, "")).Attendee; got != want {
			t.Errorf("%s: got %q, want %q", line, got, want)
		}
	}
	check("ATTENDEE:mailto:a@x.org", "a@x.org")
	check("ATTENDEE:MAILTO:A@X.org", "a@x.org")
	check("ATTENDEE:a@x.org", "a@x.org")
	check("ATTENDEE:mailto:%61%2Bb@x.org", "a+b@x.org")
	check("ATTENDEE:mailto:<a@x.org>", "a@x.org")
	check("ATTENDEE:mailto:a@x.org?subject=hi", "a@x.org")
	check("ATTENDEE:mailto: a@x.org ", "a@x.org")
	check("ATTENDEE;EMAIL=b@x.org:urn:uuid:1-2-3", "b@x.org")
	check("ATTENDEE;EMAIL=b@x.org:mailto:a@x.org", "a@x.org")
	check("ATTENDEE:mailto:/O=EXCH/OU=FIRST/CN=WANG", "")
	check("ATTENDEE:invalid:nomail", "")
	check("ATTENDEE;CN=会议 办:mailto:办@例子.cn", "办@例子.cn")
	check("ATTENDEE;PARTSTAT=ACCEPTED;mailto:a@x.org", "a@x.org")
}

func TestI36PartStat(t *testing.T) {
	check := func(params, want string) {
		t.Helper()
		if got := only(t, plainReply("ATTENDEE"+params+":mailto:a@x.org", "")).PartStat; got != want {
			t.Errorf("%s: got %s, want %s", params, got, want)
		}
	}
	check("", "NEEDS-ACTION")
	check(";PARTSTAT=", "NEEDS-ACTION")
	check(";PARTSTAT=NEED-REQUEST", "NEEDS-ACTION")
	check(";PARTSTAT=COMPLETED", "NEEDS-ACTION")
	check(`;PARTSTAT="accepted"`, "ACCEPTED")
	check(";RSVP=TRUE;PARTSTAT=Tentative", "TENTATIVE")
	check(";CN=a;b;PARTSTAT=DECLINED", "DECLINED")
}

func TestI33ProposalOfTheOldTime(t *testing.T) {
	const data = "BEGIN:VCALENDAR\nMETHOD:COUNTER\nBEGIN:VEVENT\nUID:u@x\nDTSTART:20260301T010000Z\nDTEND:20260301T020000Z\n" +
		"X-MS-OLK-ORIGINALSTART;TZID=China Standard Time:20260301T090000\nX-MS-OLK-ORIGINALEND;TZID=China Standard Time:20260301T100000\n" +
		"ATTENDEE;PARTSTAT=TENTATIVE:mailto:a@x\nEND:VEVENT\nEND:VCALENDAR\n"
	if a := only(t, data); a.ProposedStart != nil || a.ProposedEnd != nil || a.PartStat != "TENTATIVE" {
		t.Errorf("%+v", a)
	}
}

func TestI31AppleProposal(t *testing.T) {
	check := func(v, start, end string) {
		t.Helper()
		a := only(t, plainReply(`ATTENDEE;PARTSTAT=TENTATIVE;TO-ALL-PROPOSED-NEW-TIME="`+v+`":mailto:a@x.org`, ""))
		if stamp(a.ProposedStart) != start || stamp(a.ProposedEnd) != end || a.PartStat != "TENTATIVE" {
			t.Errorf("%s: %s %s", v, stamp(a.ProposedStart), stamp(a.ProposedEnd))
		}
	}
	check("DTSTART:20261127T060000Z;STATUS:;", "1127T0600", "")
	check("DTSTART:20261127T060000Z;DTEND:20261127T070000Z;STATUS:;", "1127T0600", "1127T0700")
	check("DTSTART;TZID=Asia/Shanghai:20261127T140000;STATUS:;", "1127T0600", "")
	check("STATUS:CANCELLED;", "", "")
}

func stamp(t *time.Time) string {
	if t == nil {
		return ""
	}
	return t.Format("0102T1504")
}

func TestI55Sequence(t *testing.T) {
	check := func(lines string, want int) {
		t.Helper()
		data := strings.Replace(plainReply("ATTENDEE:mailto:a@x.org", ""), "SEQUENCE:1", lines, 1)
		if got := only(t, data).Sequence; got != want {
			t.Errorf("%q: %d", lines, got)
		}
	}
	check("SEQUENCE:5\r\nX-MICROSOFT-CDO-APPT-SEQUENCE:1", 5)
	check("SEQUENCE:0\r\nX-MICROSOFT-CDO-APPT-SEQUENCE:2", 2)
	check("X-MICROSOFT-CDO-APPT-SEQUENCE:3", 3)
	check("SEQUENCE:-1", 0)
	check("SEQUENCE:99999999999999999999", 0)
}
