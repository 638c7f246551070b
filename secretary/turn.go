package secretary

import (
	"slices"
	"time"
)

// turn is one event being worked on: the desk, the moment, and what comes out.
type turn struct {
	*Desk
	c      Case
	now    time.Time
	source string // of journal entries: a Message-ID, "clock" or "command"
	out    *Outcome

	lately *[]*Meeting // see around60

	foreseen bool // tried on a copy, to see whom letters go to: nothing waits
}

// duty is something owed at a time. It stands until it is done, or until its time is over.
type duty struct {
	at     time.Time
	until  time.Time // zero: it does not expire. From then on it is not made up for
	key    string    // orders duties of one time
	still  bool      // it sends nothing, so that quiet hours do not put it off
	reason string
	do     func()
}

// Wake does everything that has fallen due on case c by now. It may be called at any time and as often as one
// likes: what is done is not due again.
func Wake(d *Desk, c Case, now time.Time) *Outcome {
	return newTurn(d, c, now, "clock").wake()
}

func (t *turn) wake() *Outcome {
	t.work()
	return t.out
}

func newTurn(d *Desk, c Case, now time.Time, source string) *turn {
	t := (&turn{Desk: d, source: source}).on(c, now)
	t.know(d.visitors())
	t.domains = nil
	domains := t.abroad()
	t.domains = &domains
	return t
}

// on is another turn at the same desk, for whoever plays many of them: to know who is outside takes a look at every policy and
// every meeting.
func (t *turn) on(c Case, now time.Time) *turn {
	desk := *t.Desk // whom a meeting admits is known in its own turn only
	return &turn{Desk: &desk, c: c, now: now.Round(0).UTC(), source: t.source, out: &Outcome{}}
}

// work does the due duties of the case, deriving them anew after each, and sets the wake-up for the rest.
func (t *turn) work() {
	const most = 10000 // a duty that leaves itself undone must not hang the daemon, nor stop it for the others
	for range most {
		due := t.next()
		if due == nil || due.at.After(t.now) {
			t.rideAlong()
			t.wakeAt(due)
			return
		}
		due.do()
	}
	t.note("duties-do-not-end", "", "", string(t.c))
	t.wakeAt(&duty{at: t.now.Add(hour)})
}

// next is the earliest duty still owed, nil where none is.
func (t *turn) next() *duty {
	var best *duty
	for _, d := range t.duties() {
		if !d.until.IsZero() && !d.until.After(t.now) {
			continue
		}
		if best == nil || d.at.Before(best.at) || d.at.Equal(best.at) && d.key < best.key {
			best = &d
		}
	}
	return best
}

func (t *turn) wakeAt(d *duty) {
	if t.out.Wake == nil {
		t.out.Wake = map[Case]time.Time{}
	}
	t.out.Wake[t.c] = time.Time{}
	if d != nil {
		t.out.Wake[t.c] = d.at
	}
}

// duties derives what is owed on the case, in no order, each at a time when it may be done.
func (t *turn) duties() []duty {
	out := t.owing()
	for i := range out {
		if d := &out[i]; !d.still {
			d.at = t.politely(*d)
		}
	}
	return out
}

// owing derives what is owed on the case by the regulations alone.
func (t *turn) owing() []duty {
	kind, id, _ := cutCase(t.c)
	switch kind {
	case "series":
		return append(t.seriesDuties(id), slices.Concat(t.pollDuties(id), t.trainingDuties(id), t.lessonsDuties(id))...)
	case "meeting":
		return append(t.meetingDuties(t.Meetings[MeetingID(id)]), t.surveyDuties(t.Meetings[MeetingID(id)])...)
	case "person":
		return t.personDuties(PersonID(id))
	}
	return nil
}

// cutCase splits a case into its kind and the id.
func cutCase(c Case) (kind, id string, ok bool) {
	for i := range len(c) {
		if c[i] == ':' {
			return string(c[:i]), string(c[i+1:]), true
		}
	}
	return "", "", false
}

// note writes a journal entry.
func (t *turn) note(what string, who PersonID, before, after string) {
	t.out.Journal = append(t.out.Journal, Entry{t.c, what, who, before, after, t.source})
}

// poke has another case woken now.
func (t *turn) poke(c Case) {
	if c != t.c && c != MeetingCase("") && c != PersonCase("") && !slices.Contains(t.out.Poke, c) {
		t.out.Poke = append(t.out.Poke, c)
	}
}

// policy is the policy under which m was noticed, the one in force before that (G-49).
func (t *turn) policy(m *Meeting) *Policy { return t.Policies[m.Policy] }

// sortedKeys lists a map's keys in order, so that nothing depends on a map's own.
func sortedKeys[K ~string, V any](m map[K]V) []K {
	out := make([]K, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}
