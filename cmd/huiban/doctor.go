package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"log/slog"
	"slices"
	"strings"
	"time"

	"github.com/huiban/huiban/cmd/huiban/config"
	"github.com/huiban/huiban/policies"
	"github.com/huiban/huiban/policies/strict"
	"github.com/huiban/huiban/store"
)

type doctorCmd struct {
	common
	jsonFlag
}

// level is how much a finding weighs.
type level string

// The levels. A fault needs a person now, and makes huiban doctor fail; a warning will, or may.
const (
	sound   level = "ok"
	warning level = "warning"
	fault   level = "fault"
)

// finding is what the doctor says about one thing.
type finding struct {
	Check   string `json:"check"` // configuration, policies, holidays, database, office, imap, smtp, clock, disk
	Level   level  `json:"level"`
	Message string `json:"message"`
	Hint    string `json:"hint"` // what to do; "" where there is nothing
}

// examination gathers the findings about one installation.
type examination struct {
	config   *config.Config
	store    *store.Store // nil where it cannot be opened
	faults   int          // of the configuration
	meetings int          // called by rule in the next twelve months, those that a holiday moves
	now      time.Time
	findings []finding
}

func (x *examination) find(check string, l level, hint, format string, a ...any) {
	x.findings = append(x.findings, finding{check, l, fmt.Sprintf(format, a...), hint})
}

// Run examines the installation and changes nothing but what opening the store does; nothing is sent. It fails where
// something needs a person.
func (c *doctorCmd) Run(ctx context.Context, s streams) error {
	cfg, faults := config.Load(c.Config)
	x := &examination{config: cfg, faults: strict.Errors(faults), now: now(), findings: []finding{}}
	if x.configuration(c.Config, faults) {
		x.policies()
		stop := x.open(ctx, logger(s, slog.LevelWarn, false))
		defer stop()
		x.holidays(ctx)
		x.mail(ctx)
		x.disk()
	}
	if err := x.print(s.Out, c.JSON); err != nil {
		return err
	}
	if slices.ContainsFunc(x.findings, func(f finding) bool { return f.Level == fault }) {
		return failed
	}
	return nil
}

// configuration says whether config test finds faults, and reports whether the rest can be examined all the same: people and
// policies may be in the middle of a change.
func (x *examination) configuration(dir string, faults []policies.Fault) bool {
	usable := true
	for _, f := range faults {
		usable = usable && (f.Warning || f.File != config.File && f.File != dir)
	}
	if x.faults > 0 {
		first := faults[slices.IndexFunc(faults, func(f policies.Fault) bool { return !f.Warning })]
		hint := cmp.Or(first.Hint, "see huiban config test")
		if first.Hint = ""; x.faults > 1 {
			hint = "huiban config test names them all"
		}
		x.find("configuration", fault, hint, "%s, so that huiban run would not start: %s", count(x.faults, "fault", "faults"), first)
		return usable
	}
	x.find("configuration", sound, "", "%s, %s, %s", count(len(x.config.Directory.People), "person", "people"),
		count(len(x.config.Directory.Departments), "department", "departments"), count(len(x.config.Policies), "policy", "policies"))
	return usable
}

// policies names those of which no meeting is called, because they have gaps.
func (x *examination) policies() {
	var gaps []string
	for _, p := range x.config.Policies {
		if !p.Policy.Disabled && len(p.Missing) > 0 {
			gaps = append(gaps, fmt.Sprintf("%s (%s)", p.Policy.ID, count(len(p.Missing), "key", "keys")))
		}
	}
	if len(gaps) > 0 {
		x.find("policies", warning, "huiban config test names the keys; disabled: true says that it is meant", "no meeting is called before they are filled in: %s", strings.Join(gaps, ", "))
	}
}

// print writes the findings, the worst last, where the eye is.
func (x *examination) print(w io.Writer, asJSON bool) error {
	order := []level{sound, warning, fault}
	slices.SortStableFunc(x.findings, func(a, b finding) int { return slices.Index(order, a.Level) - slices.Index(order, b.Level) })
	if asJSON {
		return printJSON(w, x.findings)
	}
	t := &table{w: w}
	for _, f := range x.findings {
		t.row(string(f.Level), f.Check, f.Message)
		if f.Hint != "" {
			t.row("", "", "→ "+f.Hint)
		}
	}
	return t.flush()
}
