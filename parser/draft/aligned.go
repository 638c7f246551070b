package draft

import (
	"strings"

	"golang.org/x/text/width"
)

// aligned reads rows set in columns with blanks. A row with as many pieces as the header is taken in order; in one with
// fewer, each piece belongs to the column that begins where it does.
func aligned(lines []string, c columns) ([][]string, int) {
	starts := columnStarts(lines[0])
	rows := [][]string{trimmed(byBlanks(lines[0]))}
	n := 1
	for i, l := range lines[1:] {
		if rule.MatchString(l) {
			n = i + 2
			continue
		}
		cells := trimmed(byBlanks(l))
		if len(cells) < 2 || len(cells) > len(starts) {
			break
		}
		if len(cells) < len(starts) {
			cells = placed(l, starts)
		}
		rows, n = append(rows, cells), i+2
	}
	if len(rows) < 2 {
		return nil, 0
	}
	return rows, n
}

// columnStarts are the display columns at which the cells of a line begin.
func columnStarts(l string) (out []int) {
	at := 0
	blank := 2
	for _, r := range l {
		if r == ' ' || r == '\u3000' || r == '\u00a0' {
			blank += cellWidth(r)
		} else {
			if blank >= 2 {
				out = append(out, at)
			}
			blank = 0
		}
		at += cellWidth(r)
	}
	return out
}

func cellWidth(r rune) int {
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}

// placed puts each piece of a line into the column whose start is nearest to its own.
func placed(l string, starts []int) []string {
	cells := make([]string, len(starts))
	pieces := byBlanks(l)
	for i, at := range columnStarts(l) {
		if i >= len(pieces) {
			break
		}
		best := 0
		for j, s := range starts {
			if abs(s-at) < abs(starts[best]-at) {
				best = j
			}
		}
		cells[best] = strings.TrimSpace(cells[best] + " " + pieces[i])
	}
	return cells
}

func abs(n int) int { return max(n, -n) }
