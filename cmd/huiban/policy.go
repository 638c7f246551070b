package main

import (
	"cmp"
	"os"
	"slices"

	"github.com/huiban/huiban/cmd/huiban/config"
	"github.com/huiban/huiban/policies"
	"github.com/huiban/huiban/secretary"
)

// policyCmd are the verbs about regulations.
type policyCmd struct {
	Diff     policyDiffCmd     `cmd:"" help:"Say what two policies differ in, key by key."`
	List     policyListCmd     `cmd:"" help:"List the forty meeting types, what each leaves open, and which are used here."`
	Show     policyShowCmd     `cmd:"" help:"Print a policy file: the office's own, else the preset."`
	New      policyNewCmd      `cmd:"" help:"Write a preset into the office's folder, and say what is to be filled in."`
	Explain  policyExplainCmd  `cmd:"" help:"Print a policy as a regulation in words, with the letters that one meeting brings about."`
	Coverage coverageCmd       `cmd:"" help:"Count the clauses of the regulations, and those that a test proves."`
	Lint     policyLintCmd     `cmd:"" help:"Say what is missing, contradictory or outside working hours in the office's policies, and what to change."`
	Versions policyVersionsCmd `cmd:"" help:"List the versions of a policy: since when, whose change, who approved it."`
}

// configured reads the configuration, faulty or not: the presets are there without one. Nil where the folder that was not
// asked for holds none.
func (c common) configured() (*config.Config, []policies.Fault, error) {
	if err := config.Missing(c.Config); err != nil {
		if here, _ := os.Getwd(); c.Config == here {
			return nil, nil, nil
		}
		return nil, nil, err
	}
	cfg, faults := config.Load(c.Config)
	return cfg, faults, nil
}

// rule is one policy: a preset, or a file of the office.
type rule struct {
	file   string // policies/MT-S1E-1.yaml; "" where it is not used here
	source []byte
	policy *secretary.Policy
}

// rules lists the presets and the office's own policies by id; of the two the office's.
func rules(cfg *config.Config) ([]rule, error) {
	var out []rule
	used := map[string]bool{}
	if cfg != nil {
		for _, p := range cfg.Policies {
			out, used[p.Policy.ID] = append(out, rule{p.File, p.Source, p.Policy}), true
		}
	}
	for _, id := range policies.Presets() {
		if used[id] {
			continue
		}
		r, err := preset(id)
		if err != nil {
			return nil, err
		}
		out = append(out, r)
	}
	slices.SortStableFunc(out, func(a, b rule) int { return cmp.Compare(a.policy.ID, b.policy.ID) })
	return out, nil
}

func preset(id string) (rule, error) {
	src, err := policies.Preset(id)
	if err != nil {
		return rule{}, err
	}
	p, _ := policies.Load(id+".yaml", src)
	return rule{"", src, p}, nil
}
