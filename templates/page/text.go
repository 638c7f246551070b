package page

import "strings"

// Text sets the blocks as plain text. Buttons are left out: the hints say the same in words. Lines end in "\n" and are
// not wrapped; every hint begins with "· ".
func Text(p Page) string {
	var b strings.Builder
	tight := true // a heading stands close to what follows
	for _, block := range p.Blocks {
		s := textOf(block, p.Lang)
		if s == "" {
			continue
		}
		if !tight {
			b.WriteString("\n")
		}
		b.WriteString(s)
		tight = block.Kind == Heading || block.Kind == Rule
	}
	b.WriteString("\n" + p.Foot + "\n")
	return b.String()
}

func textOf(b Block, lang string) string {
	switch b.Kind {
	case Heading:
		return heading(b.Lines[0].String(), lang) + "\n"
	case Rule:
		return "———— " + b.Lines[0].String() + " ————\n"
	case List:
		return lines("- ", b.Lines)
	case Hints:
		return lines("· ", b.Lines)
	case Quote:
		return lines("│ ", b.Lines)
	case Facts:
		return factText(b.Rows, lang)
	case Table:
		return tableText(b)
	case Figures:
		return figureText(b.Figures)
	case Card:
		return cardText(b)
	case Buttons:
		return ""
	}
	return lines("", b.Lines)
}

func heading(s, lang string) string {
	if strings.HasPrefix(lang, "zh") {
		return "【" + s + "】"
	}
	return strings.ToUpper(s)
}

func lines(prefix string, ls []Line) string {
	var b strings.Builder
	for _, l := range ls {
		b.WriteString(strings.TrimRight(prefix+l.String(), " ") + "\n")
	}
	return b.String()
}

func factText(rows []Row, lang string) string {
	var b strings.Builder
	for _, r := range rows {
		b.WriteString(r[0].Main.String() + colon(lang) + r[1].String() + "\n")
	}
	return b.String()
}

// colon is the one of the letter's language, whatever script the label is in.
func colon(lang string) string {
	if strings.HasPrefix(lang, "zh") {
		return "："
	}
	return ": "
}

func tableText(b Block) string {
	var out strings.Builder
	for _, r := range append([]Row{b.Head}, b.Rows...) {
		var cells []string
		for _, c := range r {
			if s := c.String(); s != "" {
				cells = append(cells, s)
			}
		}
		if len(cells) > 0 {
			out.WriteString(strings.Join(cells, "  ") + "\n")
		}
	}
	return out.String()
}

// String is the cell in one line.
func (c Cell) String() string {
	if len(c.Sub) == 0 {
		return c.Main.String()
	}
	return c.Main.String() + " – " + c.Sub.String()
}

func figureText(fs []Figure) string {
	var out []string
	for _, f := range fs {
		s := f.Label + " " + f.Number
		if f.Note != "" {
			s += " (" + f.Note + ")"
		}
		out = append(out, s)
	}
	return strings.Join(out, "  ") + "\n"
}

// cardText writes the number in brackets, so that a quoted "[1] 完成…" is not taken for an answer "1 完成".
func cardText(b Block) string {
	head := "[" + b.No + "] " + b.Title.String()
	if b.Badge != "" {
		head += " – " + b.Badge
	}
	return head + "\n" + lines("    ", b.Lines)
}
