package parser

import (
	"strings"
	"testing"
)

// Nobody answers with a text that long; it is asked back about by how it begins.
func TestEndlessAnswer(t *testing.T) {
	for _, c := range []struct {
		text string
		want string // what is unclear
	}{
		{"确认。", ""},
		{"确认。\n" + strings.Repeat("谢谢。\n", 100), ""},
		{"确认。" + strings.Repeat("谢谢。", 300), "确认。" + strings.Repeat("谢谢。", 300)},
		{"确认。\n" + strings.Repeat("谢谢。\n", 400), "确认。"},
	} {
		r := Parse([]byte("From: w@b.example\nContent-Type: text/plain; charset=utf-8\n\n"+c.text), Options{About: Minutes})
		if r.Understood != (c.want == "") {
			t.Errorf("%.20s: understood %v", c.text, r.Understood)
		}
		if got := strings.Join(r.Unclear, ""); c.want != "" && (!strings.HasPrefix(c.want, strings.TrimSuffix(got, "…")) || len([]rune(got)) > 101 || got == "") {
			t.Errorf("%.20s: unclear %q", c.text, got)
		}
	}
}
