package daemon

import (
	"encoding/base64"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/huiban/huiban/calendar"
	"github.com/huiban/huiban/parser/message"
	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/store"
)

// aYear is a house whose Friday meeting is called by one invitation for the quarter; the holiday of 1 January moves a date.
func aYear(t testing.TB, url string) *house {
	p := regulation()
	p.Notice.Series, p.Holiday.Shift = "quarter", "earlier"
	return newHouse(t, url, p)
}

// replyTo is what calendar programs send for all of a series (recurrence "") or one date of it, in whatever zone they
// know it.
func replyTo(l *message.Message, from, partstat, recurrence string) string {
	unfolded := strings.NewReplacer("\r\n ", "", "\n ", "").Replace(string(l.Calendars[0]))
	uid := ""
	for line := range strings.Lines(unfolded) {
		if rest, ok := strings.CutPrefix(line, "UID:"); ok {
			uid = strings.TrimSpace(rest)
		}
	}
	lines := []string{"BEGIN:VCALENDAR", "PRODID:-//Example//EN", "VERSION:2.0", "METHOD:REPLY", "BEGIN:VEVENT", "UID:" + uid, "SEQUENCE:0",
		"DTSTAMP:20261120T020000Z", "ATTENDEE;PARTSTAT=" + partstat + ":mailto:" + from}
	if recurrence != "" {
		lines = append(lines, "RECURRENCE-ID"+recurrence, "RRULE:FREQ=WEEKLY") // imip I-39: the RRULE is of no account
	}
	object := strings.Join(append(lines, "END:VEVENT", "END:VCALENDAR", ""), "\r\n")
	return "Content-Type: text/calendar; charset=UTF-8; method=REPLY\r\nContent-Transfer-Encoding: base64\r\n\r\n" +
		base64.StdEncoding.EncodeToString([]byte(object)) + "\r\n"
}

// on is what somebody has said to the meeting of that day.
func (h *house) on(day string, id secretary.PersonID) (stat secretary.PartStat) {
	h.t.Helper()
	h.view(func(tx *store.Tx) error {
		m, err := tx.Meeting(secretary.MeetingID("PSC-" + day))
		if err != nil {
			return err
		}
		i := slices.IndexFunc(m.Seats, func(s secretary.Seat) bool { return s.Person == id && !s.Removed })
		if i < 0 {
			h.t.Fatalf("%s has no seat on %s", id, day)
		}
		stat = m.Seats[i].Answer.PartStat
		return nil
	})
	return stat
}

// series is the invitation to the series of the new quarter in a mailbox.
func (h *house) series(address string) *message.Message {
	h.t.Helper()
	l := h.letters(address, secretary.Invitation)
	i := slices.IndexFunc(l, func(m *message.Message) bool {
		return strings.Contains(string(m.Calendars[0]), "UID:PSC-2027Q1.huiban@"+domain) && strings.Contains(string(m.Calendars[0]), "RRULE")
	})
	if i < 0 {
		h.t.Fatalf("no invitation to the series came to %s", address)
	}
	return l[i]
}

func TestSeriesByMail(t *testing.T) { seriesByMail(t, sqlite(t)) }

func TestSeriesByMailOnPostgres(t *testing.T) { seriesByMail(t, postgres(t)) }

func seriesByMail(t *testing.T, url string) {
	h := aYear(t, url)
	stop := h.start()
	h.turn(14 * 24 * time.Hour) // 4 December: the series of the new quarter is called on the 17th
	h.turn(14 * 24 * time.Hour)
	called := h.series(wang)
	if faults := calendar.LintObject(called.Calendars[0]); faults != nil || !strings.HasPrefix(called.Subject, "系列会议通知") {
		t.Errorf("%s %v", called.Subject, faults)
	}
	for _, rid := range []string{":20270122T010000Z", ";TZID=Asia/Shanghai:20270122T090000", ";TZID=China Standard Time:20270122T090000"} { // I-37
		h.turn(time.Minute)
		h.verdict(h.send(draft{from: wang, body: replyTo(called, wang, "ACCEPTED", rid)}), secretary.ActedOn, "attend")
		if got := h.on("20270122", "wang.lei"); got != secretary.Accepted {
			t.Errorf("%s: %q", rid, got)
		}
		h.turn(time.Minute)
		h.verdict(h.send(draft{from: wang, body: replyTo(called, wang, "DECLINED", rid)}), secretary.ActedOn, "attend")
		if got := h.on("20270122", "wang.lei"); got != secretary.Declined {
			t.Errorf("%s: %q", rid, got)
		}
	}
	stop() // what identifies the series outlives the daemon
	h.start()
	h.verdict(h.send(draft{from: wang, body: replyTo(called, wang, "ACCEPTED", "")}), secretary.ActedOn, "attend")
	for day, want := range map[string]secretary.PartStat{"20270108": secretary.Accepted, "20270122": secretary.Declined, "20270326": secretary.Accepted} {
		if got := h.on(day, "wang.lei"); got != want {
			t.Errorf("%s: %q, want %q", day, got, want)
		}
	}
	h.verdict(h.send(draft{from: wang, body: replyTo(called, wang, "DECLINED", ":20270123T010000Z")}), secretary.ActedOn, "no-occurrence") // I-41
	h.verdict(h.answer(li, h.series(li), "参加"), secretary.ActedOn, "attend")
	for _, said := range []string{"2月5日请假", "decline 12 February", "3月5日我来不了"} {
		h.turn(time.Minute)
		h.verdict(h.answer(li, h.series(li), said), secretary.ActedOn, "attend")
	}
	for day, want := range map[string]secretary.PartStat{"20270129": secretary.Accepted, "20270205": secretary.Declined, "20270212": secretary.Declined, "20270305": secretary.Declined} {
		if got := h.on(day, "li.na"); got != want {
			t.Errorf("%s in words: %q, want %q", day, got, want)
		}
	}
	h.verdict(h.answer(li, h.series(li), "下周请假"), secretary.AskedBack, "which-dates")
	h.verdict(h.answer(wang, h.letter(wang, secretary.Echo), "请假，出差"), secretary.ActedOn, "attend") // to the echo about the series
}

// S0-12: the notice of each meeting comes as the exception that it is in the calendar.
func TestNoticeInASeriesByMail(t *testing.T) {
	h := aYear(t, sqlite(t))
	h.start()
	for range 6 {
		h.turn(7 * 24 * time.Hour)
	}
	h.turn(24 * time.Hour)
	l := h.letter(wang, secretary.Invitation)
	object := string(l.Calendars[0])
	if !strings.Contains(object, "RECURRENCE-ID;TZID=Asia/Shanghai:20270108T090000") || !strings.Contains(object, "SEQUENCE:0\r\n") || !strings.Contains(object, "BEGIN:VTIMEZONE") {
		t.Errorf("%s\n%s", l.Subject, object)
	}
	if faults := calendar.LintObject(l.Calendars[0]); faults != nil {
		t.Error(faults)
	}
	for _, o := range h.outbox() {
		if o.State != store.Sent {
			t.Errorf("%s is %s: %s", o.Letter.Key, o.State, o.LastError)
		}
	}
}

// imip I-40: REFRESH gets the whole series as it stands.
func TestRefreshOfASeries(t *testing.T) {
	h := aYear(t, sqlite(t))
	h.start()
	h.turn(28 * 24 * time.Hour)
	before := len(h.letters(wang, secretary.Update))
	body := fmt.Sprintf("Content-Type: text/calendar; method=REFRESH\r\n\r\nBEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nMETHOD:REFRESH\r\nBEGIN:VEVENT\r\nUID:PSC-2027Q1.huiban@%s\r\n"+
		"DTSTAMP:20261201T000000Z\r\nATTENDEE:mailto:%s\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n", domain, wang)
	h.verdict(h.send(draft{from: wang, body: body}), secretary.ActedOn, "refresh")
	all := h.letters(wang, secretary.Update)
	if len(all) != before+1 || !strings.Contains(string(all[before].Calendars[0]), "RRULE:") {
		t.Fatalf("%d letters", len(all))
	}
	h.verdict(h.send(draft{from: sun, body: replyTo(all[before], sun, "ACCEPTED", "")}), secretary.ActedOn, "attend")
}
