package calendar

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/emersion/go-ical"
	"github.com/teambition/rrule-go"

	"github.com/huiban/huiban/secretary"
)

// quarter is the invitation of li to the Fridays of a quarter: one was moved, one is a holiday, of one somebody else is part.
func quarter() *secretary.Letter {
	l := letter()
	m := l.Meeting
	m.ID, m.UID, m.Agenda = "PSC-2027Q1", "psc-2027q1.7f3a@example.com", nil
	m.Start = time.Date(2027, 1, 1, 1, 0, 0, 0, time.UTC)
	m.End, m.Planned = m.Start.Add(90*time.Minute), m.Start
	m.Series = &secretary.SeriesView{Rule: "FREQ=WEEKLY;BYDAY=FR;UNTIL=20270326T010000Z"}
	for n := range 13 {
		at := m.Start.AddDate(0, 0, 7*n)
		d := secretary.DateView{Planned: at, Start: at, End: at.Add(90 * time.Minute), Place: m.Place}
		switch n {
		case 0:
			d.Start, d.End, d.Apart, d.Seats = at.AddDate(0, 0, -1), at.AddDate(0, 0, -1).Add(time.Hour), true, m.Seats
		case 6:
			m.Series.Out = append(m.Series.Out, secretary.OutView{Planned: at, Why: "holiday"})
			continue
		case 8:
			d.Apart, d.Sequence, d.Seats = true, 2, append(slices.Clone(m.Seats), secretary.SeatView{Party: secretary.Party{Name: "何平", Email: "he@example.com"}})
		}
		m.Series.Dates = append(m.Series.Dates, d)
	}
	return l
}

func TestSeriesObjects(t *testing.T) {
	moved := letter()
	moved.Meeting.Recurrence, moved.Meeting.Sequence = moved.Meeting.Start.AddDate(0, 0, -3), 1
	off := letter()
	off.Meeting.Recurrence, off.Meeting.Sequence, off.Meeting.Method = off.Meeting.Start, 1, "CANCEL"
	called := quarter()
	called.Meeting.Method, called.Meeting.Sequence = "CANCEL", 1
	for name, l := range map[string]*secretary.Letter{"series": quarter(), "series-moved": moved, "series-date-off": off, "series-off": called} {
		data, err := Request(l, office, product)
		if err != nil {
			t.Fatal(err)
		}
		compareBytes(t, data, "testdata/objects/"+name+".ics")
		if faults := LintObject(data); faults != nil {
			t.Errorf("%s: %s", name, strings.Join(faults, "\n"))
		}
		if _, err := ical.NewDecoder(bytes.NewReader(data)).Decode(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestIncompleteSeries(t *testing.T) {
	for name, spoil := range map[string]func(*secretary.MeetingView){
		"no dates": func(m *secretary.MeetingView) { m.Series.Dates = nil },
		"no rule":  func(m *secretary.MeetingView) { m.Series.Rule = "" },
		"no zone":  func(m *secretary.MeetingView) { m.Zone = "" },
	} {
		l := quarter()
		spoil(l.Meeting)
		if data, err := Request(l, office, product); err == nil {
			t.Errorf("%s: %s", name, data)
		}
	}
	l := quarter() // UTC needs no definition
	l.Meeting.Zone = "UTC"
	data, err := Request(l, office, product)
	if err != nil || bytes.Contains(data, []byte("TZID")) || LintObject(data) != nil {
		t.Errorf("%v %v\n%s", err, LintObject(data), data)
	}
}

func TestLintSeries(t *testing.T) {
	data, err := Request(quarter(), office, product)
	if err != nil {
		t.Fatal(err)
	}
	check := func(rule, old, new string) {
		t.Helper()
		bad := strings.Replace(string(data), old, new, 1)
		if bad == string(data) {
			t.Fatalf("%q does not occur", old)
		}
		if faults := LintObject([]byte(bad)); !slices.ContainsFunc(faults, func(f string) bool { return strings.HasPrefix(f, rule+": ") }) {
			t.Errorf("%s: %q for %q: %q", rule, new, old, faults)
		}
	}
	check("§2.3", ";UNTIL=20270326T010000Z", "")
	check("§2.3", ";UNTIL=20270326T010000Z", ";UNTIL=20270326T090000")
	check("§2.3", "RRULE:FREQ", "RRULE:FREAK")
	check("§2.3", "BYDAY=FR", "BYDAY=TH")
	check("§2.3", "EXDATE;TZID=Asia/Shanghai:20270212T090000", "EXDATE;TZID=Asia/Shanghai:20270212T100000")
	check("§2.3", "EXDATE;TZID=Asia/Shanghai:20270212T090000", "EXDATE;TZID=Asia/Shanghai:20270226T090000")
	check("O-26", "EXDATE;TZID=Asia/Shanghai:20270212T090000", "EXDATE:20270212T010000Z")
	check("§2.3", "RECURRENCE-ID;TZID=Asia/Shanghai:20270101T090000\r\n", "")
	check("O-9", "RECURRENCE-ID;TZID=Asia/Shanghai:20270101T090000\r\n", "RRULE:FREQ=DAILY;COUNT=2\r\n")
	check("O-27", "BEGIN:VTIMEZONE\r\nTZID:Asia/Shanghai", "BEGIN:VTIMEZONE\r\nTZID:Asia/Urumqi")
}

// called lays a policy with one invitation on an empty desk and wakes it until the invitation is out.
func called(t *testing.T, p *secretary.Policy) (*secretary.Desk, *secretary.Letter) {
	t.Helper()
	cal, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	people := map[secretary.PersonID]*secretary.Person{}
	for _, id := range []secretary.PersonID{"wang", "li"} {
		people[id] = &secretary.Person{ID: id, Name: string(id), Email: string(id) + "@example.com"}
	}
	p.ID, p.Code, p.Host, p.Convener, p.Roster = "T", "T", "wang", "wang", []secretary.RosterRule{{Who: "li"}}
	p.Title, p.Place = secretary.T("例会", "例會", "Meeting"), secretary.T("一号会议室", "", "")
	d := &secretary.Desk{
		Office: office, Calendar: cal, Directory: &secretary.Directory{People: people, Departments: map[string]*secretary.Department{}},
		Policies: map[string]*secretary.Policy{"T@1": p}, Current: map[string]string{"T": "T@1"}, Items: map[secretary.ItemID]*secretary.Item{},
		Series:   map[string]*secretary.Series{"T": {Policy: "T", First: p.Schedule.From}},
		Meetings: map[secretary.MeetingID]*secretary.Meeting{}, Folders: map[secretary.PersonID]*secretary.Folder{},
	}
	for now := p.Schedule.From.At(secretary.Clock{}, time.UTC); !now.IsZero(); {
		out := secretary.Wake(d, "series:T", now)
		for i := range out.Letters {
			if l := &out.Letters[i]; l.To.ID == "li" && l.Meeting.Series != nil {
				return d, l
			}
		}
		now = out.Wake["series:T"]
	}
	t.Fatalf("no invitation went out for %s", p.Schedule.RRule)
	return nil, nil
}

// rules are those of the forty types and the odd ones of clauses §2, over the holidays of 2026.
var rules = []string{
	"FREQ=WEEKLY;BYDAY=FR", "FREQ=WEEKLY;BYDAY=TU,TH,SA", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", "FREQ=DAILY", "FREQ=MONTHLY;BYMONTHDAY=1,15",
	"FREQ=MONTHLY;BYMONTHDAY=29,30", "FREQ=MONTHLY;BYDAY=1MO,3MO", "FREQ=MONTHLY;BYDAY=-1FR", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
	"FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=10", "FREQ=WEEKLY;BYDAY=WE;UNTIL=20261001", "FREQ=WEEKLY;BYDAY=WE;COUNT=20", "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=25",
}

// TestExpansion: what any calendar program makes of the invitation is exactly the meetings, whatever the rule, the zone
// and what becomes of holidays.
func TestExpansion(t *testing.T) {
	for _, rule := range rules {
		for _, zone := range []string{"Asia/Shanghai", "America/New_York", "Australia/Lord_Howe"} {
			for _, shift := range []string{"earlier", "later", "skip", "keep"} {
				p := &secretary.Policy{Timezone: zone, Holiday: secretary.HolidayRule{Shift: shift}}
				p.Schedule = secretary.Schedule{RRule: rule, Start: secretary.Clock{Hour: 9, Set: true}, From: "2026-01-01", Workdays: "company"}
				p.Duration.Planned, p.Notice.Series = secretary.Span{N: 45, Unit: secretary.Minutes}, "year"
				d, l := called(t, p)
				data, err := Request(l, office, product)
				if err != nil {
					t.Fatal(rule, err)
				}
				if faults := LintObject(data); faults != nil {
					t.Errorf("%s in %s: %s", rule, zone, faults[0])
				}
				want, got := plannedStarts(d), expanded(t, data)
				if !slices.Equal(got, want) {
					t.Errorf("%s in %s, %s: %d dates for %d meetings\n%v\n%v", rule, zone, shift, len(got), len(want), got, want)
				}
			}
		}
	}
}

// planned lists the meetings of a desk that are held.
func plannedStarts(d *secretary.Desk) []string {
	var out []string
	for _, m := range d.Meetings {
		if m.Stage != secretary.Cancelled && m.Run != "" {
			out = append(out, m.Start.Format(time.RFC3339)+" "+m.End.Format(time.RFC3339))
		}
	}
	slices.Sort(out)
	return out
}

// expanded lists what a calendar program shows: RFC 5545 §3.8.5 as rrule-go and this test read it.
func expanded(t *testing.T, data []byte) []string {
	t.Helper()
	c, err := ical.NewDecoder(bytes.NewReader(data)).Decode()
	if err != nil {
		t.Fatal(err)
	}
	shown := map[time.Time]string{}
	zones := zonesOf(c.Component, nil)
	for _, e := range components(c.Component, ical.CompEvent) {
		start, end := *zones.of(e, ical.PropDateTimeStart), *zones.of(e, ical.PropDateTimeEnd)
		if id := zones.of(e, ical.PropRecurrenceID); id != nil {
			shown[*id] = start.Format(time.RFC3339) + " " + end.Format(time.RFC3339)
			continue
		}
		p := e.Props.Get(ical.PropDateTimeStart)
		set, err := rrule.StrToRRuleSet("DTSTART;TZID=" + p.Params.Get("TZID") + ":" + p.Value + "\nRRULE:" + value(e, ical.PropRecurrenceRule))
		if err != nil {
			t.Fatal(err)
		}
		for i := range e.Props[ical.PropExceptionDates] {
			x := e.Props[ical.PropExceptionDates][i]
			set.ExDate(*zones.instant(x.Value, x.Params.Get("TZID")))
		}
		for _, at := range set.All() {
			shown[at.UTC()] = at.UTC().Format(time.RFC3339) + " " + at.Add(end.Sub(start)).UTC().Format(time.RFC3339)
		}
	}
	var out []string
	for _, s := range shown {
		out = append(out, s)
	}
	slices.Sort(out)
	return out
}

// python is Debian's, which has Debian's packages.
const python = "/usr/bin/python3"

// dateutil expands what it reads from stdin with Python's dateutil and its own zone data, one UTC start a line.
const dateutil = `
import sys, zoneinfo
from dateutil.rrule import rrulestr
zone = zoneinfo.ZoneInfo(sys.argv[1])
for d in rrulestr(sys.stdin.read(), tzids=lambda name: zone, forceset=True):
    print(d.astimezone(zoneinfo.ZoneInfo("UTC")).strftime("%Y-%m-%dT%H:%M:%SZ"))
`

// TestExpansionByDateutil has a reader that is none of ours expand the rule and what falls out of it.
func TestExpansionByDateutil(t *testing.T) {
	if err := exec.CommandContext(t.Context(), python, "-c", "import dateutil, zoneinfo").Run(); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal("there is no python3-dateutil")
		}
		t.Skip("there is no python3-dateutil; run: sudo .ci/servers.sh install")
	}
	for _, rule := range rules {
		p := &secretary.Policy{Timezone: "America/New_York", Holiday: secretary.HolidayRule{Shift: "skip"}}
		p.Schedule = secretary.Schedule{RRule: rule, Start: secretary.Clock{Hour: 9, Set: true}, From: "2026-01-01", Workdays: "company"}
		p.Duration.Planned, p.Notice.Series = secretary.Span{N: 45, Unit: secretary.Minutes}, "year"
		d, l := called(t, p)
		data, err := Request(l, office, product)
		if err != nil {
			t.Fatal(err)
		}
		var in strings.Builder
		for _, line := range unfold(data) {
			if name, _, _ := strings.Cut(line, ":"); strings.HasPrefix(name, "DTSTART;TZID") || name == "RRULE" || strings.HasPrefix(name, "EXDATE") {
				fmt.Fprintln(&in, line)
			}
		}
		cmd := exec.CommandContext(t.Context(), python, "-c", dateutil, p.Timezone)
		cmd.Stdin = strings.NewReader(in.String())
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("%s: %v\n%s", rule, err, out)
		}
		var want []string
		for _, m := range plannedStarts(d) {
			start, _, _ := strings.Cut(m, " ")
			want = append(want, start)
		}
		if got := strings.Fields(string(out)); !slices.Equal(got, want) {
			t.Errorf("%s: %d dates for %d meetings\n%v\n%v", rule, len(got), len(want), got, want)
		}
	}
}

// TestSeriesRoundTrip sends our own invitation back as a REPLY: all of the series and each exception is read, in the zone
// of the series, in UTC or under a Windows name (imip I-37).
func TestSeriesRoundTrip(t *testing.T) {
	data, err := Request(quarter(), office, product)
	if err != nil {
		t.Fatal(err)
	}
	for _, zone := range [][2]string{{"", ""}, {"TZID=Asia/Shanghai", "TZID=China Standard Time"}, {"TZID:Asia/Shanghai", "TZID:X"}} {
		reply := strings.ReplaceAll(strings.Replace(string(data), "METHOD:REQUEST", "METHOD:REPLY", 1), zone[0], zone[1])
		m, err := ReadMessage([]byte(reply), nil)
		if err != nil || len(m.Answers) != 5+5+6 {
			t.Fatalf("%v %+v", err, m)
		}
		want := quarter().Meeting.Series.Dates[0].Planned
		if m.Answers[0].RecurrenceID != nil || m.Answers[5].RecurrenceID == nil || !m.Answers[5].RecurrenceID.Equal(want) || m.Answers[10].Sequence != 2 {
			t.Errorf("%v: %+v", zone, m.Answers)
		}
	}
}
