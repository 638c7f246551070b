package secretary

import (
	"regexp"
	"slices"
	"strings"
	"time"
)

// Paper is filed like everything else, by the same classes and numbers, and a query says where it stands (S0-71, S0-74). Whoever
// keeps the archive writes 「纸质归档：」 and a line for each: the number of a document and its place; or, for what is on paper only,
// the meeting, what it is, and its place, whereupon it gets a number.

// PaperNumbers are the archive numbers that such a mail names.
func (r *Reply) PaperNumbers() (out []string, ok bool) {
	i := slices.IndexFunc(r.Intents, func(in Intent) bool { return in.Kind == IntentPaper })
	if i < 0 {
		return nil, false
	}
	for _, l := range paperLines(r.Intents[i].Comment) {
		if l.number != "" {
			out = append(out, l.number)
		}
	}
	return out, true
}

// paperLine is one paper: its number, or the meeting and what it is; and its place.
type paperLine struct{ number, meeting, title, place string }

var (
	numberFirst = regexp.MustCompile(`^([^\s，,：:；;|]*(?:\d[^\s，,：:；;|]*){8})[\s，,：:；;|]*`) // in whatever order its format has it, a date is in it
	parted      = regexp.MustCompile(`\s*[，,；;|]\s*`)
)

func paperLines(text string) (out []paperLine) {
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if at := numberFirst.FindStringSubmatch(line); at != nil {
			out = append(out, paperLine{number: at[1], place: strings.TrimSpace(line[len(at[0]):])})
		} else if p := parted.Split(line, 3); line != "" {
			p = append(p, "", "")
			out = append(out, paperLine{meeting: p[0], title: p[1], place: p[2]})
		}
	}
	return out
}

// FilePaper notes where paper stands, and gives a number to what has none. Known are the entries of PaperNumbers that there are.
func FilePaper(d *Desk, r *Reply, known []ArchiveEntry, now time.Time) *Outcome {
	t := newTurn(d, PersonCase(r.Writer), now, r.MessageID)
	p := d.Directory.Person(r.Writer)
	if r.Proof != Proven || p == nil || p.Inactive || d.external(p) {
		t.receive(r)
		return t.out
	}
	var lines []EchoLine
	var problems []Problem
	i := slices.IndexFunc(r.Intents, func(in Intent) bool { return in.Kind == IntentPaper })
	for _, l := range paperLines(r.Intents[i].Comment) {
		number, why := t.shelve(l, r.Writer, known)
		if why != "" {
			problems = append(problems, Problem{No: strings.TrimSpace(l.number + " " + l.meeting), Code: why})
			continue
		}
		status := "shelved"
		if l.number == "" {
			status = "numbered"
		}
		lines = append(lines, EchoLine{What: "paper", Status: status, Text: strings.TrimSpace(number + " " + l.title), Reason: l.place})
	}
	t.answerPaper(r, lines, problems)
	return t.out
}

func (t *turn) answerPaper(r *Reply, lines []EchoLine, problems []Problem) {
	if len(problems) == 0 {
		t.settle(r, ActedOn, "paper")
		t.answer(Letter{Kind: Echo, Reason: "every answer is echoed", Echoes: lines}, r)
		return
	}
	t.settle(r, AskedBack, "paper")
	t.answer(Letter{Kind: AskBack, Reason: "asked back: which paper stands where", Echoes: lines, Problems: append(problems, Problem{Code: "paper-how"}), Quote: r.Text}, r)
}

// shelve carries out one line. Only who keeps the archive of a series may, or convenes its meetings.
func (t *turn) shelve(l paperLine, by PersonID, known []ArchiveEntry) (number, why string) {
	if l.place == "" {
		return "", "no-place"
	}
	if l.number == "" {
		return t.numberPaper(l, by)
	}
	i := slices.IndexFunc(known, func(e ArchiveEntry) bool { return e.Number == l.number })
	if i < 0 || !t.keeps(t.Policies[t.Current[known[i].Series]], by) {
		return "", "no-document" // of what is in the archive others learn nothing (S0-76)
	}
	if t.out.Shelved == nil {
		t.out.Shelved = map[string]string{}
	}
	t.out.Shelved[l.number] = l.place
	t.note("shelved", by, known[i].Shelf, l.number+" "+l.place)
	return l.number, ""
}

// numberPaper files what is on paper only: what is known of it stands under a number of the same kind.
func (t *turn) numberPaper(l paperLine, by PersonID) (number, why string) {
	for _, id := range sortedKeys(t.Current) {
		p := t.Policies[t.Current[id]]
		if p == nil || p.Code != l.meeting && !p.namedIn(l.meeting) || !t.keeps(p, by) {
			continue
		}
		e := t.officeEntry(p, by, "record")
		e.Text, e.Shelf = l.title+"\n"+l.place, l.place
		t.out.Archive = append(t.out.Archive, e)
		t.note("filed", by, "", e.Class+" "+e.Number+" "+l.place)
		return e.Number, ""
	}
	return "", "no-meeting"
}

// keeps reports whether somebody keeps the archive of a policy's meetings.
func (t *turn) keeps(p *Policy, id PersonID) bool {
	if p == nil {
		return false
	}
	keepers := []PersonID{t.inOffice(p, p.Convener)}
	for _, k := range p.Archive.Keepers {
		keepers = append(keepers, t.inOffice(p, k))
	}
	return slices.Contains(keepers, id)
}
