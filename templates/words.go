package templates

import (
	"fmt"
	"strings"
	"sync"

	"github.com/huiban/huiban/secretary"
)

// words are the words that letters and documents share, from letters/words.txt: a key and its three wordings, with a bar between.
var words = sync.OnceValues(func() (map[string]secretary.Text, error) {
	src, err := letters.ReadFile("letters/words.txt")
	if err != nil {
		return nil, fmt.Errorf("read words: %w", err)
	}
	return readWords(string(src))
})

func readWords(src string) (map[string]secretary.Text, error) {
	out := map[string]secretary.Text{}
	for n, l := range strings.Split(src, "\n") {
		if l == "" || strings.HasPrefix(l, "#") {
			continue
		}
		f := strings.Split(l, "|")
		if len(f) != 4 {
			return nil, fmt.Errorf("read words: line %d has %d columns, not 4", n+1, len(f))
		}
		key := strings.TrimSpace(f[0])
		if _, twice := out[key]; twice {
			return nil, fmt.Errorf("read words: line %d: %q is there twice", n+1, key)
		}
		out[key] = secretary.T(wordIn(f[1]), wordIn(f[2]), wordIn(f[3]))
	}
	return out, nil
}

// wordIn is a column's word; a _ in it stands for a space that would be stripped.
func wordIn(column string) string { return strings.ReplaceAll(strings.TrimSpace(column), "_", " ") }

// word is the word of that key, with args filled in; the key itself where there is none.
func word(l secretary.Lang, key string, args ...any) string {
	all, err := words()
	if err != nil || all[key] == nil {
		return key
	}
	if len(args) == 0 {
		return all[key].In(l)
	}
	return fmt.Sprintf(all[key].In(l), args...)
}

// W is the word of that key in the letter's language. A key that is not there is printed as it is; a test proves that no
// wording asks for one.
func (v *view) W(key string, args ...any) string { return word(v.Lang, key, args...) }

// Term words a stable word of the heart, group "status" and word "blocked"; a word not known is printed as it is.
func (v *view) Term(group string, stable any) string {
	s := fmt.Sprint(stable)
	if w := v.W(group + "." + s); w != group+"."+s {
		return w
	}
	return s
}

// Count words a number of things: in English the key with "1" behind it is used for one.
func (v *view) Count(n int, key string) string {
	if v.Lang == secretary.English && n == 1 {
		return v.W(key+"1", n)
	}
	return v.W(key, n)
}
