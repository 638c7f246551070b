package secretary

import "strings"

// excerpt is the first line of text that holds one of the terms, at most 80 characters of it; else the first line.
func excerpt(text, terms string) string {
	lines := strings.Split(text, "\n")
	for _, l := range lines {
		for _, term := range strings.Fields(terms) {
			if strings.Contains(strings.ToLower(l), strings.ToLower(term)) {
				return shorten(strings.TrimSpace(l), 80)
			}
		}
	}
	return shorten(strings.TrimSpace(lines[0]), 80)
}

func shorten(s string, n int) string {
	r := []rune(s)
	if len(r) <= n {
		return s
	}
	return string(r[:n]) + "…"
}
