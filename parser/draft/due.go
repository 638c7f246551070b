package draft

import (
	"strings"
	"time"

	"github.com/huiban/huiban/parser/pattern"
	"github.com/huiban/huiban/parser/when"
	"github.com/huiban/huiban/secretary"
)

// due is by when an action is to be done, or the problem with what was written.
type due struct {
	date secretary.Date
	code string // no-due, vague-due, bad-due, or "" for a firm date

	within secretary.Span // of a vague one: so many working days after the meeting
}

// calendar is what due dates are judged by: the mail's time and the day of the meeting.
type calendar struct {
	now     time.Time
	meeting secretary.Date
	found   map[string][]when.Match // what dates found, for the same piece is looked at many times
}

func calendarAt(now time.Time) calendar {
	return calendar{now: now, meeting: secretary.DateOf(now), found: map[string][]when.Match{}}
}

var (
	shortDate  = pattern.Must(`^([0-9]{1,2})\s*[-.、月]\s*([0-9]{1,2})(日|号)?`)
	unsure     = pattern.Must(`(?i)左右|前后|上下|大概|大约|约在|暂定|\baround\b|\babout\b|\bapprox`)
	inPrinci   = pattern.Must(`(?i)原则上|力争|争取|视情|\bideally\b|\btentative|\bif possible\b`)
	firm       = pattern.Must(`(?i)最迟|最晚|不迟于|不晚于|不得晚于|不超过|不得超过|务必|必须|\bno later than\b|\bat the latest\b|\blatest\b`)
	spanOfDays = pattern.Must(`^\s*(?:-+|至|到|~|to)\s*$`)
	noDateYet  = pattern.Must(`(?i)^(?:长期|持续|随时|不定期|ongoing|continuous)`)
)

// dueOf judges what stands where a due date should.
func (c calendar) dueOf(raw string) due {
	f := strings.TrimSpace(folded(raw))
	if d, ok := workdaysAfter(f); ok {
		return d
	}
	if noDateYet.MatchString(f) {
		return due{code: vagueDue}
	}
	if emptyCell.MatchString(f) {
		return due{code: noDue}
	}
	if m := spanCell.FindStringSubmatch(f); m != nil && c.day(m[1]) && c.day(m[2]) {
		f = m[2] // of a span of days the last is the due date
	}
	f = afterMeeting.ReplaceAllString(f, "${1}内")
	ms := c.dates(f)
	if len(ms) == 0 {
		f = shortDate.ReplaceAllString(f, "$1/$2 ")
		ms = c.dates(f)
	}
	return c.judge(f, ms)
}

// spanCell is a cell that holds a span of two days written in full: 11.24-11.26.
var spanCell = pattern.Must(`^(\S*[0-9]\S*?)\s*[-~至到]+\s*([0-9]+[月./].*)$`)

// afterMeeting is counted from the meeting, which is the day of the draft: 会后三天内.
var afterMeeting = pattern.Must(`^会后\s*((?:[0-9]{1,2}|[一二两三四五六七八九十]{1,2})\s*(?:天|日|周|个星期))(?:之|以)?内?$`)

// day reports whether s says one day.
func (c calendar) day(s string) bool {
	return len(c.dates(shortDate.ReplaceAllString(s, "$1/$2 "))) == 1
}

// dates are the matches in f that say a day.
func (c calendar) dates(f string) (out []when.Match) {
	if have, ok := c.found[f]; ok {
		return have
	}
	defer func() { c.found[f] = out }()
	for _, m := range when.Find(f, c.now) {
		if m.Date != "" || !m.Valid {
			out = append(out, m)
		}
	}
	return out
}

// judge picks the date among those in f. Two dates that are no span contradict each other unless one is marked as the last.
func (c calendar) judge(f string, ms []when.Match) due {
	switch {
	case len(ms) == 0:
		return due{code: vagueDue}
	case inPrinci.MatchString(f) && !firm.MatchString(f), unsure.MatchString(f) && !firm.MatchString(f):
		return due{code: vagueDue}
	}
	for _, m := range ms {
		if !m.Valid {
			return due{code: badDue}
		}
	}
	last := ms[len(ms)-1]
	if len(ms) > 1 && !same(ms) {
		gap := f[ms[len(ms)-2].End:last.Start]
		if !firm.MatchString(gap) && !spanOfDays.MatchString(gap) {
			return due{code: vagueDue}
		}
	}
	return c.firm(last.Date)
}

func same(ms []when.Match) bool {
	for _, m := range ms {
		if m.Date != ms[0].Date {
			return false
		}
	}
	return true
}

// firm is a date that must not lie before the meeting.
func (c calendar) firm(d secretary.Date) due {
	if d < c.meeting {
		return due{code: badDue}
	}
	return due{date: d}
}
