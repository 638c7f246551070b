package daemon

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/huiban/huiban/calendar"
	"github.com/huiban/huiban/mailer"
	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/store"
)

// own is the meeting that chen made in a calendar of her own.
const own = secretary.MeetingID("PSC-20261202")

// calling is the regulation of meetings that are called when they are needed.
func calling() *secretary.Policy {
	p := regulation()
	p.Schedule = secretary.Schedule{AdHoc: true}
	p.Materials = secretary.MaterialsRule{
		Required: []secretary.MaterialRule{{From: "head:production", Items: []secretary.Text{secretary.T("生产计划", "生產計劃", "Production plan")}}},
		Cutoff:   secretary.Moment{Span: secretary.Span{N: 2, Unit: secretary.Workdays}},
	}
	return p
}

// client is a mail as a calendar program sends it, with what is to be replaced in it.
func client(t testing.TB, name string, change ...string) []byte {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join("testdata", "adopted", name+".eml"))
	if err != nil {
		t.Fatal(err)
	}
	s := strings.NewReplacer(change...).Replace(string(raw))
	return []byte(strings.ReplaceAll(s, "\n", "\r\n"))
}

// hand posts a whole mail as from sends it, and returns it with its verdict.
func (h *house) hand(from string, raw []byte) store.InMail {
	h.t.Helper()
	before := len(h.mails())
	a := h.account().SMTP
	a.User = from
	if r := (&mailer.Sender{Account: a}).Send(h.ctx, mailer.Envelope{From: from, To: []string{huiban}}, raw); r.Err != nil {
		h.t.Fatal(r.Err)
	}
	h.quiet()
	all := h.mails()
	if len(all) != before+1 {
		h.t.Fatalf("%d mails were kept, want one", len(all)-before)
	}
	return all[len(all)-1]
}

func (h *house) adopted() (m *secretary.Meeting) {
	h.t.Helper()
	h.view(func(tx *store.Tx) (err error) { m, err = tx.Meeting(own); return err })
	return m
}

// neverInvites checks that nothing of ours reached anybody's calendar but our own answer.
func (h *house) neverInvites() {
	h.t.Helper()
	for _, l := range h.outbox() {
		if m := l.Letter.Meeting; m != nil && m.Method != "" && (m.Method != "REPLY" || l.Letter.To.Email != chen) {
			h.t.Errorf("%s sends %s a %s", l.Letter.Key, l.Letter.To.Email, m.Method)
		}
	}
}

// TestInvitationsOfRealCalendarsAreAdopted: Outlook's, Google's and Apple's invitations are read alike, answered once, and
// looked after from agenda to cancellation.
func TestInvitationsOfRealCalendarsAreAdopted(t *testing.T) {
	for _, name := range []string{"outlook", "gmail", "apple"} {
		t.Run(name, func(t *testing.T) {
			h := newHouse(t, sqlite(t), calling())
			h.start()
			h.verdict(h.hand(chen, client(t, name)), secretary.ActedOn, "adopted")
			m := h.adopted()
			if want := time.Date(2026, 12, 2, 6, 0, 0, 0, time.UTC); !m.Start.Equal(want) || m.End.Sub(m.Start) != 90*time.Minute || m.Place.In(secretary.Hans) != "三楼会议室" {
				t.Errorf("it is from %s to %s at %q", m.Start, m.End, m.Place.In(secretary.Hans))
			}
			var seats []string
			for _, s := range m.Seats {
				seats = append(seats, string(s.Person))
			}
			if got := strings.Join(seats, " "); got != "chen.jing wang.lei li.na ~kunde@customer.test" {
				t.Errorf("there are seats for %s", got)
			}
			h.repliesOnce(name)
			h.followed(name)
			h.neverInvites()
		})
	}
}

// repliesOnce checks our answer to the organizer.
func (h *house) repliesOnce(name string) {
	h.t.Helper()
	echo := h.letter(chen, secretary.Echo)
	if len(echo.Calendars) == 0 {
		h.t.Fatalf("%s gets no answer", name)
	}
	c, err := calendar.ReadMessage(echo.Calendars[0], time.UTC)
	if err != nil || c.Method != "REPLY" || len(c.Answers) != 1 || c.Answers[0].Attendee != huiban || c.Answers[0].PartStat != "ACCEPTED" {
		h.t.Errorf("the answer is %+v, %v", c, err)
	}
	if !strings.Contains(string(client(h.t, name)), c.UID[:20]) {
		h.t.Errorf("it answers %s", c.UID)
	}
}

// followed plays the meeting's life: the same mail again, the agenda, another time, the end.
func (h *house) followed(name string) {
	h.t.Helper()
	h.verdict(h.hand(chen, client(h.t, name, "Message-I", "X-Message-I")), secretary.ActedOn, "calendar-older")
	h.turn(6 * 24 * time.Hour)
	if l := h.letter("wang.lei@corp.test", secretary.Invitation); !strings.Contains(l.Subject, "会议议程") || len(l.Calendars) > 0 {
		h.t.Errorf("the agenda is %q with %d calendars", l.Subject, len(l.Calendars))
	}
	h.letter(wang, secretary.MaterialsCall)
	moved := client(h.t, name, "SEQUENCE:0", "SEQUENCE:1", "20261202T", "20261203T", "DTSTAMP:20261120T", "DTSTAMP:20261126T", "Message-I", "X-Message-I")
	h.verdict(h.hand(chen, moved), secretary.ActedOn, "adopted-changed")
	if m := h.adopted(); m.Start.Day() != 3 {
		h.t.Errorf("it moved to %s", m.Start)
	}
	h.letter(wang, secretary.Update)
	off := client(h.t, name, "METHOD:REQUEST", "METHOD:CANCEL", "method=REQUEST", "method=CANCEL", "STATUS:CONFIRMED", "STATUS:CANCELLED",
		"SEQUENCE:0", "SEQUENCE:2", "DTSTAMP:20261120T", "DTSTAMP:20261127T", "Message-I", "X-Message-I")
	h.verdict(h.hand(chen, off), secretary.ActedOn, "called-off")
	if m := h.adopted(); m.Stage != secretary.Cancelled {
		h.t.Errorf("after it was called off it is %s", m.Stage)
	}
	h.letter(wang, secretary.Cancel)
	if n := len(h.letters(li, secretary.Update)) + len(h.letters(li, secretary.Cancel)); n > 0 {
		h.t.Errorf("who owes nothing got %d letters about what their calendar says", n)
	}
}

// TestInvitationOfSeveralTypesIsAsked: nothing is guessed, and the answer has the very mail acted on.
func TestInvitationOfSeveralTypesIsAsked(t *testing.T) {
	other := calling()
	other.ID, other.Code, other.Title = "MT-S1-1", "MPR", secretary.T("月度生产例会", "月度生產例會", "Monthly review")
	h := newHouse(t, sqlite(t), calling(), other)
	h.start()
	m := h.hand(chen, client(t, "outlook", "SUMMARY;LANGUAGE=zh-CN:产销协调会", "SUMMARY;LANGUAGE=zh-CN:碰头"))
	h.verdict(m, secretary.AskedBack, "adopt-several")
	ask := h.letter(chen, secretary.AskBack)
	if !strings.Contains(ask.Text, "PSC") || !strings.Contains(ask.Text, "MPR") {
		t.Errorf("asked is:\n%s", ask.Text)
	}
	h.verdict(h.answer(chen, ask, "第二种"), secretary.AskedBack, "adopt-which")
	h.verdict(h.answer(wang, ask, "MPR"), secretary.ActedOn, "")
	h.view(func(tx *store.Tx) error {
		if all, err := tx.Meetings(store.MeetingFilter{}); len(all) > 0 {
			t.Errorf("somebody else's answer made %v (%v)", all, err)
		}
		return nil
	})
	h.verdict(h.answer(chen, ask, "按 MPR 办理"), secretary.ActedOn, "adopted")
	h.view(func(tx *store.Tx) error {
		m, err := tx.Meeting("MPR-20261202")
		if err == nil && m.Adopted == nil {
			t.Error("it is no adopted one")
		}
		return err
	})
	h.verdict(h.again(m), secretary.ActedOn, "adopted")
	h.neverInvites()
}

// TestForgedInvitationIsToBeProven: the registered address is asked first, and then has the mail acted on.
func TestForgedInvitationIsToBeProven(t *testing.T) {
	h := newHouse(t, sqlite(t), calling())
	h.start()
	before := len(h.mails())
	a := h.account().SMTP
	a.User = ""
	if r := (&mailer.Sender{Account: a}).Send(h.ctx, mailer.Envelope{From: chen, To: []string{huiban}}, client(t, "gmail")); r.Err != nil {
		t.Fatal(r.Err)
	}
	h.quiet()
	h.verdict(h.mails()[before], secretary.ToBeProven, "")
	h.verdict(h.answer(chen, h.letter(chen, secretary.Prove), "是我写的"), secretary.ActedOn, "proved")
	if m := h.adopted(); m.Adopted == nil {
		t.Error("it is not taken over")
	}
}

// imip I-10: what somebody's calendar says about a meeting that we organize changes nothing.
func TestInvitationDoesNotTakeOverOurOwnMeeting(t *testing.T) {
	h := aHouse(t)
	h.start()
	uid := ""
	h.view(func(tx *store.Tx) error { m, err := tx.Meeting(meeting); uid = m.UID; return err })
	ours := client(t, "gmail", "7kukuqrfedlm2f9tgmvz0vv1qc@google.com", uid, "SEQUENCE:0", "SEQUENCE:9")
	h.verdict(h.hand(chen, ours), secretary.ActedOn, "no-answer")
	h.view(func(tx *store.Tx) error {
		m, err := tx.Meeting(meeting)
		if m.Adopted != nil || m.Start.Day() != 27 {
			t.Errorf("our meeting is now %+v", m)
		}
		return err
	})
}

// TestQuickLinesOfAnAdoptedMeeting: 改期 is done in the convener's calendar, 撤回 hands the work back.
func TestQuickLinesOfAnAdoptedMeeting(t *testing.T) {
	h := newHouse(t, sqlite(t), calling())
	h.start()
	h.hand(chen, client(t, "apple"))
	echo := h.letter(chen, secretary.Echo)
	h.verdict(h.answer(chen, echo, "改期 12月3日 14:00"), secretary.AskedBack, "order-unread")
	if l := h.letter(chen, secretary.OrderCheck); !strings.Contains(l.Text, "召集人的日历") {
		t.Errorf("改期 is answered with:\n%s", l.Text)
	}
	h.verdict(h.answer(chen, echo, "撤回"), secretary.ActedOn, "order-asked")
	h.verdict(h.answer(chen, h.letter(chen, secretary.OrderCheck), "确认"), secretary.ActedOn, "ordered")
	if m := h.adopted(); m.Stage != secretary.Cancelled || m.CancelWhy != "handed-back" {
		t.Errorf("the meeting is %s (%s)", m.Stage, m.CancelWhy)
	}
	h.verdict(h.hand(chen, client(t, "apple", "SEQUENCE:0", "SEQUENCE:1", "Message-I", "X-Message-I")), secretary.ActedOn, "handed-back")
	h.neverInvites()
}

// TestAdoptedSeriesOpensAsItComesNear: one meeting for each occurrence that the organizer's rule gives, less the one left out,
// and not before it is in sight.
func TestAdoptedSeriesOpensAsItComesNear(t *testing.T) {
	h := newHouse(t, sqlite(t), calling())
	h.start()
	series := "RRULE:FREQ=WEEKLY;COUNT=4\nEXDATE;TZID=Asia/Shanghai:20261209T140000\nSEQUENCE:"
	h.verdict(h.hand(chen, client(t, "apple", "SEQUENCE:", series)), secretary.ActedOn, "adopted")
	numbers := func() string {
		var out []string
		h.view(func(tx *store.Tx) error {
			all, err := tx.Meetings(store.MeetingFilter{Series: "MT-S0-1"})
			for _, m := range all {
				out = append(out, string(m.ID)+" "+m.Start.Format("15:04"))
			}
			return err
		})
		return strings.Join(out, ", ")
	}
	if got := numbers(); got != "PSC-20261202 06:00" {
		t.Errorf("at first there are %s", got)
	}
	for range 15 {
		h.turn(2 * 24 * time.Hour)
	}
	if got := numbers(); got != "PSC-20261202 06:00, PSC-20261216 06:00, PSC-20261223 06:00" {
		t.Errorf("a month later there are %s", got)
	}
	if n := len(h.letters(wang, secretary.MaterialsCall)); n != 3 {
		t.Errorf("materials were called for %d times", n)
	}
	h.neverInvites()
}
