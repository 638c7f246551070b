package calendar

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/huiban/huiban/secretary"
)

// request is an invitation with these lines in its event.
func request(lines ...string) string {
	head := []string{"BEGIN:VCALENDAR", "VERSION:2.0", "METHOD:REQUEST"}
	event := append([]string{"BEGIN:VEVENT", "UID:x@y", "DTSTAMP:20261120T010000Z"}, lines...)
	return strings.Join(append(append(head, event...), "END:VEVENT", "END:VCALENDAR", ""), "\r\n")
}

func invitedBy(t *testing.T, data string) secretary.CalendarEvent {
	t.Helper()
	m, err := ReadMessage([]byte(data), shanghai(t))
	if err != nil || len(m.Events) != 1 || !m.Invites() {
		t.Fatalf("read as %+v, %v", m, err)
	}
	return m.Events[0]
}

// TestInvitationTimes: the instant, and the zone in which a series keeps its hour.
func TestInvitationTimes(t *testing.T) {
	for _, c := range []struct{ lines, want string }{
		{"DTSTART:20261202T060000Z|DTEND:20261202T073000Z", "2026-12-02T06:00:00Z 1h30m0s UTC"},
		{"DTSTART;TZID=China Standard Time:20261202T140000|DURATION:PT90M", "2026-12-02T06:00:00Z 1h30m0s Asia/Shanghai"},
		{"DTSTART;TZID=W. Europe Standard Time:20260702T140000|DTEND;TZID=W. Europe Standard Time:20260702T150000", "2026-07-02T12:00:00Z 1h0m0s Europe/Berlin"},
		{"DTSTART;TZID=Unheard:20261202T140000|DTEND;TZID=Unheard:20261202T140000", "2026-12-02T06:00:00Z 0s Asia/Shanghai"},
		{`DTSTART;TZID="(UTC+05:00) Somewhere":20261202T140000`, "2026-12-02T09:00:00Z 0s Etc/GMT-5"},
		{"DTSTART;VALUE=DATE:20261202|DTEND;VALUE=DATE:20261203", "2026-12-01T16:00:00Z 24h0m0s Asia/Shanghai all day"},
		{"DTSTART:20261202|X-A:B", "2026-12-01T16:00:00Z 0s Asia/Shanghai all day"},
		{"X-A:B", "0001-01-01T00:00:00Z 0s "},
	} {
		e := invitedBy(t, request(strings.Split(c.lines, "|")...))
		length := e.End.Sub(e.Start)
		if e.End.IsZero() {
			length = 0
		}
		got := fmt.Sprintf("%s %s %s", e.Start.Format(time.RFC3339), length, e.Zone)
		if e.AllDay {
			got += " all day"
		}
		if got != c.want {
			t.Errorf("%s is %s, want %s", c.lines, got, c.want)
		}
	}
}

// TestInvitationPeople: who is invited by which address, each once, without rooms; a name cannot hold lines.
func TestInvitationPeople(t *testing.T) {
	e := invitedBy(t, request("DTSTART:20261202T060000Z", `ORGANIZER;CN="陈静";SENT-BY="mailto:Sun.Li@corp.test":MAILTO:Chen@Corp.test`,
		"ATTENDEE;RSVP=TRUE;PARTSTAT=ACCEPTED:mailto:a@x", "ATTENDEE:mailto:A@x", "ATTENDEE;CUTYPE=ROOM:mailto:room@x",
		`ATTENDEE;ROLE=OPT-PARTICIPANT;CN="B^nBcc: c@x";EMAIL=b@x:/principals/b`, "ATTENDEE:invalid:nomail", "RRULE:FREQ=WEEKLY;",
		"EXDATE:20261209T060000Z,20261216T060000Z", "RDATE;VALUE=PERIOD:20261218T060000Z/PT1H", "LOCATION:三楼\\n会议室",
		"X-MICROSOFT-SKYPETEAMSMEETINGURL:https://teams.example/x", "STATUS:cancelled", "SEQUENCE:3"))
	got := fmt.Sprintf("%+v", e.Attendees)
	if want := "[{Address:a@x Name: SentBy: PartStat:ACCEPTED Optional:false RSVP:true} {Address:b@x Name:B Bcc: c@x SentBy: PartStat:NEEDS-ACTION Optional:true RSVP:false}]"; got != want {
		t.Errorf("invited are %s", got)
	}
	if o := e.Organizer; o.Address != "chen@corp.test" || o.SentBy != "sun.li@corp.test" || o.Name != "陈静" {
		t.Errorf("the organizer is %+v", o)
	}
	if len(e.Except) != 2 || len(e.Dates) != 1 || e.Rule != "FREQ=WEEKLY" || e.Place != "三楼 会议室" || e.URL != "https://teams.example/x" || !e.Cancelled || e.Sequence != 3 {
		t.Errorf("read as %+v", e)
	}
}

// Apple ends the rules of Asia/Shanghai in 1991; the offset is that of the last of them.
func TestZoneWhoseRulesHaveEnded(t *testing.T) {
	zone := strings.Join([]string{"BEGIN:VTIMEZONE", "TZID:Made Up", "BEGIN:STANDARD", "TZOFFSETFROM:+0900", "RRULE:FREQ=YEARLY;UNTIL=19910914T170000Z;BYMONTH=9;BYDAY=3SU",
		"DTSTART:19890917T020000", "TZOFFSETTO:+0800", "END:STANDARD", "BEGIN:DAYLIGHT", "TZOFFSETFROM:+0800", "DTSTART:19910414T020000", "TZOFFSETTO:+0900",
		"RDATE:19910414T020000", "END:DAYLIGHT", "END:VTIMEZONE", "BEGIN:VEVENT"}, "\r\n")
	for wall, want := range map[string]string{"20261202T140000": "06:00", "19910701T140000": "05:00", "19911001T140000": "06:00"} {
		e := invitedBy(t, strings.Replace(request("DTSTART;TZID=Made Up:"+wall), "BEGIN:VEVENT", zone, 1))
		if got := e.Start.Format("15:04"); got != want {
			t.Errorf("%s is %s, want %s", wall, got, want)
		}
	}
}

// adopted is a letter that answers an invitation to li's meeting.
func adopted() *secretary.Letter {
	l := letter()
	l.Meeting.Method = "REPLY"
	l.Meeting.Adopted = &secretary.AdoptedView{
		UID: "040000008200E00074C5B7101A82E0080000000010B7D9CFA35ADD01000000000000000010000000A7D5C1E9B7F34C4D8E0C2F6A1B3C5D7E", Sequence: 4,
		Organizer: secretary.CalendarPerson{Address: "li.na@example.com", Name: "李娜\r\nATTENDEE:mailto:x@y"}, Invited: "meetings@example.com", Start: l.Meeting.Start, End: l.Meeting.End,
	}
	return l
}

// TestAnswerToAnInvitation: it says that we come, and nothing about anybody else; and it reads back as that.
func TestAnswerToAnInvitation(t *testing.T) {
	l := adopted()
	data, err := Accept(l, office, product)
	if err != nil {
		t.Fatal(err)
	}
	if faults := LintAnswer(data, office.Address); faults != nil {
		t.Errorf("%v\n%s", faults, data)
	}
	m, err := ReadMessage(data, nil)
	if err != nil || m.Method != "REPLY" || m.UID != l.Meeting.Adopted.UID || len(m.Answers) != 1 {
		t.Fatalf("reads as %+v, %v", m, err)
	}
	if a := m.Answers[0]; a.Attendee != "meetings@example.com" || a.PartStat != "ACCEPTED" || a.Sequence != 4 || a.RecurrenceID != nil {
		t.Errorf("reads as %+v", a)
	}
	at := l.Meeting.Start
	l.Meeting.Adopted.Recurrence = at
	if data, err = Accept(l, office, product); err != nil {
		t.Fatal(err)
	}
	if m, _ = ReadMessage(data, nil); m.Answers[0].RecurrenceID == nil || !m.Answers[0].RecurrenceID.Equal(at) {
		t.Errorf("the one occurrence reads as %+v", m.Answers[0])
	}
}

// TestNothingElseIsSentForAnAdoptedMeeting: no invitation, cancellation or refusal of ours can even be written.
func TestNothingElseIsSentForAnAdoptedMeeting(t *testing.T) {
	for _, method := range methods {
		l := adopted()
		l.Meeting.Method = method
		if data, err := Request(l, office, product); err == nil {
			t.Errorf("a %s was written:\n%s", method, data)
		}
		if data, err := Accept(l, office, product); err == nil {
			t.Errorf("an answer was written for a %s:\n%s", method, data)
		}
	}
	if data, err := DeclineCounter(adopted(), office, product); err == nil {
		t.Errorf("a refusal was written:\n%s", data)
	}
	if _, err := Accept(letter(), office, product); err == nil {
		t.Error("a meeting of ours was answered")
	}
}

func TestLintAnswer(t *testing.T) {
	data, err := Accept(adopted(), office, product)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ old, new, want string }{
		{"METHOD:REPLY", "METHOD:REQUEST", "O-20"},
		{"PARTSTAT=ACCEPTED", "PARTSTAT=DECLINED", "PARTSTAT"},
		{"mailto:meetings@", "mailto:somebody@", "I-27"},
		{"mailto:li.na@", "mailto:meetings@", "O-23"},
		{"SEQUENCE:4\r\n", "", "SEQUENCE"},
		{"END:VEVENT\r\n", "ATTENDEE:mailto:third@x\r\nEND:VEVENT\r\n", "2 ATTENDEE"},
	} {
		broken := strings.Replace(string(data), c.old, c.new, 1)
		if faults := strings.Join(LintAnswer([]byte(broken), office.Address), "; "); broken == string(data) || !strings.Contains(faults, c.want) {
			t.Errorf("%s instead of %s: %s", c.new, c.old, faults)
		}
	}
}
