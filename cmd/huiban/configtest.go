package main

import (
	"fmt"

	"github.com/huiban/huiban/cmd/huiban/config"
	"github.com/huiban/huiban/policies/strict"
)

type configCmd struct {
	Test configTestCmd `cmd:"" help:"Report every fault of the configuration at once, with file and line."`
}

type configTestCmd struct {
	common
	jsonFlag
}

// Run reads everything and changes nothing.
func (c *configTestCmd) Run(s streams) error {
	cfg, faults := config.Load(c.Config)
	if c.JSON {
		if err := printJSON(s.Out, faults); err != nil {
			return err
		}
	}
	if !c.JSON {
		printFaults(s.Out, faults)
	}
	bad := strict.Errors(faults)
	if bad > 0 {
		fmt.Fprintf(s.Err, "%d faults\n", bad)
		return failed
	}
	fmt.Fprintf(s.Err, "%d people, %d departments, %d policies: no faults\n", len(cfg.Directory.People), len(cfg.Directory.Departments), len(cfg.Policies))
	for _, p := range cfg.Policies {
		if len(p.Missing) > 0 {
			fmt.Fprintf(s.Err, "%s: no meeting is called before these are set: %v\n", p.File, p.Missing)
		}
	}
	return nil
}
