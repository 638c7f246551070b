package pattern

import (
	"regexp/syntax"
	"unicode"
)

// most is how many characters a class may hold to be of use; \p{Han} tells nothing about a Chinese text.
const most = 400

// asked is how many characters a pattern asks for at most, and askedOfEach how many of each of its alternatives: each costs
// a look, and the rarest tell most.
const (
	asked       = 8
	askedOfEach = 2
)

// common are the characters that stand in many sentences: that one is there tells little.
const common = " ,.的了不是一我在有这个们和会为上下来到时大要就出以也年月日人可对中后行好第项议会前于同意请按已事部"

// glimpse is what must be in a text that an expression matches.
type glimpse struct {
	first *mask  // one of these begins each match, where matches begin the text; nil is not known
	needs []need // one of each is in each match
}

// glance returns what can be told of an expression.
func glance(tree *syntax.Regexp) (g glimpse) {
	if anchored(tree) {
		if f, empty := firstOf(tree); !empty && f.known && f.wide == nil {
			g.first = &f.mask
		}
	}
	for _, c := range rarest(needed(tree), asked) {
		g.needs = append(g.needs, needOf(&c.mask))
	}
	return g
}

// vain reports whether the expression cannot match in s.
func (g *glimpse) vain(s string) bool {
	if g.first != nil && !g.first.begins(s) {
		return true
	}
	if len(g.needs) == 0 {
		return false
	}
	has := maskOf(s)
	return g.lacks(s, &has)
}

// lacks reports the same of a text that has these characters.
func (g *glimpse) lacks(s string, has *mask) bool {
	if g.first != nil && !g.first.begins(s) {
		return true
	}
	for i := range g.needs {
		if !g.needs[i].met(has) {
			return true
		}
	}
	return false
}

// choice is a set of characters one of which must be there. weight is how much of ordinary text it meets.
type choice struct {
	mask   mask
	weight int
	known  bool   // false: any character may be the one
	wide   []rune // or one of these ranges, where firstOf says so
}

func (c *choice) add(r rune) {
	c.mask.set(one(r))
	c.weight += 2 + weights[r]
}

// with returns the characters of both.
func (c choice) with(o choice) choice {
	for i := range c.mask {
		c.mask[i] |= o.mask[i]
	}
	return choice{c.mask, c.weight + o.weight, c.known && o.known, merged(c.wide, o.wide)}
}

// letters are those of English, the rarest first.
const letters = "zqxjkvbpygfwmucldrhsnioate"

// weights is what a common character weighs more than another.
var weights = func() map[rune]int {
	m := map[rune]int{}
	for _, r := range common {
		m[r] = 6
	}
	for i, r := range letters {
		m[r] = 1 + i/3
	}
	return m
}()

// single is one character, in both cases where case does not count.
func single(r rune, fold bool) choice {
	c := choice{known: true}
	c.add(r)
	if fold {
		for f := unicode.SimpleFold(r); f != r; f = unicode.SimpleFold(f) {
			c.add(f)
		}
	}
	return c
}

// pair is two characters that follow one another. known is false where a case of theirs is not known.
func pair(a, b rune, fold bool) (c choice) {
	if fold && !(cased(a) && cased(b)) {
		return choice{}
	}
	c.mask.set(both(a, b))
	c.weight, c.known = 1+min(weights[lower(a)], weights[lower(b)])/2, true
	return c
}

// cased reports whether lower makes one of all cases of a character.
func cased(r rune) bool { return r < 0x80 || r >= 0x3000 && r < 0xa000 }

// class is one of the characters of a class: pairs of the first and the last of a range.
func class(ranges []rune) (c choice) {
	n := 0
	for i := 0; i < len(ranges); i += 2 {
		if n += int(ranges[i+1]-ranges[i]) + 1; n > most {
			return choice{}
		}
		for r := ranges[i]; r <= ranges[i+1]; r++ {
			c.add(r)
		}
	}
	c.known = true
	return c
}

// merged are the ranges of both, in their order.
func merged(a, b []rune) (all []rune) {
	for len(a) > 0 && len(b) > 0 {
		if b[0] < a[0] {
			a, b = b, a
		}
		all, a = append(all, a[0], a[1]), a[2:]
	}
	return append(append(all, a...), b...)
}

// needed returns the choices each of which every match contains.
func needed(re *syntax.Regexp) (all []choice) {
	switch re.Op {
	case syntax.OpLiteral:
		return literal(re.Rune, re.Flags&syntax.FoldCase != 0)
	case syntax.OpCharClass:
		if c := class(re.Rune); c.known {
			all = append(all, c)
		}
	case syntax.OpCapture, syntax.OpPlus:
		return needed(re.Sub[0])
	case syntax.OpRepeat:
		if re.Min > 0 {
			return needed(re.Sub[0])
		}
	case syntax.OpConcat:
		for _, sub := range re.Sub {
			all = append(all, needed(sub)...)
		}
	case syntax.OpAlternate:
		return oneOf(re.Sub)
	}
	return all
}

// literal needs each of its characters, and each pair of them.
func literal(text []rune, fold bool) (all []choice) {
	for i, r := range text {
		all = append(all, single(r, fold))
		if i == 0 {
			continue
		}
		if c := pair(text[i-1], r, fold); c.known {
			all = append(all, c)
		}
	}
	return all
}

// oneOf returns what every alternative needs: the rarest need of each, together, and the second rarest.
func oneOf(subs []*syntax.Regexp) []choice {
	all := make([]choice, askedOfEach)
	for i := range all {
		all[i].known = true
	}
	for _, sub := range subs {
		best := rarest(needed(sub), askedOfEach)
		if len(best) == 0 {
			return nil
		}
		for i := range all {
			all[i] = all[i].with(best[min(i, len(best)-1)])
		}
	}
	return all
}

// rarest returns up to n of the choices, those that ordinary text meets least.
func rarest(all []choice, n int) (best []choice) {
	for len(best) < n && len(all) > 0 {
		k := 0
		for i := range all {
			if all[i].weight < all[k].weight {
				k = i
			}
		}
		best = append(best, all[k])
		all = append(all[:k:k], all[k+1:]...)
	}
	return best
}

// anchored reports whether every match begins the text.
func anchored(re *syntax.Regexp) bool {
	switch re.Op {
	case syntax.OpBeginText:
		return true
	case syntax.OpCapture:
		return anchored(re.Sub[0])
	case syntax.OpConcat:
		return len(re.Sub) > 0 && anchored(re.Sub[0])
	case syntax.OpAlternate:
		for _, sub := range re.Sub {
			if !anchored(sub) {
				return false
			}
		}
		return true
	}
	return false
}

// firstOf returns the characters that a match can begin with, and whether it can be empty.
func firstOf(re *syntax.Regexp) (c choice, empty bool) {
	switch re.Op {
	case syntax.OpLiteral:
		return single(re.Rune[0], re.Flags&syntax.FoldCase != 0), false
	case syntax.OpCharClass:
		if c = class(re.Rune); !c.known {
			c = choice{known: true, wide: re.Rune}
		}
		return c, false
	case syntax.OpCapture, syntax.OpPlus:
		return firstOf(re.Sub[0])
	case syntax.OpStar, syntax.OpQuest:
		c, _ = firstOf(re.Sub[0])
		return c, true
	case syntax.OpRepeat:
		c, empty = firstOf(re.Sub[0])
		return c, empty || re.Min == 0
	case syntax.OpConcat:
		return firstOfAll(re.Sub)
	case syntax.OpAlternate:
		return firstOfAny(re.Sub)
	case syntax.OpAnyChar, syntax.OpAnyCharNotNL:
		return choice{}, false
	}
	return choice{known: true}, true // an empty match, or an assertion
}

func firstOfAll(subs []*syntax.Regexp) (c choice, empty bool) {
	c.known = true
	for _, sub := range subs {
		f, e := firstOf(sub)
		if c = c.with(f); !e {
			return c, false
		}
	}
	return c, true
}

func firstOfAny(subs []*syntax.Regexp) (c choice, empty bool) {
	c.known = true
	for _, sub := range subs {
		f, e := firstOf(sub)
		c, empty = c.with(f), empty || e
	}
	return c, empty
}
