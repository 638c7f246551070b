package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/huiban/huiban/calendar"
	"github.com/huiban/huiban/cmd/huiban/config"
	"github.com/huiban/huiban/policies"
	"github.com/huiban/huiban/policies/strict"
	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/store"
	"github.com/huiban/huiban/templates"
)

// reading is what policies are read against: an office, or none. The presets can be read anywhere.
type reading struct {
	now        time.Time
	office     secretary.Office
	calendar   secretary.Calendar
	directory  *secretary.Directory // never nil
	wording    *templates.Wording
	configured []config.Policy // the files of the office
	err        func(...policies.Fault)

	tx *store.Tx // nil outside an office
}

// foundPolicy is a policy that somebody asked for.
type foundPolicy struct {
	policy *secretary.Policy // filled up with the defaults, Lacks set
	key    string            // of a version in the store; "" of a file and of a preset
	from   time.Time         // when it came into force; zero where that is not known
}

// study runs f where policies are read: over the office's store where the folder has a configuration, else over the presets.
func (c common) study(ctx context.Context, s streams, f func(*reading) error) error {
	say := func(faults ...policies.Fault) { printFaults(s.Err, faults) }
	if _, err := os.Stat(filepath.Join(c.Config, config.File)); errors.Is(err, fs.ErrNotExist) {
		days, err := calendar.New(calendar.Options{})
		if err != nil {
			return err
		}
		nobody := &secretary.Directory{People: map[secretary.PersonID]*secretary.Person{}, Departments: map[string]*secretary.Department{}}
		return f(&reading{now: now(), office: secretary.Office{Zone: "Asia/Shanghai", Lang: secretary.Hans}, calendar: days, directory: nobody, err: say})
	}
	o, err := c.enter(ctx, s, true)
	if err != nil {
		return err
	}
	defer o.close()
	return o.store.View(ctx, func(tx *store.Tx) error {
		dir := o.directory
		if len(dir.People) == 0 {
			dir = o.config.Directory
		}
		return f(&reading{tx.Now, o.config.Office, o.config.Calendar, dir, o.config.Wording, o.config.Policies, say, tx})
	})
}

// find is the policy of that name: a file, a version or the one in force in the store, one configured, or a preset.
func (o *reading) find(name string) (*foundPolicy, error) {
	if strings.HasSuffix(name, ".yaml") || strings.ContainsRune(name, filepath.Separator) {
		return o.inFile(name)
	}
	if o.tx != nil {
		found, err := o.inStore(name)
		if found != nil || err != nil {
			return found, err
		}
	}
	if i := slices.IndexFunc(o.configured, func(p config.Policy) bool { return p.Policy.ID == name }); i >= 0 {
		return &foundPolicy{policy: ready(o.configured[i])}, nil
	}
	return o.preset(name)
}

func (o *reading) inStore(name string) (*foundPolicy, error) {
	all, current, err := o.tx.Policies()
	if err != nil {
		return nil, err
	}
	key := name
	if current[name] != "" {
		key = current[name]
	}
	p := all[key]
	if p == nil {
		if strings.Contains(name, "@") {
			return nil, fmt.Errorf("there is no version %s: huiban policy versions lists those there are", name)
		}
		return nil, nil
	}
	from, err := o.tx.PolicySince(key)
	return &foundPolicy{p, key, from}, err
}

func (o *reading) inFile(name string) (*foundPolicy, error) {
	src, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	return o.load(name, src)
}

func (o *reading) preset(id string) (*foundPolicy, error) {
	src, err := policies.Preset(id)
	if err != nil {
		return nil, err
	}
	return o.load(id+".yaml", src)
}

// load reads a policy's file; its faults are printed.
func (o *reading) load(name string, src []byte) (*foundPolicy, error) {
	p, faults := policies.Load(name, src)
	if strict.Errors(faults) > 0 {
		o.err(faults...)
		return nil, failed
	}
	return &foundPolicy{policy: ready(config.Policy{Policy: p, Missing: policies.Missing(p)})}, nil
}
