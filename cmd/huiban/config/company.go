package config

import (
	"fmt"
	"strings"

	"github.com/huiban/huiban/policies/strict"
	"github.com/huiban/huiban/secretary"
)

// company is the directory while it is put together.
type company struct {
	office          string // huiban's own address
	dir             *secretary.Directory
	peopleSheet     *sheet
	departmentSheet *sheet
	persons         []person
	units           []department
	line            map[secretary.PersonID]int
}

func noDirectory() *secretary.Directory {
	return &secretary.Directory{People: map[secretary.PersonID]*secretary.Person{}, Departments: map[string]*secretary.Department{}}
}

// company reads the people and departments files.
func (l *loader) company() {
	c := &company{office: l.file.Office.Address, dir: l.c.Directory, line: map[secretary.PersonID]int{}}
	c.peopleSheet = readSheet(l.path(l.file.People), l.file.People, peopleColumns)
	c.departmentSheet = readSheet(l.path(l.file.Departments), l.file.Departments, departmentColumns)
	c.people()
	c.departments()
	if l.c.nobody = len(c.persons) == 0 || len(c.units) == 0; !l.c.nobody {
		c.lookUpPeople()
		c.lookUpDepartments()
		c.loops()
		c.sample()
	}
	for _, s := range []*sheet{c.peopleSheet, c.departmentSheet} {
		strict.Sort(s.faults)
		l.faults = append(l.faults, s.faults...)
	}
}

// lookUpPeople finds the departments and managers that people name.
func (c *company) lookUpPeople() {
	s := c.peopleSheet
	for _, p := range c.persons {
		if name := p.cells["department"]; name != "" {
			if p.Department = c.code(name); p.Department == "" {
				s.fault(p.line, "department", fmt.Sprintf("there is no department %q", name), c.nearDepartment(name))
			}
		}
		if name := p.cells["manager"]; name != "" {
			p.Manager = c.who(s, p.row, "manager")
		}
	}
}

// lookUpDepartments finds the heads, representatives and parents that departments name.
func (c *company) lookUpDepartments() {
	s := c.departmentSheet
	for _, d := range c.units {
		d.Head = c.who(s, d.row, "head")
		d.Rep = c.who(s, d.row, "rep")
		if name := d.cells["parent"]; name != "" {
			if d.Parent = c.code(name); d.Parent == "" {
				s.fault(d.line, "parent", fmt.Sprintf("there is no department %q", name), c.nearDepartment(name))
			}
		}
		if d.cells["head"] == "" {
			s.warn(d.line, "head", fmt.Sprintf("%s has no head", d.Code), "name who reviews, confirms and represents it, by id, address or name")
		}
	}
}

// who finds the person whom a cell names by id, address or name. "" where the cell is empty or names nobody.
func (c *company) who(s *sheet, r row, column string) secretary.PersonID {
	name := r.cells[column]
	if name == "" {
		return ""
	}
	var found []*secretary.Person
	if p := c.dir.People[secretary.PersonID(name)]; p != nil {
		found = append(found, p)
	} else if p := c.dir.ByAddress(name); p != nil {
		found = append(found, p)
	} else {
		found = c.named(name)
	}
	switch {
	case len(found) == 0:
		s.fault(r.line, column, fmt.Sprintf("there is nobody %q in the people file", name), "write an id, an address or a name")
	case len(found) > 1:
		s.fault(r.line, column, fmt.Sprintf("%d people are called %s", len(found), name), "write the id or the address")
	case found[0].Inactive:
		s.fault(r.line, column, fmt.Sprintf("%s is not active any more", name), "name a successor")
	default:
		return found[0].ID
	}
	return ""
}

func (c *company) named(name string) []*secretary.Person {
	var out []*secretary.Person
	for _, p := range c.persons {
		if strings.EqualFold(p.Name, name) {
			out = append(out, p.Person)
		}
	}
	return out
}

// code is the code of the department that a cell names by code or by name, "" where it names none.
func (c *company) code(name string) string {
	if d := c.dir.Departments[name]; d != nil {
		return d.Code
	}
	for _, d := range c.units {
		for _, n := range d.Name {
			if strings.EqualFold(n, name) {
				return d.Code
			}
		}
	}
	return ""
}

func (c *company) nearDepartment(name string) string {
	var known []string
	for _, d := range c.units {
		known = append(known, d.Code)
		for _, lang := range secretary.Langs {
			known = append(known, d.Name[lang])
		}
	}
	if near := strict.Nearest(name, known); near != "" {
		return "did you mean " + near + "?"
	}
	return "write the code or name of a line of the departments file"
}

// loops reports managers and parent departments that lead back to where they began.
func (c *company) loops() {
	managers, above := map[string]string{}, map[string]string{}
	for _, p := range c.persons {
		managers[string(p.ID)] = string(p.Manager)
	}
	for _, d := range c.units {
		above[d.Code] = d.Parent
	}
	told := map[string]bool{}
	for _, p := range c.persons {
		if loop := loop(string(p.ID), managers, told); loop != "" {
			c.peopleSheet.fault(p.line, "manager", "these people manage one another in a circle: "+loop, "leave the cell of whoever is at the top empty")
		}
	}
	told = map[string]bool{}
	for _, d := range c.units {
		if loop := loop(d.Code, above, told); loop != "" {
			c.departmentSheet.fault(d.line, "parent", "these departments stand above one another in a circle: "+loop, "leave the cell of the topmost empty")
		}
	}
}

// loop is the way from id back to itself, "" where there is none or it was told before.
func loop(id string, above map[string]string, told map[string]bool) string {
	way := []string{id}
	for next := above[id]; next != id; next = above[next] {
		if next == "" || len(way) > len(above) {
			return ""
		}
		way = append(way, next)
	}
	if told[id] {
		return ""
	}
	for _, w := range way {
		told[w] = true
	}
	return strings.Join(append(way, id), " → ")
}

// sample warns while the people are those of the sample company.
func (c *company) sample() {
	for _, p := range c.persons {
		if strings.HasSuffix(p.Email, "@"+sampleDomain) {
			c.peopleSheet.warn(p.line, "email", "this is still the sample company", "write your own people and departments into the two files")
			return
		}
	}
}
