package main

import (
	"context"
	"fmt"

	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/store"
)

type actionCmd struct {
	List actionListCmd `cmd:"" help:"List action items, by due date."`
	Show actionShowCmd `cmd:"" help:"Show one action item with its whole history."`
	Drop actionDropCmd `cmd:"" help:"Close an action item that is no longer wanted."`
}

type actionListCmd struct {
	common
	jsonFlag
	All   bool   `help:"Also those that are closed."`
	Owner string `help:"Only of this person: an id, an address or a name." placeholder:"WHO"`
}

// Run prints a line for each action item.
func (c *actionListCmd) Run(ctx context.Context, s streams) error {
	return c.view(ctx, s, func(o *office, tx *store.Tx) error {
		owner, err := o.person(c.Owner)
		if err != nil {
			return err
		}
		list, err := tx.Items(store.ItemFilter{Owner: owner, Open: !c.All})
		if err != nil {
			return err
		}
		if c.JSON {
			return printJSON(s.Out, list)
		}
		return printer{s.Out, o, tx}.itemTable(list)
	})
}

type actionShowCmd struct {
	common
	jsonFlag
	ID string `arg:"" help:"Such as PSC-20261127-3."`
}

// Run prints an action item's life.
func (c *actionShowCmd) Run(ctx context.Context, s streams) error {
	return c.view(ctx, s, func(o *office, tx *store.Tx) error {
		i, err := tx.Item(secretary.ItemID(c.ID))
		if err != nil {
			return err
		}
		if c.JSON {
			return printJSON(s.Out, i)
		}
		p := printer{s.Out, o, tx}
		fmt.Fprintf(s.Out, "%s  %s\n%s, due %s (first %s), %s %d%%\n%s\n", i.ID, i.Text, p.name(i.Owner), i.Due, i.OriginalDue, i.Status, i.Percent, i.Result)
		for _, h := range i.History {
			fmt.Fprintf(s.Out, "%s  %s  %s %d%%  %s\n", o.local(h.At), p.name(h.By), h.Status, h.Percent, h.Text)
		}
		for _, e := range i.Extensions {
			fmt.Fprintf(s.Out, "%s  %s → %s  %s  %s\n", o.local(e.Asked), e.From, e.Until, e.State, e.Reason)
		}
		return nil
	})
}

type actionDropCmd struct {
	common
	jsonFlag
	ID  string `arg:"" help:"Such as PSC-20261127-3."`
	Why string `help:"The reason, kept in the journal." required:""`
}

// Run drops an action item.
func (c *actionDropCmd) Run(ctx context.Context, s streams) error {
	o, err := c.open(ctx, s)
	if err != nil {
		return err
	}
	defer o.close()
	var owner secretary.PersonID
	err = o.store.View(ctx, func(tx *store.Tx) error {
		i, err := tx.Item(secretary.ItemID(c.ID))
		if err == nil {
			owner = i.Owner
		}
		return err
	})
	if err != nil {
		return err
	}
	return o.command(ctx, s, c.JSON, secretary.PersonCase(owner), secretary.Order{Drop: &secretary.DropOrder{Item: secretary.ItemID(c.ID), Why: c.Why}})
}
