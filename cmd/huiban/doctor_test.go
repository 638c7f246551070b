package main

import (
	"crypto/x509"
	"errors"
	"fmt"
	"net"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/huiban/huiban/calendar"
	"github.com/huiban/huiban/cmd/huiban/config"
	"github.com/huiban/huiban/mailer"
	"github.com/huiban/huiban/policies"
	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/store"
)

// patient is an examination of an office with one policy, on a day.
func patient(t *testing.T, today string, change func(*secretary.Policy)) *examination {
	t.Helper()
	p, faults := policies.Load("p.yaml", []byte("id: MT-S1E-1\ncode: WWM\ntitle: {zh-Hans: 每周工作例会}\nschedule: {rrule: FREQ=WEEKLY;BYDAY=MO, start: '08:30'}\nduration: {planned: 1 hours}\n"))
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	change(p)
	days, err := calendar.New(calendar.Options{})
	if err != nil {
		t.Fatal(err)
	}
	at, err := time.ParseInLocation(time.DateOnly, today, days.Zone(""))
	if err != nil {
		t.Fatal(err)
	}
	dir := &secretary.Directory{People: map[secretary.PersonID]*secretary.Person{"li.na": {ID: "li.na", Name: "李娜", Email: "li.na@corp.test"}}}
	c := &config.Config{Calendar: days, Directory: dir, Office: secretary.Office{Zone: "Asia/Shanghai", Lang: secretary.Hans, Address: "huiban@corp.test"}, Policies: []config.Policy{{Policy: p}}}
	return &examination{config: c, now: at}
}

// said are the findings of one examination, line by line.
func (x *examination) said() string {
	var out []string
	for _, f := range x.findings {
		out = append(out, fmt.Sprintf("%s %s: %s", f.Level, f.Check, f.Message))
	}
	return strings.Join(out, "\n")
}

// TestHolidaysEndBeforeThePlan: the holidays of mainland China are known to the end of 2026.
func TestHolidaysEndBeforeThePlan(t *testing.T) {
	const missing = " holidays: the holidays and make-up days of 2027 are not known: 1 meeting type would be planned by weekends alone, first MT-S1E-1 每周工作例会 on 2027-01-04"
	same := func(*secretary.Policy) {}
	for _, c := range []struct {
		why, today string
		change     func(*secretary.Policy)
		want       string
	}{
		{"six weeks before", "2026-11-21", same, "warning" + missing},
		{"when the notice must go out soon", "2026-12-10", same, "fault" + missing},
		{"the series ends with the year", "2026-12-10", func(p *secretary.Policy) { p.Schedule.Until = "2026-12-31" }, "ok holidays: known for every meeting until 2027-12-10"},
		{"holidays move nothing", "2026-12-10", func(p *secretary.Policy) { p.Holiday.Shift = "keep" }, "ok holidays: no meeting that a holiday would move is called in the next twelve months"},
		{"called on demand", "2026-12-10", func(p *secretary.Policy) { p.Schedule = secretary.Schedule{AdHoc: true} }, "ok holidays: no meeting that a holiday would move is called in the next twelve months"},
		{"disabled", "2026-12-10", func(p *secretary.Policy) { p.Disabled = true }, "ok holidays: no meeting that a holiday would move is called in the next twelve months"},
		{"all within the year", "2025-12-10", same, "ok holidays: known for every meeting until 2026-12-10"},
	} {
		x := patient(t, c.today, c.change)
		if x.holidays(t.Context()); x.said() != c.want {
			t.Errorf("%s: %s", c.why, x.said())
		}
	}
}

// examined is a store with what f puts into it.
func (x *examination) examined(t *testing.T, f func(*store.Tx) error) {
	t.Helper()
	s, err := store.Open(t.Context(), "sqlite:"+filepath.Join(t.TempDir(), "huiban.db"), store.Options{Now: func() time.Time { return x.now }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	x.store = s
	if err := s.Do(t.Context(), f); err != nil {
		t.Fatal(err)
	}
}

// look lets one of the checks look at the store.
func (x *examination) look(t *testing.T, check func(*store.Tx) error) {
	t.Helper()
	if err := x.store.View(t.Context(), check); err != nil {
		t.Fatal(err)
	}
}

// TestMeetingsThatWentWrong: one was noticed for what is a holiday by now, and its notice came back from somebody.
func TestMeetingsThatWentWrong(t *testing.T) {
	x := patient(t, "2026-09-20", func(*secretary.Policy) {})
	x.examined(t, func(tx *store.Tx) error {
		start := time.Date(2026, 10, 5, 0, 30, 0, 0, time.UTC)
		m := &secretary.Meeting{ID: "WWM-20261005", Policy: "MT-S1E-1@1", Stage: secretary.Noticed, UID: "u", Planned: start, Start: start, End: start.Add(time.Hour), Zone: "Asia/Shanghai",
			Seats: []secretary.Seat{{Person: "li.na", Undeliverable: "li.na@corp.tset"}}}
		if _, _, err := tx.SavePolicy("MT-S1E-1", nil, x.config.Policies[0].Policy); err != nil {
			return err
		}
		desk, err := tx.OpenCase(secretary.MeetingCase(m.ID), x.config.Calendar)
		if err != nil {
			return err
		}
		desk.Meetings[m.ID] = m
		_, err = tx.SaveCase(desk, &secretary.Outcome{}, store.Source{Name: "test"})
		return err
	})
	x.look(t, x.bounced)
	x.look(t, x.resting)
	if got, want := x.said(), "fault office: mail to 李娜 came back from li.na@corp.tset\nwarning holidays: WWM-20261005 was noticed for 2026-10-05, which is a day off by now: 国庆节"; got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
}

// TestClockAndSubAddresses are told from the mails that came in.
func TestClockAndSubAddresses(t *testing.T) {
	for _, c := range []struct {
		why   string
		late  time.Duration // from arrival to storing
		mails int
		to    string
		want  string
	}{
		{"all well", 2 * time.Second, 12, "huiban+k3@corp.test", "ok clock: agrees with the mail server's\nok imap: sub-addresses arrive: 12 of the last 12 answers"},
		{"behind, and sub-addresses are cut off", -5 * time.Minute, 12, "huiban@corp.test",
			"fault clock: this machine's clock is 5m0s behind the mail server's\nwarning imap: none of the last 12 answers came to a sub-address such as huiban+…"},
		{"too few to tell", time.Hour, 3, "huiban@corp.test", "ok clock: agrees with the mail server's"},
		{"ahead", time.Hour, 20, "HUIBAN+k3@corp.test", "warning clock: each of the last 20 mails was stored 1h0m0s or more after it arrived: the clock is ahead, or huiban runs only now and then\nok imap: sub-addresses arrive: 20 of the last 20 answers"},
	} {
		x := patient(t, "2026-11-21", func(*secretary.Policy) {})
		x.config.Mail.SubAddressing = true
		x.examined(t, func(tx *store.Tx) error {
			for i := range c.mails {
				raw := fmt.Sprintf("To: %s\r\nSubject: %d\r\n\r\nhuiban+x", c.to, i)
				id, _, err := tx.SaveMail(store.Mail{Mailbox: "INBOX", UIDValidity: 1, UID: uint32(i + 1), Raw: []byte(raw), Arrived: x.now.Add(-c.late)})
				if err == nil {
					err = tx.SetVerdict(id, store.MailVerdict{Verdict: secretary.ActedOn, LetterKey: "k"})
				}
				if err != nil {
					return err
				}
			}
			return nil
		})
		x.look(t, x.clock)
		x.look(t, x.subAddressed)
		if got := x.said(); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.why, got, c.want)
		}
	}
}

// TestCure: every error of a mail server comes with what to do about it.
func TestCure(t *testing.T) {
	for want, err := range map[string]error{
		"授权码":                      fmt.Errorf("log in: %w", mailer.ErrAccount),
		"mail.imap.tls and port":   fmt.Errorf("smtp auth: %w: the server offers none of [PLAIN LOGIN]", mailer.ErrAccount),
		"look at mail.imap.host":   &net.DNSError{Name: "imap.corp.test"},
		"mail.imap.ca_file":        fmt.Errorf("connect: %w", x509.UnknownAuthorityError{}),
		"this machine's clock":     x509.CertificateInvalidError{Reason: x509.Expired},
		"look at mail.imap.folder": errors.New("select 会议: NO [NONEXISTENT]"),
		"the firewall":             errors.New("connection refused"),
	} {
		if got := cure("mail.imap", err); !strings.Contains(got, want) {
			t.Errorf("%v: %q does not say %q", err, got, want)
		}
	}
}
