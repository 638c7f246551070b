package main

import (
	"fmt"
	"io"
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// table prints rows in columns; Chinese characters are two cells wide.
type table struct {
	w    io.Writer
	rows [][]string
}

func newTable(w io.Writer, head ...string) *table { return &table{w, [][]string{head}} }

// row adds a row. What came from outside cannot move the terminal's cursor.
func (t *table) row(cells ...string) {
	for i := range cells {
		cells[i] = tame(cells[i])
	}
	t.rows = append(t.rows, cells)
}

// tame makes one line of s, without control characters.
func tame(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, s)
}

func (t *table) flush() error {
	if len(t.rows) == 0 {
		return nil
	}
	wide := make([]int, len(t.rows[0]))
	for _, r := range t.rows {
		for i, c := range r {
			wide[i] = max(wide[i], cells(c))
		}
	}
	for _, r := range t.rows {
		var b strings.Builder
		for i, c := range r {
			b.WriteString(c)
			if i < len(r)-1 {
				b.WriteString(strings.Repeat(" ", wide[i]-cells(c)+2))
			}
		}
		if _, err := fmt.Fprintln(t.w, strings.TrimRight(b.String(), " ")); err != nil {
			return err
		}
	}
	return nil
}

// cells is how many columns of a terminal s takes.
func cells(s string) int {
	n := 0
	for _, r := range s {
		n++
		if k := width.LookupRune(r).Kind(); k == width.EastAsianWide || k == width.EastAsianFullwidth {
			n++
		}
	}
	return n
}
