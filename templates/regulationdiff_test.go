package templates

import (
	"fmt"
	"strings"
	"testing"

	"github.com/huiban/huiban/secretary"
)

// A change of a regulation is told key by key, in the reader's words (S0-115).
func TestAmendments(t *testing.T) {
	change := func(p *secretary.Policy) {
		p.Schedule.RRule = "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO"
		p.Notice.Lead = secretary.Moment{Span: secretary.Span{N: 3, Unit: secretary.Workdays}, At: secretary.Clock{Hour: 10, Set: true}}
		p.Notice.Chase = nil
		p.Recorder = "head:quality"
		p.Minutes.OnSilence, p.Actions.Verify = "consent", false
		p.Agenda.Items = append(p.Agenda.Items[:1:1], secretary.AgendaItem{No: "2", Title: p.Agenda.Items[1].Title, Presenters: []secretary.Ref{"host"}, Minutes: 15})
		p.Escalation.Steps = p.Escalation.Steps[:1]
		p.Schedule.Until = ""
	}
	want := map[secretary.Lang]string{
		secretary.Hans: `schedule.rrule 召开周期: 每周五 → 每2周的周一
schedule.until 截止日期: 2027年12月31日（周五） → 无
recorder 记录人: 何煜 → 质量部负责人
notice.lead 通知期限: 7日 → 3个工作日（10:00）
notice.chase 催询答复: 3日 → 无
agenda.items[2] 议程: 2 决定（参会人员；决定） → 2 决定（主持人；15分钟）
minutes.on_silence 逾期未确认: 上报召集人 → 视为同意
actions.verify 验证成效: 是 → 否
escalation.steps[2] 逾期上报: 逾期7日报责任人的上级 请督促 → 无
`,
		secretary.English: `schedule.rrule recurrence: every Friday → every 2 weeks, on Monday
schedule.until last day: Fri 31 Dec 2027 → none
recorder recorder: He Yu → the head of Quality
notice.lead notice: 7 days → 3 working days (10:00)
notice.chase chasing answers: 3 days → none
agenda.items[2] agenda: 2 Decisions (the participants; to decide) → 2 Decisions (the host; 15 min)
minutes.on_silence without an answer: tell the convener → counts as consent
actions.verify results are verified: yes → no
escalation.steps[2] escalation: 7 days overdue: to the superior of the person responsible please see to it → none
`,
	}
	for lang, want := range want {
		s := sampler{lang}
		r := s.regulation()
		is := *r.Policy
		change(&is)
		r.Was, r.Policy = r.Policy, &is
		list, err := RegulationAmendments(&secretary.Letter{Lang: lang, Regulations: []secretary.Regulation{r}}, SampleOptions(lang))
		if err != nil {
			t.Fatal(err)
		}
		var b strings.Builder
		for _, a := range list {
			fmt.Fprintf(&b, "%s %s: %s → %s\n", a.Key, a.Name, a.Old, a.New)
		}
		if b.String() != want {
			t.Errorf("%s:\n%s", lang, b.String())
		}
	}
}
