package docx

import (
	"strconv"
	"strings"
	"time"
)

// Document is a Word document being written. Make one with New; its methods add to its end.
type Document struct {
	meta Meta
	body []node
}

// Meta is what a document says about itself.
type Meta struct {
	Title   string
	Author  string    // who made it
	Lang    string    // "zh-Hans", "zh-Hant" or "en": chooses the fonts
	Created time.Time // zero: not said
	Footer  [3]string // around page number and page count: "第", "页，共", "页"
	Note    string    // at the left of the footer; may be ""
	Wide    bool      // the pages lie on their side
	Bare    bool      // narrow margins and no footer: pages to be cut up
}

// New starts a document.
func New(m Meta) *Document { return &Document{meta: m} }

// Title adds the document's title, centred.
func (d *Document) Title(s string) { d.styled("Title", s) }

// Subtitle adds a line below the title, centred.
func (d *Document) Subtitle(s string) { d.styled("Subtitle", s) }

// Heading adds a heading. It keeps with what follows.
func (d *Document) Heading(s string) { d.styled("Heading1", s) }

// Para adds a paragraph.
func (d *Document) Para(s string) { d.styled("Normal", s) }

// Note adds small print.
func (d *Document) Note(s string) { d.styled("Note", s) }

// Bullet adds a point of a list.
func (d *Document) Bullet(s string) { d.styled("ListBullet", s) }

// Label adds a paragraph that begins with a label in bold: "确认：王磊、王敏".
func (d *Document) Label(label, s string) {
	d.body = append(d.body, paragraph("Normal", run(label, true), run(s, false)))
}

// Ends adds a line with one text at the left margin and one at the right: number and confidentiality.
func (d *Document) Ends(left, right string) {
	tab := el("w:r").with(el("w:tab"))
	d.body = append(d.body, paragraph("Ends", run(left, false), tab, run(right, false)))
}

// Space adds n empty lines to write in.
func (d *Document) Space(n int) {
	for range n {
		d.Para("")
	}
}

func (d *Document) styled(style, s string) {
	d.body = append(d.body, paragraph(style, run(s, false)))
}

func paragraph(style string, runs ...node) node {
	p := el("w:p").with(el("w:pPr").with(val("w:pStyle", style)))
	return p.with(runs...)
}

// run is text in one style. A line feed in it is a line break.
func run(s string, bold bool) node {
	r := el("w:r")
	if bold {
		r = r.with(el("w:rPr").with(el("w:b")))
	}
	for i, l := range strings.Split(s, "\n") {
		if i > 0 {
			r = r.with(el("w:br"))
		}
		r = r.with(el("w:t", "xml:space", "preserve").saying(l))
	}
	return r
}

// Table is a plain table: every row has a cell for every column, none is merged.
type Table struct {
	Widths []int      // of the columns, in parts of the whole
	Head   []string   // repeated on every page; nil for none
	Rows   [][]string //
	Tall   bool       // rows to be written in by hand or keyboard
	Facts  bool       // label and value: the first column is set as labels, no frame around
}

// A page in twentieths of a point: A4.
const (
	short  = 11906
	long   = 16838
	margin = 1247 // 22 mm

	bareMargin = 567 // 10 mm
)

// page is the width and height of the document's pages.
func (d *Document) page() (width, height int) {
	if d.meta.Wide {
		return long, short
	}
	return short, long
}

// textWidth is the width between the margins.
func (d *Document) textWidth() int {
	width, _ := d.page()
	return width - 2*d.margin()
}

// margin is the width of the margins at the sides.
func (d *Document) margin() int {
	if d.meta.Bare {
		return bareMargin
	}
	return margin
}

// Table adds a table and the small space behind it.
func (d *Document) Table(t Table) {
	widths := t.columns(d.textWidth())
	grid := el("w:tblGrid")
	for _, w := range widths {
		grid = grid.with(el("w:gridCol", "w:w", strconv.Itoa(w)))
	}
	style := "HuibanTable"
	if t.Facts {
		style = "HuibanFacts"
	}
	tbl := el("w:tbl").with(el("w:tblPr").with(
		val("w:tblStyle", style), el("w:tblW", "w:w", strconv.Itoa(d.textWidth()), "w:type", "dxa"), el("w:tblLayout", "w:type", "fixed"),
	), grid)
	if t.Head != nil {
		tbl = tbl.with(t.row(t.Head, widths, true))
	}
	for _, r := range t.Rows {
		tbl = tbl.with(t.row(r, widths, false))
	}
	d.body = append(d.body, tbl, paragraph("After"))
}

// columns shares out the text's width.
func (t Table) columns(width int) []int {
	sum := 0
	for _, w := range t.Widths {
		sum += w
	}
	out := make([]int, len(t.Widths))
	for i, w := range t.Widths {
		out[i] = width * w / sum
	}
	return out
}

func (t Table) row(cells []string, widths []int, head bool) node {
	pr := el("w:trPr").with(el("w:cantSplit"))
	if t.Tall && !head {
		pr = pr.with(el("w:trHeight", "w:val", "560", "w:hRule", "atLeast"))
	}
	if head {
		pr = pr.with(el("w:tblHeader"))
	}
	tr := el("w:tr").with(pr)
	for i := range widths {
		s := ""
		if i < len(cells) {
			s = cells[i]
		}
		tr = tr.with(t.cell(s, widths[i], head, i == 0))
	}
	return tr
}

func (t Table) cell(s string, width int, head, first bool) node {
	pr := el("w:tcPr").with(el("w:tcW", "w:w", strconv.Itoa(width), "w:type", "dxa"))
	style := "Cell"
	switch {
	case head:
		pr = pr.with(el("w:shd", "w:val", "clear", "w:color", "auto", "w:fill", tint))
		style = "CellHead"
	case t.Facts && first:
		style = "CellLabel"
	}
	return el("w:tc").with(pr.with(val("w:vAlign", "center")), paragraph(style, run(s, false)))
}
