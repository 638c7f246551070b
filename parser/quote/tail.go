package quote

import (
	"strings"
	"unicode/utf8"

	"github.com/huiban/huiban/parser/fold"
)

// markTail drops what hangs below the writer's words in one run of lines: footers, disclaimers, signatures.
func (b *body) markTail(start, end int) {
	b.dropLines(start, end)
	if cut := b.signatureAt(start, end); cut >= 0 {
		b.drop(cut, end)
		b.dropClosing(start, cut)
	}
}

// dropLines drops the lines that are nobody's words wherever they stand.
func (b *body) dropLines(start, end int) {
	for i := start; i < end; i++ {
		s := b.lines[i].Text
		switch at := disclaimerAt(s); {
		case b.lines[i].Signature, footer(s):
			b.marks[i] = dropped
		case at == 0:
			i = b.dropParagraph(i, end)
		case at > 0:
			b.lines[i].Text = strings.TrimSpace(s[:at])
			b.dropParagraph(i+1, end)
		}
	}
}

func (b *body) dropParagraph(i, end int) int {
	for ; i < end && b.lines[i].Text != ""; i++ {
		b.marks[i] = dropped
	}
	return i
}

func (b *body) drop(from, to int) { b.set(from, to, dropped) }

// signatureAt finds where the signature of a run begins, -1 where there is none.
func (b *body) signatureAt(start, end int) int {
	for i := start; i < end; i++ {
		if b.marks[i] != kept || b.lines[i].Text == "" {
			continue
		}
		switch s := b.lines[i].Text; {
		case s == "--" || s == "—" || s == "——" || s == "－－":
			return i
		case rule(s) && utf8.RuneCountInString(s) >= 3 && b.signs(i+1, end, false):
			return i
		case b.named(s) && b.signs(i, end, true):
			return i
		case b.contacts(i, start, end):
			return i
		}
	}
	return -1
}

// named reports whether a line begins with the writer's name and goes on as a signature does.
func (b *body) named(s string) bool {
	for _, n := range names(b.o.Name) {
		rest, ok := cutName(s, n)
		if ok && (rest == "" || strings.ContainsAny(rest[:1], " \t|/-,(") || !fold.CJK(firstRune(rest))) && !answers(rest) && shortLine(rest) {
			return true
		}
	}
	return false
}

func cutName(s, name string) (string, bool) {
	if len(s) < len(name) || !strings.EqualFold(s[:len(name)], name) {
		return "", false
	}
	return s[len(name):], true
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	if r == '，' || r == '：' || r == '。' {
		return '一' // 「史建：没有异议」 is no signature
	}
	return r
}

// names are the forms in which a writer signs: the display name, its Chinese and its Latin part.
func names(display string) (list []string) {
	display = strings.TrimSpace(display)
	if i := strings.IndexAny(display, "(（<|/"); i > 0 {
		display = strings.TrimSpace(display[:i])
	}
	if utf8.RuneCountInString(display) < 2 {
		return nil
	}
	list = append(list, display)
	var han, latin []rune
	for _, r := range display {
		if fold.CJK(r) {
			han = append(han, r)
		} else {
			latin = append(latin, r)
		}
	}
	if len(han) >= 2 {
		list = append(list, string(han))
	}
	if l := strings.TrimSpace(string(latin)); len(l) >= 3 {
		list = append(list, l)
		if i := strings.IndexByte(l, ' '); i >= 3 {
			list = append(list, l[:i])
		}
	}
	return list
}

// signs reports whether all lines from i on look like a signature: short, few, no sentences, no answers.
// named says that the first one is known to be the writer's name.
func (b *body) signs(i, end int, named bool) bool {
	count, contact := 0, false
	for ; i < end; i++ {
		s := b.lines[i].Text
		if b.marks[i] != kept || s == "" || rule(s) {
			continue
		}
		if count++; count > 12 || !shortLine(s) || answers(s) {
			return false
		}
		contact = contact || contactLine(s) || count == 1 && b.named(s)
	}
	return named || contact
}

// contacts reports whether the paragraph at i, at the end of its run, is a signature by its telephone numbers and addresses.
func (b *body) contacts(i, start, end int) bool {
	if i == start || b.lines[i-1].Text != "" {
		return false
	}
	n, lines, gap := 0, 0, false
	for j := i; j < end; j++ {
		s := b.lines[j].Text
		if gap = gap || s == ""; b.marks[j] != kept || s == "" {
			continue
		}
		if lines++; gap || !shortLine(s) || answers(s) || lines > 12 {
			return false
		}
		if contactLine(s) {
			n++
		}
	}
	return n >= 2 || n == 1 && lines >= 2 && lines <= 6
}

func shortLine(s string) bool {
	return utf8.RuneCountInString(s) <= 80 && !strings.ContainsAny(lastRune(s), "。！？!?；;") && !strings.ContainsAny(s, "。？")
}

func lastRune(s string) string {
	_, n := utf8.DecodeLastRuneInString(s)
	return s[len(s)-n:]
}

var contactWords = []string{"电话", "手机", "传真", "地址", "分机", "邮箱", "邮编", "微信", "网址", "有限公司", "集团", "公司", "tel", "mob", "phone", "fax", "e-mail", "email:", "mail:", "ext.", "www.", "http", "addr", "ltd", "inc.", "gmbh", "co.,", "direct:", "cell"}

func contactLine(s string) bool {
	k := fold.Text(s)
	for _, w := range contactWords {
		if strings.Contains(k, w) {
			return true
		}
	}
	return phone(k) || strings.Contains(k, "@") && !strings.Contains(k, " ")
}

// phone reports whether a line is mainly a telephone number.
func phone(s string) bool {
	digits := 0
	for _, r := range s {
		if r >= '0' && r <= '9' {
			digits++
		}
	}
	return digits >= 8 && digits*2 >= utf8.RuneCountInString(s)
}

// answerWords make a short line an answer, whoever's name stands before it.
var answerWords = []string{"同意", "确认", "参加", "出席", "完成", "异议", "意见", "问题", "不", "没", "无", "未", "可以", "请假", "到会", "代替", "代为", "延期", "进行", "%", "agree", "confirm", "accept", "attend", "declin", "approv", "reject", "done", "object", "join", " ok", "yes", "can't", "cannot", "will ", "分别"}

func answers(s string) bool {
	k := fold.Text(s)
	if listed(k) {
		return true
	}
	for _, w := range answerWords {
		if strings.Contains(k, w) && !strings.Contains(k, "无锡") {
			return true
		}
	}
	return strings.TrimSpace(k) == "ok"
}

// listed reports whether a line is one of a numbered list.
func listed(k string) bool {
	k = strings.TrimLeft(k, "(# ")
	n := len(k) - len(strings.TrimLeft(k, "0123456789"))
	return n > 0 && n <= 2 && len(k) > n && (strings.ContainsAny(k[n:n+1], ".):") || strings.HasPrefix(k[n:], "、"))
}

// closings stand above a signature and say nothing.
var closings = map[string]bool{"bestregards": true, "regards": true, "kindregards": true, "best": true, "br": true, "bestwishes": true, "sincerely": true, "yourssincerely": true, "warmregards": true, "withbestregards": true, "cheers": false,
	"此致": true, "敬礼": true, "此致敬礼": true, "顺颂商祺": true, "顺祝商祺": true, "敬上": true, "祝好": true, "商祺": true, "祝商祺": true, "谨启": true, "敬启": true, "谨上": true, "敬祝商祺": true, "即颂商祺": true, "即颂": true}

// dropClosing drops 「此致 敬礼」 and "Best regards," right above a signature.
func (b *body) dropClosing(start, cut int) {
	for i := cut - 1; i >= start; i-- {
		if b.lines[i].Text == "" || b.marks[i] == dropped {
			continue
		}
		if !closings[strings.TrimRight(fold.Squeeze(b.lines[i].Text), ",.!")] {
			return
		}
		b.marks[i] = dropped
	}
}

// markDecoration drops lines of dashes and bars at either end of a run.
func (b *body) markDecoration(start, end int) {
	for i := start; i < end && (b.marks[i] == dropped || b.lines[i].Text == "" || rule(b.lines[i].Text)); i++ {
		b.dropRule(i)
	}
	for i := end - 1; i >= start && (b.marks[i] == dropped || b.lines[i].Text == "" || rule(b.lines[i].Text)); i-- {
		b.dropRule(i)
	}
}

func (b *body) dropRule(i int) {
	if rule(b.lines[i].Text) {
		b.marks[i] = dropped
	}
}

// markBanner drops a gateway's warning above the text.
func (b *body) markBanner() {
	for i, seen := 0, 0; i < len(b.lines) && seen < 4; i++ {
		if b.marks[i] == quoted {
			return
		}
		s := b.lines[i].Text
		if b.marks[i] != kept || s == "" {
			continue
		}
		if !banner(s) && !rule(s) {
			return
		}
		seen++
		b.marks[i] = dropped
	}
}
