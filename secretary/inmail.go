package secretary

import (
	"regexp"
	"slices"
	"strings"
)

// Some lines need no file: two figures or three lines in the mail's own words are enough where the policy says so
// (S1D-15, S1B-37, S3-10). They are kept as they were written, line by line, and never read as a decision.

func joinLines(s []string) string { return strings.Join(s, "\n") }

// inMail lists the lines that may be answered in words, from 1.
func (m *Material) inMail() []int {
	var out []int
	for n := range m.Titles {
		if m.mark(n + 1).InMail {
			out = append(out, n+1)
		}
	}
	return out
}

// lineHead opens an answer to a line: its number, or its title and a colon.
var lineHead = regexp.MustCompile(`^\s*(?:第?\s*(\d{1,2})\s*[.、．:：)）项條条]\s*|([^:：]{1,40}?)\s*[:：]\s*)(.*)$`)

// headed tells which line a line of a mail opens the answer to, and what it says; 0 where none.
func (m *Material) headed(s string) (line int, said string) {
	f := lineHead.FindStringSubmatch(s)
	if f == nil {
		return 0, s
	}
	if n := number(f[1]); n > 0 && n <= len(m.Titles) {
		if k, rest := m.headed(f[3]); k == n { // 1. 成交套数：3
			return n, rest
		}
		return n, f[3]
	}
	for n, title := range m.Titles {
		for _, l := range Langs {
			if f[2] != "" && folded(f[2]) == folded(title[l]) {
				return n + 1, f[3]
			}
		}
	}
	return 0, s
}

// receiveSaid keeps the answers that a mail's words give to lines for which words are enough. Where only one such line is
// owed, or no line of the mail says which it answers, all of them are for it.
func (t *turn) receiveSaid(m *Meeting, owed *Material, r *Reply) []EchoLine {
	may := owed.inMail()
	if len(may) == 0 || strings.TrimSpace(r.Text) == "" || r.acknowledges() || puttingOff(r.Text) || slices.ContainsFunc(r.Intents, func(in Intent) bool { return in.Kind == IntentNoMaterials }) {
		return nil
	}
	var out []EchoLine
	for _, s := range owed.answers(r.Text, may) {
		s.At, s.MessageID, s.By, s.Supplement = t.now, r.MessageID, r.Writer, !m.PackedAt.IsZero()
		owed.Said, owed.None = append(owed.Said, s), false
		t.note("material-said", r.Writer, "", s.Text)
		out = append(out, EchoLine{What: "said", Text: owed.titleOf(s.Line).In(t.langOf(r.Writer)), Reason: s.Text})
	}
	return out
}

// puttingOff reports whether a text only says that the answer comes later.
func puttingOff(s string) bool {
	return notYet.MatchString(s) && len([]rune(strings.TrimSpace(s))) <= 24 && !strings.ContainsAny(s, "0123456789:：")
}

func (m *Material) titleOf(line int) Text {
	if line > 0 && line <= len(m.Titles) {
		return m.Titles[line-1]
	}
	return nil
}

// answers takes a text apart by the lines that its lines name.
func (m *Material) answers(text string, may []int) []Said {
	said := map[int]string{}
	at := 0
	for s := range strings.Lines(text) {
		n, rest := m.headed(strings.TrimSpace(s))
		if n > 0 && slices.Contains(may, n) {
			at, s = n, rest
		}
		if s = strings.TrimSpace(s); at > 0 && s != "" {
			said[at] = strings.TrimSpace(said[at] + "\n" + s)
		}
	}
	if len(said) == 0 {
		only := 0
		if len(may) == 1 {
			only = may[0]
		}
		return []Said{{Line: only, Text: strings.TrimSpace(text)}}
	}
	var out []Said
	for _, n := range may {
		if said[n] != "" {
			out = append(out, Said{Line: n, Text: said[n]})
		}
	}
	return out
}
