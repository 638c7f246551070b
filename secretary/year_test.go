package secretary

import (
	"testing"
	"time"
)

// year plays a year of weekly meetings in which everybody does what is asked: they accept, hand in, write, review,
// confirm, report and verify.
func year(t testing.TB) *world {
	start := time.Date(2026, 11, 20, 8, 0, 0, 0, cst)
	w := newWorld(t, testDesk("2026-11-27", coordination()), start)
	w.strict = false
	seen := 0
	for w.now.Before(start.AddDate(1, 0, 0)) {
		w.until(w.now.Add(6 * hour))
		for ; seen < len(w.letters); seen++ {
			if l := &w.letters[seen]; len(l.Items) > 1 && l.Kind == Approval {
				w.mail(w.reply(l.To.ID, l, approvals(l)...))
			} else if in, ok := dutiful(w, l); ok {
				w.mail(w.reply(l.To.ID, l, in))
			}
		}
	}
	return w
}

// approvals approves every item of a letter.
func approvals(l *Letter) (out []Intent) {
	for _, v := range l.Items {
		out = append(out, Intent{Kind: IntentApprove, Item: v.No})
	}
	return out
}

func dutiful(w *world, l *Letter) (Intent, bool) {
	percent := 100
	switch l.Kind {
	case Invitation:
		return Intent{Kind: IntentAttend, Status: "accepted"}, true
	case MaterialsCall:
		return Intent{Kind: IntentNoMaterials}, true
	case MinutesCall:
		due := DateOf(w.now).Add(9)
		return Intent{Kind: IntentDraft, Draft: &Draft{Resolutions: []DraftLine{{"1", "决议"}}, Actions: []DraftAction{{"2", "评估", "王磊", due, "报告"}, {"3", "备料", "刘洋", due.Add(4), "清单"}}}}, true
	case MinutesReview, Approval:
		return Intent{Kind: IntentApprove}, true
	case MinutesConfirm:
		return Intent{Kind: IntentConfirm}, true
	case Action:
		return Intent{Kind: IntentProgress, Item: "1", Status: "done", Percent: &percent}, len(l.Items) > 1 || l.Items[0].Status == InProgress
	case Overdue:
		return Intent{Kind: IntentProgress, Item: "1", Status: "done", Percent: &percent}, true
	}
	return Intent{}, false
}

// A year of a weekly meeting leaves one meeting for each Friday, none of them stuck, and all numbers different.
// Clauses: S0-67.
func TestYear(t *testing.T) {
	w := year(t)
	numbers := map[string]bool{}
	stages := map[Stage]int{}
	for _, m := range w.Meetings {
		stages[m.Stage]++
		if m.Number != "" && numbers[m.Number] {
			t.Errorf("number %s is given twice", m.Number)
		}
		numbers[m.Number] = true
		if w.now.Sub(m.End) > 60*day && m.Stage != Done {
			t.Errorf("%s of two months ago is %s", m.ID, m.Stage)
		}
	}
	if n := stages[Done]; n < 45 {
		t.Errorf("only %d meetings of a year are done: %v", n, stages)
	}
}

func BenchmarkYear(b *testing.B) {
	letters := 0
	for b.Loop() {
		letters += len(year(b).letters)
	}
	b.ReportMetric(float64(letters)/float64(b.N), "letters/op")
	b.ReportMetric(float64(letters)/b.Elapsed().Seconds(), "letters/s")
}
