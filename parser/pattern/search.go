package pattern

import (
	"regexp"
	"regexp/syntax"
	"slices"
	"sync"
	"unicode/utf8"
)

// search looks for an expression only where a match may begin: package regexp tries all alternatives at every character.
// It finds the same, for at each place the expression is asked with the character before, which \b and (?m)^ look at.
type search struct {
	re     func() *regexp.Regexp
	begins *mask  // one of these begins each match; nil where that is not known, or a match may be empty
	wide   []rune // or a character of these ranges: pairs of the first and the last
	word   bool   // a match begins where a word begins or ends

	opening func() *regexp.Regexp // a match that begins the text
	behind  func() *regexp.Regexp // a match behind the first character, which it includes: boundaries of words are looked at
}

// A search tries so many places, and only so near the end of the text: at each a match may have to be followed to the end.
const (
	mostPlaces = 12
	farthest   = 400
)

// searchFor makes the search for an expression, of which tree tells what begins it.
func searchFor(tree *syntax.Regexp, expr string) *search {
	k := &search{re: compiled(expr)}
	if c, empty := firstOf(tree); !empty && c.known && !anchored(tree) {
		k.begins, k.wide, k.word = &c.mask, c.wide, atWord(tree)
		k.opening = compiled(`\A(?:` + expr + `)`)
		k.behind = compiled(`\A(?s:.)(?:` + expr + `)`)
	}
	return k
}

func compiled(expr string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}

// look is one of the ways of package regexp to find a match.
type look func(re *regexp.Regexp, s string) []int

// matches reports whether there is a match in s.
func (k *search) matches(s string) bool {
	if k.begins == nil || len(s) > farthest {
		return k.re().MatchString(s)
	}
	at := k.next(s, 0)
	for range mostPlaces {
		if at == len(s) {
			return false
		}
		if re, from := k.here(s, at); re.MatchString(s[from:]) {
			return true
		}
		at = k.next(s, at+width(s[at:]))
	}
	return at < len(s) && k.re().MatchString(s)
}

// find is the first match in s.
func (k *search) find(s string, by look) []int {
	if k.begins == nil || len(s) > farthest {
		return by(k.re(), s)
	}
	places := mostPlaces
	m := k.from(s, 0, &places, by)
	if m == nil && places == 0 {
		return by(k.re(), s)
	}
	return m
}

// all are the first n matches in s, all of them where n is negative.
func (k *search) all(s string, n int, by look, all func(re *regexp.Regexp, s string, n int) [][]int) (found [][]int) {
	if k.begins == nil || len(s) > farthest {
		return all(k.re(), s, n)
	}
	places := mostPlaces
	for at := 0; n < 0 || len(found) < n; {
		m := k.from(s, at, &places, by)
		if m == nil {
			break
		}
		found, at = append(found, m), m[1]
	}
	if places == 0 {
		return all(k.re(), s, n)
	}
	return found
}

// from is the first match that begins at s[at:] or behind. It tries no more places than there are left.
func (k *search) from(s string, at int, left *int, by look) []int {
	for at = k.next(s, at); at < len(s) && *left > 0; at = k.next(s, at+width(s[at:])) {
		*left--
		re, from := k.here(s, at)
		if m := by(re, s[from:]); m != nil {
			m[0] += at - from
			for i := range m {
				if m[i] >= 0 {
					m[i] += from
				}
			}
			return m
		}
	}
	return nil
}

// here is what finds a match that begins at s[at:], and from where on.
func (k *search) here(s string, at int) (re *regexp.Regexp, from int) {
	if at == 0 {
		return k.opening(), 0
	}
	_, n := utf8.DecodeLastRuneInString(s[:at])
	return k.behind(), at - n
}

// next is the first place at s[at:] or behind where a match may begin, len(s) where there is none.
func (k *search) next(s string, at int) int {
	for i, r := range s[at:] {
		if (k.begins.has(one(r)) || within(r, k.wide)) && !(k.word && inWord(s, at+i)) {
			return at + i
		}
	}
	return len(s)
}

// within reports whether a character is in one of the ranges.
func within(r rune, ranges []rune) bool {
	for i := 0; i < len(ranges); i += 2 {
		if r <= ranges[i+1] {
			return r >= ranges[i]
		}
	}
	return false
}

// inWord reports whether s[at] and what stands before it are both of a word, or both not.
func inWord(s string, at int) bool {
	return (at > 0 && syntax.IsWordChar(rune(s[at-1]))) == syntax.IsWordChar(rune(s[at]))
}

// atWord reports whether a match can only begin where a word begins or ends.
func atWord(re *syntax.Regexp) bool {
	switch re.Op {
	case syntax.OpWordBoundary:
		return true
	case syntax.OpCapture, syntax.OpConcat:
		return len(re.Sub) > 0 && atWord(re.Sub[0])
	case syntax.OpAlternate:
		return !slices.ContainsFunc(re.Sub, func(sub *syntax.Regexp) bool { return !atWord(sub) })
	}
	return false
}

func width(s string) int {
	_, n := utf8.DecodeRuneInString(s)
	return n
}
