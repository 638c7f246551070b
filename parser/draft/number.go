package draft

import (
	"strconv"
	"strings"

	"github.com/huiban/huiban/parser/fold"
	"github.com/huiban/huiban/parser/pattern"
)

// mark is the number or bullet a line begins with.
type mark struct {
	no    string // "3" for 3. (三) ③; "A-0042" as written; "" for a bullet
	style string // which way of numbering
	word  string // 决议, action …, where one stands before the number
	end   int    // where the line goes on, in the folded form
}

const cn = `[一二三四五六七八九十]{1,3}`

// markStyles is looked through in this order.
var markStyles = []struct {
	style string
	re    *pattern.Pattern
}{
	{"第", pattern.Must(`^第\s*(?P<no>[0-9]{1,3}|` + cn + `)\s*[条项款点件]\s*[、:.,]?\s*`)},
	{"word", pattern.Must(`(?i)^(?P<word>action items?|actions?|tasks?|decisions?|resolutions?|行动项|行动|待办事项|待办|任务|决议|决定|议定事项|事项)\s*[-#]?\s*(?P<no>[0-9]{1,3}|` + cn + `)\s*(?:[.、:)\-,]|\s|$)\s*`)},
	{"(1)", pattern.Must(`^[(\[]\s*(?P<no>[0-9]{1,3})\s*[)\]]\s*[、.:]?\s*`)},
	{"(一)", pattern.Must(`^[(\[]\s*(?P<no>` + cn + `)\s*[)\]]\s*[、.:]?\s*`)},
	{"①", pattern.Must(`^(?P<no>[①-⑳⑴-⒇❶-❿➀-➉])\s*[、.]?\s*`)},
	{"1.1", pattern.Must(`^(?P<no>[0-9]{1,2}(?:[.-][0-9]{1,2}){1,2})(?:[、.)]\s*|\s+)`)},
	{"1.", pattern.Must(`^(?P<no>[0-9]{1,3})\s*[.、)]\s*`)},
	{"一是", pattern.Must(`^(?P<no>[一二三四五六七八九])是(?:要)?[,:]?\s*`)},
	{"1:", pattern.Must(`^(?P<no>[0-9]{1,2})\s*[:,]\s*`)},
	{"一、", pattern.Must(`^(?P<no>` + cn + `)\s*[、.,:)]\s*`)},
	{"壹、", pattern.Must(`^(?P<no>[壹贰貳叁参肆伍陆陸柒捌玖拾]{1,2})\s*[、.,:]\s*`)},
	{"code", pattern.Must(`^\[?(?P<no>[A-Z]{1,4}-?[0-9]{1,6}(?:-[0-9]{1,4})?)\]?\s*[.:、)]\s*`)},
	{"code", pattern.Must(`^\[(?P<no>[A-Z]{1,4}-?[0-9]{1,6}(?:-[0-9]{1,4})?)\]\s*`)},
	{"#", pattern.Must(`^#(?P<no>[0-9]{1,3})[\s.:、]\s*`)},
	{"(a)", pattern.Must(`^\((?P<no>[a-zA-Z]|[ivx]{1,5})\)\s*`)},
	{"a.", pattern.Must(`^(?P<no>[a-zA-Z])[.)]\s+`)},
	{"•", pattern.Must(`^(?:[•·・‧∙●○■□◆◇▪▶►→✓☐★]|[-*+>](?:\s|[^\x00-\x7f-]))\s*(?:\[[ x]?\]\s*)?`)},
	{"1 ", pattern.Must(`^(?P<no>[0-9]{1,2})\s+`)},
}

// markLetters are the Chinese characters that a number, or the word before it, begins with.
const markLetters = "第一二三四五六七八九十壹贰貳叁参肆伍陆陸柒捌玖拾行待任决议事"

// marked reads the number or bullet at the start of a folded line.
func marked(f string) (mark, bool) {
	if c := first(f); han(c) && !strings.ContainsRune(markLetters, c) {
		return mark{}, false
	}
	for _, m := range markStyles {
		loc := m.re.FindStringSubmatchIndex(f)
		if loc == nil || loc[1] >= len(f) && m.style == "1 " {
			continue
		}
		out := mark{style: m.style, end: loc[1], no: group(m.re, f, loc, "no"), word: group(m.re, f, loc, "word")}
		if !out.plausible(f) {
			continue
		}
		if m.style == "•" { // the bullet itself only, not the first character of the text
			out.end = bulletEnd(f)
		}
		out.no = westernNo(out.no)
		return out, true
	}
	return mark{}, false
}

func group(re *pattern.Pattern, s string, loc []int, name string) string {
	i := re.SubexpIndex(name)
	if i < 0 || loc[2*i] < 0 {
		return ""
	}
	return s[loc[2*i]:loc[2*i+1]]
}

// plausible sorts out what only looks like a number: 1.35万, 15:25, 12-18 完成, 2026.
func (m mark) plausible(f string) bool {
	rest := f[m.end:]
	switch m.style {
	case "1.", "1:":
		return rest == "" || rest[0] < '0' || rest[0] > '9' || strings.HasSuffix(f[:m.end], " ") || strings.HasSuffix(f[:m.end], "、")
	case "1.1":
		return !strings.HasPrefix(rest, "前") && !strings.Contains(m.no, "-") || strings.HasPrefix(m.no, "1-") || strings.HasPrefix(m.no, "2-")
	case "1 ":
		return rest[0] >= 0x80 || rest[0] >= 'A' && rest[0] <= 'z'
	case "一、":
		return !strings.HasPrefix(f, "十") || strings.ContainsAny(f[:m.end], "、.)")
	}
	return true
}

func bulletEnd(f string) int {
	for i, r := range f {
		if !strings.ContainsRune("•·・‧∙●○■□◆◇▪▶►→✓☐★-*+> ", r) {
			if strings.HasPrefix(f[i:], "[ ]") || strings.HasPrefix(f[i:], "[x]") {
				return i + 3
			}
			return i
		}
	}
	return len(f)
}

// westernNo writes ③ and 三 as 3; anything else stays as written.
func westernNo(s string) string {
	r := []rune(s)
	if len(r) == 1 {
		for _, first := range []rune{'①', '⑴', '❶', '➀'} {
			if n := int(r[0]-first) + 1; n >= 1 && n <= 20 && r[0] >= 0x2460 {
				return strconv.Itoa(n)
			}
		}
	}
	if n := chineseNo(s); n > 0 {
		return strconv.Itoa(n)
	}
	return s
}

// chineseNo reads 一 to 九十九; 0 for anything else.
func chineseNo(s string) int {
	const digit = "一二三四五六七八九"
	sum, last := 0, 0
	for _, r := range s {
		if i := strings.IndexRune(digit, r); i >= 0 {
			last = i/3 + 1
			continue
		}
		if r != '十' {
			return 0
		}
		sum, last = sum+10*max(last, 1), 0
	}
	return sum + last
}

var enumerated = pattern.Must(`(?:^|[;。:,\s.])\s*(?:[(]?([0-9]{1,2})[、.)]|([①-⑳])|([一二三四五六七八九])是)`)

// pieces splits a line that holds a whole list: "会议决定:1、A;2、B". The first piece is what stands before the list,
// "" where nothing does. A line without a list is one piece, itself.
func (x said) pieces() (before string, items []string) {
	var cuts []int
	for _, loc := range enumerated.FindAllStringSubmatchIndex(x.f, -1) {
		from, n := enumerator(x.f, loc)
		after := x.f[loc[1]:]
		if n == len(cuts)+1 && (after == "" || after[0] < '0' || after[0] > '9') && !(n > 1 && startsLabel(say(after))) {
			cuts = append(cuts, from)
		}
	}
	if len(cuts) < 2 {
		return "", []string{x.s}
	}
	before = x.cut(0, cuts[0])
	for i, c := range cuts {
		end := len(x.f)
		if i+1 < len(cuts) {
			end = cuts[i+1]
		}
		items = append(items, strings.TrimRight(x.cut(c, end), " ;；,，"))
	}
	return before, items
}

func enumerator(f string, loc []int) (from, n int) {
	for g := 1; g <= 3; g++ {
		if loc[2*g] >= 0 {
			n, _ = strconv.Atoi(westernNo(f[loc[2*g]:loc[2*g+1]]))
			from = loc[2*g]
			if from > 0 && f[from-1] == '(' {
				from--
			}
		}
	}
	return from, n
}

// han reports whether r is a Chinese character.
func han(r rune) bool { return fold.CJK(r) }
