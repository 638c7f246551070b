package secretary

import (
	"cmp"
	"slices"
	"time"
)

// FiguresView is how it went with the meetings of one type, or for the people of one department (S0-91, S1E-01).
type FiguresView struct {
	Code     string `json:"code"` // policy id or department code
	Name     Text   `json:"name"`
	Meetings int    `json:"meetings"` // held

	Wanted    int `json:"wanted"`  // participants whose attendance is on record, optional ones aside
	Present   int `json:"present"` // in time or not
	Late      int `json:"late"`    //
	LeftEarly int `json:"left_early"`
	Delegated int `json:"delegated"`
	Leave     int `json:"leave"`
	Absent    int `json:"absent"`

	Papers        int `json:"papers"`         // owed
	PapersLate    int `json:"papers_late"`    //
	PapersMissing int `json:"papers_missing"` //

	Minutes       int `json:"minutes"`         // whose deadline is over or that are there
	MinutesOnTime int `json:"minutes_on_time"` //
	Resolutions   int `json:"resolutions"`     //

	Items        int `json:"items"` // due in these days
	Closed       int `json:"closed"`
	ClosedOnTime int `json:"closed_on_time"`

	Efficiency
}

// LoadView is how much of somebody's time meetings took (S1B-02).
type LoadView struct {
	Who      Party `json:"who"`
	Meetings int   `json:"meetings"`
	Minutes  int   `json:"minutes"`
}

// held lists the meetings of these days that took place and that the reader may see, by start.
func (r *reporter) held() []*Meeting {
	var out []*Meeting
	for _, id := range sortedKeys(r.Meetings) {
		m := r.Meetings[id]
		if r.within(m.Start) && m.Stage != Planned && m.Stage != Cancelled && !m.End.After(r.now) && r.open(m) {
			out = append(out, m)
		}
	}
	slices.SortStableFunc(out, func(a, b *Meeting) int { return a.Start.Compare(b.Start) })
	return out
}

// byType gives the figures of each meeting type, in order of their ids.
func (r *reporter) byType(held []*Meeting) []FiguresView {
	rows := map[string]*FiguresView{}
	row := func(id string, name Text) *FiguresView {
		if rows[id] == nil {
			rows[id] = &FiguresView{Code: id, Name: name}
		}
		return rows[id]
	}
	for _, m := range held {
		p := r.policy(m)
		f := row(p.ID, p.Title)
		f.Meetings++
		for _, a := range r.presence(m) {
			f.attend(a)
		}
		for i := range m.Materials {
			f.paper(&m.Materials[i], p.Materials.Cutoff.Before(r.Calendar, r.begin(m)))
		}
		r.countMinutes(f, m, p)
		f.efficient(r.efficiency(m, p))
	}
	for _, i := range r.dueItems() {
		if f := rows[i.Series]; f != nil || r.all {
			r.countItem(row(i.Series, i.MeetingName), i)
		}
	}
	return inOrder(rows, sortedKeys(rows))
}

// byDepartment gives the figures of each department's people, in the company's order.
func (r *reporter) byDepartment(held []*Meeting) []FiguresView {
	rows := map[string]*FiguresView{}
	row := func(code string) *FiguresView {
		dep := r.Directory.Departments[code]
		if dep == nil {
			return &FiguresView{} // from outside, or a department that is no more
		}
		if rows[code] == nil {
			rows[code] = &FiguresView{Code: code, Name: dep.Name}
		}
		return rows[code]
	}
	for _, m := range held {
		p, there := r.policy(m), map[string]bool{}
		for _, a := range r.presence(m) {
			row(r.departmentOf(a.ID)).attend(a)
		}
		for _, s := range m.Seats {
			if !s.Removed && !there[s.Department] {
				there[s.Department] = true
				row(s.Department).Meetings++
			}
		}
		for i := range m.Materials {
			row(m.Materials[i].Department).paper(&m.Materials[i], p.Materials.Cutoff.Before(r.Calendar, r.begin(m)))
		}
	}
	for _, i := range r.dueItems() {
		r.countItem(row(i.Department), i)
	}
	return inOrder(rows, r.Directory.Order)
}

func (t *turn) departmentOf(id PersonID) string {
	if p := t.Directory.Person(id); p != nil {
		return p.Department
	}
	return ""
}

func inOrder(rows map[string]*FiguresView, order []string) []FiguresView {
	out := []FiguresView{}
	for _, k := range order {
		if rows[k] != nil {
			out = append(out, *rows[k])
		}
	}
	return out
}

// attend counts one participant.
func (f *FiguresView) attend(a AttendanceView) {
	f.Wanted++
	switch a.State {
	case "late":
		f.Late++
		f.Present++
	case "left_early":
		f.LeftEarly++
		f.Present++
	case "delegated":
		f.Delegated++
	case "leave":
		f.Leave++
	case "absent":
		f.Absent++
	default:
		f.Present++
	}
}

// paper counts what one person owed.
func (f *FiguresView) paper(o *Material, cutoff time.Time) {
	switch {
	case o.Optional:
		return
	case o.missing():
		f.PapersMissing++
	case o.late(cutoff):
		f.PapersLate++
	}
	f.Papers++
}

// countMinutes counts the minutes of a meeting that needs them, once they are there or late.
func (r *reporter) countMinutes(f *FiguresView, m *Meeting, p *Policy) {
	if v := m.standing(); v != nil && m.Stage != Held {
		f.Resolutions += len(v.Draft.Resolutions)
	}
	if p.Minutes.Required == "no" || !p.Minutes.Deadline.IsSet() {
		return
	}
	due, done := p.Minutes.Deadline.After(r.Calendar, r.over(m)), r.reached(m)
	if done.IsZero() && !r.now.After(due) {
		return // still in time
	}
	f.Minutes++
	if !done.IsZero() && !done.After(due) {
		f.MinutesOnTime++
	}
}

// dueItems lists the items that were due in these days and that the reader may see.
func (r *reporter) dueItems() []*Item {
	var out []*Item
	for _, id := range sortedKeys(r.Items) {
		i := r.Items[id]
		if i.Due == "" || i.Status == Dropped || !r.ofItem(i) {
			continue
		}
		if at := i.Due.At(Clock{}, r.Calendar.Zone(r.Office.Zone)); r.within(at) {
			out = append(out, i)
		}
	}
	return out
}

func (r *reporter) countItem(f *FiguresView, i *Item) {
	f.Items++
	due, done := r.itemClock(i)
	if i.Open() && i.Status != Finished {
		return
	}
	f.Closed++
	if !done.After(due) {
		f.ClosedOnTime++
	}
}

// load lists how many meetings each of the company's people was in, and for how long.
func (r *reporter) load(held []*Meeting) []LoadView {
	rows := map[PersonID]*LoadView{}
	for _, m := range held {
		for _, s := range m.Seats {
			if s.Removed || s.External || s.away() || !r.Directory.active(s.Person) {
				continue
			}
			if rows[s.Person] == nil {
				rows[s.Person] = &LoadView{Who: r.party(s.Person)}
			}
			rows[s.Person].Meetings++
			rows[s.Person].Minutes += int(m.End.Sub(m.Start) / time.Minute)
		}
	}
	out := []LoadView{}
	for _, id := range sortedKeys(rows) {
		out = append(out, *rows[id])
	}
	slices.SortStableFunc(out, func(a, b LoadView) int { return cmp.Compare(b.Minutes, a.Minutes) })
	return out
}
