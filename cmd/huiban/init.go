package main

import (
	"crypto/rand"
	"fmt"

	"github.com/huiban/huiban/cmd/huiban/config"
)

type initCmd struct {
	Dir string `arg:"" help:"Folder to write the configuration into; it is made where it does not exist."`
}

// Run writes the annotated configuration. Nothing that exists is overwritten.
func (c *initCmd) Run(s streams) error {
	if err := config.Init(c.Dir, rand.Reader); err != nil {
		return err
	}
	fmt.Fprintf(s.Out, "Written into %s. Fill in huiban.yaml, people.csv, departments.csv and policies/, then:\n  huiban config test -c %s\nFour meeting types are there to begin with; of the forty that come with huiban:\n  huiban policy list -c %s\n", c.Dir, c.Dir, c.Dir)
	return nil
}
