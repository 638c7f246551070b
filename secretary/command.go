package secretary

import (
	"fmt"
	"time"
)

// Order is what the administrator tells the secretary to do. Exactly one field is set.
type Order struct {
	Move   *MoveOrder   // a meeting
	Cancel *CancelOrder // a meeting
	Drop   *DropOrder   // an action item of a person
}

// MoveOrder sets another time, place or both; zero values keep what is.
type MoveOrder struct {
	Start, End time.Time
	Place      Text
}

// CancelOrder calls a meeting off.
type CancelOrder struct{ Why string }

// DropOrder closes an action item that is no longer wanted.
type DropOrder struct {
	Item ItemID
	Why  string
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
	_, id, _ := cutCase(t.c)
	m := t.Meetings[MeetingID(id)]
	switch {
	case o.Drop != nil:
		return t.drop(o.Drop)
	case m == nil:
		return fmt.Errorf("there is no meeting %s", id)
	case m.Stage != Planned && m.Stage != Noticed:
		return fmt.Errorf("meeting %s is %s: only a meeting that is still to come can be changed", m.ID, m.Stage)
	case o.Move != nil:
		if !o.Move.Start.IsZero() && o.Move.Start.Before(t.now) {
			return fmt.Errorf("%s lies in the past", o.Move.Start.Format(time.RFC3339))
		}
		if start := o.Move.Start; !o.Move.End.IsZero() && (start.IsZero() || !o.Move.End.After(start)) {
			return fmt.Errorf("an end of %s needs a start before it", o.Move.End.Format(time.RFC3339))
		}
		t.move(m, o.Move.Start, o.Move.End, o.Move.Place, "the meeting was changed by order")
	case o.Cancel != nil:
		t.cancel(m, o.Cancel.Why)
	default:
		return fmt.Errorf("an order without content")
	}
	return nil
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
