package secretary

import (
	"slices"
	"time"
)

// Coming is a letter that would go out.
type Coming struct {
	At     time.Time
	Letter Letter
}

// Plan lists the letters that would go out until the given time if nobody answered, with the reason for each, by
// playing the same duties forward. The desk is used up by it: hand over a copy with every case of the office on it.
func Plan(d *Desk, now, until time.Time) []Coming {
	var wake alarms
	for _, c := range d.cases() {
		wake.set(c, now)
	}
	var out []Coming
	known := newTurn(d, "", now, "clock")
	for size := len(d.Meetings) + len(d.Policies); ; {
		c, at, ok := wake.next(until)
		if !ok {
			return out
		}
		wake.rung(c)
		now = maxTime(at, now)
		if n := len(d.Meetings) + len(d.Policies); n != size { // nothing else brings anybody from outside when nobody answers
			known, size = newTurn(d, "", now, "clock"), n
		}
		o := known.on(c, now).wake()
		for _, l := range o.Letters {
			out = append(out, Coming{now, l})
		}
		for c, next := range o.Wake {
			if !next.IsZero() {
				wake.set(c, next)
			}
		}
		for _, c := range o.Poke {
			wake.set(c, now)
		}
	}
}

// cases lists everything on the desk that can be woken.
func (d *Desk) cases() []Case {
	var out []Case
	for id := range d.Series {
		out = append(out, SeriesCase(id))
	}
	for id := range d.Meetings {
		out = append(out, MeetingCase(id))
	}
	for id := range d.Directory.People {
		out = append(out, PersonCase(id))
	}
	return out
}

// Owed is one duty that stands on a case.
type Owed struct {
	At     time.Time // when it falls due; not after now where it is due already
	Until  time.Time // from then on it is not made up for; zero: never
	Reason string    // the rule it comes from
}

// Explain lists what is owed on a case as it stands now, the earliest first. It changes nothing on the desk.
func Explain(d *Desk, c Case, now time.Time) []Owed {
	t := newTurn(d, c, now, "")
	var out []Owed
	for _, d := range t.duties() {
		o := Owed{d.at.UTC(), d.until, d.reason}
		if (o.Until.IsZero() || o.Until.After(t.now)) && !slices.Contains(out, o) {
			out = append(out, o)
		}
	}
	slices.SortStableFunc(out, func(a, b Owed) int { return a.At.Compare(b.At) })
	return out
}
