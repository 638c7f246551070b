package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/huiban/huiban/cmd/huiban/config"
	"github.com/huiban/huiban/policies"
	"github.com/huiban/huiban/policies/strict"
	"github.com/huiban/huiban/secretary"
)

type policyNewCmd struct {
	common
	Preset string `arg:"" help:"Such as MT-S1D-5; huiban policy list names the forty."`
	As     string `help:"One series among several of this type, with an id of its own, such as MT-S1D-5-north." placeholder:"ID"`
	Code   string `help:"The code of that series, such as PDWN: part of the archive number." placeholder:"CODE"`
	For    string `help:"The department that the series is for, by its code: it takes the place of its kind." placeholder:"CODE"`
	Online string `help:"Held online, at this address." placeholder:"URL"`
}

// Run writes the file, which must not be there, and says what is to be done next.
func (c *policyNewCmd) Run(s streams) error {
	if err := config.Missing(c.Config); err != nil {
		return err
	}
	cfg, _ := config.Load(c.Config)
	src, err := c.compose(cfg)
	if err != nil {
		return err
	}
	id := c.id()
	path := filepath.Join(cfg.Rules, id+".yaml")
	if err := create(path, src); err != nil {
		return err
	}
	fmt.Fprintf(s.Out, "%s is written.\n", path)
	return c.next(s, id, src)
}

func (c *policyNewCmd) id() string {
	if c.As != "" {
		return c.As
	}
	return c.Preset
}

// compose is the file as it is to be written.
func (c *policyNewCmd) compose(cfg *config.Config) ([]byte, error) {
	r, err := preset(c.Preset)
	if err != nil {
		return nil, err
	}
	if r.policy.Code == "" {
		return nil, fmt.Errorf("%s is no type but a form of holding: write huiban policy new with the type, such as MT-S1B-3, and --online URL", c.Preset)
	}
	if (c.As == "") != (c.Code == "") {
		return nil, errors.New("--as and --code go together: every series has an id and a code of its own")
	}
	change := policies.Change{ID: c.As, Code: c.Code, Online: c.Online}
	if c.For != "" {
		if change.For = cfg.Directory.Departments[c.For]; change.For == nil {
			return nil, fmt.Errorf("there is no department %s in the departments file", c.For)
		}
	}
	src, err := policies.Adapt(r.source, change)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", c.Preset, err)
	}
	p, faults := policies.Load(c.id()+".yaml", src)
	if i := slices.IndexFunc(faults, func(f policies.Fault) bool { return !f.Warning }); i >= 0 {
		return nil, faults[i]
	}
	return src, taken(cfg, p)
}

// taken reports an id or a code that another file of the office has.
func taken(cfg *config.Config, p *secretary.Policy) error {
	for _, other := range cfg.Policies {
		switch {
		case other.Policy.ID == p.ID:
			return fmt.Errorf("%s is there already, in %s, and nothing is overwritten: for another series of the type say --as and --code", p.ID, other.File)
		case other.Policy.Code == p.Code:
			return fmt.Errorf("the code %s stands in %s already: say another --code", p.Code, other.File)
		}
	}
	return nil
}

// create makes the file, and the folder where it is missing. What is there stays.
func create(path string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("%s is there already, and nothing is overwritten", path)
	}
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	return errors.Join(err, f.Close())
}

// next says what is to be filled in, what has a default, and what the office lacks for it.
func (c *policyNewCmd) next(s streams, id string, src []byte) error {
	cfg, faults := config.Load(c.Config)
	file := ""
	for _, p := range cfg.Policies {
		if p.Policy.ID == id {
			file = p.File
		}
	}
	own := slices.DeleteFunc(faults, func(f policies.Fault) bool { return f.File != file })
	if len(own) > 0 {
		fmt.Fprintln(s.Out, "\nTo be filled in and looked at:")
		printFaults(s.Out, own)
	}
	if open := policies.LeftOpen(src); len(open) > 0 {
		fmt.Fprintln(s.Out, "\nLeft open by the regulation; a default holds until you decide:")
		for _, f := range open {
			fmt.Fprintf(s.Out, "%s:%d: %s: %s\n", file, f.Line, f.Key, f.Message)
		}
	}
	if strict.Errors(own) > 0 {
		fmt.Fprintln(s.Out, "\nUntil the faults are mended huiban apply and run refuse the configuration; disabled: true sets the file aside.")
	}
	fmt.Fprintf(s.Out, "\nThen: huiban policy lint %s; huiban apply\n", id)
	return nil
}
