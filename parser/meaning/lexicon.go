package meaning

import (
	"sort"
	"strings"
)

// sign is what a word or phrase says.
type sign byte

// The signs. Words that several letters share come first.
const (
	neutral sign = iota // says nothing; listed so that no shorter word is read in it
	cond                // if, once, provided
	hedge               // perhaps, in principle
	later               // a promise to answer, or something still to be done before
	ask                 // makes a question
	beg                 // makes a polite request of a question: could we
	but                 // takes back
	rest                // the others, everything else
	all                 // all of them
	scope               // my part only
	seen                // read, received
	others              // somebody else's words or task
	yes                 // the answer asked for, said firmly
	weak                // yes where nothing else is said
	no                  // the opposite
	refuse              // no, without saying what is wrong
	change              // a correction
	denial              // is not: a correction where an item is named
	heading             // the objections follow
	except              // all but
	done                // action: finished
	step                // action: a part done, as its verb says
	doing               // action: under way
	idle                // action: not begun
	stuck               // action: blocked
	waiting             // action: waits for somebody
	undone              // action: not finished
	finish              // action: finish, without saying when
	near                // action: almost
	extend              // action: a later date
	keep                // action: no later date
	past                // the planned date, not the new one
	actual              // what really is, against what was planned
	maybe               // invitation: perhaps
	stand               // invitation: somebody else comes
	move                // invitation: another time
	free                // invitation: that time would do
	follow              // survey, minutes: a suggestion
	find                // query
	thing               // what queries ask for
	back                // sent back, a rejection only where the letter offers it
)

// lexicon finds words of a table in folded text, the longest at each place. Its words lie under their first two characters, those of one under it
// and 0.
type lexicon map[[2]rune][]entry

type entry struct {
	word []rune
	sign sign
}

// hit is a word found: rune offsets in the clause.
type hit struct {
	sign       sign
	start, end int
}

// table lists the words of each sign, parted by "|". All words are folded: simplified, half width, lower case.
type table map[sign]string

// build makes one lexicon of several tables. A later table overrides a word of an earlier one.
func build(tables ...table) lexicon {
	words := map[string]sign{}
	for _, t := range tables {
		for s, list := range t {
			for _, w := range phrases(list) {
				words[w] = s
			}
		}
	}
	l := lexicon{}
	for w, s := range words {
		r := []rune(w)
		k := [2]rune{r[0]}
		if len(r) > 1 {
			k[1] = r[1]
		}
		l[k] = append(l[k], entry{r, s})
	}
	for _, e := range l {
		sort.Slice(e, func(i, j int) bool { return len(e[i].word) > len(e[j].word) })
	}
	return l
}

// phrases lists the words of one sign.
func phrases(list string) (words []string) {
	for _, w := range strings.Split(list, "|") {
		if w = strings.TrimSpace(w); w != "" {
			words = append(words, w)
		}
	}
	return words
}

// product writes every word of heads before every word of tails; two English words are parted by a blank.
func product(heads, tails string) string {
	var b strings.Builder
	for _, h := range phrases(heads) {
		for _, t := range phrases(tails) {
			if b.WriteString(h); letter(rune(h[len(h)-1])) && letter(rune(t[0])) {
				b.WriteByte(' ')
			}
			b.WriteString(t + "|")
		}
	}
	return strings.TrimSuffix(b.String(), "|")
}

// scan lists the words in text from left to right, without overlaps.
func (l lexicon) scan(text []rune) (hits []hit) {
	for i := 0; i < len(text); {
		n, s := l.at(text, i)
		if n == 0 {
			i++
			continue
		}
		hits = append(hits, hit{s, i, i + n})
		i += n
	}
	return hits
}

func (l lexicon) at(text []rune, i int) (int, sign) {
	if i+1 < len(text) {
		if n, s := longest(l[[2]rune{text[i], text[i+1]}], text, i); n > 0 {
			return n, s
		}
	}
	return longest(l[[2]rune{text[i]}], text, i)
}

// longest is the longest word of list that stands at text[i:].
func longest(list []entry, text []rune, i int) (int, sign) {
	for _, e := range list {
		if len(e.word) <= len(text)-i && equal(text[i:i+len(e.word)], e.word) && whole(text, i, i+len(e.word)) {
			return len(e.word), e.sign
		}
	}
	return 0, neutral
}

func equal(a, b []rune) bool {
	for i := range b {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// whole reports whether text[i:j] does not begin or end inside an English word.
func whole(text []rune, i, j int) bool {
	return (i == 0 || !letter(text[i-1]) || !letter(text[i])) && (j == len(text) || !letter(text[j]) || !letter(text[j-1]))
}

func letter(r rune) bool { return r >= 'a' && r <= 'z' }
func digit(r rune) bool  { return r >= '0' && r <= '9' }
