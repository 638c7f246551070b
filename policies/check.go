package policies

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/huiban/huiban/policies/strict"
	"github.com/huiban/huiban/secretary"
)

// Check compares p with the company: the people whom it names, and the days that its rule gives. The faults name
// their keys; Locate finds these in the file.
func Check(p *secretary.Policy, dir *secretary.Directory, cal secretary.Calendar) []Fault {
	filled := WithDefaults(p)
	out := append(checkDays(p, cal), rehearse(filled, cal)...)
	told := map[string]bool{} // that there is no such department is said once
	add := func(f *Fault) {
		if f != nil && !told[f.Message] {
			out, told[f.Message] = append(out, *f), strings.HasPrefix(f.Message, noDepartment(""))
		}
	}
	out = append(out, checkSpeakers(filled, dir)...)
	out = append(out, checkApplication(filled, dir)...)
	walkRefs(filled, func(key string, r secretary.Ref, alone bool) {
		f := checkWho(key, r, alone, dir)
		if f == nil {
			f = checkGaps(key, r, dir)
		}
		add(f)
	})
	for i, name := range p.Concerned {
		if len(dir.Named(name)) == 0 {
			add(&Fault{Key: fmt.Sprintf("concerned[%d]", i), Message: noDepartment(name), Hint: nearDepartment(name, dir)})
		}
	}
	return out
}

// outside are the keys that are resolved before there is a meeting, so that no role in it can stand there.
var outside = []string{"convener", "organizers[]", "host", "host_substitute", "recorder", "supervisor", "roster[].who",
	"materials.required[].from", "application.approvers[]", "policy.approver"}

// checkWho reports a ref that names nobody, or several where one is wanted. Nil means that all is well.
func checkWho(key string, r secretary.Ref, alone bool, dir *secretary.Directory) *Fault {
	k := anyOf(key)
	if slices.Contains(applying, string(r)) && slices.Contains(appliedFor, k) {
		return nil
	}
	if slices.Contains(roles, string(r)) || k == "escalation.steps[].to" && slices.Contains(above, string(r)) {
		if slices.Contains(outside, k) {
			return &Fault{Key: key, Message: fmt.Sprintf("%q is a role in a meeting and cannot stand here", r), Hint: "write whom you mean: a person, or head:, rep: or all: with a department"}
		}
		return nil
	}
	who := dir.Resolve(r)
	switch {
	case len(who) == 0:
		message, hint := nobody(r, dir)
		return &Fault{Key: key, Message: message, Hint: hint}
	case alone && len(who) > 1:
		return &Fault{Key: key, Message: fmt.Sprintf("%s names %d people, and one is wanted: %s", r, len(who), names(who, dir)), Hint: "write one person's id, or the code of one of the departments"}
	}
	return nil
}

// checkGaps warns of departments among several that have nobody in the post (S0-11).
func checkGaps(key string, r secretary.Ref, dir *secretary.Directory) *Fault {
	post, name, found := strings.Cut(string(r), ":")
	if !found || post == "all" {
		return nil
	}
	var without []string
	for _, dep := range dir.Named(name) {
		id := map[string]secretary.PersonID{"head": dep.Head, "rep": dep.Rep}[post]
		if p := dir.Person(id); p == nil || p.Inactive {
			without = append(without, dep.Code)
		}
	}
	if len(without) == 0 {
		return nil
	}
	message := "no representative is named in " + strings.Join(without, ", ") + "; the head stands in"
	if post == "head" {
		message = "no head is named in " + strings.Join(without, ", ")
	}
	return &Fault{Key: key, Warning: true, Message: message, Hint: "fill in the column " + post + " of the departments file"}
}

// nobody says why r names nobody.
func nobody(r secretary.Ref, dir *secretary.Directory) (message, hint string) {
	kind, name, found := strings.Cut(string(r), ":")
	if !found {
		return fmt.Sprintf("%q is nobody active in the people file", r), nearPerson(string(r), dir)
	}
	deps := dir.Named(name)
	if len(deps) == 0 {
		return noDepartment(name), nearDepartment(name, dir)
	}
	missing := map[string]string{"head": "head", "rep": "representative or head", "all": "active member"}[kind]
	return fmt.Sprintf("%s names nobody: department %s has no %s", r, deps[0].Code, missing), "see the departments and people files"
}

func noDepartment(name string) string {
	const message = "no department has the code or kind "
	if name == "" {
		return message
	}
	return message + strconv.Quote(name)
}

func nearDepartment(name string, dir *secretary.Directory) string {
	var known []string
	for _, code := range dir.Order {
		known = append(known, code, dir.Departments[code].Kind)
	}
	if near := strict.Nearest(name, known); near != "" {
		return "did you mean " + near + "?"
	}
	return fmt.Sprintf("give a department the kind %s in the departments file, or name another one here", name)
}

func nearPerson(id string, dir *secretary.Directory) string {
	if ids := called(id, dir); len(ids) > 0 {
		return fmt.Sprintf("people are named by their ids; %s is %s", id, strings.Join(ids, " or "))
	}
	known := slices.Clone(roles)
	for other := range dir.People {
		known = append(known, string(other))
	}
	slices.Sort(known)
	if near := strict.Nearest(id, known); near != "" {
		return "did you mean " + near + "?"
	}
	return "write the id or address of a person, or head:, rep: or all: with a department"
}

// called lists the ids of who has this name.
func called(name string, dir *secretary.Directory) []string {
	var out []string
	for id, p := range dir.People {
		if p.Name == name && !p.Inactive {
			out = append(out, string(id))
		}
	}
	slices.Sort(out)
	return out
}

func names(ids []secretary.PersonID, dir *secretary.Directory) string {
	var out []string
	for _, id := range ids {
		out = append(out, fmt.Sprintf("%s (%s)", dir.Person(id).Name, id))
	}
	return strings.Join(out, ", ")
}

// checkDays warns of a first day that the rule does not give: weeks and months would be counted from it all the same.
func checkDays(p *secretary.Policy, cal secretary.Calendar) []Fault {
	s := p.Schedule
	if s.RRule == "" || s.AdHoc || s.From == "" {
		return nil
	}
	start := s.From.At(s.Start, cal.Zone(p.Timezone))
	days, err := cal.Occurrences(s.RRule, start, start, start.AddDate(4, 0, 1))
	switch {
	case err != nil:
		return []Fault{{Key: "schedule.rrule", Message: err.Error()}}
	case len(days) == 0:
		return []Fault{{Key: "schedule.rrule", Message: fmt.Sprintf("the rule gives no day in the four years from %s", s.From), Hint: "look at its BY parts: they contradict one another"}}
	case secretary.DateOf(days[0]) != s.From:
		return []Fault{{Key: "schedule.from", Warning: true, Message: fmt.Sprintf("the rule does not give this day; the first meeting is on %s", secretary.DateOf(days[0])), Hint: "write that day, or leave it empty"}}
	}
	return nil
}
