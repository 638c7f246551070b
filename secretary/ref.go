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
//	all:marketing                every member, of the departments below it as well
//	head:*, rep:*, all:*         those of every department
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
	var out []PersonID
	for _, dep := range d.Named(arg) {
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
			for _, code := range d.below(dep.Code) {
				out = appendActive(d, out, d.Members(code)...)
			}
		}
	}
	return out
}

// Named lists the departments that the part of a Ref behind its colon means: the one with this code, else those of
// this kind in the company's order; "*" means all. Nil where there is none.
func (d *Directory) Named(name string) []*Department {
	if dep := d.Departments[name]; dep != nil {
		return []*Department{dep}
	}
	if name != "*" {
		return d.OfKind(name)
	}
	var out []*Department
	for _, code := range d.Order {
		if dep := d.Departments[code]; dep != nil {
			out = append(out, dep)
		}
	}
	return out
}

// below lists the department with this code and those below it, the nearest first. A loop in the tree is cut.
func (d *Directory) below(code string) []string {
	out := []string{code}
	for i := 0; i < len(out); i++ {
		for _, c := range d.Order {
			if dep := d.Departments[c]; dep != nil && dep.Parent == out[i] && !slices.Contains(out, c) {
				out = append(out, c)
			}
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
