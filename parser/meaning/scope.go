package meaning

import (
	"slices"
	"strings"

	"github.com/huiban/huiban/parser/pattern"
)

// What a negation reaches. A denial that the tables do not hold as one word (不参加, "can't attend") takes the firmness out of the verdict
// that it reaches, yes or no: the clause is then doubtful and nothing is made of it.
//
//	没说一定参加 · 不是不参加 · "I never said I'd attend" · "I can't say I object"    doubtful
//	不想参加 · "I don't plan to attend"                               no: the tables hold them
//	不是不想参加，是真的没空                                               only the second clause speaks
//
// It reaches over modal verbs, adverbs and verbs of saying up to the verdict, in English over five words at most, and never over a conjunction.

// reach is what may stand between a Chinese negation and its verdict.
const reach = `(?:能够|能|会|可以|可|想要|想|要|愿意|愿|打算|准备|计划|再|太|很|完全|全部|全|都|真的|真|说过|说|讲|表示|答应|承诺|决定|必|一定|我们|我|是|曾|有|过|怎么|来|去|都|确定|肯定|直接|马上|立即|让|叫|派人|派员|派|允许|批准|觉得|认为|以为|必要|告诉|通知|代表|等于|意味着|算|属于| )*`

// negations reach forward. 不得不 and 不能不 are no denials: they only force.
var negation = pattern.Must(`(?:没人|没有人|无人|不是|并不是|不可能|不会|不敢|不能|不用|不必|不需要|无需|无须|不|没有|没|未曾|从未|从没|未|并非|非|无法|没法|难以|谈不上|称不上|算不上|说不上|别|勿|唔系|唔|冇)` + reach + `$`)

// noDenials look like denials and are none: 不得不, 要不, 不仅, 特别.
var noDenials = pattern.Must(`不得不|不能不|不由得不|要不|不如|不过|不妨|不仅|不但|不光|不只|不管|不论|不久|不错|对不起|不好意思|不客气|不止|不急|没关系|没事|别的|特别|分别|个别|区别|级别|差别|类别|未来|未免|差不多|有没有|是不是|能不能|会不会|要不要|可不可以|是否`)

// undoing follows a verdict and takes it back: 同意不了, 不去不行, 「不参加是不可能的」.
var undoing = pattern.Must(`^(?:不了|唔到|不得|不成|(?:是|都|也|就)?(?:不可能|不行|办不到|不合适))`)

var denials = words("not never cannot can't don't doesn't didn't won't wouldn't isn't aren't wasn't couldn't shouldn't haven't hasn't hadn't hardly neither nor nobody without refuse refused nothing cant dont didnt wont")

const englishReach = 5

// weigh takes the firmness out of every verdict among signs that a denial reaches.
func (c *clause) weigh(signs ...sign) {
	for _, h := range c.hits {
		for _, s := range signs {
			if h.sign == s && c.reached(h, signs) {
				c.hits = append(c.hits, hit{sign: hedge, start: h.start, end: h.start})
				return
			}
		}
	}
}

// reached reports whether a denial outside of the tables' words reaches h.
func (c clause) reached(h hit, signs []sign) bool {
	if undoing.MatchString(string(c.text[h.end:])) {
		return true
	}
	from := 0
	for _, o := range c.hits {
		if o.sign == denial && o.end == h.start && !letter(c.text[h.start]) {
			return true // 「并非没有意见」
		}
		if o.end <= h.start && o.end > from && (o.sign == neutral || o.sign == denial || slices.Contains(signs, o.sign)) {
			from = o.end
		}
	}
	before := string(c.text[from:h.start])
	if letter(c.text[h.start]) {
		return deniedInEnglish(before)
	}
	return negation.MatchString(noDenials.ReplaceAllStringFunc(before, blanks))
}

func deniedInEnglish(before string) bool {
	list := strings.Fields(before)
	for i := len(list) - 1; i >= 0 && i >= len(list)-englishReach && !conjunctions[list[i]]; i-- {
		if list[i] == "doubt" && (i == 0 || list[i-1] != "no" && !denials[list[i-1]]) {
			return true
		}
		if denials[list[i]] || list[i] == "way" && i > 0 && list[i-1] == "no" {
			return true
		}
	}
	return false
}
