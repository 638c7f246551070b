package calendar

import (
	"bytes"
	"regexp"
	"strings"
	"time"

	"github.com/emersion/go-ical"

	"github.com/huiban/huiban/secretary"
)

// In subscribed calendars the title says which days are worked: 春节（班） beside 春节（休）, 国庆节 补班, 上班(补元旦假期), 補行上班,
// Working Day for Spring Festival.
var (
	worked = regexp.MustCompile(`[（(]班[)）]|补班|補班|上班|工作日|(?i:make-?up|work(?:ing)?[ -]?day)`)
	rested = regexp.MustCompile(`[（(]休[)）]|放假`)
	marker = regexp.MustCompile(`\s*[（(][休班][)）]`)
)

// maxHoliday is the longest run of days that one event may cover.
const maxHoliday = 31

// readEvents reads an iCalendar file. Whole-day events are days off, or worked where their title says so. Where some
// titles are marked 休 or 班, those without a mark are mere observances, as are those that Google calls so.
func (l *ledger) readEvents(data []byte) {
	root, err := readTree(data)
	if err != nil {
		l.fault(1, "%w", err)
		return
	}
	events, lines := components(root, ical.CompEvent), eventLines(data)
	marked := false
	for _, e := range events {
		marked = marked || marker.MatchString(title(e))
	}
	for i, e := range events {
		if off := rested.MatchString(title(e)); !worked.MatchString(title(e)) && (marked && !off || observed(e)) {
			continue
		}
		l.readEvent(lines[min(i, len(lines)-1)], e)
	}
}

// eventLines lists the lines on which events begin.
func eventLines(data []byte) []int {
	var out []int
	for i, l := range bytes.Split(data, []byte("\n")) {
		if strings.EqualFold(strings.TrimSpace(string(l)), "BEGIN:VEVENT") {
			out = append(out, i+1)
		}
	}
	return append(out, 1)
}

func title(e *ical.Component) string { return tidy(value(e, ical.PropSummary)) }

func observed(e *ical.Component) bool {
	d := tidy(value(e, ical.PropDescription))
	return strings.HasPrefix(d, "Observance") || strings.HasPrefix(d, "纪念日") || strings.HasPrefix(d, "紀念日")
}

func (l *ledger) readEvent(line int, e *ical.Component) {
	start, end, ok := wholeDays(e)
	name := strings.TrimSpace(marker.ReplaceAllString(title(e), ""))
	switch {
	case !ok:
		l.fault(line, "event %q is not a whole day", name)
		return
	case len(e.Props[ical.PropRecurrenceRule]) > 0:
		l.fault(line, "event %q repeats: list each day", name)
		return
	case name == "":
		l.fault(line, "event of %s has no title", secretary.DateOf(start))
		return
	case end.Sub(start) > maxHoliday*24*time.Hour:
		l.fault(line, "event %q covers more than %d days", name, maxHoliday)
		return
	}
	for d := start; d.Before(end); d = d.AddDate(0, 0, 1) {
		day := Day{Date: secretary.DateOf(d), Name: readName(name), Work: worked.MatchString(title(e))}
		if !l.seen[day.Date] { // two holidays may share a day: 国庆节 and 中秋节
			l.add(line, day)
		}
	}
}

// wholeDays is the event's run of days; end is exclusive, the next day where the event gives none.
func wholeDays(e *ical.Component) (start, end time.Time, ok bool) {
	start, okStart := readDay(value(e, ical.PropDateTimeStart))
	if !okStart {
		return start, end, false
	}
	end, okEnd := readDay(value(e, ical.PropDateTimeEnd))
	if !okEnd || !end.After(start) {
		end = start.AddDate(0, 0, 1)
	}
	return start, end, true
}

func readDay(v string) (time.Time, bool) {
	t, err := time.Parse("20060102", v)
	return t, err == nil
}
