package meaning

import (
	"bufio"
	"fmt"
	"os"
	"strings"
	"testing"
)

func TestZZ(t *testing.T) {
	for _, name := range strings.Fields(os.Getenv("BATCH")) {
		f, _ := os.Open(name)
		letter := ""
		n, miss, wrong := map[string]int{}, map[string]int{}, map[string]int{}
		for s := bufio.NewScanner(f); s.Scan(); {
			line := strings.TrimSpace(s.Text())
			if line == "" || strings.HasPrefix(line, "//") {
				continue
			}
			if strings.HasPrefix(line, "[") {
				letter = strings.Trim(line, "[]")
				continue
			}
			text, want, ok := strings.Cut(line, " => ")
			if !ok {
				fmt.Println("BAD", line)
				continue
			}
			n[letter]++
			got := brief(ask1(letter, text))
			if strings.Contains(" or "+want+" or ", " or "+got+" or ") {
				continue
			}
			k := "WRONG "
			if got == "-" {
				k = "missed"
				miss[letter]++
			} else {
				wrong[letter]++
			}
			fmt.Printf("%s [%s] %s\n      want %s   got %s\n", k, letter, text, want, got)
		}
		fmt.Println(name, "n", n, "missed", miss, "wrong", wrong)
	}
}
