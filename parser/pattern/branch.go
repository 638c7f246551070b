package pattern

import (
	"regexp/syntax"
	"strings"
)

// branch is one alternative of an expression, with as many groups as the whole has and its own at their numbers.
type branch struct {
	glimpse glimpse
	search  *search
}

// branchesOf parts an expression of groups groups at the bars between its alternatives. It returns nil where there are
// none, or where one of them may match any text.
func branchesOf(tree *syntax.Regexp, groups int) (all []*branch) {
	if tree.Op != syntax.OpAlternate {
		return nil
	}
	for _, sub := range tree.Sub {
		g := glance(sub)
		if g.first == nil && len(g.needs) == 0 {
			return nil
		}
		all = append(all, &branch{g, searchFor(sub, padded(sub, groups))})
	}
	return all
}

// padded writes an alternative with groups before and behind its own that take no part.
func padded(sub *syntax.Regexp, groups int) string {
	first, last := span(sub)
	if last == 0 {
		first, last = 1, 0
	}
	return absent(first-1) + "(?:" + sub.String() + ")" + absent(groups-last)
}

func absent(n int) string { return strings.Repeat("(){0}", n) }

// span returns the numbers of the first and the last group in an expression, 0 where it has none.
func span(re *syntax.Regexp) (first, last int) {
	if re.Op == syntax.OpCapture {
		first, last = re.Cap, re.Cap
	}
	for _, sub := range re.Sub {
		f, l := span(sub)
		if first == 0 || f > 0 && f < first {
			first = f
		}
		last = max(last, l)
	}
	return first, last
}
