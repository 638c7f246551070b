package meaning

import "github.com/huiban/huiban/parser/pattern"

// chatty is a yes that often only answers a request: 「没问题，明天给你」, "OK, will do".
var chatty = pattern.Must(`^\W*(?:我这边|我|那)?(?:没问题|没有问题|可以|行|好|ok|okay|sure|fine|no problem|no problems)(?:的|啊|呀|吧)?\W*$`)

// errand is what one then goes to do, and no verdict.
var errand = pattern.Must(`看|读|给[你您]|发[你您]|去办|安排人|处理|弄|转给|问|\bwill do\b|\bi(?:'ll| will) (?:read|look|check|go|have|take|send|do|get|see|review|come|change|fix|ask|try|let)\b|thanks for (?:letting|telling|the (?:info|update|heads))`)

// errands reports whether a sentence only promises to do something: a chatty yes and what one goes to do.
func (s sentence) errands() bool {
	if len(s.clauses) < 2 || !chatty.MatchString(s.clauses[0].folded()) {
		return false
	}
	for _, c := range s.clauses[1:] {
		if c.has(yes, weak) || c.elsewhere() {
			return false
		}
	}
	return errand.MatchString(s.clauses[1].folded())
}
