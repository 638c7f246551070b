package strict

import "strings"

// Nearest is the word among known that was probably meant by word, "" where none is near: at most one letter in
// three may differ, two letters exchanged count once, and capitals count as small letters.
func Nearest(word string, known []string) string {
	best, found := len([]rune(word))/3+1, ""
	for _, k := range known {
		if d := distance([]rune(strings.ToLower(word)), []rune(strings.ToLower(k))); d < best {
			best, found = d, k
		}
	}
	return found
}

// distance counts the letters to insert, drop, replace or exchange with their neighbour to get from a to b
// (optimal string alignment).
func distance(a, b []rune) int {
	d := make([][]int, len(a)+1)
	for i := range d {
		d[i] = make([]int, len(b)+1)
		d[i][0] = i
	}
	for j := range d[0] {
		d[0][j] = j
	}
	for i := 1; i <= len(a); i++ {
		for j := 1; j <= len(b); j++ {
			d[i][j] = step(a, b, d, i, j)
		}
	}
	return d[len(a)][len(b)]
}

func step(a, b []rune, d [][]int, i, j int) int {
	same := 1
	if a[i-1] == b[j-1] {
		same = 0
	}
	n := min(d[i-1][j]+1, d[i][j-1]+1, d[i-1][j-1]+same)
	if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
		n = min(n, d[i-2][j-2]+1)
	}
	return n
}
