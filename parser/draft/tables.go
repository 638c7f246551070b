package draft

import (
	"strings"

	"github.com/huiban/huiban/parser/pattern"
)

// lineTables turns lines into blocks and finds the tables among them: cells divided by | or tabs, set in columns with
// blanks, or, as some clients write an HTML table, one cell on a line.
func lineTables(lines []string) []block {
	var out []block
	for i := 0; i < len(lines); {
		if rows, n := tableAt(lines[i:]); n > 0 {
			out = append(out, block{rows: rows})
			i += n
			continue
		}
		for _, l := range labelledCells(lines[i]) {
			out = append(out, block{line: l})
		}
		i++
	}
	return out
}

var labelledCell = pattern.Must(`^[^:：|]{1,14}[:：]`)

// labelledCells divides a line like "出席：王磊 | 缺席：李娜", which is no table's row.
func labelledCells(l string) []string {
	cells := byPipe(l)
	for _, c := range cells {
		if !labelledCell.MatchString(c) {
			return []string{l}
		}
	}
	if len(cells) < 2 {
		return []string{l}
	}
	return cells
}

// tableAt reads the table that begins at lines[0] and tells how many lines it takes, 0 where none begins.
func tableAt(lines []string) ([][]string, int) {
	for _, split := range []func(string) []string{byPipe, byTab, byComma} {
		if _, ok := header(split(lines[0])); ok {
			return ruled(lines, split)
		}
	}
	if cells := byPipe(lines[0]); len(cells) > 2 && len(labelledCells(lines[0])) == 1 {
		return ruled(lines, byPipe)
	}
	if cells := byTab(lines[0]); len(cells) > 1 && isFormLabel(cells[0]) {
		return ruled(lines, byTab)
	}
	if cells := byBlanks(lines[0]); len(cells) > 2 {
		if c, ok := header(cells); ok {
			return aligned(lines, c)
		}
	}
	return onePerLine(lines)
}

// isFormLabel reports whether a cell asks for people or for the meeting's own data: 缺席人员, 主持人.
func isFormLabel(cell string) bool {
	f := strings.ReplaceAll(folded(cell), " ", "")
	_, people := labelState(f)
	return people || metaLabel.MatchString(f)
}

var (
	pipes  = pattern.Must(`\s*[|｜│┃┆∣]\s*`)
	rule   = pattern.Must(`^[\s|｜│┃+＋:=\-—–─━┌┬┐├┼┤└┴┘┏┳┓┣╋┫┗┻┛]+$`)
	blanks = pattern.Must(`(?: |\x{3000}|\x{00a0}){2,}|\x{3000}`)
)

func byPipe(l string) []string {
	l = strings.TrimSpace(l)
	if !pipes.MatchString(l) {
		return nil
	}
	cells := pipes.Split(l, -1)
	if len(cells) > 1 && cells[0] == "" && pipes.FindStringIndex(l)[0] == 0 {
		cells = cells[1:]
	}
	return cells
}

func byTab(l string) []string {
	if !strings.Contains(l, "\t") {
		return nil
	}
	return strings.Split(strings.TrimRight(l, "\r\n"), "\t")
}

func byComma(l string) []string {
	if n := strings.Count(l, ",") + strings.Count(l, "，"); n < 2 || n > 9 || strings.ContainsAny(l, "：:。") {
		return nil
	}
	return strings.FieldsFunc(l, func(r rune) bool { return r == ',' || r == '，' })
}

func byBlanks(l string) []string { return blanks.Split(strings.TrimSpace(l), -1) }

// ruled reads rows with a divider until a line without one. Blank lines and lines drawn between rows are passed over.
func ruled(lines []string, split func(string) []string) ([][]string, int) {
	var rows [][]string
	n := 0
	for i, l := range lines {
		if strings.TrimSpace(l) == "" && i-n < 2 || rule.MatchString(l) && strings.TrimSpace(l) != "" {
			continue
		}
		cells := split(l)
		if len(cells) < 2 {
			break
		}
		if len(rows) > 0 && wrapped(rows, cells) {
			last := rows[len(rows)-1]
			last[len(last)-1] += " " + cells[0]
			rows[len(rows)-1], n = append(last, trimmed(cells[1:])...), i+1
			continue
		}
		if len(rows) > 0 && len(cells) < len(rows[0]) && startsPipe(l) && !startsPipe(lines[0]) {
			cells = append([]string{""}, cells...)
		}
		if len(rows) == 1 && len(cells) == len(rows[0])+1 && startsPipe(lines[0]) && !startsPipe(l) {
			rows[0] = append([]string{""}, rows[0]...) // the header's first cell is empty
		}
		rows, n = append(rows, trimmed(cells)), i+1
	}
	return rows, n
}

// wrapped reports whether a line goes on with the last cell of the row above, which lacks just as many as it has.
func wrapped(rows [][]string, cells []string) bool {
	have := len(rows[len(rows)-1])
	return have > 1 && have < len(rows[0]) && have+len(cells)-1 == len(rows[0]) && !bareNumber.MatchString(folded(cells[0]))
}

// startsPipe tells a table drawn with outer lines from a row whose first cell is empty.
func startsPipe(l string) bool {
	loc := pipes.FindStringIndex(l)
	return loc != nil && loc[0] == 0
}

func trimmed(cells []string) []string {
	for i := range cells {
		cells[i] = strings.TrimSpace(cells[i])
	}
	return cells
}
