package templates

import (
	"regexp"
	"strings"

	"github.com/huiban/huiban/secretary"
)

var (
	anyStep     = regexp.MustCompile(`\[\d*\]`)
	placeholder = regexp.MustCompile(`\{[^}]*\}`)
)

// Span words a length of time; "" where it is not given.
func (g *regulation) Span(s secretary.Span) string {
	if !s.IsSet() {
		return ""
	}
	unit := "span." + string(s.Unit)
	if g.Lang == secretary.English && s.N == 1 {
		unit += "1"
	}
	return g.W(unit, s.N)
}

// Ahead words a moment before the start: 会议召开7日前.
func (g *regulation) Ahead(m secretary.Moment) string { return g.moment("ahead", m) }

// Within words a deadline after the end: 会后24小时内.
func (g *regulation) Within(m secretary.Moment) string { return g.moment("within", m) }

// Within1 words a moment after the end at which something is done: 会后1个工作日.
func (g *regulation) Within1(m secretary.Moment) string { return g.moment("later", m) }

func (g *regulation) moment(how string, m secretary.Moment) string {
	sameDay := m.N == 0 && m.Unit == secretary.CalendarDays && m.At.Set
	switch {
	case !m.IsSet():
		return ""
	case sameDay && m.At.String() == "23:59":
		return g.W(how + ".day")
	case sameDay:
		return g.W(how+".day.at", m.At)
	case m.At.Set:
		return g.W(how+".at", g.Span(m.Span), m.At)
	case m.N == 0:
		return g.W(how + ".now")
	}
	return g.W(how, g.Span(m.Span))
}

// Spans joins lengths or moments: 1日、1小时.
func (g *regulation) Spans(list any) string {
	var out []string
	switch l := list.(type) {
	case []secretary.Span:
		for _, s := range l {
			out = append(out, g.Span(s))
		}
	case []secretary.Moment:
		for _, m := range l {
			s := g.Span(m.Span)
			if m.At.Set {
				s = g.W("span.at", s, m.At)
			}
			out = append(out, s)
		}
	}
	return g.And(out)
}

// Cycle words how often: 每周, 每3个月; "" for never.
func (g *regulation) Cycle(s secretary.Span) string {
	if !s.IsSet() || s.N == 0 {
		return ""
	}
	if w := g.W("cycle." + s.String()); w != "cycle."+s.String() {
		return w
	}
	return g.W("cycle", g.Span(s))
}

// At words the time of day at which the meeting begins; "" where it is not given.
func (g *regulation) At() string {
	if !g.P.Schedule.Start.Set {
		return ""
	}
	return g.W("at.clock", g.P.Schedule.Start)
}

// Weekly words a weekday and a time: 每周一08:00.
func (g *regulation) Weekly(s string) string {
	day, clock, found := strings.Cut(s, " ")
	if !found {
		return s
	}
	return g.W("weekly.at", g.weekdays([]string{day}), clock)
}

// LateLeave says until when leave may be asked for.
func (g *regulation) LateLeave() string {
	c := g.P.Leave.Cutoff
	switch {
	case !c.IsSet():
		return ""
	case c.N == 0 && !c.At.Set:
		return g.W("leave.late.start")
	}
	return g.W("leave.late", g.Ahead(c))
}
