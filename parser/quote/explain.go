package quote

// Told is one line of a mail with what it was taken for.
type Told struct {
	Class Class  `json:"class"`
	Rule  string `json:"rule,omitempty"`  // why, in words; "" for what is plainly written or blank
	Below string `json:"below,omitempty"` // of an answer: the quoted line that it stands below
	Text  string `json:"text"`            // without quote marks and the blanks around it
}

// Explain lists every line of the body in order. It reads nothing anew.
func (r Reading) Explain() []Told {
	out := make([]Told, 0, len(r.marks))
	kept := 0
	for i, m := range r.marks {
		t := Told{Class: rules[m].class, Rule: rules[m].name, Text: r.all[i].Text}
		if m.kept() {
			t.Below = r.Lines[kept].Above
			kept++
		}
		out = append(out, t.settled())
	}
	return out
}

// settled tells blank lines from others, and answers from what is written anywhere.
func (t Told) settled() Told {
	switch {
	case t.Text == "":
		return Told{Class: Blank}
	case t.Below != "":
		t.Class = Answer
	}
	return t
}
