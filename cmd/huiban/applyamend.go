package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"log/slog"

	"github.com/huiban/huiban/cmd/huiban/config"
	"github.com/huiban/huiban/daemon"
	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/store"
)

// unapproved is the change of a policy whose difference lies with its approver already.
const unapproved = "waits"

// author is whose change of the policies this is; "" leaves it to the regulation. Who is new with this change may be named.
func (o *office) author(text string) (secretary.PersonID, error) {
	id, err := o.person(text)
	if err == nil {
		return id, nil
	}
	if id, anew := (&office{directory: o.config.Directory}).person(text); anew == nil {
		return id, nil
	}
	return "", err
}

// amend puts the changed policies that name an approver before them (S1A-37). What came into force, or waits, is printed.
func (o *office) amend(ctx context.Context, s streams, by secretary.PersonID, reason string) error {
	list, err := o.toApprove(ctx)
	if err != nil || len(list) == 0 {
		return err
	}
	d, err := o.daemon(ctx, logger(s, slog.LevelWarn, false))
	if err != nil {
		return err
	}
	for _, p := range list {
		err = errors.Join(err, o.amendOne(ctx, s, d, p, &secretary.AmendOrder{Policy: ready(p), Source: string(p.Source), By: by, Reason: reason}))
	}
	return err
}

func (o *office) amendOne(ctx context.Context, s streams, d *daemon.Daemon, p config.Policy, order *secretary.AmendOrder) error {
	out, err := d.Command(ctx, secretary.SeriesCase(p.Policy.ID), secretary.Order{Amend: order})
	if err != nil {
		return fmt.Errorf("policy %s: %w", p.Policy.ID, err)
	}
	for _, e := range out.Enacted {
		fmt.Fprintf(s.Err, "%s is in force: nobody is above its author to approve it\n", e.Key)
	}
	for _, l := range out.Letters {
		if l.Kind == secretary.Approval && len(l.Regulations) > 0 {
			fmt.Fprintf(s.Err, "%s waits for the approval of %s; huiban run sends the letters\n", p.Policy.ID, l.To.Name)
		}
	}
	return nil
}

// toApprove are the configured policies that differ from what is in force, or from what waits, and need approval.
func (o *office) toApprove(ctx context.Context) ([]config.Policy, error) {
	var out []config.Policy
	err := o.store.View(ctx, func(tx *store.Tx) error {
		all, current, err := tx.Policies()
		if err != nil {
			return err
		}
		for _, p := range o.config.Policies {
			was := all[current[p.Policy.ID]]
			pending, err := o.pending(tx, p.Policy.ID)
			if err != nil {
				return err
			}
			differs := was == nil || len(secretary.Differences(was, ready(p))) > 0
			if pending != nil || differs && secretary.NeedsApproval(was, ready(p)) {
				out = append(out, p)
			}
		}
		return nil
	})
	return out, err
}

// pending is the change of a policy that waits for approval, nil where none does.
func (o *office) pending(tx *store.Tx, policy string) (*secretary.Amendment, error) {
	desk, err := tx.OpenCase(secretary.SeriesCase(policy), o.config.Calendar)
	if err != nil {
		return nil, err
	}
	return desk.Series[policy].Pending(), nil
}

// waiting marks the differences of policies that lie with their approver as they stand, and adds what would be taken back.
func (o *office) waiting(tx *store.Tx, diff []difference) ([]difference, error) {
	for _, p := range o.config.Policies {
		pending, err := o.pending(tx, p.Policy.ID)
		if err != nil {
			return nil, err
		}
		if pending == nil {
			continue
		}
		same := len(secretary.Differences(pending.Policy, ready(p))) == 0
		found := false
		for i := range diff {
			if d := &diff[i]; d.What == "policy" && d.ID == p.Policy.ID {
				if found = true; same {
					d.Change = unapproved
				}
			}
		}
		if !found {
			diff = append(diff, difference{"policy", p.Policy.ID, p.Policy.Title.In(o.lang()), "withdrawn", []string{}})
		}
	}
	return diff, nil
}

// carried gives the configured people what the office knows of them besides.
func (o *office) carried() {
	for id, p := range o.config.Directory.People {
		if old := o.directory.People[id]; old != nil {
			p.Since = cmp.Or(old.Since, p.Since)
		}
	}
}
