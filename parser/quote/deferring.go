package quote

import (
	"unicode/utf8"

	"github.com/huiban/huiban/parser/fold"
	"github.com/huiban/huiban/parser/pattern"
)

// pointing names somebody's words as what the mail is about, and hands them on: "see Anna's note below",
// 「见下方张工的意见」, 「转老李的回复」.
var pointing = []*pattern.Pattern{
	pattern.Must(`(?i)\b(?:see|as per|per|please find|forwarding|passing on|fwd:?|fyi\b.{0,20})\s.{0,40}?\b(?:\w+['’]s|his|her|their)\s.{0,40}\b(?:below|underneath)\b`),
	pattern.Must(`(?i)^\W*(?:below|fyi)\b.{0,30}\bfrom [A-Z]\w+`),
	pattern.Must(`(?:^|[,。;:\s])(?:请|现|另)?(?:见|详见|看|参见|附上?|转发?|转达)(?:一下)?(?:下面|下方|以下|下附|附|下)?的?[^,。;、我您你咱本]{1,8}?(?:总|工|经理|主任|老师|科长|部长|处长|同事|同志|那边)?的?(?:意见|回复|答复|邮件|反馈|说明|来信|原话)`),
}

// Defers reports whether the writer says nothing of his own but points at the words of somebody else, who answered before
// him and is quoted. Whether he shares them is his to say.
func (r Reading) Defers() bool {
	text := r.Text()
	if r.authors < 2 || utf8.RuneCountInString(text) > 160 {
		return false
	}
	for _, l := range r.Lines {
		if l.Above != "" {
			return false
		}
	}
	for _, p := range pointing {
		if p.MatchString(text) || p.MatchString(fold.Text(text)) {
			return true
		}
	}
	return false
}

// countAuthors counts the quoted mails: each begins with a line that introduces it, or with the sender of its header block.
func (b *body) countAuthors() (n int) {
	for i := 0; i < len(b.lines); i++ {
		if !b.marks[i].quoted() {
			continue
		}
		k, value := b.label(i)
		lines := b.attribution(i)
		if k == from && value || lines > 0 {
			n++
		}
		i += max(lines, 1) - 1
	}
	return n
}
