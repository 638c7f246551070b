package markup

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// maxCells is how many columns a table may have.
const maxCells = 40

// maxCell is how long, in characters, a cell of a table of figures may be; longer ones are a page laid out in a table.
const maxCell = 200

// grid writes a table of figures as one line for each row, whatever blocks its cells hold, and a cell that spans rows in
// each of them; false where n is no such table but a layout, which is walked like any container.
func (w *walker) grid(n *html.Node, s style, depth int) bool {
	rows, ok := w.tableRows(n, nil)
	if !ok || len(rows) < 2 {
		return false
	}
	var lines []Line
	var above []span
	wide := 0
	for _, r := range rows {
		l, cells, ok := w.gridRow(r, above, s, depth)
		if !ok {
			return false
		}
		lines, above, wide = append(lines, l), cells, max(wide, len(cells))
	}
	if wide < 3 {
		return false
	}
	w.flush()
	w.lines = append(w.lines, lines...)
	return true
}

// tableRows are the rows of n; ok is false where a table lies in it, a quotation, a signature or something that is not shown.
func (w *walker) tableRows(n *html.Node, rows []*html.Node) (_ []*html.Node, ok bool) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if w.visited++; w.visited > maxNodes || c.DataAtom == atom.Table || marks(c) {
			return nil, false
		}
		if c.DataAtom == atom.Tr {
			rows = append(rows, c)
		}
		if rows, ok = w.tableRows(c, rows); !ok {
			return nil, false
		}
	}
	return rows, true
}

// marks reports whether n says more of its text than a table's row does.
func marks(n *html.Node) bool {
	return n.Type == html.ElementNode && (hidden(n) || quotes(n) || opensHistory(n) || signs(n))
}

// span is a cell as it reaches into the rows below.
type span struct {
	text string
	more int // rows that it still spans
}

// gridRow reads one row under the cells that reach into it.
func (w *walker) gridRow(tr *html.Node, above []span, s style, depth int) (l Line, cells []span, ok bool) {
	s.colour = coloured(tr, s.colour)
	l = Line{Depth: s.quote, Signature: s.signature, Colour: true}
	if w.history {
		l.Depth = max(l.Depth, 1)
	}
	reach := func() {
		for len(cells) < len(above) && above[len(cells)].more > 0 {
			a := above[len(cells)]
			cells = append(cells, span{a.text, a.more - 1})
		}
	}
	for c := tr.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom != atom.Td && c.DataAtom != atom.Th {
			continue
		}
		reach()
		text, colour, ok := w.gridCell(c, s, depth)
		if !ok {
			return l, nil, false
		}
		l.Colour = l.Colour && (colour || text == "")
		down := number(attr(c, "rowspan")) - 1
		cells = append(cells, span{text, down})
		for range number(attr(c, "colspan")) - 1 {
			cells = append(cells, span{"", down})
		}
	}
	reach()
	if len(cells) > maxCells {
		return l, nil, false
	}
	var out []string
	for _, c := range cells {
		out = append(out, c.text)
	}
	l.Text = strings.TrimSpace(strings.Join(out, "\t"))
	return l, cells, true
}

// gridCell is the text of a cell in one line; ok is false where it is long.
func (w *walker) gridCell(c *html.Node, s style, depth int) (text string, colour, ok bool) {
	in := &walker{visited: w.visited}
	in.node(c, s, depth+2)
	in.flush()
	w.visited = in.visited
	colour = true
	for _, l := range in.lines {
		colour = colour && l.Colour
		if !l.Struck {
			text += " " + l.Text
		}
	}
	text = strings.Join(strings.Fields(text), " ")
	return text, colour, utf8.RuneCountInString(text) <= maxCell
}

// number is a span's attribute, 1 where it is missing or absurd.
func number(s string) int {
	n, err := strconv.Atoi(strings.TrimSpace(s))
	if err != nil || n < 1 || n > 50 {
		return 1
	}
	return n
}
