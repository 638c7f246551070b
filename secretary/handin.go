package secretary

import (
	"cmp"
	"slices"
)

// handIn takes what one mail hands in for what its writer owes: its files and its words, with a receipt for each; and what it
// says of files that came before.
func (t *turn) handIn(m *Meeting, owed *Material, r *Reply) []EchoLine {
	out := t.receiveMaterials(m, owed, r)
	if len(r.Files) > 0 {
		return out
	}
	if said := t.sortOut(m, owed, r); len(said) > 0 {
		return said
	}
	return t.receiveSaid(m, owed, r)
}

// receiveMaterials files what a mail in a meeting's thread brought, with a receipt for each file. One that cannot be right is
// kept and asked for again (S2-42).
func (t *turn) receiveMaterials(m *Meeting, owed *Material, r *Reply) []EchoLine {
	open := len(owed.lacks())
	var got []int
	var out []EchoLine
	for _, f := range r.Files {
		in := Received{File: f, Version: 1, At: t.now, MessageID: r.MessageID, By: r.Writer, Supplement: !m.PackedAt.IsZero()}
		note := t.fault(m, owed, &in)
		if old := owed.before(f.Name); old != nil {
			if in.Version = old.Version + 1; old.Hash == f.Hash && old.Fault == "" {
				in.Version, in.Lines = old.Version, old.Lines
				out = append(out, EchoLine{What: "material", File: &in, Note: "same-file"})
				continue
			}
			note = cmp.Or(note, late(in.Supplement), "replaces")
		}
		note = cmp.Or(note, late(in.Supplement))
		got = append(got, len(owed.Received))
		owed.Received = append(owed.Received, in)
		t.note("material", r.Writer, "", f.Name)
		out = append(out, EchoLine{What: "material", Note: note})
	}
	t.assign(m, owed, r, got, open)
	return owed.receipts(out, len(got))
}

// late notes a file that came after the pack had gone out.
func late(supplement bool) string {
	if supplement {
		return "late"
	}
	return ""
}

// receipts puts the n files that came last into the lines of the echo that have none yet.
func (m *Material) receipts(lines []EchoLine, n int) []EchoLine {
	if n > 0 {
		m.None = false
	}
	at := len(m.Received) - n
	for i := range lines {
		if l := &lines[i]; l.File == nil {
			got := m.Received[at]
			l.File = &got
			if at++; got.Which {
				l.Note = cmp.Or(l.Note, "which")
			}
		}
	}
	return lines
}

// fault is why a file is asked for again, as the receipt notes it; "" where nothing is wrong with it.
func (t *turn) fault(m *Meeting, owed *Material, in *Received) string {
	switch {
	case in.Flaw != "":
		in.Fault = string(in.Flaw)
	case t.sameAsLast(m, in.Hash):
		in.Fault = "same-as-last"
	default:
		return ""
	}
	return "file-" + in.Fault
}

// sameAsLast reports whether the very same content was handed in for the meeting before.
func (t *turn) sameAsLast(m *Meeting, hash string) bool {
	before := t.previous(m)
	return before != nil && slices.ContainsFunc(before.Materials, func(o Material) bool {
		return slices.ContainsFunc(o.Received, func(r Received) bool { return r.Hash == hash && r.Fault == "" })
	})
}

// assign says of each file which lines it answers. Where neither names nor words tell, and fewer such files came than lines
// are open, the sender is to say so.
func (t *turn) assign(m *Meeting, owed *Material, r *Reply, got []int, open int) {
	var unclear []*Received
	named := map[int]bool{}
	for _, n := range got {
		in := &owed.Received[n]
		lines, whole := t.linesOf(m, owed, in.Name)
		in.Lines = lines
		if in.Fault == "" && !whole && len(lines) == 0 {
			unclear = append(unclear, in)
		}
		for _, l := range lines {
			named[l] = true
		}
	}
	if said := owed.linesSaid(r.Text); len(said) > 0 {
		for _, in := range unclear {
			in.Lines = said
		}
		return
	}
	for _, in := range unclear {
		in.Which = open-len(named) > len(unclear)
	}
}

// sortOut takes what the sender says of files that were asked about: which lines they answer, or that they are meant as they
// are.
func (t *turn) sortOut(m *Meeting, owed *Material, r *Reply) []EchoLine {
	var lines []int
	all, asIs := false, false
	for _, in := range r.Intents {
		if in.Kind != IntentMaterial {
			continue
		}
		asIs = asIs || in.Status == "as_is"
		all = all || in.Item == EveryItem
		if n := number(in.Item); n > 0 && n <= len(owed.Titles) {
			lines = append(lines, n)
		}
	}
	var out []EchoLine
	for i := range owed.Received {
		f := &owed.Received[i]
		switch {
		case f.Which && (all || len(lines) > 0):
			f.Lines, f.Which = lines, false
			t.note("material-lines", r.Writer, "", f.Name)
		case f.Fault != "" && asIs && owed.before(f.Name) == f:
			f.Fault, f.Supplement = "", !m.PackedAt.IsZero()
			if f.Supplement {
				f.At = t.now
			}
			t.note("material-as-is", r.Writer, "", f.Name)
		default:
			continue
		}
		got := *f
		out = append(out, EchoLine{What: "material", File: &got})
	}
	return out
}

// number reads a plain number; 0 where it is none.
func number(s string) int {
	n := 0
	for _, c := range s {
		if c < '0' || c > '9' || n > 1000 {
			return 0
		}
		n = n*10 + int(c-'0')
	}
	return n
}

// receipt ends the reading of what was handed in: it says what came, what is still missing, and asks about what cannot be
// right or cannot be told.
func (t *turn) receipt(m *Meeting, owed *Material, r *Reply, lines []EchoLine) {
	var problems []Problem
	var choices []Choice
	ask := func(name, code string, choice ...Choice) {
		problems = append(problems, Problem{name, code})
		for _, c := range choice {
			if !slices.Contains(choices, c) {
				choices = append(choices, c)
			}
		}
	}
	for _, l := range lines {
		switch f := l.File; {
		case f == nil || l.Note == "same-file":
		case f.Fault == string(EmptyFile) || f.Fault == string(BrokenFile):
			ask(f.Name, "file-"+f.Fault)
		case f.Fault != "":
			ask(f.Name, "file-"+f.Fault, Choice{Verb: "as_is"})
		case f.Which:
			ask(f.Name, "file-which", Choice{Verb: "covers", Item: EveryItem})
		}
	}
	if len(problems) == 0 {
		t.settle(r, ActedOn, lines[0].What)
		t.echoReceipt(m, owed, r, lines)
		return
	}
	t.settle(r, AskedBack, problems[0].Code)
	l := t.about(m, r, AskBack, "asked back: "+problems[0].Code)
	l.Problems, l.Echoes, l.Choices, l.Cc = problems, lines, choices, t.alsoTo(r)
	l.Owed = t.owed(m, owed.Owner)
	t.answer(l, r)
}

func (t *turn) echoReceipt(m *Meeting, owed *Material, r *Reply, lines []EchoLine) {
	l := t.about(m, r, Echo, "every answer is echoed")
	l.Echoes, l.Cc = lines, t.alsoTo(r)
	if owed.missing() {
		l.Owed = t.owed(m, owed.Owner)
	}
	if len(r.Unclear) > 0 && len(r.Files) > 0 {
		l.Quote = joinLines(r.Unclear)
		l.Choices = withoutNone(t.choicesOf(r)) // who is echoed has said so, or handed in
	}
	t.answer(l, r)
}
