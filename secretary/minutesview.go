package secretary

import (
	"fmt"
	"slices"
)

// formView is the minutes form before anything is in it: attendance as answered, the topics as planned.
func (t *turn) formView(m *Meeting) *MinutesView {
	return &MinutesView{Version: len(m.Minutes) + 1, Attendance: t.attendance(m, &Draft{}), Topics: t.agendaView(m, false), Report: t.report(m)}
}

// minutesView is a version of the minutes, with what changed against the version before.
func (t *turn) minutesView(m *Meeting, v *Version) *MinutesView {
	p := t.policy(m)
	out := &MinutesView{
		Version: v.No, Number: m.Number, Attendance: t.attendance(m, &v.Draft), Topics: t.agendaView(m, false), Body: v.Body,
		Resolutions: v.Draft.Resolutions, Actions: v.Draft.Actions, OnSilence: p.Minutes.OnSilence, Report: t.report(m),
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
	if old := m.seenBefore(v.No); old != nil {
		out.Diff = diff(&old.Draft, &v.Draft)
	}
	return out
}

// seenBefore is the last earlier version that a reviewer or confirmer saw.
func (m *Meeting) seenBefore(no int) *Version {
	for i := len(m.Minutes) - 1; i >= 0; i-- {
		if v := &m.Minutes[i]; v.No < no && v.State != Returned {
			return v
		}
	}
	return nil
}

// diff lists the numbered points that differ, as printed.
func diff(a, b *Draft) []Change {
	old, now := points(a), points(b)
	var out []Change
	for _, k := range now.order {
		if old.text[k] != now.text[k] {
			out = append(out, Change{k, old.text[k], now.text[k]})
		}
	}
	for _, k := range old.order {
		if _, ok := now.text[k]; !ok {
			out = append(out, Change{k, old.text[k], ""})
		}
	}
	return out
}

type pointList struct {
	order []string
	text  map[string]string
}

// points lists a draft's numbered points: "resolution 1", "action 2".
func points(d *Draft) pointList {
	l := pointList{text: map[string]string{}}
	add := func(k, s string) {
		if _, ok := l.text[k]; !ok {
			l.order = append(l.order, k)
		}
		l.text[k] = s
	}
	for _, r := range d.Resolutions {
		add("resolution "+r.No, r.Text)
	}
	for _, a := range d.Actions {
		add("action "+a.No, fmt.Sprintf("%s | %s | %s | %s", a.Text, a.Owner, a.Due, a.Result))
	}
	return l
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
