package daemon

import (
	"cmp"
	"container/heap"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/huiban/huiban/calendar"
	"github.com/huiban/huiban/policies"
	"github.com/huiban/huiban/secretary"
)

// multitude is a company of three hundred people under all forty regulations, and the days it lives through: what wants to be
// woken, and who answers which letter when. Its desk is laid for each case as the store lays it, without a store.
type multitude struct {
	t        *testing.T
	rng      *rand.Rand
	desk     *secretary.Desk // people, policies and calendar; the cases lie below
	now      time.Time
	agenda   schedule
	wake     map[secretary.Case]time.Time
	series   map[string][]*secretary.Meeting
	byDay    map[secretary.Date][]*secretary.Meeting
	meetings map[secretary.MeetingID]*secretary.Meeting
	open     map[string]map[secretary.ItemID]*secretary.Item // by series
	owned    map[secretary.PersonID]map[secretary.ItemID]*secretary.Item
	owner    map[secretary.ItemID]secretary.PersonID
	keys     map[string]bool
	letters  int
	mails    map[secretary.PersonID]map[secretary.Date][]gotten // what each person got on a day
}

// gotten is what is remembered of a letter: a year of whole ones would fill the memory.
type gotten struct {
	about  secretary.Case
	kind   secretary.LetterKind
	reason string
	reply  bool // it answers a mail of the reader's
}

// coming is something that happens at a time: a case is woken, or a letter is answered.
type coming struct {
	at     time.Time
	c      secretary.Case
	letter *secretary.Letter
}

type schedule []coming

func (s schedule) Len() int { return len(s) }
func (s schedule) Less(i, j int) bool {
	return cmp.Or(s[i].at.Compare(s[j].at), cmp.Compare(s[i].c, s[j].c)) < 0
}
func (s schedule) Swap(i, j int) { s[i], s[j] = s[j], s[i] }
func (s *schedule) Push(x any)   { *s = append(*s, x.(coming)) }
func (s *schedule) Pop() any {
	last := (*s)[len(*s)-1]
	*s = (*s)[:len(*s)-1]
	return last
}

// begins is the first day of the year that is lived through: a Monday.
var begins = time.Date(2026, 1, 5, 0, 0, 0, 0, time.UTC)

// aMultitude hires everybody and puts every preset in force, with what the regulations leave open filled in differently for each.
func aMultitude(t *testing.T, seed uint64) *multitude {
	t.Helper()
	m := &multitude{
		t: t, rng: rand.New(rand.NewPCG(seed, 5)), now: begins, wake: map[secretary.Case]time.Time{}, series: map[string][]*secretary.Meeting{}, byDay: map[secretary.Date][]*secretary.Meeting{},
		meetings: map[secretary.MeetingID]*secretary.Meeting{}, open: map[string]map[secretary.ItemID]*secretary.Item{}, owned: map[secretary.PersonID]map[secretary.ItemID]*secretary.Item{},
		owner: map[secretary.ItemID]secretary.PersonID{}, keys: map[string]bool{}, mails: map[secretary.PersonID]map[secretary.Date][]gotten{},
	}
	cal, err := calendar.New(calendar.Options{})
	if err != nil {
		t.Fatal(err)
	}
	m.desk = &secretary.Desk{
		Office: secretary.Office{Address: huiban, Domain: domain, Zone: "Asia/Shanghai", Lang: secretary.Hans}, Calendar: cal,
		Policies: map[string]*secretary.Policy{}, Current: map[string]string{}, Series: map[string]*secretary.Series{}, Folders: map[secretary.PersonID]*secretary.Folder{},
		Elsewhere: m.elsewhere,
	}
	numbers := map[string]int{}
	m.desk.Number = func(prefix string) int { numbers[prefix]++; return numbers[prefix] }
	kinds := map[string]bool{"office": true, "board": true}
	for _, u := range units {
		kinds[u] = true
	}
	for n, id := range policies.Presets() {
		p := m.preset(n, id)
		m.desk.Policies[id+"@1"], m.desk.Current[id] = p, id+"@1"
		for _, r := range refs(reflect.ValueOf(*p)) {
			if _, kind, ok := strings.Cut(string(r), ":"); ok && kind != "*" {
				kinds[kind] = true
			}
		}
	}
	m.hire(kinds)
	for id := range m.desk.Current {
		m.desk.OpenSeries(id, begins)
		m.wakeAt(secretary.SeriesCase(id), begins)
	}
	for id := range m.desk.Directory.People {
		m.wakeAt(secretary.PersonCase(id), begins)
	}
	return m
}

var (
	weeks  = []string{"FREQ=WEEKLY;BYDAY=MO", "FREQ=WEEKLY;BYDAY=TU", "FREQ=WEEKLY;BYDAY=WE", "FREQ=WEEKLY;BYDAY=TH", "FREQ=WEEKLY;BYDAY=FR"}
	months = []string{"FREQ=MONTHLY;BYMONTHDAY=8", "FREQ=MONTHLY;BYMONTHDAY=18", "FREQ=MONTHLY;BYDAY=1WE", "FREQ=MONTHLY;BYDAY=3TH", "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=20"}
	units  = []string{"sales", "production", "marketing", "operations", "quality", "finance", "project_sales", "planning"}
	shifts = []string{"earlier", "later", "skip", "keep", "ask"}
)

// preset is the n-th preset, filled in. What is called on demand is called once a month.
func (m *multitude) preset(n int, id string) *secretary.Policy {
	p, open := aPreset(m.t, id)
	src, err := policies.Preset(id)
	if err != nil {
		m.t.Fatal(err)
	}
	raw, _ := policies.Load(id, src)
	if slices.Contains(open, "schedule.rrule") {
		p.Schedule.RRule = weeks[n%len(weeks)]
	}
	if raw.Schedule.AdHoc || strings.Contains(raw.Schedule.RRule, "MONTHLY") && slices.Contains(open, "schedule.rrule") {
		p.Schedule.RRule = months[n%len(months)]
	}
	if slices.Contains(open, "schedule.start") || raw.Schedule.AdHoc {
		p.Schedule.Start = secretary.Clock{Hour: 9 + n%8, Minute: n % 2 * 30, Set: true}
	}
	if slices.Contains(open, "duration.planned") {
		p.Duration.Planned = secretary.Span{N: 60, Unit: secretary.Minutes}
	}
	for key, post := range map[string]*secretary.Ref{"convener": &p.Convener, "host": &p.Host, "recorder": &p.Recorder} {
		if slices.Contains(open, key) || *post == "head:office" || *post == "all:office" {
			*post = secretary.Ref(map[string]string{"convener": "head:", "host": "head:", "recorder": "rep:"}[key] + units[n%len(units)])
		}
	}
	if len(p.Roster) == 0 || p.Roster[0].Who == "all:office" {
		p.Roster = []secretary.RosterRule{{Who: secretary.Ref("all:" + units[n%len(units)])}}
	}
	p.Holiday.Shift = shifts[n%len(shifts)]
	p.Place = secretary.T(fmt.Sprintf("第%d会议室", n), "", "")
	return p
}

// hire fills each department with a head, a representative and staff, three hundred people in all, under one director; and a customer.
func (m *multitude) hire(kinds map[string]bool) {
	d := &secretary.Directory{People: map[secretary.PersonID]*secretary.Person{}, Departments: map[string]*secretary.Department{}}
	m.desk.Directory = d
	n := 0
	one := func(id, dept string, boss secretary.PersonID) {
		n++
		d.People[secretary.PersonID(id)] = &secretary.Person{
			ID: secretary.PersonID(id), Name: fmt.Sprintf("员工%03d", n), Email: id + "@" + domain, Department: dept, Manager: boss,
			Lang: []secretary.Lang{secretary.Hans, secretary.Hans, secretary.Hant, secretary.English}[n%4],
		}
	}
	one("director", "", "")
	var all []string
	for kind := range kinds {
		all = append(all, kind)
	}
	slices.Sort(all)
	for _, kind := range all {
		code := strings.ToUpper(kind)
		d.Order = append(d.Order, code)
		d.Departments[code] = &secretary.Department{Code: code, Kind: kind, Name: secretary.T(kind, kind, kind), Head: secretary.PersonID("head." + kind), Rep: secretary.PersonID("rep." + kind)}
		one("head."+kind, code, "director")
		one("rep."+kind, code, secretary.PersonID("head."+kind))
	}
	for n < 300 {
		kind := all[n%len(all)]
		one(fmt.Sprintf("p%03d", n), strings.ToUpper(kind), secretary.PersonID("head."+kind))
	}
	d.People["customer"] = &secretary.Person{ID: "customer", Name: "客户", Email: "li@customer.example", Lang: secretary.Hans, External: true}
	p := m.desk.Policies["MT-S3-4@1"]
	p.Roster = append(slices.Clone(p.Roster), secretary.RosterRule{Who: "customer"})
}

func (m *multitude) elsewhere(from, until time.Time) []*secretary.Meeting {
	var out []*secretary.Meeting
	for d := secretary.DateOf(from.UTC()).Add(-1); d <= secretary.DateOf(until.UTC()); d = d.Add(1) {
		for _, x := range m.byDay[d] {
			if (x.Stage == secretary.Planned || x.Stage == secretary.Noticed) && !x.Start.Before(from) && x.Start.Before(until) {
				out = append(out, x)
			}
		}
	}
	return out
}

func (m *multitude) wakeAt(c secretary.Case, at time.Time) {
	if delete(m.wake, c); at.IsZero() {
		return
	}
	m.wake[c] = at
	heap.Push(&m.agenda, coming{at: at, c: c})
}

// layOut lays a case on a desk, as the store does.
func (m *multitude) layOut(c secretary.Case) *secretary.Desk {
	d := *m.desk
	d.Series, d.Meetings, d.Items, d.Folders = map[string]*secretary.Series{}, map[secretary.MeetingID]*secretary.Meeting{}, map[secretary.ItemID]*secretary.Item{}, map[secretary.PersonID]*secretary.Folder{}
	kind, id, _ := strings.Cut(string(c), ":")
	switch kind {
	case "series":
		d.Series[id] = m.desk.Series[id]
		reach := m.now.AddDate(0, 0, -60)
		for _, x := range m.series[id] {
			if !x.Planned.Before(reach) {
				d.Meetings[x.ID] = x
			}
		}
	case "meeting":
		x := m.meetings[secretary.MeetingID(id)]
		d.Meetings[x.ID] = x
		if before := m.meetings[x.Previous]; before != nil {
			d.Meetings[before.ID] = before
		}
		for _, i := range m.open[m.desk.Policies[x.Policy].ID] {
			d.Items[i.ID] = i
		}
	case "person":
		for _, owner := range append(d.Directory.Subtree(secretary.PersonID(id)), secretary.PersonID(id)) {
			for _, i := range m.owned[owner] {
				d.Items[i.ID] = i
			}
		}
		for _, items := range m.open {
			for _, i := range items {
				if i.Supervisor == secretary.PersonID(id) {
					d.Items[i.ID] = i
				}
			}
		}
		if f := m.desk.Folders[secretary.PersonID(id)]; f != nil {
			d.Folders[f.Person] = f
		}
	}
	return &d
}

// putBack keeps what an event made.
func (m *multitude) putBack(d *secretary.Desk) {
	for id, x := range d.Meetings {
		old := m.meetings[id]
		if old == x {
			continue
		}
		m.meetings[id] = x
		policy := m.desk.Policies[x.Policy].ID
		m.series[policy] = append(slices.DeleteFunc(m.series[policy], func(o *secretary.Meeting) bool { return o.ID == id }), x)
		day := secretary.DateOf(x.Planned)
		m.byDay[day] = append(slices.DeleteFunc(m.byDay[day], func(o *secretary.Meeting) bool { return o.ID == id }), x)
	}
	for id, i := range d.Items {
		if m.open[i.Series] == nil {
			m.open[i.Series] = map[secretary.ItemID]*secretary.Item{}
		}
		delete(m.owned[m.owner[id]], id)
		m.owner[id] = i.Owner
		if m.owned[i.Owner] == nil {
			m.owned[i.Owner] = map[secretary.ItemID]*secretary.Item{}
		}
		m.open[i.Series][id], m.owned[i.Owner][id] = i, i
		if !i.Open() && m.now.Sub(i.DoneAt) > 15*24*time.Hour {
			delete(m.open[i.Series], id)
			delete(m.owned[i.Owner], id)
		}
	}
	for id, f := range d.Folders {
		m.desk.Folders[id] = f
	}
}

// live plays the days until then.
func (m *multitude) live(until time.Time) {
	for len(m.agenda) > 0 && !m.agenda[0].at.After(until) {
		e := heap.Pop(&m.agenda).(coming)
		if e.letter == nil && !m.wake[e.c].Equal(e.at) {
			continue // it is woken at another time now
		}
		if e.at.After(m.now) {
			m.now = e.at
		}
		d := m.layOut(e.c)
		var o *secretary.Outcome
		if e.letter != nil {
			o = secretary.Receive(d, e.c, m.reply(e.letter), m.now)
		} else {
			delete(m.wake, e.c)
			o = secretary.Wake(d, e.c, m.now)
		}
		m.putBack(d)
		m.take(o)
	}
	m.now = until
}

func (m *multitude) take(o *secretary.Outcome) {
	for _, e := range o.Journal {
		if e.What == "duties-do-not-end" {
			seen := map[string]int{}
			for _, x := range o.Journal {
				seen[x.What+" "+x.Before+" "+x.After]++
			}
			m.t.Fatalf("the duties of %s do not end: %v", e.Case, seen)
		}
	}
	for c, at := range o.Wake {
		if !at.IsZero() && !at.After(m.now) {
			m.t.Fatalf("%s wants to be woken at %s, which has passed", c, at)
		}
		m.wakeAt(c, at)
	}
	for _, c := range o.Poke {
		m.wakeAt(c, m.now)
	}
	for i := range o.Letters {
		m.post(&o.Letters[i])
	}
}
