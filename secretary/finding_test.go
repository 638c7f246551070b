package secretary

import (
	"fmt"
	"testing"
	"time"
)

// findings are those of the only meeting, as "clause what".
func findings(w *world) string {
	var out []string
	for _, f := range w.Meetings["PSC-20261127"].Findings {
		out = append(out, f.Clause+" "+f.What)
	}
	return fmt.Sprint(out)
}

// S1E-04: a meeting that is planned for longer than its regulation allows is called, and is a finding.
func TestTooLongAMeetingIsAFinding(t *testing.T) {
	for longest, want := range map[Span]string{{}: "[]", {90, Minutes}: "[]", {60, Minutes}: "[S1E-04 too-long]"} {
		p := coordination()
		p.Duration.Max, p.Schedule.Until = longest, "2026-11-27"
		w := newWorld(t, testDesk("2026-11-20", p), time.Date(2026, 11, 20, 8, 0, 0, 0, cst))
		w.until(time.Date(2026, 11, 20, 10, 0, 0, 0, cst))
		if got := findings(w); got != want || w.last("li.na", Invitation, 0) == nil {
			t.Errorf("at most %s: found %s", longest, got)
		}
	}
}

// The deadline runs to the step that the regulation names, and the minutes are late where that is not done (G-07): to issue
// them (S1G-13), to send them for confirmation (S2-55), or to draft them. The draft came in half an hour after the meeting.
func TestMinutesAreLateAtTheStepThatCounts(t *testing.T) {
	const late = "[minutes.deadline minutes-late]"
	for _, c := range []struct {
		event string
		by    Ref // who reviews, and is silent
		want  string
	}{
		{"publish", "", late}, {"publish", "host", late}, {"up", "", late}, {"confirm_sent", "host", late}, {"review", "host", late},
		{"confirm_sent", "", "[]"}, {"draft", "host", "[]"},
	} {
		p := coordination()
		p.Minutes.DeadlineEvent, p.Minutes.ReviewBy, p.Schedule.Until, p.Materials = c.event, c.by, "2026-11-27", MaterialsRule{}
		w := drafted(t, p)
		w.until(time.Date(2026, 11, 28, 10, 0, 0, 0, cst))
		if got := findings(w); got != "[]" {
			t.Errorf("%s, reviewed by %q: found %s before the deadline", c.event, c.by, got)
		}
		w.until(time.Date(2026, 11, 28, 10, 31, 0, 0, cst))
		if got := findings(w); got != c.want {
			t.Errorf("%s, reviewed by %q: found %s", c.event, c.by, got)
		}
	}
}
