package templates

import (
	"time"

	"github.com/huiban/huiban/secretary"
)

// in is the view in the zone of the example.
func (g *regulation) in(x *secretary.Example) *view {
	zone, err := time.LoadLocation(x.Zone)
	if err != nil {
		return g.view
	}
	shown := *g.view
	shown.zone, shown.formal, shown.year = zone, false, x.Start.In(zone).Year() // the note above the list names the year
	return &shown
}

// letterName is what the letter is called, with what is asked in it where that has a name.
func (g *regulation) letterName(l secretary.ExampleLetter) string {
	own := "letter." + string(l.Letter) + "." + l.Ref
	if w := g.W(own); w != own {
		return w
	}
	own = "kind." + string(l.Letter) + "." + l.Ref
	if w := g.W(own); w != own {
		return w
	}
	return g.W("kind." + string(l.Letter))
}

// counted1 says how far from the meeting, or from the due date of its item, a letter goes out.
func (g *regulation) counted1(x *secretary.Example, l secretary.ExampleLetter) string {
	zone := g.in(x).zone
	day := secretary.DateOf(l.At.In(zone))
	switch about := l.Letter == secretary.Action || l.Letter == secretary.Overdue || l.Letter == secretary.Escalation && l.Ref == "item"; {
	case about && x.Due != "" && day > x.Due:
		return g.Count1(day.Since(x.Due), "rel.late")
	case about && x.Due != "" && x.Due.Since(day) <= 7:
		return g.Count1(x.Due.Since(day), "rel.due")
	case l.At.Before(x.Start):
		return g.W("rel.before", g.distance(x.Start.Sub(l.At)))
	case !l.At.After(x.End):
		return g.W("rel.end")
	}
	return g.W("rel.after", g.distance(l.At.Sub(x.End)))
}

// Count1 words a number of things; in English one of them has a word of its own.
func (g *regulation) Count1(n int, key string) string {
	if g.Lang == secretary.English && n == 1 {
		key += "1"
	}
	return g.W(key, n)
}

// distance is a length of time in its largest whole unit.
func (g *regulation) distance(d time.Duration) string {
	switch {
	case d >= 48*time.Hour || d%(24*time.Hour) == 0:
		return g.Span(secretary.Span{N: int((d + 12*time.Hour) / (24 * time.Hour)), Unit: secretary.CalendarDays})
	case d >= time.Hour:
		return g.Span(secretary.Span{N: int((d + 30*time.Minute) / time.Hour), Unit: secretary.Hours})
	}
	return g.Span(secretary.Span{N: int(d / time.Minute), Unit: secretary.Minutes})
}
