package templates

// Circle says in words who may come instead of the reader; "" where the letter does not tell.
func (v *view) Circle() string {
	if v.StandIns == nil {
		return ""
	}
	var names []string
	for _, p := range v.StandIns.People {
		names = append(names, v.Who(p))
	}
	dep := v.T(v.StandIns.Department)
	if dep == "" {
		dep = v.W("standin.own")
	}
	switch from := v.StandIns.From; {
	case from == "department" && len(names) > 0:
		return v.W("standin.department", dep, v.List(names))
	case from == "department":
		return v.W("standin.department.none", dep)
	case from == "roster" && len(names) > 0:
		return v.W("standin.roster", v.List(names))
	case from == "roster":
		return v.W("standin.roster.none")
	}
	return v.W("standin.anyone")
}
