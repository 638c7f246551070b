package secretary

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// partial reports whether a draft only mends lines of the version before it: those that were returned or objected to,
// or one of its two lists alone. A draft with an attendance record, or with points that were not there, stands for
// itself.
func (m *Meeting) partial(old *Version, d *Draft) bool {
	if d.linesOnly() {
		return known(&old.Draft, d)
	}
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
	out.Problems = slices.DeleteFunc(slices.Clone(out.Problems), d.settles)
	for _, a := range d.Actions {
		if at := out.action(a.No); at != nil {
			*at = over(*at, a)
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
	return out, strings.TrimSpace(old.Body + "\n\n" + d.Body)
}

// linesOnly reports whether a draft gives only fields of lines that are there already: 行动项3：12月5日.
func (d *Draft) linesOnly() bool {
	return slices.ContainsFunc(d.Actions, func(a DraftAction) bool { return a.Text == "" })
}

// over is the action with what the new line gives; a line with a text stands for itself.
func over(old, line DraftAction) DraftAction {
	if line.Text != "" {
		return line
	}
	old.Owner, old.Due, old.Result = cmp.Or(line.Owner, old.Owner), cmp.Or(line.Due, old.Due), cmp.Or(line.Result, old.Result)
	return old
}

// settles reports whether d answers a problem: by a line with a text, or by a new owner or due date, right or wrong.
func (d *Draft) settles(p Problem) bool {
	a := d.action(p.No)
	if a == nil || a.Text != "" {
		return a != nil || d.resolution(p.No) != nil
	}
	given := func(value string, codes ...string) bool {
		return slices.Contains(codes, p.Code) && (value != "" || slices.ContainsFunc(d.Problems, func(q Problem) bool { return q.No == p.No && slices.Contains(codes, q.Code) }))
	}
	return given(a.Owner, "no-owner", "several-owners", "unknown-owner") || given(string(a.Due), "no-due", "vague-due", "bad-due") || given(a.Result, "no-result")
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
