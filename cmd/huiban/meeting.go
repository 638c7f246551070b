package main

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/store"
)

type meetingCmd struct {
	List   meetingListCmd   `cmd:"" help:"List meetings, the next first."`
	Show   meetingShowCmd   `cmd:"" help:"Show one meeting: answers, materials, minutes, items, letters and what comes next."`
	Move   meetingMoveCmd   `cmd:"" help:"Set another time or place; everybody is told and asked again."`
	Kit    meetingKitCmd    `cmd:"" help:"Write what is printed for a meeting: agenda, sign-in sheet, name plates, list of the materials."`
	Cancel meetingCancelCmd `cmd:"" help:"Call a meeting off; everybody invited is told."`

	Propose meetingProposeCmd `cmd:"" help:"Apply for an ad-hoc meeting in somebody's name, with a form filled in."`
}

type meetingListCmd struct {
	common
	jsonFlag
	All bool `help:"Also those that are done or cancelled."`
}

// Run prints a line for each meeting.
func (c *meetingListCmd) Run(ctx context.Context, s streams) error {
	return c.view(ctx, s, func(o *office, tx *store.Tx) error {
		all, err := tx.Meetings(store.MeetingFilter{})
		if err != nil {
			return err
		}
		var list []*secretary.Meeting
		for _, m := range all {
			if c.All || m.Stage != secretary.Done && m.Stage != secretary.Cancelled {
				list = append(list, m)
			}
		}
		if c.JSON {
			return printJSON(s.Out, list)
		}
		t := newTable(s.Out, "MEETING", "START", "STAGE", "ANSWERS", "ITEMS", "TITLE")
		for _, m := range list {
			t.row(string(m.ID), o.local(m.Start), string(m.Stage), answers(m), fmt.Sprint(len(m.Items)), m.Title.In(o.lang()))
		}
		return t.flush()
	})
}

// answers counts who comes, who does not and who has not said, "5/1/2".
func answers(m *secretary.Meeting) string {
	var yes, no, open int
	for _, seat := range m.Seats {
		switch {
		case seat.Removed:
		case seat.Answer.PartStat == secretary.Accepted || seat.Answer.PartStat == secretary.Tentative:
			yes++
		case seat.Answer.PartStat == secretary.Declined || seat.Answer.PartStat == secretary.Delegated:
			no++
		default:
			open++
		}
	}
	return fmt.Sprintf("%d/%d/%d", yes, no, open)
}

type meetingShowCmd struct {
	common
	jsonFlag
	ID string `arg:"" help:"Such as PSC-20261127."`
}

// Run prints everything known about a meeting.
func (c *meetingShowCmd) Run(ctx context.Context, s streams) error {
	return c.view(ctx, s, func(o *office, tx *store.Tx) error {
		m, err := tx.Meeting(secretary.MeetingID(c.ID))
		if err != nil {
			return err
		}
		if c.JSON {
			return printJSON(s.Out, m)
		}
		p := printer{s.Out, o, tx}
		return p.meeting(m)
	})
}

type meetingMoveCmd struct {
	common
	jsonFlag
	ID    string `arg:"" help:"Such as PSC-20261127."`
	Start string `help:"The new start, RFC 3339 or \"2026-11-27 14:00\" in the office's zone." placeholder:"TIME"`
	Place string `help:"The new place."`
}

// Run moves a meeting.
func (c *meetingMoveCmd) Run(ctx context.Context, s streams) error {
	o, err := c.open(ctx, s)
	if err != nil {
		return err
	}
	defer o.close()
	order := secretary.MoveOrder{}
	if c.Place != "" {
		order.Place = secretary.Text{secretary.Hans: c.Place}
	}
	if c.Start != "" {
		if order.Start, err = o.time(c.Start); err != nil {
			return err
		}
	}
	if c.Start == "" && c.Place == "" {
		return fmt.Errorf("say where to: --start or --place")
	}
	return o.command(ctx, s, c.JSON, secretary.MeetingCase(secretary.MeetingID(c.ID)), secretary.Order{Move: &order})
}

type meetingCancelCmd struct {
	common
	jsonFlag
	ID  string `arg:"" help:"Such as PSC-20261127."`
	Why string `help:"The reason, told to everybody invited." required:""`
}

// Run calls a meeting off.
func (c *meetingCancelCmd) Run(ctx context.Context, s streams) error {
	o, err := c.open(ctx, s)
	if err != nil {
		return err
	}
	defer o.close()
	return o.command(ctx, s, c.JSON, secretary.MeetingCase(secretary.MeetingID(c.ID)), secretary.Order{Cancel: &secretary.CancelOrder{Why: c.Why}})
}

// time reads a moment as people type it.
func (o *office) time(text string) (time.Time, error) {
	if t, err := time.Parse(time.RFC3339, text); err == nil {
		return t, nil
	}
	t, err := time.ParseInLocation("2006-01-02 15:04", strings.TrimSpace(text), o.zone())
	if err != nil {
		return t, fmt.Errorf("%q is no time: write 2026-11-27 14:00 or RFC 3339", text)
	}
	return t, nil
}
