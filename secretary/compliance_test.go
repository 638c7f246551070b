package secretary

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// november plays the meeting of 27 November with nothing done as it should be: huiban begins three days before it, nobody sends
// papers in time, somebody is late, the minutes come a week later, and an action item is not done.
func november(t *testing.T, change ...func(*Desk, *Policy)) *world {
	t.Helper()
	p := coordination()
	p.Schedule.Until, p.Minutes.ReviewBy, p.Minutes.Confirmers = "2026-11-27", "", "none"
	d := testDesk("2026-11-27", p)
	for _, c := range change {
		c(d, p)
	}
	w := newWorld(t, d, on("2026-11-24 08:00"))
	w.Whole = w.whole
	w.until(on("2026-11-26 12:00"))
	r := w.reply("li.na", w.last("li.na", MaterialsCall, 0))
	r.Files = []File{{Name: "销售数据.xlsx", Hash: "1"}}
	w.mail(r)
	w.until(on("2026-11-30 15:00"))
	w.mail(w.reply("sun.li", w.last("sun.li", MinutesCall, 0), Intent{Kind: IntentDraft, Draft: &Draft{
		Resolutions: []DraftLine{{"1", "决议"}}, Actions: []DraftAction{{"2", "评估产能", "王磊", "2026-12-01", "报告"}, {"3", "备料", "刘洋", "2026-12-20", "清单"}},
		Attendance: []Attendance{{Name: "张伟", State: "absent"}, {Name: "李娜", State: "late", Time: "09:12"}},
		Open:       []OpenTopic{{"3", NotReached}, {"2", Undecided}}, Ended: "10:52",
	}}))
	w.until(on("2026-12-01 08:59"))
	return w
}

func missedOf(v *ComplianceView) string {
	var out []string
	for _, m := range v.Missed {
		out = append(out, strings.TrimSpace(fmt.Sprintf("%s %s %s %s %d %t", m.Clause, m.What, m.Who.ID, m.Role, m.Late, m.Open)))
	}
	return strings.Join(out, "\n")
}

// S1G-19, S0-12, S0-26, S2-43, S0-83: on the first workday of the month the convener and the head of the company get every rule
// that was missed, with the role and the delay.
func TestComplianceReport(t *testing.T) {
	w := november(t)
	if w.last("chen.jing", Compliance, 0) != nil {
		t.Fatal("the report went out before its time")
	}
	w.until(on("2026-12-01 09:00"))
	for _, to := range []PersonID{"chen.jing", "zhao.jun"} {
		l := w.last(to, Compliance, 0)
		if l == nil {
			t.Fatalf("%s got no report", to)
		}
		want := strings.Join([]string{
			"S0-12 late-notice chen.jing convener 5700 false", // due on the 20th at nine
			"S0-26 late li.na participant 0 false",
			"S0-26 absent zhang.wei participant 0 false",
			"S2-43 materials-missing zhou.qiang participant 0 true",
			"materials.cutoff materials-late li.na participant 1620 false",
			"minutes.deadline minutes-late sun.li recorder 3150 false", // due on the 28th at half past ten
		}, "\n")
		if got := missedOf(l.Compliance); got != want {
			t.Errorf("%s reads\n%s\nwant\n%s", to, got, want)
		}
	}
	w.until(on("2026-12-31 20:00"))
	if n := strings.Count(w.kinds(Compliance), "\n"); n != 2 {
		t.Errorf("%d reports went out in December:\n%s", n, w.kinds(Compliance))
	}
	w.until(on("2027-01-04 09:00")) // the 1st is a holiday, the 4th the first workday
	if got := missedOf(w.last("zhao.jun", Compliance, 0).Compliance); !strings.HasPrefix(got, "S0-34 overdue wang.lei owner") {
		t.Errorf("December's report reads\n%s", got)
	}
}

// kinds lists who got letters of the kind, a line each.
func (w *world) kinds(k LetterKind) string {
	out := ""
	for n, l := range w.letters {
		if l.Kind == k {
			out += fmt.Sprintf("%s %s\n", w.times[n].In(cst).Format(time.DateTime), l.To.ID)
		}
	}
	return out
}

// S0-91: the figures of the meeting's type and of the departments: among them how long it was against the plan, the topics that were
// not reached, the resolutions, and what those who were there thought of it.
func TestFigures(t *testing.T) {
	w := november(t)
	w.Meetings["PSC-20261127"].Survey = &Poll{Opened: w.now, Closed: w.now, Answered: []PersonID{"li.na", "wang.lei", "sun.li"}, Sums: []ScoreSum{{Counts: [5]int{0, 0, 1, 1, 1}}, {Counts: [5]int{0, 3}}}}
	v := ComplianceOf(w.whole(on("2026-11-01 00:00"), on("2026-12-31 00:00")), on("2026-12-15 09:00"), "2026-11-01", "2026-12-31", "")
	want := FiguresView{
		Code: "MT-S0-1", Name: coordination().Title, Meetings: 1, Wanted: 8, Present: 7, Late: 1, Absent: 1, Papers: 2, PapersLate: 1, PapersMissing: 1,
		Minutes: 1, Resolutions: 1, Items: 2, Efficiency: Efficiency{Timed: 1, Planned: 90, Lasted: 112, Topics: 3, NotReached: 1, Surveys: 1, Points: 30},
	}
	if got := v.Types[0]; fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("by type\n%+v\nwant\n%+v", got, want)
	}
	for _, f := range v.Departments {
		switch f.Code {
		case "SAL":
			if f.Meetings != 1 || f.Wanted != 1 || f.Present != 1 || f.Late != 1 || f.Papers != 1 || f.PapersLate != 1 {
				t.Errorf("sales: %+v", f)
			}
		case "QUA":
			if f.Absent != 1 || f.Present != 0 {
				t.Errorf("quality: %+v", f)
			}
		case "PRD":
			if f.PapersMissing != 1 || f.Items != 1 || f.Closed != 0 {
				t.Errorf("production: %+v", f)
			}
		}
	}
}

// S1B-02: how many meetings everybody was in and for how long, the busiest first. Who was on leave, and a meeting that did not take
// place, weigh on nobody.
func TestLoad(t *testing.T) {
	w := november(t)
	held := func(id MeetingID, day string, minutes int, stage Stage, seats ...Seat) {
		start := on(day + " 14:00")
		w.Meetings[id] = &Meeting{ID: id, Policy: w.Current["MT-S0-1"], Start: start, End: start.Add(time.Duration(minutes) * time.Minute), Zone: "Asia/Shanghai", Stage: stage, Seats: seats}
	}
	held("a", "2026-11-10", 45, Done, Seat{Person: "li.na"}, Seat{Person: "wang.lei", Answer: Answer{PartStat: Declined}}, Seat{Person: "kim", External: true})
	held("b", "2026-11-11", 30, Done, Seat{Person: "li.na"}, Seat{Person: "sun.li"})
	held("c", "2026-11-12", 300, Cancelled, Seat{Person: "sun.li"})
	held("d", "2026-12-02", 300, Planned, Seat{Person: "sun.li"})
	v := ComplianceOf(w.whole(on("2026-11-01 00:00"), on("2026-12-31 00:00")), w.now, "2026-11-01", "2026-11-30", "")
	var got []string
	for _, l := range v.Load {
		got = append(got, fmt.Sprint(l.Who.ID, l.Meetings, "/", l.Minutes))
	}
	if s := strings.Join(got, " "); !strings.HasPrefix(s, "li.na3/165 sun.li2/120 ") || strings.Contains(s, "wang.lei") || strings.Contains(s, "kim") {
		t.Errorf("the load is %s", s)
	}
}

// S1B-02, S1B-55: an application that does not say why mail or the next regular meeting will not do is asked for it, and calls nothing.
func TestAnApplicationSaysWhyItIsNeeded(t *testing.T) {
	w := atWork(t, special())
	a := complete()
	a.Reason = ""
	w.mail(w.reply("wang.min", nil, applies(a)))
	w.until(w.now)
	l := w.last("wang.min", ApplicationForm, 0)
	if l == nil || len(l.Problems) != 1 || l.Problems[0].No != "reason" || w.last("zhao.jun", Approval, 0) != nil || w.Meetings["STM-20261211"] != nil {
		t.Fatalf("without a reason: %+v", l)
	}
	w.mail(w.reply("wang.min", l, applies(&Applied{Reason: "等不到例会"})))
	w.until(w.now)
	if l := w.last("zhao.jun", Approval, 0); l == nil || l.Applied.Reason != "等不到例会" {
		t.Errorf("the approver reads %+v", l)
	}
}

// Who reads what: the convener everything of the own meetings, a head what the own people missed, somebody outside nothing; of
// a confidential meeting only those in it read.
func TestComplianceIsSeenInPart(t *testing.T) {
	for _, c := range []struct {
		reader PersonID
		secret bool
		want   int
		whole  bool
	}{
		{"", false, 6, true}, {"zhao.jun", false, 6, true}, {"chen.jing", false, 6, false}, {"wang.lei", false, 1, false}, {"li.na", false, 2, false},
		{"huang.ting", false, 0, false}, {"kim", false, 0, false}, {"chen.jing", true, 6, false}, {"wang.lei", true, 0, false},
	} {
		w := november(t, func(_ *Desk, p *Policy) {
			if c.secret {
				p.Archive.Confidentiality = "secret"
			}
		})
		v := ComplianceOf(w.whole(on("2026-11-01 00:00"), on("2026-12-01 00:00")), w.now, "2026-11-01", "2026-11-30", c.reader)
		if len(v.Missed) != c.want || v.Whole != c.whole {
			t.Errorf("%s (secret %t) reads %d, whole %t:\n%s", c.reader, c.secret, len(v.Missed), v.Whole, missedOf(v))
		}
	}
}

// A manager may ask for the report by mail at any time; somebody outside is refused as with any query.
func TestComplianceAskedFor(t *testing.T) {
	w := november(t)
	for terms, from := range map[string]Date{
		"合规报告": "2026-11-01", "合规报告 11月": "2026-11-01", "11月合规报告": "2026-11-01", "合規報告 本月": "2026-12-01", "Compliance report 2026-10": "2026-10-01", "会议统计": "2026-11-01",
	} {
		out := AnswerQuery(w.layOut(PersonCase("wang.lei")), w.reply("wang.lei", nil), terms, nil, w.now)
		if len(out.Letters) != 1 || out.Letters[0].Kind != Compliance || out.Letters[0].Compliance.From != from || out.Verdict != ActedOn {
			t.Errorf("%s: %+v", terms, out.Letters)
		}
	}
	for _, terms := range []string{"产销 决议 合规", "合规培训报告"} {
		if out := AnswerQuery(w.layOut(PersonCase("wang.lei")), w.reply("wang.lei", nil), terms, nil, w.now); out.Letters[0].Kind != QueryResult {
			t.Errorf("%s is taken for the report", terms)
		}
	}
	if out := AnswerQuery(w.layOut(PersonCase("kim")), w.reply("kim", nil), "合规报告", nil, w.now); len(out.Letters) != 1 || out.Letters[0].Kind != Echo {
		t.Errorf("kim got %+v", out.Letters)
	}
}
