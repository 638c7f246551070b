package docx

import "strings"

// run collects the text of one paragraph.
type run struct {
	text  strings.Builder
	boxes []*node // text boxes anchored in the paragraph
}

// read goes through what a paragraph holds. Deleted and moved-away text (§17.13.5.14, §17.13.5.22), field codes
// and hidden runs do not count; inserted text, links, fields' results and content controls do.
func (r *run) read(n *node) {
	for _, k := range n.kids {
		switch k.name {
		case "t":
			r.text.WriteString(k.chars())
		case "tab", "ptab":
			r.text.WriteByte('\t')
		case "br", "cr":
			r.text.WriteByte('\n')
		case "noBreakHyphen":
			r.text.WriteByte('-')
		case "sym":
			r.text.WriteString(symbol(k.attr["char"]))
		case "ffData":
			r.text.WriteString(box(k.kid("checkBox")))
		case "txbxContent":
			r.boxes = append(r.boxes, k)
		case "r":
			if !k.path("rPr", "vanish").on() {
				r.read(k)
			}
		case "del", "moveFrom", "delText", "instrText", "delInstrText", "Fallback", "pPr", "rPr", "sdtPr", "":
		default:
			r.read(k)
		}
	}
}

// symbol is a character of the Wingdings fonts, of which minutes use the ticks and crosses.
func symbol(code string) string {
	switch strings.TrimPrefix(strings.ToUpper(code), "F0") {
	case "FC", "FE", "52", "50", "54":
		return "√"
	case "FB", "FD", "4F", "51", "53":
		return "×"
	case "A8", "6F", "A3", "71":
		return "□"
	}
	return ""
}

// box is a check box of an old form (§17.16.7).
func box(n *node) string {
	switch {
	case n == nil:
		return ""
	case n.kid("checked") != nil && n.kid("checked").on(), n.kid("checked") == nil && n.kid("default") != nil && n.kid("default").on():
		return "☑"
	}
	return "□"
}
