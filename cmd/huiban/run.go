package main

import (
	"context"
	"errors"
	"log/slog"

	"github.com/huiban/huiban/store"
)

var errNothingApplied = errors.New("nothing is applied yet: run huiban apply first")

type runCmd struct {
	common
	Verbose bool `help:"Log every mail in and every letter out, too." short:"v"`
	LogJSON bool `help:"Log as JSON." name:"log-json"`
}

// Run works until it is told to stop.
func (c *runCmd) Run(ctx context.Context, s streams) error {
	o, err := c.open(ctx, s)
	if err != nil {
		return err
	}
	defer o.close()
	if err := o.applied(ctx); err != nil {
		return err
	}
	level := slog.LevelInfo
	if c.Verbose {
		level = slog.LevelDebug
	}
	log := logger(s, level, c.LogJSON)
	d, err := o.daemon(ctx, log)
	if err != nil {
		return err
	}
	o.warnOfHolidays(ctx, log)
	log.Info("huiban works", "mailbox", o.config.Office.Address)
	return d.Run(ctx)
}

// applied fails where nothing was applied yet: a daemon without people and policies would do nothing for ever.
func (o *office) applied(ctx context.Context) error {
	return o.store.View(ctx, func(tx *store.Tx) error {
		_, current, err := tx.Policies()
		if err == nil && (len(current) == 0 || len(o.directory.People) == 0) {
			err = errNothingApplied
		}
		return err
	})
}
