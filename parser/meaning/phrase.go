package meaning

import (
	"iter"
	"strings"
)

// alternatives parts a list at the bars that stand outside of brackets.
func alternatives(list string) (all []string) {
	depth, start := 0, 0
	add := func(end int) {
		if a := strings.TrimSpace(list[start:end]); a != "" {
			all = append(all, a)
		}
		start = end + 1
	}
	for i := range len(list) {
		switch list[i] {
		case '(':
			depth++
		case ')':
			depth--
		case '|':
			if depth == 0 {
				add(i)
			}
		}
	}
	add(len(list))
	return all
}

// phraseReader reads the notation of phrases.
type phraseReader struct {
	text    string
	classes map[string]part
	where   string
}

// choice reads all alternatives of the text as one part.
func (p *phraseReader) choice() part {
	c := part{words: wordSet{}, min: 1, max: 1}
	for _, a := range alternatives(p.text) {
		sub := &phraseReader{text: a, classes: p.classes, where: p.where}
		list := sub.phrase()
		if len(list) == 1 && list[0].min == 1 && list[0].max == 1 && !list[0].digits {
			c.words.addAll(list[0].words)
			c.phrases = append(c.phrases, list[0].phrases...)
			continue
		}
		c.phrases = append(c.phrases, list)
	}
	return c.headed()
}

// headed is p with the characters that its words begin with, and those that come second.
func (p part) headed() part {
	for k := range p.words {
		p.heads.add(k[0])
		if p.seconds.add(k[1]); k[1] == 0 {
			p.single = true
		}
	}
	return p
}

// phrase reads one alternative.
func (p *phraseReader) phrase() (list []part) {
	for p.text = strings.TrimSpace(p.text); p.text != ""; p.text = strings.TrimSpace(p.text) {
		list = append(list, p.repeated(p.one()))
	}
	return list
}

// one reads a choice in brackets, a class, or a run of plain words.
func (p *phraseReader) one() part {
	switch p.text[0] {
	case '(':
		end := closing(p.text)
		if end < 0 {
			panic(p.where + ": a bracket is not closed")
		}
		sub := &phraseReader{text: p.text[1:end], classes: p.classes, where: p.where}
		p.text = p.text[end+1:]
		return sub.choice()
	case '<':
		name, rest, ok := strings.Cut(p.text[1:], ">")
		c, known := p.classes[name]
		if name == "number" || name == "code" {
			c, known = part{digits: true, code: name == "code", min: 1, max: 1}, true
		}
		if !ok || !known {
			panic(p.where + ": no class " + name)
		}
		p.text = rest
		return c
	}
	end := strings.IndexAny(p.text, "(<")
	if end < 0 {
		end = len(p.text)
	}
	word := strings.TrimSpace(p.text[:end])
	p.text = p.text[end:]
	c := part{words: wordSet{}, min: 1, max: 1}
	c.words.add([]rune(word))
	return c.headed()
}

// repeated reads the mark behind a part.
func (p *phraseReader) repeated(c part) part {
	switch {
	case strings.HasPrefix(p.text, "?"):
		c.min = 0
	case strings.HasPrefix(p.text, "*"):
		c.min, c.max = 0, most
	default:
		return c
	}
	p.text = p.text[1:]
	return c
}

// closing is where the bracket that text begins with is closed, -1 where it is not.
func closing(text string) int {
	depth := 0
	for i := range len(text) {
		switch text[i] {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return -1
}

// matching reads a phrase in a text, longest words first. It tries every way and calls then with the end of each until that is content.
type matching []rune

func (m matching) phrase(i int, parts []part, then func(end int) bool) bool {
	if len(parts) == 0 {
		return then(i)
	}
	return m.times(i, &parts[0], 0, func(end int) bool { return m.phrase(end, parts[1:], then) })
}

func (m matching) times(i int, p *part, n int, then func(end int) bool) bool {
	if n < p.max && m.once(i, p, func(end int) bool { return m.times(end, p, n+1, then) }) {
		return true
	}
	return n >= p.min && then(i)
}

func (m matching) once(i int, p *part, then func(end int) bool) bool {
	for i > 0 && i < len(m) && m[i] == ' ' {
		i++
	}
	if p.digits {
		end := i
		if p.code {
			end = m.letters(i)
		}
		from := end
		for end < len(m) && digit(m[end]) {
			end++
		}
		return end > from && then(end)
	}
	if i < len(m) && p.heads.has(m[i]) {
		if m.word(i, p, then) {
			return true
		}
	}
	for _, list := range p.phrases {
		if m.phrase(i, list, then) {
			return true
		}
	}
	return false
}

// word reads one of the words that stand at i, the longest first.
func (m matching) word(i int, p *part, then func(end int) bool) bool {
	if i+1 < len(m) && p.seconds.has(m[i+1]) {
		for _, w := range p.words[[2]rune{m[i], m[i+1]}] {
			if stands(w, m, i) && then(i+len(w)) {
				return true
			}
		}
	}
	return p.single && len(p.words[[2]rune{m[i]}]) > 0 && whole(m, i, i+1) && then(i+1)
}

// letters is where the letters and the dash of a code end that begins at i.
func (m matching) letters(i int) int {
	for i < len(m) && letter(m[i]) {
		i++
	}
	if i < len(m) && (m[i] == '-' || m[i] == '_') {
		i++
	}
	return i
}

// wordSet is words under their first two characters, those of one under it and 0, the longest first.
type wordSet map[[2]rune][][]rune

func (s wordSet) add(w []rune) {
	k := key(w)
	for i, old := range s[k] {
		if len(old) == len(w) && equal(old, w) {
			return
		}
		if len(old) < len(w) {
			s[k] = append(s[k][:i], append([][]rune{w}, s[k][i:]...)...)
			return
		}
	}
	s[k] = append(s[k], w)
}

func (s wordSet) addAll(o wordSet) {
	for w := range o.all() {
		s.add([]rune(w))
	}
}

func (s wordSet) all() iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, list := range s {
			for _, w := range list {
				if !yield(string(w)) {
					return
				}
			}
		}
	}
}

// key is where a word lies in an index.
func key(w []rune) [2]rune {
	k := [2]rune{w[0]}
	if len(w) > 1 {
		k[1] = w[1]
	}
	return k
}

// stands reports whether w stands at text[i:], whole.
func stands(w, text []rune, i int) bool {
	return len(w) <= len(text)-i && equal(text[i:i+len(w)], w) && whole(text, i, i+len(w))
}
