package calendar

import (
	"strings"
	"testing"
	"time"

	"github.com/huiban/huiban/secretary"
)

// due is a letter with an entry for li's calendar.
func due(method string) *secretary.Letter {
	at := time.Date(2026, 11, 27, 8, 0, 0, 0, time.UTC)
	return &secretary.Letter{Key: "person:li.na/action/li.na/0", Kind: secretary.Action, To: li, Lang: secretary.Hans, Due: &secretary.DueView{
		UID: "PSC-20261127-3-0.due.huiban@example.com", Sequence: 2, Method: method, Due: "2026-12-31", Created: at, Stamp: at,
		Item: secretary.ItemView{Text: "更新交期表; 发各部门,\r\nATTENDEE:mailto:x@y", Result: "各部门确认", Meeting: secretary.T("产销协调会", "產銷協調會", "Coordination"), MeetingDay: "2026-11-27", Number: "20261127-PSC-PSM-01"},
	}}
}

// TestDueEntry holds imip O-25: a whole day with the day behind it as its end, filling no time, for its reader alone.
func TestDueEntry(t *testing.T) {
	for _, method := range []string{"REQUEST", "CANCEL"} {
		data, err := DueEntry(due(method), office, product)
		if err != nil {
			t.Fatal(err)
		}
		if faults := LintObject(data); faults != nil {
			t.Errorf("%v\n%s", faults, data)
		}
		root, err := readTree(data)
		if err != nil {
			t.Fatal(err)
		}
		e := components(root, "VEVENT")[0]
		for name, want := range map[string]string{
			"DTSTART": "20261231", "DTEND": "20270101", "TRANSP": "TRANSPARENT", "SEQUENCE": "2", "UID": "PSC-20261127-3-0.due.huiban@example.com",
			"X-MICROSOFT-CDO-BUSYSTATUS": "FREE", "STATUS": map[string]string{"REQUEST": "CONFIRMED", "CANCEL": "CANCELLED"}[method],
		} {
			if got := value(e, name); got != want {
				t.Errorf("%s of a %s is %q, want %q", name, method, got, want)
			}
		}
		if len(e.Props["ATTENDEE"]) != 1 || e.Props.Get("ATTENDEE").Params.Get("RSVP") != "FALSE" || len(components(e, "VALARM")) > 0 {
			t.Errorf("it asks or rings:\n%s", data)
		}
		if s := unescape(value(e, "SUMMARY")); !strings.HasPrefix(s, "到期：更新交期表; 发各部门") {
			t.Errorf("it is called %q", s)
		}
	}
}

func TestDueEntryLacks(t *testing.T) {
	for name, change := range map[string]func(*secretary.Letter){
		"entry":     func(l *secretary.Letter) { l.Due = nil },
		"method":    func(l *secretary.Letter) { l.Due.Method = "PUBLISH" },
		"day":       func(l *secretary.Letter) { l.Due.Due = "2026-02-30" },
		"stamp":     func(l *secretary.Letter) { l.Due.Stamp = time.Time{} },
		"reader":    func(l *secretary.Letter) { l.To.Email = "nobody" },
		"ourselves": func(l *secretary.Letter) { l.To.Email = office.Address },
	} {
		l := due("REQUEST")
		change(l)
		if data, err := DueEntry(l, office, product); err == nil {
			t.Errorf("%s: was written\n%s", name, data)
		}
	}
}

// TestLintDueEntry: what would stumble a calendar or disturb its owner is found.
func TestLintDueEntry(t *testing.T) {
	data, err := DueEntry(due("REQUEST"), office, product)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ old, new, want string }{
		{"DTEND;VALUE=DATE:20270101", "DTEND;VALUE=DATE:20261231", "O-25"},
		{"DTEND;VALUE=DATE:20270101", "DTEND:20270101T000000Z", "O-25"},
		{"TRANSPARENT", "OPAQUE", "O-25"},
		{"RSVP=FALSE", "RSVP=TRUE", "O-21"},
		{"ALLDAYEVENT:TRUE", "ALLDAYEVENT:FALSE", "O-25"},
		{"END:VEVENT", "ATTENDEE;PARTSTAT=NEEDS-ACTION;RSVP=FALSE:mailto:x@y\r\nEND:VEVENT", "O-21"},
		{"END:VEVENT", "BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT15M\r\nDESCRIPTION:x\r\nEND:VALARM\r\nEND:VEVENT", "O-33"},
	} {
		whole := strings.ReplaceAll(string(data), "\r\n ", "")
		broken := strings.Replace(whole, c.old, c.new, 1)
		if faults := strings.Join(LintObject([]byte(broken)), "; "); broken == whole || !strings.Contains(faults, c.want) {
			t.Errorf("%s instead of %s: %s", c.new, c.old, faults)
		}
	}
}
