package secretary

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// partial reports whether a draft only mends the version before it, in lines that are there, in one of its two lists alone,
// in the discussion points or the attendance of some: what it is silent about stays, as the letter promises. A draft
// that records the attendance, has points that were not there, or numbers them anew stands for itself.
func (m *Meeting) partial(old *Version, d *Draft) bool {
	o := &old.Draft
	switch {
	case d.linesOnly():
		return known(o, d.fields()) && !renumbered(o, d) // a line in full may be a new one
	case m.records(d):
		return false
	case len(o.Resolutions) == 0 && len(d.Resolutions) > 0 && len(d.Actions) > 0, len(o.Actions) == 0 && len(d.Actions) > 0 && len(d.Resolutions) > 0:
		return false
	}
	return known(o, d) && !renumbered(o, d)
}

// records reports whether a draft holds the attendance of the meeting, as the form does, and not only of somebody.
func (m *Meeting) records(d *Draft) bool { return 2*len(d.Attendance) > len(m.Seats) }

// known reports whether every line of d has a line of its number in o, or a list that was missing altogether.
func known(o, d *Draft) bool {
	return !slices.ContainsFunc(d.Actions, func(a DraftAction) bool { return len(o.Actions) > 0 && o.action(a.No) == nil }) &&
		!slices.ContainsFunc(d.Resolutions, func(r DraftLine) bool { return len(o.Resolutions) > 0 && o.resolution(r.No) == nil })
}

// renumbered reports whether a line of d stands in o under another number.
func renumbered(o, d *Draft) bool {
	return slices.ContainsFunc(d.Actions, func(a DraftAction) bool {
		return slices.ContainsFunc(o.Actions, func(b DraftAction) bool { return a.No != b.No && a.Text == b.Text })
	}) || slices.ContainsFunc(d.Resolutions, func(r DraftLine) bool {
		return slices.ContainsFunc(o.Resolutions, func(b DraftLine) bool { return r.No != b.No && r.Text == b.Text })
	})
}

// revise is the version before with what the draft says laid over it. Where the draft stands for itself, only what it is
// silent about stays: attendance and discussion, unless it records the attendance.
func (m *Meeting) revise(old *Version, d *Draft) (out Draft, body string) {
	switch {
	case m.partial(old, d):
		out, body = mend(old, d), discussed(old.Body, d.Body)
	case m.records(d):
		return *d, d.Body
	default:
		out, body = *d, cmp.Or(d.Body, old.Body)
	}
	out.Attendance = attended(old.Draft.Attendance, d.Attendance)
	if len(d.Open) == 0 {
		out.Open = old.Draft.Open
	}
	out.Ended = cmp.Or(d.Ended, old.Draft.Ended)
	return out, body
}

// mend lays the lines of d over the version before it.
func mend(old *Version, d *Draft) Draft {
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
	out.Problems, out.Open = append(out.Problems, d.Problems...), d.Open
	return out
}

// attended is the attendance before with what is newly said of some.
func attended(old, now []Attendance) []Attendance {
	out := slices.Clone(old)
	for _, a := range now {
		if i := slices.IndexFunc(out, func(o Attendance) bool { return o.Name == a.Name }); i >= 0 {
			out[i] = a
		} else {
			out = append(out, a)
		}
	}
	return out
}

// discussed is the discussion before and the new points after it; the new ones alone where they repeat a line of it, as
// a corrected copy does.
func discussed(old, now string) string {
	copied := slices.ContainsFunc(strings.Split(now, "\n"), func(l string) bool {
		return strings.TrimSpace(l) != "" && slices.Contains(strings.Split(old, "\n"), l)
	})
	if copied {
		return now
	}
	return strings.TrimSpace(old + "\n\n" + now)
}

// linesOnly reports whether a draft gives fields of lines that are there already: 行动项3：12月5日. Lines in full may stand
// beside them.
func (d *Draft) linesOnly() bool {
	return slices.ContainsFunc(d.Actions, func(a DraftAction) bool { return a.Text == "" })
}

// fields are the lines of d that give only fields.
func (d *Draft) fields() *Draft {
	return &Draft{Actions: slices.DeleteFunc(slices.Clone(d.Actions), func(a DraftAction) bool { return a.Text != "" })}
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
	return given(a.Owner, "no-owner", "several-owners", "unknown-owner") || given(string(a.Due), "no-due", "vague-due", "bad-due") || given(a.Result, "no-result", "no-quality")
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
