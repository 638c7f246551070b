package secretary

import (
	"slices"
	"time"
)

// Lessons are what a round of the lessons has brought, for the next meeting of its series (S0-89).
type Lessons struct {
	At    time.Time `json:"at"`
	Text  string    `json:"text,omitempty"` // in the writer's words; "" where they are in the files
	Files []File    `json:"files,omitempty"`
}

// noteLessons keeps what was written and sent as lessons until the next meeting of the series is prepared.
func (t *turn) noteLessons(s *Series, r *Reply) {
	s.Lessons = &Lessons{At: t.now, Text: r.Text, Files: slices.Clone(r.Files)}
	t.poke(SeriesCase(s.Policy))
}

// lessonsDuties hand the lessons to the next meeting of the series that nobody was told of yet.
func (t *turn) lessonsDuties(policy string) []duty {
	s := t.Series[policy]
	if s == nil || s.Lessons == nil {
		return nil
	}
	var next *Meeting
	for _, m := range t.Meetings {
		p := t.policy(m)
		if p == nil || p.ID != policy || m.Stage != Planned || !m.Start.After(t.now) || p.Agenda.Call && !t.callAt(m, p).After(t.now) {
			continue
		}
		if next == nil || byStart(m, next) < 0 {
			next = m
		}
	}
	if next == nil {
		return nil // the next one that is planned gets them
	}
	return []duty{{at: t.now, key: "lessons", still: true, reason: "the summary serves later meetings (S0-89)", do: func() {
		next.Lessons, s.Lessons = s.Lessons, nil
		t.note("lessons", "", "", string(next.ID))
		t.poke(MeetingCase(next.ID))
	}}}
}

// withLessons puts the lessons into the letter by which a meeting is prepared: the call for topics, or the notice where there is
// none. Nobody outside gets them.
func (t *turn) withLessons(l *Letter, m *Meeting, p *Policy, to PersonID) {
	if m.Lessons == nil || t.outsider(to) || p.Agenda.Call != (l.Kind == AgendaCall) {
		return
	}
	l.Lessons = m.Lessons.Text
	l.Files = append(l.Files, m.Lessons.Files...)
}
