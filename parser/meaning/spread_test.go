package meaning

import (
	"fmt"
	"testing"
)

func TestSpreads(t *testing.T) {
	for text, want := range map[string]string{
		"1-3题都是4分":           "[[1 2 3] 4]",
		"q1 and q2: 5":       "[[1 2] 5]",
		"后两题3分":              "[[2 3] 3]",
		"a 5 for the second": "[[2] 5]",
		"3题都是5分":             "[[1 2 3] 5]",
		"1(5分)":              "[[1] 5]",
		"12月1-3日都可以":         "",
		"room for 2 to 3, 5": "",
	} {
		got := ""
		for _, s := range spreads(text, []string{"1", "2", "3"}) {
			got += fmt.Sprintf("[%v %s]", s.questions, s.value)
		}
		if got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}
