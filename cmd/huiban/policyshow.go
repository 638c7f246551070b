package main

import (
	"fmt"

	"github.com/huiban/huiban/cmd/huiban/config"
)

type policyShowCmd struct {
	common
	ID     string `arg:"" help:"Such as MT-S1D-1."`
	Preset bool   `help:"The preset as it comes with huiban, also where the office has a file of its own."`
}

// Run prints the file, comments and all.
func (c *policyShowCmd) Run(s streams) error {
	cfg, _, err := c.configured()
	if err != nil {
		return err
	}
	r, err := find(cfg, c.ID, c.Preset)
	if err != nil {
		return err
	}
	if r.file == "" {
		fmt.Fprintf(s.Err, "The preset %s, not used here: huiban policy new %s takes it up.\n", c.ID, c.ID)
	} else {
		fmt.Fprintf(s.Err, "%s, as it is configured here.\n", r.file)
	}
	_, err = s.Out.Write(r.source)
	return err
}

// find is the policy with that id: the office's, else the preset.
func find(cfg *config.Config, id string, presetOnly bool) (rule, error) {
	if cfg != nil && !presetOnly {
		for _, p := range cfg.Policies {
			if p.Policy.ID == id {
				return rule{p.File, p.Source, p.Policy}, nil
			}
		}
	}
	return preset(id)
}
