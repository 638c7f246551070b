package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/store"
)

type policyVersionsCmd struct {
	common
	jsonFlag
	ID string `arg:"" help:"Policy, such as MT-S0-1."`
}

// version is one version of a policy, or a change that never became one.
type version struct {
	Version  string    `json:"version"`      // MT-S0-1@2; "" of one that is not in force
	State    string    `json:"state"`        // in_force, past, asked, rejected, replaced
	Since    time.Time `json:"since"`        // in force, asked or decided
	By       string    `json:"by,omitempty"` // whose change
	Approver string    `json:"approver,omitempty"`
	Reason   string    `json:"reason,omitempty"`
	Comment  string    `json:"comment,omitempty"` // the approver's
	Keys     []string  `json:"keys"`              // what it changes
}

// Run lists the versions of a policy with whose change each is, why, and who approved it, the oldest first.
func (c *policyVersionsCmd) Run(ctx context.Context, s streams) error {
	return c.view(ctx, s, func(o *office, tx *store.Tx) error {
		list, err := o.versions(tx, c.ID)
		if err != nil {
			return err
		}
		if len(list) == 0 {
			return fmt.Errorf("no version of %s was applied yet: huiban apply", c.ID)
		}
		if c.JSON {
			return printJSON(s.Out, list)
		}
		t := newTable(s.Out, "VERSION", "SINCE", "STATE", "BY", "APPROVED BY", "CHANGES", "WHY")
		for _, v := range list {
			t.row(cmp.Or(v.Version, "-"), o.local(v.Since), v.State, cmp.Or(v.By, "-"), cmp.Or(v.Approver, "-"), cmp.Or(strings.Join(v.Keys, ", "), "-"), strings.TrimSpace(v.Reason+" "+v.Comment))
		}
		return t.flush()
	})
}

func (o *office) versions(tx *store.Tx, id string) ([]version, error) {
	all, current, err1 := tx.Policies()
	desk, err2 := tx.OpenCase(secretary.SeriesCase(id), o.config.Calendar)
	if err := errors.Join(err1, err2); err != nil {
		return nil, err
	}
	var changes []*secretary.Amendment
	if s := desk.Series[id]; s != nil {
		changes = s.Amendments
	}
	out := []version{}
	var before *secretary.Policy
	for n := 1; ; n++ {
		key := fmt.Sprintf("%s@%d", id, n)
		p := all[key]
		if p == nil {
			break
		}
		since, err := tx.PolicySince(key)
		if err != nil {
			return nil, err
		}
		v := version{Version: key, State: "past", Since: since, Keys: []string{}}
		if current[id] == key {
			v.State = "in_force"
		}
		if before != nil {
			v.Keys = changed(before, p)
		}
		if i := slices.IndexFunc(changes, func(a *secretary.Amendment) bool { return a.Key == key }); i >= 0 {
			o.credit(&v, changes[i])
		}
		out, before = append(out, v), p
	}
	for _, a := range changes {
		if a.Key == "" {
			v := version{State: string(a.State), Since: a.At, Keys: []string{}}
			if p := all[current[id]]; p != nil {
				v.Keys = changed(p, a.Policy)
			}
			o.credit(&v, a)
			out = append(out, v)
		}
	}
	return out, nil
}

// credit says whose change a version is, why, and who decided.
func (o *office) credit(v *version, a *secretary.Amendment) {
	p := printer{o: o}
	v.Reason, v.Comment = a.Reason, a.Comment
	if a.By != "" {
		v.By = p.name(a.By)
	}
	if a.Approver != "" {
		v.Approver = p.name(a.Approver)
	}
}
