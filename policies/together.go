package policies

import (
	"fmt"
	"slices"

	"github.com/huiban/huiban/policies/strict"
	"github.com/huiban/huiban/secretary"
)

// checkTogether checks values of p against one another. P has its defaults, since a written key may clash with a
// default too.
func checkTogether(p *secretary.Policy, at *strict.Source) []Fault {
	c := &checker{p: p, at: at}
	c.schedule()
	c.length()
	c.numbers()
	c.before()
	c.after()
	c.chain()
	c.supervision()
	return c.out
}

type checker struct {
	p   *secretary.Policy
	at  *strict.Source
	out []Fault
}

func (c *checker) fault(key, message, hint string) {
	c.out = append(c.out, c.at.Fault(key, message, hint))
}

func (c *checker) warn(key, message, hint string) {
	c.out = append(c.out, c.at.Warn(key, message, hint))
}

func (c *checker) schedule() {
	s := c.p.Schedule
	if s.AdHoc && s.RRule != "" {
		c.fault("schedule.rrule", "an ad-hoc meeting has no rule", "remove schedule.rrule, or write adhoc: false")
	}
	if s.From != "" && s.Until != "" && s.Until < s.From {
		c.fault("schedule.until", fmt.Sprintf("%s is before schedule.from, %s", s.Until, s.From), "write a later last day, or leave it empty")
	}
	c.shortMonths()
	c.freeHours()
}

// freeHours warns of a meeting in hours to keep free (S1B-12).
func (c *checker) freeHours() {
	if !c.p.Schedule.Start.Set {
		return
	}
	if h := c.p.Hours.Met(c.p.Schedule.Start, c.p.Duration.Planned.Duration()); h != "" {
		c.warn("schedule.start", fmt.Sprintf("the meeting runs into hours to keep free, %s", h), "move it, or change hours.avoid")
	}
}

func (c *checker) length() {
	planned := c.p.Duration.Planned
	if exceeds(length(planned), length(c.p.Duration.Max)) {
		c.fault("duration.planned", fmt.Sprintf("%s is longer than duration.max, %s", planned, c.p.Duration.Max), "plan a shorter meeting, or raise the limit")
	}
	sum := 0
	for _, i := range c.p.Agenda.Items {
		sum += i.Minutes
	}
	if planned.IsSet() && float64(sum) > planned.Duration().Minutes() {
		c.fault("agenda.items", fmt.Sprintf("the items take %d minutes together, the meeting %s", sum, planned), "shorten items, or lengthen duration.planned")
	}
}

// numbers finds what is named twice in a list.
func (c *checker) numbers() {
	seen := map[string]bool{}
	for i, item := range c.p.Agenda.Items {
		if key := fmt.Sprintf("agenda.items[%d].no", i); seen[item.No] && item.No != "" {
			c.fault(key, fmt.Sprintf("there are two items %s", item.No), "number each item on its own: replies name items by number")
		}
		seen[item.No] = true
		if item.Title.Empty() {
			c.fault(fmt.Sprintf("agenda.items[%d]", i), "this item has no title", "write what it is about")
		}
	}
	people := map[secretary.Ref]bool{}
	for i, r := range c.p.Roster {
		if people[r.Who] && r.Who != "" {
			c.fault(fmt.Sprintf("roster[%d].who", i), fmt.Sprintf("%s is on the roster already", r.Who), "remove one of the two")
		}
		people[r.Who] = true
	}
}

// before checks the clocks that run down to the start: notice, cut-off, pack, reminders.
func (c *checker) before() {
	lead, m := c.p.Notice.Lead, c.p.Materials
	if c.p.Notice.Exempt {
		return
	}
	c.within("materials.cutoff", m.Cutoff, lead, "materials would be due before the notice that asks for them")
	c.within("materials.send", m.Send, m.Cutoff, "the pack would go out before the materials are due")
	c.within("leave.cutoff", c.p.Leave.Cutoff, lead, "leave would be late before the notice is out")
	for i, s := range c.p.Notice.Reminders {
		c.within(fmt.Sprintf("notice.reminders[%d]", i), s, lead, "the reminder would go out before the notice")
	}
	for i, s := range c.p.Notice.Chase {
		c.within(fmt.Sprintf("notice.chase[%d]", i), s, lead, "it would go out after the start")
	}
	for i, s := range m.Reminders {
		c.within(fmt.Sprintf("materials.reminders[%d]", i), s, lead, "the reminder would go out before the notice")
	}
}

// within reports span at key where it is longer than limit.
func (c *checker) within(key string, span, limit secretary.Moment, why string) {
	if exceeds(span, limit) {
		c.fault(key, fmt.Sprintf("%s is too long: %s", span, why), fmt.Sprintf("at most %s", limit))
	}
}

// after checks the clocks that run from the end: whether the steps before the event that stops minutes.deadline fit
// into it (G-08).
func (c *checker) after() {
	m := c.p.Minutes
	late := m.DeadlineEvent == "publish" || m.DeadlineEvent == "up" && !c.p.Up.BeforeConfirm
	if late && m.Confirmers != "none" && (m.Deadline == length(m.ConfirmWindow) || exceeds(length(m.ConfirmWindow), m.Deadline)) {
		c.fault("minutes.confirm_window", fmt.Sprintf("%s to confirm do not fit into minutes.deadline, %s to %s", m.ConfirmWindow, m.Deadline, m.DeadlineEvent),
			"shorten the window, lengthen the deadline, or let it stop at an earlier minutes.deadline_event")
	}
	c.twoWindows(late)
	c.upInTime()
}

// twoWindows warns of a deadline into which the window to confirm fits, but not that to review before it.
func (c *checker) twoWindows(late bool) {
	m := c.p.Minutes
	both := m.ConfirmWindow
	both.N *= 2
	if late && m.ReviewBy != "" && m.Confirmers != "none" && exceeds(length(both), m.Deadline) && exceeds(m.Deadline, length(m.ConfirmWindow)) {
		c.warn("minutes.confirm_window", fmt.Sprintf("%s to review and as long to confirm may not fit into minutes.deadline, %s to %s", m.ConfirmWindow, m.Deadline, m.DeadlineEvent),
			"shorten the window, or lengthen the deadline")
	}
}

// upInTime warns of minutes that have to go up before they can be confirmed (G-09).
func (c *checker) upInTime() {
	m, up := c.p.Minutes, c.p.Up
	if up.To != "" && !up.BeforeConfirm && m.Confirmers != "none" && exceeds(length(m.ConfirmWindow), up.Deadline) {
		c.warn("up.deadline", fmt.Sprintf("%s to confirm do not fit into %s", m.ConfirmWindow, up.Deadline), "write before_confirm: true, and they go up marked as unconfirmed; or lengthen it")
	}
}

// chain checks that each step that another key speaks of is taken at all (G-01).
func (c *checker) chain() {
	m := c.p.Minutes
	reviewed, confirmed := m.ReviewBy != "", m.Confirmers != "none"
	missing := map[string]string{}
	if !reviewed {
		missing["review"] = "minutes.review_by is empty"
	}
	if !confirmed {
		missing["confirm_sent"], missing["confirmation"] = "minutes.confirmers is none", "minutes.confirmers is none"
	}
	if c.p.Up.To == "" {
		missing["up"] = "up.to is empty"
	}
	if why := missing[m.DeadlineEvent]; why != "" {
		c.fault("minutes.deadline_event", fmt.Sprintf("the minutes never come to %s: %s", m.DeadlineEvent, why), "name another event, or switch the step on")
	}
	if why := missing[c.p.Actions.ActiveOn]; why != "" {
		c.fault("actions.active_on", fmt.Sprintf("action items would never bind: %s", why), "write publication, or switch the step on")
	}
}

func (c *checker) supervision() {
	for i, s := range c.p.Escalation.Steps {
		if i > 0 && exceeds(length(c.p.Escalation.Steps[i-1].After), length(s.After)) {
			c.fault(fmt.Sprintf("escalation.steps[%d].after", i), fmt.Sprintf("%s comes before the step above it", s.After), "order the steps by time")
		}
	}
	if c.p.Minutes.Required == "no" && slices.Contains(c.p.Minutes.Fields, "actions") && c.at.Given("minutes.fields") {
		c.warn("minutes.fields", "no minutes are asked for, so that no action items come from this meeting", "ask for minutes, or leave the fields out")
	}
}
