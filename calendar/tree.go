package calendar

import (
	"errors"
	"fmt"
	"strings"

	"github.com/emersion/go-ical"
)

// What a body may measure (I-8). Real replies stay below 20 kB, ten components and three levels.
const (
	maxBytes      = 1 << 20
	maxLines      = 20_000
	maxDepth      = 8
	maxComponents = 2_000
)

// Errors of reading a calendar body.
var (
	ErrNoCalendar = errors.New("no VCALENDAR in it")
	ErrTooLarge   = errors.New("calendar too large")
)

// readTree reads the first VCALENDAR of a body. What is no content line is dropped and what is open at the end is
// closed, so a damaged calendar gives what is left of it. Go-ical's own decoder gives nothing then, or panics.
func readTree(data []byte) (*ical.Component, error) {
	if len(data) > maxBytes {
		return nil, fmt.Errorf("read calendar: %d bytes: %w", len(data), ErrTooLarge)
	}
	lines := unfold(data)
	if len(lines) > maxLines {
		return nil, fmt.Errorf("read calendar: %d lines: %w", len(lines), ErrTooLarge)
	}
	var g grower
	for _, l := range lines {
		if p, ok := parseLine(l); ok && !g.done {
			g.add(p)
		}
	}
	if g.over {
		return nil, fmt.Errorf("read calendar: nested too deep or too many components: %w", ErrTooLarge)
	}
	if g.root == nil {
		return nil, fmt.Errorf("read calendar: %w", ErrNoCalendar)
	}
	return g.root, nil
}

// grower builds the tree of components line by line.
type grower struct {
	root  *ical.Component
	open  []*ical.Component // from the root to the innermost
	count int
	done  bool // the first VCALENDAR is closed
	over  bool // a cap was passed
}

func (g *grower) add(p ical.Prop) {
	switch {
	case p.Name == "BEGIN":
		g.begin(strings.ToUpper(strings.TrimSpace(p.Value)))
	case p.Name == "END":
		g.end(strings.ToUpper(strings.TrimSpace(p.Value)))
	case len(g.open) > 0:
		c := g.open[len(g.open)-1]
		c.Props[p.Name] = append(c.Props[p.Name], p)
	}
}

func (g *grower) begin(name string) {
	if g.root == nil && name != ical.CompCalendar {
		return
	}
	g.count++
	if len(g.open) >= maxDepth || g.count > maxComponents {
		g.over, g.done = true, true
		return
	}
	c := ical.NewComponent(name)
	if g.root == nil {
		g.root = c
	} else {
		in := g.open[len(g.open)-1]
		in.Children = append(in.Children, c)
	}
	g.open = append(g.open, c)
}

// end closes the innermost open component of this name and what is open inside it; an END of nothing is dropped.
func (g *grower) end(name string) {
	for i := len(g.open) - 1; i >= 0; i-- {
		if g.open[i].Name == name {
			g.open = g.open[:i]
			g.done = i == 0
			return
		}
	}
}

// value is the trimmed value of the first property of this name, "" where there is none.
func value(c *ical.Component, name string) string {
	if p := c.Props.Get(name); p != nil {
		return strings.TrimSpace(p.Value)
	}
	return ""
}

// components lists c's children of this name, in order.
func components(c *ical.Component, name string) []*ical.Component {
	var out []*ical.Component
	for _, child := range c.Children {
		if child.Name == name {
			out = append(out, child)
		}
	}
	return out
}
