package secretary

import "slices"

// evidence files what came with a report on action items, with the items that the report is about, and acknowledges each
// file (S0-57, S0-63). Where the report names none it belongs to every item of the letter.
func (t *turn) evidence(r *Reply, about []*Item) []EchoLine {
	if len(r.Files) == 0 {
		return nil
	}
	if len(about) == 0 {
		about = slices.DeleteFunc(t.itemsIn(r.About), func(i *Item) bool { return i.Owner != r.Writer })
	}
	var out []EchoLine
	for _, f := range r.Files {
		kept := false
		for _, i := range about {
			kept = i.keep(f) || kept
		}
		if got := (Received{File: f, Version: 1, At: t.now, MessageID: r.MessageID, By: r.Writer}); kept {
			t.note("evidence", r.Writer, "", f.Name)
			t.fileEvidence(about[0], f)
			out = append(out, EchoLine{What: "evidence", File: &got, Note: flawNote(f)})
		}
	}
	return out
}

// flawNote says in a receipt what is wrong with a file; "" where nothing is.
func flawNote(f File) string {
	if f.Flaw == "" {
		return ""
	}
	return "file-" + string(f.Flaw)
}

// keep puts a file beside the item, once. It reports whether it was not there before.
func (i *Item) keep(f File) bool {
	if slices.ContainsFunc(i.Files, func(o File) bool { return o.Hash == f.Hash }) {
		return false
	}
	i.Files = append(i.Files, f)
	return true
}

// fileEvidence archives a file under a number of its own, with the meeting that the item comes from.
func (t *turn) fileEvidence(i *Item, f File) {
	p := t.policyOf(i)
	who := t.one(p.Convener)
	if p.Archive.NumberDepartment == "recorder" {
		who = t.one(p.Recorder)
	}
	readers := []PersonID{i.Owner}
	if to := t.supervisor(i); to != "" {
		readers = append(readers, to)
	}
	t.out.Archive = append(t.out.Archive, ArchiveEntry{
		Number: t.numberOf(p.Archive.NumberFormat, p.Code, who, i.MeetingDay), Class: "report", Meeting: i.Meeting, Series: i.Series, Title: i.MeetingName, Day: i.MeetingDay,
		Departments: []string{i.Department}, Readers: readers, Confidential: p.Archive.Confidentiality, Text: i.Text + " " + f.Name, File: &f,
	})
}
