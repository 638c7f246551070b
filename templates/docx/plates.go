package docx

import (
	"strconv"
	"unicode"
)

// Plate is a name plate: a name in big letters, and a line below it.
type Plate struct{ Name, Below string }

// perPage is how many plates a page holds.
const perPage = 2

// plateHeight is half of a plate: an empty half that is folded back, and the one with the name; in twentieths of a point.
const plateHeight = (long - 2*bareMargin - 300) / (2 * perPage)

// Plates adds name plates, two to a page. A dashed line shows where each is folded, a plain one where they are cut apart.
func (d *Document) Plates(plates []Plate) {
	for from := 0; from < len(plates); from += perPage {
		width := d.textWidth()
		tbl := el("w:tbl").with(el("w:tblPr").with(
			el("w:tblW", "w:w", strconv.Itoa(width), "w:type", "dxa"), el("w:tblLayout", "w:type", "fixed"),
		), el("w:tblGrid").with(el("w:gridCol", "w:w", strconv.Itoa(width))))
		page := plates[from:min(from+perPage, len(plates))]
		for n, p := range page {
			tbl = tbl.with(plateRow(width, "dashed", n > 0), plateRow(width, "", false, plateText(p)...))
		}
		after := paragraph("After")
		if from+perPage < len(plates) {
			after = el("w:p").with(el("w:pPr").with(val("w:pStyle", "After"), el("w:spacing", "w:before", "0", "w:after", "0", "w:line", "20", "w:lineRule", "exact")),
				el("w:r").with(el("w:br", "w:type", "page")))
		}
		d.body = append(d.body, tbl, after)
	}
}

// plateRow is one half of a plate; fold draws the line below it, cut the line above.
func plateRow(width int, fold string, cut bool, text ...node) node {
	borders := el("w:tcBorders")
	if cut {
		borders = borders.with(border("w:top", "4", hair))
	}
	if fold != "" {
		borders = borders.with(el("w:bottom", "w:val", fold, "w:sz", "4", "w:space", "0", "w:color", hair))
	}
	if len(text) == 0 {
		text = []node{paragraph("After")}
	}
	cell := el("w:tc").with(el("w:tcPr").with(el("w:tcW", "w:w", strconv.Itoa(width), "w:type", "dxa"), borders, val("w:vAlign", "center"))).with(text...)
	row := el("w:trPr").with(el("w:cantSplit"), el("w:trHeight", "w:val", strconv.Itoa(plateHeight), "w:hRule", "exact"))
	return el("w:tr").with(row, cell)
}

// plateText sets the name as big as the width allows.
func plateText(p Plate) []node {
	size := 176
	for size > 56 && ems(p.Name)*size > 10*900 { // the page is a thousand half points wide
		size -= 8
	}
	name := el("w:r").with(el("w:rPr").with(val("w:sz", strconv.Itoa(size)), val("w:szCs", strconv.Itoa(size))), el("w:t", "xml:space", "preserve").saying(spaced(p.Name)))
	out := []node{paragraph("Plate", name)}
	if p.Below != "" {
		out = append(out, paragraph("PlateBelow", run(p.Below, false)))
	}
	return out
}

// ems is how wide a name is, in tenths of its height.
func ems(s string) int {
	n := 0
	for _, r := range s {
		if n += 7; unicode.Is(unicode.Han, r) {
			n += 3
		}
	}
	return n
}

// spaced sets a Chinese name of two characters as wide as one of three.
func spaced(name string) string {
	r := []rune(name)
	if len(r) == 2 && unicode.Is(unicode.Han, r[0]) && unicode.Is(unicode.Han, r[1]) {
		return string(r[0]) + "\u3000" + string(r[1])
	}
	return name
}
