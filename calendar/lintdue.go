package calendar

import (
	"slices"
	"time"

	"github.com/emersion/go-ical"
)

// isEntry reports whether an event of ours is the entry of a due date.
func isEntry(e *ical.Component) bool {
	p := e.Props.Get(ical.PropDateTimeStart)
	return p != nil && p.Params.Get(ical.ParamValue) == "DATE"
}

// entry holds what an entry for the whole day must be: of one day or more with the day behind it as its end (O-25), for its
// reader alone, asking nothing, filling no time and ringing no bell.
func (l *linter) entry(e *ical.Component) {
	start, end := value(e, ical.PropDateTimeStart), value(e, ical.PropDateTimeEnd)
	l.check(e.Props.Get(ical.PropDateTimeEnd) != nil && isDay(e.Props.Get(ical.PropDateTimeEnd)) && end > start, "O-25", "the entry ends %q after beginning %q", end, start)
	_, err := time.Parse("20060102", start)
	l.check(err == nil, "O-25", "DTSTART is %q", start)
	l.check(len(e.Props[ical.PropAttendee]) == 1, "O-21", "%d people share the entry", len(e.Props[ical.PropAttendee]))
	l.check(!slices.ContainsFunc(e.Props[ical.PropAttendee], func(p ical.Prop) bool { return p.Params.Get(ical.ParamRSVP) != "FALSE" }), "O-21", "the entry asks for an answer")
	l.check(value(e, ical.PropTransparency) == "TRANSPARENT", "O-25", "the entry fills the day: TRANSP is %q", value(e, ical.PropTransparency))
	l.check(value(e, "X-MICROSOFT-CDO-ALLDAYEVENT") == "TRUE", "O-25", "X-MICROSOFT-CDO-ALLDAYEVENT is %q", value(e, "X-MICROSOFT-CDO-ALLDAYEVENT"))
	l.check(len(components(e, ical.CompAlarm)) == 0, "O-33", "the entry rings a bell")
}
