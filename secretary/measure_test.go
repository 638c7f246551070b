package secretary

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// S0-90, S0-95: the measures that the lessons name are put before the convener, who gives each an owner, a date and an aim; they are
// supervised like action items, and the next review shows them as the improvement plan.
func TestLessonsBecomeTheImprovementPlan(t *testing.T) {
	p := coordination()
	p.Review.Cycle, p.Lessons.Cycle, p.Schedule.Until, p.Roster = Span{1, Months}, Span{1, Months}, "2026-11-01", nil
	desk := testDesk("2026-11-20", p)
	w := newWorld(t, desk, time.Date(2026, 11, 20, 9, 0, 0, 0, cst))
	w.strict = false
	desk.Shelf = func(string, time.Time) *Shelf {
		out := &Shelf{}
		for _, id := range sortedKeys(w.Items) {
			out.Open = append(out.Open, w.Items[id])
		}
		return out
	}
	w.until(on("2026-12-21 10:00"))
	r := w.reply("chen.jing", w.last("chen.jing", Duty, 0), Intent{Kind: IntentProgress, Status: string(Complete), Item: "1"}, Intent{Kind: IntentProgress, Status: string(Complete), Item: "2"})
	r.Text = "都已完成。成效：换模快了一半。问题：资料常迟到。\n措施：资料提前两天发，目标：按时率九成\n2. 改进措施：会前一天核对产能数据\n没有别的措施"
	w.mail(r)
	w.until(on("2026-12-22 10:00"))
	l := w.last("chen.jing", Duty, 0)
	if l == nil || l.Ref != "feedback" || len(l.Feedback.Rows) != 2 || l.Feedback.Rows[1].Text != "会前一天核对产能数据" {
		t.Fatalf("the measures are not put before the convener: %+v", l)
	}
	grade := func(item, comment string) Intent {
		return Intent{Kind: IntentGrade, Item: item, Severity: 1, Urgency: 1, Status: "accepted", Delegate: "王磊", Until: "2027-02-10", Comment: comment}
	}
	w.mail(w.reply("chen.jing", l, grade("1", ""), grade("2", "")))
	if back := w.last("chen.jing", AskBack, 0); back == nil || len(back.Problems) != 1 || back.Problems[0] != (Problem{"2", "no-aim"}) {
		t.Fatalf("a measure without an aim: %+v", back)
	}
	w.mail(w.reply("chen.jing", l, grade("2", "目标：口径一致")))
	w.until(on("2027-01-21 10:00"))
	if l = w.last("wang.lei", Action, 0); l == nil || len(l.Items) != 2 {
		t.Errorf("the owner is not asked for progress: %+v", l)
	}
	var plan []string
	for _, c := range w.last("chen.jing", Duty, 0).Chores {
		for _, i := range c.Items {
			plan = append(plan, fmt.Sprintf("%s: %s → %s, %s %s", c.Kind, i.Text, i.Result, i.Owner.Name, i.Due))
		}
	}
	if got, want := strings.Join(plan, "\n"), "review: 资料提前两天发 → 按时率九成, 王磊 2027-02-10\nreview: 会前一天核对产能数据 → 口径一致, 王磊 2027-02-10"; got != want {
		t.Errorf("the plan of the review is\n%s\nwant\n%s", got, want)
	}
}
