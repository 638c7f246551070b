package draft

import (
	"path"
	"slices"
	"strings"

	"github.com/huiban/huiban/parser/docx"
	"github.com/huiban/huiban/parser/pattern"
)

// block is one line of a draft, or a table where rows is not nil.
type block struct {
	line    string
	heading bool // set as a heading in Word
	rows    [][]string
}

// document is a Word file that could be read.
type document struct {
	blocks []block
	text   string
	titled bool // its name or first lines say that it is minutes
}

const maxDocuments = 8

// documents reads the Word files, those that are named as minutes first.
func documents(files []File) []document {
	var out []document
	for _, f := range files {
		if len(out) == maxDocuments || !isDocument(f) {
			continue
		}
		d, err := docx.Read(f.Data)
		if err != nil {
			continue // the mail's text may still hold the minutes
		}
		text := d.Text()
		head := strings.Join(strings.SplitN(text, "\n", 6), "\n")
		out = append(out, document{docBlocks(d.Blocks), text, isTitle(folded(f.Name)) || isTitle(folded(head[:min(len(head), 600)]))})
	}
	slices.SortStableFunc(out, func(a, b document) int {
		if a.titled == b.titled {
			return 0
		}
		if a.titled {
			return -1
		}
		return 1
	})
	return out
}

// isDocument goes by the name, and by the media type or the zip signature where the name tells nothing.
func isDocument(f File) bool {
	switch strings.ToLower(path.Ext(f.Name)) {
	case ".docx", ".docm", ".dotx", ".odt":
		return true
	case ".xlsx", ".pptx", ".zip", ".ics", ".pdf", ".txt":
		return false
	}
	return strings.Contains(f.Type, "wordprocessingml") || strings.Contains(f.Type, "opendocument.text") || strings.HasPrefix(string(f.Data[:min(4, len(f.Data))]), "PK\x03\x04")
}

func docBlocks(in []docx.Block) []block {
	var out []block
	for _, b := range in {
		if b.Table != nil {
			out = append(out, docTable(b.Table)...)
			continue
		}
		for i, l := range strings.Split(b.Line(), "\n") {
			out = append(out, block{line: l, heading: b.Heading && i == 0})
		}
	}
	return join(out)
}

// docTable is the table as rows of equal columns. A table in a table follows it.
func docTable(t *docx.Table) (out []block) {
	rows := [][]string{}
	for _, r := range t.Rows {
		var row []string
		for _, c := range r {
			row = append(row, c.Text())
			for range c.Span - 1 {
				row = append(row, "")
			}
			for _, b := range c.Blocks {
				if b.Table != nil && !c.Above {
					out = append(out, docTable(b.Table)...)
				}
			}
		}
		rows = append(rows, row)
	}
	return append([]block{{rows: rows}}, out...)
}

// join finds the tables that a Word file or mail writes as lines.
func join(blocks []block) []block {
	var out []block
	for i := 0; i < len(blocks); {
		if blocks[i].rows != nil || blocks[i].heading {
			out = append(out, blocks[i])
			i++
			continue
		}
		n := i
		var lines []string
		for ; n < len(blocks) && blocks[n].rows == nil && !blocks[n].heading; n++ {
			lines = append(lines, blocks[n].line)
		}
		out = append(out, lineTables(lines)...)
		i = n
	}
	return out
}

// Limits: nobody writes more by hand.
const (
	maxText  = 256 << 10 // bytes of a mail that are read as minutes
	maxLine  = 4 << 10   // bytes of a line or cell
	maxItems = 500       // actions, and decisions
	maxParts = 40        // lines of one item
)

func textBlocks(text string) []block {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\v", "\n").Replace(text[:min(len(text), maxText)])
	return lineTables(unglued(strings.Split(text, "\n")))
}

// glued is a number right before the first word, and no quantity: 1老陈换灯箱, not 3个月.
var glued = pattern.Must(`^\s*([0-9]{1,2})(\p{Han}.*)$`)

// measures follow a number that counts something.
const measures = "月号日天个点时年周期楼层台套件人次万亿元吨米块份条项线区批组级类名家车位倍度"

// unglued sets off the numbers of a list that is typed without punctuation. Only a run from 1 on is one.
func unglued(lines []string) []string {
	for i := 0; i < len(lines); {
		n := gluedRun(lines[i:])
		for j := i; n > 1 && j < i+n; j++ {
			lines[j] = glued.ReplaceAllString(lines[j], "$1、$2")
		}
		i += max(n, 1)
	}
	return lines
}

// gluedRun is how many lines from the first on are numbered 1, 2, 3 without punctuation.
func gluedRun(lines []string) (n int) {
	for _, l := range lines {
		m := glued.FindStringSubmatch(l)
		if m == nil || m[1] != itoa(n+1) || strings.ContainsRune(measures, first(m[2])) {
			break
		}
		n++
	}
	return n
}
