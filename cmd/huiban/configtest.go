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
	} else {
		printFaults(s.Out, faults)
	}
	bad := strict.Errors(faults)
	warnings := count(len(faults)-bad, "warning", "warnings")
	if bad > 0 {
		fmt.Fprintf(s.Err, "%s, %s\n", count(bad, "fault", "faults"), warnings)
		return failed
	}
	fmt.Fprintf(s.Err, "%s, %s, %s: no faults, %s\n", count(len(cfg.Directory.People), "person", "people"),
		count(len(cfg.Directory.Departments), "department", "departments"), count(len(cfg.Policies), "policy", "policies"), warnings)
	return nil
}
