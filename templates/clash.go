package templates

import (
	"slices"
	"strings"
	"time"

	"github.com/huiban/huiban/secretary"
)

// Clashing words the conflicts of a meeting: what it clashes with, and by whom or what.
func (v *view) Clashing() []line {
	var out []line
	for _, c := range v.Clashes {
		out = append(out, v.clash(c))
	}
	return out
}

// ClashesStand reports whether a conflict is brought about by the regulations themselves.
func (v *view) ClashesStand() bool {
	return slices.ContainsFunc(v.Clashes, func(c secretary.ClashView) bool { return c.Standing })
}

func (v *view) clash(c secretary.ClashView) line {
	switch c.Hours {
	case "":
	case secretary.RestDay:
		return line{v.W("clash.hours"), v.W("clash.rest", v.MeetingDay())}
	default:
		return line{v.W("clash.hours"), v.W("clash.avoid", c.Hours)}
	}
	var why []string
	if len(c.People) > 0 {
		why = append(why, v.W("clash.people", v.Names(c.People)))
	}
	if c.Room {
		why = append(why, v.W("clash.room", v.T(v.Meeting.Place)))
	}
	title := v.T(c.Title)
	if title == "" {
		title = v.W("clash.secret")
	}
	if by := v.Who(c.Convener); by != "" && !same(c.Convener, v.To) {
		why = append(why, v.W("clash.convener", by))
	}
	return line{title, v.join(append([]string{v.Slot(c.Start, c.End)}, why...)...)}
}

// Free lists the times to which a meeting may be moved, in words.
func (v *view) Free() []string {
	var out []string
	for _, c := range v.Choices {
		if at, ok := v.moment(c.Arg); ok {
			out = append(out, v.Slot(at, at.Add(v.Meeting.End.Sub(v.Meeting.Start))))
		}
	}
	return out
}

// moment is the time of a choice, which stands in it as a quick line takes it.
func (v *view) moment(arg string) (time.Time, bool) {
	at, err := time.ParseInLocation("2006-01-02 15:04", arg, v.zone)
	return at, err == nil
}

// kindName is the letter's name over its head; a kind may have another for what is asked in it.
func (v *view) kindName() string {
	kind, _, _ := strings.Cut(v.Ref, ":")
	own := "kind." + string(v.Kind) + "." + kind
	if w := v.W(own); w != own {
		return w
	}
	return v.W("kind." + string(v.Kind))
}
