package templates

import (
	"slices"
	"strings"

	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/templates/page"
)

// Waits reports whether a letter about quick lines waits for the confirmation of some.
func (v *view) Waits() bool { return v.RefIs("asked") || v.RefIs("again") }

// orderLine is one order of a quick line: what it is about, and what becomes of that.
type orderLine struct {
	Label string
	Text  any
}

// OrdersIn words the orders of a letter that are in that state. How the meeting stands is said apart, see Status.
func (v *view) OrdersIn(state string) []orderLine {
	var out []orderLine
	for _, o := range v.Orders {
		switch {
		case o.State != state, o.Verb == "status" && state == "done":
		case state == "unread":
			out = append(out, orderLine{o.Line, v.unread(o)})
		case state == "withdrawn":
			out = append(out, orderLine{Text: o.Line})
		default:
			out = append(out, v.ordered(o)...)
		}
	}
	return out
}

// ordered words one order: old → new, or who.
func (v *view) ordered(o secretary.OrderView) []orderLine {
	who := v.Names(o.People)
	why := ""
	if o.Why != "" {
		why = v.W("with.reason", bare(o.Why))
	}
	switch o.Verb {
	case "cancel":
		return []orderLine{{v.W("order.meeting"), v.join(v.W("order.off"), why)}}
	case "hand-back":
		return []orderLine{{v.W("order.meeting"), v.W("order.hand-back.done")}}
	case "invite", "uninvite":
		return []orderLine{{v.W("change.participants"), v.W("order."+o.Verb+".who", who)}}
	case "absent", "present":
		return []orderLine{{v.W("attendance"), v.join(v.W("order."+o.Verb+".who", who), why)}}
	}
	var out []orderLine
	for _, c := range o.Changes {
		out = append(out, orderLine{v.Moves(c), v.Moved(c) + markup(page.Inline(v.slotOf(o)))})
	}
	return out
}

// slotOf says who presents a topic, and how long it takes; "" where neither is said.
func (v *view) slotOf(o secretary.OrderView) string {
	var parts []string
	if len(o.People) > 0 {
		parts = append(parts, v.Names(o.People))
	}
	if o.Minutes > 0 {
		parts = append(parts, v.W("minutes.n", o.Minutes))
	}
	if parts == nil {
		return ""
	}
	return v.W("by", v.List(parts))
}

func (v *view) join(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), v.W("then"))
}

// unread says why a line was not carried out, and who may have been meant.
func (v *view) unread(o secretary.OrderView) string {
	s := v.Term("unread", o.Problem)
	if o.Name != "" {
		s = v.W("unread.name", o.Name, s)
	}
	var who []string
	for _, p := range o.Candidates {
		who = append(who, v.W("state.at", v.Who(p), v.join(v.T(p.Department), p.Email)))
	}
	if len(who) > 0 {
		s += v.W("colon") + v.List(who)
	}
	return s
}

// OrderHead names what quick lines are about, for a subject: 改期、加议题.
func (v *view) OrderHead() string {
	var out []string
	for _, o := range v.Orders {
		word := v.Term("order", o.Verb)
		if o.State == "withdrawn" {
			word = v.Term("order", "withdraw")
		}
		counts := o.State != "unread" && (!v.Waits() || o.State == "asked")
		if counts && !slices.Contains(out, word) {
			out = append(out, word)
		}
	}
	return v.List(out)
}

// Reached names whom letters would go to, or went to; those outside the company are marked.
func (v *view) Reached() string {
	var out []string
	for _, p := range v.Reach {
		name := v.Who(p)
		if p.External {
			name = v.W("state.at", name, v.W("outside"))
		}
		out = append(out, name)
	}
	return v.List(out)
}

// Status says how far the meeting has come, where that was asked; "" where not.
func (v *view) Status() string {
	for _, o := range v.Orders {
		if o.Verb == "status" && o.State == "done" {
			return v.Term("stage", o.Stage)
		}
	}
	return ""
}
