package policies

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/huiban/huiban/calendar"
	"github.com/huiban/huiban/secretary"
	"golang.org/x/tools/txtar"
)

// TestFortyTypes: the schema can say of every meeting type what the regulations fix, without a fault and for a company
// that has the posts; and the secretary holds each on the days that the clause means, by the rule of its preset where the
// regulation gives one; where it does not, the rule is missing.
//
// S0-02, S1G-07, S1A-05, S1B-15, S1B-34, S1B-48, S1B-51, S1C-01, S1C-07, S1D-01, S1D-11, S1D-12, S1D-14, S1D-16,
// S1D-20, S1D-22, S1D-23, S1D-24, S1E-08, S1E-17, S1E-20, S1F-05, S1F-06, S1G-08, S1A-06, S2-07, S2-13, S2-19, S3-07,
// S3-47.
func TestFortyTypes(t *testing.T) {
	ar, err := txtar.ParseFile("testdata/types/forty.txtar")
	if err != nil || len(ar.Files) != 40 {
		t.Fatal(len(ar.Files), err)
	}
	cal, err := calendar.New(calendar.Options{})
	if err != nil {
		t.Fatal(err)
	}
	codes := map[string]string{}
	for _, f := range ar.Files {
		t.Run(f.Name, func(t *testing.T) {
			p, faults := Load(f.Name, f.Data)
			dir := staffed(p)
			for _, fault := range append(faults, Check(p, dir, cal)...) {
				t.Error(fault)
			}
			if p.ID != f.Name || codes[p.Code] != "" {
				t.Errorf("id %s, code %s of %s", p.ID, p.Code, codes[p.Code])
			}
			codes[p.Code] = p.ID
			shipped, _ := preset(t, p.ID)
			for _, fault := range Check(shipped, staffed(shipped), cal) {
				t.Error("the preset:", fault)
			}
			if r := shipped.Schedule.RRule; r != "" && r != p.Schedule.RRule || shipped.Schedule.AdHoc != p.Schedule.AdHoc && p.Kind != form {
				t.Errorf("the preset is held by %q, these days come from %q", r, p.Schedule.RRule)
			}
			if p.Holiday.Shift == "" {
				p.Holiday.Shift = "keep" // the days that the rule gives; what becomes of them on a day off, see shift_test.go
			}
			first, _, _ := strings.Cut(string(f.Data), "\n")
			checkDates(t, strings.TrimPrefix(first, "# "), p, dir, cal)
		})
	}
}

func checkDates(t *testing.T, want string, p *secretary.Policy, dir *secretary.Directory, cal secretary.Calendar) {
	t.Helper()
	switch open := slices.Contains(Missing(p), "schedule.rrule"); want {
	case "open":
		if !open {
			t.Error("the rule is not missing")
		}
		return
	case "ad hoc":
		if !p.Schedule.AdHoc || open {
			t.Error("it is not held on demand")
		}
		return
	}
	days := held(p, dir, cal)
	n, list, _ := strings.Cut(want, ": ")
	some := days[:min(len(days), len(strings.Fields(list)))]
	if got := fmt.Sprintf("%d: %s", len(days), strings.Join(some, " ")); got != n+": "+list {
		t.Errorf("held on\n%s, want\n%s", got, want)
	}
}

// held lists the days of 2026 on which the secretary calls the meeting, where nobody answers.
func held(p *secretary.Policy, dir *secretary.Directory, cal secretary.Calendar) []string {
	p = WithDefaults(p)
	p.Materials, p.Minutes.Required, p.Duration.Planned = secretary.MaterialsRule{}, "no", secretary.Span{N: 10, Unit: secretary.Minutes}
	if !p.Schedule.Start.Set {
		p.Schedule.Start = secretary.Clock{Hour: 9, Set: true}
	}
	desk := &secretary.Desk{
		Office: secretary.Office{Zone: "Asia/Shanghai"}, Calendar: cal, Directory: dir,
		Policies: map[string]*secretary.Policy{"p": p}, Current: map[string]string{p.ID: "p"}, Series: map[string]*secretary.Series{p.ID: {Policy: p.ID, First: "2026-01-01"}},
		Meetings: map[secretary.MeetingID]*secretary.Meeting{}, Items: map[secretary.ItemID]*secretary.Item{}, Folders: map[secretary.PersonID]*secretary.Folder{},
	}
	zone := cal.Zone("Asia/Shanghai")
	secretary.Plan(desk, time.Date(2025, 12, 20, 0, 0, 0, 0, zone), time.Date(2027, 1, 1, 0, 0, 0, 0, zone))
	var out []string
	for _, m := range desk.Meetings {
		if at := m.Start.In(zone); at.Year() == 2026 && (m.Stage != secretary.Cancelled || m.CancelWhy == "not-noticed") {
			out = append(out, at.Format("01-02"))
		}
	}
	slices.Sort(out)
	return out
}

// staffed is a company that has every post and person that p names.
func staffed(p *secretary.Policy) *secretary.Directory {
	d := &secretary.Directory{People: map[secretary.PersonID]*secretary.Person{}, Departments: map[string]*secretary.Department{}}
	hire := func(id string) {
		d.People[secretary.PersonID(id)] = &secretary.Person{ID: secretary.PersonID(id), Name: id, Email: id + "@corp.example"}
	}
	hire("boss")
	d.Departments["office"] = &secretary.Department{Code: "office", Kind: "office", Head: "boss"}
	d.People["boss"].Department = "office"
	refs := WithDefaults(p)
	for _, kind := range p.Concerned {
		refs.Archive.Readers = append(refs.Archive.Readers, secretary.Ref("rep:"+kind))
	}
	walkRefs(refs, func(_ string, r secretary.Ref, _ bool) {
		_, kind, found := strings.Cut(string(r), ":")
		switch {
		case found && kind != "*":
			hire("of." + kind)
			head := secretary.PersonID("of." + kind)
			d.Departments[kind] = &secretary.Department{Code: kind, Kind: kind, Head: head, Rep: head}
			d.People[head].Department = kind
		case !found && !slices.Contains(append(roles, above...), string(r)):
			hire(string(r))
			if strings.Contains(string(r), "@") {
				d.People[secretary.PersonID(r)].Email = string(r)
			}
		}
	})
	d.Order = slices.Sorted(maps.Keys(d.Departments))
	return d
}

// TestRulesOfTheYear: the rules that the regulations speak of, on the calendar of 2026.
func TestRulesOfTheYear(t *testing.T) {
	cal, err := calendar.New(calendar.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ why, schedule, want string }{
		{"the 15th and the 30th, in February the last day", "rrule: 'FREQ=MONTHLY;BYMONTHDAY=15,28,29,30;BYSETPOS=1,-1'", "24: 01-15 01-30 02-15 02-28 03-15 03-30 04-15 04-30"},
		{"the 15th and the last day", "rrule: 'FREQ=MONTHLY;BYMONTHDAY=15,-1'", "24: 01-15 01-31 02-15 02-28 03-15 03-31"},
		{"every second week, from the first day on", "rrule: FREQ=WEEKLY;INTERVAL=2;BYDAY=MO, from: 2026-01-05", "26: 01-05 01-19 02-02 02-16"},
		{"quarterly, in named months", "rrule: 'FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=15'", "4: 01-15 04-15 07-15 10-15"},
		{"twice a year, on a weekday", "rrule: 'FREQ=YEARLY;BYMONTH=3,9;BYDAY=1MO'", "2: 03-02 09-07"},
		{"yearly", "rrule: FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=20", "1: 12-20"},
		{"a series that ends", "rrule: FREQ=WEEKLY;BYDAY=WE, until: 2026-01-21", "3: 01-07 01-14 01-21"},
		{"every day but public holidays", "rrule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU'", "332: 01-04 01-05 01-06 01-07 01-08 01-09 01-10 01-11"},
		{"every day of the year", "rrule: FREQ=DAILY, workdays: all", "365: 01-01 01-02 01-03"},
	} {
		p := load(t, "convener: boss\nhost: boss\nrecorder: boss\nplace: R\nroster: [{who: boss}]\nagenda: {items: [{no: '1', title: X}]}\nschedule: {"+c.schedule+"}\n")
		if p.Holiday.Shift = "keep"; strings.Contains(c.why, "but public holidays") {
			p.Holiday.Shift = "skip"
		}
		t.Run(c.why, func(t *testing.T) { checkDates(t, c.want, p, staffed(p), cal) })
	}
}
