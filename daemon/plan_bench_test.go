package daemon

import (
	"fmt"
	"testing"

	"github.com/huiban/huiban/calendar"
	"github.com/huiban/huiban/secretary"
)

// rhythms are how often the forty meeting types come together.
var rhythms = []string{
	"FREQ=WEEKLY;BYDAY=FR", "FREQ=WEEKLY;BYDAY=MO", "FREQ=WEEKLY;BYDAY=TU,TH,SA", "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE", "FREQ=MONTHLY;BYMONTHDAY=5",
	"FREQ=MONTHLY;BYMONTHDAY=15,28", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=10", "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=8", "FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR",
}

// corporation is 5,000 people in forty departments, and forty meeting types of thirty participants each.
func corporation(b *testing.B) *secretary.Desk {
	b.Helper()
	days, err := calendar.New(calendar.Options{})
	if err != nil {
		b.Fatal(err)
	}
	d := &secretary.Desk{
		Office:   secretary.Office{Name: secretary.T("会办", "會辦", "Huiban"), Address: huiban, Domain: domain, Zone: "Asia/Shanghai", Lang: secretary.Hans},
		Calendar: days, Directory: &secretary.Directory{People: map[secretary.PersonID]*secretary.Person{}, Departments: map[string]*secretary.Department{}},
		Policies: map[string]*secretary.Policy{}, Current: map[string]string{}, Series: map[string]*secretary.Series{},
		Meetings: map[secretary.MeetingID]*secretary.Meeting{}, Items: map[secretary.ItemID]*secretary.Item{}, Folders: map[secretary.PersonID]*secretary.Folder{},
	}
	numbers := map[string]int{}
	d.Number = func(prefix string) int { numbers[prefix]++; return numbers[prefix] }
	for n := range 5000 {
		id := secretary.PersonID(fmt.Sprintf("p%04d", n))
		d.Directory.People[id] = &secretary.Person{ID: id, Name: fmt.Sprintf("人%d", n), Email: string(id) + "@" + domain, Department: fmt.Sprintf("D%02d", n/125), Lang: secretary.Hans}
	}
	for n := range 40 {
		code, first := fmt.Sprintf("D%02d", n), n*125
		head := secretary.PersonID(fmt.Sprintf("p%04d", first))
		d.Directory.Order = append(d.Directory.Order, code)
		d.Directory.Departments[code] = &secretary.Department{Code: code, Kind: "production", Name: secretary.T(code, code, code), Head: head}
		p := regulation()
		p.ID, p.Code, p.Schedule.RRule, p.Roster = "MT-"+code, code, rhythms[n%len(rhythms)], nil
		p.Convener, p.Host, p.Recorder = secretary.Ref(head), secretary.Ref(fmt.Sprintf("p%04d", first+1)), secretary.Ref(fmt.Sprintf("p%04d", first+2))
		for k := range 30 {
			p.Roster = append(p.Roster, secretary.RosterRule{Who: secretary.Ref(fmt.Sprintf("p%04d", first+4*k))})
		}
		d.Policies[p.ID+"@1"], d.Current[p.ID] = p, p.ID+"@1"
		d.OpenSeries(p.ID, friday)
	}
	return d
}

// BenchmarkPlan plays a year of forty meeting types for 5,000 people forward: every letter that would go out if nobody
// answered.
func BenchmarkPlan(b *testing.B) {
	letters, meetings := 0, map[secretary.MeetingID]bool{}
	for b.Loop() {
		d := corporation(b)
		for _, c := range secretary.Plan(d, friday, friday.AddDate(1, 0, 0)) {
			letters++
			if c.Letter.Meeting != nil {
				meetings[c.Letter.Meeting.ID] = true
			}
		}
	}
	if len(meetings) < 1000 {
		b.Errorf("only %d meetings", len(meetings))
	}
	b.ReportMetric(float64(len(meetings)), "meetings")
	b.ReportMetric(float64(letters)/float64(b.N), "letters/op")
	b.ReportMetric(float64(letters)/b.Elapsed().Seconds(), "letters/s")
}
