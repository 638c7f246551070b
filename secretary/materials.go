package secretary

import (
	"fmt"
	"slices"
)

// missing reports whether something is still owed.
func (m *Material) missing() bool { return !m.Optional && !m.None && len(m.Received) == 0 }

// latest lists the newest version of each file, in order of arrival.
func (m *Material) latest() []Received {
	var out []Received
	for _, r := range m.Received {
		out = slices.DeleteFunc(out, func(o Received) bool { return o.Name == r.Name })
		out = append(out, r)
	}
	return out
}

// owes returns what the person owes, nil where nothing.
func (m *Meeting) owes(id PersonID) *Material {
	for i := range m.Materials {
		if m.Materials[i].Owner == id {
			return &m.Materials[i]
		}
	}
	return nil
}

// materialsDuties: reminders to those still missing, and the pack (S0-13, S2-43, S2-44).
func (t *turn) materialsDuties(m *Meeting, p *Policy) []duty {
	if len(m.Materials) == 0 {
		return nil
	}
	start := t.begin(m)
	cutoff := p.Materials.Cutoff.Before(t.Calendar, start)
	var out []duty
	for n, s := range p.Materials.Reminders {
		at := s.Before(t.Calendar, cutoff)
		until := m.Start
		if n+1 < len(p.Materials.Reminders) {
			until = p.Materials.Reminders[n+1].Before(t.Calendar, cutoff)
		}
		rev := "n" + fmt.Sprint(n)
		for i := range m.Materials {
			owed := &m.Materials[i]
			if !owed.missing() || !at.After(m.NoticedAt) || t.sent(MaterialsReminder, owed.Owner, rev) {
				continue
			}
			out = append(out, duty{at: at, until: until, key: rev + string(owed.Owner), reason: "materials.reminders", do: func() {
				t.callMaterials(m, p, owed, MaterialsReminder, rev, fmt.Sprintf("materials.reminders: %s before the cut-off, nothing received", s))
			}})
		}
	}
	if p.Materials.Send.IsSet() && m.PackedAt.IsZero() {
		at := p.Materials.Send.Before(t.Calendar, start)
		out = append(out, duty{at: at, until: m.Start, key: "pack", reason: "materials.send", do: func() { t.pack(m, p) }})
	}
	if d, ok := t.supplement(m); ok {
		out = append(out, d)
	}
	return out
}

// callMaterials asks one person for materials.
func (t *turn) callMaterials(m *Meeting, p *Policy, owed *Material, k LetterKind, rev, reason string) {
	l := Letter{Kind: k, Reason: reason, Zone: m.Zone, Meeting: t.meetingView(m, owed.Owner), Owed: t.owed(m, owed.Owner)}
	l.Deadline = p.Materials.Cutoff.Before(t.Calendar, t.begin(m)).UTC()
	l.Choices = []Choice{{Verb: "no_materials"}}
	t.send(l, owed.Owner, rev)
}

// pack sends the collated materials to the participants; what is missing is named (G-41).
func (t *turn) pack(m *Meeting, p *Policy) {
	m.PackedAt = t.now
	for _, owed := range m.Materials {
		if owed.missing() {
			t.find(m, "S2-43", "materials-missing", owed.Owner, "")
		}
	}
	t.sendPack(m, "0", "materials.send: the pack (S2-44)", func(Received) bool { return true })
}

// supplement sends what came in after the pack, an hour before the start at the latest.
func (t *turn) supplement(m *Meeting) (duty, bool) {
	late := 0
	for _, owed := range m.Materials {
		for _, r := range owed.Received {
			if r.Supplement {
				late++
			}
		}
	}
	rev := fmt.Sprint("late-", late)
	if late == 0 || t.sent(Pack, m.Host, rev) {
		return duty{}, false
	}
	at := t.begin(m).Add(-hour)
	return duty{at: at, until: m.Start, key: "supplement", reason: "late files go in a supplement (S2-44)", do: func() {
		t.sendPack(m, rev, "late files go in a supplement (S2-44)", func(r Received) bool { return r.Supplement })
	}}, true
}

func (t *turn) sendPack(m *Meeting, rev, reason string, which func(Received) bool) {
	for _, s := range m.participants() {
		if s.External {
			continue
		}
		l := Letter{Kind: Pack, Reason: reason, Zone: m.Zone, Meeting: t.meetingView(m, s.Person), Owed: t.owed(m, ""), Items: t.report(m)}
		if rev != "0" {
			l.Ref = "supplement"
		}
		for i := range m.Materials {
			for _, r := range m.Materials[i].latest() {
				if which(r) {
					l.Files = append(l.Files, r.File)
				}
			}
		}
		t.send(l, s.Person, rev)
	}
}

// receiveMaterials files what a mail in a meeting's thread brought, with a receipt for each file.
func (t *turn) receiveMaterials(m *Meeting, owed *Material, r *Reply) []EchoLine {
	var out []EchoLine
	for _, f := range r.Files {
		got := Received{File: f, Version: 1, At: t.now, MessageID: r.MessageID, By: r.Writer, Supplement: !m.PackedAt.IsZero()}
		note := ""
		for _, old := range owed.Received {
			if old.Name != f.Name {
				continue
			}
			got.Version, note = old.Version+1, "replaces"
			if old.Hash == f.Hash {
				note = "same-file"
			}
		}
		if note == "same-file" {
			out = append(out, EchoLine{What: "material", File: &got, Note: note})
			continue
		}
		owed.Received = append(owed.Received, got)
		owed.None = false
		if got.Supplement {
			note = "late"
		}
		t.note("material", r.Writer, "", f.Name)
		out = append(out, EchoLine{What: "material", File: &got, Note: note})
	}
	return out
}
