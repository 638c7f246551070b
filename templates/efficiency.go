package templates

import (
	"fmt"

	"github.com/huiban/huiban/secretary"
)

// efficient is how well the time of one meeting type was used, in words (S0-91).
type efficient struct {
	Name, Lasted, NotReached, Resolutions, Score string
	f                                            secretary.FiguresView
}

// Efficiency lists the meeting types of which anything is known: how long they were against the plan, the topics not reached, the
// resolutions of a meeting, the score of the surveys.
func (v *view) Efficiency() []efficient {
	var out []efficient
	for _, f := range v.Compliance.Types {
		if f.Efficiency == (secretary.Efficiency{}) {
			continue
		}
		e := efficient{Name: v.T(f.Name), Lasted: unknown, NotReached: unknown, Resolutions: fmt.Sprint(f.Resolutions), Score: unknown, f: f}
		if f.Timed > 0 {
			e.Lasted = fmt.Sprintf("%d / %d", f.Lasted/f.Timed, f.Planned/f.Timed)
		}
		if f.Topics > 0 {
			e.NotReached = fmt.Sprintf("%d / %d", f.NotReached, f.Topics)
		}
		if s := f.Score(); s > 0 {
			e.Score = fmt.Sprintf("%d.%d", s/10, s%10)
		}
		out = append(out, e)
	}
	return out
}

// unknown stands where nothing is known.
const unknown = "–"
