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

// PaperNumbers are what may be archive numbers in such a mail: each line begins with one, or with the name of a meeting.
func (r *Reply) PaperNumbers() (out []string, ok bool) {
	i := slices.IndexFunc(r.Intents, func(in Intent) bool { return in.Kind == IntentPaper })
	if i < 0 {
		return nil, false
	}
	for line := range strings.Lines(r.Intents[i].Comment) {
		if token, _ := numberFirst(line); token != "" {
			out = append(out, token)
		}
	}
	return out, true
}

// paperLine is one paper: its number, or the meeting and what it is; and its place.
type paperLine struct{ number, meeting, title, place string }

var (
	firstOfLine = regexp.MustCompile(`^([^\s，,：:；;|]+)[\s，,：:；;|]*(.*)$`)
	numberlike  = regexp.MustCompile(`^[0-9A-Za-z/._-]*[0-9]{2,}[0-9A-Za-z/._-]*$`)
	parted      = regexp.MustCompile(`\s*[，,；;|]\s*`)
)

// numberFirst parts a line into what it begins with and the rest.
func numberFirst(line string) (token, rest string) {
	if m := firstOfLine.FindStringSubmatch(strings.TrimSpace(line)); m != nil {
		return m[1], m[2]
	}
	return "", ""
}

// paperLines reads the lines. A line that begins with the number of an entry, or with what looks like one, is about that.
func paperLines(text string, known []ArchiveEntry) (out []paperLine) {
	for line := range strings.Lines(text) {
		token, rest := numberFirst(line)
		filed := slices.ContainsFunc(known, func(e ArchiveEntry) bool { return e.Number == token })
		switch p := append(parted.Split(strings.TrimSpace(line), 3), "", ""); {
		case token == "":
		case filed || numberlike.MatchString(token):
			out = append(out, paperLine{number: token, place: rest})
		default:
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
	for _, l := range paperLines(r.Intents[i].Comment, known) {
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
