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
	wake := map[Case]time.Time{}
	for _, c := range d.cases() {
		wake[c] = now
	}
	var out []Coming
	for {
		c, at, ok := earliest(wake, until)
		if !ok {
			return out
		}
		delete(wake, c)
		if at.After(now) {
			now = at
		}
		o := Wake(d, c, now)
		for _, l := range o.Letters {
			out = append(out, Coming{now, l})
		}
		for c, next := range o.Wake {
			if !next.IsZero() {
				wake[c] = next
			}
		}
		for _, c := range o.Poke {
			wake[c] = now
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

// earliest is the case to wake first, of several at one time the first by name; false where none is due until then.
func earliest(wake map[Case]time.Time, until time.Time) (best Case, at time.Time, ok bool) {
	for c, t := range wake {
		if !t.After(until) && (!ok || t.Before(at) || t.Equal(at) && c < best) {
			best, at, ok = c, t, true
		}
	}
	return best, at, ok
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
