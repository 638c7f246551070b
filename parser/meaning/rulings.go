package meaning

import (
	"strings"

	"github.com/huiban/huiban/parser/fold"
	"github.com/huiban/huiban/parser/pattern"
	"github.com/huiban/huiban/parser/quote"
	"github.com/huiban/huiban/secretary"
)

// decidedOn is a number that a decision follows right away, at the beginning or behind a stop or space: 「1 同意」, "2. rejected".
var decidedOn = pattern.Must(`(?i)(?:^|[\s;,。;,])(?:第\s?|item\s|no\.?\s?|#)?(\d{1,2})\s?(?:[条項项]|[.、:)])?\s*(?:不?同意|不?批准|不?通过|不?可以|准|驳回|退回|拒绝|否决|approv|reject|agree|disagree|not approve|refuse|decline|yes\b|no\b|ok\b)`)

// rulings reads an answer that decides on numbered items, each for itself: 「1 同意 2 不同意 原因」. It reports false where
// no number is decided on.
func rulings(q Question) (Answer, bool) {
	text := []rune(q.text())
	folded := fold.Text(string(text))
	found := decidedOn.FindAllStringSubmatchIndex(folded, -1)
	if len(found) == 0 || len([]rune(folded)) != len(text) || decidedBefore(q, wrote(text, folded, 0, found[0][2])) {
		return Answer{}, false
	}
	var out Answer
	for n, m := range found {
		end := len(folded)
		if n+1 < len(found) {
			end = found[n+1][2]
		}
		said := strings.TrimSuffix(strings.Trim(wrote(text, folded, m[3], end), " .、:：)）条項项;；,，\n"), "第")
		a := readApproval(asking(q, said))
		if len(a.Intents) != 1 {
			out.Unclear = append(out.Unclear, strings.TrimSpace(wrote(text, folded, m[2], end)))
			continue
		}
		a.Intents[0].Item = folded[m[2]:m[3]]
		out.Intents = append(out.Intents, a.Intents[0])
	}
	return out, true
}

// wrote is what the writer wrote between two places of the folded text, which has as many characters.
func wrote(text []rune, folded string, from, to int) string {
	return string(text[len([]rune(folded[:from])):len([]rune(folded[:to]))])
}

// decidedBefore reports whether what stands before the first number is a decision by itself.
func decidedBefore(q Question, before string) bool {
	return len(readApproval(asking(q, before)).Intents) > 0
}

// asking is the question with other words of the writer's, as one decision on its own.
func asking(q Question, said string) Question {
	q.Lines = nil
	for l := range strings.SplitSeq(said, "\n") {
		q.Lines = append(q.Lines, quote.Kept{Text: l})
	}
	return q
}

// readDecisions reads an answer to an approval: one decision, or one for each decidedOn item. One that says 全部 or "both" is
// on every item, which matters where the letter has several.
func readDecisions(q Question) Answer {
	if a, ok := rulings(q); ok {
		return a
	}
	a := readApproval(q)
	said := fold.Text(q.text())
	switch {
	case len(a.Intents) != 1:
	case excepting.MatchString(said) && a.Intents[0].Kind == secretary.IntentApprove:
		return unclear(q)
	case onEvery.MatchString(said):
		a.Intents[0].Item = secretary.EveryItem
	}
	return a
}

// excepting leaves something out, or denies that it is all: 「除第2项外都同意」,「不是全部同意」, "all but the second".
var excepting = pattern.Must(`除.{1,12}[外,，]|除了|除外|例外|不是|并非|(?:不|非|没有?)(?:全部?|都|均|皆)(?:同意|批准|通过|可)|except|apart from|other than|excluding|\ball but\b|\bnot (?:all|both|every)`)

// onEvery is a decision on everything, and nothing besides: 「以上两项全部同意」, "both approved".
var onEvery = pattern.Must(`(?:^|[\s,.;!，。；！])(?:以上|上述|这|那|所列)?(?:[两二三四五六七八九十\d]+[项項条件个])?(?:事项|申请)?(?:我|本人)?(?:全部?|都|均|皆|一并|一律)(?:已|予以)?(?:不?同意|不?批准|不予?通过|通过|可以|核准|照准|准予|驳回|退回|ok\b)|(?:同意|批准|通过|驳回|退回)(?:全部|所有|以上(?:全部|各项|所有|[两二三四五六七八九十\d]+项))|\b(?:all|both|everything)\s+(?:items\s+)?(?:are\s+)?(?:approved|rejected|agreed|ok|fine|granted)\b|\b(?:approve|reject|agree to|agreed to|grant)\s+(?:them\s+)?(?:all|both|everything)\b|^(?:both|all)\s+ok\b`)
