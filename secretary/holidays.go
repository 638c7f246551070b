package secretary

import (
	"fmt"
	"time"
)

// holidaysDuties: where the holidays of a year are not known, whoever convenes meetings by rule in it hears of it once, a month
// before it begins: make-up days cannot be guessed, and no meeting would move (G-35).
func (t *turn) holidaysDuties(id PersonID) []duty {
	var out []duty
	zone := t.Calendar.Zone(t.Office.Zone)
	for _, year := range []int{t.now.In(zone).Year(), t.now.In(zone).Year() + 1} {
		rev := fmt.Sprint("holidays-", year)
		if t.Calendar.Known(year) || t.sent(Duty, id, rev) || !t.convenesIn(id, year) {
			continue
		}
		at := AddWorkdays(t.Calendar, Date(fmt.Sprintf("%d-11-30", year-1)), 1).At(morning, zone)
		until := Date(fmt.Sprintf("%d-12-31", year)).At(morning, zone)
		out = append(out, duty{at: at, until: until, key: rev, reason: "calendar.holidays: the days of a year are not known (G-35)", do: func() { t.tellHolidays(id, year, rev) }})
	}
	return out
}

// convenesIn reports whether the person convenes meetings by rule in the year, and one that a holiday would move.
func (t *turn) convenesIn(id PersonID, year int) bool {
	for _, key := range t.Current {
		p := t.Policies[key]
		if p == nil || !p.Callable() || p.Holiday.Shift == "keep" || t.one(p.Convener) != id {
			continue
		}
		if p.Schedule.Until == "" || p.Schedule.Until >= Date(fmt.Sprintf("%d-01-01", year)) {
			return true
		}
	}
	return false
}

func (t *turn) tellHolidays(id PersonID, year int, rev string) {
	l := Letter{Kind: Duty, Ref: fmt.Sprint("holidays:", year), Reason: "calendar.holidays: the days of a year are not known (G-35)"}
	zone := t.Calendar.Zone(t.Office.Zone)
	if eve := evening(AddWorkdays(t.Calendar, Date(fmt.Sprintf("%d-01-01", year)), -1), zone); eve.After(t.now.Add(24 * time.Hour)) {
		l.Deadline = eve.UTC()
	}
	t.send(l, id, rev)
}
