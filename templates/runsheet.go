package templates

import (
	"strings"

	"github.com/huiban/huiban/secretary"
)

// Briefing is what the host must know first: what is to be decided, who is missing and who comes instead, what is late, which
// papers have not come. Nothing is said of what is as it should be.
func (v *view) Briefing() []line {
	var out []line
	add := func(key string, words []string) {
		if len(words) > 0 {
			out = append(out, line{v.W(key), v.List(words)})
		}
	}
	add("brief.decide", v.decisions())
	add("brief.absent", v.absent())
	add("brief.silent", v.silentSeats())
	add("brief.red", v.redItems())
	for _, o := range v.Missing() {
		out = append(out, line{v.W("brief.missing"), v.Who(o.Party) + v.W("colon") + v.Texts(o.Titles)})
	}
	if o := v.Overrun; o != nil {
		out = append(out, line{v.W("brief.overrun"), v.W("brief.overrun.by", o.Minutes, o.Planned)})
	}
	return out
}

// decisions are the agenda items that want one.
func (v *view) decisions() []string {
	var out []string
	for _, a := range v.Meeting.Agenda {
		if a.Purpose == "decide" {
			out = append(out, v.W("brief.item", a.No, v.T(a.Title)))
		}
	}
	return out
}

// absent are those who will not come, why, and who comes instead.
func (v *view) absent() []string {
	var out []string
	for _, s := range v.Meeting.Seats {
		name := v.Who(s.Party)
		switch {
		case s.Delegate != nil:
			name = v.W("state.by", name, v.Who(*s.Delegate))
		case s.PartStat != secretary.Declined:
			continue
		case s.Reason != "":
			name = v.W("state.at", name, bare(s.Reason))
		}
		out = append(out, name)
	}
	return out
}

func (v *view) silentSeats() []string {
	var out []string
	for _, s := range v.Meeting.Seats {
		if s.Delegate == nil && s.Role != "OPT-PARTICIPANT" && (s.PartStat == "" || s.PartStat == secretary.NeedsAction) {
			out = append(out, v.Who(s.Party))
		}
	}
	return out
}

// Red are the action items that are late or blocked.
func (v *view) Red() []secretary.ItemView {
	var out []secretary.ItemView
	for _, i := range v.Items {
		if i.Late > 0 || i.Status == secretary.Blocked {
			out = append(out, i)
		}
	}
	return out
}

func (v *view) redItems() []string {
	var out []string
	for _, i := range v.Red() {
		out = append(out, v.Clip(i.Text)+v.W("by", strings.Join([]string{v.Who(i.Owner), v.Badge(i)}, v.W("comma"))))
	}
	return out
}
