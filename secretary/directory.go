package secretary

import (
	"slices"
	"strings"
)

// PersonID names one person for ever: the key of the people file. It is never shown in letters.
type PersonID string

// Person is one line of the people file.
type Person struct {
	ID         PersonID `json:"id"`
	Name       string   `json:"name"`
	Email      string   `json:"email"`             // where letters go, as written
	Aliases    []string `json:"aliases,omitempty"` // other addresses the person writes from
	Department string   `json:"department,omitempty"`
	Title      string   `json:"title,omitempty"`   // 总监, Manager …
	Manager    PersonID `json:"manager,omitempty"` // "" at the top of the tree
	Lang       Lang     `json:"lang,omitempty"`    // "" reads as the office's own
	External   bool     `json:"external,omitempty"`
	Inactive   bool     `json:"inactive,omitempty"` // has left; kept for the archive, gets no letters
	Site       string   `json:"site,omitempty"`     // where the person works (S1B-59)
	Duty       []string `json:"duty,omitempty"`     // days on duty: MO to SU, or dates; none: every day (S1B-17)
	Since      Date     `json:"since,omitempty"`    // the day of coming into a directory that was there already; "" from its beginning
}

// Department is one line of the departments file.
type Department struct {
	Code   string   `json:"code"` // of the archive number, such as PSM
	Name   Text     `json:"name"`
	Kind   string   `json:"kind,omitempty"` // the glossary's identifier: production, sales … several departments may share one
	Head   PersonID `json:"head,omitempty"`
	Rep    PersonID `json:"rep,omitempty"` // the representative (S0-11); "" means the head
	Parent string   `json:"parent,omitempty"`
}

// Directory is who there is. It is read-only to the heart.
type Directory struct {
	People      map[PersonID]*Person   `json:"people"`
	Departments map[string]*Department `json:"departments"` // by code
	Order       []string               `json:"order"`       // department codes in the company's own order
}

// Person returns the person, nil where there is none.
func (d *Directory) Person(id PersonID) *Person { return d.People[id] }

// ByAddress finds who writes from addr, compared without case, plus-suffix aside. Nil where nobody does.
func (d *Directory) ByAddress(addr string) *Person {
	addr = plainAddress(addr)
	if addr == "" {
		return nil
	}
	var first *Person // by ID: two may share an address
	for _, p := range d.People {
		if (first == nil || p.ID < first.ID) && p.writesFrom(addr) {
			first = p
		}
	}
	return first
}

// writesFrom reports whether a plain address is one of the person's.
func (p *Person) writesFrom(addr string) bool {
	return plainAddress(p.Email) == addr || slices.ContainsFunc(p.Aliases, func(a string) bool { return plainAddress(a) == addr })
}

// leads reports whether anybody has this manager. Most people lead nobody, and all are asked about when a plan is made.
func (d *Directory) leads(manager PersonID) bool {
	for _, p := range d.People {
		if p.Manager == manager {
			return true
		}
	}
	return false
}

// Subtree lists the people below manager, the nearest first, manager not included. A loop in the tree is cut.
func (d *Directory) Subtree(manager PersonID) []PersonID {
	if !d.leads(manager) {
		return nil
	}
	below := map[PersonID][]PersonID{}
	for _, id := range d.ids() {
		below[d.People[id].Manager] = append(below[d.People[id].Manager], id)
	}
	var out []PersonID
	seen := map[PersonID]bool{manager: true, "": true}
	for queue := below[manager]; len(queue) > 0; {
		id := queue[0]
		queue = queue[1:]
		if seen[id] {
			continue
		}
		seen[id] = true
		out = append(out, id)
		queue = append(queue, below[id]...)
	}
	return out
}

// above lists a person's managers, the nearest first. A loop in the tree is cut.
func (d *Directory) above(id PersonID) []PersonID {
	var out []PersonID
	for p := d.Person(id); p != nil && p.Manager != "" && p.Manager != id && !slices.Contains(out, p.Manager); p = d.Person(p.Manager) {
		out = append(out, p.Manager)
	}
	return out
}

// superior is the nearest manager who is still here, "" at the top of the tree.
func (d *Directory) superior(id PersonID) PersonID {
	for _, m := range d.above(id) {
		if d.active(m) {
			return m
		}
	}
	return ""
}

// active reports whether id is somebody who is still here.
func (d *Directory) active(id PersonID) bool {
	p := d.Person(id)
	return p != nil && !p.Inactive
}

// Department returns the department with this code or kind; of several with one kind the first in order.
func (d *Directory) Department(ref string) *Department {
	if dep := d.Departments[ref]; dep != nil {
		return dep
	}
	if deps := d.OfKind(ref); len(deps) > 0 {
		return deps[0]
	}
	return nil
}

// OfKind lists the departments of a kind in the company's order.
func (d *Directory) OfKind(kind string) []*Department {
	var out []*Department
	for _, c := range d.Order {
		if dep := d.Departments[c]; dep != nil && kind != "" && dep.Kind == kind {
			out = append(out, dep)
		}
	}
	return out
}

// Members lists the active people of the department with this code, by ID.
func (d *Directory) Members(code string) []PersonID {
	var out []PersonID
	for id, p := range d.People {
		if p.Department == code && !p.Inactive {
			out = append(out, id)
		}
	}
	slices.Sort(out)
	return out
}

func (d *Directory) ids() []PersonID {
	out := make([]PersonID, 0, len(d.People))
	for id := range d.People {
		out = append(out, id)
	}
	slices.Sort(out)
	return out
}

// plainAddress lowers an address and drops a plus-suffix, for comparison only. Google writes one mailbox with and without
// dots, under two domains (imip I-23).
func plainAddress(a string) string {
	a = strings.ToLower(strings.TrimSpace(a))
	at := strings.LastIndexByte(a, '@')
	if at <= 0 {
		return ""
	}
	local, _, _ := strings.Cut(a[:at], "+")
	if host := a[at:]; host == "@gmail.com" || host == "@googlemail.com" {
		return strings.ReplaceAll(local, ".", "") + "@gmail.com"
	}
	return local + a[at:]
}
