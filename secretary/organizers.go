package secretary

import "slices"

// organizers are those who organize the meeting besides the convener: sales and operations each name one (S2-29).
func (t *turn) organizers(m *Meeting, p *Policy) []PersonID {
	var out []PersonID
	for _, r := range p.Organizers {
		for _, id := range t.Directory.Resolve(r) {
			if who := t.Directory.Person(id); id != m.Convener && who != nil && !t.external(who) && !slices.Contains(out, id) {
				out = append(out, id)
			}
		}
	}
	return out
}

// checkOrganizers notes at the notice that one of the organizers whom the policy names is not there.
func (t *turn) checkOrganizers(m *Meeting, p *Policy) {
	for _, r := range p.Organizers {
		if !slices.ContainsFunc(t.Directory.Resolve(r), t.Directory.active) {
			t.find(m, "S2-29", "organizer-missing", m.Convener, string(r))
		}
	}
}

// copied are the letters that tell a convener how the meeting's organisation stands.
func (l *Letter) copied() bool {
	return l.Kind == Escalation || l.Kind == Duty || l.Ref == "silent" || l.Kind == Echo && l.Ref == "told"
}

// copyOrganizers adds the further organizers to what the convener is told of the meeting.
func (t *turn) copyOrganizers(l *Letter, to PersonID) {
	kind, id, _ := cutCase(t.c)
	m := t.Meetings[MeetingID(id)]
	if kind != "meeting" || m == nil || to != m.Convener || !l.copied() {
		return
	}
	for _, o := range m.Organizers {
		if !slices.ContainsFunc(l.Cc, func(c Party) bool { return c.ID == o }) && (l.By == nil || l.By.ID != o) {
			l.Cc = append(l.Cc, t.party(o))
		}
	}
}
