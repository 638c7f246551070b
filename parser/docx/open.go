package docx

import (
	"strconv"
	"strings"
)

// open reads OpenDocument text (OASIS ODF 1.2): headings, paragraphs, lists and tables. Tracked deletions are kept
// by their writers outside of the text, in tracked-changes, which is passed over.
func open(root *node) *Document {
	o := &opened{}
	o.story(root.path("document-content", "body", "text"), "")
	return &Document{o.blocks}
}

type opened struct{ blocks []Block }

func (o *opened) story(n *node, number string) {
	if n == nil {
		return
	}
	for _, k := range n.kids {
		switch k.name {
		case "p", "h":
			o.blocks = append(o.blocks, Block{Paragraph: Paragraph{Text: openText(k), Number: number, Heading: k.name == "h"}})
			number = ""
		case "table":
			o.blocks = append(o.blocks, Block{Table: openTable(k)})
		case "list-item":
			o.story(k, "•")
		case "tracked-changes", "annotation":
		default:
			o.story(k, "")
		}
	}
}

func openText(n *node) string {
	var b strings.Builder
	for _, k := range n.kids {
		switch k.name {
		case "":
			b.WriteString(k.text)
		case "tab":
			b.WriteByte('\t')
		case "line-break":
			b.WriteByte('\n')
		case "s":
			b.WriteByte(' ')
		case "annotation", "note":
		default:
			b.WriteString(openText(k))
		}
	}
	return b.String()
}

func openTable(n *node) *Table {
	t := &Table{}
	for _, k := range n.kids {
		switch k.name {
		case "table-row":
			t.Rows = append(t.Rows, openRow(k))
		case "table-header-rows", "table-rows", "table-row-group":
			t.Rows = append(t.Rows, openTable(k).Rows...)
		}
	}
	return t
}

func openRow(n *node) Row {
	row := Row{}
	for _, k := range n.kids {
		if k.name != "table-cell" {
			continue
		}
		o := &opened{}
		o.story(k, "")
		span, err := strconv.Atoi(k.attr["number-columns-spanned"])
		if err != nil || span < 1 || span > 100 {
			span = 1
		}
		row = append(row, Cell{Blocks: o.blocks, Span: span})
	}
	return row
}
