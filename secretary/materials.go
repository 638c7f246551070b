package secretary

import (
	"slices"
	"time"
)

// owes returns what the person owes, or hands in as somebody's delegate; nil where nothing.
func (m *Meeting) owes(id PersonID) *Material {
	for i := range m.Materials {
		if m.Materials[i].Owner == id {
			return &m.Materials[i]
		}
	}
	if s := m.seat(id); s != nil && s.For != "" && s.For != id {
		return m.owes(s.For)
	}
	return nil
}

// materialsDuties: reminders to those still missing, the pack, and its supplement (S0-13, S2-43, S2-44).
func (t *turn) materialsDuties(m *Meeting, p *Policy) []duty {
	out := t.missingDuties(m, p)
	if p.Materials.Send.IsSet() && m.PackedAt.IsZero() && (t.packs(m) || t.awaitsLast(m, p)) {
		at := p.Materials.Send.Before(t.Calendar, t.begin(m))
		out = append(out, duty{at: at, until: m.Start, key: "pack", reason: "materials.send", do: func() { t.pack(m) }})
	}
	if !m.supplied() {
		out = append(out, duty{at: t.begin(m).Add(-hour), until: m.Start, key: "supplement", reason: "late files go in a supplement (S2-44)", do: func() { t.supplement(m) }})
	}
	return out
}

func (t *turn) missingDuties(m *Meeting, p *Policy) []duty {
	start := t.begin(m)
	cutoff, end := p.Materials.Cutoff.Before(t.Calendar, start), m.Start
	if p.Materials.Send.IsSet() {
		end = t.polite(p.Materials.Send.Before(t.Calendar, start), start) // the pack names what is missing
	}
	var times []time.Time
	for _, s := range p.Materials.Reminders {
		times = append(times, t.polite(s.Before(t.Calendar, cutoff), end))
	}
	var out []duty
	for _, s := range t.steps(m, end, times) {
		rev := stamp(s.at)
		for i := range m.Materials {
			owed := &m.Materials[i]
			if !owed.missing() || !s.at.After(m.NoticedAt) || t.sent(MaterialsReminder, owed.Owner, rev) {
				continue
			}
			out = append(out, duty{at: s.at, until: s.until, key: rev + string(owed.Owner), reason: "materials.reminders", do: func() {
				t.callMaterials(m, p, owed, MaterialsReminder, rev, "materials.reminders: the cut-off is near, nothing received")
			}})
		}
	}
	return out
}

// callMaterials asks one person for materials.
func (t *turn) callMaterials(m *Meeting, p *Policy, owed *Material, k LetterKind, rev, reason string) {
	l := Letter{Kind: k, Reason: reason, Zone: m.Zone, Meeting: t.meetingView(m, owed.Owner), Owed: t.owed(m, owed.Owner)}
	l.Deadline = p.Materials.Cutoff.Before(t.Calendar, t.begin(m)).UTC()
	l.Choices = []Choice{{Verb: "no_materials"}}
	if owed.wantsForm() {
		l.Documents = []Document{MaterialsForm}
	}
	t.send(l, owed.Owner, rev)
}

// everyFile lets every file into the pack.
func everyFile(Received) bool { return true }

// pack sends the collated materials to the participants; what is missing is named (G-41).
func (t *turn) pack(m *Meeting) {
	m.PackedAt = t.now
	for _, owed := range m.Materials {
		if owed.missing() {
			t.find(m, "S2-43", "materials-missing", owed.Owner, "")
		}
	}
	if !t.packs(m) {
		return // the last minutes have not come either
	}
	to := m.participants()
	if t.prints(m, m.Convener) && m.seat(m.Convener) == nil {
		to = append(to, Seat{Person: m.Convener})
	}
	for _, s := range to {
		t.packTo(m, s, "0", "materials.send: the pack (S2-44)", everyFile)
	}
}

// packs reports whether there is anything to put in a pack.
func (t *turn) packs(m *Meeting) bool {
	return len(m.Materials)+len(t.report(m)) > 0 || t.lastLate(m, t.policy(m))
}

// supplied reports whether every file that came in after the pack has gone out in a supplement.
func (m *Meeting) supplied() bool {
	for i := range m.Materials {
		owed := &m.Materials[i]
		if slices.ContainsFunc(owed.Received, m.unsupplied) || slices.ContainsFunc(owed.Said, func(s Said) bool { return s.Supplement && s.At.After(m.SuppliedAt) }) {
			return false
		}
	}
	return true
}

func (m *Meeting) unsupplied(r Received) bool {
	return r.Supplement && r.Fault == "" && r.At.After(m.SuppliedAt)
}

// supplement sends what came in after the pack, an hour before the start at the latest.
func (t *turn) supplement(m *Meeting) {
	for _, s := range m.participants() {
		t.packTo(m, s, "late-"+stamp(t.now), "late files go in a supplement (S2-44)", m.unsupplied)
	}
	m.SuppliedAt = t.now
}
