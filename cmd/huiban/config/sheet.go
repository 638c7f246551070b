package config

import (
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/huiban/huiban/policies"
	"github.com/huiban/huiban/policies/strict"
)

// sheet is a table with a header, read from CSV or XLSX.
type sheet struct {
	file   string
	titles map[string]string // of the columns found, as the file writes them, by name
	rows   []row
	faults []policies.Fault
}

// row is one line of a sheet: its cells by the column's name, blanks trimmed.
type row struct {
	line  int
	cells map[string]string
}

// column is one column that a sheet may have.
type column struct {
	name   string
	titles []string // accepted in the header, besides the name
	must   bool
}

// readSheet reads the table at path, called file in faults.
func readSheet(path, file string, columns []column) *sheet {
	s := &sheet{file: file, titles: map[string]string{}}
	data, err := os.ReadFile(path)
	if err != nil {
		s.fault(0, "", reason(err), "")
		return s
	}
	lines, err := table(data)
	if err != nil {
		s.fault(0, "", err.Error(), "")
		return s
	}
	s.read(lines, columns)
	return s
}

func (s *sheet) fault(line int, name, message, hint string) {
	title := s.titles[name]
	s.faults = append(s.faults, policies.Fault{File: s.file, Line: line, Key: title, Message: message, Hint: hint})
}

func (s *sheet) warn(line int, name, message, hint string) {
	s.fault(line, name, message, hint)
	s.faults[len(s.faults)-1].Warning = true
}

// read takes the first line as the header and the others as rows.
func (s *sheet) read(lines []line, columns []column) {
	if len(lines) == 0 {
		s.fault(0, "", "this file is empty", "its first line names the columns")
		return
	}
	at := s.header(lines[0], columns)
	if strict.Errors(s.faults) > 0 {
		return
	}
	for _, l := range lines[1:] {
		r := row{l.no, map[string]string{}}
		for name, i := range at {
			if i < len(l.cells) {
				r.cells[name] = l.cells[i]
			}
		}
		s.rows = append(s.rows, r)
	}
}

// header finds the columns. Columns of no concern to us are let be, unless one looks like a slip of the pen.
func (s *sheet) header(l line, columns []column) map[string]int {
	at := map[string]int{}
	var known []string
	for i, title := range l.cells {
		if c := columnOf(title, columns); c != nil {
			if _, twice := at[c.name]; twice {
				s.fault(l.no, c.name, "there are two columns for this", "remove one")
				continue
			}
			at[c.name], s.titles[c.name] = i, title
		}
	}
	for _, c := range columns {
		if _, found := at[c.name]; !found {
			known = append(known, append([]string{c.name}, c.titles...)...)
			if c.must {
				s.fault(l.no, "", fmt.Sprintf("there is no column %s (%s)", c.titles[0], c.name), "the first line names the columns")
			}
		}
	}
	s.slips(l, columns, known)
	return at
}

func (s *sheet) slips(l line, columns []column, known []string) {
	for _, title := range l.cells {
		if near := strict.Nearest(title, known); near != "" && len(title) > 2 && columnOf(title, columns) == nil {
			s.warn(l.no, "", fmt.Sprintf("the column %q is not read", title), "did you mean "+near+"?")
		}
	}
}

func columnOf(title string, columns []column) *column {
	title = strings.ToLower(strings.ReplaceAll(title, " ", ""))
	for i, c := range columns {
		if title == c.name || slices.Contains(c.titles, title) {
			return &columns[i]
		}
	}
	return nil
}
