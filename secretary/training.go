package secretary

import (
	"fmt"
	"slices"
	"strings"
)

// Trained is one person's part in one training: a line of the training register (S0-79, S0-99).
type Trained struct {
	Person  PersonID  `json:"person"`
	Meeting MeetingID `json:"meeting"`
	Day     Date      `json:"day"`
}

// isTraining reports whether meetings under the policy are trainings.
func (p *Policy) isTraining() bool { return p.Kind == "training" }

// trainingDuties: once a training is over, who took part is put on the register and filed with its documents (S0-99, S0-112).
func (t *turn) trainingDuties(policy string) []duty {
	s := t.Series[policy]
	if s == nil {
		return nil
	}
	var out []duty
	for id, m := range t.Meetings {
		p := t.policy(m)
		if p == nil || p.ID != policy || !p.isTraining() || m.Registered || m.Stage != Done && m.Stage != Published {
			continue
		}
		out = append(out, duty{at: t.now, key: "register-" + string(id), still: true, reason: "the training register (S0-99)", do: func() { t.enrol(s, m, p) }})
	}
	return out
}

func (t *turn) enrol(s *Series, m *Meeting, p *Policy) {
	m.Registered = true
	var names []string
	day := DateOf(t.begin(m))
	for _, id := range t.attended(m) {
		s.Trained = append(s.Trained, Trained{id, m.ID, day})
		names = append(names, t.Directory.Person(id).Name)
	}
	t.note("trained", "", "", fmt.Sprintf("%s %d", m.ID, len(names)))
	e := t.archiveBase(m, p)
	e.Number, e.Class, e.Text = t.number(m, p), "training", fmt.Sprintf("%s %s\n%s\n", m.Title.In(t.lang(&Person{})), day, strings.Join(names, "、"))
	t.out.Archive = append(t.out.Archive, e)
}

// trainingFacts say who was trained since the last round, who of those concerned was not, and what the trainings' surveys
// came to (S0-106, S0-109).
func (t *turn) trainingFacts(c choreAt) []ChoreFact {
	trained := map[PersonID]bool{}
	since := DateOf(t.since(c))
	for _, x := range c.s.Trained {
		if x.Day >= since {
			trained[x.Person] = true
		}
	}
	var did, not []string
	for _, id := range t.audience(c.p) {
		if name := t.Directory.Person(id).Name; trained[id] {
			did = append(did, name)
		} else {
			not = append(not, name)
		}
	}
	var out []ChoreFact
	for _, f := range []ChoreFact{{"trained", did}, {"untrained", not}} {
		if len(f.List) > 0 && c.p.isTraining() {
			out = append(out, f)
		}
	}
	return append(out, t.reviewFacts(c.s)...)
}

// audience lists who is on the roster, and nobody from outside.
func (t *turn) audience(p *Policy) []PersonID {
	var out []PersonID
	for _, rule := range p.Roster {
		for _, id := range t.Directory.Resolve(rule.Who) {
			if !t.external(t.Directory.Person(id)) && !slices.Contains(out, id) {
				out = append(out, id)
			}
		}
	}
	return out
}
