package secretary

import (
	"slices"
	"time"
)

// Mark is what a policy says of one line of the materials that somebody owes.
type Mark struct {
	Optional bool   `json:"optional,omitempty"`
	Released bool   `json:"released,omitempty"` // may go to external participants (S3-49)
	InMail   bool   `json:"in_mail,omitempty"`  // an answer in the mail's own words is enough (S1D-15, S1B-37)
	Headings []Text `json:"headings,omitempty"` // that it must have; they stand in the form (S3-34)
}

// Said is the answer to a line in a mail's own words.
type Said struct {
	Line       int       `json:"line"` // from 1; 0 is all of them
	Text       string    `json:"text"`
	At         time.Time `json:"at"`
	MessageID  string    `json:"message_id"`
	By         PersonID  `json:"by"`
	Supplement bool      `json:"supplement,omitempty"` // came after the pack went out
}

// mark is what holds for a line, counted from 1. A state from before lines had marks has one for all of them.
func (m *Material) mark(line int) Mark {
	if line <= len(m.Marks) {
		return m.Marks[line-1]
	}
	return Mark{Optional: m.Optional, Released: m.Released}
}

// missing reports whether something is still owed.
func (m *Material) missing() bool {
	if m.None {
		return false
	}
	if len(m.Titles) == 0 {
		return !m.Optional && len(m.latest()) == 0
	}
	return len(m.lacks()) > 0
}

// answeredAtAll reports whether anything has come: a file, words, or that there is nothing.
func (m *Material) answeredAtAll() bool { return len(m.Received)+len(m.Said) > 0 || m.None }

// lacks lists the lines that must come and for which nothing has, from 1.
func (m *Material) lacks() []int {
	var out []int
	for n := 1; n <= len(m.Titles); n++ {
		if !m.None && !m.mark(n).Optional && !m.answered(n) {
			out = append(out, n)
		}
	}
	return out
}

// lacking are the titles of the lines that are missing.
func (m *Material) lacking() []Text {
	var out []Text
	for _, n := range m.lacks() {
		out = append(out, m.Titles[n-1])
	}
	return out
}

// answered reports whether a file or words came for a line. A file that nobody has said more of stands for all of them.
func (m *Material) answered(line int) bool {
	for _, r := range m.latest() {
		if r.covers(line) {
			return true
		}
	}
	for _, s := range m.Said {
		if s.Line == line || s.Line == 0 {
			return true
		}
	}
	return false
}

// words lists the answers in words that stand, of each line the last, in the order of the lines.
func (m *Material) words() []Said {
	var out []Said
	for _, s := range m.Said {
		kept := out[:0]
		for _, o := range out {
			if o.Line != s.Line && s.Line != 0 {
				kept = append(kept, o)
			}
		}
		out = append(kept, s)
	}
	slices.SortStableFunc(out, func(a, b Said) int { return a.Line - b.Line })
	return out
}

// wantsForm reports whether a form helps: there are several lines that need a file, or headings that one of them must have.
func (m *Material) wantsForm() bool {
	files := 0
	for n := range m.Titles {
		k := m.mark(n + 1)
		if k.InMail {
			continue
		}
		if files++; len(k.Headings) > 0 {
			return true
		}
	}
	return files > 1
}

// released reports whether a file may go to external participants: every line that it answers may (S3-49).
func (m *Material) released(r *Received) bool {
	for n := 1; n <= len(m.Titles); n++ {
		if r.covers(n) && !m.mark(n).Released {
			return false
		}
	}
	return len(m.Titles) > 0
}
