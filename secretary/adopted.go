package secretary

import (
	"slices"
	"time"
)

// Adoption is what a policy's series keeps of an invitation that its convener made in a calendar of their own and sent to
// the office's mailbox: a meeting, or a series of them, whose organizer is the convener's calendar and whose secretary is
// huiban. Whatever the calendar says is followed; nothing about it is ever asked of the participants' calendars.
type Adoption struct {
	UID        string          `json:"uid"`
	Organizer  CalendarPerson  `json:"organizer"`
	Convener   PersonID        `json:"convener"`
	Invited    string          `json:"invited"` // the address of ours that is among the attendees
	By         PersonID        `json:"by"`      // who sent it
	At         time.Time       `json:"at"`
	State      AdoptionState   `json:"state,omitempty"`
	Replied    int             `json:"replied"`              // the SEQUENCE that was answered last; -1 none
	Master     *CalendarEvent  `json:"master,omitempty"`     // nil where only single occurrences were sent
	Exceptions []CalendarEvent `json:"exceptions,omitempty"` // by RECURRENCE-ID, each once
}

// AdoptionState is how an adoption stands.
type AdoptionState string

// The states of an adoption; "" is in force. A handed-back one is left alone whatever its calendar says; one from which
// the office was uninvited, or whose meeting was called off, is taken over anew when it is invited again.
const (
	HandedBack AdoptionState = "handed-back"
	Uninvited  AdoptionState = "uninvited"
	CalledOff  AdoptionState = "called-off"
)

// Adopted is what a meeting keeps of the invitation that it comes from.
type Adopted struct {
	UID        string         `json:"uid"` // of the organizer's calendar
	Organizer  CalendarPerson `json:"organizer"`
	Convener   PersonID       `json:"convener"`
	Occurrence time.Time      `json:"occurrence"` // the start that the organizer's rule gives: RECURRENCE-ID
	Title      string         `json:"title"`
	Place      string         `json:"place,omitempty"`
	URL        string         `json:"url,omitempty"`
	Seats      []Seat         `json:"seats"`               // whom the calendar invites, with their answers as it knows them
	Visitors   []Person       `json:"visitors,omitempty"`  // those of them whom the directory does not know
	Told       *Told          `json:"told,omitempty"`      // what those who owe materials were told last; nil before the notice
	HandBack   bool           `json:"hand_back,omitempty"` // the convener wants the work back
}

// Told is when and where a meeting was to be when people were told.
type Told struct {
	Start time.Time `json:"start"`
	End   time.Time `json:"end"`
	Place Text      `json:"place,omitempty"`
}

// AdoptedView is what letters show of the invitation that a meeting comes from.
type AdoptedView struct {
	UID        string         `json:"uid"`
	Sequence   int            `json:"sequence"`
	Organizer  CalendarPerson `json:"organizer"`
	Invited    string         `json:"invited,omitempty"`   // reply: our address among the attendees
	Recurrence time.Time      `json:"recurrence,omitzero"` // reply: the one occurrence that is answered
	Start      time.Time      `json:"start,omitzero"`      // reply: of the event that is answered
	End        time.Time      `json:"end,omitzero"`        //
	Series     bool           `json:"series,omitempty"`    // it is one of several
	Visitors   []string       `json:"visitors,omitempty"`  // names of those whom the directory does not know
}

// adoption is the one with that UID, nil where there is none.
func (s *Series) adoption(uid string) *Adoption {
	i := slices.IndexFunc(s.Adopted, func(a *Adoption) bool { return a.UID == uid })
	if i < 0 {
		return nil
	}
	return s.Adopted[i]
}

// series reports whether it is more than one meeting.
func (a *Adoption) series() bool {
	return a.Master == nil || a.Master.Rule != "" || len(a.Master.Dates) > 0
}

// of is the event that says how the occurrence is: what departs from the series, else the series itself on that day.
func (a *Adoption) of(occurrence time.Time) *CalendarEvent {
	for i := range a.Exceptions {
		if e := &a.Exceptions[i]; e.RecurrenceID.Equal(occurrence) {
			return e
		}
	}
	if a.Master == nil {
		return nil
	}
	e := *a.Master
	if !e.End.IsZero() {
		e.End = occurrence.Add(e.End.Sub(e.Start))
	}
	e.Start = occurrence
	return &e
}

// sequence is the highest that is known of it.
func (a *Adoption) sequence() int {
	n := 0
	if a.Master != nil {
		n = a.Master.Sequence
	}
	for _, e := range a.Exceptions {
		n = max(n, e.Sequence)
	}
	return n
}

// left reports whether the rule leaves the occurrence out. Some write the day alone.
func (e *CalendarEvent) left(occurrence time.Time, zone *time.Location) bool {
	return slices.ContainsFunc(e.Except, func(x time.Time) bool {
		local := x.In(zone)
		bare := local.Hour() == 0 && local.Minute() == 0
		return x.Equal(occurrence) || bare && DateOf(local) == DateOf(occurrence.In(zone))
	})
}

// occurrences lists the starts that the adoption gives in [from, to), ascending. What departs from the series is listed
// under the start that it departs from.
func (t *turn) occurrencesOf(a *Adoption, from, to time.Time) []time.Time {
	var out []time.Time
	if e := a.Master; e != nil {
		out = t.repeats(e, from, to)
	} else {
		for _, x := range a.Exceptions {
			out = append(out, *x.RecurrenceID)
		}
	}
	slices.SortFunc(out, time.Time.Compare)
	out = slices.CompactFunc(out, time.Time.Equal)
	return slices.DeleteFunc(out, func(at time.Time) bool { return at.Before(from) || !at.Before(to) })
}

func (t *turn) repeats(e *CalendarEvent, from, to time.Time) []time.Time {
	out := slices.Clone(e.Dates)
	if e.Rule == "" {
		out = append(out, e.Start)
	} else {
		starts, err := t.Calendar.Occurrences(e.Rule, e.Start.In(t.Calendar.Zone(e.Zone)), from, to)
		if err != nil {
			starts = []time.Time{e.Start} // such an invitation is not taken over, see obstacles
		}
		for _, s := range starts {
			out = append(out, s.UTC())
		}
	}
	return slices.DeleteFunc(out, func(at time.Time) bool { return e.left(at, t.Calendar.Zone(e.Zone)) })
}
