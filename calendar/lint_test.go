package calendar

import (
	"slices"
	"strings"
	"testing"
)

// TestLint spoils a good object in one place each; the lint must name the rule.
func TestLint(t *testing.T) {
	good := string(objectOf(t, "online"))
	check := func(rule, old, new string) {
		t.Helper()
		bad := strings.Replace(good, old, new, 1)
		if bad == good {
			t.Fatalf("%q does not occur", old)
		}
		faults := LintObject([]byte(bad))
		if !slices.ContainsFunc(faults, func(f string) bool { return strings.HasPrefix(f, rule+": ") }) {
			t.Errorf("%s: %q for %q: %q", rule, new, old, faults)
		}
	}
	check("O-8", "\r\nUID", "\nUID")
	check("O-8", "\r\nUID", "\r\n\r\nUID")
	check("O-8", "END:VCALENDAR\r\n", "END:VCALENDAR\r\n\r\n")
	check("O-9", "VERSION:2.0", "VERSION:1.0")
	check("O-9", "END:VEVENT\r\n", "END:VEVENT\r\nBEGIN:VEVENT\r\nUID:x@y\r\nEND:VEVENT\r\n")
	check("O-12", "STATUS:", "ATTACH;ENCODING=BASE64;VALUE=BINARY:QUJD\r\nSTATUS:")
	check("O-20", "METHOD:REQUEST", "METHOD:PUBLISH")
	check("O-20", "METHOD:REQUEST\r\nBEGIN:VEVENT", "BEGIN:VEVENT\r\nMETHOD:REQUEST")
	check("O-21", "RSVP=\r\n TRUE", "RSVP=\r\n FALSE")
	check("O-21", "PARTSTAT=ACCEPTED;", "")
	check("O-22", "ORGANIZER;CN=會辦:", "ORGANIZER:")
	check("O-23", "ORGANIZER;CN=會辦:mailto:meetings@example.com", "ORGANIZER;CN=a:mailto:LI.NA@example.com")
	check("O-24", ":mailto:meetings@", ":MAILTO:meetings@")
	check("O-25", "DTEND:20261127T023000Z", "DURATION:PT1H")
	check("O-25", "DTEND:20261127T023000Z", "DTEND:20261127T023000")
	check("O-27", "DTSTART:20261127T010000Z", "DTSTART;TZID=Asia/Shanghai:20261127T090000")
	check("O-27", "BEGIN:VEVENT", "BEGIN:VTIMEZONE\r\nTZID:X\r\nBEGIN:STANDARD\r\nTZOFFSETTO:+0800\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT")
	check("O-28", "SUMMARY:", "SUMMARY:"+strings.Repeat("a", 70))
	check("O-28", "產銷", "產\xe9\r\n \x8a\xb7")
	check("O-29", "SUMMARY:", "SUMMARY:\x07")
	check("O-29", "SUMMARY:", "junk\r\nSUMMARY:")
	check("O-30", "UID:", "UID:会 ")
	check("O-31", "LOCATION:", "X-LOCATION:")
	check("O-33", "ACTION:DISPLAY", "ACTION:EMAIL")
	check("O-33", "TRIGGER:-PT15M", "TRIGGER;VALUE=DATE-TIME:20261127T000000Z")
	check("O-35", "CUTYPE=INDIVIDUAL", "SCHEDULE-STATUS=1.2")
	check("§2.3", "STATUS:CONFIRMED", "STATUS:CANCELLED")
	check("§2.3", "METHOD:REQUEST", "METHOD:CANCEL")
	check("§2.3", "SEQUENCE:0\r\n", "")
	if faults := LintObject([]byte(strings.ReplaceAll(good, "ATTENDEE;", "X-A;"))); !slices.Contains(faults, "O-11: no ATTENDEE") {
		t.Error(faults)
	}
	if faults := LintObject([]byte("no calendar")); len(faults) == 0 {
		t.Error("no calendar is well")
	}
}
