package secretary

import (
	"strings"
	"testing"
)

// amend applies a changed policy: "amend" or "amend POLICY", and below it parameters, "by ID" and "reason WORDS".
func (s *story) amend(t *testing.T, f []string, in []string) *Outcome {
	id := s.policies[0].ID
	if len(f) > 0 {
		id = "MT-" + f[0]
	}
	c := SeriesCase(id)
	p := *s.w.Policies[s.w.Current[id]]
	o := &AmendOrder{Policy: &p}
	for _, l := range in {
		if who, ok := strings.CutPrefix(l, "by "); ok {
			o.By = PersonID(who)
		} else if why, ok := strings.CutPrefix(l, "reason "); ok {
			o.Reason = why
		} else {
			setPolicy(t, &p, l)
		}
	}
	var failed error
	out := s.w.event(c, func(d *Desk) *Outcome {
		out, err := Command(d, c, Order{Amend: o}, s.w.now)
		if failed = err; err != nil {
			return &Outcome{Verdict: "refused", Reason: err.Error()}
		}
		return out
	})
	if failed != nil {
		out.Verdict = "refused"
	}
	return out
}

// regulationText shows what a letter says of a regulation.
func regulationText(r Regulation) string {
	out := strings.TrimSpace("regulation " + r.ID + " " + r.Version)
	if r.Was == nil {
		return out + ": whole"
	}
	out += ": " + strings.Join(keysOf(r.Was, r.Policy), " ")
	for _, c := range r.Comments {
		out += " / " + c.By.Name + "：" + c.Text
	}
	return out
}
