package secretary

import (
	"slices"
	"strings"
	"time"
)

// shift moves an occurrence off a day on which the company rests, as holiday.shift says (S3-08).
func (t *turn) shift(p *Policy, m *Meeting, day Date) Date {
	if t.Calendar.Workday(day) || p.Schedule.Workdays == "all" || p.Schedule.wants(day) && t.Calendar.Holiday(day).Empty() {
		return day
	}
	m.ShiftDay = t.Calendar.Holiday(day)
	switch p.Holiday.Shift {
	case "earlier":
		m.Shift = "earlier"
		return AddWorkdays(t.Calendar, day, -1)
	case "later":
		m.Shift = "later"
		return AddWorkdays(t.Calendar, day, 1)
	case "skip":
		m.Shift, m.Stage, m.CancelWhy = "skip", Cancelled, "holiday"
	case "keep":
		m.ShiftDay = nil
	default:
		m.Shift = "ask"
	}
	return day
}

// wants reports whether the rule names d's day of the week: who writes Saturday means it, public holidays aside (S1C-07).
func (s *Schedule) wants(d Date) bool {
	name := strings.ToUpper(d.Weekday().String()[:2])
	for part := range strings.SplitSeq(strings.ToUpper(s.RRule), ";") {
		if days, found := strings.CutPrefix(part, "BYDAY="); found {
			return slices.ContainsFunc(strings.Split(days, ","), func(day string) bool { return strings.HasSuffix(day, name) })
		}
	}
	return false
}

// shiftDuty puts before the convener whether a meeting that falls on a day off moves to the workday before. Until the
// answer it is kept.
func (t *turn) shiftDuty(m *Meeting, p *Policy) (duty, bool) {
	to := t.one(p.Convener)
	if m.Shift != "ask" || to == "" || t.sent(Approval, to, "shift") {
		return duty{}, false
	}
	return duty{at: m.Planned.AddDate(0, -3, 0), until: m.Start, key: "0shift", reason: "holiday.shift: ask (S3-08)", do: func() {
		by := t.party(to)
		l := Letter{Kind: Approval, Ref: "shift:" + string(DateOf(t.begin(m))), Reason: "holiday.shift: the meeting falls on a day off (S3-08)", Zone: m.Zone, Meeting: t.meetingView(m, to), By: &by}
		l.Changes = []Change{{"start", m.Start.Format(time.RFC3339), t.workdayBefore(m).Format(time.RFC3339)}}
		l.Choices = []Choice{{Verb: "approve"}, {Verb: "reject"}}
		l.Deadline = m.Start
		t.send(l, to, "shift")
	}}, true
}

// workdayBefore is the same time of day on the last workday before the meeting.
func (t *turn) workdayBefore(m *Meeting) time.Time {
	at := t.begin(m)
	return AddWorkdays(t.Calendar, DateOf(at), -1).At(Clock{at.Hour(), at.Minute(), true}, at.Location()).UTC()
}

// decideShift moves the meeting off the day off, or keeps it there.
func (t *turn) decideShift(m *Meeting, r *Reply, yes bool, comment string) {
	if m.Shift != "ask" || m.Stage != Planned && m.Stage != Noticed {
		t.decided(m, r)
		return
	}
	line := EchoLine{What: "move", Status: "refused", Time: m.Start, Reason: comment}
	to := t.workdayBefore(m)
	if yes && to.After(t.now) {
		line.Status, line.Time = "granted", to
		t.move(m, to, time.Time{}, nil, "holiday.shift: the convener moved the meeting off a day off (S3-08)")
		m.Shift = "earlier"
	} else {
		m.Shift, m.ShiftDay = "", nil
		t.note("kept", r.Writer, "", string(DateOf(t.begin(m))))
	}
	t.close(m, r, []EchoLine{line})
}

// decided answers a decision that comes after the matter was settled.
func (t *turn) decided(m *Meeting, r *Reply) {
	t.settle(r, ActedOn, "already-decided")
	t.echo(m, r, []EchoLine{{What: "already-decided"}})
}
