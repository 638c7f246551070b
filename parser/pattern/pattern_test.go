package pattern

import (
	"reflect"
	"regexp"
	"testing"

	"pgregory.net/rapid"
)

// expressions have what patterns are made of.
var expressions = []string{
	`已(?:完成|办结)`, `(?i)\bdone\b|完成`, `^\s*(\d{1,2})[.、]|^(?:第([一二三])条)`, `(a)|(b)(c)?|d`, `(?i:k)elvin|ſ`, `第(\d+)|(一|二)条|(?P<n>x)`,
	`[^,]{0,3}改|x*`, `(?:^|[\s,])(?:no|none)$`, `a?b?`, `\p{Han}{2}长`, `(?m)^报|告$`, `(?:|甲)乙`, `(甲|乙)+丙{0}丁{2,3}`, `.+好`, `^(?:)`, ``, `[^\x00-\x{10FFFF}]`, `\x{FFFD}`,
	`(?:^|[^\p{Han}]|告)[改官]`, `\p{Han}{1,2}[一二]|[A-Zx]1|[^a-z]\b`, `\bd|\bo[^,]`,
	`^a|b`, `(?s).$`, `日(?:期|程)?|(月)|(年)底`, `\bto (mon|tue)|by (\w+)`,
}

// TestFindsWhatRegexpFinds compares with package regexp, in texts of the characters that the expressions are made of.
func TestFindsWhatRegexpFinds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		expr := rapid.SampledFrom(expressions).Draw(t, "expression")
		s := rapid.StringOfN(rapid.RuneFrom([]rune("已完成办结donekK\u212asſ 12.、第一二三条abcdx,改长官报告\n甲乙丙丁好日期月年底tomuby王\ufffd")), 0, 12, -1).Draw(t, "text")
		if rapid.Bool().Draw(t, "cut") && len(s) > 0 {
			s = s[:len(s)-1] // the bytes of a character that was cut
		}
		compare(t, Must(expr), regexp.MustCompile(expr), s)
	})
}

func compare(t *rapid.T, p *Pattern, re *regexp.Regexp, s string) {
	for name, both := range map[string][2]any{
		"MatchString":                {p.MatchString(s), re.MatchString(s)},
		"In":                         {p.In(Look(s)), re.MatchString(s)},
		"FindString":                 {p.FindString(s), re.FindString(s)},
		"FindStringIndex":            {p.FindStringIndex(s), re.FindStringIndex(s)},
		"FindStringSubmatch":         {p.FindStringSubmatch(s), re.FindStringSubmatch(s)},
		"FindStringSubmatchIndex":    {p.FindStringSubmatchIndex(s), re.FindStringSubmatchIndex(s)},
		"FindAllString":              {p.FindAllString(s, -1), re.FindAllString(s, -1)},
		"FindAllStringIndex":         {p.FindAllStringIndex(s, -1), re.FindAllStringIndex(s, -1)},
		"FindAllStringSubmatch":      {p.FindAllStringSubmatch(s, -1), re.FindAllStringSubmatch(s, -1)},
		"FindAllStringSubmatchIndex": {p.FindAllStringSubmatchIndex(s, -1), re.FindAllStringSubmatchIndex(s, -1)},
		"ReplaceAllString":           {p.ReplaceAllString(s, "<$1>"), re.ReplaceAllString(s, "<$1>")},
	} {
		if !reflect.DeepEqual(both[0], both[1]) {
			t.Fatalf("%s of %q in %q: %v, regexp finds %v", name, re, s, both[0], both[1])
		}
	}
}

// TestMostAreSpared: a pattern that names its words is not searched for where they are not.
func TestMostAreSpared(t *testing.T) {
	for expr, s := range map[string]string{`已(?:完成|办结)`: "还在进行中", `^(?:请|麻烦)`: "我请假", `item (\d+)|第(\d+)条`: "all fine", `(?i)done`: "没有"} {
		if Must(expr).in(s) != nil {
			t.Errorf("%q is searched for in %q", expr, s)
		}
	}
}

// TestOneAlternative: what one alternative finds stands in its own groups.
func TestOneAlternative(t *testing.T) {
	p := Must(`item (\d+)|第(\d+)条|(同)(意)`)
	if k := p.in("见第3条"); k == p.made().whole || k == nil {
		t.Error("the whole expression is searched for")
	}
	if got := p.FindStringSubmatch("见第3条"); !reflect.DeepEqual(got, []string{"第3条", "", "3", "", ""}) {
		t.Errorf("found %q", got)
	}
}
