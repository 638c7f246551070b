package secretary

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"
)

// The pack: every file in the order of the agenda, under a name that says so (S2-43), in as many mails as it takes. People
// outside get only what is released, in a letter of their own (S3-49, G-48).

// mostFileBytes is how large the files of one mail may be: in a mail they grow by a third, and many servers refuse more than
// twenty megabytes (S3-68).
const mostFileBytes = 14 << 20

// packTo sends one participant the files that belong to the pack, or to a supplement of it.
func (t *turn) packTo(m *Meeting, s Seat, rev, reason string, which func(Received) bool) {
	if t.lost(&s) {
		return
	}
	if s.External {
		t.handOut(m, s, rev, reason, which)
		return
	}
	l := Letter{Kind: Pack, Reason: reason, Zone: m.Zone, Meeting: t.meetingView(m, s.Person), Owed: t.register(m), Items: t.report(m)}
	if rev != "0" {
		l.Ref = "supplement"
	}
	if t.prints(m, s.Person) {
		l.Copies = m.coming() + spareCopies
	}
	if slices.ContainsFunc(l.Owed, func(o OwedView) bool { return len(o.Said) > 0 }) {
		l.Documents = []Document{FiguresSheet}
	}
	if rev == "0" {
		t.packLast(&l, m, s.Person)
	}
	t.inParts(l, s.Person, rev, t.packed(m, t.langOf(s.Person), which))
}

// handOut sends somebody outside the released files, under the names that they came with; nothing where there are none.
func (t *turn) handOut(m *Meeting, s Seat, rev, reason string, which func(Received) bool) {
	var files []File
	for i := range m.Materials {
		owed := &m.Materials[i]
		for _, r := range owed.latest() {
			if which(r) && owed.released(&r) {
				files = append(files, r.File)
			}
		}
	}
	if len(files) > 0 {
		t.inParts(Letter{Kind: Handout, Reason: reason, Zone: m.Zone, Meeting: t.meetingView(m, s.Person)}, s.Person, rev, files)
	}
}

// inParts sends a letter with its files, in several mails where they are too large for one. What is too large for any is
// named.
func (t *turn) inParts(l Letter, to PersonID, rev string, files []File) {
	var parts [][]File
	room := int64(0)
	for _, f := range files {
		switch {
		case f.Size > mostFileBytes:
			l.Left = append(l.Left, f)
			continue
		case len(parts) == 0 || f.Size > room:
			parts, room = append(parts, nil), mostFileBytes
		}
		parts[len(parts)-1] = append(parts[len(parts)-1], f)
		room -= f.Size
	}
	if len(parts) == 0 {
		parts = [][]File{nil}
	}
	for n, some := range parts {
		part, key := l, rev
		if part.Files = some; len(parts) > 1 {
			part.Part, part.Parts = n+1, len(parts)
		}
		if n > 0 {
			key = fmt.Sprintf("%s-%d", rev, n+1)
			part.Owed, part.Items, part.Left, part.Documents = nil, nil, nil, nil
		}
		t.send(part, to, key)
	}
}

// prints reports whether the person is to print the materials: the convener, where paper is wanted.
func (t *turn) prints(m *Meeting, id PersonID) bool {
	p := t.policy(m)
	return p != nil && p.Materials.Paper && id == m.Convener && t.Directory.active(id)
}

// presents is the agenda item that a person presents first, with its position; "" and the last position where there is none.
func (t *turn) presents(m *Meeting, id PersonID) (no string, at int) {
	for i, a := range m.Agenda {
		for _, r := range a.Presenters {
			if slices.Contains(t.Who(m, r), id) {
				return a.No, i
			}
		}
	}
	return "", len(m.Agenda)
}

// byAgenda lists what is owed in the order of the agenda.
func (t *turn) byAgenda(m *Meeting) []*Material {
	out, at := make([]*Material, len(m.Materials)), make(map[PersonID]int, len(m.Materials))
	for i := range m.Materials {
		out[i] = &m.Materials[i]
		_, at[out[i].Owner] = t.presents(m, out[i].Owner)
	}
	slices.SortStableFunc(out, func(a, b *Material) int { return cmp.Compare(at[a.Owner], at[b.Owner]) })
	return out
}

// register is what everybody owes and handed in, in the order of the agenda.
func (t *turn) register(m *Meeting) []OwedView {
	var out []OwedView
	for _, o := range t.byAgenda(m) {
		out = append(out, t.owedView(o))
	}
	return out
}

// packed lists the files in the order of the agenda, each named after its item and department: 03 生产部 产能.xlsx.
func (t *turn) packed(m *Meeting, lang Lang, which func(Received) bool) []File {
	var out []File
	for _, owed := range t.byAgenda(m) {
		no, _ := t.presents(m, owed.Owner)
		for _, r := range owed.latest() {
			if !which(r) {
				continue
			}
			f := r.File
			f.Name = t.packName(owed, no, f.Name, lang)
			for n := 2; slices.ContainsFunc(out, func(o File) bool { return o.Name == f.Name }); n++ {
				ext := path.Ext(r.Name)
				f.Name = fmt.Sprintf("%s (%d)%s", strings.TrimSuffix(t.packName(owed, no, r.Name, lang), ext), n, ext)
			}
			out = append(out, f)
		}
	}
	return out
}

func (t *turn) packName(owed *Material, no, name string, lang Lang) string {
	var parts []string
	if n := number(no); n > 0 || no == "0" {
		parts = append(parts, fmt.Sprintf("%02d", n))
	} else if no != "" {
		parts = append(parts, no)
	}
	if d := t.Directory.Departments[owed.Department]; d != nil && !strings.Contains(name, d.Name.In(lang)) {
		parts = append(parts, d.Name.In(lang))
	}
	return strings.Join(append(parts, name), " ")
}
