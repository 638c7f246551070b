package secretary

import (
	"reflect"
	"slices"
	"time"
)

// Regulation is a policy as it is put before people: what it says, in which version, and who is meant by whom it names.
type Regulation struct {
	ID       string        `json:"id"`                 // MT-S0-1
	Version  string        `json:"version,omitempty"`  // its key, MT-S0-1@2; "" of one that is in no office
	From     time.Time     `json:"from,omitzero"`      // when it came into force; UTC. Zero: that is not known, or it has not yet
	Policy   *Policy       `json:"policy"`             // never nil
	Was      *Policy       `json:"was,omitempty"`      // the version that it takes the place of; nil where it is shown by itself
	By       Party         `json:"by,omitzero"`        // whose change it is
	Approver Party         `json:"approver,omitzero"`  // who approved it; the zero Party where nobody did
	Reason   string        `json:"reason,omitempty"`   // why it was changed, in the author's words
	People   map[Ref]Named `json:"people,omitempty"`   // whom the directory knows by the names in it; empty outside an office
	Comments []Comment     `json:"comments,omitempty"` // what departments have said about the change
	Example  *Example      `json:"example,omitempty"`  // the letters of one meeting
}

// Named is whom a Ref means at present.
type Named struct {
	Departments []Text  `json:"departments,omitempty"` // head:…, rep:… and all:…
	People      []Party `json:"people,omitempty"`
}

// Comment is what somebody has said about a change of a regulation (S0-121).
type Comment struct {
	By   Party  `json:"by"`
	Text string `json:"text"`
}

// RegulationOf shows a policy with the people that the desk's directory knows by the names in it.
func RegulationOf(d *Desk, p, was *Policy) *Regulation {
	r := &Regulation{ID: p.ID, Policy: p, Was: was, People: map[Ref]Named{}}
	for _, policy := range []*Policy{p, was} {
		for _, ref := range refsOf(policy) {
			r.People[ref] = d.named(ref)
		}
	}
	return r
}

func (d *Desk) named(ref Ref) Named {
	var out Named
	if _, arg, found := cutRef(ref); found {
		for _, dep := range d.Directory.Named(arg) {
			out.Departments = append(out.Departments, dep.Name)
		}
	}
	for _, id := range d.Directory.Resolve(ref) {
		out.People = append(out.People, d.party(id))
	}
	return out
}

// cutRef parts head:sales into its kind and the department; found is false of a person and of a role.
func cutRef(r Ref) (kind, department string, found bool) {
	for _, kind := range []string{"head", "rep", "all"} {
		if n := len(kind); len(r) > n && string(r[:n]) == kind && r[n] == ':' {
			return kind, string(r[n+1:]), true
		}
	}
	return "", "", false
}

// refsOf lists whom a policy names, each once, in the order of the file; none of a nil policy.
func refsOf(p *Policy) []Ref {
	if p == nil {
		return nil
	}
	var out []Ref
	var walk func(v reflect.Value)
	walk = func(v reflect.Value) {
		switch r, isRef := v.Interface().(Ref); {
		case isRef:
			if r != "" && !slices.Contains(out, r) {
				out = append(out, r)
			}
		case v.Kind() == reflect.Struct:
			for i := range v.NumField() {
				walk(v.Field(i))
			}
		case v.Kind() == reflect.Slice:
			for i := range v.Len() {
				walk(v.Index(i))
			}
		}
	}
	walk(reflect.ValueOf(*p))
	return out
}
