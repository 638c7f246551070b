package secretary

import (
	"cmp"
	"slices"
	"time"
)

// ComplianceView is the compliance report (合规报告): every rule that was missed in some days, by whom and by how much, and
// the figures of the meetings held in them. It never blocks anything.
type ComplianceView struct {
	From        Date          `json:"from"`
	Until       Date          `json:"until"` // the last day
	Made        time.Time     `json:"made"`
	Whole       bool          `json:"whole"` // of the whole company, not only of what the reader convenes or leads
	Missed      []MissedView  `json:"missed"`
	Types       []FiguresView `json:"types"`       // by meeting type
	Departments []FiguresView `json:"departments"` // by the department of those who took part, owed or answered
	Load        []LoadView    `json:"load"`        // the busiest first (S1B-02)
}

// MissedView is one rule that was missed.
type MissedView struct {
	Meeting MeetingID `json:"meeting"`
	Policy  string    `json:"policy"` // id
	Title   Text      `json:"title"`  // of the meeting
	Day     Date      `json:"day"`    // of the meeting
	Clause  string    `json:"clause"` // its id, or the key of the policy
	What    string    `json:"what"`   // a stable word: late-notice, minutes-late, absent …
	Who     Party     `json:"who,omitzero"`
	Role    string    `json:"role,omitempty"` // convener, host, recorder, supervisor, participant, owner
	At      time.Time `json:"at"`             // when it was missed, UTC
	Late    Lateness  `json:"late_minutes,omitempty"`
	Open    bool      `json:"open,omitempty"`   // still not made good
	Detail  string    `json:"detail,omitempty"` // the item, the file
}

// Lateness is a delay in minutes; 0 where there is nothing to be late by.
type Lateness int

func lateness(due, done time.Time) Lateness {
	if due.IsZero() || !done.After(due) {
		return 0
	}
	return Lateness(max(1, int(done.Sub(due)/time.Minute)))
}

// LookBack is how long before the days of a report a meeting may have been that something of it was missed in them.
const LookBack = 92 * day

// ComplianceOf reports on the days from and until, with the years of the office's zone, to somebody who may see it: to the reader
// "" everything; to the head of the company everything that is not secret; to others what they convene, host or supervise,
// and what the people below them missed. The desk holds the meetings from LookBack days before on; it is only read.
func ComplianceOf(d *Desk, now time.Time, from, until Date, reader PersonID) *ComplianceView {
	t := newTurn(d, "", now, "")
	zone := t.Calendar.Zone(t.Office.Zone)
	r := &reporter{turn: t, reader: reader, from: from.At(Clock{}, zone), until: until.Add(1).At(Clock{}, zone)}
	r.all = reader == "" || t.directs(reader)
	r.below = t.Directory.Subtree(reader)
	v := &ComplianceView{From: from, Until: until, Made: t.now, Whole: r.all, Missed: r.missed()}
	held := r.held()
	v.Types, v.Departments, v.Load = r.byType(held), r.byDepartment(held), r.load(held)
	return v
}

// Empty reports whether there is nothing to tell.
func (v *ComplianceView) Empty() bool { return len(v.Missed) == 0 && len(v.Types) == 0 }

// reporter is one report being made.
type reporter struct {
	*turn
	reader      PersonID
	all         bool       // the reader sees what the whole company does
	below       []PersonID // the reader's people
	from, until time.Time
}

func (r *reporter) within(at time.Time) bool { return !at.Before(r.from) && at.Before(r.until) }

// open reports whether the reader may see all of a meeting's report. A confidential meeting is only for those in it.
func (r *reporter) open(m *Meeting) bool {
	p := r.policy(m)
	switch {
	case p == nil:
		return false
	case r.reader == "" || m.conducts(r.reader) || m.Supervisor == r.reader:
		return true
	}
	return r.all && (!p.confidential() || m.seat(r.reader) != nil)
}

// mine reports whether something that a person missed is the reader's to see, though the meeting is not.
func (r *reporter) mine(m *Meeting, who PersonID) bool {
	p := r.policy(m)
	return p != nil && !p.confidential() && (who == r.reader || slices.Contains(r.below, who))
}

// missed lists everything missed in the days of the report that the reader may see, by day and meeting.
func (r *reporter) missed() []MissedView {
	out := []MissedView{}
	for _, id := range sortedKeys(r.Meetings) {
		m := r.Meetings[id]
		for _, f := range append(r.recorded(m), r.derived(m)...) {
			if r.within(f.At) && (r.open(m) || r.mine(m, f.Who.ID)) {
				out = append(out, f)
			}
		}
	}
	out = append(out, r.lateItems()...)
	slices.SortStableFunc(out, func(a, b MissedView) int { return cmp.Or(a.Day.compare(b.Day), cmp.Compare(a.Meeting, b.Meeting)) })
	return out
}

func (d Date) compare(o Date) int { return cmp.Compare(d, o) }

// directs reports whether somebody leads the company: people below, nobody above.
func (t *turn) directs(id PersonID) bool {
	return t.Directory.active(id) && t.Directory.superior(id) == "" && t.Directory.leads(id)
}
