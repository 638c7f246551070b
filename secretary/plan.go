package secretary

import "time"

// Coming is a letter that would go out.
type Coming struct {
	At     time.Time
	Letter Letter
}

// Plan lists the letters that would go out until the given time if nobody answered, with the reason for each, by
// playing the same duties forward. The desk is used up by it: hand over a copy with every case of the office on it.
func Plan(d *Desk, now, until time.Time) []Coming {
	wake := map[Case]time.Time{}
	for id := range d.Current {
		wake[SeriesCase(id)] = now
	}
	for id := range d.Meetings {
		wake[MeetingCase(id)] = now
	}
	for id := range d.Directory.People {
		wake[PersonCase(id)] = now
	}
	var out []Coming
	for {
		c, at, ok := earliest(wake, until)
		if !ok {
			return out
		}
		delete(wake, c)
		if at.Before(now) {
			at = now
		}
		now = at
		o := Wake(d, c, at)
		for _, l := range o.Letters {
			out = append(out, Coming{at, l})
		}
		for c, next := range o.Wake {
			if !next.IsZero() {
				wake[c] = next
			}
		}
		for _, c := range o.Poke {
			wake[c] = at
		}
	}
}

func earliest(wake map[Case]time.Time, until time.Time) (Case, time.Time, bool) {
	var best Case
	for _, c := range sortedKeys(wake) {
		if at := wake[c]; !at.After(until) && (best == "" || at.Before(wake[best])) {
			best = c
		}
	}
	return best, wake[best], best != ""
}
