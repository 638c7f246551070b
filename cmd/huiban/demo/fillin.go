package demo

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/huiban/huiban/policies"
	"github.com/huiban/huiban/secretary"
)

// rulesOf are the rules of kinds of meeting whose day the regulation leaves open; all others are weekly.
var rulesOf = map[string]string{
	"monthly_review": "FREQ=MONTHLY;BYMONTHDAY=16", "production_sales": "FREQ=MONTHLY;BYMONTHDAY=16", "customer": "FREQ=MONTHLY;BYMONTHDAY=16",
	"training": "FREQ=MONTHLY;BYMONTHDAY=16", "monthly": "FREQ=MONTHLY;BYMONTHDAY=16",
}

// starts are the times of day that a title asks for.
var starts = map[string]secretary.Clock{"MT-S1B-1": {Hour: 8, Minute: 10, Set: true}, "MT-S1D-3": {Hour: 8, Minute: 30, Set: true}, "MT-S1D-4": {Hour: 17, Minute: 40, Set: true}}

// fillIn sets what the regulation leaves to the company, as the small company would. The error names a key for which it
// has nothing.
func fillIn(p *secretary.Policy) error {
	for i, r := range p.Roster {
		if r.Who == "" {
			p.Roster[i].Who = stranger(r)
		}
	}
	for _, key := range policies.Missing(p) {
		if !fill(p, key) {
			return fmt.Errorf("%s leaves %s open, and the demonstration has nothing for it", p.ID, key)
		}
	}
	p.Schedule.From = "2026-09-14"
	if p.Holiday.Shift == "" || p.Holiday.Shift == "ask" {
		p.Holiday.Shift = "later"
	}
	return nil
}

// stranger is who takes a seat for which the regulation names a person of no department.
func stranger(r secretary.RosterRule) secretary.Ref {
	if r.Part.In(secretary.English) == "Customer" {
		return "anna.schmidt"
	}
	return "sun.li"
}

func fill(p *secretary.Policy, key string) bool {
	if i, found := index(key, "materials.required[", "].from"); found {
		p.Materials.Required[i].From = "zheng.jie"
		return true
	}
	switch key {
	case "purpose":
		p.Purpose = secretary.T("通报情况，商议事项，明确任务。", "通報情況，商議事項，明確任務。", "Report, discuss and agree on tasks.")
	case "schedule.rrule":
		if p.Schedule.RRule = rulesOf[p.Kind]; p.Schedule.RRule == "" {
			p.Schedule.RRule = "FREQ=WEEKLY;BYDAY=WE"
		}
	case "schedule.start":
		if p.Schedule.Start = starts[p.ID]; !p.Schedule.Start.Set {
			p.Schedule.Start = secretary.Clock{Hour: 10, Set: true}
		}
	case "duration.planned":
		p.Duration.Planned = secretary.Span{N: 90, Unit: secretary.Minutes}
	case "place":
		p.Place = secretary.T("三楼会议室", "三樓會議室", "Meeting room, 3rd floor")
	case "url":
		p.URL = "https://meet." + domain + "/demo"
	case "agenda.slot":
		p.Agenda.Slot = secretary.Span{N: 5, Unit: secretary.Minutes}
	case "roster":
		p.Roster = []secretary.RosterRule{{Who: "rep:production"}, {Who: "rep:sales"}, {Who: "rep:quality"}}
	default:
		return fillRole(p, key)
	}
	return true
}

func fillRole(p *secretary.Policy, key string) bool {
	roles := map[string]struct {
		at  *secretary.Ref
		who secretary.Ref
	}{
		"convener": {&p.Convener, "chen.jing"}, "host": {&p.Host, "li.jianguo"}, "recorder": {&p.Recorder, "wang.min"}, "up.to": {&p.Up.To, "zhou.guodong"},
	}
	r, found := roles[key]
	if found {
		*r.at = r.who
	}
	return found
}

// index reads the number of a list step in a key.
func index(key, before, after string) (int, bool) {
	step, found := strings.CutPrefix(key, before)
	step, ends := strings.CutSuffix(step, after)
	n, err := strconv.Atoi(step)
	return n, found && ends && err == nil
}
