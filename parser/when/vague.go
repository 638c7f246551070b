package when

import "github.com/huiban/huiban/parser/pattern"

var vague = pattern.Must(`(?i)[尽盡儘](?:快|早|速|可能早)|尽量早|原[则則]上|近期|近日|不日|早日|[适適][时時]|抓[紧緊]|[择擇][机機期]|` +
	`[视視]情[况況]?|另行通知|另[议議]|有空|抽空|回[头頭]|[过過][几幾]天|[这這][两兩几幾]天|` +
	`\b(?:asap|a\.s\.a\.p\.?|as soon as|soon|soonest|shortly|in due course|in the near future|when possible|eventually|sometime|some time)\b`)

// Vague reports whether text puts a time in words that bind to no day: 尽快, 原则上, 近期, ASAP, soon.
func Vague(text string) bool { return vague.MatchString(text) }
