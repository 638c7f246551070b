package meaning

import (
	"regexp"
	"testing"

	"pgregory.net/rapid"
)

// lineShape says in one expression what itemMark finds.
var lineShape = regexp.MustCompile(`^(?:第?\s?(` + number + `|` + han + `)\s?(?:条|项|题|点)|(?:item|action|point|q|事项|行动项|议题|任务)\s?#?(` + number + `)\b|#\s?(` + number + `)\b|\(?(` + number + `|` + han + `)\)|\[(` + number + `)\]|(` + number + `)\s?[.、:)．]|(` + han + `)[、.]|(\d{1,2})\s+[^\d\s])`)

// TestItemMark compares with the expression, on lines of what numbers are made of.
func TestItemMark(t *testing.T) {
	part := rapid.SampledFrom([]string{"第", "1", "2", "12", "123", "1234", ".", "、", ":", ")", "(", "[", "]", "#", " ", "一", "十", "二三", "条", "项", "题", "点", "item", "action", "q", "事项", "任务", "a", "Z", "_", "完成", "．", "年"})
	rapid.Check(t, func(t *rapid.T) {
		line := ""
		for range rapid.IntRange(0, 7).Draw(t, "parts") {
			line += part.Draw(t, "part")
		}
		want, end := "", 0
		if m := lineShape.FindStringSubmatchIndex(line); m != nil {
			want, end = group(line, m), m[1]
		}
		if num, to := itemMark(line); num != want || to != end {
			t.Fatalf("%q begins with %q to %d, the expression finds %q to %d", line, num, to, want, end)
		}
	})
}

// TestDashedCode compares with the expression for codes inside a sentence, on lines of what codes are made of.
func TestDashedCode(t *testing.T) {
	shape := regexp.MustCompile(`^` + dashedShape)
	part := rapid.SampledFrom([]string{"A", "BC", "DEFGHIJ", "-", "-", "-", "_", "1", "22", "4444", "666666", "7777777", " ", "é", "条", "x", "."})
	rapid.Check(t, func(t *rapid.T) {
		line := ""
		for range rapid.IntRange(0, 9).Draw(t, "parts") {
			line += part.Draw(t, "part")
		}
		if got, want := line[:dashedCode(line)], shape.FindString(line); got != want {
			t.Fatalf("%q: %q, want %q", line, got, want)
		}
	})
}
