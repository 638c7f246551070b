package daemon

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"net/mail"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/huiban/huiban/calendar"
	"github.com/huiban/huiban/mailer"
	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/store"
)

// invited is an invitation to an online meeting, in ASCII, as a letter.
func invited() (*secretary.Letter, secretary.Office) {
	start := time.Date(2026, 11, 27, 1, 0, 0, 0, time.UTC)
	to := secretary.Party{ID: "wang.lei", Name: "Wang Lei", Email: wang}
	host := secretary.Party{ID: "zhao.jun", Name: "Zhao Jun", Email: zhao}
	return &secretary.Letter{
		Key: "psc/invitation/wang.lei/0", Kind: secretary.Invitation, To: to, Lang: secretary.English, Zone: "Asia/Shanghai",
		Meeting: &secretary.MeetingView{
			ID: meeting, Title: secretary.T("", "", "Production and sales"), Purpose: secretary.T("", "", "Balance; dates, plan"), Place: secretary.T("", "", "Room 1"),
			Start: start, End: start.Add(90 * time.Minute), Zone: "Asia/Shanghai", UID: "psc-20261127.7f3a@corp.test", Stamp: start.AddDate(0, 0, -7), Method: "REQUEST",
			URL: "https://meeting.example.com/j/123", Host: host, Convener: host,
			Seats: []secretary.SeatView{{Party: host, Role: "CHAIR", PartStat: secretary.Accepted}, {Party: to, Role: "REQ-PARTICIPANT"}},
		},
	}, secretary.Office{Name: secretary.T("会办", "會辦", "Huiban"), Company: secretary.T("", "", "Blue Whale"), Address: huiban, Domain: domain, Zone: "Asia/Shanghai"}
}

func invitationMail(t testing.TB) mailer.Mail {
	t.Helper()
	l, office := invited()
	object, err := calendar.Request(l, office, Product)
	if err != nil {
		t.Fatal(err)
	}
	return mailer.Mail{
		From: mail.Address{Name: "Huiban", Address: huiban}, To: mail.Address{Name: "Wang Lei", Address: wang}, MessageID: "m.1.wang.0.abc@corp.test",
		Date: l.Meeting.Stamp, Subject: "Invitation", Text: "Dear Wang Lei,\nplease answer.\n", HTML: "<p>Dear Wang Lei,</p>", Calendar: object, Method: "REQUEST",
		Attachments: []mailer.Attachment{{Name: "agenda.docx", Type: "application/msword", Data: []byte("agenda")}},
	}
}

func composed(t testing.TB, m mailer.Mail) string {
	t.Helper()
	raw, err := mailer.Compose(m)
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}

// broken are the numbers of the rules that a mail breaks, in the two places where a letter is looked over before it leaves.
func broken(object []byte, raw string) (rules []string) {
	for _, f := range slices.Concat(calendar.LintObject(object), mailer.Lint([]byte(raw))) {
		rule, _, _ := strings.Cut(f, ":")
		if !slices.Contains(rules, rule) {
			rules = append(rules, rule)
		}
	}
	return rules
}

const (
	halfZone  = "BEGIN:VTIMEZONE\r\nTZID:Asia/Shanghai\r\nBEGIN:STANDARD\r\nTZOFFSETFROM:+0800\r\nTZOFFSETTO:+0800\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
	wholeZone = "BEGIN:VTIMEZONE\r\nTZID:Asia/Shanghai\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0800\r\nTZOFFSETTO:+0800\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
)

// spoiled breaks one rule in the calendar object: what stands there, what instead.
var spoiled = []struct{ rule, old, replacement string }{
	{"O-8", "UID:", "\r\nUID:"},
	{"O-9", "VERSION:2.0", "VERSION:1.0"},
	{"O-12", "STATUS:", "ATTACH;ENCODING=BASE64;VALUE=BINARY:QUJD\r\nSTATUS:"},
	{"O-20", "METHOD:REQUEST", "METHOD:PUBLISH"},
	{"O-21", "RSVP=TRUE", "RSVP=FALSE"},
	{"O-21", "PARTSTAT=ACCEPTED;", ""},
	{"O-22", "ORGANIZER;CN=Huiban:", "ORGANIZER:"},
	{"O-23", "STATUS:", "ATTENDEE;PARTSTAT=ACCEPTED;CN=a:mailto:Huiban@corp.test\r\nSTATUS:"},
	{"O-24", ":mailto:zhao", ":MAILTO:zhao"},
	{"O-25", "DTEND:20261127T023000Z", "DURATION:PT90M"},
	{"O-25", "DTEND:20261127T023000Z", "DTEND:20261127T003000Z"},
	{"O-25", "DTEND:20261127T023000Z", "DTEND;VALUE=DATE:20261128"},
	{"O-25", "DTSTART:20261127T010000Z", "DTSTART:20261127T010000"},
	{"O-26", "DTSTART:20261127T010000Z\r\nDTEND:20261127T023000Z", "DTSTART;TZID=Asia/Shanghai:20261127T090000\r\nDTEND;TZID=Asia/Shanghai:20261127T103000" + "%z"},
	{"O-27", "BEGIN:VEVENT", halfZone + "BEGIN:VEVENT"},
	{"O-28", "SUMMARY:", "SUMMARY:" + strings.Repeat("a", 70)},
	{"O-29", "SUMMARY:", "SUMMARY:a,b "},
	{"O-29", "SUMMARY:", "SUMMARY:\x07"},
	{"O-29", "SUMMARY:", "junk\r\nSUMMARY:"},
	{"O-30", "UID:psc", "UID:psc_"},
	{"O-31", "LOCATION:", "X-LOCATION:"},
	{"O-32", "X-ALT-DESC;", "X-ALT;"},
	{"O-32", "<p>", "<p>more: "},
	{"O-33", "ACTION:DISPLAY", "ACTION:AUDIO"},
	{"O-33", "TRIGGER:-PT15M", "TRIGGER;VALUE=DATE-TIME:20261127T000000Z"},
	{"O-35", "CUTYPE=INDIVIDUAL", "SCHEDULE-AGENT=CLIENT"},
	{"O-35", "ORGANIZER;CN=Huiban", "ORGANIZER;CN=Huiban;X-HUIBAN=1"},
	{"§2.3", "SEQUENCE:0\r\n", ""},
	{"§2.3", "STATUS:CONFIRMED", "STATUS:CANCELLED"},
}

// miswritten breaks one rule in the mail as it is written.
var miswritten = []struct{ rule, old, replacement string }{
	{"O-1", "; method=REQUEST", ""},
	{"O-1", "method=REQUEST", "method=CANCEL"},
	{"O-2", "method=REQUEST", "method=request"},
	{"O-3", "<huiban@corp.test>", "<noreply@corp.test>"},
	{"O-4", "multipart/alternative", "multipart/related"},
	{"O-5", "Content-Type: text/calendar", "Content-Disposition: inline\r\nContent-Type: text/calendar"},
	{"O-5", "Content-Type: text/calendar", "Content-ID: <x@y>\r\nContent-Type: text/calendar"},
	{"O-6", "filename=invite.ics", "filename=meeting.ics"},
	{"O-10", "\r\nTo: ", "\r\nCc: li.na@corp.test\r\nTo: "},
	{"O-11", "<wang.lei@corp.test>", "<Wang.Lei@corp.test>"},
	{"O-12", "Content-Disposition: attachment; filename=agenda", "Content-Disposition: inline; filename=agenda"},
	{"O-13", "Auto-Submitted: auto-generated\r\n", ""},
	{"O-13", "X-Auto-Response-Suppress", "X-Other"},
	{"O-14", "abc@corp.test>", "abc@build7>"},
	{"MIME", "User-Agent: huiban", "User-Agent: " + strings.Repeat("x", 999)},
}

// Every rule about our own mail catches the mail that breaks it, and no other rule does (imip §2.2). O-34, who is shown to
// whom, no mail can tell of itself: calendar.TestO34WhoSeesWhom does.
func TestEachRuleCatchesItsOwnMail(t *testing.T) {
	good := invitationMail(t)
	if rules := broken(good.Calendar, composed(t, good)); rules != nil {
		t.Fatalf("the good mail breaks %v", rules)
	}
	caught := map[string]bool{}
	check := func(rule, what string, object []byte, raw string) {
		t.Helper()
		caught[rule] = true
		if got := broken(object, raw); !slices.Equal(got, []string{rule}) {
			t.Errorf("%s: %s: breaks %v", rule, what, got)
		}
	}
	whole := strings.ReplaceAll(string(good.Calendar), "\r\n ", "")
	for _, s := range spoiled {
		m := good
		m.Calendar = respelled(t, whole, s.old, s.replacement, s.rule != "O-28")
		if s.rule == "O-20" {
			m.Method = "PUBLISH"
		}
		check(s.rule, s.replacement, m.Calendar, composed(t, m))
	}
	raw := composed(t, good)
	for _, s := range miswritten {
		check(s.rule, s.replacement, good.Calendar, replaced(t, raw, s.old, s.replacement))
	}
	check("O-7", "7bit", good.Calendar, unencoded(t, raw, good.Calendar))
	for n := 1; n <= 35; n++ {
		if rule := fmt.Sprintf("O-%d", n); !caught[rule] && n != 34 && (n < 15 || n > 19) {
			t.Errorf("no mail breaks %s", rule)
		}
	}
}

// docs/imip.md says of every rule whether it is kept.
func TestTheTableHasEveryRule(t *testing.T) {
	page, err := os.ReadFile("../docs/imip.md")
	if err != nil {
		t.Fatal(err)
	}
	check := func(letter string, from, to int) {
		for n := from; n <= to; n++ {
			row := regexp.MustCompile(fmt.Sprintf(`(?m)^\| %s-%d \| .* \| (yes|partly|no) \|.*\|$`, letter, n))
			if len(row.FindAll(page, -1)) != 1 {
				t.Errorf("%s-%d is not in the table once", letter, n)
			}
		}
	}
	check("O", 1, 14)
	check("O", 20, 35)
	check("I", 1, 10)
	check("I", 20, 42)
	check("I", 50, 57)
}

func replaced(t *testing.T, s, old, replacement string) string {
	t.Helper()
	if !strings.Contains(s, old) {
		t.Fatalf("%q does not occur", old)
	}
	return strings.Replace(s, old, replacement, 1)
}

// respelled is a calendar object with one place changed, folded anew.
func respelled(t *testing.T, object, old, replacement string, fold bool) []byte {
	t.Helper()
	zone := strings.Contains(replacement, "%z")
	object = replaced(t, object, old, strings.Replace(replacement, "%z", "", 1))
	if zone {
		object = replaced(t, object, "BEGIN:VEVENT", wholeZone+"BEGIN:VEVENT")
	}
	if !fold {
		return folded(object, 300)
	}
	return folded(object, 70)
}

func folded(object string, width int) []byte {
	var b bytes.Buffer
	for _, l := range strings.SplitAfter(object, "\r\n") {
		for len(l) > width+2 {
			b.WriteString(l[:width] + "\r\n ")
			l = l[width:]
		}
		b.WriteString(l)
	}
	return b.Bytes()
}

// unencoded has the calendar part as it is, instead of base64.
func unencoded(t *testing.T, raw string, object []byte) string {
	t.Helper()
	head := "Content-Transfer-Encoding: base64\r\nContent-Type: text/calendar"
	raw = replaced(t, raw, head, strings.Replace(head, "base64", "7bit", 1))
	i := strings.Index(raw, base64.StdEncoding.EncodeToString(object[:30]))
	end := i + strings.Index(raw[i:], "\r\n--")
	return raw[:i] + strings.TrimSuffix(string(object), "\r\n") + "\r\n" + raw[end:]
}

// A letter that breaks a rule does not leave: it waits as dead, with the rule, and the journal says so; nothing else waits.
func TestLetterThatBreaksARuleIsStopped(t *testing.T) {
	h := newHouse(t, sqlite(t))
	d := h.daemon()
	bad, _ := invited()
	bad.Case, bad.Meeting.UID = secretary.MeetingCase(meeting), "PSC 会议@corp.test"
	h.queue(d, *bad)
	h.queue(d, note(li))
	h.run(d)
	h.quiet()
	for _, l := range h.outbox() {
		if l.Letter.To.Email == li && l.State != store.Sent {
			t.Errorf("%s is %s: %s", l.Letter.Key, l.State, l.LastError)
		}
		if l.Letter.To.Email == wang && (l.State != store.Dead || !strings.Contains(l.LastError, "O-30: UID")) {
			t.Errorf("%s is %s: %s", l.Letter.Key, l.State, l.LastError)
		}
	}
	if n := len(h.letters(wang, secretary.Invitation)); n > 0 {
		t.Errorf("%d letters left", n)
	}
	h.view(func(tx *store.Tx) error {
		lines, err := tx.JournalOf(bad.Case, 10)
		if err != nil || len(lines) == 0 || lines[len(lines)-1].What != "letter-dead" || !strings.Contains(lines[len(lines)-1].After, "O-30") {
			t.Errorf("%v %+v", err, lines)
		}
		return nil
	})
}
