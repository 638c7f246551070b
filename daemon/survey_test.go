package daemon

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/huiban/huiban/policies"
	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/store"
)

// evaluated is the usual regulation, evaluated after each meeting, with a lessons duty every month.
func evaluated() *secretary.Policy {
	p := policies.WithDefaults(regulation())
	p.Minutes.Required, p.Survey.Anonymous = "no", true
	p.Survey.PublishTo = []secretary.Ref{"head:*"}
	p.Lessons.Cycle = secretary.Span{N: 1, Unit: secretary.Months}
	p.Review.Cycle, p.Training.Cycle, p.Archive.ReviewCycle = secretary.Span{}, secretary.Span{}, secretary.Span{N: 1, Unit: secretary.Months}
	return p
}

// at turns the clock on to an hour of a day in Shanghai.
func (h *house) at(month time.Month, day, hour, minute int) {
	h.t.Helper()
	h.clock.turn(time.Date(2026, month, day, hour-8, minute, 0, 0, time.UTC))
	h.quiet()
}

// S0-36, S0-40, S0-41, S0-42, S0-46: scores and a suggestion by reply, corrected, closed, graded in a line, published with the measure; no
// letter to anybody else says what one person scored, and nothing in the record of the meeting does after the close.
func TestSurveyByMail(t *testing.T) {
	h := newHouse(t, sqlite(t), evaluated())
	h.start()
	h.at(11, 30, 10, 30)
	if l := h.letter(wang, secretary.Survey); !strings.Contains(l.Text, "[1] 会议是否及时") || !strings.Contains(l.Text, "评分匿名") {
		t.Errorf("%s", l.Text)
	}
	if n := len(h.letters(kim, secretary.Survey)); n != 0 {
		t.Errorf("%d surveys went outside", n)
	}
	h.verdict(h.answer(wang, h.letter(wang, secretary.Survey), "1: 2\n2: 4\n3: 4\n4: 4"), secretary.ActedOn, "score")
	h.verdict(h.answer(wang, h.letter(wang, secretary.Survey), "第1题改为5分"), secretary.ActedOn, "score")
	h.verdict(h.answer(li, h.letter(li, secretary.Survey), "都是4分\n建议：资料请提前两天发"), secretary.ActedOn, "score")
	h.verdict(h.answer(sun, h.letter(sun, secretary.Survey), "1: 3\n2: 3\n3: 3\n4: 3"), secretary.ActedOn, "score")
	if l := h.letter(wang, secretary.Echo); !strings.Contains(l.Text, "第1题「会议是否及时」5分") {
		t.Errorf("the correction is not echoed:\n%s", l.Text)
	}
	h.at(12, 3, 10, 31)
	h.closedSurvey()
	h.at(12, 4, 9, 0)
	ask := h.letter(chen, secretary.Duty)
	if !strings.Contains(ask.Text, "资料请提前两天发") || strings.Contains(ask.Text, "李娜") {
		t.Errorf("the suggestion is not there, or not anonymous:\n%s", ask.Text)
	}
	h.verdict(h.answer(chen, ask, "1 高 急 采纳 孙丽 12/20 资料提前两天发出"), secretary.ActedOn, "feedback")
	r := h.letter(li, secretary.SurveyResult)
	for _, want := range []string{"会议是否及时 – ■■■■■■■■□□  4.0", "共5人受邀，收回3份", "资料提前两天发出（责任人：孙丽，时限：12月20日"} {
		if !strings.Contains(r.Text, want) {
			t.Errorf("the result lacks %q:\n%s", want, r.Text)
		}
	}
	if a := h.letter(sun, secretary.Action); !strings.Contains(a.Text, "资料提前两天发出") {
		t.Errorf("the measure is no action item:\n%s", a.Text)
	}
}

// closedSurvey wants that the meeting's record tells of nobody's answer any more.
func (h *house) closedSurvey() {
	h.t.Helper()
	s := h.held().Survey
	if s == nil || s.Closed.IsZero() || len(s.Sheets) > 0 || len(s.Answered) != 3 || s.Sums[0].Counts != [5]int{0, 0, 1, 1, 1} {
		h.t.Errorf("%+v", s)
	}
}

// S0-88, S0-89, S0-77: recurring duties come in one letter; lessons that come back are on file and found by a query.
func TestLessonsByMail(t *testing.T) {
	h := newHouse(t, sqlite(t), evaluated())
	h.start()
	h.at(12, 21, 9, 0)
	ask := h.letter(chen, secretary.Duty)
	for _, want := range []string{"例行事项：共2项", "档案审查", "经验总结"} {
		if !strings.Contains(ask.Subject+ask.Text, want) {
			t.Errorf("the letter lacks %q:\n%s", want, ask.Text)
		}
	}
	h.verdict(h.answer(chen, ask, "1 不需要，原因：上周刚查过\n2 完成。换模四步法让二号机停机时间减半，备件改为两家供应商。"), secretary.ActedOn, "chore")
	h.verdict(h.send(draft{from: wang, subject: "查询 换模四步法"}), secretary.ActedOn, "query")
	if l := h.letter(wang, secretary.QueryResult); !strings.Contains(l.Text, "换模四步法") {
		t.Errorf("the lessons are not found:\n%s", l.Text)
	}
}

// S0-78: a document attached under an old one's number takes its place, and the old one is kept; one of another series is left alone.
func TestANewerDocumentTakesTheOldOnesPlace(t *testing.T) {
	h := newHouse(t, sqlite(t), evaluated())
	h.do(func(tx *store.Tx) error {
		return errors.Join(
			tx.FileDocument(store.ArchiveEntry{Number: "20260901-PSC-PSM-01", Class: store.ClassReport, Series: "MT-S0-1", Day: "2026-09-01", Hash: "old"}),
			tx.FileDocument(store.ArchiveEntry{Number: "20260901-OTH-PSM-01", Class: store.ClassReport, Series: "MT-OTHER", Day: "2026-09-01", Hash: "old"}))
	})
	d := h.daemon()
	h.do(func(tx *store.Tx) error {
		f, err := tx.PutDocument([]byte("new"), "20260901-PSC-PSM-01 修订.docx", "application/x")
		e := secretary.ArchiveEntry{Class: "report", Series: "MT-S0-1", Day: "2026-12-21", File: &f}
		one, other := e, e
		one.Number, one.Supersedes = "20261221-PSC-PSM-01", "20260901-PSC-PSM-01"
		other.Number, other.Supersedes = "20261221-PSC-PSM-02", "20260901-OTH-PSM-01"
		office, failed := tx.Office()
		return errors.Join(err, failed, d.file(tx, office, one), d.file(tx, office, other))
	})
	h.view(func(tx *store.Tx) error {
		all, err := tx.Archive(store.ArchiveFilter{})
		for _, e := range all {
			if want := map[string]string{"20260901-PSC-PSM-01": "20261221-PSC-PSM-01"}[e.Number]; e.SupersededBy != want {
				t.Errorf("%s is superseded by %q, want %q", e.Number, e.SupersededBy, want)
			}
		}
		return err
	})
}

// S0-104, S0-105, S0-117: mails of their own, at any time: a contribution for everybody, and feedback on the regulation.
func TestContributionsByMail(t *testing.T) {
	h := newHouse(t, sqlite(t), evaluated())
	h.start()
	h.verdict(h.send(draft{from: sun, subject: "知识分享：产能口径怎么统一", text: "先按标准工时折算，再乘开机率。"}), secretary.ActedOn, "knowledge")
	h.verdict(h.send(draft{from: li, subject: "查询 标准工时"}), secretary.ActedOn, "query")
	if l := h.letter(li, secretary.QueryResult); !strings.Contains(l.Text, "标准工时") {
		t.Errorf("the contribution is not found:\n%s", l.Text)
	}
	h.verdict(h.send(draft{from: li, subject: "一点想法", text: "对会议制度的建议：纪要请当天发"}), secretary.ActedOn, "feedback")
	h.at(11, 23, 9, 0)
	if l := h.letter(chen, secretary.Duty); !strings.Contains(l.Text, "纪要请当天发") || !strings.Contains(l.Text, "李娜") {
		t.Errorf("%s", l.Text)
	}
}

// S0-96: the host is away, the minutes go to who stands in, and their answer is the host's; it ends by itself.
func TestStandInByMail(t *testing.T) {
	p := regulation()
	p.Minutes.Required, p.Minutes.ReviewBy, p.Minutes.Confirmers = "yes", "host", "none"
	h := newHouse(t, sqlite(t), p)
	stop := h.start()
	h.verdict(h.send(draft{from: zhao, subject: "休假", text: "我休假 11/26–12/2，由陈静代管"}), secretary.ActedOn, "stand-in")
	if l := h.letter(chen, secretary.Duty); !strings.Contains(l.Subject, "请代管赵军的职务") {
		t.Errorf("%s\n%s", l.Subject, l.Text)
	}
	stop()
	h.start() // what is kept is kept for the next daemon too
	h.at(11, 27, 11, 0)
	h.verdict(h.answer(sun, h.letter(sun, secretary.MinutesCall), "【决议】\n1. 十二月产量调整为1200套\n"), secretary.ActedOn, "draft")
	review := h.letter(chen, secretary.MinutesReview)
	if !strings.Contains(review.Text, "此信写给赵军") || len(h.letters(zhao, secretary.MinutesReview)) > 0 {
		t.Errorf("%s", review.Text)
	}
	h.verdict(h.answer(chen, review, "同意"), secretary.ActedOn, "approve")
	if m := h.held(); m.Stage != secretary.Published && m.Stage != secretary.Done {
		t.Errorf("the meeting is %s", m.Stage)
	}
	h.at(12, 3, 9, 0)
	if l := h.letter(zhao, secretary.Echo); !strings.Contains(l.Text, "到此结束") {
		t.Errorf("%s", l.Text)
	}
	h.view(func(tx *store.Tx) error {
		desk, err := tx.OpenCase("person:zhao.jun", h.days)
		if err == nil && len(desk.Away) > 0 {
			err = fmt.Errorf("still away: %v", desk.Away)
		}
		return err
	})
}
