package templates

import (
	"fmt"
	"slices"
	"strings"

	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/templates/page"
)

// Badge is the one word, or two, that matters most about an item now.
func (v *view) Badge(i secretary.ItemView) string {
	switch {
	case i.Flag == "done" || i.Status == secretary.Complete:
		return v.Term("status", secretary.Complete)
	case i.Status == secretary.Blocked && i.Late > 0:
		return v.Term("status", i.Status) + v.W("comma") + v.Count(i.Late, "late")
	case i.Late > 0:
		return v.Count(i.Late, "late")
	case i.Status == secretary.Blocked || i.Status == secretary.Finished || i.Status == secretary.Dropped:
		return v.Term("status", i.Status)
	case i.Flag != "":
		return v.Term("flag", i.Flag)
	case i.Percent > 0:
		return fmt.Sprintf("%d%%", i.Percent)
	case i.Status != "":
		return v.Term("status", i.Status)
	}
	return ""
}

// Tone is how an item looks.
func (v *view) Tone(i secretary.ItemView) page.Tone {
	switch {
	case i.Status == secretary.Complete || i.Status == secretary.Finished || i.Flag == "done":
		return page.Good
	case i.Late > 0 || i.Status == secretary.Blocked:
		return page.Late
	case i.Flag == "moved":
		return page.Soon
	}
	return ""
}

// Duty says who owes an item by when, and what for. Its owner is left out where that is the reader.
func (v *view) Duty(i secretary.ItemView) string {
	var out []string
	if !same(i.Owner, v.To) {
		out = append(out, v.W("item.owner", v.owner(i.Owner)))
	}
	switch {
	case i.Due == "":
	case i.OriginalDue != "" && i.OriginalDue != i.Due:
		out = append(out, v.W("item.was", v.Day(i.Due), v.Day(i.OriginalDue)))
	default:
		out = append(out, v.W("item.due", v.Day(i.Due)))
	}
	if i.ETA != "" && i.ETA != i.Due {
		out = append(out, v.W("item.eta", v.Day(i.ETA)))
	}
	if i.Result != "" {
		out = append(out, v.W("item.result", i.Result))
	}
	return strings.Join(out, " · ")
}

func (v *view) owner(p secretary.Party) string {
	if d := v.T(p.Department); d != "" {
		return v.W("state.at", v.Who(p), d)
	}
	return v.Who(p)
}

// Wanted says what is to be decided about an item, in a letter that puts several before the reader.
func (v *view) Wanted(i secretary.ItemView) string {
	switch {
	case v.Ref != "decisions" || v.Told():
		return ""
	case i.Wants == "extend":
		return v.W("wants.extend", v.Day(i.Due), v.Day(i.Until))
	case i.Wants == "verify":
		return v.W("wants.verify")
	}
	return ""
}

// Origin says which meeting an item comes from, or who asked it.
func (v *view) Origin(i secretary.ItemView) string {
	if i.Meeting.Empty() {
		return ""
	}
	if i.Asker != nil {
		return v.W("question.by", v.Who(*i.Asker))
	}
	s := v.W("item.from", v.T(i.Meeting), v.Day(i.MeetingDay))
	if i.Carried > 1 {
		s += " · " + v.W("item.carried", i.Carried)
	}
	return s
}

// Last says what was last reported of an item; "" where nothing was.
func (v *view) Last(i secretary.ItemView) string {
	if i.Last == "" {
		return ""
	}
	return v.W("item.last", v.day(i.LastAt.In(v.zone)), i.Last)
}

// Said reports whether Quote says more than the items' last reports, which are printed with them.
func (v *view) Said() bool {
	return v.Quote != "" && !slices.ContainsFunc(v.Items, func(i secretary.ItemView) bool {
		return strings.TrimSpace(i.Last) == strings.TrimSpace(v.Quote)
	})
}

// Assigned is a drafted action as minutes print one.
func (v *view) Assigned(a secretary.DraftAction) string {
	var out []string
	if a.Owner != "" {
		out = append(out, v.W("item.owner", a.Owner))
	}
	if a.Due != "" {
		out = append(out, v.W("item.due", v.Day(a.Due)))
	}
	if a.Result != "" {
		out = append(out, v.W("item.result", a.Result))
	}
	return strings.Join(out, " · ")
}

// Prompts are what a report on the items is to cover (S0-58).
func (v *view) Prompts() string {
	fields := v.Fields
	if len(fields) == 0 {
		fields = []string{"progress", "problems", "solutions"}
	}
	var out []string
	for _, f := range fields {
		out = append(out, v.W("report."+f))
	}
	if last := len(out) - 1; last > 0 && !v.Chinese() {
		return v.List(out[:last]) + v.W("and.last") + out[last]
	}
	return v.List(out)
}
