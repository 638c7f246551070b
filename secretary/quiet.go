package secretary

import "time"

// Quiet hours: what the clock has go out waits for the morning, and where that is too late goes before the night. What
// answers a mail goes at once. The rule is here and nowhere else: duties (see turn.duties) are put off by it.

// politely is when a duty is due in view of the quiet hours: they hold for its own time, and for now where that has
// passed. One that would be over by the morning, and that was not known of in the evening, is done by night.
func (t *turn) politely(d duty) time.Time {
	at := t.polite(d.at, d.until)
	if at.After(t.now) {
		return at
	}
	if later := t.polite(t.now, d.until); later.After(t.now) {
		return later
	}
	return at
}

// polite is at, the end of the quiet hours that at lies in, or where that is not before the end the minute before they begin.
func (t *turn) polite(at, end time.Time) time.Time {
	from, to, ok := t.night(at)
	switch {
	case !ok:
		return at
	case end.IsZero() || to.Before(end):
		return to.In(at.Location())
	}
	return from.Add(-time.Minute).In(at.Location())
}

// night is the office's quiet hours that at lies in, false where it lies in none.
func (t *turn) night(at time.Time) (from, to time.Time, ok bool) {
	start, stop := t.Office.Quiet[0], t.Office.Quiet[1]
	if !start.Set || !stop.Set || start == stop {
		return from, to, false
	}
	zone := t.Calendar.Zone(t.Office.Zone)
	for _, d := range []Date{DateOf(at.In(zone)).Add(-1), DateOf(at.In(zone))} {
		from, to = d.At(start, zone), d.At(stop, zone)
		if !to.After(from) {
			to = d.Add(1).At(stop, zone)
		}
		if !at.Before(from) && at.Before(to) {
			return from, to, true
		}
	}
	return from, to, false
}
