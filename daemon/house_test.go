package daemon

import (
	"context"
	"log/slog"
	"path/filepath"
	"strings"
	"testing"
	"time"
	_ "time/tzdata"

	"github.com/huiban/huiban/calendar"
	"github.com/huiban/huiban/mailer"
	"github.com/huiban/huiban/mailer/mailtest"
	"github.com/huiban/huiban/parser/proof"
	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/store"
)

// The people of the tests. chen convenes, zhao is the host and everybody's manager, kim is a customer.
const (
	domain = "corp.test"
	huiban = "huiban@" + domain
	chen   = "chen.jing@" + domain
	zhao   = "zhao.jun@" + domain
	wang   = "wang.lei@" + domain
	li     = "li.na@" + domain
	sun    = "sun.li@" + domain
	kim    = "kim@customer.test"
)

// friday is when the tests begin: the invitations to the meeting of the 27th are due.
var friday = time.Date(2026, 11, 20, 1, 30, 0, 0, time.UTC)

const meeting = secretary.MeetingID("PSC-20261127")

func company() *secretary.Directory {
	d := &secretary.Directory{
		People: map[secretary.PersonID]*secretary.Person{}, Order: []string{"PSM", "PRD", "SAL"},
		Departments: map[string]*secretary.Department{
			"PSM": {Code: "PSM", Kind: "psm", Name: secretary.T("产销管理部", "產銷管理部", "PSM"), Head: "chen.jing"},
			"PRD": {Code: "PRD", Kind: "production", Name: secretary.T("生产部", "生產部", "Production"), Head: "wang.lei"},
			"SAL": {Code: "SAL", Kind: "sales", Name: secretary.T("销售部", "銷售部", "Sales"), Head: "li.na"},
		},
	}
	for _, l := range []string{"zhao.jun 赵军 - -", "chen.jing 陈静 PSM zhao.jun", "sun.li 孙丽 PSM chen.jing", "wang.lei 王磊 PRD zhao.jun", "li.na 李娜 SAL zhao.jun"} {
		f := strings.Fields(strings.ReplaceAll(l, " -", " ."))
		id := secretary.PersonID(f[0])
		d.People[id] = &secretary.Person{
			ID: id, Name: f[1], Email: f[0] + "@" + domain, Department: strings.Trim(f[2], "."), Manager: secretary.PersonID(strings.Trim(f[3], ".")), Lang: secretary.Hans,
		}
	}
	d.People["kim"] = &secretary.Person{ID: "kim", Name: "Kim", Email: kim, Lang: secretary.English, External: true}
	return d
}

// regulation is of a weekly meeting, Fridays at nine, noticed a week ahead.
func regulation() *secretary.Policy {
	return &secretary.Policy{
		ID: "MT-S0-1", Code: "PSC", Title: secretary.T("产销协调会", "產銷協調會", "Production-sales coordination"),
		Schedule: secretary.Schedule{RRule: "FREQ=WEEKLY;BYDAY=FR", Start: secretary.Clock{Hour: 9, Set: true}}, Duration: secretary.DurationRule{Planned: secretary.Span{N: 90, Unit: secretary.Minutes}},
		Holiday: secretary.HolidayRule{Shift: "keep"}, Place: secretary.T("一号会议室", "一號會議室", "Room 1"),
		Convener: "head:psm", Host: "zhao.jun", Recorder: "sun.li",
		Roster: []secretary.RosterRule{{Who: "head:production"}, {Who: "head:sales"}, {Who: "kim", Optional: true}},
		Agenda: secretary.AgendaRule{Items: []secretary.AgendaItem{{No: "1", Title: secretary.T("生产计划", "生產計劃", "Production plan")}}},
		Notice: secretary.NoticeRule{Lead: secretary.Moment{Span: secretary.Span{N: 7, Unit: secretary.CalendarDays}}},
		Leave:  secretary.LeaveRule{Delegate: "allowed"},
	}
}

// house is a company with a mail server, a store and daemons.
type house struct {
	t      testing.TB
	ctx    context.Context // bounds a test that waits for something that does not happen
	clock  *clock
	url    string
	store  *store.Store
	mail   *mailtest.Server
	days   secretary.Calendar
	posted int // mails that people wrote
	events
}

// newHouse furnishes a house on an empty database of its own.
func newHouse(t testing.TB, url string, rules ...*secretary.Policy) *house {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Minute)
	t.Cleanup(cancel)
	h := &house{t: t, ctx: ctx, clock: newClock(friday), url: url}
	h.clock.ring = h.events.ring
	var err error
	if h.days, err = calendar.New(calendar.Options{}); err != nil {
		t.Fatal(err)
	}
	if h.mail, err = mailtest.Start(mailtest.Options{Now: h.clock.Now, Name: "mx." + domain}); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(h.mail.Close)
	h.store = h.open()
	h.apply(company(), rules...)
	for _, p := range company().People {
		h.mail.Add(p.Email, "secret") // who borrows their address is found out
	}
	return h
}

// aHouse has the usual regulation, on SQLite.
func aHouse(t testing.TB) *house { return newHouse(t, sqlite(t), regulation()) }

func sqlite(t testing.TB) string { return "sqlite:" + filepath.Join(t.TempDir(), "huiban.db") }

// open opens the house's database once more, as another daemon does.
func (h *house) open() *store.Store {
	h.t.Helper()
	s, err := store.Open(h.ctx, h.url, store.Options{Now: h.clock.Now})
	if err != nil {
		h.t.Fatal(err)
	}
	h.t.Cleanup(func() { s.Close() })
	return s
}

// apply puts company and regulations into the store, as `huiban apply` does.
func (h *house) apply(d *secretary.Directory, rules ...*secretary.Policy) {
	h.t.Helper()
	office := secretary.Office{
		Name: secretary.T("会办", "會辦", "Huiban"), Company: secretary.T("示例公司", "示例公司", "Example"),
		Address: huiban, Domain: domain, Zone: "Asia/Shanghai", Lang: secretary.Hans,
	}
	h.do(func(tx *store.Tx) error {
		if err := tx.SaveOffice(office); err != nil {
			return err
		}
		for _, p := range rules {
			if _, _, err := tx.SavePolicy(p.ID, nil, p); err != nil {
				return err
			}
		}
		return tx.SaveDirectory(d)
	})
}

func (h *house) do(f func(*store.Tx) error) {
	h.t.Helper()
	if err := h.store.Do(h.ctx, f); err != nil {
		h.t.Fatal(err)
	}
}

func (h *house) view(f func(*store.Tx) error) {
	h.t.Helper()
	if err := h.store.View(h.ctx, f); err != nil {
		h.t.Fatal(err)
	}
}

// account is huiban's at the house's own mail server, where there is one.
func (h *house) account() mailer.Account {
	if h.mail == nil {
		return mailer.Account{}
	}
	s := mailer.Server{Host: "127.0.0.1", Security: mailer.None, User: huiban, Password: "secret"}
	a := mailer.Account{IMAP: mailer.IMAP{Server: s, Backoff: time.Millisecond}, SMTP: mailer.SMTP{Server: s}}
	a.IMAP.Port, a.SMTP.Port = h.mail.IMAPPort(), h.mail.SMTPPort()
	return a
}

// daemon makes a daemon of the house that does not run yet.
func (h *house) daemon(change ...func(*Options)) *Daemon {
	h.t.Helper()
	o := Options{
		Store: h.store, Calendar: h.days, Clock: h.clock, Secret: []byte("a secret for tests"), SubAddressing: true,
		Account: h.account(), Proof: proof.Options{AuthservIDs: []string{"mx." + domain}}, Observe: h.events.add,
		Log: slog.New(ringing{slog.NewTextHandler(h.t.Output(), nil), h.events.ring}),
	}
	for _, c := range change {
		c(&o)
	}
	d, err := New(o)
	if err != nil {
		h.t.Fatal(err)
	}
	d.poll, d.grace = 50*time.Millisecond, time.Second
	return d
}

// run runs a daemon until the test ends or stop is called, and returns once it watches the mailbox.
func (h *house) run(d *Daemon) (stop func()) {
	h.t.Helper()
	ctx, cancel := context.WithCancel(h.ctx)
	ended := make(chan error, 1)
	watching := h.count(isWatching)
	go func() { ended <- d.Run(ctx) }()
	stopped := false
	stop = func() {
		cancel()
		if !stopped {
			if err := <-ended; err != nil {
				h.t.Error(err)
			}
		}
		stopped = true
	}
	h.t.Cleanup(stop)
	h.await("the mailbox is watched", func() bool { return h.count(isWatching) > watching })
	return stop
}

// start runs a daemon and waits until everything due is done.
func (h *house) start(change ...func(*Options)) (stop func()) {
	h.t.Helper()
	stop = h.run(h.daemon(change...))
	h.quiet()
	return stop
}

// turn turns the clock on and waits until everything that has become due is done.
func (h *house) turn(by time.Duration) {
	h.t.Helper()
	h.clock.turn(h.clock.Now().Add(by))
	h.quiet()
}
