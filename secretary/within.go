package secretary

import "slices"

// countWorkdays gives the actions whose due date is a number of working days after the meeting their day: holidays and make-up
// days are counted as the office keeps them.
func (t *turn) countWorkdays(m *Meeting, d *Draft) {
	d.Actions = slices.Clone(d.Actions)
	for i := range d.Actions {
		a := &d.Actions[i]
		within, ok := d.Within[a.No]
		if !ok || a.Due != "" || !within.IsSet() {
			continue
		}
		a.Due = DateOf(within.After(t.Calendar, t.over(m)))
		d.Problems = slices.DeleteFunc(slices.Clone(d.Problems), func(p Problem) bool { return p.No == a.No && p.Code == "vague-due" })
	}
}
