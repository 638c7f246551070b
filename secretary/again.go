package secretary

import "strings"

// pressedAgain reports whether a calendar's button only says what its owner has said before, in words or by another
// device: one change, and no second notice (imip I-56).
func (r *Reply) pressedAgain(s *Seat) bool {
	if r.Calendar == nil || len(r.Intents) != 1 || len(r.Files) > 0 || strings.TrimSpace(r.Text) != "" {
		return false
	}
	in := r.Intents[0]
	return in.Kind == IntentAttend && in.Reason == "" && in.Status != "delegated" && partStats[in.Status] == s.Answer.PartStat &&
		s.Answer.PartStat != "" && s.Answer.Proposal == nil && s.Leave != "refused"
}

// sameAnswer keeps when it was said last, so that an older answer does not overtake it.
func (t *turn) sameAnswer(s *Seat, r *Reply, a Answer) {
	a.PartStat, a.Reason, a.Late = s.Answer.PartStat, s.Answer.Reason, s.Answer.Late
	s.Answer = a
	t.settle(r, ActedOn, "same-answer")
	t.note("same-answer", s.Person, "", string(a.PartStat))
}
