package quote

import (
	"math/bits"
	"strings"
	"unicode/utf8"

	"github.com/huiban/huiban/parser/fold"
)

// kind is what a field of a quoted mail's header block says.
type kind byte

const (
	none kind = iota
	from
	date
	to
	cc
	subject
)

// labels are the names of those fields, folded and without blanks.
var labels = map[string]kind{
	"发件人": from, "发信人": from, "寄件人": from, "寄件者": from, "从": from, "由": from, "自": from, "寄信人": from, "差出人": from, "보낸사람": from, "发送人": from, "发送者": from, "from": from, "von": from, "de": from, "od": from, "van": from, "da": from, "от": from, "от кого": from, "від": from, "reply-to": cc,
	"发送时间": date, "发送日期": date, "发件时间": date, "发件日期": date, "日期": date, "时间": date, "寄件日期": date, "寄送日期": date, "传送日期": date, "发信时间": date, "传送时间": date, "已发送": date, "发送": date, "送信日时": date, "送信日時": date, "日時": date, "보낸날짜": date, "날짜": date, "收件日期": date,
	"sent": date, "senttime": date, "date": date, "senton": date, "gesendet": date, "datum": date, "envoyé": date, "enviado": date, "wysłano": date, "data": date, "verzonden": date, "дата": date, "fecha": date, "sendt": date,
	"收件人": to, "收信人": to, "收件者": to, "至": to, "到": to, "致": to, "宛先": to, "받는사람": to, "to": to, "an": to, "à": to, "para": to, "do": to, "aan": to, "a": to, "кому": to,
	"抄送": cc, "抄送人": cc, "副本": cc, "副本抄送": cc, "密送": cc, "密件副本": cc, "cc": cc, "bcc": cc, "kopie": cc, "dw": cc,
	"主题": subject, "主旨": subject, "标题": subject, "件名": subject, "제목": subject, "subject": subject, "betreff": subject, "objet": subject, "asunto": subject, "assunto": subject, "temat": subject, "onderwerp": subject, "тема": subject, "re": none,
}

// label reads the field at the start of a line ("发件人：…", "*From:* …", "| 日期 | … |") and whether it has a value.
func label(s string) (k kind, value bool) {
	if s != "" && (s[0] < '0' || s[0] == '|' || s[0] == '>' || s[0] == 0xc2) {
		s = strings.TrimLeft(s, "*|> \t·")
	}
	i := colonAt(s)
	if i <= 0 {
		return none, false
	}
	name := fold.Squeeze(strings.Trim(s[:i], "* \t\u3000\u00a0"))
	return labels[name], strings.Trim(s[i:], ":：|*\t \u3000") != ""
}

// colonAt is where the name of a field ends, at most forty bytes on; -1 where there is none.
func colonAt(s string) int {
	for i := 0; i < len(s) && i <= 40; i++ {
		if c := s[i]; c == ':' || c == '|' || c == '\t' || c == 0xef && strings.HasPrefix(s[i:], "：") {
			return i
		}
	}
	return -1
}

// headerBlock is the number of lines that are a quoted mail's fields, 0 where the lines from first do not begin with such a block.
// It takes two different fields, one of them the sender, so that 「发送时间：请改为周五」 stays text.
func (b *body) headerBlock(first int) int {
	if k, _ := b.label(first); k == none {
		return 0
	}
	lines := b.lines[first:]
	var seen kinds
	n, gap := 0, 0
	open, list := false, false // the value is to come; addresses may go on
	for i := 0; i < len(lines) && i < 24; i++ {
		l := lines[i]
		k, value := b.label(first + i)
		switch {
		case l.Text == "":
			if gap++; gap > 2 || seen == 0 {
				return accept(seen, n)
			}
		case k != none:
			seen, n, gap, open, list = seen|1<<k, i+1, 0, !value, value && (k == to || k == cc)
		case i == 0 || !open && !(list && b.listGoesOn(first+i)) || gap > 0 && value:
			return accept(seen, n)
		case longer(l.Text, 300):
			return accept(seen, n)
		default: // a value on a line of its own, or a list of addresses going on
			open, list = false, strings.Contains(l.Text, "@") || strings.HasSuffix(l.Text, ";")
			n = i + 1
		}
	}
	return accept(seen, n)
}

// listGoesOn reports whether a list of addresses that was broken goes on in line i: it looks like one, or a field is below it.
func (b *body) listGoesOn(i int) bool {
	s := b.lines[i].Text
	if strings.ContainsAny(lastRune(b.lines[i-1].Text), ";,；，、") || strings.ContainsAny(s, "@;") {
		return true
	}
	if i+1 == len(b.lines) {
		return false
	}
	k, _ := b.label(i + 1)
	return k != none
}

// field reports whether a line below a separator is one field: with its colon, or as eM Client writes it without.
func field(s string) bool {
	if k, _ := label(s); k != none {
		return true
	}
	name, rest, _ := strings.Cut(s, " ")
	return rest != "" && labels[strings.ToLower(name)] != none && name == capital(name)
}

// capital is an English word with its first letter upper case, "" for any other.
func capital(word string) string {
	if word == "" || word[0] < 'A' || word[0] > 'Z' {
		return ""
	}
	return word[:1] + strings.ToLower(word[1:])
}

// kinds is a set of fields.
type kinds uint8

func accept(seen kinds, n int) int {
	if seen&(1<<from) != 0 && bits.OnesCount8(uint8(seen)) >= 2 {
		return n
	}
	return 0
}

// fields is the number of lines from i that are a quoted mail's fields, by their names or by their shape alone. k is the key of the
// first.
func (b *body) fields(i int, k string) (n int, m mark) {
	n, m = b.headerBlock(i), fielded
	if by := shaped(b.lines[i:], k); by > n {
		return by, fieldLike
	}
	return n, m
}

// shaped is the number of lines that by their shape alone are a mail's fields, in a language we do not know: a sender with
// his address in angle brackets, then two fields more, one of them a time. 0 where lines do not begin so.
func shaped(lines []Line, k string) int {
	if strings.IndexByte(k, '<') < 0 || strings.IndexByte(k, '@') < 0 {
		return 0
	}
	timed, n := false, 0
	for n < len(lines) && n < 8 {
		name, value, ok := strings.Cut(fold.Text(lines[n].Text), ":")
		if !ok || utf8.RuneCountInString(name) > 20 || value == "" || strings.Contains(name, "@") || n == 0 && (strings.ContainsAny(name, "0123456789") || !bracketedAddress(value)) {
			break
		}
		timed = timed || n > 0 && dateLike(value) && strings.Contains(value, ":")
		n++
	}
	if n < 3 || !timed {
		return 0
	}
	return n
}

func bracketedAddress(s string) bool {
	i, at, j := strings.IndexByte(s, '<'), strings.IndexByte(s, '@'), strings.IndexByte(s, '>')
	return i >= 0 && i < at && at < j
}

// flattened reports whether a line with the key k holds a whole header block, as 139 Mail's and previews do.
func flattened(k string) bool {
	if len(k) < 27 || strings.Count(k, ":")+strings.Count(k, "|") < 3 && !strings.HasPrefix(k, "----") {
		return false
	}
	return holdsThree(k, "发件人:", "收件人:", "发送时间:", "主题:", "寄件者:", "主旨:", "发件人|", "收件人|", "主题|", "|from|", "|to|", "|subject|") ||
		strings.HasPrefix(k, "----") && holdsThree(k, "邮件----发件人", "日期2", "收件人", "主题")
}

// holdsThree reports whether k holds three of the words.
func holdsThree(k string, words ...string) bool {
	n := 0
	for _, w := range words {
		if strings.Contains(k, w) {
			n++
		}
	}
	return n >= 3
}
