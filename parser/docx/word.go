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
	for _, tr := range rows(n) {
		row := Row{}
		column := 0
		for _, tc := range cells(tr) {
			c := w.cell(tc)
			if c.Above {
				c.Blocks = t.above(column)
			}
			column += c.Span
			row = append(row, c)
		}
		t.Rows = append(t.Rows, row)
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

// above is what the cell over the given column in the last row holds.
func (t *Table) above(column int) []Block {
	if len(t.Rows) == 0 {
		return nil
	}
	at := 0
	for _, c := range t.Rows[len(t.Rows)-1] {
		if column < at+c.Span {
			return c.Blocks
		}
		at += c.Span
	}
	return nil
}
