package draft

import (
	"strings"

	"github.com/huiban/huiban/parser/pattern"
)

// onePerLine reads a table that came out with one cell on a line: a run of header words, then cells by the dozen.
// A cell that was empty may be a blank line or be missing altogether, so rows begin at their numbers where they have any.
func onePerLine(lines []string) ([][]string, int) {
	head, at := headRun(lines)
	c, ok := header(head)
	if !ok || len(head) < 3 && c.column(numberRole) < 0 || c.column(numberRole) > 0 {
		return nil, 0 // a heading before the table's own first cell
	}
	rows := [][]string{head}
	numbered := c.roles[0] == numberRole
	for at < len(lines) {
		row, next := cellRun(lines, at, len(head), numbered, len(rows))
		if row == nil {
			break
		}
		rows, at = append(rows, fit(row, c)), next
	}
	if len(rows) < 2 {
		return nil, 0
	}
	return rows, at
}

// headRun is the run of header words at the start, with at most one blank line between two.
func headRun(lines []string) (head []string, at int) {
	blank := 0
	for at < len(lines) && len(head) < 9 {
		l := strings.TrimSpace(lines[at])
		switch {
		case l == "" && len(head) > 0 && blank == 0:
			blank++
		case l != "" && runes(l) <= 16 && isHeadWord(l) && !strings.HasSuffix(folded(l), ":"):
			head, blank = append(head, l), 0
		default:
			return head, at
		}
		at++
	}
	return head, at
}

func isHeadWord(l string) bool {
	w := folded(l)
	return isLabel(w) || itemHead.MatchString(w) || nameHead.MatchString(w) || stateHead.MatchString(w) || tickHead.MatchString(w) || delegateHead.MatchString(w) || deptHead.MatchString(w)
}

var bareNumber = pattern.Must(`^(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3}|[①-⑳])[.、]?$`)

// cellRun reads the cells of one row from lines[at]; nil where no row begins there.
func cellRun(lines []string, at, width int, numbered bool, no int) ([]string, int) {
	for at < len(lines) && strings.TrimSpace(lines[at]) == "" {
		at++
	}
	if at >= len(lines) || numbered && !bareNumber.MatchString(folded(lines[at])) {
		return nil, at
	}
	if _, ok := named(folded(lines[at])); ok {
		return nil, at
	}
	var row []string
	blank := 0
	for at < len(lines) && len(row) < width {
		l := strings.TrimSpace(lines[at])
		if len(row) > 1 && closing.MatchString(folded(l)) || strings.HasSuffix(l, "。") && blank > 0 {
			break
		}
		if l == "" {
			if blank++; blank > 1 {
				break
			}
		} else {
			if numbered && len(row) > 0 && westernNo(strings.TrimRight(folded(l), ".、")) == itoa(no+1) {
				break
			}
			row, blank = append(row, l), 0
		}
		at++
	}
	if !numbered && len(row) < width {
		return nil, at
	}
	return row, at
}

// fit places the cells of a row that lacks some: a date under the due date, a name under the owner.
func fit(row []string, c columns) []string {
	if len(row) == len(c.roles) {
		return row
	}
	out := make([]string, len(c.roles))
	next := 0
	for _, cell := range row {
		i := next
		for i < len(c.roles)-1 && !suits(cell, c.roles[i]) {
			i++
		}
		if i >= len(out) {
			break
		}
		out[i], next = cell, i+1
	}
	return out
}

var dateLike = pattern.Must(`^(?:[0-9].*|.*(?:月|日|周|号|尽快|底|ASAP).*|(?i:mon|tue|wed|thu|fri|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|tbd).*)$`)

func suits(cell string, r role) bool {
	f := folded(cell)
	switch r {
	case numberRole:
		return bareNumber.MatchString(f)
	case ownerRole:
		return !dateLike.MatchString(f) && runes(f) <= 12
	case dueRole:
		return dateLike.MatchString(f)
	}
	return !bareNumber.MatchString(f)
}
