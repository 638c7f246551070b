package quote

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/huiban/huiban/parser/fold"
	"github.com/huiban/huiban/parser/pattern"
)

// honorific stands before a name, in a signature or in a display name.
var honorific = pattern.Must(`(?i)^(?:(?:dr|prof|professor|mr|mrs|ms|miss|sir|dame|rev|ing|capt|captain)\b\.?\s*)+`)

// titles are what an honorific begins with, titleHeads what they begin with.
const titleHeads = "cdimprsCDIMPRS"

var titles = []string{"dr", "prof", "mr", "ms", "miss", "sir", "dame", "rev", "ing", "capt"}

// untitled is s without the honorific that it begins with.
func untitled(s string) string {
	if s == "" || strings.IndexByte(titleHeads, s[0]) < 0 || !slices.ContainsFunc(titles, func(t string) bool { return len(s) >= len(t) && strings.EqualFold(s[:len(t)], t) }) {
		return strings.TrimSpace(s)
	}
	return strings.TrimSpace(honorific.ReplaceAllString(s, ""))
}

// names are the forms in which a writer signs: the display name with and without its titles, its Chinese and its Latin
// part, the given name, and the two the other way round.
func names(display string) (list []string) {
	display = untitled(strings.TrimSpace(display))
	if i := strings.IndexAny(display, "(（<|/"); i > 0 {
		display = strings.TrimSpace(display[:i])
	}
	if utf8.RuneCountInString(display) < 2 {
		return nil
	}
	list = append(list, display)
	han, latin := scripts(display)
	if utf8.RuneCountInString(han) >= 2 {
		list = append(list, han)
	}
	if len(latin) >= 3 {
		list = append(list, latin)
	}
	if words := strings.Fields(display); len(words) > 1 {
		list = append(list, hanWords(words)...)
	}
	return append(list, latinForms(latin)...)
}

// hanWords are the Chinese words of a display name: 「信息中心 仝帆」 signs with either.
func hanWords(words []string) (list []string) {
	for _, w := range words {
		if n := utf8.RuneCountInString(w); n >= 2 && n <= 8 && !strings.ContainsFunc(w, func(r rune) bool { return !fold.CJK(r) }) {
			list = append(list, w)
		}
	}
	return list
}

func scripts(s string) (han, latin string) {
	var h, l []rune
	for _, r := range s {
		if fold.CJK(r) {
			h = append(h, r)
		} else {
			l = append(l, r)
		}
	}
	return string(h), strings.TrimSpace(string(l))
}

// latinForms are the ways to write "Rourke, Tom" and "Tom Rourke, M.D.".
func latinForms(s string) (list []string) {
	if first, last, ok := strings.Cut(s, ","); ok {
		last = strings.TrimSpace(last)
		list = append(list, strings.TrimSpace(first), last+" "+strings.TrimSpace(first))
	}
	for _, part := range append(list, s) {
		if i := strings.IndexByte(part, ' '); i >= 3 {
			list = append(list, strings.TrimRight(part[:i], ","))
		}
	}
	return list
}

// initials are the letters that a writer may close with, "A" or "AN". What could be an answer is none.
func initials(display string) map[string]bool {
	words := strings.Fields(untitled(display))
	if len(words) < 2 || strings.ContainsFunc(display, fold.CJK) {
		return nil
	}
	all := ""
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		all += string(r)
	}
	first, _ := utf8.DecodeRuneInString(all)
	set := map[string]bool{string(first): true, all: true}
	for s := range set {
		if answers(s) || strings.EqualFold(s, "no") || strings.ContainsAny(s, "YN") && len(s) == 1 {
			delete(set, s)
		}
	}
	return set
}
