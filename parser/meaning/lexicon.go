package meaning

import "sort"

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
	again               // action: under way again after it stood still
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

// signNames are the signs as the files of the grammar name them.
var signNames = [...]string{
	neutral: "neutral",
	cond:    "cond",
	hedge:   "hedge",
	later:   "later",
	ask:     "ask",
	beg:     "beg",
	but:     "but",
	rest:    "rest",
	all:     "all",
	scope:   "scope",
	seen:    "seen",
	others:  "others",
	yes:     "yes",
	weak:    "weak",
	no:      "no",
	refuse:  "refuse",
	change:  "change",
	denial:  "denial",
	heading: "heading",
	except:  "except",
	done:    "done",
	step:    "step",
	doing:   "doing",
	idle:    "idle",
	stuck:   "stuck",
	waiting: "waiting",
	undone:  "undone",
	finish:  "finish",
	near:    "near",
	extend:  "extend",
	keep:    "keep",
	again:   "again",
	past:    "past",
	actual:  "actual",
	maybe:   "maybe",
	stand:   "stand",
	move:    "move",
	free:    "free",
	follow:  "follow",
	find:    "find",
	thing:   "thing",
	back:    "back",
}

// lexicon finds the words and phrases of a grammar in folded text, the longest at each place.
type lexicon struct {
	words   map[string]*rule
	phrases []*rule

	heads map[rune]*head // under each character that they may begin with
}

// head is the words and phrases that begin with one character.
type head struct {
	words   map[rune][]entry // under their second character; the longest first
	next    runeSet          // those second characters
	single  *rule            // the word of one character, nil where there is none
	phrases []start
	goes    runeSet // the second characters of the phrases
}

type entry struct {
	word []rune
	rule *rule
}

// hit is a word found: rune offsets in the clause.
type hit struct {
	sign       sign
	start, end int
	rule       *rule // nil where the program itself says so
}

// index makes l ready to be asked.
func (l *lexicon) index() {
	l.heads = map[rune]*head{}
	for w, u := range l.words {
		r := []rune(w)
		h := l.head(r[0])
		if len(r) == 1 {
			h.single = u
			continue
		}
		h.words[r[1]] = append(h.words[r[1]], entry{r, u})
		h.next.add(r[1])
	}
	for _, h := range l.heads {
		for _, e := range h.words {
			sort.Slice(e, func(i, j int) bool { return len(e[i].word) > len(e[j].word) })
		}
	}
	for _, u := range l.phrases {
		for r, next := range startsOf(u.phrase) {
			h := l.head(r)
			h.phrases = append(h.phrases, start{u, *next})
			h.goes.addAll(next)
		}
	}
}

func (l *lexicon) head(r rune) *head {
	if l.heads[r] == nil {
		l.heads[r] = &head{words: map[rune][]entry{}}
	}
	return l.heads[r]
}

// scan lists the words and phrases in text from left to right, without overlaps.
func (l lexicon) scan(text []rune) (hits []hit) {
	for i := 0; i < len(text); {
		end, u := l.at(text, i)
		if u == nil {
			i++
			continue
		}
		hits = append(hits, hit{u.sign, i, end, u})
		i = end
	}
	return hits
}

// at is the longest word or phrase at text[i:], nil where there is none.
func (l lexicon) at(text []rune, i int) (end int, u *rule) {
	h := l.heads[text[i]]
	if h == nil {
		return i, nil
	}
	end = i
	if i+1 < len(text) && h.next.has(text[i+1]) {
		end, u = longest(h.words[text[i+1]], text, i)
	}
	if u == nil && h.single != nil && whole(text, i, i+1) {
		end, u = i+1, h.single
	}
	if i+1 < len(text) && !h.goes.has(text[i+1]) {
		return end, u
	}
	for _, o := range h.phrases {
		if i+1 < len(text) && !o.next.has(text[i+1]) {
			continue
		}
		matching(text).phrase(i, o.rule.phrase, func(to int) bool {
			if to > end || to == end && u.phrase != nil {
				end, u = to, o.rule
			}
			return true
		})
	}
	return end, u
}

// longest is the longest word of list that stands at text[i:].
func longest(list []entry, text []rune, i int) (int, *rule) {
	for _, e := range list {
		if stands(e.word, text, i) {
			return i + len(e.word), e.rule
		}
	}
	return i, nil
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
