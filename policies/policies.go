// Package policies holds the meeting regulations as YAML files, one for each meeting type, and their strict loader.
// A file is read with every mistake reported at once (Load), filled up with what the regulations leave to custom
// (WithDefaults), asked what is still open (Missing) and compared with the people there are (Check).
//
// The schema is secretary.Policy. A key that comes anew is a field there; the loader, its hints and the tests follow from
// the field's type and tag. What it needs besides is its words (words.go) or its form (forms.go), its default
// (defaults/), and its line in presets/MT-S0-1.yaml and in docs/policies.md: a test names what is forgotten.
package policies

import (
	"embed"
	"fmt"
	"strings"

	"github.com/huiban/huiban/policies/strict"
	"github.com/huiban/huiban/secretary"
)

// Fault is one mistake in a file that the administrator wrote.
type Fault = strict.Fault

//go:embed presets/*.yaml
var presets embed.FS

// Presets lists the ids of the regulations that come with huiban, ascending.
func Presets() []string {
	entries, err := presets.ReadDir("presets")
	if err != nil {
		panic(err)
	}
	var ids []string
	for _, e := range entries {
		ids = append(ids, strings.TrimSuffix(e.Name(), ".yaml"))
	}
	return ids
}

// Preset is the file of the regulation with this id, comments and all.
func Preset(id string) ([]byte, error) {
	src, err := presets.ReadFile("presets/" + id + ".yaml")
	if err != nil {
		return nil, fmt.Errorf("there is no preset %q: the presets are %s", id, strings.Join(Presets(), ", "))
	}
	return src, nil
}

// Load reads a policy file. The name is for the faults only. All faults are returned, in the order of the file; the
// policy is never nil and holds what could be read. Nothing is filled in but the switches that the file leaves out:
// once in the struct, an absent switch and one set to false look alike (see WithDefaults).
func Load(name string, src []byte) (*secretary.Policy, []Fault) {
	p := &secretary.Policy{}
	at, faults := strict.Decode(name, src, p)
	if len(faults) > 0 && at.Empty() {
		return p, faults // what else it lacks is not worth a word
	}
	setSwitches(p, at)
	leaveOut(p)
	faults = append(faults, checkValues(p, at)...)
	if strict.Errors(faults) == 0 {
		faults = append(faults, checkTogether(WithDefaults(p), at)...)
	}
	strict.Sort(faults)
	return p, faults
}

// leaveOut empties the steps that the file leaves out by the word none (S1E-07, G-01).
func leaveOut(p *secretary.Policy) {
	for _, step := range []*secretary.Ref{&p.Minutes.ReviewBy, &p.Minutes.Waiver, &p.Up.To, &p.Leave.Approval, &p.HostSubst, &p.Approval.Approver} {
		if *step == "none" {
			*step = ""
		}
	}
}

// Locate fills in where in the file src the keys of the faults stand, for the faults of Check.
func Locate(name string, src []byte, faults []Fault) []Fault {
	if len(faults) == 0 {
		return nil
	}
	at, _ := strict.Decode(name, src, &secretary.Policy{})
	out := make([]Fault, 0, len(faults))
	for _, f := range faults {
		out = append(out, at.Place(f))
	}
	strict.Sort(out)
	return out
}
