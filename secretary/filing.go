package secretary

import (
	"slices"
	"strings"
)

// archive files the minutes and every material of the meeting under numbers of their own (S0-65, S0-67, S2-45).
func (t *turn) archive(m *Meeting, p *Policy, view *MinutesView) {
	t.fileMinutes(m, p, view, "")
	t.archiveMaterials(m, t.archiveBase(m, p), p)
	if m.important(p) {
		t.copyOut(m, p, view)
		return
	}
	t.tellKeepers(m, p, view, "file")
}

// important reports whether the policy, or whoever applied for the meeting, calls it so.
func (m *Meeting) important(p *Policy) bool {
	return p.Importance == "important" || m.Application != nil && m.Application.important(p)
}

// copyOut sends everything that was filed of an important meeting to those who keep the archive, so that there is a copy besides
// the store and its backups (S3-92).
func (t *turn) copyOut(m *Meeting, p *Policy, view *MinutesView) {
	var files []File
	if v := m.standing(); v.File != nil {
		files = append(files, *v.File)
	}
	for _, owed := range m.Materials {
		for _, f := range owed.latest() {
			files = append(files, f.File)
		}
	}
	by := t.party(t.publisher(m, p))
	for _, id := range t.whoAll(m, p.Archive.Keepers) {
		if t.Directory.active(id) && !t.outsider(id) {
			t.inParts(Letter{Kind: MinutesPublish, Ref: "copy", Reason: "importance: important records are kept twice (S3-92)", Zone: m.Zone, By: &by, Meeting: t.meetingView(m, id), Minutes: view, Documents: []Document{MinutesDoc}}, id, "copy", files)
		}
	}
}

// fileMinutes files the minutes, in the place of those with the number old, and the file that they came as.
func (t *turn) fileMinutes(m *Meeting, p *Policy, view *MinutesView, old string) {
	base := t.archiveBase(m, p)
	minutes := base
	minutes.Number, minutes.Class, minutes.Text, minutes.Supersedes = m.Number, "minutes", minutesText(m, view), old
	minutes.Letter = &Letter{Kind: MinutesPublish, Lang: t.lang(&Person{}), Zone: m.Zone, Meeting: t.meetingView(m, m.Convener), Minutes: view}
	minutes.Document = MinutesDoc
	t.out.Archive = append(t.out.Archive, minutes)
	if v := m.standing(); v.File != nil {
		record := base
		record.Number, record.Class, record.File, record.Text = t.number(m, p), "record", v.File, v.File.Name
		t.out.Archive = append(t.out.Archive, record)
	}
}

// tellKeepers sends the minutes to those who keep the archive, one entry under one number for all of them (S1B-33, G-11). Who
// got them with the publication has them already.
func (t *turn) tellKeepers(m *Meeting, p *Policy, view *MinutesView, rev string) {
	by := t.party(t.publisher(m, p))
	for _, id := range t.whoAll(m, p.Archive.Keepers) {
		l := Letter{Kind: MinutesPublish, Ref: "file", Reason: "archive.keepers: filed (S1B-33, G-11)", Zone: m.Zone, By: &by, Meeting: t.meetingView(m, id), Minutes: view, Documents: []Document{MinutesDoc}}
		if !t.sent(MinutesPublish, id, "0") && t.Directory.active(id) {
			t.send(l, id, rev)
		}
	}
}

// archiveBase is what all entries of a meeting have in common.
func (t *turn) archiveBase(m *Meeting, p *Policy) ArchiveEntry {
	readers := slices.Concat(t.distribution(m, p), t.whoAll(m, p.Archive.Readers), t.whoAll(m, p.Archive.Keepers))
	return ArchiveEntry{Meeting: m.ID, Series: p.ID, Title: m.Title, Day: DateOf(t.begin(m)), Departments: m.departments(), Readers: readers, Confidential: p.Archive.Confidentiality}
}

// archiveMaterials files the newest version of each material, and the answers in words as a table.
func (t *turn) archiveMaterials(m *Meeting, base ArchiveEntry, p *Policy) {
	said := ""
	for _, owed := range m.Materials {
		for _, f := range owed.latest() {
			e := base
			e.Number, e.Class, e.File, e.Text = t.number(m, p), "material", &f.File, f.Name
			t.out.Archive = append(t.out.Archive, e)
		}
		for _, s := range owed.words() {
			said += owed.titleOf(s.Line).In(Hans) + " " + s.Text + "\n"
		}
	}
	if said == "" {
		return
	}
	e := base
	e.Number, e.Class, e.Text, e.Document = t.number(m, p), "material", strings.TrimSpace(said), FiguresSheet
	e.Letter = &Letter{Kind: Pack, Lang: t.lang(&Person{}), Zone: m.Zone, Meeting: t.meetingView(m, m.Convener), Owed: t.owed(m, "")}
	t.out.Archive = append(t.out.Archive, e)
}
