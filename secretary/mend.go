package secretary

import (
	"fmt"
	"slices"
)

// partial reports whether a draft only mends lines of the version before it: those that were returned or objected to,
// or one of its two lists alone. A draft with an attendance record, or with points that were not there, stands for
// itself.
func (m *Meeting) partial(old *Version, d *Draft) bool {
	if len(d.Attendance) > 0 || len(d.Resolutions)+len(d.Actions) == 0 {
		return false
	}
	o := &old.Draft
	if len(o.Resolutions) > 0 && len(d.Resolutions) == 0 || len(o.Actions) > 0 && len(d.Actions) == 0 {
		return known(o, d)
	}
	if len(o.Resolutions) == 0 && len(d.Resolutions) > 0 || len(o.Actions) == 0 && len(d.Actions) > 0 {
		return false
	}
	return len(d.Actions)+len(d.Resolutions) < len(o.Actions)+len(o.Resolutions) && m.wanted(old, d)
}

// known reports whether every line of d has a line of its number in o, or a list that was missing altogether.
func known(o, d *Draft) bool {
	return !slices.ContainsFunc(d.Actions, func(a DraftAction) bool { return len(o.Actions) > 0 && o.action(a.No) == nil }) &&
		!slices.ContainsFunc(d.Resolutions, func(r DraftLine) bool { return len(o.Resolutions) > 0 && o.resolution(r.No) == nil })
}

// wanted reports whether every line of d is one that was returned or objected to.
func (m *Meeting) wanted(old *Version, d *Draft) bool {
	asked := func(no string) bool {
		return slices.ContainsFunc(old.Draft.Problems, func(p Problem) bool { return p.No == no }) ||
			slices.ContainsFunc(m.Objections, func(o Objection) bool { return o.Version == old.No && o.open() && o.Item == no })
	}
	for _, a := range d.Actions {
		if !asked(a.No) || old.Draft.action(a.No) == nil {
			return false
		}
	}
	for _, r := range d.Resolutions {
		if !asked(r.No) || old.Draft.resolution(r.No) == nil {
			return false
		}
	}
	return true
}

// mend lays the lines of d over the version before it.
func mend(old *Version, d *Draft) (Draft, string) {
	out := old.Draft
	out.Actions, out.Resolutions = slices.Clone(out.Actions), slices.Clone(out.Resolutions)
	out.Problems = slices.DeleteFunc(slices.Clone(out.Problems), func(p Problem) bool { return d.action(p.No) != nil || d.resolution(p.No) != nil })
	for _, a := range d.Actions {
		if at := out.action(a.No); at != nil {
			*at = a
		} else {
			out.Actions = append(out.Actions, a)
		}
	}
	for _, r := range d.Resolutions {
		if at := out.resolution(r.No); at != nil {
			*at = r
		} else {
			out.Resolutions = append(out.Resolutions, r)
		}
	}
	out.Problems = append(out.Problems, d.Problems...)
	return out, old.Body + "\n\n" + d.Body
}

// action is the action with this number, nil where there is none.
func (d *Draft) action(no string) *DraftAction {
	for i := range d.Actions {
		if d.Actions[i].No == no {
			return &d.Actions[i]
		}
	}
	return nil
}

// resolution is the resolution with this number, nil where there is none.
func (d *Draft) resolution(no string) *DraftLine {
	for i := range d.Resolutions {
		if d.Resolutions[i].No == no {
			return &d.Resolutions[i]
		}
	}
	return nil
}

// number gives every point a number of its own, as an objection names one: where numbers repeat, which they do when
// resolutions and actions are both counted from 1, all are counted through, the actions after the resolutions.
func (d *Draft) number() {
	seen := map[string]bool{}
	for _, r := range d.Resolutions {
		seen[r.No] = true
	}
	for _, a := range d.Actions {
		seen[a.No] = true
	}
	if len(seen) == len(d.Resolutions)+len(d.Actions) && !seen[""] {
		return
	}
	d.Resolutions, d.Actions = slices.Clone(d.Resolutions), slices.Clone(d.Actions)
	for i := range d.Resolutions {
		d.Resolutions[i].No = fmt.Sprint(i + 1)
	}
	for i := range d.Actions {
		d.Actions[i].No = fmt.Sprint(len(d.Resolutions) + i + 1)
	}
}
