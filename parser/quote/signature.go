package quote

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/huiban/huiban/parser/fold"
	"github.com/huiban/huiban/parser/pattern"
)

// signatureAt finds where the signature of a run begins, -1 where there is none, and what it was told by.
func (b *body) signatureAt(start, end int) (int, mark) {
	left, words := b.left(start, end)
	for n, i := range left {
		if len(words) > 0 && words[0] < i {
			words = words[1:]
		}
		switch s := b.lines[i].Text; {
		case s == "--" || s == "—" || s == "——" || s == "－－":
			return i, delimited
		case b.rule(i) && longer(s, 2) && !strings.Contains(s, "|") && (b.signs(words, false) || b.card(left[n+1:])):
			return i, delimited
		case b.named(s) && b.signs(words, true):
			return i, signed
		case b.contacts(i, start, end), b.opensParagraph(i, start) && card.MatchString(s) && b.signs(words, true):
			return i, contacted
		}
	}
	return -1, written
}

// left are the lines of a run that are kept and not blank, and those of them that are no rules.
func (b *body) left(start, end int) (all, words []int) {
	for i := start; i < end; i++ {
		if !b.marks[i].kept() || b.blank(i) {
			continue
		}
		all = append(all, i)
		if !b.rule(i) {
			words = append(words, i)
		}
	}
	return all, words
}

// named reports whether a line begins with the writer's name and goes on as a signature does.
func (b *body) named(s string) bool {
	_, ok := b.afterName(s)
	return ok
}

// afterName is what follows the writer's name in a line of a signature.
func (b *body) afterName(s string) (string, bool) {
	s = untitled(s)
	for _, n := range b.names {
		rest, ok := cutName(s, n)
		if ok && parted(rest) && !answers(rest) && !tasked(rest) && shortLine(rest) {
			return rest, true
		}
		if unit, ok := strings.CutSuffix(s, " "+n); ok && institution.MatchString(unit) {
			return "", true // 「第二人民医院 检验科」, from 检验科
		}
	}
	return "", b.initials[strings.TrimRight(s, ".")]
}

// institution is the employer's name before a department's.
var institution = pattern.Must(`^\p{Han}{2,20}(?:公司|集团|医院|学校|大学|学院|中学|小学|院|局|厂|所|中心|委|银行|部|科|处|课|室|组|课|處|課|組|廠)$`)

func cutName(s, name string) (string, bool) {
	if len(s) < len(name) || !strings.EqualFold(s[:len(name)], name) {
		return "", false
	}
	return s[len(name):], true
}

// parted reports whether a name ends where rest begins: 「史建：没有异议」 is no signature.
func parted(rest string) bool {
	if work := strings.TrimLeft(rest, "-—–"); len(work) < len(rest) && wordOfHan(work) {
		return office.MatchString(work) // 「谭伟明——经销商沟通，抓紧」 is what he is to do
	}
	if rest == "" || strings.ContainsAny(rest[:1], " \t|/-,(") {
		return true
	}
	r, _ := utf8.DecodeRuneInString(rest)
	return !fold.CJK(r) && !strings.ContainsRune("，：。", r) && (r > 0x7f || !letter(rest[0]))
}

// wordOfHan reports whether s begins with a Chinese character.
func wordOfHan(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return fold.CJK(r)
}

func letter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// longestSignature is how many lines a signature has, at most.
const longestSignature = 12

// signs reports whether lines, the last of a run, look like a signature: short, few, no sentences, no answers.
// named says that the first one is known to be the writer's name.
func (b *body) signs(lines []int, named bool) bool {
	if len(lines) > longestSignature {
		return false
	}
	contact := false
	for n, i := range lines {
		s := b.lines[i].Text
		if n < 2 {
			if rest, ok := b.afterName(s); ok {
				if !shortLine(rest) || answers(rest) {
					return false
				}
				contact = contact || n == 0 || contactLine(rest)
				continue
			}
		}
		if !shortLine(s) || b.answers(i) {
			return false
		}
		contact = contact || b.contact(i)
	}
	return named || contact
}

// card is a line of a visiting card: 「李鲤 | 发行线」, 「权正  审计部  分机 8012」.
var card = pattern.Must(`^\p{Han}{2,4}\s*[|｜/·]\s*[^\s,，。:：]{2,16}$|^\p{Han}{2,4}\s{1,4}[^\s,，。:：]{2,14}(?:部|科|处|室|中心|公司|院|所|厂|组|局|办|系|课|處|廠|課|组长|经理|主任|工程师)(?:\s.{1,20})?$`)

// signatory is the first line of what stands below a rule: a name, Chinese or Latin or both.
var signatory = pattern.Must(`^(?:\p{Han}{2,4}(?:\s+[A-Z][a-z]+)?|[A-Z][a-z]+(?:\s+[A-Z][a-z]+){0,2}(?:\s+\p{Han}{2,4})?)$`)

// card reports whether lines, the last of a run, are a name and a few short lines, as below the rule that QQ and WeCom draw.
func (b *body) card(lines []int) bool {
	if len(lines) < 2 || len(lines) > 5 || !signatory.MatchString(b.lines[lines[0]].Text) {
		return false
	}
	return !slices.ContainsFunc(lines, func(i int) bool {
		return b.answers(i) || longer(b.lines[i].Text, 30) || !shortLine(b.lines[i].Text)
	})
}

func (b *body) opensParagraph(i, start int) bool { return i > start && b.lines[i-1].Text == "" }

// contacts reports whether the paragraph at i, at the end of its run, is a signature by its telephone numbers and addresses.
func (b *body) contacts(i, start, end int) bool {
	if !b.opensParagraph(i, start) {
		return false
	}
	n, lines, gap := 0, 0, false
	for j := i; j < end; j++ {
		s := b.lines[j].Text
		if gap = gap || s == ""; !b.marks[j].kept() || s == "" {
			continue
		}
		if lines++; gap || lines > longestSignature || !shortLine(s) {
			return false
		}
		if b.contact(j) {
			n++
		}
	}
	return (n >= 2 || n == 1 && lines >= 2 && lines <= 6) && !b.answered(i, end)
}

// answered reports whether any of the lines that are left says something about the letter.
func (b *body) answered(i, end int) bool {
	for ; i < end; i++ {
		if b.marks[i].kept() && !b.blank(i) && b.answers(i) {
			return true
		}
	}
	return false
}

func shortLine(s string) bool {
	return !longer(s, 80) && !strings.ContainsAny(lastRune(s), "。！？!?；;") && !strings.ContainsAny(s, "。？")
}

func lastRune(s string) string {
	_, n := utf8.DecodeLastRuneInString(s)
	return s[len(s)-n:]
}

var contactWords = []string{"电话", "内线", "手机", "传真", "地址", "分机", "邮箱", "邮编", "微信", "网址", "有限公司", "集团", "公司", "tel", "mob", "phone", "fax", "e-mail", "email:", "mail:", "ext.", "www.", "http", "addr", "ltd", "inc.", "gmbh", "co.,", "direct:", "cell"}

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
