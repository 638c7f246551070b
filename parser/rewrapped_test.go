package parser

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

// narrow are the widths, in columns, at which programs break anew what they quote.
var narrow = []int{20, 25, 33, 40, 48, 60, 72, 76}

// broken breaks lines at a width in columns as programs do: at the last blank or between Chinese characters, else in a word.
func broken(s string, width int) string {
	var out []string
	for _, l := range strings.Split(s, "\n") {
		for {
			n := fits(l, width)
			out = append(out, strings.TrimRight(l[:n], " "))
			if l = l[n:]; l == "" {
				break
			}
		}
	}
	return strings.Join(out, "\n")
}

// fits is how many bytes of a line go into width columns.
func fits(l string, width int) int {
	columns, blank := 0, 0
	for i, r := range l {
		if columns++; r > 0x7f {
			columns++
		}
		if columns > width && r != ' ' {
			if blank > 0 {
				return blank
			}
			return i
		}
		if n := i + utf8.RuneLen(r); r == ' ' || r > 0x2e80 {
			blank = n
		}
	}
	return len(l)
}

// A letter that comes back unanswered means nothing, however narrow the lines are that a program broke it into.
func TestOurLetterBrokenAnewIsNoAnswer(t *testing.T) {
	for _, lang := range []string{"zh-Hans", "zh-Hant", "en"} {
		files, err := filepath.Glob("../templates/testdata/" + lang + "/*.txt")
		if err != nil || len(files) < 50 {
			t.Fatal("letters are missing:", len(files), err)
		}
		for n, file := range files {
			if raced && n%6 > 0 {
				continue
			}
			name := strings.TrimSuffix(filepath.Base(file), ".txt")
			t.Run(lang+"/"+name, func(t *testing.T) { t.Parallel(); brokenAnew(t, lang, name) })
		}
	}
}

func brokenAnew(t *testing.T, lang, name string) {
	text, page := sentMinutes(t, lang, name)
	o := Options{About: aboutLetter(name), Sent: text, SentHTML: page, Zone: shanghai(t)}
	if o.About == Draft {
		return
	}
	forms := map[string]string{"text": text, "page": asText(page)}
	for n, width := range narrow {
		if raced && n != 1 {
			continue
		}
		for _, how := range []string{"marks", "QQ", "Outlook", "nothing above"} {
			shape := shapes[how]
			for of, letter := range forms {
				how := fmt.Sprintf("%s of the %s at %d", how, of, width)
				if r := Parse([]byte(plainMail(shape("", broken(letter, width)))), o); len(r.Intents) > 0 {
					t.Errorf("%s: %q %s", how, r.Text, intents(r))
				}
			}
		}
	}
}
