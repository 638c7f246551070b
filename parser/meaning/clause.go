package meaning

import (
	"slices"
	"strings"
	"unicode"

	"github.com/huiban/huiban/parser/fold"
	"github.com/huiban/huiban/parser/pattern"
	"github.com/huiban/huiban/parser/quote"
)

// sentence is a stretch of text up to a full stop, a semicolon or the line's end.
type sentence struct {
	clauses []clause
	asked   bool   // it ends with a question mark
	above   string // the quoted line right above it, ""
	line    int
	raw     string
}

// clause is a stretch of a sentence up to a comma. raw and text have the same length; text is folded.
type clause struct {
	raw, text []rune
	hits      []hit
	first     bool // it begins a line
	colon     bool // it ends with a colon
	named     *mentions
	orphan    bool // it begins with a verb whose subject may be somebody named before
}

func (c clause) String() string { return strings.TrimSpace(string(c.raw)) }

// folded is the text as a string, made once as long as it stays.
func (c clause) folded() string {
	m := c.named
	if m == nil || len(c.text) == 0 {
		return string(c.text)
	}
	if len(m.text) != len(c.text) || &m.text[0] != &c.text[0] {
		m.text, m.folded = c.text, string(c.text)
	}
	return m.folded
}

// look is the folded text, for asking many patterns about it.
func (c clause) look() *pattern.Text {
	text, m := c.folded(), c.named
	if m == nil {
		return pattern.Look(text)
	}
	if m.seen == nil || m.seen.String() != text {
		m.seen = pattern.Look(text)
	}
	return m.seen
}

// has reports whether any of signs is in c.
func (c clause) has(signs ...sign) bool {
	for _, h := range c.hits {
		for _, s := range signs {
			if h.sign == s {
				return true
			}
		}
	}
	return false
}

func (s sentence) has(signs ...sign) bool {
	for _, c := range s.clauses {
		if c.has(signs...) {
			return true
		}
	}
	return false
}

// read cuts lines into sentences and looks their words up in l.
func read(lines []quote.Kept, l lexicon) (all []sentence) {
	for n, k := range lines {
		for _, s := range cut([]rune(k.Text)) {
			s.line, s.above = n, k.Above
			for i := range s.clauses {
				c := &s.clauses[i]
				c.named = &mentions{}
				c.hits = l.scan(c.text)
				c.unmention()
				if supposes(*c) || c.follows() || c.mocked() || i > 0 && thus.In(c.look()) {
					c.hits = append([]hit{{sign: cond}}, c.hits...)
				}
				s.asked = s.asked || i == len(s.clauses)-1 && (c.has(ask) || orNot(c.text))
			}
			all = append(all, s)
		}
	}
	return all
}

// orNot knows the question by its end: 「做完了没有」, 「去过没」.
func orNot(text []rune) bool {
	if last := lastSeen(text); last != '没' && last != '有' && last != '~' {
		return false
	}
	t := strings.TrimRight(string(text), " ~")
	t = strings.TrimSuffix(t, "有")
	return strings.HasSuffix(t, "了没") || strings.HasSuffix(t, "过没")
}

// supposes reports whether a clause begins with 如 for if, and not with 如下, 如期 or a word of the tables.
func supposes(c clause) bool {
	if !slices.Contains(c.text, '如') {
		return false
	}
	t := []rune(strings.TrimSpace(string(c.text)))
	if len(t) < 4 || t[0] != '如' || strings.ContainsRune("下期此何上图实约意题有数前", t[1]) {
		return false
	}
	return len(c.hits) == 0 || string(c.text[:c.hits[0].start]) != strings.Repeat(" ", c.hits[0].start)
}

// cut parts one line into sentences and clauses.
func cut(raw []rune) (all []sentence) {
	text := make([]rune, len(raw))
	for i, r := range raw {
		text[i] = fold.Rune(r)
	}
	var s sentence
	start, begin := 0, 0
	first := true
	end := func(i int) {
		if last := lastSeen(text[start:i]); last != 0 {
			colon := last == ':'
			s.clauses = append(s.clauses, clause{raw: raw[start:i], text: text[start:i], first: first, colon: colon})
			first = false
		}
		start = i + 1
	}
	stop := func(i int) {
		end(i)
		if len(s.clauses) > 0 {
			s.raw = strings.TrimSpace(string(raw[begin:min(i+1, len(raw))]))
			all = append(all, s)
		}
		s, begin = sentence{}, i+1
	}
	for i := range text {
		switch max(ends(text, i), setOff(text[start:i], text[i:])) {
		case 1:
			end(i)
		case 2:
			s.asked = s.asked || text[i] == '?'
			stop(i)
		}
	}
	stop(len(text))
	return all
}

// lastSeen is the last character of text that is no white space, 0 where there is none.
func lastSeen(text []rune) rune {
	for _, r := range slices.Backward(text) {
		if !unicode.IsSpace(r) {
			return r
		}
	}
	return 0
}

// ends says what text[i] ends: 0 nothing, 1 a clause, 2 a sentence.
func ends(text []rune, i int) int {
	switch text[i] {
	case ',':
		if i > 0 && i+3 < len(text) && digit(text[i-1]) && digit(text[i+1]) && digit(text[i+2]) && digit(text[i+3]) {
			return 0
		}
		return 1
	case '。', '!', '?', ';', '…', '\n':
		return 2
	case '.':
		if (i+1 == len(text) || text[i+1] == ' ') && !abbreviation(text[:i], text[i+1:]) {
			return 2
		}
	}
	return 0
}

// setOff is 1 where a dash parts a bare verdict from what is said besides: "Approved - safe travels",「同意——注意安全」.
func setOff(before, after []rune) int {
	if after[0] != '-' || len(before) == 0 || len(before) > longVerdict || before[len(before)-1] != ' ' && !fold.CJK(before[len(before)-1]) {
		return 0
	}
	if bareVerdict.MatchString(string(before)) {
		return 1
	}
	return 0
}

const longVerdict = 24

var bareVerdict = pattern.Must(`^\s*(?:yes|i|we)?\s*(?:approved?|confirm(?:ed)?|agreed?|accept(?:ed)?|no objections?|looks good|all good|lgtm|同意|确认|批准|无异议|没问题|没意见|赞成)\s*$`)

// abbreviation reports whether the full stop after t belongs to a list number or a short form.
func abbreviation(t, after []rune) bool {
	i := len(t)
	for i > 0 && (letter(t[i-1]) || digit(t[i-1]) || t[i-1] == '.') {
		i--
	}
	w := string(t[i:])
	switch w {
	case "no", "dec", "nov", "oct", "sep", "sept", "aug", "jul", "jun", "apr", "mar", "feb", "jan":
		a := strings.TrimLeft(string(after), " ")
		return a != "" && digit(rune(a[0]))
	case "mr", "ms", "mrs", "dr", "a.m", "p.m", "am", "pm", "approx", "vs", "e.g", "i.e", "etc", "tel", "ext", "st", "sr", "jr", "asst", "dy", "addl", "prof":
		return true
	}
	if len(w) == 1 && initial.MatchString(string(t[max(0, len(t)-longestTitle):])) || len(w) == 1 && letter(rune(w[0])) && len(after) > 2 && letter(after[1]) && after[2] == '.' {
		return true
	}
	for _, r := range w {
		if !digit(r) {
			return false
		}
	}
	return w != "" && len(w) <= 2 && strings.TrimSpace(string(t[:i])) == "" || w != "" && len(w) <= 2 && i > 0 && t[i-1] == ' '
}

// longestTitle is more than initial takes in.
const longestTitle = 12

// initial is a letter of a name, behind a title or another one: "Shri R. K. Gupta".
var initial = pattern.Must(`(?:^|\s)(?:mr|ms|mrs|dr|shri|smt|sri|er|prof|[a-hj-z])\.? [a-hj-z]$`)

// residue is what a clause says besides the words found in it: signs and blanks taken out.
func (c clause) residue(skip lexicon) string {
	covered := make([]bool, len(c.text))
	for _, h := range c.hits {
		for i := h.start; i < h.end; i++ {
			covered[i] = true
		}
	}
	for _, h := range skip.scan(c.text) {
		for i := h.start; i < h.end; i++ {
			covered[i] = true
		}
	}
	var b strings.Builder
	for i, r := range c.text {
		if !covered[i] && r > ' ' && !strings.ContainsRune(".,:;!?~。、…-()[]\"'/|*#—"+circled, r) && !digit(r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// size counts what is left of a clause: Chinese characters singly, English words of about five letters.
func size(residue string) int {
	n := 0
	for _, r := range residue {
		if letter(r) {
			n++
		} else if r < 0x1f000 && (r < 0x2600 || r > 0x27bf) {
			n += 4
		}
	}
	return n / 4
}
