package secretary

import (
	"slices"
	"strings"
	"time"
)

// Motion is a topic that somebody would have on the agenda, and that its host has not put there: collected before the
// notice, mailed in later, left over from the meeting before, or raised by another one. What it says is content; only the
// host's word on its number decides (S0-14, S1D-05).
type Motion struct {
	ID         string      `json:"id"`                   // of the mail and the line in it, or of the meeting it comes from and the number there
	Kind       MotionKind  `json:"kind,omitempty"`       //
	Title      string      `json:"title"`                //
	Minutes    int         `json:"minutes,omitempty"`    // 0 where not said
	Purpose    string      `json:"purpose,omitempty"`    // decide, discuss or inform; "" where not said
	Presenters []PersonID  `json:"presenters,omitempty"` // its proposer where nobody is named
	Internal   bool        `json:"internal,omitempty"`   // nobody outside sees it
	By         PersonID    `json:"by,omitempty"`         // who proposed it; "" for what minutes have left over
	From       MeetingID   `json:"from,omitempty"`       // whose minutes it comes from
	FromTitle  Text        `json:"from_title,omitempty"` //
	FromDay    Date        `json:"from_day,omitempty"`   //
	At         time.Time   `json:"at"`                   // when it came in
	State      MotionState `json:"state,omitempty"`      //
	Comment    string      `json:"comment,omitempty"`    // of whoever decided
	DecidedAt  time.Time   `json:"decided_at,omitzero"`  //
	Told       bool        `json:"told,omitempty"`       // its proposer knows what became of it
}

// MotionKind is where a motion comes from.
type MotionKind string

// The kinds; "" is a topic that somebody proposed by mail.
const (
	LeftOver MotionKind = "left"   // not reached at the meeting before, or left without a decision (S2-03)
	Raised   MotionKind = "raised" // put before this meeting by the minutes of another one (S1D-19)
)

// MotionState is what became of a motion.
type MotionState string

// The states; "" waits for the host.
const (
	MotionTaken   MotionState = "taken"
	MotionDropped MotionState = "dropped"
)

// open reports whether the host has still to decide.
func (o *Motion) open() bool { return o.State == "" }

func (m *Meeting) motion(id string) *Motion {
	i := slices.IndexFunc(m.Motions, func(o Motion) bool { return o.ID == id })
	if i < 0 {
		return nil
	}
	return &m.Motions[i]
}

// openMotions lists those that wait for the host, the oldest first.
func (m *Meeting) openMotions() []*Motion {
	var out []*Motion
	for i := range m.Motions {
		if m.Motions[i].open() {
			out = append(out, &m.Motions[i])
		}
	}
	return out
}

// agendaKeeper is who decides on the agenda: the host, else the convener; "" where there is nobody.
func (t *turn) agendaKeeper(m *Meeting) PersonID {
	for _, id := range []PersonID{m.Host, m.Convener} {
		if p := t.Directory.Person(id); t.Directory.active(id) && p.Email != "" && !t.external(p) {
			return id
		}
	}
	return ""
}

// order is what puts the motion on the agenda.
func (o *Motion) order() Order {
	who := o.Presenters
	if len(who) == 0 && o.By != "" {
		who = []PersonID{o.By}
	}
	return Order{Topic: &TopicOrder{Title: o.Title, Presenters: who, Minutes: o.Minutes, Purpose: o.Purpose, Internal: o.Internal}}
}

// MotionView is a motion as letters show it.
type MotionView struct {
	No         string      `json:"no"` // in this letter, what replies refer to; "" where nothing is to be decided
	ID         string      `json:"id"`
	Kind       MotionKind  `json:"kind,omitempty"`
	Title      string      `json:"title"`
	Minutes    int         `json:"minutes,omitempty"`
	Purpose    string      `json:"purpose,omitempty"`
	Presenters []Party     `json:"presenters,omitempty"`
	By         Party       `json:"by,omitzero"`
	From       Text        `json:"from,omitempty"` // the title of the meeting that it comes from
	FromDay    Date        `json:"from_day,omitempty"`
	State      MotionState `json:"state,omitempty"`
}

func (t *turn) motionView(o *Motion, no string) MotionView {
	v := MotionView{No: no, ID: o.ID, Kind: o.Kind, Title: o.Title, Minutes: o.Minutes, Purpose: o.Purpose, By: t.party(o.By), From: o.FromTitle, FromDay: o.FromDay, State: o.State}
	for _, id := range o.Presenters {
		v.Presenters = append(v.Presenters, t.party(id))
	}
	return v
}

// onAgenda reports whether the agenda has an item of that title.
func (m *Meeting) onAgenda(title string) bool {
	same := func(a Text) bool {
		for _, l := range Langs {
			if strings.EqualFold(strings.TrimSpace(a.In(l)), strings.TrimSpace(title)) {
				return true
			}
		}
		return false
	}
	return slices.ContainsFunc(m.Agenda, func(a AgendaItem) bool { return same(a.Title) })
}
