package parser

import (
	"strings"

	"github.com/huiban/huiban/parser/quote"
)

// Limits against hostile mail. An answer is far shorter, so that what lies beyond them is asked back about rather than read.
const (
	longestBody   = 256 << 10 // bytes of text that are told apart
	longestAnswer = 32 << 10  // bytes of the writer's own words
	longestLine   = 2 << 10   // bytes of one line of them
	mostLines     = 300       // of them that are not empty
	longestDraft  = 64 << 10  // bytes of minutes in the mail itself
	mostFiles     = 8         // Word files that minutes are looked for in
)

// readable are the lines that are told apart: the first ones, down to the limit.
func readable(lines []quote.Line) []quote.Line {
	left := longestBody
	for i, l := range lines {
		if left -= len(l.Text) + 1; left < 0 {
			return lines[:i]
		}
	}
	return lines
}

// endless reports whether nobody answers a letter with a text that long.
func endless(text string) bool {
	if len(text) > longestAnswer {
		return true
	}
	lines := 0
	for line := range strings.Lines(text) {
		if len(line) > 1 {
			lines++
		}
		if len(line) > longestLine || lines > mostLines {
			return true
		}
	}
	return false
}

// opening is how a text begins, enough of it to know it by.
func opening(text string) string {
	line, _, _ := strings.Cut(text, "\n")
	if r := []rune(line[:min(len(line), 400)]); len(r) > 100 || len(line) > 400 {
		return string(r[:min(len(r), 100)]) + "…"
	}
	return line
}
