package quote

import (
	"strings"
)

// markTail drops what hangs below the writer's words in one run of lines: footers, disclaimers, signatures.
func (b *body) markTail(start, end int) {
	b.dropLines(start, end)
	if cut, m := b.signatureAt(start, end); cut >= 0 {
		b.drop(cut, end, m)
		b.dropClosing(start, cut)
	}
}

// dropLines drops the lines that are nobody's words wherever they stand.
func (b *body) dropLines(start, end int) {
	for i := start; i < end; i++ {
		s := b.lines[i].Text
		if s == "" && !b.lines[i].Signature {
			continue
		}
		k := b.key(i)
		switch at := disclaimerAt(s, k); {
		case b.lines[i].Signature:
			b.marks[i] = contained
		case b.lines[i].Struck:
			b.marks[i] = withdrawn
		case footer(s, k), i > start && b.marks[i-1] == programs && link(s):
			b.marks[i] = programs
		case at == 0:
			i = b.dropParagraph(i, end)
		case at > 0:
			b.marks[i] = shortened
			b.retext(i, strings.TrimSpace(s[:at]))
			b.dropParagraph(i+1, end)
		}
	}
}

func (b *body) dropParagraph(i, end int) int {
	for ; i < end && b.lines[i].Text != ""; i++ {
		b.marks[i] = noticed
	}
	return i
}

// drop drops what is left of the lines.
func (b *body) drop(from, to int, m mark) {
	for i := from; i < to; i++ {
		if b.marks[i].kept() {
			b.marks[i] = m
		}
	}
}

// closings stand above a signature and say nothing.
var closings = map[string]bool{"bestregards": true, "regards": true, "kindregards": true, "best": true, "br": true, "bestwishes": true, "sincerely": true, "yourssincerely": true, "warmregards": true, "withbestregards": true, "cheers": false,
	"此致": true, "敬礼": true, "此致敬礼": true, "顺颂商祺": true, "顺祝商祺": true, "敬上": true, "祝好": true, "商祺": true, "祝商祺": true, "谨启": true, "敬启": true, "谨上": true, "敬祝商祺": true, "即颂商祺": true, "即颂": true}

// dropClosing drops 「此致 敬礼」 and "Best regards," right above a signature.
func (b *body) dropClosing(start, cut int) {
	for i := cut - 1; i >= start; i-- {
		if b.lines[i].Text == "" || b.marks[i].dropped() {
			continue
		}
		if !closings[strings.TrimRight(b.key(i), ",.!")] {
			return
		}
		b.marks[i] = closed
	}
}

// markDecoration drops lines of dashes and bars at either end of a run.
func (b *body) markDecoration(start, end int) {
	for i := start; i < end && (b.marks[i].dropped() || b.blank(i) || b.rule(i)); i++ {
		b.dropRule(i)
	}
	for i := end - 1; i >= start && (b.marks[i].dropped() || b.blank(i) || b.rule(i)); i-- {
		b.dropRule(i)
	}
}

func (b *body) dropRule(i int) {
	if b.rule(i) && b.marks[i].kept() {
		b.marks[i] = ruled
	}
}

// markBanner drops a gateway's warning above the text.
func (b *body) markBanner() {
	for i, seen := 0, 0; i < len(b.lines) && seen < 4; i++ {
		if b.marks[i].quoted() {
			return
		}
		s := b.lines[i].Text
		if !b.marks[i].kept() || s == "" {
			continue
		}
		switch {
		case banner(s, b.key(i)):
			b.marks[i] = warned
		case b.rule(i):
			b.marks[i] = ruled
		default:
			return
		}
		seen++
	}
}
