package meaning

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/huiban/huiban/parser/pattern"
)

// ref is a mention of numbered items in a clause: rune offsets, and the items as the letter printed them.
type ref struct {
	start, end int
	items      []string
	opens      bool // it stands where a statement about the item begins
}

const han = `[` + hanDigits + `]{1,3}`

const number = `\d{1,3}(?:\.\d{1,2})?`

// itemShapes are the ways of naming an item; of two at one place the first counts. Digits before 楼 or after a letter are
// none.
var itemShapes = []*pattern.Pattern{
	pattern.Must(`第\s?\(?((?:` + number + `|` + han + `)\)?(?:\s?(?:[、,，/及和与~-]|至|到|以及|and)\s?第?\s?(?:` + number + `|` + han + `))*)\s?(?:条款|条|项|点|款|题|个|件|号|行|步|部分)(?:任务|事项|工作|议题|行动项|议定事项|决议|内容)?`),
	pattern.Must(`((?:` + number + `|` + han + `)(?:\s?[、~-]\s?(?:` + number + `|` + han + `))+)\s?(?:条|项|点)`),
	pattern.Must(`\(?(\d{1,3}\)\s?(?:[~-]|至|到)\s?\(?\d{1,3})\)`),
	pattern.Must(`第?((?:\((?:` + number + `|` + han + `)\)\s?[、,和及与]?\s?)+)(?:两|二|三|四|五|几|各|这|等)*(?:条|项|点|款)`),
	pattern.Must(`(\d{1,3})\s?号(?:那一?条|这一?条|那项|这项|条|项|决议|议题|事项|条款|任务|行动项|待办)`),
	numberBehind,
	pattern.Must(`\b(?:items|actions|points|tasks|nos\.?|numbers|clauses|questions|paragraphs)\s?#?\s?(` + number + `(?:\s?(?:,|and|&|to|through|-|~)\s?(?:and\s)?#?` + number + `)*)`),
	pattern.Must(`\b(?:item|action|point|no\.?|task|number|clause|question|paragraph|para|section|bullet|line|resolution|decision|todo|act)\s?#?\s?(` + number + `(?:\s?(?:and|&|/)\s?(?:item\s)?#?` + number + `)*)`),
	pattern.Must(`\bboth\s#?(` + number + `\s?(?:and|&|,)\s?#?` + number + `)\b`),
	pattern.Must(`#\s?(` + number + `(?:\s?(?:,|and|&|/|、|~|-)\s?#\s?` + number + `)*)`),
}

// numberBehind is 「事项3」. The character behind the number is only looked at.
var numberBehind = pattern.Must(`(?:事项|行动项|任务|议题|决议|待办|条目|序号|编号|条款|问题|行动|议定事项|项目|项次|款次)\s?(?:第\s?)?(` + number + `|` + han + `)(?:[^0-9%人个天日月号台套件万年小分.]|$)`)

// dashedShape is a code with a dash: ACT-17, PM-2026-031.
const dashedShape = `[A-Z]{1,8}(?:-[A-Z0-9]{1,6})?[-_]\d{1,6}(?:-\d{1,4})?\b`

var codeShape = pattern.Must(`\b` + dashedShape)

// shortCodes are codes without a dash, which count where the letter lists them: A3.
var shortCodes = pattern.Must(`\b[A-PR-Z]{1,3}\d{1,3}\b`)

// fromFirst names all items at once: 「从第1条到最后一条」.
var fromFirst = pattern.Must(`第?[1一](?:条|项|点)(?:开始)?(?:至|到|直到|一直到)最(?:后|末)(?:一|1)?(?:条|项|点)`)

const circled = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"

var circledRange = pattern.Must(`([` + circled + `])\s?(?:[~-]|—+|至|到)\s?([` + circled + `])`)

var ordinal = pattern.Must(`\b(1st|2nd|3rd|[4-9]th|1\dth|first|second|third|fourth|fifth|last)\s(?:item|point|action|task|one)\b|(?:^\s*|\bthe )(1st|2nd|3rd|[4-9]th|first|second|third|fourth|fifth) (?:is|was|has|hasn't|isn't|not|at|done|:)`)

// marker is a list number at the start of a line or clause: "1." "2、" "(3)" "四、" "5)".
var marker = pattern.Must(`^[\s\-•·*]*(?:\(?(` + number + `|` + han + `)\)|(` + number + `)\s?[.、:．)]|(` + han + `)[、.])`)

// bare is a number at the start of a clause that a status follows: "1 完成".
var bare = pattern.Must(`^\s*(\d{1,2}(?:\s?(?:[、/&和~-]|到|至|to|through|and)\s?\d{1,2})*)\s?(?:号|項)?(?:\s|:|=|已|完成|未|没|进行|都|均|ok|done|同意|确认|不|有|无|按|预计|延|暂|各|应|该|改|漏|错|少了|多了|写|记|把|要改|需改|得改|卡|搞|做|干|弄|写|画|还|在|正|因|受|下周|本周|明天|申请|请|待|等|停|约|差|里|中的?|的|-|—)`)

// dashed is an item and a figure behind a dash, which is no range where the letter has no such item: "2 - 16 Dec".
var dashed = pattern.Must(`^\s*(\d{1,2}) - (\d{1,3})\b`)

// excepted is bare numbers behind a word of exception: "apart from 3", 「除了3和5」.
var excepted = pattern.Must(`(?:除了|除开|除却|除|\b(?:except for|except|apart from|aside from|other than|excluding|all but|with the exception of))\s?\(?(` + number + `(?:\s?(?:、|,|和|与|及|and|&|/)\s?` + number + `)*)\)?\s?(?:$|[:,.;-]|外|以外|之外|其|都|均)`)

// granted is a bare number behind what is asked for or said of it: "another week for (2)", "I object to 4".
var granted = pattern.Must(`\b(?:for|on|to|with|against|about|regarding|re)\s\(?#?(` + number + `(?:\s?(?:,|and|&)\s?` + number + `)*)\)?\s?(?:\.?$|[:,;]|- |please|until|till|as )`)

// whichMinutes stands before the number of a meeting or of its minutes, which is no item's: "Minutes #7".
var whichMinutes = pattern.Must(`(?:minutes|meeting|纪要|记录|例会)\s?$`)

// span is the second half of a range whose first number stands before: "-3天".
var span = pattern.Must(`^\s?(?:[-~到至/]|to)\s?\d{1,2}\s?(?:[^\d\s%.]|$)`)

// toGo follows a number of things that are left: "5 to go".
var toGo = pattern.Must(`^\s?(?:more )?(?:to go|left|still to|out of|of the|(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)(?:[a-z]*))\b`)

// refs lists the items a clause names, in order. known are the items of the quoted letter.
func (c clause) refs(known map[string]bool) []ref {
	if c.named == nil {
		return c.find(known)
	}
	if !c.named.known {
		c.named.refs, c.named.known = c.find(known), true
	}
	return slices.Clone(c.named.refs)
}

// mentions keeps the items that a clause names once they were looked for, and its text as a string.
type mentions struct {
	refs  []ref
	known bool

	text   []rune
	folded string
	seen   *pattern.Text

	counted *tally
}

// tally is the shares in a text.
type tally struct {
	of     string
	shares []share
}

// find looks for the items that a clause names.
func (c clause) find(known map[string]bool) (list []ref) {
	text := c.folded()
	if !numbered(text) || fromFirst.MatchString(text) {
		return nil
	}
	at := runeIndex(text)
	taken := make([]bool, len(c.text)+1)
	add := func(start, end int, items []string) {
		if len(items) == 0 || end <= start || slices.Contains(taken[start:end], true) {
			return
		}
		for i := start; i < end && i < len(taken); i++ {
			taken[i] = true
		}
		list = append(list, ref{start: start, end: end, items: items})
	}
	upper := strings.Map(hyphen, strings.ToUpper(text))
	for _, m := range codeShape.FindAllStringIndex(upper, -1) {
		code, s := upper[m[0]:m[1]], len([]rune(upper[:m[0]]))
		if known[code] || len(known) == 0 && onlyFiller(c.text[:s]) {
			add(s, s+len([]rune(code)), []string{code})
		}
	}
	for _, m := range shortCodes.FindAllStringIndex(upper, -1) {
		if code, s := upper[m[0]:m[1]], len([]rune(upper[:m[0]])); known[code] {
			add(s, s+len([]rune(code)), []string{code})
		}
	}
	for _, m := range shapedItems(text) {
		if strings.HasSuffix(text[:m[0]], "倒数") {
			continue
		}
		if text[m[0]] == '#' && whichMinutes.MatchString(text[:m[0]]) {
			continue
		}
		if len(known) == 0 && strings.HasSuffix(text[m[0]:m[1]], "个") {
			continue // 「第三个在调」: which of what?
		}
		if s := at[m[0]]; s < len(c.text) && !(s > 0 && (digit(c.text[s-1]) || letter(c.text[s-1]) && c.text[s] == '#')) && !storey(c.text, at[m[1]]) {
			add(s, at[m[1]], expand(group(text, m)))
		}
	}
	if m := bare.FindStringSubmatchIndex(text); m != nil {
		if ids := expand(text[m[2]:m[3]]); len(ids) > 1 && isKnown(ids, known) && !span.MatchString(text[m[3]:]) && !toGo.MatchString(text[m[3]:]) && !(len(known) == 0 && slashed.MatchString(text[m[2]:m[3]])) {
			add(at[m[2]], at[m[3]], ids)
		}
	}
	if m := excepted.FindStringSubmatchIndex(text); m != nil {
		if ids := expand(text[m[2]:m[3]]); isKnown(ids, known) {
			add(at[m[2]], at[m[3]], ids)
		}
	}
	if m := granted.FindStringSubmatchIndex(text); m != nil && len(known) > 0 && isKnown(expand(text[m[2]:m[3]]), known) {
		add(at[m[2]], at[m[3]], expand(text[m[2]:m[3]]))
	}
	if m := marker.FindStringSubmatchIndex(text); m != nil && listNumber(text[:m[1]], text[m[1]:]) {
		add(at[m[0]], at[m[1]], expand(group(text, m)))
	}
	for _, m := range circledRange.FindAllStringSubmatchIndex(text, -1) {
		from, to := strings.Index(circled, text[m[2]:m[3]]), strings.Index(circled, text[m[4]:m[5]])
		add(at[m[0]], at[m[1]], expand(fmt.Sprintf("%d~%d", from/len("①")+1, to/len("①")+1)))
	}
	for i, r := range c.text {
		if n := strings.IndexRune(circled, r); n >= 0 {
			add(i, i+1, []string{strconv.Itoa(n/len("①") + 1)})
		}
	}
	for _, m := range ordinal.FindAllStringSubmatch(text, -1) {
		i := strings.Index(text, m[0])
		if id := atPlace(ordinals[m[1]+m[2]], known); id != "" {
			add(at[i], at[i+strings.Index(m[0], m[1]+m[2])+len(m[1]+m[2])], []string{id})
		}
	}
	if m := bare.FindStringSubmatchIndex(text); m != nil && len(list) == 0 && !(len(known) == 0 && strings.HasPrefix(text[m[3]:], "号")) && !counts(text[m[3]:]) && !toGo.MatchString(text[m[3]:]) && !span.MatchString(text[m[3]:]) && !(len(known) == 0 && slashed.MatchString(text[m[2]:m[3]])) && !rangeEnd.MatchString(text[:min(len(text), m[3]+1)]) {
		if ids := expand(text[m[2]:m[3]]); isKnown(ids, known) {
			add(at[m[2]], at[m[3]], ids)
		}
	}
	for _, r := range c.placed(known) {
		add(r.start, r.end, r.items)
	}
	if m := dashed.FindStringSubmatchIndex(text); m != nil && len(list) == 0 && known[text[m[2]:m[3]]] && !known[text[m[4]:m[5]]] {
		add(at[m[2]], at[m[3]], []string{text[m[2]:m[3]]})
	}
	for _, r := range c.enumerated(list) {
		add(r.start, r.end, r.items)
	}
	sortRefs(list)
	asListed(list, known)
	list = c.dropCounters(list)
	for i := range list {
		before := c.text[:list[i].start]
		list[i].opens = onlyFiller(before) || !cause(before) || i > 0 && list[i-1].opens && joins(c.text[list[i-1].end:list[i].start])
	}
	return list
}

// shapedItems finds itemShapes in order, without overlaps: the places of each and of its numbers, as regexp gives them.
func shapedItems(text string) (found [][]int) {
	seen := pattern.Look(text)
	for _, shape := range itemShapes {
		if shape.Vain(seen) {
			continue
		}
		for _, m := range shape.FindAllStringSubmatchIndex(text, -1) {
			if shape == numberBehind {
				m[1] = m[3]
			}
			found = append(found, m)
		}
	}
	if len(found) < 2 {
		return found
	}
	slices.SortStableFunc(found, func(a, b []int) int { return a[0] - b[0] })
	end := 0
	return slices.DeleteFunc(found, func(m []int) bool {
		if m[0] < end {
			return true
		}
		end = m[1]
		return false
	})
}

// numbered reports whether text may name an item at all; it spares the patterns most clauses.
func numbered(text string) bool {
	return strings.ContainsAny(text, "0123456789两"+hanDigits+circled) || strings.Contains(text, "last") || strings.Contains(text, "final") || strings.Contains(text, "first") || strings.Contains(text, "second") || strings.Contains(text, "third") || strings.Contains(text, "fourth") || strings.Contains(text, "fifth")
}
