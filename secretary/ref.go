package secretary

import (
	"fmt"
	"slices"
	"strings"
)

// Ref names people in a policy without naming a person where the regulation names a post:
//
//	wang.lei                     one person, by ID or address
//	head:sales                   the head of each department of this kind or code
//	rep:production               its representative, the head where none is named (S0-11)
//	all:marketing                every member
//	convener, host, recorder,
//	supervisor, attendees        the role in the meeting at hand
type Ref string

// ParseRef reports what is wrong with the spelling of r, nil where nothing is.
func ParseRef(r Ref) error {
	kind, arg, found := strings.Cut(string(r), ":")
	if !found || arg == "" {
		if strings.ContainsAny(string(r), " \t:") || r == "" {
			return fmt.Errorf("%q names nobody: write a person's id or address, head:DEPARTMENT, rep:DEPARTMENT, all:DEPARTMENT or a role", r)
		}
		return nil
	}
	if !slices.Contains([]string{"head", "rep", "all"}, kind) {
		return fmt.Errorf("%q: %q is not one of head, rep, all", r, kind)
	}
	return nil
}

// Resolve lists the active people that r names outside any meeting, in the company's order, each once.
// Roles such as host resolve to nobody here; see Meeting.Who.
func (d *Directory) Resolve(r Ref) []PersonID {
	kind, arg, found := strings.Cut(string(r), ":")
	if !found {
		if p := d.Person(PersonID(r)); p != nil && !p.Inactive {
			return []PersonID{p.ID}
		}
		if p := d.ByAddress(string(r)); p != nil && !p.Inactive {
			return []PersonID{p.ID}
		}
		return nil
	}
	deps := d.OfKind(arg)
	if dep := d.Departments[arg]; dep != nil {
		deps = []*Department{dep}
	}
	var out []PersonID
	for _, dep := range deps {
		switch kind {
		case "head":
			out = appendActive(d, out, dep.Head)
		case "rep":
			if p := d.Person(dep.Rep); p != nil && !p.Inactive {
				out = appendActive(d, out, dep.Rep)
			} else {
				out = appendActive(d, out, dep.Head)
			}
		case "all":
			out = appendActive(d, out, d.Members(dep.Code)...)
		}
	}
	return out
}

func appendActive(d *Directory, to []PersonID, ids ...PersonID) []PersonID {
	for _, id := range ids {
		if p := d.Person(id); p != nil && !p.Inactive && !slices.Contains(to, id) {
			to = append(to, id)
		}
	}
	return to
}
