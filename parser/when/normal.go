package when

import "strings"

// normal is a text with full-width forms, dashes and traditional characters folded, and for each of its byte
// offsets (and its end) the offset in the original.
type normal struct {
	text string
	at   []int
}

var folded = map[rune]rune{
	'週': '周', '後': '后', '點': '点', '時': '时', '個': '个', '這': '这', '號': '号', '禮': '礼', '內': '内', '兩': '两',
	'國': '国', '鐘': '钟', '鍾': '钟', '開': '开', '會': '会', '給': '给', '發': '发', '與': '与', '間': '间', '過': '过', '將': '将', '聽': '听', '尋': '寻',
	'○': '〇', '–': '-', '—': '-', '―': '-', '〜': '-', '~': '-', '−': '-', '‐': '-', '‑': '-', '﹣': '-', '∼': '-',
	'\u00a0': ' ', '\u3000': ' ', '\u2009': ' ', '\u202f': ' ', '\t': ' ', '∶': ':', '⁄': '/',
	'：': ':', '〈': '(', '〔': '(', '〕': ')', '【': '(', '】': ')', '［': '(', '］': ')',
}

func normalise(s string) normal {
	var b strings.Builder
	b.Grow(len(s))
	at := make([]int, 0, len(s)+1)
	for i, r := range s {
		r = fold(r)
		from := b.Len()
		b.WriteRune(r)
		for range b.Len() - from {
			at = append(at, i)
		}
	}
	return normal{b.String(), append(at, len(s))}
}

func fold(r rune) rune {
	if r >= 0xff01 && r <= 0xff5e {
		r -= 0xfee0
	}
	if f, ok := folded[r]; ok {
		return f
	}
	return r
}

// worth reports whether text can hold a date or time at all: it has a digit, a Chinese character that begins
// one, or a Latin letter. It spares the patterns most lines.
func worth(text string) bool {
	for _, r := range text {
		switch {
		case r >= '0' && r <= '9', r >= '０' && r <= '９', r >= 'A' && r <= 'z':
			return true
		case strings.ContainsRune("〇○零一二三四五六七八九十廿半两兩月年季天日今明昨后後前周週星礼禮", r):
			return true
		}
	}
	return false
}
