package demo

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"github.com/huiban/huiban/calendar"
	"github.com/huiban/huiban/daemon"
	"github.com/huiban/huiban/mailer"
	"github.com/huiban/huiban/mailer/mailtest"
	"github.com/huiban/huiban/parser/proof"
	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/store"
)

const (
	password = "demo"
	server   = "mx." + domain
)

// begin is when every play begins.
func begin(zone *time.Location) time.Time { return time.Date(2026, 9, 7, 8, 0, 0, 0, zone) }

// Options say how the demonstration is played.
type Options struct {
	Policy string    // the id of a preset; "" is the 产销协调会, scripted word for word
	Dir    string    // where index.html, mail/ and huiban.db go
	Story  io.Writer // gets the story as it unfolds
	Color  bool
	Log    *slog.Logger       // nil logs nothing
	Now    func() time.Time   // the real clock: for the time it took
	Serve  func(Served) error // when set, called at the end with the servers still up; it returns when they may go
}

// Served is where the servers listen.
type Served struct {
	SMTP, IMAP string
	Password   string
	Accounts   []string
}

// Run plays a policy. The error says how the meeting failed to get to done.
func Run(ctx context.Context, o Options) error {
	zone, err := time.LoadLocation(zone)
	if err != nil {
		return err
	}
	p, err := playOf(o.Policy, zone)
	if err != nil {
		return err
	}
	if err := emptyDir(o.Dir); err != nil {
		return err
	}
	s := &stage{Options: o, play: p, clock: newClock(begin(zone)), zone: zone, began: o.Now(), watching: make(chan struct{})}
	if err := s.build(ctx); err != nil {
		return err
	}
	defer s.close()
	return s.perform(ctx, begin(zone).AddDate(0, 0, p.days))
}

// stage is everything that the play needs.
type stage struct {
	Options
	play     *play
	clock    *clock
	zone     *time.Location
	began    time.Time
	store    *store.Store
	server   *mailtest.Server
	daemon   *daemon.Daemon
	director *director
	story    *story
	watching chan struct{} // closed once the mailbox is watched
	up       sync.Once
}

// files are what a demonstration leaves behind.
var files = []string{"index.html", "mail", "huiban.db", "huiban.db-wal", "huiban.db-shm", "huiban.db.lock"}

// earlier reports whether a folder holds an earlier demonstration and nothing else: a company's own huiban.db must not be
// taken for one.
func earlier(entries []os.DirEntry) bool {
	mail := false
	for _, e := range entries {
		if !slices.Contains(files, e.Name()) {
			return false
		}
		mail = mail || e.Name() == "mail" && e.IsDir()
	}
	return mail
}

// emptyDir makes the folder of the demonstration, or clears an earlier one out of it; anything else is left alone.
func emptyDir(dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	if len(entries) > 0 && !earlier(entries) {
		return fmt.Errorf("%s is not empty and holds no earlier demonstration: choose another folder with --out", dir)
	}
	for _, name := range files {
		if err := os.RemoveAll(filepath.Join(dir, name)); err != nil {
			return err
		}
	}
	return os.MkdirAll(filepath.Join(dir, "mail"), 0o755)
}

func (s *stage) build(ctx context.Context) error {
	days, err := calendar.New(calendar.Options{Zone: office.Zone})
	if err != nil {
		return err
	}
	s.store, err = store.Open(ctx, "sqlite:"+filepath.Join(s.Dir, "huiban.db"), store.Options{Now: s.clock.Now, Log: s.Log})
	if err != nil {
		return err
	}
	if err := s.furnish(ctx); err != nil {
		return err
	}
	s.director = &director{play: s.play, clock: s.clock, store: s.store, zone: s.zone, stir: make(chan struct{}, 1), heard: map[string]int{}}
	ready := make(chan struct{})
	s.server, err = mailtest.Start(mailtest.Options{Now: s.clock.Now, Name: server, Password: password, OnMail: func(d mailtest.Delivery) {
		<-ready
		s.director.onMail(d)
	}})
	if err != nil {
		return err
	}
	s.director.server = s.server
	close(ready)
	s.story = &story{play: s.play, out: s.Story, color: s.Color, zone: s.zone, began: s.Now}
	s.daemon, err = daemon.New(daemon.Options{
		Store: s.store, Calendar: days, Clock: s.clock, Secret: []byte("the demonstration has no secrets"), SubAddressing: true,
		Proof: proof.Options{AuthservIDs: []string{server}}, Log: s.Log, Account: s.account(),
		Observe: func(e daemon.Event) {
			if e.Watching {
				s.up.Do(func() { close(s.watching) })
			}
			s.story.tell(e)
			s.director.ring()
		},
	})
	return err
}

func (s *stage) account() mailer.Account {
	login := mailer.Server{Host: "127.0.0.1", Security: mailer.None, User: mailbox, Password: password}
	a := mailer.Account{IMAP: mailer.IMAP{Server: login, MarkSeen: true}, SMTP: mailer.SMTP{Server: login}}
	a.IMAP.Port, a.SMTP.Port = s.server.IMAPPort(), s.server.SMTPPort()
	return a
}

// furnish puts the company and its regulation into the store, as `huiban apply` does.
func (s *stage) furnish(ctx context.Context) error {
	p := s.play
	return s.store.Do(ctx, func(tx *store.Tx) error {
		_, _, err := tx.SavePolicy(p.policy.ID, p.source, p.policy)
		return errors.Join(err, tx.SaveOffice(office), tx.SaveDirectory(p.directory()))
	})
}

func (s *stage) perform(ctx context.Context, until time.Time) error {
	ctx, stop := context.WithCancel(ctx)
	ended := make(chan error, 1)
	go func() { ended <- s.daemon.Run(ctx) }()
	for _, e := range s.play.events {
		s.director.plan(e)
	}
	err := s.await(ctx)
	if err == nil {
		err = s.director.run(ctx, until)
	}
	done := ""
	if err == nil {
		done, err = s.check(ctx)
	}
	err = errors.Join(err, s.leave(ctx))
	if err == nil {
		s.story.end(done, s.Dir, s.Now().Sub(s.began))
	}
	if err == nil && s.Serve != nil {
		err = s.Serve(Served{SMTP: s.server.SMTPAddr(), IMAP: s.server.IMAPAddr(), Password: password, Accounts: s.server.Accounts()})
	}
	stop()
	return errors.Join(err, <-ended)
}

// await returns when the daemon is up.
func (s *stage) await(ctx context.Context) error {
	select {
	case <-s.watching:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	case <-time.After(20 * time.Second):
		return errors.New("the daemon does not come up")
	}
}

// check says which meeting got to done, and in the error why none did.
func (s *stage) check(ctx context.Context) (done string, err error) {
	err = s.store.View(ctx, func(tx *store.Tx) error {
		if done, err = s.play.check(tx); err != nil {
			return err
		}
		st, err := tx.Status()
		if err != nil {
			return err
		}
		if n := st.Letters[store.Dead]; n > 0 {
			return fmt.Errorf("%d letters could not be sent", n)
		}
		if n := st.Mails[secretary.Unreadable]; n > 0 {
			return fmt.Errorf("%d mails could not be read", n)
		}
		return nil
	})
	return done, err
}

func (s *stage) close() {
	s.server.Close()
	s.store.Close()
}
