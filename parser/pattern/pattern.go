// Package pattern is package regexp with a glance ahead. A reader of mail asks hundreds of patterns about every sentence
// and nearly all of them find nothing; which characters a text holds tells so for most, at a small part of the cost of a
// search. What a Pattern finds is exactly what its expression finds.
package pattern

import (
	"regexp"
	"regexp/syntax"
)

// Pattern is a compiled expression and what tells that it matches nothing. The methods that it does not define are the
// expression's own.
type Pattern struct {
	*regexp.Regexp
	glimpse  glimpse
	branches []*branch // the alternatives of the whole expression, nil where one of them may match anywhere
}

// Must compiles an expression in the syntax of regexp, and panics where it is faulty.
func Must(expr string) *Pattern {
	re := regexp.MustCompile(expr)
	tree, err := syntax.Parse(expr, syntax.Perl)
	if err != nil {
		panic(err)
	}
	return &Pattern{Regexp: re, glimpse: glance(tree), branches: branchesOf(tree, re.NumSubexp())}
}

// Text is a text and what it holds, for asking many patterns about one text.
type Text struct {
	s   string
	has mask
}

// Look takes in a text.
func Look(s string) *Text { return &Text{s, maskOf(s)} }

// Vain reports whether a search in the text would surely find nothing.
func (p *Pattern) Vain(t *Text) bool {
	if p.branches == nil {
		return p.glimpse.lacks(t.s, &t.has)
	}
	for _, b := range p.branches {
		if !b.glimpse.lacks(t.s, &t.has) {
			return false
		}
	}
	return true
}

// in returns the expression to search s with, nil where it finds nothing. Where no more than one alternative can match,
// that one finds what the whole would.
func (p *Pattern) in(s string) *regexp.Regexp {
	if p.branches == nil {
		if p.glimpse.vain(s) {
			return nil
		}
		return p.Regexp
	}
	var only *branch
	has := maskOf(s)
	for _, b := range p.branches {
		switch {
		case b.glimpse.lacks(s, &has):
		case only != nil:
			return p.Regexp
		default:
			only = b
		}
	}
	if only == nil {
		return nil
	}
	return only.re()
}

// MatchString is that of the expression.
func (p *Pattern) MatchString(s string) bool {
	if p.branches == nil {
		return !p.glimpse.vain(s) && p.Regexp.MatchString(s)
	}
	has := maskOf(s)
	for _, b := range p.branches {
		if !b.glimpse.lacks(s, &has) && b.re().MatchString(s) {
			return true
		}
	}
	return false
}

// FindString is that of the expression.
func (p *Pattern) FindString(s string) string {
	if re := p.in(s); re != nil {
		return re.FindString(s)
	}
	return ""
}

// FindStringIndex is that of the expression.
func (p *Pattern) FindStringIndex(s string) []int {
	if re := p.in(s); re != nil {
		return re.FindStringIndex(s)
	}
	return nil
}

// FindStringSubmatch is that of the expression.
func (p *Pattern) FindStringSubmatch(s string) []string {
	if re := p.in(s); re != nil {
		return re.FindStringSubmatch(s)
	}
	return nil
}

// FindStringSubmatchIndex is that of the expression.
func (p *Pattern) FindStringSubmatchIndex(s string) []int {
	if re := p.in(s); re != nil {
		return re.FindStringSubmatchIndex(s)
	}
	return nil
}

// FindAllString is that of the expression.
func (p *Pattern) FindAllString(s string, n int) []string {
	if re := p.in(s); re != nil {
		return re.FindAllString(s, n)
	}
	return nil
}

// FindAllStringIndex is that of the expression.
func (p *Pattern) FindAllStringIndex(s string, n int) [][]int {
	if re := p.in(s); re != nil {
		return re.FindAllStringIndex(s, n)
	}
	return nil
}

// FindAllStringSubmatch is that of the expression.
func (p *Pattern) FindAllStringSubmatch(s string, n int) [][]string {
	if re := p.in(s); re != nil {
		return re.FindAllStringSubmatch(s, n)
	}
	return nil
}

// FindAllStringSubmatchIndex is that of the expression.
func (p *Pattern) FindAllStringSubmatchIndex(s string, n int) [][]int {
	if re := p.in(s); re != nil {
		return re.FindAllStringSubmatchIndex(s, n)
	}
	return nil
}

// ReplaceAllString is that of the expression.
func (p *Pattern) ReplaceAllString(s, by string) string {
	if re := p.in(s); re != nil {
		return re.ReplaceAllString(s, by)
	}
	return s
}

// ReplaceAllStringFunc is that of the expression.
func (p *Pattern) ReplaceAllStringFunc(s string, by func(string) string) string {
	if re := p.in(s); re != nil {
		return re.ReplaceAllStringFunc(s, by)
	}
	return s
}
