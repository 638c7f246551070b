package secretary

import (
	"cmp"
	"slices"
	"time"
)

// PlanView is the meeting plan of a time: what is held when, where and by whom.
type PlanView struct {
	From  Date      `json:"from"`
	Until Date      `json:"until"` // the last day
	Made  time.Time `json:"made"`
	Rows  []PlanRow `json:"rows"` // by month, then by the first day
}

// PlanRow is the meetings of one type in one month.
type PlanRow struct {
	Month       Date      `json:"month"`  // its first day
	Policy      string    `json:"policy"` // id
	Title       Text      `json:"title"`
	Place       Text      `json:"place,omitempty"`
	URL         string    `json:"url,omitempty"`
	Zone        string    `json:"zone"`
	Host        Party     `json:"host,omitzero"`
	Convener    Party     `json:"convener,omitzero"`
	Departments []Text    `json:"departments,omitempty"` // of the participants, in the order of the seats
	Guests      bool      `json:"guests,omitempty"`      // some come from outside
	Secret      bool      `json:"secret,omitempty"`
	Days        []PlanDay `json:"days"` // by start
}

// PlanDay is one meeting of the plan.
type PlanDay struct {
	ID       MeetingID `json:"id"`
	UID      string    `json:"uid"` // RFC 5545 UID, that of the invitation
	Sequence int       `json:"sequence"`
	Stage    Stage     `json:"stage"`
	Start    time.Time `json:"start"` // UTC
	End      time.Time `json:"end"`
	Planned  time.Time `json:"planned"`             // the start that the rule gives
	Shift    string    `json:"shift,omitempty"`     // see Meeting.Shift
	ShiftDay Text      `json:"shift_day,omitempty"` // the holiday's name
	Why      string    `json:"why,omitempty"`       // why it is cancelled
	Place    Text      `json:"place,omitempty"`     // where it is not that of the row
	Clashes  bool      `json:"clashes,omitempty"`   // it clashes with something, see Clash
	Recurs   bool      `json:"recurs,omitempty"`    // the invitation with this UID is that of a series; Planned tells which of its meetings this is
}

// Moved reports whether the meeting is not on the day and at the time that the rule gives.
func (d *PlanDay) Moved() bool { return !d.Start.Equal(d.Planned) }

// PlanOf shows the meetings of the days from and until, with the years of their own zones, to somebody who may see them:
// to the reader "" all of them, to anybody else no confidential one that the reader has no part in. The desk is used up by
// it, as by Occurrences.
func PlanOf(d *Desk, now time.Time, from, until Date, reader PersonID) *PlanView {
	zone := d.Calendar.Zone(d.Office.Zone)
	t := newTurn(d, "", now, "")
	v := &PlanView{From: from, Until: until, Made: t.now}
	for _, m := range Occurrences(d, now, from.At(Clock{}, zone), until.Add(1).At(Clock{}, zone)) {
		if p := t.policy(m); p != nil && (reader == "" || !p.confidential() || m.conducts(reader) || m.seat(reader) != nil) {
			v.add(t, m, p)
		}
	}
	v.tellRecurring()
	slices.SortStableFunc(v.Rows, func(a, b PlanRow) int {
		return cmp.Or(cmp.Compare(a.Month, b.Month), a.Days[0].Start.Compare(b.Days[0].Start), cmp.Compare(a.Policy, b.Policy))
	})
	return v
}

// tellRecurring marks the meetings that share one UID.
func (v *PlanView) tellRecurring() {
	seen := map[string]*PlanDay{}
	for i := range v.Rows {
		for j := range v.Rows[i].Days {
			d := &v.Rows[i].Days[j]
			if first := seen[d.UID]; first != nil {
				first.Recurs, d.Recurs = true, true
				continue
			}
			seen[d.UID] = d
		}
	}
}

// add puts a meeting into the row of its type and month.
func (v *PlanView) add(t *turn, m *Meeting, p *Policy) {
	day := PlanDay{
		ID: m.ID, UID: m.UID, Sequence: m.Sequence, Stage: m.Stage, Start: m.Start, End: m.End, Planned: m.Planned, Shift: m.Shift, ShiftDay: m.ShiftDay,
		Why: m.CancelWhy, Recurs: m.UID != uid(string(m.ID), t.Office.Domain), Clashes: m.toCome() && m.Start.After(t.now) && len(t.clashes(m)) > 0,
	}
	month := DateOf(t.begin(m))[:len("2027-01")] + "-01"
	for i := range v.Rows {
		r := &v.Rows[i]
		if r.Month == month && r.Policy == p.ID {
			if m.Place.In(Hans) != r.Place.In(Hans) {
				day.Place = m.Place
			}
			r.Days = append(r.Days, day)
			return
		}
	}
	v.Rows = append(v.Rows, t.planRow(m, p, month, day))
}

func (t *turn) planRow(m *Meeting, p *Policy, month Date, day PlanDay) PlanRow {
	r := PlanRow{
		Month: month, Policy: p.ID, Title: m.Title, Place: m.Place, URL: m.URL, Zone: m.Zone, Host: t.party(m.Host), Convener: t.party(m.Convener), Secret: p.confidential(), Days: []PlanDay{day},
	}
	seen := map[string]bool{"": true}
	for _, s := range m.Seats {
		dep := t.Directory.Departments[s.Department]
		if r.Guests = r.Guests || s.External; dep != nil && !s.External && !s.Removed && !seen[dep.Code] {
			r.Departments, seen[dep.Code] = append(r.Departments, dep.Name), true
		}
	}
	return r
}
