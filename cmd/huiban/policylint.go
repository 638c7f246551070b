package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/huiban/huiban/cmd/huiban/config"
	"github.com/huiban/huiban/policies"
	"github.com/huiban/huiban/policies/strict"
)

type policyLintCmd struct {
	common
	jsonFlag
	Policies []string `arg:"" optional:"" name:"policy" help:"Ids such as MT-S1D-1, or files; without one all of the office, with its people and departments."`
}

// Run prints the faults, and fails where one is more than a warning.
func (c *policyLintCmd) Run(s streams) error {
	faults, err := c.faults()
	if err != nil {
		return err
	}
	if c.JSON {
		if err := printJSON(s.Out, faults); err != nil {
			return err
		}
	} else {
		printFaults(s.Out, faults)
	}
	bad := strict.Errors(faults)
	fmt.Fprintf(s.Err, "%s, %s\n", count(bad, "fault", "faults"), count(len(faults)-bad, "warning", "warnings"))
	if bad > 0 {
		return failed
	}
	return nil
}

// faults are those of `config test` that concern policies and the people they name, and those of files that need not be the
// office's: they are read as if they were, where there is an office.
func (c *policyLintCmd) faults() ([]policies.Fault, error) {
	ids, names := c.named()
	var cfg *config.Config
	var known []policies.Fault
	if err := config.Missing(c.Config); err == nil {
		cfg, known = config.Load(c.Config)
	} else if len(ids) > 0 || len(names) == 0 {
		return nil, err
	}
	out := []policies.Fault{}
	for _, name := range names {
		src, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		_, faults := cfg.Review(name, src)
		strict.Sort(faults)
		out = append(out, faults...)
	}
	if len(ids) == 0 && len(names) > 0 {
		return out, nil
	}
	files, err := filesOf(cfg, ids)
	if err != nil {
		return nil, err
	}
	for _, f := range known {
		if f.File != config.File && (len(files) == 0 || slices.Contains(files, f.File)) {
			out = append(out, f)
		}
	}
	return out, nil
}

// named parts what the command was given into ids and files.
func (c *policyLintCmd) named() (ids, files []string) {
	for _, name := range c.Policies {
		if ext := strings.ToLower(filepath.Ext(name)); ext == ".yaml" || ext == ".yml" {
			files = append(files, name)
		} else {
			ids = append(ids, name)
		}
	}
	return ids, files
}

// filesOf are the files of the office's policies with these ids.
func filesOf(cfg *config.Config, ids []string) ([]string, error) {
	var out []string
	for _, id := range ids {
		i := slices.IndexFunc(cfg.Policies, func(p config.Policy) bool { return p.Policy.ID == id })
		if i < 0 {
			return nil, fmt.Errorf("the office has no policy %s: huiban policy list names those there are, huiban policy new takes up a preset", id)
		}
		out = append(out, cfg.Policies[i].File)
	}
	return out, nil
}
