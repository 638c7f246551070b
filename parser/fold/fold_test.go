package fold

import (
	"strings"
	"testing"
	"unicode"
)

func TestTextKeepsEveryPlace(t *testing.T) {
	for in, want := range map[string]string{
		"確認無誤，請發布":    "确认无误,请发布",
		"６０％　ＯＫ":      "60% ok",
		"會辦“沒問題”":     `会办"没问题"`,
		"can’t – ok":  "can't - ok",
		"①。㈠":         "①。㈠",
		"plain ascii": "plain ascii",
	} {
		got := Text(in)
		if got != want {
			t.Errorf("%q: %q", in, got)
		}
		if len([]rune(got)) != len([]rune(in)) {
			t.Errorf("%q: places moved", in)
		}
	}
}

func TestSqueeze(t *testing.T) {
	if got := Squeeze(" 抄　送\ufeff： A "); got != "抄送:a" {
		t.Errorf("%q", got)
	}
}

func FuzzText(f *testing.F) {
	f.Add("確認 ＯＫ")
	f.Fuzz(func(t *testing.T, s string) {
		if len([]rune(Text(s))) != len([]rune(s)) {
			t.Errorf("%q: places moved", s)
		}
	})
}

// Squeeze is the folding of each rune that is seen.
func FuzzSqueeze(f *testing.F) {
	f.Add(" 確認　ＯＫ`\ufeff機机é\xff\x7f\x01")
	f.Fuzz(func(t *testing.T, s string) {
		want := strings.Map(func(r rune) rune {
			if Invisible(r) || unicode.IsSpace(r) {
				return -1
			}
			return Rune(r)
		}, s)
		if got := Squeeze(s); got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	})
}
