package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"maps"
	"net"
	"os"
	"slices"
	"time"

	"github.com/huiban/huiban/cmd/huiban/config"
	"github.com/huiban/huiban/daemon"
	"github.com/huiban/huiban/mailer"
	"github.com/huiban/huiban/parser/proof"
	"github.com/huiban/huiban/policies"
	"github.com/huiban/huiban/policies/strict"
	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/store"
)

// common are the flags of every verb that works on a company's office.
type common struct {
	Config string `help:"Folder of the configuration." default:"." env:"HUIBAN_CONFIG" type:"path" short:"c"`
}

// jsonFlag is for verbs that scripts use.
type jsonFlag struct {
	JSON bool `help:"Print JSON."`
}

// office is an opened office: what was configured, and its store.
type office struct {
	config    *config.Config
	store     *store.Store
	directory *secretary.Directory // as applied, not as configured
	faults    int                  // of the configuration, warnings aside: 0 unless the office was opened to look only
}

// load reads the configuration, whose faults are printed: where any is more than a warning the verb fails. Who only looks
// is stopped by faults of huiban.yaml alone: people and policies may be in the middle of a change.
func (c common) load(s streams, looks bool) (*config.Config, int, error) {
	cfg, faults := config.Load(c.Config)
	n := strict.Errors(faults)
	if looks {
		faults = slices.DeleteFunc(faults, func(f policies.Fault) bool { return f.File != config.File && f.File != c.Config })
	}
	if strict.Errors(faults) > 0 {
		printFaults(s.Err, faults)
		return nil, n, failed
	}
	return cfg, n, nil // warnings are for config test
}

func printFaults(w io.Writer, faults []policies.Fault) {
	for _, f := range faults {
		fmt.Fprintln(w, f)
	}
}

// open opens the office's store, for work.
func (c common) open(ctx context.Context, s streams) (*office, error) { return c.enter(ctx, s, false) }

func (c common) enter(ctx context.Context, s streams, looks bool) (*office, error) {
	cfg, faults, err := c.load(s, looks)
	if err != nil {
		return nil, err
	}
	st, err := store.Open(ctx, cfg.Database, store.Options{Now: now, Log: logger(s, slog.LevelWarn, false)})
	if err != nil {
		return nil, fmt.Errorf("open the store: %w", err)
	}
	o := &office{config: cfg, store: st, faults: faults}
	err = st.View(ctx, func(tx *store.Tx) error {
		o.directory, err = tx.Directory()
		return err
	})
	if err != nil {
		return nil, errors.Join(err, st.Close())
	}
	o.carried()
	return o, nil
}

func (o *office) close() { o.store.Close() }

// view runs f over the office's store, which it only reads.
func (c common) view(ctx context.Context, s streams, f func(*office, *store.Tx) error) error {
	o, err := c.enter(ctx, s, true)
	if err != nil {
		return err
	}
	defer o.close()
	if len(o.directory.People) == 0 {
		fmt.Fprintln(s.Err, errNothingApplied)
	}
	return o.store.View(ctx, func(tx *store.Tx) error { return f(o, tx) })
}

// person finds who is meant by an id, an address or a name; "" means everybody.
func (o *office) person(text string) (secretary.PersonID, error) {
	if text == "" {
		return "", nil
	}
	if p := o.directory.Person(secretary.PersonID(text)); p != nil {
		return p.ID, nil
	}
	if p := o.directory.ByAddress(text); p != nil {
		return p.ID, nil
	}
	var found []secretary.PersonID
	for _, id := range sortedKeys(o.directory.People) {
		if o.directory.People[id].Name == text {
			found = append(found, id)
		}
	}
	switch len(found) {
	case 0:
		return "", fmt.Errorf("there is nobody %q: write an id, an address or a name", text)
	case 1:
		return found[0], nil
	}
	return "", fmt.Errorf("%d people are called %s: write one of the ids %v", len(found), text, found)
}

func (o *office) zone() *time.Location { return o.config.Calendar.Zone(o.config.Office.Zone) }

func (o *office) lang() secretary.Lang { return cmp.Or(o.config.Office.Lang, secretary.Hans) }

func (o *office) local(t time.Time) string {
	if t.IsZero() {
		return "-"
	}
	return t.In(o.zone()).Format("2006-01-02 15:04")
}

// daemon makes the office's daemon.
func (o *office) daemon(ctx context.Context, log *slog.Logger) (*daemon.Daemon, error) {
	m := o.config.Mail
	believe := proof.Options{AuthservIDs: m.AuthservIDs, LookupTXT: net.LookupTXT}
	if m.TrustInternal {
		believe.OwnDomain = o.config.Office.Domain
	}
	d := daemon.Options{
		Store: o.store, Calendar: o.config.Calendar, Clock: daemon.System{Read: now}, Account: m.Account(ctx), Secret: []byte(o.config.Secret),
		SubAddressing: m.SubAddressing, Proof: believe, RedirectAllTo: m.RedirectAllTo, NoICSFile: m.NoICSFile, Wording: o.config.Wording, PerMinute: m.Rate, Log: log, Observe: logged(log),
	}
	host, _ := os.Hostname()
	d.Name = fmt.Sprintf("%s.%d", host, os.Getpid()) // several daemons may share a machine
	if k := m.DKIM; k.KeyFile != "" {
		var err error
		if d.DKIM, err = mailer.LoadDKIM(k.KeyFile, k.Domain, k.Selector); err != nil {
			return nil, err
		}
	}
	return daemon.New(d)
}

// told is a letter that an order has queued.
type told struct {
	Key  string               `json:"key"`
	Kind secretary.LetterKind `json:"kind"`
	To   string               `json:"to"`
}

// command carries out an order and prints the letters that go out by it.
func (o *office) command(ctx context.Context, s streams, asJSON bool, c secretary.Case, order secretary.Order) error {
	d, err := o.daemon(ctx, logger(s, slog.LevelWarn, false))
	if err != nil {
		return err
	}
	out, err := d.Command(ctx, c, order)
	if err != nil {
		return err
	}
	if asJSON {
		list := []told{}
		for _, l := range out.Letters {
			list = append(list, told{l.Key, l.Kind, l.To.Name})
		}
		return printJSON(s.Out, list)
	}
	for _, l := range out.Letters {
		fmt.Fprintf(s.Out, "%s to %s\n", l.Kind, l.To.Name)
	}
	fmt.Fprintf(s.Out, "%s queued; huiban run sends them\n", count(len(out.Letters), "letter", "letters"))
	return nil
}

func sortedKeys[K ~string, V any](m map[K]V) []K { return slices.Sorted(maps.Keys(m)) }
