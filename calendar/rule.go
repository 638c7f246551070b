package calendar

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/teambition/rrule-go"
)

// maxOccurrences bounds one question: more than thirteen years of a daily meeting.
const maxOccurrences = 5_000

// Occurrences implements secretary.Calendar. A rule that CheckRule refuses is an error, and so are more than 5000
// occurrences. A first that the rule does not name is no occurrence, but weeks and months are counted from it.
func (c *Calendar) Occurrences(rule string, first, from, to time.Time) ([]time.Time, error) {
	o, err := parseRule(rule, first.Location())
	if err != nil {
		return nil, fmt.Errorf("occurrences of %q: %w", rule, err)
	}
	o.Dtstart = first
	if o.Until.IsZero() || o.Until.After(to) {
		o.Until = to
	}
	r, err := rrule.NewRRule(*o)
	if err != nil {
		return nil, fmt.Errorf("occurrences of %q: %w", rule, err)
	}
	var out []time.Time
	next := r.Iterator()
	for t, ok := next(); ok && t.Before(to); t, ok = next() {
		if t.Before(from) {
			continue
		}
		if out = append(out, t); len(out) > maxOccurrences {
			return nil, fmt.Errorf("occurrences of %q: more than %d from %v to %v", rule, maxOccurrences, from, to)
		}
	}
	return out, nil
}

// CheckRule reports what is wrong with the RRULE of a policy: all that RFC 5545 §3.3.10 forbids, a frequency below
// DAILY, a time of day, which stands beside the rule, and a rule that names no day. Nil means that it may be used.
func CheckRule(rule string) error {
	o, err := parseRule(rule, time.UTC)
	if err != nil {
		return err
	}
	o.Count, o.Until = 0, time.Time{}
	o.Dtstart = time.Date(2024, 1, 1, 9, 0, 0, 0, time.UTC)
	r, err := rrule.NewRRule(*o)
	if err != nil {
		return err
	}
	if _, ok := r.Iterator()(); !ok {
		return errors.New("the rule names no day")
	}
	return nil
}

// parseRule reads an RRULE value, forgiving the semicolon at its end that many calendars write. UNTIL without a time
// means the end of that day; rrule-go would stop at its beginning.
func parseRule(rule string, zone *time.Location) (*rrule.ROption, error) {
	rule = strings.ToUpper(strings.TrimSpace(rule))
	rule = strings.TrimRight(strings.TrimPrefix(rule, "RRULE:"), "; ")
	if rule == "" || strings.ContainsAny(rule, "\r\n") {
		return nil, errors.New("no rule: write one such as FREQ=WEEKLY;BYDAY=FR")
	}
	o, err := rrule.StrToROptionInLocation(rule, zone)
	if err != nil {
		return nil, fmt.Errorf("no RFC 5545 rule: %w", err)
	}
	if _, day, ok := strings.Cut(rule, "UNTIL="); ok && !o.Until.IsZero() && !strings.Contains(day, "T") {
		o.Until = o.Until.AddDate(0, 0, 1).Add(-time.Second)
	}
	return o, allowed(rule, o)
}

// allowed holds what rrule-go lets pass or reads as something else.
func allowed(rule string, o *rrule.ROption) error {
	has := func(part string) bool { return strings.Contains(";"+rule, ";"+part+"=") }
	switch {
	case o.Freq > rrule.DAILY:
		return errors.New("a meeting is held once a day at most: FREQ is one of DAILY, WEEKLY, MONTHLY, YEARLY")
	case has("BYHOUR") || has("BYMINUTE") || has("BYSECOND"):
		return errors.New("the time of day stands beside the rule, not in it")
	case has("DTSTART") || has("BYEASTER"):
		return errors.New("DTSTART and BYEASTER are no parts of a rule")
	case has("COUNT") && has("UNTIL"):
		return errors.New("COUNT and UNTIL exclude each other")
	case has("COUNT") && o.Count < 1 || has("INTERVAL") && o.Interval < 1:
		return errors.New("COUNT and INTERVAL are at least 1")
	case has("BYMONTHDAY") && o.Freq == rrule.WEEKLY,
		has("BYWEEKNO") && o.Freq != rrule.YEARLY,
		has("BYYEARDAY") && o.Freq != rrule.YEARLY:
		return errors.New("BYMONTHDAY, BYWEEKNO or BYYEARDAY does not go with this FREQ")
	case has("BYSETPOS") && strings.Count(rule, ";BY") < 2:
		return errors.New("BYSETPOS chooses from another BY part, which is missing")
	}
	return allowedDays(o)
}

// allowedDays refuses BYDAY=1MO where no month or year is counted; rrule-go would read every Monday.
func allowedDays(o *rrule.ROption) error {
	for _, w := range o.Byweekday {
		if w.N() != 0 && (o.Freq > rrule.MONTHLY || len(o.Byweekno) > 0) {
			return fmt.Errorf("BYDAY=%v counts within a month or year: FREQ must be MONTHLY or YEARLY", w)
		}
	}
	return nil
}
