package templates

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/huiban/huiban/calendar"
	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/templates/docx"
)

// planMonth is a month of the plan.
type planMonth struct {
	Name  string
	Short string // in a table below the year
	Rows  []planRow
}

// planRow is the meetings of one type in one month, in words.
type planRow struct {
	Title, Days, Time, Place, Host, Convener, Departments string
	Notes                                                 []string // what is otherwise than the rule says, and why
}

// Line is when and where the meetings are held.
func (v *view) Line(r planRow) string {
	when := strings.TrimSpace(r.Days + " " + r.Time)
	return v.join(when, r.Place)
}

// Together joins sentences into one line.
func (v *view) Together(s []string) string { return strings.Join(s, v.W("semicolon")) }

// PlanTitle names the plan: that of a year, else of its days.
func (v *view) PlanTitle() string {
	if year := v.planYear(); year != "" {
		return v.W("plan.year", year)
	}
	return v.W("plan.days", v.Plan.From, v.Plan.Until)
}

// planYear is the year that the plan is of, "" where it is of other days.
func (v *view) planYear() string {
	year, begins := strings.CutSuffix(string(v.Plan.From), "-01-01")
	if begins && v.Plan.Until == secretary.Date(year+"-12-31") {
		return year
	}
	return ""
}

// PlanCount is how many meetings the plan has; those that are off are not counted.
func (v *view) PlanCount() int {
	n := 0
	for _, r := range v.Plan.Rows {
		for _, d := range r.Days {
			if d.Stage != secretary.Cancelled {
				n++
			}
		}
	}
	return n
}

// Months words the plan, month by month.
func (v *view) Months() []planMonth {
	var out []planMonth
	last := secretary.Date("")
	for i := range v.Plan.Rows {
		r := &v.Plan.Rows[i]
		if r.Month != last {
			out, last = append(out, planMonth{Name: v.month(r.Month), Short: v.monthBelow(r.Month)}), r.Month
		}
		m := &out[len(out)-1]
		m.Rows = append(m.Rows, v.planRow(r))
	}
	return out
}

func (v *view) month(d secretary.Date) string {
	t := d.At(secretary.Clock{}, time.UTC)
	if v.Lang == secretary.English {
		return t.Format("January 2006")
	}
	return t.Format("2006年1月")
}

// monthBelow names a month where the title tells the year.
func (v *view) monthBelow(d secretary.Date) string {
	t := d.At(secretary.Clock{}, time.UTC)
	switch {
	case v.planYear() == "":
		return v.month(d)
	case v.Lang == secretary.English:
		return t.Format("Jan")
	}
	return t.Format("1月")
}

func (v *view) planRow(r *secretary.PlanRow) planRow {
	days := v.held(r)
	out := planRow{Title: v.T(r.Title), Place: v.T(r.Place), Host: v.Name(r.Host), Convener: v.Name(r.Convener)}
	if out.Place == "" && r.URL != "" {
		out.Place = v.W("url")
	}
	var departments []string
	for _, d := range r.Departments {
		departments = append(departments, v.T(d))
	}
	if r.Guests {
		departments = append(departments, v.W("external"))
	}
	out.Departments = v.List(departments)
	clock := ""
	if len(days) > 0 {
		out.Days, clock = v.dates(days), v.usual(days)
		out.Time = clock
	}
	for _, d := range v.inZone(r) {
		if note := v.planNote(d, clock); note != "" {
			out.Notes = append(out.Notes, note)
		}
	}
	return out
}

// inZone are the row's days in the zone of their meetings.
func (v *view) inZone(r *secretary.PlanRow) []secretary.PlanDay {
	zone, err := time.LoadLocation(r.Zone)
	if err != nil {
		zone = v.zone
	}
	out := slices.Clone(r.Days)
	for i := range out {
		d := &out[i]
		d.Start, d.End, d.Planned = d.Start.In(zone), d.End.In(zone), d.Planned.In(zone)
	}
	return out
}

// held are those that are not off.
func (v *view) held(r *secretary.PlanRow) []secretary.PlanDay {
	return slices.DeleteFunc(v.inZone(r), func(d secretary.PlanDay) bool { return d.Stage == secretary.Cancelled })
}

// many is from how many days on not each is named.
const many = 9

// dates names the days of a month: 8日、15日、22日（周五）; of many only the first, the last and their number.
func (v *view) dates(days []secretary.PlanDay) string {
	first, last := days[0].Start, days[len(days)-1].Start
	if len(days) >= many {
		return v.W("plan.many", v.dayOfMonth(first), v.dayOfMonth(last), len(days))
	}
	weekly := !slices.ContainsFunc(days, func(d secretary.PlanDay) bool { return d.Start.Weekday() != first.Weekday() })
	var out []string
	for _, d := range days {
		name := v.dayOfMonth(d.Start)
		if !weekly {
			name = v.W("plan.day", name, v.weekday(d.Start))
		}
		out = append(out, name)
	}
	if weekly {
		return v.W("plan.day", v.List(out), v.weekday(first))
	}
	return v.List(out)
}

func (v *view) dayOfMonth(t time.Time) string {
	if v.Lang == secretary.English {
		return t.Format("2")
	}
	return t.Format("2日")
}

func (v *view) weekday(t time.Time) string {
	switch v.Lang {
	case secretary.English:
		return t.Format("Mon")
	case secretary.Hant:
		return "週" + weekdays[t.Weekday()]
	}
	return "周" + weekdays[t.Weekday()]
}

func clockOf(d secretary.PlanDay) string {
	return d.Start.Format("15:04") + "–" + d.End.Format("15:04")
}

// usual is the time of day that most of the days have.
func (v *view) usual(days []secretary.PlanDay) string {
	best, count := "", map[string]int{}
	for _, d := range days {
		if c := clockOf(d); count[c]+1 > count[best] {
			count[c]++
			best = c
		} else {
			count[c]++
		}
	}
	return best
}

// planNote says what is otherwise about one day than the row says, and why; "" where nothing is.
func (v *view) planNote(d secretary.PlanDay, clock string) string {
	day := v.dayOfMonth(d.Start)
	if d.Stage == secretary.Cancelled {
		return v.W("plan.off", day, v.offReason(d))
	}
	out := []string{v.whyMoved(d)}
	if c := clockOf(d); c != clock {
		out = append(out, c)
	}
	out = append(out, v.T(d.Place))
	if d.Clashes {
		out = append(out, v.W("plan.clash"))
	}
	if what := v.join(out...); what != "" {
		return v.W("plan.at", day, what)
	}
	return ""
}

// whyMoved says that a meeting is not where the rule puts it, and why; "" where it is.
func (v *view) whyMoved(d secretary.PlanDay) string {
	holiday := v.dayOff(d.ShiftDay)
	switch {
	case d.Shift == "ask":
		return v.W("plan.ask", holiday)
	case !d.Moved():
		return ""
	case d.Shift == "earlier" || d.Shift == "later":
		return v.W("plan."+d.Shift, v.planned(d), holiday)
	case d.Shift == "conflict":
		return v.W("plan.conflict", v.planned(d))
	}
	return v.W("plan.moved", v.planned(d))
}

// planned is the day that the rule gives, with the time of day where only that is another.
func (v *view) planned(d secretary.PlanDay) string {
	day := d.Planned.Format("1月2日")
	if v.Lang == secretary.English {
		day = d.Planned.Format("2 Jan")
	}
	if d.Planned.Format(time.DateOnly) == d.Start.Format(time.DateOnly) {
		return d.Planned.Format("15:04")
	}
	return day
}

func (v *view) offReason(d secretary.PlanDay) string {
	if holiday := v.T(d.ShiftDay); d.Why == "holiday" && holiday != "" {
		return holiday
	}
	if s := v.Term("cancel", d.Why); s != "" {
		return strings.TrimRight(s, "。.")
	}
	return v.W("none")
}

// planDoc is the plan as a Word document: one table, a row for each type of meeting in each month.
func (v *view) planDoc() ([]byte, error) {
	doc := docx.New(docx.Meta{
		Title: v.PlanTitle(), Author: v.masthead(), Lang: string(v.Lang), Created: v.Plan.Made, Wide: true,
		Footer: [3]string(strings.Split(v.W("page.of"), "%s")), Note: v.masthead(),
	})
	doc.Title(v.PlanTitle())
	doc.Ends(v.T(v.o.Office.Company), v.W("plan.made", v.Day(secretary.DateOf(v.Plan.Made.In(v.zone)))))
	t := docx.Table{Widths: []int{6, 15, 17, 12, 14, 8, 10, 15, 19}, Head: []string{
		v.W("plan.month"), v.W("plan.meeting"), v.W("plan.date"), v.W("when"), v.W("place"), v.W("host"), v.W("convener"), v.W("plan.departments"), v.W("plan.notes")}}
	for _, m := range v.Months() {
		for _, r := range m.Rows {
			t.Rows = append(t.Rows, []string{m.Short, r.Title, r.Days, r.Time, r.Place, r.Host, r.Convener, r.Departments, strings.Join(r.Notes, "\n")})
		}
	}
	if len(t.Rows) == 0 {
		doc.Para(v.W("plan.none"))
		return doc.Bytes()
	}
	doc.Table(t)
	doc.Note(v.W("plan.foot"))
	return doc.Bytes()
}

// planFile is the plan as a calendar to read.
func (v *view) planFile() ([]byte, error) {
	data, err := calendar.Plan(v.Plan, v.o.Office, v.Lang, calendar.Product)
	if err != nil {
		return nil, err
	}
	if faults := calendar.LintPlan(data); len(faults) > 0 {
		return nil, fmt.Errorf("the calendar breaks a rule: %s", strings.Join(faults, "; "))
	}
	return data, nil
}
