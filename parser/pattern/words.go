package pattern

import "strings"

// Words are plain words.
type Words []word

// word is one of them, with the bits that a text has which holds it.
type word struct {
	text string
	has  []uint32
}

// OneOf takes in words.
func OneOf(words ...string) (all Words) {
	for _, text := range words {
		w, last := word{text: text}, rune(-1)
		for _, r := range text {
			if last >= 0 {
				w.has = append(w.has, both(last, r))
			}
			last = r
		}
		if len(w.has) == 0 && last >= 0 {
			w.has = append(w.has, one(last))
		}
		all = append(all, w)
	}
	return all
}

// In reports whether a text holds one of the words.
func (all Words) In(t *Text) bool {
	for i := range all {
		if all[i].in(t) {
			return true
		}
	}
	return false
}

func (w *word) in(t *Text) bool {
	for _, bit := range w.has {
		if !t.has.has(bit) {
			return false
		}
	}
	return strings.Contains(t.s, w.text)
}
