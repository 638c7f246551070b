package docx

import (
	"archive/zip"
	"strconv"
	"strings"
)

// walker collects the blocks of one story (the body or a cell).
type walker struct {
	lists    *lists
	headings map[string]bool // style ids
	blocks   []Block
	joined   bool // the last paragraph's mark is deleted: the next one continues it
}

func word(z *zip.Reader, root *node) *Document {
	numbering, _ := part(z, "word/numbering.xml") // most documents have none
	styles, _ := part(z, "word/styles.xml")
	w := &walker{lists: newLists(numbering), headings: headingStyles(styles)}
	w.story(root.path("document", "body"))
	return &Document{w.blocks}
}

// headingStyles lists the style ids that are headings, by their names: "heading 1", "标题 1", "Title".
func headingStyles(styles *node) map[string]bool {
	out := map[string]bool{}
	if styles.kid("styles") == nil {
		return out
	}
	for _, s := range styles.kid("styles").kids {
		name := strings.ToLower(s.kid("name").val())
		if strings.HasPrefix(name, "heading") || strings.HasPrefix(name, "标题") || name == "title" || name == "subtitle" {
			out[s.attr["styleId"]] = true
		}
	}
	return out
}

// story reads block-level elements (ECMA-376 §17.2.2), through content controls and tracked insertions.
func (w *walker) story(n *node) {
	if n == nil {
		return
	}
	for _, k := range n.kids {
		switch k.name {
		case "p":
			w.paragraph(k)
		case "tbl":
			w.blocks, w.joined = append(w.blocks, Block{Table: w.table(k)}), false
		case "del", "moveFrom", "Fallback", "sectPr", "tblPr":
		default:
			w.story(k)
		}
	}
}

func (w *walker) paragraph(n *node) {
	pr := n.kid("pPr")
	r := &run{}
	r.read(n)
	p := Paragraph{Text: strings.Trim(r.text.String(), "\n"), Heading: w.headings[pr.kid("pStyle").val()] || pr.kid("outlineLvl") != nil}
	if strings.TrimSpace(p.Text) != "" {
		p.Number = w.lists.next(pr.kid("numPr"))
	}
	if w.joined && len(w.blocks) > 0 {
		w.blocks[len(w.blocks)-1].Text += p.Text
	} else {
		w.blocks = append(w.blocks, Block{Paragraph: p})
	}
	// §17.13.5.15: a deleted paragraph mark joins the paragraph with the next.
	w.joined = pr.path("rPr", "del") != nil
	for _, box := range r.boxes {
		w.joined = false
		w.story(box)
	}
}

func (w *walker) table(n *node) *Table {
	t := &Table{}
	last := Row{}
	for _, tr := range rows(n) {
		row, over, column := Row{}, over{row: last}, 0
		for _, tc := range cells(tr) {
			c := w.cell(tc)
			if c.Above {
				c.Blocks = over.blocks(column)
			}
			column += c.Span
			row = append(row, c)
		}
		t.Rows, last = append(t.Rows, row), row
	}
	return t
}

// rows lists the rows that are not deleted (§17.13.5.12), also those inside content controls.
func rows(n *node) (out []*node) {
	for _, k := range n.kids {
		switch k.name {
		case "tr":
			if k.path("trPr", "del") == nil {
				out = append(out, k)
			}
		case "sdt", "sdtContent", "ins", "customXml":
			out = append(out, rows(k)...)
		}
	}
	return out
}

func cells(n *node) (out []*node) {
	for _, k := range n.kids {
		switch k.name {
		case "tc":
			out = append(out, k)
		case "sdt", "sdtContent", "ins", "customXml":
			out = append(out, cells(k)...)
		}
	}
	return out
}

func (w *walker) cell(n *node) Cell {
	pr := n.kid("tcPr")
	span, err := strconv.Atoi(pr.kid("gridSpan").val())
	if err != nil || span < 1 || span > 100 {
		span = 1
	}
	merge := pr.kid("vMerge")
	inner := &walker{lists: w.lists, headings: w.headings}
	if pr.kid("cellDel") == nil {
		inner.story(n)
	}
	return Cell{Blocks: inner.blocks, Span: span, Above: merge != nil && merge.val() != "restart"}
}

// over goes along a row while the one below it is read.
type over struct {
	row Row
	i   int
	at  int // the column that cell i begins in
}

// maxMerged bounds what a cell hands down to those that it is merged with, in blocks and in bytes of one: a name or a date.
const maxMerged, maxMergedText = 16, 1000

// blocks is what the cell over the given column holds. Columns are asked for from left to right.
func (o *over) blocks(column int) []Block {
	for o.i < len(o.row) && column >= o.at+o.row[o.i].Span {
		o.at += o.row[o.i].Span
		o.i++
	}
	if o.i == len(o.row) || len(o.row[o.i].Blocks) > maxMerged {
		return nil
	}
	for _, b := range o.row[o.i].Blocks {
		if b.Table != nil || len(b.Text) > maxMergedText {
			return nil
		}
	}
	return o.row[o.i].Blocks
}
