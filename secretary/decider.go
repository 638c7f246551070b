package secretary

import "regexp"

// Every resolution says who has decided it (G-40): the minutes themselves, behind it, or else the policy. No vote is counted.

// decidedBy is what minutes say of it: （赵军决定）, （决定人：赵军）, (decided by Zhao Jun).
var decidedBy = regexp.MustCompile(`(?i)[（(](?:[^（()）]{0,20}(?:决定|決定|决议|決議|同意|通过|通過)|(?:决定人|決定人|决策人|決策人|decided by|decision)[:： ][^（()）]{1,40})[)）][。.]?$`)

// NamesDecider reports whether the text of a resolution says itself who has decided it.
func NamesDecider(text string) bool { return decidedBy.MatchString(text) }

// withDecider says who decides by the policy: one person, or those who attend jointly.
func (t *turn) withDecider(v *MinutesView, m *Meeting, p *Policy) *MinutesView {
	if v.Jointly = p.Minutes.DecidedBy == "attendees"; v.Jointly {
		return v
	}
	if id := t.whoOne(m, p.Minutes.DecidedBy, ""); id != "" {
		by := t.party(id)
		v.Decider = &by
	}
	return v
}
