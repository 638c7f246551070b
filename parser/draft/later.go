package draft

import "github.com/huiban/huiban/parser/pattern"

// toCome says that the minutes themselves are still to come.
var toCome = pattern.Must(`(?i)(?:纪要|记录|纪录|minutes)[^。;]{0,16}(?:还在|还没|尚未|未定|稍后|晚点|晚些|回头|马上|立即|[上下]午|明[天日早]|今[晚早]|过会|[会将再才](?:补|发|送|交|给)|随后|之后|尽快|定稿后|审完|later|tomorrow|tonight|soon|shortly|still|not yet|to follow)`)

// later reports whether a short letter only says that the minutes will come, and something besides: it holds no list, no
// heading and no attendance.
func (m *minutes) later(text string) bool {
	if m.sorted || m.titled || m.listed || len(m.decisions) > 0 || runes(text) > 160 {
		return false
	}
	for _, t := range m.actions {
		if t.no != "" {
			return false
		}
	}
	return toCome.MatchString(folded(text))
}
