package secretary

import (
	"fmt"
	"slices"
	"time"
)

// adoptionDuties follows what meetings of the series' adoptions need of it: those that come within sight are opened, as the
// rule's own are, and what the convener wants back is handed back as a whole.
func (t *turn) adoptionDuties(p *Policy, s *Series) []duty {
	if s == nil {
		return nil
	}
	var out []duty
	for _, a := range s.Adopted {
		if a.State != "" {
			continue
		}
		if back := t.wantedBack(a); back != nil {
			out = append(out, duty{at: t.now, key: "0" + a.UID, still: true, reason: "the convener takes the work back", do: func() {
				a.State = HandedBack
				t.follow(a, t.policy(back), handedBack)
			}})
		} else if p != nil && p.adoptable() {
			out = append(out, t.openDuties(p, a)...)
		}
	}
	return out
}

// wantedBack is a meeting of the adoption that the convener takes back, nil where none.
func (t *turn) wantedBack(a *Adoption) *Meeting {
	for _, id := range sortedKeys(t.Meetings) {
		if m := t.Meetings[id]; m.Adopted != nil && m.Adopted.UID == a.UID && m.Adopted.HandBack {
			return m
		}
	}
	return nil
}

func (t *turn) openDuties(p *Policy, a *Adoption) []duty {
	var out []duty
	there := map[time.Time]bool{}
	for _, m := range t.Meetings {
		if m.Adopted != nil && m.Adopted.UID == a.UID && m.Stage != Cancelled {
			there[m.Adopted.Occurrence.UTC()] = true
		}
	}
	for _, at := range t.occurrencesOf(a, t.now, t.now.AddDate(1, 1, 0)) {
		if e := a.of(at); there[at.UTC()] || e.Cancelled || !e.Start.After(t.now) || t.numberFor(a, p, at) == "" {
			continue
		}
		horizon := p.Notice.Lead.Before(t.Calendar, at.In(t.Calendar.Zone(t.zoneOf(a, p)))).Add(-ahead)
		out = append(out, duty{at: horizon, key: "1" + stamp(at) + a.UID, still: true, reason: "a meeting of an adopted series comes within sight", do: func() { t.open(a, p, at) }})
	}
	return out
}

// announce sends one participant the agenda of a meeting that its organizer invited them to. It asks nothing: whether they
// come they tell the organizer's calendar.
func (t *turn) announce(m *Meeting, to PersonID, reason string) {
	l := t.meetingLetter(m, Invitation, to, reason)
	l.Ref = "adopted"
	if s := m.seat(to); s != nil {
		s.Invited = t.now
	}
	t.send(l, to, fmt.Sprint("r", m.Revision))
}

// callNo tells the calls for materials of a meeting that was called off and is held after all from those before.
func (m *Meeting) callNo() string {
	if m.Adopted == nil || m.Revision == 0 {
		return "0"
	}
	return fmt.Sprint("r", m.Revision)
}

// told keeps when and where an adopted meeting is when people are written to.
func (t *turn) told(m *Meeting) {
	if m.Adopted != nil {
		m.Adopted.Told = &Told{m.Start, m.End, m.Place}
	}
}

// newcomerDuties writes to whom the organizer invited after the agenda went out, and tells those who owe materials of another
// time or place.
func (t *turn) newcomerDuties(m *Meeting, p *Policy) []duty {
	if m.Adopted == nil || m.Adopted.Told == nil {
		return nil
	}
	var out []duty
	for _, s := range m.Seats {
		if s.Invited.IsZero() && !s.Removed && m.NoticedAt.Before(m.Start) {
			out = append(out, duty{at: t.now, until: m.End, key: "new" + string(s.Person), reason: "invited by the organizer's calendar", do: func() { t.welcome(m, p, s.Person) }})
		}
	}
	if old := m.asTold(); len(moves(old, m, Hans)) > 0 {
		out = append(out, duty{at: t.now, key: "moved", reason: "moved in the organizer's calendar", do: func() { t.tellMoved(m, p, old) }})
	}
	return out
}

// welcome gives one who was invited later what the others have.
func (t *turn) welcome(m *Meeting, p *Policy, id PersonID) {
	t.announce(m, id, "invited by the organizer's calendar")
	for i := range m.Materials {
		if o := &m.Materials[i]; o.Owner == id && o.missing() {
			t.callMaterials(m, p, o, MaterialsCall, m.callNo(), "materials.required (S0-13)")
		}
	}
	if s := m.seat(id); s != nil && !m.PackedAt.IsZero() {
		t.packTo(m, *s, "0", "materials.send: who is invited later gets the pack too", everyFile)
	}
}

// asTold is the meeting as people were told of it last.
func (m *Meeting) asTold() *Meeting {
	old := *m
	old.Start, old.End, old.Place = m.Adopted.Told.Start, m.Adopted.Told.End, m.Adopted.Told.Place
	return &old
}

// tellMoved tells those who still owe materials until when they are wanted now. The others have it from the calendar.
func (t *turn) tellMoved(m *Meeting, p *Policy, old *Meeting) {
	m.Revision++
	t.told(m)
	for i := range m.Materials {
		owed := &m.Materials[i]
		if !owed.missing() || m.seat(owed.Owner) == nil {
			continue
		}
		l := Letter{Kind: Update, Of: MaterialsCall, Ref: "adopted", Reason: "moved in the organizer's calendar: the date for materials moves too", Zone: m.Zone, Meeting: t.meetingView(m, owed.Owner)}
		l.Changes, l.Owed, l.Choices = moves(old, m, t.langOf(owed.Owner)), t.owed(m, owed.Owner), []Choice{{Verb: "no_materials"}}
		l.Deadline = p.Materials.Cutoff.Before(t.Calendar, t.begin(m)).UTC()
		t.send(l, owed.Owner, fmt.Sprint("r", m.Revision))
	}
}

// givenUpDuties tells those who still owe materials that nobody waits for them any more. That the meeting is called off they
// have from the calendar.
func (t *turn) givenUpDuties(m *Meeting) []duty {
	if m.Stage != Cancelled || m.Adopted == nil || m.Adopted.Told == nil || !m.NoticedAt.Before(m.Start) {
		return nil
	}
	return []duty{{at: t.now, key: "given-up", reason: "given up in the organizer's calendar", do: func() {
		adopted := *m.Adopted
		adopted.Told = nil
		m.Adopted = &adopted
		m.Revision++
		for i := range m.Materials {
			if o := &m.Materials[i]; o.missing() && m.seat(o.Owner) != nil {
				t.tellGivenUp(m, o.Owner)
			}
		}
	}}}
}

func (t *turn) tellGivenUp(m *Meeting, to PersonID) {
	l := Letter{Kind: Cancel, Ref: "adopted", Reason: "given up in the organizer's calendar: no materials are wanted", Zone: m.Zone, Meeting: t.meetingView(m, to)}
	if m.CancelWhy != calledOff {
		l.Ref = "handed-back"
	}
	t.send(l, to, fmt.Sprint("r", m.Revision))
}

// keepOutOfCalendars takes any invitation of ours out of a letter about a meeting that somebody else organizes: all that its
// organizer's calendar ever gets is our own answer.
func (l *Letter) keepOutOfCalendars() {
	if l.Meeting != nil && l.Meeting.Adopted != nil && l.Meeting.Method != "REPLY" {
		l.Meeting.Method, l.Meeting.Uninvited = "", false
	}
}

func (m *Meeting) adoptedView() *AdoptedView {
	if m.Adopted == nil {
		return nil
	}
	v := &AdoptedView{UID: m.Adopted.UID, Organizer: m.Adopted.Organizer}
	for _, p := range m.Adopted.Visitors {
		v.Visitors = append(v.Visitors, p.Name)
	}
	return v
}

// nextSteps says what is done for the meeting and when, for the convener.
func (t *turn) nextSteps(m *Meeting, p *Policy) []EchoLine {
	if m == nil || m.Stage != Planned && m.Stage != Noticed {
		return nil
	}
	var out []EchoLine
	if m.Stage == Planned {
		at, _ := t.noticeTime(m, p)
		out = append(out, EchoLine{What: "adopted-step", Status: "agenda", Time: maxTime(at, t.now).UTC()})
	}
	if slices.ContainsFunc(m.Materials, func(o Material) bool { return o.missing() }) {
		out = append(out, EchoLine{What: "adopted-step", Status: "materials", Time: p.Materials.Cutoff.Before(t.Calendar, t.begin(m)).UTC()})
	}
	if who := t.Directory.Person(m.Recorder); who != nil && p.Minutes.Required != "no" {
		out = append(out, EchoLine{What: "adopted-step", Status: "minutes", Text: who.Name})
	}
	return out
}
