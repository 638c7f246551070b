package daemon

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/url"
	"sync"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/huiban/huiban/parser/message"
	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/store"
)

// wayTo is a way to a server that can be closed and opened again.
type wayTo struct {
	net.Listener
	server string
	mu     sync.Mutex
	closed bool
	lines  []net.Conn
}

func newWay(t testing.TB, server string) *wayTo {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	w := &wayTo{Listener: l, server: server}
	t.Cleanup(func() { l.Close(); w.shut(true) })
	go func() {
		for c, err := l.Accept(); err == nil; c, err = l.Accept() {
			w.join(c)
		}
	}()
	return w
}

// join connects a caller with the server, or hangs up on it.
func (w *wayTo) join(caller net.Conn) {
	w.mu.Lock()
	defer w.mu.Unlock()
	server, err := net.Dial("tcp", w.server)
	if err != nil || w.closed {
		caller.Close()
		return
	}
	w.lines = append(w.lines, caller, server)
	go func() { io.Copy(server, caller); server.Close() }()
	go func() { io.Copy(caller, server); caller.Close() }()
}

// shut cuts every line and takes no new one, or with false takes them again.
func (w *wayTo) shut(closed bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.closed = closed
	for _, c := range w.lines {
		c.Close()
	}
	w.lines = nil
}

// until waits for what rings no bell: it looks again and again.
func (h *house) until(what string, ok func() bool) {
	h.t.Helper()
	for ticks := time.Tick(10 * time.Millisecond); !ok(); {
		select {
		case <-ticks:
		case <-h.ctx.Done():
			h.t.Fatalf("waited in vain: %s", what)
		}
	}
}

func databaseTrouble(e Event) bool { return isTrouble(e) && e.Trouble.Part == Database }

// troubled reports whether the daemon says that the database is down.
func troubled(d *Daemon) bool {
	for _, t := range d.Troubles() {
		if t.Part == Database {
			return true
		}
	}
	return false
}

// over waits until the database serves again, lets leases and pauses run out, and checks that the trouble was told
// no more often than it came.
func (h *house) over(d *Daemon, troubles int) {
	h.t.Helper()
	h.until("the trouble is over", func() bool { return !troubled(d) })
	for range 3 {
		h.turn(longestPause + d.Lease)
	}
	if got := h.count(databaseTrouble); got > troubles {
		h.t.Errorf("the trouble was told %d times, want %d", got, troubles)
	}
	if all := d.Troubles(); len(all) != 0 {
		h.t.Errorf("still in trouble: %v", all)
	}
}

// nothingLost checks that every mail acted, was answered once, and that all letters arrived; the same twice at most
// where that is allowed.
func (h *house) nothingLost(mails int, again bool) {
	h.t.Helper()
	arrived, answers := map[string]int{}, map[string]int{}
	for _, d := range h.mail.Journal() {
		arrived[message.Read(d.Raw).MessageID]++
	}
	for _, l := range h.outbox() {
		if n := arrived[l.MessageID]; l.State != store.Sent || n == 0 || n > 1 && !again {
			h.t.Errorf("%s is %s and arrived %d times", l.Letter.Key, l.State, n)
		}
		answers[l.Letter.InReply]++
	}
	all := h.mails()
	if len(all) != mails {
		h.t.Errorf("%d mails were kept, want %d", len(all), mails)
	}
	for _, m := range all {
		if h.verdict(m, secretary.ActedOn, ""); answers[m.MessageID] != 1 {
			h.t.Errorf("%s was answered %d times", m.MessageID, answers[m.MessageID])
		}
	}
}

// ask is one question to PostgreSQL, past the daemon.
func (h *house) ask(sql string) (n int) {
	h.t.Helper()
	conn, err := pgx.Connect(h.ctx, h.url)
	if err != nil {
		h.t.Fatal(err)
	}
	defer conn.Close(context.WithoutCancel(h.ctx))
	if err := conn.QueryRow(h.ctx, sql).Scan(&n); err != nil {
		h.t.Fatal(err)
	}
	return n
}

// order has PostgreSQL carry out statements.
func (h *house) order(statements ...string) {
	h.t.Helper()
	conn, err := pgx.Connect(h.ctx, h.url)
	if err != nil {
		h.t.Fatal(err)
	}
	defer conn.Close(context.WithoutCancel(h.ctx))
	for _, s := range statements {
		if _, err := conn.Exec(h.ctx, s); err != nil {
			h.t.Fatal(err)
		}
	}
}

// behind makes a daemon that reaches the database by an address of its own.
func (h *house) behind(through func(*url.URL)) *Daemon {
	h.t.Helper()
	u, err := url.Parse(h.url)
	if err != nil {
		h.t.Fatal(err)
	}
	through(u)
	s, err := store.Open(h.ctx, u.String(), store.Options{Now: h.clock.Now})
	if err != nil {
		h.t.Fatal(err)
	}
	h.t.Cleanup(func() { s.Close() })
	return h.daemon(func(o *Options) { o.Store = s })
}

// chorus has the four who are invited answer, each another way every time.
func (h *house) chorus(round int) {
	h.t.Helper()
	h.clock.turn(h.clock.Now().Add(time.Second))
	for _, p := range []string{wang, li, sun, chen} {
		h.post(draft{from: p, head: inReply(h.letter(p, secretary.Invitation)), text: []string{"参加", "请假，出差"}[round%2]})
	}
}

// The database is back and the mail server is away: that is all the trouble.
func TestTroubleWithTheDatabaseEndsWhereTheMailServerIsAway(t *testing.T) {
	h := newHouse(t, sqlite(t))
	closed := h.account()
	closed.SMTP.Port = 1
	d := h.daemon(func(o *Options) { o.Account = closed })
	h.queue(d, note(wang))
	d.outages.note("outbox", true)
	d.trouble(Database, io.EOF)
	h.run(d)
	h.await("a rest", func() bool { return h.clock.awaited(h.clock.Now().Add(shortestPause)) })
	if all := d.Troubles(); len(all) != 1 || all[0].Part != Outbox {
		t.Errorf("troubles: %v", all)
	}
}

// The database goes away in the middle of work and comes back: nothing is lost, nothing is judged twice.
func TestDatabaseGoesAwayAndComesBack(t *testing.T) {
	h := newHouse(t, postgres(t), regulation())
	var way *wayTo
	d := h.behind(func(u *url.URL) {
		way = newWay(t, u.Host)
		u.Host = way.Addr().String()
	})
	h.run(d)
	h.quiet()
	h.chorus(0)
	way.shut(true)
	h.chorus(1)
	h.until("trouble", func() bool { return troubled(d) })
	h.clock.turn(h.clock.Now().Add(time.Hour)) // wake-ups and leases fall due while it is away
	way.shut(false)
	h.over(d, 1)
	h.nothingLost(8, true)
	h.says("wang.lei", secretary.Declined)
}

// An administrator restarts PostgreSQL, which takes every line away at some moment or other.
func TestDatabaseLinesAreTerminatedAgainAndAgain(t *testing.T) {
	h := newHouse(t, postgres(t), regulation())
	name := fmt.Sprintf("victim%d", schemas.Add(1))
	d := h.behind(func(u *url.URL) {
		q := u.Query()
		q.Set("application_name", name)
		u.RawQuery = q.Encode()
	})
	h.run(d)
	h.quiet()
	for i := range 5 {
		h.chorus(i)
		h.until("something is judged", func() bool { return h.count(func(e Event) bool { return e.Mail != nil }) > i })
		h.ask("SELECT COUNT(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE application_name = '" + name + "'")
	}
	h.over(d, 5)
	h.nothingLost(20, true)
}

// A disk that fills up while mails wait to be judged does not have them set aside, however long it lasts.
func TestFullDiskUnderPostgreSQL(t *testing.T) {
	h := newHouse(t, postgres(t), regulation())
	d := h.daemon()
	h.run(d)
	h.quiet()
	h.order("CREATE SEQUENCE refused",
		`CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
		PERFORM nextval('refused'); RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100'; END $$`,
		"CREATE TRIGGER full_disk BEFORE INSERT ON letters FOR EACH ROW EXECUTE FUNCTION full_disk()")
	h.chorus(0)
	h.until("many attempts in vain", func() bool { return h.ask("SELECT last_value FROM refused") > 2*crashes+5 })
	if !troubled(d) {
		t.Error("nobody is told")
	}
	for _, m := range h.mails() {
		h.verdict(m, "", "")
	}
	h.order("DROP TRIGGER full_disk ON letters")
	h.quiet() // a lease must not run out while its letter is on its way
	h.over(d, 1)
	h.nothingLost(4, false)
}

// A disk too full for the mail's copy, and not for a word of how it went: the letter is not sent again every few minutes.
func TestLetterIsNotSentAgainForWantOfRoomForItsCopy(t *testing.T) {
	h := newHouse(t, postgres(t))
	d := h.daemon()
	h.queue(d, note(wang))
	h.order(`CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
		RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100'; END $$`,
		"CREATE TRIGGER full_disk BEFORE INSERT ON documents FOR EACH ROW EXECUTE FUNCTION full_disk()")
	h.run(d)
	h.until("trouble", func() bool { return troubled(d) })
	for range 3 {
		h.clock.turn(h.clock.Now().Add(d.Lease/2 + time.Second))
		h.quiet()
	}
	if n := len(h.letters(wang, secretary.Help)); n != 1 {
		t.Errorf("it went %d times", n)
	}
	if l := h.outbox()[0]; l.State != store.Sent {
		t.Errorf("the letter is %s", l.State)
	}
}
