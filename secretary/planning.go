package secretary

import (
	"slices"
	"strconv"
	"strings"
	"time"
)

// Each department draws up its own action plan from the resolutions that it is to carry out (S0-53); the superior's comments
// become action items in the same way (S1B-09). The answer is lines of action items, read like those of a draft.

// OwnPlan is a department's own action plan.
type OwnPlan struct {
	Department string    `json:"department"`
	Head       PersonID  `json:"head"`
	Asked      time.Time `json:"asked"`
	Got        time.Time `json:"got,omitzero"`
	GivenUp    bool      `json:"given_up,omitempty"`
}

func (p *OwnPlan) open() bool { return p.Got.IsZero() && !p.GivenUp }

// patient is how many times a plan is asked for.
const patient = 3

// askPlans notes which departments owe a plan: those that a resolution names.
func (t *turn) askPlans(m *Meeting, p *Policy) {
	if !p.Actions.Plans {
		return
	}
	for _, code := range t.Directory.Order {
		d := t.Directory.Departments[code]
		if d == nil || len(d.concerns(m.version().Draft.Resolutions)) == 0 {
			continue
		}
		head := t.headOf(Seat{Department: code})
		if !t.mayConfirm(head) {
			t.find(m, "S0-53", "no-head", m.Supervisor, code)
			continue
		}
		m.Plans = append(m.Plans, OwnPlan{Department: code, Head: head, Asked: t.now})
	}
}

// concerns lists the resolutions that name the department.
func (d *Department) concerns(all []DraftLine) []DraftLine {
	var out []DraftLine
	for _, r := range all {
		for _, l := range Langs {
			if n := d.Name[l]; len([]rune(n)) > 1 && strings.Contains(r.Text, n) {
				out = append(out, r)
				break
			}
		}
	}
	return out
}

// planDuties asks for the plans that are owed, and again until they come or nobody hopes for them any more.
func (t *turn) planDuties(m *Meeting, p *Policy) []duty {
	var out []duty
	for i := range m.Plans {
		plan := &m.Plans[i]
		if !plan.open() {
			continue
		}
		n, at, rev := t.round(ActionPlan, plan.Head, "plan-"+plan.Department, plan.Asked, func(int) Span { return p.window() }, m.Zone)
		out = append(out, duty{at: at, key: rev, still: n >= patient, reason: "actions.plans (S0-53)", do: func() {
			if n >= patient || !t.Directory.active(plan.Head) || t.Directory.Departments[plan.Department] == nil {
				plan.GivenUp = true
				t.find(m, "S0-53", "plan-missing", plan.Head, plan.Department)
				return
			}
			t.askPlan(m, p, plan, rev, n)
		}})
	}
	return out
}

func (t *turn) askPlan(m *Meeting, p *Policy, plan *OwnPlan, rev string, n int) {
	l := Letter{Kind: ActionPlan, Ref: "plan:" + plan.Department, Reason: "actions.plans: each department plans what it is to carry out (S0-53)", Zone: m.Zone, Meeting: t.meetingView(m, plan.Head)}
	if n > 0 {
		l.Reason = "the department's action plan has not come yet (S0-53)"
	}
	view := t.minutesView(m, m.standing())
	view.Resolutions = t.Directory.Departments[plan.Department].concerns(view.Resolutions)
	l.Minutes, l.Items = view, t.departmentItems(m, plan.Department)
	l.Choices = []Choice{{Verb: "no_plan"}}
	t.wantedIn(&l, p.window(), m.Zone)
	t.send(l, plan.Head, rev)
}

// departmentItems shows the meeting's action items of a department, under their numbers in the minutes.
func (t *turn) departmentItems(m *Meeting, code string) []ItemView {
	var out []ItemView
	for _, id := range m.Items {
		if i := t.Items[id]; i != nil && i.Department == code {
			v := t.itemView(i)
			v.No = i.No
			out = append(out, v)
		}
	}
	return out
}

// receivePlan takes an action plan, or that none is needed.
func (t *turn) receivePlan(m *Meeting, r *Reply) {
	_, code, _ := strings.Cut(r.About.Ref, ":")
	i := slices.IndexFunc(m.Plans, func(p OwnPlan) bool { return p.Department == code })
	in := slices.IndexFunc(r.Intents, func(i Intent) bool { return i.Kind == IntentDraft && i.Draft != nil && len(i.Draft.Actions) > 0 })
	none := slices.ContainsFunc(r.Intents, func(i Intent) bool { return i.Kind == IntentNoMaterials }) || saysNoPlan(r.Text)
	switch {
	case r.Writer != r.About.To.ID || m.PublishAt.IsZero():
		t.filed(m, r)
		return
	case in < 0 && none:
		t.close(m, r, []EchoLine{{What: "no_plan"}})
	case in < 0:
		t.askBack(m, r, "no-plan", nil, Choice{Verb: "no_plan"})
		return
	case !t.addItems(m, r, r.Intents[in].Draft):
		return
	}
	if i >= 0 && m.Plans[i].open() {
		m.Plans[i].Got = t.now
		t.note("plan", r.Writer, "", code)
	}
}

// saysNoPlan reports whether a short answer says that no more is planned.
func saysNoPlan(s string) bool {
	s = folded(s)
	for _, w := range []string{"无需另订", "不另订", "无需另定", "不另行制订", "無需另訂", "不另訂", "已列入行动项", "已列入行動項", "noplanneeded", "nothingmoreplanned", "nofurtheritems"} {
		if strings.Contains(s, w) && len([]rune(s)) <= 24 {
			return true
		}
	}
	return false
}

// addItems makes action items of lines that came after the minutes were published (S0-54). Lines that lack something are asked
// back, and none of them is taken until they are whole.
func (t *turn) addItems(m *Meeting, r *Reply, d *Draft) bool {
	p := t.policy(m)
	t.countWorkdays(m, d)
	var wrong []Problem
	for _, a := range d.Actions {
		wrong = append(wrong, slices.DeleteFunc(slices.Clone(d.Problems), func(q Problem) bool { return q.No != a.No || q.Code == "missing" })...)
		wrong = append(wrong, t.checkAction(p, a, wrong)...)
	}
	if len(wrong) > 0 {
		t.settle(r, AskedBack, "plan-incomplete")
		l := t.about(m, r, ActionPlan, "an action plan names who, by when and to what result (S0-54)")
		l.Problems, l.Quote = wrong, r.Text
		l.Minutes = &MinutesView{Actions: d.Actions}
		t.send(l, r.Writer, "back-"+r.MessageID)
		return false
	}
	var lines []EchoLine
	for _, a := range d.Actions {
		a.No = t.nextItemNo(m)
		i := t.newItem(m, p, a, t.ownerOf(a), len(m.Items))
		lines = append(lines, EchoLine{What: "planned", Text: i.Text, Item: i.No, Delegate: t.party(i.Owner).Name, Date: i.Due})
	}
	t.close(m, r, lines)
	return true
}

// nextItemNo is the number behind the last of the minutes' resolutions and action items.
func (t *turn) nextItemNo(m *Meeting) string {
	last := 0
	if v := m.version(); v != nil {
		for _, r := range v.Draft.Resolutions {
			last = max(last, number(r.No))
		}
	}
	for _, id := range m.Items {
		if i := t.Items[id]; i != nil {
			last = max(last, number(i.No))
		}
	}
	return strconv.Itoa(last + 1)
}

// newItem makes an action item that binds from now.
func (t *turn) newItem(m *Meeting, p *Policy, a DraftAction, owner *Person, place int) *Item {
	i := &Item{
		ID: t.itemID(m, a.No, place), Meeting: m.ID, MeetingName: m.Title, MeetingDay: DateOf(t.begin(m)), Series: p.ID, Policy: m.Policy,
		No: a.No, Text: a.Text, Owner: owner.ID, Department: owner.Department, Due: a.Due, OriginalDue: a.Due, Result: a.Result,
		Supervisor: m.Supervisor, Zone: m.Zone, Status: NotStarted, Active: t.now, Number: m.Number, Promise: promised(a.Text),
	}
	t.Items[i.ID] = i
	m.Items = append(m.Items, i.ID)
	t.note("item", i.Owner, "", string(i.ID))
	t.pokeAround(i)
	return i
}
