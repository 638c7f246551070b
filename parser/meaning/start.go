package meaning

// start is a phrase under one of the characters that it may begin with, and the characters that may come next: few phrases
// of those that begin alike go on alike.
type start struct {
	rule *rule
	next runeSet
}

// startsOf returns what may follow each character that a phrase may begin with.
func startsOf(phrase []part) map[rune]*runeSet {
	all := map[rune]*runeSet{}
	begin(phrase, func(r rune) *runeSet {
		if all[r] == nil {
			all[r] = &runeSet{}
		}
		return all[r]
	})
	return all
}

// begin puts into next of each first character of the parts what may follow it.
func begin(parts []part, next func(rune) *runeSet) {
	for i, p := range parts {
		for _, r := range p.initials() {
			next(r).fill()
		}
		for k := range p.words {
			if k[1] != 0 {
				next(k[0]).add(k[1])
			} else {
				followed(p.before(parts[i+1:]), next(k[0]))
			}
		}
		for _, list := range p.phrases {
			begin(append(list[:len(list):len(list)], p.before(parts[i+1:])...), next)
		}
		if p.min > 0 {
			return
		}
	}
}

// before returns the parts that may follow where p stood once.
func (p part) before(rest []part) []part {
	if p.max == 1 {
		return rest
	}
	p.min, p.max = 0, 1
	return append([]part{p}, rest...)
}

// followed adds what the parts may begin with behind a word of one character, a blank among it.
func followed(parts []part, next *runeSet) {
	if next.add(' '); heads(parts, next) {
		next.fill()
	}
}

// heads adds the characters that the parts may begin with, and reports whether they may be nothing at all.
func heads(parts []part, add *runeSet) (empty bool) {
	for _, p := range parts {
		if p.digits {
			add.fill()
		}
		for k := range p.words {
			add.add(k[0])
		}
		empty = p.min == 0
		for _, list := range p.phrases {
			empty = heads(list, add) || empty
		}
		if !empty {
			return false
		}
	}
	return true
}

// initials are the characters that a number or a code begins with, where p is one.
func (p part) initials() string {
	switch {
	case p.code:
		return "abcdefghijklmnopqrstuvwxyz"
	case p.digits:
		return "0123456789"
	}
	return ""
}

// runeSet is a set of characters. It may hold more than were put in, never fewer.
type runeSet [8]uint64

func (s *runeSet) add(r rune)      { s[r/64%8] |= 1 << (r % 64) }
func (s *runeSet) has(r rune) bool { return s[r/64%8]&(1<<(r%64)) != 0 }

func (s *runeSet) fill() {
	for i := range s {
		s[i] = ^uint64(0)
	}
}

func (s *runeSet) addAll(o *runeSet) {
	for i := range s {
		s[i] |= o[i]
	}
}
