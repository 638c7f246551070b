package secretary

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// clashDuties: whatever the meeting clashes with is noted where it is new, and told to the convener once (S1E-21); what
// does not stand any more is forgotten. The other meeting is looked at as well, so that both know of each other.
func (t *turn) clashDuties(m *Meeting, p *Policy) []duty {
	if p == nil || !m.Start.After(t.now) {
		return nil
	}
	now := t.clashes(m)
	keep := standing(m.Clashes, now)
	var fresh []Clash
	for _, c := range now {
		if !c.known(m.Clashes) {
			fresh = append(fresh, c)
		}
	}
	over := slices.DeleteFunc(slices.Clone(m.Clashes), func(c Clash) bool {
		return slices.ContainsFunc(now, func(n Clash) bool { return n.same(&c) })
	})
	if len(fresh)+len(over) == 0 {
		return nil
	}
	tell := t.clashesToTell(m, p, fresh)
	return []duty{{at: t.now, until: m.Start, key: "clash", still: len(tell) == 0, reason: "conflict.rule: the meeting clashes with another one (S1E-21)", do: func() {
		t.rememberClashes(m, keep, fresh, over)
		t.settleClashes(m, p, fresh, tell)
	}}}
}

// rememberClashes writes down what is new and what is over, and has the other meetings look.
func (t *turn) rememberClashes(m *Meeting, keep, fresh, over []Clash) {
	m.Clashes = keep
	for _, c := range over {
		t.note("clash-over", "", c.String(), "")
		t.pokeOther(c)
	}
	for _, c := range fresh {
		t.note("clash", "", "", c.String())
		t.pokeOther(c)
	}
}

// pokeClashing has those look that the meeting clashed with before it moved or was called off, whether or not it had looked itself.
func (t *turn) pokeClashing(m *Meeting) {
	for _, c := range append(slices.Clone(m.Clashes), t.clashes(m)...) {
		t.pokeOther(c)
	}
}

func (t *turn) pokeOther(c Clash) {
	if c.With != "" {
		t.poke(MeetingCase(c.With))
	}
}

// String says the clash in the stable words of the journal: "WWM-20261127 people li.na wang.lei room".
func (c Clash) String() string {
	if c.Hours != "" {
		return "hours " + c.Hours
	}
	out := []string{string(c.With)}
	if len(c.People) > 0 {
		out = append(out, "people")
	}
	for _, id := range c.People {
		out = append(out, string(id))
	}
	if c.Room {
		out = append(out, "room")
	}
	return strings.Join(out, " ")
}

// settleClashes does what conflict.rule says. A meeting gives way by itself only as long as nobody was told of it.
func (t *turn) settleClashes(m *Meeting, p *Policy, fresh, tell []Clash) {
	if m.Stage == Planned && m.Run == "" && !m.TimeSet && slices.ContainsFunc(fresh, func(c Clash) bool { return c.With != "" && t.givesWay(m, t.other(m, c)) }) {
		switch p.Conflict.Rule {
		case "skip":
			t.cancel(m, "conflict")
			return
		case "move":
			if free := t.freeSlots(m, p); len(free) > 0 {
				t.move(m, free[0], time.Time{}, nil, "conflict.rule: the meeting gives way to another one (G-31)")
				m.Shift = "conflict"
				return
			}
		}
	}
	if len(tell) > 0 {
		t.tellClashes(m, p, tell)
	}
}

// other is the other meeting of a clash, nil where it has gone meanwhile.
func (t *turn) other(m *Meeting, c Clash) *Meeting {
	if o := t.Meetings[c.With]; o != nil {
		if o.overlaps(c.From, c.Until) {
			return o
		}
		return nil
	}
	for _, o := range t.around(m, c.From, c.Until) {
		if o.ID == c.With {
			return o
		}
	}
	return nil
}

// clashesToTell are those of fresh that the convener of m is to be told of: none under conflict.rule keep, of two meetings
// of one convener only by the one that gives way, and hours that the rule gives not at each occurrence anew.
func (t *turn) clashesToTell(m *Meeting, p *Policy, fresh []Clash) []Clash {
	if p.Conflict.Rule == "keep" {
		return nil
	}
	before := t.Meetings[m.Previous]
	return slices.DeleteFunc(slices.Clone(fresh), func(c Clash) bool {
		if c.Hours != "" {
			return !m.TimeSet && before != nil && slices.ContainsFunc(before.Clashes, func(b Clash) bool { return b.Hours == c.Hours })
		}
		o := t.other(m, c)
		return o == nil || t.chair(o) == t.chair(m) && !t.givesWay(m, o)
	})
}

// readiness orders the words of conflict.rule: who skips or moves gives way to who asks, and who asks to who keeps.
var readiness = map[string]int{"keep": -1, "move": 1, "skip": 1}

// givesWay reports whether of two meetings that clash it is m that gives way, or is asked to: as their policies say, else
// the one that somebody has moved, else the later one. Of any two exactly one does.
func (t *turn) givesWay(m, o *Meeting) bool {
	if o == nil {
		return false
	}
	a, b := readiness[t.policy(m).Conflict.Rule], 0
	if q := t.policy(o); q != nil {
		b = readiness[q.Conflict.Rule]
	}
	switch {
	case a != b:
		return a > b
	case m.TimeSet != o.TimeSet:
		return m.TimeSet
	case !m.Start.Equal(o.Start):
		return m.Start.After(o.Start)
	}
	return m.ID > o.ID
}

// tellClashes writes to the convener what the meeting clashes with, and when it would not.
func (t *turn) tellClashes(m *Meeting, p *Policy, tell []Clash) {
	to := t.chair(m)
	if to == "" {
		return
	}
	l := Letter{Kind: Duty, Ref: "clash", Reason: "conflict.rule: the meeting clashes with another one (S1E-21)", Zone: m.Zone, Meeting: t.meetingView(m, to), Deadline: m.Start}
	for _, c := range tell {
		l.Clashes = append(l.Clashes, t.clashView(m, c, to))
	}
	if m.Adopted == nil { // else only its organizer's calendar moves it
		for _, s := range t.freeSlots(m, p) {
			l.Choices = append(l.Choices, Choice{Verb: "move", Arg: s.Format(localForm)})
		}
	}
	n := 1
	for t.sent(Duty, to, fmt.Sprint("clash-", n)) {
		n++
	}
	t.send(l, to, fmt.Sprint("clash-", n))
}

// localForm is how a choice gives a time in the meeting's own zone, as a quick line takes it.
const localForm = "2006-01-02 15:04"

// ClashView is a conflict as its convener sees it.
type ClashView struct {
	ID       MeetingID `json:"id,omitempty"`    // of the other meeting; "" where Hours says what is in the way
	Title    Text      `json:"title,omitempty"` // nil of a confidential meeting at which the reader has no seat
	Start    time.Time `json:"start,omitzero"`
	End      time.Time `json:"end,omitzero"`
	Convener Party     `json:"convener,omitzero"`
	People   []Party   `json:"people,omitempty"`
	Room     bool      `json:"room,omitempty"`
	Hours    string    `json:"hours,omitempty"`
	Standing bool      `json:"standing,omitempty"` // the rules bring it about: later meetings may clash likewise
}

func (t *turn) clashView(m *Meeting, c Clash, to PersonID) ClashView {
	v := ClashView{ID: c.With, Start: c.From, End: c.Until, Room: c.Room, Hours: c.Hours}
	for _, id := range c.People {
		v.People = append(v.People, t.party(id))
	}
	v.Standing = c.Hours != "" && !m.TimeSet
	if o := t.other(m, c); o != nil {
		v.Convener, v.Standing = t.party(t.chair(o)), !m.TimeSet && !o.TimeSet
		if q := t.policy(o); q != nil && (!q.confidential() || o.seat(to) != nil) {
			v.Title = o.Title
		}
	}
	return v
}

// confidential reports whether meetings of the policy are not for everybody.
func (p *Policy) confidential() bool {
	return p.Archive.Confidentiality != "" && p.Archive.Confidentiality != "public"
}

// offered reports whether an order takes up one of the times that the letter about a clash has offered for the meeting as it
// still is: what would come of it has been shown already.
func (o *reading) offered(x Order) bool {
	l := o.about
	if l == nil || l.Kind != Duty || l.Ref != "clash" || l.Meeting == nil || x.what() != "move" || !x.Move.End.IsZero() || !l.Meeting.Start.Equal(o.m.Start) {
		return false
	}
	start := x.Move.Start.In(o.begin(o.m).Location()).Format(localForm)
	return slices.Contains(l.Choices, Choice{Verb: "move", Arg: start})
}
