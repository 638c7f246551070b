package templates

import (
	"github.com/huiban/huiban/secretary"
)

// hit is an archive entry with its number in the letter.
type hit struct {
	No int
	secretary.QueryHit
}

// Hits are the archive entries, numbered.
func (v *view) Hits() []hit {
	var out []hit
	for i, h := range v.Query.Hits {
		out = append(out, hit{i + 1, h})
	}
	return out
}

// subjectLength is how much of somebody's own words a subject repeats, in characters.
const subjectLength = 40

// Clip shortens somebody's words for a subject.
func (v *view) Clip(s string) string {
	r := []rune(s)
	if len(r) <= subjectLength {
		return s
	}
	return string(r[:subjectLength]) + "…"
}
