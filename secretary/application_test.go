package secretary

import (
	"slices"
	"strings"
	"testing"
	"time"
)

// special is an ad-hoc policy of its own beside the weekly meeting's.
func special(change ...func(*Policy)) *Policy {
	p := coordination()
	p.ID, p.Code, p.Title = "MT-STM", "STM", T("专题会议", "專題會議", "Special meeting")
	p.Schedule, p.Roster, p.Agenda.Items, p.Materials, p.Place, p.Notice = Schedule{AdHoc: true}, nil, nil, MaterialsRule{}, nil, NoticeRule{Lead: in(1, CalendarDays)}
	p.Duration.Planned = Span{1, Hours}
	p.Application = ApplicationRule{Required: true, Approvers: []Ref{"zhao.jun"}}
	p.Convener, p.Host, p.Recorder = "approver", "proposer", "proposer"
	for _, c := range change {
		c(p)
	}
	return p
}

func complete() *Applied {
	return &Applied{Topic: "退货", Purpose: "定措施", Place: "一号会议室", Start: "2026-12-11T14:00:00+08:00", Time: "12月11日 14:00", People: []string{"张伟"}, Agenda: []string{"措施"}, Importance: "normal", Reason: "等不到例会"}
}

func applies(a *Applied) Intent { return Intent{Kind: IntentApply, Apply: a} }

func atWork(t *testing.T, p ...*Policy) *world {
	w := newWorld(t, testDesk("2026-12-01", p...), on("2026-12-01 09:00"))
	w.until(w.now)
	return w
}

// S0-85, S3-98: the escalation of a blocked item offers an application filled in with the departments named; one tap sends it.
func TestBlockedItemOffersAMeeting(t *testing.T) {
	weekly := coordination()
	weekly.Schedule.Until = "2026-01-01"
	w := atWork(t, weekly, special())
	w.Items["PSC-20261120-1"] = &Item{ID: "PSC-20261120-1", Meeting: "PSC-20261120", Series: "MT-S0-1", Policy: "MT-S0-1@1", No: "1", Text: "A312支架首批入库", Owner: "wang.lei", Department: "PRD", Due: "2026-12-10", Supervisor: "chen.jing", Zone: "Asia/Shanghai", Status: NotStarted, Active: w.now}
	w.wake[PersonCase("wang.lei")] = w.now
	w.until(w.now)
	r := w.reply("wang.lei", w.last("wang.lei", Action, 0), Intent{Kind: IntentProgress, Item: "1", Status: "blocked"})
	r.Text = "受阻：质量部还没有放行，供应链部缺料"
	w.mail(r)
	l := w.last("chen.jing", Escalation, 0)
	if l == nil || l.Applied == nil || !slices.ContainsFunc(l.Choices, func(c Choice) bool { return c.Verb == "apply" }) {
		t.Fatalf("no application is offered: %+v", l)
	}
	if got := names(l.Applied.People); got != "王磊、张伟、刘洋" {
		t.Errorf("wanted: %s", got)
	}
	w.mail(w.reply("chen.jing", l, applies(&Applied{Type: "STM", Topic: l.Applied.Topic, Time: "12月3日", Start: l.Applied.Start.In(cst).Format(time.RFC3339), People: []string{"王磊", "张伟", "刘洋"}})))
	w.until(w.now)
	m := w.Meetings["STM-20261203"]
	if m == nil || !m.pending() || m.Application.By != "chen.jing" || m.seat("liu.yang") == nil || m.Application.Reason == "" {
		t.Fatalf("one tap has not applied: %+v", m)
	}
	if w.last("zhao.jun", Approval, 0) == nil || w.last("liu.yang", Invitation, 0) != nil {
		t.Error("the approver is asked before anybody is invited")
	}
}

// S3-19, S3-32: a milestone of the project prompts its lead to apply, unless a meeting is arranged for it already.
func TestMilestonePrompts(t *testing.T) {
	w := atWork(t, special())
	a := complete()
	a.Milestones = []AppliedDay{{"2027-01-20", "样机评审"}, {"2027-02-24", "量产"}}
	w.mail(w.reply("wang.min", nil, applies(a)))
	w.until(w.now)
	w.mail(w.reply("zhao.jun", w.last("zhao.jun", Approval, 0), Intent{Kind: IntentApprove}))
	w.until(on("2027-01-11 12:00"))
	if l := w.last("wang.min", ApplicationForm, 0); strings.HasPrefix(l.Ref, "next") {
		t.Fatalf("prompted too early: %s", l.Ref)
	}
	w.until(on("2027-01-13 12:00"))
	l := w.last("wang.min", ApplicationForm, 0)
	if l.Ref != "next:2027-01-20" || l.Applied.Topic != "退货 · 样机评审" {
		t.Fatalf("the lead is not prompted: %s %+v", l.Ref, l.Applied)
	}
	w.mail(w.reply("wang.min", l, applies(&Applied{Time: "2月23日", Start: "2027-02-23T09:00:00+08:00", Purpose: "评审", Agenda: []string{"评审"}, Importance: "normal", Reason: "里程碑"})))
	w.until(w.now)
	n := len(w.letters)
	if w.Meetings["STM-20270223"] == nil {
		t.Fatal("the form of a milestone is not enough")
	}
	w.until(on("2027-02-24 12:00"))
	for _, l := range w.letters[n:] {
		if strings.HasPrefix(l.Ref, "next") {
			t.Errorf("prompted for a stage that has its meeting: %s", l.Key)
		}
	}
}

// G-17: where application.required is set for a meeting that a rule calls, its notice waits for the approval of the convener's
// application; nobody approves their own.
func TestRuleWaitsForApproval(t *testing.T) {
	p := coordination()
	p.Application = ApplicationRule{Required: true, Approvers: []Ref{"head:psm", "zhao.jun"}}
	w := newWorld(t, testDesk("2026-12-01", p), on("2026-11-20 09:00"))
	w.until(on("2026-11-27 12:00"))
	if w.last("li.na", Invitation, 0) != nil {
		t.Fatal("invited without an approval")
	}
	n := slices.IndexFunc(w.letters, func(l Letter) bool { return l.Kind == Approval && l.Case == MeetingCase("PSC-20261204") })
	if n < 0 {
		t.Fatal("nobody is asked")
	}
	l := &w.letters[n]
	if l.To.ID != "zhao.jun" || l.Ref != "apply" || l.By.ID != "chen.jing" || w.last("chen.jing", Approval, 0) != nil {
		t.Fatalf("the level above the convener is not asked: %+v", l)
	}
	o := w.mail(w.reply("zhao.jun", l, Intent{Kind: IntentApprove}))
	w.until(w.now)
	if w.last("li.na", Invitation, 0) == nil {
		t.Errorf("approved, and not invited: %s %s", o.Reason, l.Case)
	}
}

// S3-62: before the approval the proposer may change the meeting or give it up; the approver decides on it as it is then.
func TestProposerChangesWhatIsPending(t *testing.T) {
	w := atWork(t, special())
	w.mail(w.reply("wang.min", nil, applies(complete())))
	w.until(w.now)
	asked := w.last("zhao.jun", Approval, 0)
	order := Intent{Kind: IntentOrder, QuickLine: &QuickLine{Verb: "move", Line: "改期 12月14日 10:00", Date: "2026-12-14", From: Clock{10, 0, true}}}
	w.mail(w.reply("wang.min", w.last("wang.min", ApplicationForm, 0), order))
	w.mail(w.reply("wang.min", w.last("wang.min", OrderCheck, 0), Intent{Kind: IntentConfirm}))
	w.until(w.now)
	o := w.mail(w.reply("zhao.jun", asked, Intent{Kind: IntentApprove}))
	if o.Reason != "application-changed" || w.last("zhang.wei", Invitation, 0) != nil {
		t.Fatalf("approved as it was before: %s", o.Reason)
	}
	o = w.mail(w.reply("zhang.wei", w.last("wang.min", ApplicationForm, 0), Intent{Kind: IntentReject}))
	if w.Meetings["STM-20261211"].Stage != Planned {
		t.Fatalf("somebody else has withdrawn it: %s", o.Reason)
	}
	w.mail(w.reply("wang.min", w.last("wang.min", ApplicationForm, 0), Intent{Kind: IntentReject}))
	w.until(w.now)
	if m := w.Meetings["STM-20261211"]; m.Stage != Cancelled || w.last("zhao.jun", Echo, 0) == nil {
		t.Errorf("not withdrawn: %s", m.Stage)
	}
}

// S1B-57: somebody of another department whom the convener adds later needs a form like the others.
func TestAddedLaterNeedsAForm(t *testing.T) {
	w := atWork(t, special(func(p *Policy) { p.Liaison.Required = true }))
	w.mail(w.reply("wang.min", nil, applies(complete())))
	w.until(w.now)
	w.mail(w.reply("zhao.jun", w.last("zhao.jun", Approval, 0), Intent{Kind: IntentApprove}))
	w.until(w.now)
	w.mail(w.reply("zhang.wei", w.last("zhang.wei", Approval, 0), Intent{Kind: IntentApprove}))
	w.until(w.now)
	if w.last("zhang.wei", Invitation, 0) == nil {
		t.Fatal("agreed, and not invited")
	}
	w.mail(w.reply("wang.min", w.last("wang.min", Invitation, 0), Intent{Kind: IntentOrder, QuickLine: &QuickLine{Verb: "invite", Line: "加人 刘洋", Who: []string{"刘洋"}}}))
	w.mail(w.reply("wang.min", w.last("wang.min", OrderCheck, 0), Intent{Kind: IntentConfirm}))
	w.until(w.now)
	l := w.last("liu.yang", Approval, 0)
	if w.last("liu.yang", Invitation, 0) != nil || l == nil || l.Ref != "liaison:STM-20261211-L2" {
		t.Fatalf("invited without a form: %+v", l)
	}
	w.mail(w.reply("liu.yang", l, Intent{Kind: IntentApprove}))
	w.until(w.now)
	if w.last("liu.yang", Invitation, 0) == nil {
		t.Error("agreed, and not invited")
	}
}

// G-18: where nobody above the proposer could approve, that is recorded as such and said.
func TestNobodyToApprove(t *testing.T) {
	w := atWork(t, special())
	w.mail(w.reply("zhao.jun", nil, applies(complete())))
	w.until(w.now)
	l := w.last("zhao.jun", ApplicationForm, 0)
	m := w.Meetings["STM-20261211"]
	if l.Ref != "approved" || !slices.Contains(l.Applied.Notes, "nobody-decides") || w.last("zhang.wei", Invitation, 0) == nil {
		t.Errorf("%s %v", l.Ref, l.Applied.Notes)
	}
	if !slices.ContainsFunc(m.Findings, func(f Finding) bool { return f.What == "nobody-decides" }) {
		t.Error("it is not recorded")
	}
}

// S1B-06, G-19: a weekly meeting marked important asks its convener for reference material, and goes out with a finding without.
func TestImportantMeetingWantsAGuide(t *testing.T) {
	p := coordination()
	p.Importance = "important"
	w := newWorld(t, testDesk("2026-12-01", p), on("2026-11-20 09:00"))
	w.until(on("2026-11-27 12:00"))
	l := w.last("chen.jing", Duty, 0)
	if l == nil || l.Ref != "guide" || !w.times[slices.IndexFunc(w.letters, func(x Letter) bool { return x.Key == l.Key })].Before(on("2026-11-27 09:00")) {
		t.Fatalf("not asked before the notice: %+v", l)
	}
	m := w.Meetings["PSC-20261204"]
	if m.Stage != Noticed || !slices.ContainsFunc(m.Findings, func(f Finding) bool { return f.What == "no-guide" }) {
		t.Errorf("%s %+v", m.Stage, m.Findings)
	}
}

// S3-61: the administrator applies in somebody's name, whole or not at all.
func TestAppliedForByCommand(t *testing.T) {
	w := atWork(t, special())
	d := w.layOut(PersonCase("wang.min"))
	a := complete()
	a.Place, a.People = "", []string{"没有这人"}
	if _, err := Command(d, PersonCase("wang.min"), Order{Apply: &ApplyOrder{ID: "1", Applied: *a}}, w.now); err == nil || !strings.Contains(err.Error(), "place is missing") || !strings.Contains(err.Error(), "没有这人 unknown-name") {
		t.Errorf("an application with gaps: %v", err)
	}
	o, err := Command(d, PersonCase("wang.min"), Order{Apply: &ApplyOrder{ID: "1", Applied: *complete()}}, w.now)
	if err != nil || d.Meetings["STM-20261211"] == nil || !slices.Contains(o.Poke, MeetingCase("STM-20261211")) {
		t.Errorf("%v %+v", err, o)
	}
}
