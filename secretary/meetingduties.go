package secretary

import (
	"cmp"
	"fmt"
	"slices"
	"time"
)

// meetingDuties derives what is owed on a meeting from how far it has come.
func (t *turn) meetingDuties(m *Meeting) []duty {
	if m == nil {
		return nil
	}
	p := t.policy(m)
	if p == nil {
		return nil
	}
	return slices.Concat(t.stageDuties(m, p), t.milestoneDuties(m, p), t.tidingsDuties(m))
}

func (t *turn) stageDuties(m *Meeting, p *Policy) []duty {
	switch m.Stage {
	case Planned:
		current := t.Policies[t.Current[p.ID]]
		return slices.Concat(t.noticeDuties(m, current), t.clashDuties(m, current), t.motionDuties(m, current), t.guideDuties(m, current))
	case Done:
		return t.reopenDuties(m)
	case Cancelled:
		return append(t.givenUpDuties(m), t.toldDuties(m, p)...)
	case Noticed:
		out := slices.Concat(t.liaisonDuties(m), t.chaseDuties(m, p), t.materialsDuties(m, p), t.clashDuties(m, p), t.crashDuties(m), t.newcomerDuties(m, p), t.untoldDuties(m), t.motionDuties(m, p), t.runSheetDuties(m, p), t.prepareDuties(m, p))
		return append(out, duty{at: m.End, key: "end", still: true, reason: "the meeting's end", do: func() { t.end(m, p) }})
	case Held, Objected:
		if m.waiverOpen() {
			return append(t.waiverDuties(m, p), t.upDuties(m, p)...)
		}
		return append(t.draftDuties(m, p), t.upDuties(m, p)...)
	case Reviewing:
		return slices.Concat(t.reviewDuties(m, p), t.clockDuties(m, p), t.upDuties(m, p))
	case Confirming:
		return slices.Concat(t.confirmDuties(m, p), t.clockDuties(m, p), t.upDuties(m, p))
	case Published:
		return slices.Concat(t.closingDuties(m, p), t.returnDuties(m, p), t.planDuties(m, p))
	}
	return nil
}

// begin is the meeting's start in its own zone.
func (t *turn) begin(m *Meeting) time.Time { return m.Start.In(t.Calendar.Zone(m.Zone)) }

// over is the meeting's end in its own zone.
func (t *turn) over(m *Meeting) time.Time { return m.End.In(t.Calendar.Zone(m.Zone)) }

// noticeDuties: the notice goes out the policy's lead ahead (S0-12).
func (t *turn) noticeDuties(m *Meeting, p *Policy) []duty {
	if p == nil {
		return nil
	}
	if waits := t.approvalDuties(m, p); waits != nil {
		return waits
	}
	lead, reason := t.noticeTime(m, p)
	at := t.polite(lead, lead) // rather early than late
	out := []duty{{at: m.Start, key: "missed", still: true, reason: "the meeting began without a notice", do: func() { t.miss(m) }}}
	if m.Shift == "ask" {
		return append(out, t.shiftDuties(m, p)...)
	}
	if lacks := t.noticeLacks(m, p); len(lacks) > 0 {
		return append(out, t.lackDuties(m, p, at, lacks)...)
	}
	soon := at
	if m.Application != nil {
		soon, out = t.calledAt(m, at), append(out, t.liaisonDuties(m)...)
	}
	return append(out, duty{at: soon, until: m.Start, key: "notice", reason: reason, do: func() { t.notice(m, p, at) }})
}

// noticeTime is the policy's lead ahead of the start, or where a holiday has the materials fall due before that, a
// working day before they do: nobody is asked for what is overdue (S0-12, S0-13).
func (t *turn) noticeTime(m *Meeting, p *Policy) (at time.Time, reason string) {
	start := t.begin(m)
	at = p.Notice.Lead.Before(t.Calendar, start)
	cutoff := p.Materials.Cutoff.Before(t.Calendar, start)
	if len(p.Materials.Required) == 0 || cutoff.After(at) {
		return at, fmt.Sprintf("notice.lead: %s before the start (S0-12)", p.Notice.Lead)
	}
	return Span{1, Workdays}.Before(t.Calendar, cutoff), fmt.Sprintf("materials.cutoff: %s before the start, and a working day for them (S0-13)", p.Materials.Cutoff)
}

// miss gives up a meeting that nobody was told of before it began.
func (t *turn) miss(m *Meeting) {
	if m.Adopted != nil { // its organizer told everybody
		m.NoticedAt = t.now
		t.told(m)
		t.stage(m, Noticed)
		return
	}
	t.find(m, "S0-12", "not-noticed", m.Convener, "")
	if m.Run != "" { // it is in everybody's calendar, and is held
		m.NoticedAt = t.now
		t.stage(m, Noticed)
		return
	}
	t.cancel(m, "not-noticed")
}

// noticeLacks names the fields without which no notice goes out: time, place, participants and topics (S0-12).
func (t *turn) noticeLacks(m *Meeting, p *Policy) []string {
	if m.Adopted != nil {
		return nil // its organizer has called it already
	}
	draft := *m
	t.fill(&draft, p)
	var out []string
	if draft.Place.Empty() && draft.URL == "" {
		out = append(out, "place")
	}
	if len(draft.Seats) == 0 {
		out = append(out, "participants")
	}
	if len(draft.Agenda) == 0 {
		out = append(out, "topics")
	}
	if draft.Host == "" {
		out = append(out, "host")
	}
	return out
}

// lackDuties asks the convener every working day for what the notice lacks.
func (t *turn) lackDuties(m *Meeting, p *Policy, at time.Time, lacks []string) []duty {
	to := cmp.Or(t.one(p.Convener), m.Convener)
	var out []duty
	day := DateOf(at)
	if today := DateOf(t.now.In(at.Location())); today > day {
		day = today
	}
	for range 3 {
		when := maxTime(at, day.At(morning, at.Location()))
		rev := "lacks-" + string(day)
		if to != "" && !t.sent(Duty, to, rev) && t.Calendar.Workday(day) {
			out = append(out, duty{at: when, until: m.Start, key: rev, reason: "notice.fields (S0-12)", do: func() { t.tellLacks(m, to, rev, lacks) }})
		}
		day = AddWorkdays(t.Calendar, day, 1)
	}
	return out
}

func (t *turn) tellLacks(m *Meeting, to PersonID, rev string, lacks []string) {
	l := Letter{Kind: Duty, Reason: "notice.fields: the notice lacks what S0-12 demands", Ref: "lacks", Zone: m.Zone, Meeting: t.meetingView(m, to)}
	for _, f := range lacks {
		l.Problems = append(l.Problems, Problem{No: f, Code: "missing"})
	}
	t.send(l, to, rev)
}

// morning is when letters go out that are due on a day rather than at a time.
var morning = Clock{Hour: 9, Set: true}

func minTime(a, b time.Time) time.Time {
	if a.Before(b) {
		return a
	}
	return b
}

func maxTime(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}

// end turns a meeting that was noticed into one whose minutes are awaited.
func (t *turn) end(m *Meeting, p *Policy) {
	if len(m.openMotions()) > 0 {
		t.passOnOpen(m)
	}
	if p.Minutes.Required != "no" {
		t.stage(m, Held)
		return
	}
	t.withoutMinutes(m, p)
}

// withoutMinutes ends a meeting of which there are no minutes; while its problem is open, it stays open as well.
func (t *turn) withoutMinutes(m *Meeting, p *Policy) {
	t.archiveMaterials(m, t.archiveBase(m, p), p)
	if m.Problem.open() {
		t.stage(m, Published)
		return
	}
	t.stage(m, Done)
	m.DoneAt = t.now
}

func (t *turn) stage(m *Meeting, s Stage) {
	if m.Stage != s {
		t.note("stage", "", string(m.Stage), string(s))
		m.Stage = s
	}
	if p := t.policy(m); p != nil && p.isTraining() && (s == Done || s == Published) {
		t.poke(SeriesCase(p.ID)) // which keeps the register
	}
}

// closingDuties: a meeting is done when no action item of it is open, and neither comments nor plans are awaited, and the problem that it was about is solved (S2-24).
func (t *turn) closingDuties(m *Meeting, p *Policy) []duty {
	if m.waitsForComment() || slices.ContainsFunc(m.Plans, func(p OwnPlan) bool { return p.open() }) {
		return nil
	}
	for _, id := range m.Items {
		if i := t.Items[id]; i == nil || i.Open() || i.draft() {
			return nil
		}
	}
	if m.Problem.open() {
		return t.problemDuties(m, p)
	}
	return []duty{{at: t.now, key: "done", still: true, reason: "every action item is closed", do: func() {
		t.stage(m, Done)
		m.DoneAt = t.now
	}}}
}

// reopenDuties: a meeting is not done any more when the owner of an item took back that it was.
func (t *turn) reopenDuties(m *Meeting) []duty {
	for _, id := range m.Items {
		if i := t.Items[id]; i != nil && i.Open() {
			return []duty{{at: t.now, key: "reopened", still: true, reason: "an action item is open again", do: func() {
				t.stage(m, Published)
				m.DoneAt = time.Time{}
			}}}
		}
	}
	return nil
}
