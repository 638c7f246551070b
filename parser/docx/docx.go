// Package docx reads what a Word document (ECMA-376, .docx) or an OpenDocument text (.odt) says: its paragraphs
// and tables in their order. Of tracked changes inserted text counts and deleted text does not. Pictures, headers,
// footers, notes and comments are passed over. It is made for documents from outside: sizes are capped and no
// input makes it panic.
package docx

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
)

// Limits on a document. Minutes are far smaller; a zip bomb is not.
const (
	maxPart  = 16 << 20  // bytes of one unpacked part
	maxNodes = 200_000   // elements of one part
	maxChars = 128 << 10 // bytes of text in one part
	maxDepth = 128       // elements inside one another

	maxNumber = 100 // bytes of what a list's level is numbered by, such as "%1.%2."
)

// ErrNoText is returned for a zip file that holds no document text.
var ErrNoText = errors.New("no document text inside")

// Document is the text of a document.
type Document struct {
	Blocks []Block // paragraphs and tables in their order
}

// Block is a paragraph, or a table where Table is not nil.
type Block struct {
	Paragraph
	Table *Table
}

// Paragraph is one paragraph. A line break within is "\n", a tabulator "\t".
type Paragraph struct {
	Text    string
	Number  string // the automatic number as Word prints it, such as "1." or "（二）"; "•" for any bullet
	Heading bool   // set in a heading style
}

// Table is a table of the document, its rows from top to bottom.
type Table struct{ Rows []Row }

// Row is one row, its cells from left to right.
type Row []Cell

// Cell is one cell. A cell that spans columns (gridSpan) is one cell with Span > 1.
type Cell struct {
	Blocks []Block
	Span   int  // columns, at least 1
	Above  bool // continues the cell above (vMerge); Blocks are then that cell's
}

// Text is the cell's paragraphs, numbers included, one on a line.
func (c Cell) Text() string { return plain(c.Blocks) }

// Text is the whole document as plain text, a table's cells divided by " | ".
func (d *Document) Text() string { return plain(d.Blocks) }

func plain(blocks []Block) string {
	var lines []string
	for _, b := range blocks {
		if b.Table == nil {
			lines = append(lines, b.Line())
			continue
		}
		for _, row := range b.Table.Rows {
			var cells []string
			for _, c := range row {
				cells = append(cells, strings.ReplaceAll(c.Text(), "\n", " "))
			}
			lines = append(lines, strings.Join(cells, " | "))
		}
	}
	return strings.Join(lines, "\n")
}

// Line is the paragraph with its number in front.
func (p Paragraph) Line() string {
	if p.Number == "" || strings.TrimSpace(p.Text) == "" {
		return p.Text
	}
	return p.Number + " " + p.Text
}

// Read reads a .docx or .odt file. It fails for bytes that are no such file, for a broken one, one that is
// encrypted, and one larger than minutes ever are.
func Read(data []byte) (*Document, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, fmt.Errorf("open document: %w", err)
	}
	if root, err := part(z, "word/document.xml"); err == nil {
		return word(z, root), nil
	} else if !errors.Is(err, ErrNoText) {
		return nil, fmt.Errorf("read Word text: %w", err)
	}
	root, err := part(z, "content.xml")
	if err != nil {
		return nil, fmt.Errorf("read OpenDocument text: %w", err)
	}
	return open(root), nil
}

// part parses one XML part of the package.
func part(z *zip.Reader, name string) (*node, error) {
	for _, f := range z.File {
		if !strings.EqualFold(strings.TrimPrefix(f.Name, "/"), name) {
			continue
		}
		r, err := f.Open()
		if err != nil {
			return nil, fmt.Errorf("unpack %s: %w", name, err)
		}
		defer r.Close()
		return parse(io.LimitReader(r, maxPart))
	}
	return nil, ErrNoText
}
