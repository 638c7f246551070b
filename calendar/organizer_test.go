package calendar

import (
	"strings"
	"testing"
)

// imip I-21, I-22: who is named as organizer, where anybody is. I-39: an RRULE in a REPLY is nothing to us.
func TestOrganizerOfAReply(t *testing.T) {
	for line, want := range map[string]string{
		"ORGANIZER;CN=会办:MAILTO:Meetings@Corp.Example": "meetings@corp.example",
		"ORGANIZER:/principals/users/1":                "",
		"ORGANIZER;EMAIL=a@b.example:/principals/1":    "a@b.example",
		"X-NONE:1": "",
	} {
		m, err := ReadMessage([]byte(strings.Join([]string{"BEGIN:VCALENDAR", "METHOD:REPLY", "BEGIN:VEVENT", "UID:1@x", line, "RRULE:FREQ=DAILY",
			"ATTENDEE;PARTSTAT=ACCEPTED:mailto:a@x.example", "END:VEVENT", "END:VCALENDAR"}, "\r\n")), nil)
		if err != nil || m.Organizer != want || len(m.Answers) != 1 || !m.Answers[0].Unnumbered {
			t.Errorf("%s: %+v, %v, want %q", line, m, err, want)
		}
	}
}
