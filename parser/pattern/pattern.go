// Package pattern is package regexp with a glance ahead. A reader of mail asks hundreds of patterns about every sentence
// and nearly all of them find nothing; which characters a text holds tells so for most, at a small part of the cost of a
// search. What a Pattern finds is exactly what its expression finds.
package pattern

import (
	"regexp"
	"regexp/syntax"
	"sync"
)

// Pattern is an expression and what tells that it matches nothing. All but its syntax waits until a text is first asked: most
// runs of a program ask few of its patterns.
type Pattern struct {
	expr string
	made func() *ways
}

// ways are the ways to ask a text.
type ways struct {
	glimpse  glimpse
	whole    *search
	branches []*branch // the alternatives of the whole expression, nil where one of them may match anywhere
}

// Must takes an expression in the syntax of regexp, and panics where it is faulty.
func Must(expr string) *Pattern {
	tree, err := syntax.Parse(expr, syntax.Perl)
	if err != nil {
		panic(err)
	}
	return &Pattern{expr, sync.OnceValue(func() *ways {
		return &ways{glance(tree), searchFor(tree, expr), branchesOf(tree, tree.MaxCap())}
	})}
}

// String is the expression.
func (p *Pattern) String() string { return p.expr }

// Text is a text and what it holds, for asking many patterns about one text.
type Text struct {
	s   string
	has mask
}

// Look takes in a text.
func Look(s string) *Text { return &Text{s, maskOf(s)} }

// String is the text itself.
func (t *Text) String() string { return t.s }

// In reports whether the expression matches in the text.
func (p *Pattern) In(t *Text) bool {
	w := p.made()
	if w.branches == nil {
		return !w.glimpse.lacks(t.s, &t.has) && w.whole.matches(t.s)
	}
	for _, b := range w.branches {
		if !b.glimpse.lacks(t.s, &t.has) && b.search.matches(t.s) {
			return true
		}
	}
	return false
}

// Vain reports whether a search in the text would surely find nothing.
func (p *Pattern) Vain(t *Text) bool {
	w := p.made()
	if w.branches == nil {
		return w.glimpse.lacks(t.s, &t.has)
	}
	for _, b := range w.branches {
		if !b.glimpse.lacks(t.s, &t.has) {
			return false
		}
	}
	return true
}

// in returns the search of s, nil where it would find nothing. Where no more than one alternative can match, that one finds
// what the whole would.
func (p *Pattern) in(s string) *search {
	w := p.made()
	if w.branches == nil {
		if w.glimpse.vain(s) {
			return nil
		}
		return w.whole
	}
	var only *branch
	has := maskOf(s)
	for _, b := range w.branches {
		switch {
		case b.glimpse.lacks(s, &has):
		case only != nil:
			return w.whole
		default:
			only = b
		}
	}
	if only == nil {
		return nil
	}
	return only.search
}

// MatchString is that of the expression.
func (p *Pattern) MatchString(s string) bool {
	if w := p.made(); w.branches == nil {
		return !w.glimpse.vain(s) && w.whole.matches(s)
	}
	return p.In(&Text{s, maskOf(s)})
}

// FindString is that of the expression.
func (p *Pattern) FindString(s string) string {
	if m := p.FindStringIndex(s); m != nil {
		return s[m[0]:m[1]]
	}
	return ""
}

// FindStringIndex is that of the expression.
func (p *Pattern) FindStringIndex(s string) []int {
	if k := p.in(s); k != nil {
		return k.find(s, (*regexp.Regexp).FindStringIndex)
	}
	return nil
}

// FindStringSubmatch is that of the expression.
func (p *Pattern) FindStringSubmatch(s string) []string {
	if m := p.FindStringSubmatchIndex(s); m != nil {
		return groups(s, m)
	}
	return nil
}

// FindStringSubmatchIndex is that of the expression.
func (p *Pattern) FindStringSubmatchIndex(s string) []int {
	if k := p.in(s); k != nil {
		return k.find(s, (*regexp.Regexp).FindStringSubmatchIndex)
	}
	return nil
}

// FindAllString is that of the expression.
func (p *Pattern) FindAllString(s string, n int) (all []string) {
	for _, m := range p.FindAllStringIndex(s, n) {
		all = append(all, s[m[0]:m[1]])
	}
	return all
}

// FindAllStringIndex is that of the expression.
func (p *Pattern) FindAllStringIndex(s string, n int) [][]int {
	if k := p.in(s); k != nil {
		return k.all(s, n, (*regexp.Regexp).FindStringIndex, (*regexp.Regexp).FindAllStringIndex)
	}
	return nil
}

// FindAllStringSubmatch is that of the expression.
func (p *Pattern) FindAllStringSubmatch(s string, n int) (all [][]string) {
	for _, m := range p.FindAllStringSubmatchIndex(s, n) {
		all = append(all, groups(s, m))
	}
	return all
}

// FindAllStringSubmatchIndex is that of the expression.
func (p *Pattern) FindAllStringSubmatchIndex(s string, n int) [][]int {
	if k := p.in(s); k != nil {
		return k.all(s, n, (*regexp.Regexp).FindStringSubmatchIndex, (*regexp.Regexp).FindAllStringSubmatchIndex)
	}
	return nil
}

// ReplaceAllString is that of the expression.
func (p *Pattern) ReplaceAllString(s, by string) string {
	if k := p.in(s); k != nil {
		return k.re().ReplaceAllString(s, by)
	}
	return s
}

// ReplaceAllStringFunc is that of the expression.
func (p *Pattern) ReplaceAllStringFunc(s string, by func(string) string) string {
	if k := p.in(s); k != nil {
		return k.re().ReplaceAllStringFunc(s, by)
	}
	return s
}

// groups are the texts of a match and of its groups, "" for those that took no part.
func groups(s string, m []int) []string {
	all := make([]string, len(m)/2)
	for i := range all {
		if m[2*i] >= 0 {
			all[i] = s[m[2*i]:m[2*i+1]]
		}
	}
	return all
}

// Split is that of the expression.
func (p *Pattern) Split(s string, n int) []string { return p.made().whole.re().Split(s, n) }

// SubexpIndex is that of the expression.
func (p *Pattern) SubexpIndex(name string) int { return p.made().whole.re().SubexpIndex(name) }
