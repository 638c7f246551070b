package calendar

import (
	"bytes"
	"fmt"
	"os/exec"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/emersion/go-ical"

	"github.com/huiban/huiban/secretary"
)

// planSample is a plan of two months with everything that a plan may hold.
func planSample() *secretary.PlanView {
	at := func(month time.Month, day, hour int) time.Time {
		return time.Date(2027, month, day, hour, 0, 0, 0, time.UTC)
	}
	day := func(id string, start time.Time, stage secretary.Stage) secretary.PlanDay {
		return secretary.PlanDay{ID: secretary.MeetingID(id), UID: id + ".huiban@corp.example", Stage: stage, Start: start, End: start.Add(90 * time.Minute), Planned: start}
	}
	moved := day("PSC-20270101", at(1, 4, 1), secretary.Noticed)
	moved.Planned, moved.Shift, moved.Sequence, moved.ShiftDay = at(1, 1, 1), "later", 2, secretary.T("元旦", "元旦", "New Year's Day")
	off := day("PSC-20270205", at(2, 5, 1), secretary.Cancelled)
	off.Why = "holiday"
	clash := day("PSC-20270108", at(1, 8, 1), secretary.Planned)
	clash.Clashes, clash.Place = true, secretary.T("食堂; 二楼, 东侧", "食堂", "Canteen")
	row := secretary.PlanRow{
		Month: "2027-01-01", Policy: "MT-S0-1", Title: secretary.T("产销协调会，年度\r\nATTENDEE:mailto:x@y.z", "產銷協調會", "Production-sales coordination"), Zone: "Asia/Shanghai",
		Place: secretary.T("一号会议室", "一號會議室", "Room 1"), URL: "https://meet.example/a?b=c,d", Host: secretary.Party{Name: "赵军"}, Convener: secretary.Party{Name: "陈静"},
		Departments: []secretary.Text{secretary.T("产销管理部", "產銷管理部", "Planning"), secretary.T("生产部", "生產部", "Production")}, Guests: true,
		Days: []secretary.PlanDay{moved, clash},
	}
	feb := row
	feb.Month, feb.Secret, feb.URL, feb.Days = "2027-02-01", true, "", []secretary.PlanDay{off}
	return &secretary.PlanView{From: "2027-01-01", Until: "2027-12-31", Made: time.Date(2026, 12, 1, 1, 0, 0, 0, time.UTC), Rows: []secretary.PlanRow{row, feb}}
}

func writePlan(t *testing.T, v *secretary.PlanView, lang secretary.Lang) []byte {
	t.Helper()
	office := secretary.Office{Company: secretary.T("远华精工", "遠華精工", "Yuanhua"), Address: "huiban@corp.example"}
	data, err := Plan(v, office, lang, Product)
	if err != nil {
		t.Fatal(err)
	}
	if faults := LintPlan(data); len(faults) > 0 {
		t.Fatalf("%s: %v", lang, faults)
	}
	return data
}

// A plan is data: one event for each meeting with the UID and SEQUENCE of its invitation, and nobody to answer (I-9).
func TestPlan(t *testing.T) {
	for _, lang := range secretary.Langs {
		data := writePlan(t, planSample(), lang)
		c, err := ical.NewDecoder(bytes.NewReader(data)).Decode()
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, e := range c.Children {
			got = append(got, strings.Join([]string{value(e, "UID"), value(e, "SEQUENCE"), value(e, "STATUS"), value(e, "DTSTART"), value(e, "CLASS")}, " "))
		}
		want := []string{
			"PSC-20270101.huiban@corp.example 2 CONFIRMED 20270104T010000Z PUBLIC", "PSC-20270108.huiban@corp.example 0 TENTATIVE 20270108T010000Z PUBLIC",
			"PSC-20270205.huiban@corp.example 0 CANCELLED 20270205T010000Z CONFIDENTIAL",
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q", lang, got)
		}
	}
	text := unescape(string(bytes.ReplaceAll(writePlan(t, planSample(), secretary.Hans), []byte("\r\n "), nil)))
	for _, want := range []string{"原定1月1日09:00，逢假日顺延", "与其他安排冲突", "食堂; 二楼, 东侧", "外部人员", "CATEGORIES:产销协调会"} {
		if !strings.Contains(text, want) {
			t.Errorf("it does not say %q:\n%s", want, text)
		}
	}
}

// Meetings under one invitation share its UID and are told apart by the start that the rule gives.
func TestPlanOfASeries(t *testing.T) {
	v := planSample()
	for i := range v.Rows[0].Days {
		d := &v.Rows[0].Days[i]
		d.UID, d.Recurs = "PSC-2027.huiban@corp.example", true
	}
	data := string(writePlan(t, v, secretary.Hans))
	for _, want := range []string{"RECURRENCE-ID:20270101T010000Z\r\n", "RECURRENCE-ID:20270108T010000Z\r\n"} {
		if strings.Count(data, want) != 1 {
			t.Errorf("no %s in\n%s", want, data)
		}
	}
}

// Two exports of one plan differ in nothing but their stamp.
func TestPlanIsStable(t *testing.T) {
	office := secretary.Office{}
	v := planSample()
	a, _ := Plan(v, office, secretary.English, Product)
	v.Made = v.Made.AddDate(0, 0, 1)
	b, _ := Plan(v, office, secretary.English, Product)
	if s := strings.ReplaceAll(string(b), "DTSTAMP:20261202T010000Z", "DTSTAMP:20261201T010000Z"); s != string(a) {
		t.Errorf("%s\n%s", a, b)
	}
}

func TestLintPlan(t *testing.T) {
	good := string(writePlan(t, planSample(), secretary.Hans))
	for _, c := range []struct{ old, new, want string }{
		{"VERSION:2.0", "VERSION:2.0\r\nMETHOD:PUBLISH", "I-9"},
		{"PSC-20270108.huiban", "PSC-20270101.huiban", "O-30"},
		{"CLASS:PUBLIC", "CLASS:PUBLIC\r\nATTENDEE:mailto:a@b.c", "I-9"},
		{"DTSTART:20270104T010000Z", "DTSTART:20270104T010000", "O-25"},
		{"STATUS:TENTATIVE", "STATUS:NEEDS-ACTION", "§2.3"},
		{"DTEND:20270104T023000Z\r\n", "", "O-25"},
		{"SUMMARY:", "SUMMARY" + strings.Repeat("x", 80) + ":", "O-28"},
		{"BEGIN:VEVENT", "BEGIN:VEVENT\r\nATTENDEE;CN=x", "O-29"},
	} {
		if got := LintPlan([]byte(strings.Replace(good, c.old, c.new, 1))); !slices.ContainsFunc(got, func(s string) bool { return strings.HasPrefix(s, c.want+":") }) {
			t.Errorf("%q → %q: %v, want %s", c.old, c.new, got, c.want)
		}
	}
}

// A year of forty daily meetings is more than a mail may bring in, and is written and looked over all the same.
func TestPlanOfManyMeetings(t *testing.T) {
	v := planSample()
	row := &v.Rows[0]
	one := row.Days[1]
	row.Days = nil
	for n := range 4_000 {
		d := one
		d.UID = fmt.Sprintf("N-%d@corp.example", n)
		row.Days = append(row.Days, d)
	}
	if data := writePlan(t, v, secretary.Hans); len(data) < maxBytes {
		t.Errorf("only %d bytes", len(data))
	}
}

// independent reads a calendar with Debian's python3-icalendar and, where it is there, libical, and prints what each found.
const independent = `
import sys, icalendar
data = sys.stdin.buffer.read()
c = icalendar.Calendar.from_ical(data)
for e in c.walk('VEVENT'):
    assert not e.errors, e.errors
    print('icalendar', e['UID'], e.decoded('DTSTART').strftime('%Y%m%dT%H%M%S%z'), e['STATUS'], e['SUMMARY'].replace('\n', ' '))
try:
    import gi
    gi.require_version('ICalGLib', '3.0')
    from gi.repository import ICalGLib as i
except Exception:
    sys.exit(0)
c = i.Component.new_from_string(data.decode())
assert c.count_errors() == 0 and c.is_valid()
e = c.get_first_component(i.ComponentKind.VEVENT_COMPONENT)
while e:
    print('libical', e.get_uid(), e.get_dtstart().as_ical_string(), e.get_summary().replace('\n', ' '))
    e = c.get_next_component(i.ComponentKind.VEVENT_COMPONENT)
`

// Python's icalendar and libical read what is written.
func TestOthersReadThePlan(t *testing.T) {
	const python = "/usr/bin/python3"
	if err := exec.Command(python, "-c", "import icalendar").Run(); err != nil {
		t.Skip("to run this, apt-get install python3-icalendar gir1.2-ical-3.0")
	}
	for _, lang := range secretary.Langs {
		cmd := exec.Command(python, "-c", independent)
		cmd.Stdin = bytes.NewReader(writePlan(t, planSample(), lang))
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("%s: %v\n%s", lang, err, out)
		}
		for _, want := range []string{"icalendar PSC-20270101.huiban@corp.example 20270104T010000+0000 CONFIRMED", "icalendar PSC-20270205.huiban@corp.example 20270205T010000+0000 CANCELLED"} {
			if !strings.Contains(string(out), want) {
				t.Errorf("%s: not read: %s\n%s", lang, want, out)
			}
		}
		if n := strings.Count(string(out), "libical PSC-"); n != 0 && n != 3 {
			t.Errorf("libical reads %d events\n%s", n, out)
		}
		t.Logf("%s", out)
	}
}
