package secretary

import (
	"fmt"
	"slices"
	"time"
)

// TimeView is a time for a meeting, with who could come then as far as anybody knows.
type TimeView struct {
	No        string         `json:"no,omitempty"` // what replies refer to; "" is the present time
	By        []Party        `json:"by,omitempty"` // who proposes it, the first one first; none of the present time
	Start     time.Time      `json:"start"`        // UTC
	End       time.Time      `json:"end"`
	Said      []string       `json:"said,omitempty"`      // the words with the proposals
	Can       []Party        `json:"can,omitempty"`       // said yes to it, or proposed it
	Perhaps   []Party        `json:"perhaps,omitempty"`   // said perhaps, or would rather come at another time
	Cannot    []Party        `json:"cannot,omitempty"`    // said no
	Elsewhere []EngagedParty `json:"elsewhere,omitempty"` // have another meeting then
	Unknown   []Party        `json:"unknown,omitempty"`   // nothing tells
}

// EngagedParty is somebody who has another meeting at a time.
type EngagedParty struct {
	Party
	Meeting Text      `json:"meeting"`
	Start   time.Time `json:"start"`
	End     time.Time `json:"end"`
}

// times lists the present time of a meeting and those that are proposed, each with who could come.
func (t *turn) times(m *Meeting) []TimeView {
	out := []TimeView{t.presentTime(m)}
	for _, p := range m.proposals() {
		i := slices.IndexFunc(out, func(v TimeView) bool { return v.No != "" && v.Start.Equal(p.Start) && v.End.Equal(p.End) })
		if i < 0 {
			out = append(out, TimeView{No: fmt.Sprint(len(out)), Start: p.Start, End: p.End})
			i = len(out) - 1
		}
		v := &out[i]
		v.By = append(v.By, t.party(p.by))
		if p.Said != "" {
			v.Said = append(v.Said, p.Said)
		}
	}
	for i := range out[1:] {
		t.whoCould(m, &out[1+i])
	}
	return out
}

// presentTime sorts the seats by their answers.
func (t *turn) presentTime(m *Meeting) TimeView {
	v := TimeView{Start: m.Start, End: m.End}
	busy := t.engaged(m, m.Start, m.End)
	for _, s := range m.comers() {
		switch who := t.party(s.Person); {
		case s.Answer.PartStat == Declined:
			v.Cannot = append(v.Cannot, who)
		case s.Answer.PartStat == Tentative, s.Answer.Proposal != nil:
			v.Perhaps = append(v.Perhaps, who)
		case s.Answer.PartStat == Accepted:
			v.Can = append(v.Can, who)
		default:
			v.unanswered(who, busy)
		}
	}
	return v
}

// whoCould sorts the seats by what is known of them: who proposes this time, who has another meeting then.
func (t *turn) whoCould(m *Meeting, v *TimeView) {
	busy := t.engaged(m, v.Start, v.End)
	v.Can = v.By
	for _, s := range m.comers() {
		if !slices.ContainsFunc(v.By, func(p Party) bool { return p.ID == s.Person }) {
			v.unanswered(t.party(s.Person), busy)
		}
	}
}

func (v *TimeView) unanswered(who Party, busy map[PersonID]EngagedParty) {
	if e, ok := busy[who.ID]; ok {
		e.Party = who
		v.Elsewhere = append(v.Elsewhere, e)
		return
	}
	v.Unknown = append(v.Unknown, who)
}

// comers are the seats whose holders come themselves or might: those who are represented are not asked.
func (m *Meeting) comers() []Seat {
	return slices.DeleteFunc(slices.Clone(m.Seats), func(s Seat) bool { return s.Removed || s.Answer.PartStat == Delegated })
}

// engaged finds who has a seat in another meeting that huiban holds at a time, and has not declined it.
func (t *turn) engaged(m *Meeting, from, to time.Time) map[PersonID]EngagedParty {
	out := map[PersonID]EngagedParty{}
	for _, o := range t.around(m, from, to) {
		for _, s := range t.seatsOf(o) {
			if _, known := out[s.Person]; !known {
				out[s.Person] = EngagedParty{Meeting: o.Title, Start: o.Start, End: o.End}
			}
		}
	}
	return out
}

// seatsOf are the seats of those who come to another meeting; of one that nobody was told of yet, those it will have.
func (t *turn) seatsOf(o *Meeting) []Seat {
	draft := *o
	if p := t.Policies[o.Policy]; o.Stage == Planned && p != nil {
		t.fill(&draft, p)
	}
	return draft.participants()
}
