package templates

import (
	"fmt"
	"slices"
	"strings"

	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/templates/page"
)

// Period names the days of the report: a month by its name.
func (v *view) Period() string {
	c := v.Compliance
	if strings.HasSuffix(string(c.From), "-01") && c.Until.Add(1) == c.From.Add(31)[:len("2026-11")]+"-01" {
		return v.month(c.From)
	}
	return v.W("compliance.days", c.From, c.Until)
}

// Scope says that the report is of a part only.
func (v *view) Scope() string {
	if v.Compliance.Whole {
		return ""
	}
	return v.W("compliance.part")
}

// HeldCount is how many meetings were held.
func (v *view) HeldCount() int {
	n := 0
	for _, f := range v.Compliance.Types {
		n += f.Meetings
	}
	return n
}

// StillOpen counts what was missed and has not been made good.
func (v *view) StillOpen() int {
	n := 0
	for _, m := range v.Compliance.Missed {
		if m.Open {
			n++
		}
	}
	return n
}

// missed is one rule that was missed, in words.
type missed struct {
	No                     int
	What, Late, Who, Where string
	Tone                   page.Tone
}

// mostMissed is how many rules missed a letter shows; all are in the sheet.
const mostMissed = 12

// MissedShown are the first of them: what is still open before the others, the latest first.
func (v *view) MissedShown() []missed {
	all := slices.Clone(v.Compliance.Missed)
	slices.SortStableFunc(all, func(a, b secretary.MissedView) int {
		if a.Open != b.Open {
			if a.Open {
				return -1
			}
			return 1
		}
		return int(b.Late - a.Late)
	})
	var out []missed
	for n, m := range all[:min(len(all), mostMissed)] {
		out = append(out, v.missed(n+1, m))
	}
	return out
}

// MissedMore is how many more there are.
func (v *view) MissedMore() int { return max(0, len(v.Compliance.Missed)-mostMissed) }

func (v *view) missed(n int, m secretary.MissedView) missed {
	out := missed{No: n, What: v.Term("missed", m.What), Late: v.lateness(m.Late), Tone: page.Soon}
	if m.Open {
		out.Tone = page.Late
		out.Late = strings.TrimSpace(v.join(v.W("missed.open"), out.Late))
	}
	out.Who = v.join(v.role(m), m.Detail)
	out.Where = v.T(m.Title) + " " + v.Day(m.Day)
	if !strings.Contains(m.Clause, ".") { // a key of the policy means nothing to its readers
		out.Where = v.join(out.Where, m.Clause)
	}
	return out
}

// role is who missed the rule, and as what.
func (v *view) role(m secretary.MissedView) string {
	if m.Role == "" {
		return v.Who(m.Who)
	}
	return v.W("role."+m.Role) + v.W("colon") + v.Who(m.Who)
}

// lateness is a delay in its largest unit; "" where there is none.
func (v *view) lateness(late secretary.Lateness) string {
	switch n := int(late); {
	case n == 0:
		return ""
	case n < 60:
		return v.Count(n, "late.minutes")
	case n < 48*60:
		return v.Count(n/60, "late.hours")
	default:
		return v.Count(n/60/24, "late.days")
	}
}

// rates are one line of figures as shares, each with its bar.
type rates struct {
	Name, Meetings                       string
	Attended, Papers, Minutes, Closed    string
	AttendedBar, PapersBar, MinutesBar   string
	ClosedBar                            string
	attended, papers, minutesOn, closeOn int // percent, -1 where there is nothing to count
}

// TypeRates are the shares of each meeting type.
func (v *view) TypeRates() []rates { return v.rates(v.Compliance.Types) }

// DepartmentRates are the shares of each department.
func (v *view) DepartmentRates() []rates { return v.rates(v.Compliance.Departments) }

func (v *view) rates(figures []secretary.FiguresView) []rates {
	var out []rates
	for _, f := range figures {
		r := rates{
			Name: v.T(f.Name), Meetings: v.Count(f.Meetings, "n.meetings"), attended: percent(f.Present, f.Wanted),
			papers: percent(f.Papers-f.PapersLate-f.PapersMissing, f.Papers), minutesOn: percent(f.MinutesOnTime, f.Minutes), closeOn: percent(f.ClosedOnTime, f.Items),
		}
		r.Attended, r.AttendedBar = share(r.attended), bar(r.attended, 100, 4)
		r.Papers, r.PapersBar = share(r.papers), bar(r.papers, 100, 4)
		r.Minutes, r.MinutesBar = share(r.minutesOn), bar(r.minutesOn, 100, 4)
		r.Closed, r.ClosedBar = share(r.closeOn), bar(r.closeOn, 100, 4)
		out = append(out, r)
	}
	return out
}

// percent is n of all in hundredths, rounded down so that 100 % means all; -1 of nothing.
func percent(n, all int) int {
	if all == 0 {
		return -1
	}
	return n * 100 / all
}

func share(percent int) string {
	if percent < 0 {
		return "–"
	}
	return fmt.Sprintf("%d%%", percent)
}
