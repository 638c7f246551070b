package config

import (
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/huiban/huiban/policies"
	"github.com/huiban/huiban/policies/strict"
	"github.com/huiban/huiban/secretary"
)

// policies reads every policy file and compares it with the company.
func (l *loader) policies() {
	l.c.Rules = l.path(l.file.Policies)
	entries, err := os.ReadDir(l.path(l.file.Policies))
	if err != nil {
		l.faults = append(l.faults, policies.Fault{File: l.file.Policies, Message: strings.ReplaceAll(reason(err), "file", "folder"), Hint: "it holds one .yaml for each meeting type"})
		return
	}
	ids, files, before := map[string]string{}, 0, len(l.faults)
	for _, e := range entries {
		if ext := strings.ToLower(filepath.Ext(e.Name())); e.IsDir() || ext != ".yaml" && ext != ".yml" {
			continue
		}
		files++
		l.policy(path.Join(filepath.ToSlash(l.file.Policies), e.Name()), filepath.Join(l.path(l.file.Policies), e.Name()), ids)
	}
	l.feeds()
	if !l.c.nobody {
		l.crossings()
	}
	strict.Sort(l.faults[before:])
	if files == 0 {
		l.faults = append(l.faults, policies.Fault{File: l.file.Policies, Message: "there is no policy here, so that no meeting is called", Hint: "huiban init writes some to begin with", Warning: true})
	}
}

func (l *loader) policy(name, path string, ids map[string]string) {
	src, err := os.ReadFile(path)
	if err != nil {
		l.faults = append(l.faults, policies.Fault{File: name, Message: reason(err)})
		return
	}
	p, faults := l.c.Review(name, src)
	l.c.Policies = append(l.c.Policies, Policy{File: name, Source: src, Policy: p, Missing: policies.Missing(p)})
	l.faults = append(append(l.faults, faults...), policies.Locate(name, src, append(l.twice(name, p, ids), l.ourOwn(p)...))...)
}

// Review reads a policy's file and says what is wrong in it: for itself, what is still to be filled in, and against the people and
// the calendar of c. Without them, which a nil c has not either, that is left out.
func (c *Config) Review(name string, src []byte) (*secretary.Policy, []policies.Fault) {
	p, faults := policies.Load(name, src)
	if p.Disabled || strict.Errors(faults) > 0 {
		return p, faults
	}
	found := append(open(p), policies.Advise(name, src)...)
	if c != nil && !c.nobody {
		found = append(found, policies.Check(p, c.Directory, c.Calendar)...)
	}
	return p, append(faults, policies.Locate(name, src, found)...)
}

// crossings compares the policies with one another.
func (l *loader) crossings() {
	var all []*secretary.Policy
	for _, p := range l.c.Policies {
		all = append(all, p.Policy)
	}
	for i, faults := range policies.Crossings(all, l.c.Directory, l.c.Calendar) {
		p := l.c.Policies[i]
		l.faults = append(l.faults, policies.Locate(p.File, p.Source, faults)...)
	}
}

// twice reports an id or a code that another file has: both name one policy for ever.
func (l *loader) twice(name string, p *secretary.Policy, ids map[string]string) []policies.Fault {
	var out []policies.Fault
	for key, value := range map[string]string{"id": p.ID, "code": p.Code} {
		if value == "" {
			continue
		}
		if other := ids[key+" "+value]; other != "" {
			out = append(out, policies.Fault{Key: key, Message: fmt.Sprintf("%s stands in %s already", value, other), Hint: "every policy has its own"})
		}
		ids[key+" "+value] = name
	}
	return out
}

// ourOwn reports an external domain that is the company's own: nobody would get an internal letter (G-48).
func (l *loader) ourOwn(p *secretary.Policy) []policies.Fault {
	var out []policies.Fault
	own := domain(l.file.Office.Address)
	for i, d := range p.External {
		if own == d || strings.HasSuffix(own, "."+d) {
			out = append(out, policies.Fault{Key: fmt.Sprintf("external_domains[%d]", i), Message: d + " is the company's own domain", Hint: "name the domains of customers and suppliers; nobody here would get an internal letter"})
		}
	}
	return out
}

// open names what is still to be filled in before a meeting of this type is called.
func open(p *secretary.Policy) []policies.Fault {
	var out []policies.Fault
	for _, key := range policies.Missing(p) {
		if policies.GivenByApplication(p, key) {
			continue
		}
		out = append(out, policies.Fault{Key: key, Warning: true, Message: "is still to be filled in; no such meeting is called before", Hint: "or write disabled: true"})
	}
	return out
}

// feeds reports the types that topics are to go to and that no file gives. A preset may name one that the office has not
// taken up.
func (l *loader) feeds() {
	known := map[string]bool{}
	for _, p := range l.c.Policies {
		known[p.Policy.ID] = true
	}
	for _, p := range l.c.Policies {
		var found []policies.Fault
		for n, id := range p.Policy.Agenda.Feeds {
			key := fmt.Sprintf("agenda.feeds[%d]", n)
			switch {
			case known[id] && id != p.Policy.ID:
			case id != p.Policy.ID && slices.Contains(policies.Presets(), id):
				found = append(found, policies.Fault{Key: key, Warning: true, Message: id + " is not in use here, so that the topics go to the superior", Hint: "huiban policy new " + id + ", or take it out"})
			default:
				found = append(found, policies.Fault{Key: key, Message: fmt.Sprintf("%q is no other policy's id", id), Hint: "write the id of the type whose next agenda the topics go on"})
			}
		}
		l.faults = append(l.faults, policies.Locate(p.File, p.Source, found)...)
	}
}
