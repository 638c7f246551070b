package secretary

import (
	"fmt"
	"slices"
	"strings"
)

// formView is the minutes form before anything is in it: attendance as answered, the topics as planned.
func (t *turn) formView(m *Meeting) *MinutesView {
	return &MinutesView{Version: len(m.Minutes) + 1, Attendance: t.attendance(m, &Draft{}), Topics: t.agendaView(m, false), Report: t.report(m)}
}

// minutesView is a version of the minutes.
func (t *turn) minutesView(m *Meeting, v *Version) *MinutesView {
	p := t.policy(m)
	out := &MinutesView{
		Version: v.No, Number: m.Number, Attendance: t.attendance(m, &v.Draft), Topics: t.agendaView(m, false), Body: v.Body,
		Resolutions: v.Draft.Resolutions, Actions: v.Draft.Actions, OnSilence: p.Minutes.OnSilence, Report: t.report(m), Survey: t.annexed(m),
		Open: t.opens(m, v), Ended: v.Draft.Ended,
	}
	for i := range out.Attendance {
		out.Attendance[i].State = p.counted(out.Attendance[i].State)
	}
	for _, code := range v.Unconfirmed {
		if dep := t.Directory.Departments[code]; dep != nil {
			out.Unconfirmed = append(out.Unconfirmed, dep.Name)
		}
	}
	for _, c := range m.Confirms {
		if c.State == "confirmed" && c.Version == v.No {
			out.Confirmed = append(out.Confirmed, t.party(c.Person))
		}
	}
	out.Dissent = t.dissent(m, v)
	if m.Up != nil && m.Up.Comment != "" {
		out.Directive = &ObjectionView{By: t.party(m.Up.To), Comment: m.Up.Comment}
	}
	return t.withDecider(out, m, p)
}

// minutesFor is a version of the minutes for a reviewer or confirmer, with what changed since the version that this
// person was sent before; of a correction with what differs from the minutes that are out.
func (t *turn) minutesFor(m *Meeting, v *Version, to PersonID) *MinutesView {
	out := t.minutesView(m, v)
	old := m.final()
	if old == nil {
		old = t.seenBefore(m, v.No, to)
	}
	if old != nil {
		out.Diff = append(diff(&old.Draft, &v.Draft), talk(old.Body, v.Body)...)
	}
	return out
}

// seenBefore is the last version before no that the person was asked to review or confirm, nil where there was none.
func (t *turn) seenBefore(m *Meeting, no int, to PersonID) *Version {
	for i := len(m.Minutes) - 1; i >= 0; i-- {
		v := &m.Minutes[i]
		first := fmt.Sprintf("v%d-0", v.No)
		if v.No < no && (t.sent(MinutesReview, to, first) || t.sent(MinutesConfirm, to, first)) {
			return v
		}
	}
	return nil
}

// diff lists the points that differ, as printed. The first resolution is compared with the first, and so on: the
// numbers move when a point is added before.
func diff(a, b *Draft) []Change {
	old, now := points(a), points(b)
	var out []Change
	for _, k := range sortedKeys(now) {
		if o := old[k]; o.text != now[k].text {
			out = append(out, Change{now[k].name, o.text, now[k].text})
		}
	}
	for _, k := range sortedKeys(old) {
		if _, ok := now[k]; !ok {
			out = append(out, Change{old[k].name, old[k].text, ""})
		}
	}
	return out
}

// talk lists the lines of discussion that are new, and those that are gone.
func talk(a, b string) []Change {
	old, now := strings.Split(a, "\n"), strings.Split(b, "\n")
	var out []Change
	for _, l := range now {
		if l != "" && !slices.Contains(old, l) {
			out = append(out, Change{"body", "", l})
		}
	}
	for _, l := range old {
		if l != "" && !slices.Contains(now, l) {
			out = append(out, Change{"body", l, ""})
		}
	}
	return out
}

type point struct{ name, text string }

// points holds a draft's points by kind and place; their names are "resolution 1", "action 2".
func points(d *Draft) map[string]point {
	out := map[string]point{}
	for i, r := range d.Resolutions {
		out[fmt.Sprintf("1-%04d", i)] = point{"resolution " + r.No, r.Text}
	}
	for i, a := range d.Actions {
		out[fmt.Sprintf("2-%04d", i)] = point{"action " + a.No, fmt.Sprintf("%s | %s | %s | %s", a.Text, a.Owner, a.Due, a.Result)}
	}
	return out
}

// attendance is the attendance record: what the minutes say of a person, else what the person answered. Whom neither
// names was there.
func (t *turn) attendance(m *Meeting, d *Draft) []AttendanceView {
	var out []AttendanceView
	for _, s := range m.Seats {
		if s.Removed || s.For != "" && m.seat(s.For) != nil {
			continue // delegates are named with those they stand for
		}
		v := AttendanceView{Party: t.party(s.Person), State: "present"}
		switch {
		case s.Answer.PartStat == Declined && (s.Leave == "refused" || s.Answer.At.After(m.Start)), s.Optional && !s.answered():
			v.State = "absent" // S2-47: a decline after the start is no leave; who may stay away and never said they come did
		case s.Answer.PartStat == Declined:
			v.State = "leave"
		case s.Delegate != "":
			v.State, v.Delegate = "delegated", t.party(s.Delegate).Name
		}
		if i := slices.IndexFunc(d.Attendance, func(a Attendance) bool { return a.Name == v.Name }); i >= 0 {
			a := d.Attendance[i]
			v.State, v.Delegate, v.Time = a.State, a.Delegate, a.Time
		}
		out = append(out, v)
	}
	return out
}

// nearest is what a state of attendance counts as where the policy does not tell it from others (S0-26, S1E-03).
var nearest = map[string]string{"late": "present", "left_early": "present", "delegated": "leave", "leave": "absent"}

// counted is the state as the policy's categories have it.
func (p *Policy) counted(state string) string {
	if p == nil || len(p.Attendance.Categories) == 0 {
		return state
	}
	for !slices.Contains(p.Attendance.Categories, state) && nearest[state] != "" {
		state = nearest[state]
	}
	return state
}
