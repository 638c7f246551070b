package secretary

import "time"

// Edits of the agenda are told together, one mail for all of them once nobody has edited for a while (imip §2.3): people
// read another time or place at once, and a list of topics when it is done.

// Untold is the agenda that people know, while edits wait to be told.
type Untold struct {
	Since  time.Time    `json:"since"` // the first edit
	Last   time.Time    `json:"last"`
	Agenda []AgendaItem `json:"agenda"`
	Topics []AgendaItem `json:"topics,omitempty"`
	Reason string       `json:"reason"`
}

// How long edits of the agenda wait for more: after the last one, and in all.
const (
	agendaPause   = 30 * time.Minute
	agendaPatient = 2 * time.Hour
)

// due is when the edits are told.
func (u *Untold) due() time.Time {
	if last := u.Last.Add(agendaPause); last.Before(u.Since.Add(agendaPatient)) {
		return last
	}
	return u.Since.Add(agendaPatient)
}

// announced is the meeting as people know it: with the agenda that they were told.
func (m *Meeting) announced(old Meeting) Meeting {
	if m.Untold != nil {
		old.Agenda, old.Topics = m.Untold.Agenda, m.Untold.Topics
	}
	return old
}

// tellLater keeps an edit of the agenda until it is told, and reports whether there is time for that.
func (t *turn) tellLater(m *Meeting, old *Meeting, reason string) bool {
	u := Untold{t.now, t.now, old.Agenda, old.Topics, reason}
	if m.Untold != nil {
		u.Since, u.Agenda, u.Topics = m.Untold.Since, m.Untold.Agenda, m.Untold.Topics
	}
	before := m.Untold
	m.Untold = &u
	if told := m.announced(*m); len(topicChanges(&told, m, Hans)) == 0 {
		m.Untold = nil // one edit took back the other
		return true
	}
	if t.foreseen || !t.now.Add(agendaPatient).Before(m.Start) {
		m.Untold = before
		return false
	}
	return true
}

// untoldDuties tell what waits.
func (t *turn) untoldDuties(m *Meeting) []duty {
	if m.Untold == nil {
		return nil
	}
	return []duty{{at: m.Untold.due(), until: m.Start, key: "agenda", reason: m.Untold.Reason, do: func() { t.tellAgenda(m) }}}
}

func (t *turn) tellAgenda(m *Meeting) {
	u, old := *m.Untold, m.announced(*m)
	m.Untold = nil
	t.tellChange(m, &old, u.Reason, u.Last)
}
