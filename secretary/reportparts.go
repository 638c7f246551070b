package secretary

import (
	"regexp"
	"slices"
	"strings"
)

// A report covers progress, problems and solutions, a result also improvement measures (S0-58, S0-87). They are kept apart
// where the writer does; a bare 完成 is asked back where the policy wants measures.

// partHeads open a part of a report at the beginning of a line.
var partHeads = []struct {
	field string
	head  *regexp.Regexp
}{
	{"measures", regexp.MustCompile(`(?i)^\s*(?:\d+\s*[.、)）]\s*)?(?:改进措施|改進措施|改进|改進|预防措施|預防措施|measures|improvements?)\s*[:：]\s*(.*)$`)},
	{"solutions", regexp.MustCompile(`(?i)^\s*(?:\d+\s*[.、)）]\s*)?(?:解决办法|解決辦法|解决方案|解決方案|解决措施|解決措施|解决|解決|对策|對策|措施|solutions?)\s*[:：]\s*(.*)$`)},
	{"problems", regexp.MustCompile(`(?i)^\s*(?:\d+\s*[.、)）]\s*)?(?:遇到的?问题|遇到的?問題|存在的?问题|存在的?問題|问题|問題|困难|困難|problems?)\s*[:：]\s*(.*)$`)},
	{"progress", regexp.MustCompile(`(?i)^\s*(?:\d+\s*[.、)）]\s*)?(?:执行情况|執行情況|完成情况|完成情況|进展情况|進展情況|进展|進展|进度|進度|execution|progress)\s*[:：]\s*(.*)$`)},
}

// reportParts takes a report apart by the heads of its lines; nil where it has none.
func reportParts(text string) map[string]string {
	var out map[string]string
	at := ""
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		for _, h := range partHeads {
			if m := h.head.FindStringSubmatch(line); m != nil {
				at, line = h.field, m[1]
				break
			}
		}
		if at == "" || line == "" {
			continue
		}
		if out == nil {
			out = map[string]string{}
		}
		out[at] = strings.TrimSpace(out[at] + "\n" + line)
	}
	return out
}

// wantsResult reports whether the policy wants a result report with improvement measures.
func (p *Policy) wantsResult() bool { return slices.Contains(p.Progress.Fields, "measures") }

// mostBare is how many letters a report of something done may have that says no more than that it is done.
const mostBare = 6

// bare reports whether a report says no more than that the item is done.
func (h *Progress) bare() bool {
	said := h.Said
	if said == "" {
		said = h.Text
	}
	return len([]rune(folded(said))) <= mostBare
}

// bareOnes are the items that a mail has just reported done without a word of how, and whose policy wants to know.
func (t *turn) bareOnes(r *Reply, about []*Item) []*Item {
	var out []*Item
	for _, i := range about {
		last := i.lastReport()
		done := i.Status == Complete || i.Status == Finished
		if done && last != nil && last.MessageID == r.MessageID && last.bare() && len(r.Files) == 0 && t.policyOf(i).wantsResult() && !slices.Contains(out, i) {
			out = append(out, i)
		}
	}
	return out
}

// askResult asks for the four headings of a result report, in the mail that says what was understood (S0-87).
func (t *turn) askResult(r *Reply, lines []EchoLine, items []*Item) {
	l := t.about(nil, r, AskBack, "progress.fields: a result report has four headings (S0-87)")
	l.Of, l.Ref, l.Echoes, l.Cc = Action, "result", lines, t.alsoTo(r)
	l.Items = slices.DeleteFunc(l.Items, func(v ItemView) bool { return !slices.ContainsFunc(items, func(i *Item) bool { return i.ID == v.ID }) })
	for _, v := range l.Items {
		l.Problems = append(l.Problems, Problem{v.No, "result-report"})
	}
	t.answer(l, r)
}

// receiveResult keeps the result reports that a mail gives. It reports whether the mail is one.
func (t *turn) receiveResult(r *Reply) bool {
	if r.About.Ref != "result" || r.acknowledges() || slices.ContainsFunc(r.Intents, takesBack) {
		return false
	}
	var lines []EchoLine
	var about []*Item
	for _, v := range r.About.Items {
		i := t.Items[v.ID]
		if i == nil || i.Owner != r.Writer || i.Open() && i.Status != Finished {
			continue
		}
		no := v.No
		if len(r.About.Items) == 1 {
			no = ""
		}
		i.report(r, no, t.now)
		about = append(about, i)
		lines = append(lines, EchoLine{What: "result", Item: v.No, Text: i.Text})
	}
	if len(lines) == 0 {
		return false
	}
	t.note("result", r.Writer, "", "")
	t.settle(r, ActedOn, "result")
	t.echoPerson(r, append(lines, t.evidence(r, about)...))
	return true
}

// takesBack reports whether a statement says that an item is not done after all.
func takesBack(in Intent) bool {
	return in.Kind == IntentExtend || in.Kind == IntentProgress && (in.Status != "done" && in.Status != "" || in.Percent != nil && *in.Percent < 100)
}

// reportFields are what the reports on these items are to cover, in the regulations' order.
func (t *turn) reportFields(items []*Item) []string {
	var out []string
	for _, f := range []string{"progress", "problems", "solutions", "measures"} {
		if slices.ContainsFunc(items, func(i *Item) bool { return slices.Contains(t.policyOf(i).Progress.Fields, f) }) {
			out = append(out, f)
		}
	}
	return out
}
