package docx

import "strconv"

// The house style: ink is black, one accent for headings and rules.
const (
	accent = "1F6F69"
	hair   = "B9C4C3"
	tint   = "EAF2F1"
	grey   = "5C6665"
)

// fonts are a language's text and heading fonts for Chinese; Latin letters are set in one family throughout.
type fonts struct{ text, heading, locale string }

var fontsOf = map[string]fonts{
	"zh-Hans": {"宋体", "微软雅黑", "zh-CN"},
	"zh-Hant": {"新細明體", "微軟正黑體", "zh-TW"},
	"en":      {"宋体", "微软雅黑", "zh-CN"},
}

const latin = "Calibri"

func (d *Document) fonts() fonts {
	if f, ok := fontsOf[d.meta.Lang]; ok {
		return f
	}
	return fontsOf["zh-Hans"]
}

func face(eastAsia string) node {
	return el("w:rFonts", "w:ascii", latin, "w:hAnsi", latin, "w:eastAsia", eastAsia, "w:cs", latin)
}

// look is a paragraph style. Sizes are in half points, spaces in twentieths of a point.
type look struct {
	id, name      string
	size          int
	bold, heading bool
	color         string
	before, after int
	line          int // 240 is single
	align         string
	more          []node // further paragraph properties, in the schema's order before spacing
	ends          bool   // a text at each margin, a tab between them
}

var looks = []look{
	{id: "Title", name: "Title", size: 40, bold: true, heading: true, before: 120, after: 60, line: 300, align: "center"},
	{id: "Subtitle", name: "Subtitle", size: 24, heading: true, color: grey, after: 200, line: 300, align: "center"},
	{id: "Heading1", name: "heading 1", size: 26, bold: true, heading: true, color: accent, before: 280, after: 100, line: 300,
		more: []node{el("w:keepNext"), val("w:outlineLvl", "0")}},
	{id: "Note", name: "Note", size: 18, color: grey, after: 80, line: 280},
	{id: "ListBullet", name: "List Bullet", size: 21, after: 60, line: 312,
		more: []node{el("w:numPr").with(val("w:ilvl", "0"), val("w:numId", "1"))}},
	{id: "Ends", name: "Ends", size: 19, heading: true, color: grey, after: 120, line: 280,
		ends: true},
	{id: "Cell", name: "Cell", size: 20, before: 40, after: 40, line: 276},
	{id: "CellHead", name: "Cell Head", size: 19, bold: true, heading: true, before: 50, after: 50, line: 260},
	{id: "CellLabel", name: "Cell Label", size: 19, heading: true, color: grey, before: 40, after: 40, line: 276},
	{id: "Plate", name: "Plate", size: 176, bold: true, heading: true, line: 240, align: "center"},
	{id: "PlateBelow", name: "Plate Below", size: 44, heading: true, color: grey, before: 60, line: 240, align: "center"},
	{id: "After", name: "After Table", size: 8, line: 240},
	{id: "Footer", name: "footer", size: 17, heading: true, color: grey, line: 240,
		ends: true},
}

// styles is word/styles.xml.
func (d *Document) styles() []byte {
	f := d.fonts()
	root := el("w:styles", "xmlns:w", ns).with(d.defaults(f),
		el("w:style", "w:type", "paragraph", "w:default", "1", "w:styleId", "Normal").with(val("w:name", "Normal"), el("w:qFormat"),
			el("w:pPr").with(el("w:spacing", "w:after", "100", "w:line", "324", "w:lineRule", "auto"))))
	for _, l := range looks {
		root = root.with(l.style(f, d.textWidth()))
	}
	return root.with(tableStyle("HuibanTable", "Huiban Table", frame()), tableStyle("HuibanFacts", "Huiban Facts", rules())).file()
}

func (d *Document) defaults(f fonts) node {
	main := "en-US"
	if d.meta.Lang != "en" {
		main = f.locale
	}
	return el("w:docDefaults").with(
		el("w:rPrDefault").with(el("w:rPr").with(face(f.text), val("w:sz", "21"), val("w:szCs", "21"), el("w:lang", "w:val", main, "w:eastAsia", f.locale))),
		el("w:pPrDefault"))
}

func (l look) style(f fonts, width int) node {
	ppr := el("w:pPr")
	var last []node
	for _, m := range l.more {
		if m.name == "w:outlineLvl" {
			last = append(last, m)
			continue
		}
		ppr = ppr.with(m)
	}
	if l.ends {
		ppr = ppr.with(el("w:tabs").with(el("w:tab", "w:val", "right", "w:pos", strconv.Itoa(width))))
	}
	ppr = ppr.with(el("w:spacing", "w:before", strconv.Itoa(l.before), "w:after", strconv.Itoa(l.after), "w:line", strconv.Itoa(l.line), "w:lineRule", "auto"))
	if l.align != "" {
		ppr = ppr.with(val("w:jc", l.align))
	}
	return el("w:style", "w:type", "paragraph", "w:styleId", l.id).with(
		val("w:name", l.name), val("w:basedOn", "Normal"), el("w:qFormat"), ppr.with(last...), l.letters(f))
}

func (l look) letters(f fonts) node {
	r := el("w:rPr")
	if l.heading {
		r = r.with(face(f.heading))
	}
	if l.bold {
		r = r.with(el("w:b"))
	}
	if l.color != "" {
		r = r.with(val("w:color", l.color))
	}
	size := strconv.Itoa(l.size)
	return r.with(val("w:sz", size), val("w:szCs", size))
}

func tableStyle(id, name string, borders node) node {
	cells := el("w:tblCellMar").with(side("w:top", "0"), side("w:left", "100"), side("w:bottom", "0"), side("w:right", "100"))
	return el("w:style", "w:type", "table", "w:styleId", id).with(val("w:name", name), el("w:tblPr").with(borders, cells))
}

func side(name, width string) node { return el(name, "w:w", width, "w:type", "dxa") }

func border(name, size, color string) node {
	return el(name, "w:val", "single", "w:sz", size, "w:space", "0", "w:color", color)
}

// frame draws every line of a table.
func frame() node {
	b := el("w:tblBorders")
	for _, at := range []string{"w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"} {
		b = b.with(border(at, "4", hair))
	}
	return b
}

// rules draws lines between rows only, and stronger ones above and below.
func rules() node {
	return el("w:tblBorders").with(border("w:top", "8", accent), border("w:bottom", "8", accent), border("w:insideH", "4", hair))
}
