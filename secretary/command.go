package secretary

import (
	"fmt"
	"time"
)

// Order is one thing that the secretary is told to do: by the administrator, or by a quick line of somebody who conducts the
// meeting. Exactly one field is set.
type Order struct {
	Move   *MoveOrder   `json:"move,omitempty"`   // a meeting
	Cancel *CancelOrder `json:"cancel,omitempty"` // a meeting
	Topic  *TopicOrder  `json:"topic,omitempty"`  // of a meeting
	Invite *InviteOrder `json:"invite,omitempty"` // to a meeting
	Absent *AbsentOrder `json:"absent,omitempty"` // from a meeting
	Drop   *DropOrder   `json:"drop,omitempty"`   // an action item of a person
	Apply  *ApplyOrder  `json:"apply,omitempty"`  // for a meeting, by a person

	HandBack *HandBackOrder `json:"hand_back,omitempty"` // of an adopted meeting
	Amend    *AmendOrder    `json:"amend,omitempty"`     // the policy of a series
}

// MoveOrder sets another time, place or both; zero values keep what is.
type MoveOrder struct {
	Start time.Time `json:"start,omitzero"`
	End   time.Time `json:"end,omitzero"` // zero keeps the length
	Place Text      `json:"place,omitempty"`
}

// CancelOrder calls a meeting off.
type CancelOrder struct {
	Why string `json:"why,omitempty"`
}

// TopicOrder puts a topic behind the agenda of the regulation, or takes one off that was put there.
type TopicOrder struct {
	Title      string     `json:"title"`
	Presenters []PersonID `json:"presenters,omitempty"`
	Minutes    int        `json:"minutes,omitempty"` // 0 shares what is left of the meeting
	Purpose    string     `json:"purpose,omitempty"` // decide, discuss or inform
	Internal   bool       `json:"internal,omitempty"`
	Off        bool       `json:"off,omitempty"`
}

// InviteOrder seats somebody who is not on the roster, or uninvites who was seated so.
type InviteOrder struct {
	Person PersonID `json:"person"`
	Off    bool     `json:"off,omitempty"`
}

// AbsentOrder records that somebody will not come, or was not there. Nobody is told.
type AbsentOrder struct {
	Person PersonID `json:"person"`
	Why    string   `json:"why,omitempty"`
	Was    *Answer  `json:"was,omitempty"` // the answer that is put back: the absence is taken off again
}

// HandBackOrder gives the work for an adopted meeting, and for the series that it is one of, back to its convener.
type HandBackOrder struct{}

// DropOrder closes an action item that is no longer wanted.
type DropOrder struct {
	Item ItemID `json:"item"`
	Why  string `json:"why,omitempty"`
}

// Command carries out an order on case c. The error tells the administrator why it cannot be.
func Command(d *Desk, c Case, o Order, now time.Time) (*Outcome, error) {
	t := newTurn(d, c, now, "command")
	if err := t.command(o); err != nil {
		return nil, err
	}
	t.work()
	return t.out, nil
}

func (t *turn) command(o Order) error {
	kind, id, _ := cutCase(t.c)
	m := t.Meetings[MeetingID(id)]
	switch {
	case o.Amend != nil && kind == "series":
		return t.orderAmendment(id, o.Amend)
	case o.Drop != nil:
		return t.drop(o.Drop)
	case o.Apply != nil:
		return t.applyByOrder(PersonID(id), o.Apply)
	case m == nil:
		return fmt.Errorf("there is no meeting %s", id)
	case o == Order{}:
		return fmt.Errorf("an order without content")
	}
	switch t.obstacle(m, o) {
	case "":
		t.amend(m, "the meeting was changed by order", o)
		return nil
	case "nothing-ordered":
		return fmt.Errorf("meeting %s is not looked after for somebody else's calendar", m.ID)
	case "adopted":
		return fmt.Errorf("meeting %s is organized in the calendar of %s: change it there", m.ID, m.Adopted.Organizer.Address)
	case "past":
		return fmt.Errorf("%s lies in the past", o.Move.Start.Format(time.RFC3339))
	case "bad-end":
		return fmt.Errorf("an end of %s needs a start before it", o.Move.End.Format(time.RFC3339))
	}
	return fmt.Errorf("meeting %s is %s: only a meeting that is still to come can be changed", m.ID, m.Stage)
}

// obstacle is why an order about a meeting cannot be carried out now, as a stable word; "" where it can.
func (t *turn) obstacle(m *Meeting, o Order) string {
	switch tocome := m.Stage == Planned || m.Stage == Noticed; {
	case o.HandBack != nil && (m.Adopted == nil || m.Adopted.HandBack):
		return "nothing-ordered"
	case o.HandBack != nil:
		return ""
	case m.Stage == Cancelled:
		return "cancelled"
	case !tocome && (o.Absent == nil || m.Stage != Held):
		return "over"
	case m.Adopted != nil && (o.Move != nil || o.Cancel != nil || o.Invite != nil):
		return "adopted"
	case o.Move == nil:
		return ""
	case !o.Move.Start.IsZero() && !o.Move.Start.After(t.now):
		return "past"
	case !o.Move.End.IsZero() && (o.Move.Start.IsZero() || !o.Move.End.After(o.Move.Start)):
		return "bad-end"
	}
	return ""
}

func (t *turn) drop(o *DropOrder) error {
	i := t.Items[o.Item]
	if i == nil || !i.Open() {
		return fmt.Errorf("there is no open action item %s", o.Item)
	}
	t.note("dropped", i.Owner, string(i.Status), o.Why)
	i.Status, i.DoneAt = Dropped, t.now
	t.poke(MeetingCase(i.Meeting))
	l := Letter{Kind: Echo, Ref: "told", Reason: "the person responsible learns that the item was dropped", Zone: i.Zone, Echoes: []EchoLine{{What: "dropped", Text: i.Text, Reason: o.Why}}, Items: t.itemViews([]*Item{i})}
	t.send(l, i.Owner, "dropped-"+string(i.ID))
	return nil
}
