package daemon

import (
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"os"
	"os/exec"
	"testing"
	"time"

	"github.com/huiban/huiban/calendar"
	"github.com/huiban/huiban/mailer"
	"github.com/huiban/huiban/mailer/mailtest"
	"github.com/huiban/huiban/parser/message"
	"github.com/huiban/huiban/parser/proof"
	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/store"
)

// victim is what a process of its own needs to be a daemon.
type victim struct {
	URL        string
	SMTP, IMAP int
	Now        time.Time // when it starts
}

const victimVariable = "HUIBAN_DAEMON_VICTIM"

// TestMain is the daemon that is killed, where it is told to be one.
func TestMain(m *testing.M) {
	if v := os.Getenv(victimVariable); v != "" {
		fmt.Fprintln(os.Stderr, beVictim(v))
		os.Exit(1)
	}
	os.Exit(m.Run())
}

func beVictim(doc string) error {
	var v victim
	if err := json.Unmarshal([]byte(doc), &v); err != nil {
		return err
	}
	started := time.Now()
	clock := System{Read: func() time.Time { return v.Now.Add(time.Since(started)) }}
	s, err := store.Open(context.Background(), v.URL, store.Options{Now: clock.Now})
	if err != nil {
		return err
	}
	days, err := calendar.New(calendar.Options{})
	if err != nil {
		return err
	}
	login := mailer.Server{Host: "127.0.0.1", Security: mailer.None, User: huiban, Password: "secret"}
	a := mailer.Account{IMAP: mailer.IMAP{Server: login}, SMTP: mailer.SMTP{Server: login}}
	a.IMAP.Port, a.SMTP.Port = v.IMAP, v.SMTP
	d, err := New(Options{
		Store: s, Calendar: days, Clock: clock, Secret: []byte("a secret for tests"), SubAddressing: true, Account: a, Lease: time.Second,
		Proof: proof.Options{AuthservIDs: []string{"mx." + domain}}, Log: slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelError})),
	})
	if err != nil {
		return err
	}
	d.poll = 100 * time.Millisecond
	return d.Run(context.Background())
}

// prison starts victims and kills them.
type prison struct {
	*house
	began time.Time
	cmd   *exec.Cmd
}

func (p *prison) start() {
	p.t.Helper()
	doc, err := json.Marshal(victim{p.url, p.mail.SMTPPort(), p.mail.IMAPPort(), friday.Add(time.Since(p.began))})
	if err != nil {
		p.t.Fatal(err)
	}
	p.cmd = exec.Command(os.Args[0])
	p.cmd.Env = append(os.Environ(), victimVariable+"="+string(doc))
	p.cmd.Stderr = p.t.Output()
	if err := p.cmd.Start(); err != nil {
		p.t.Fatal(err)
	}
}

func (p *prison) kill() {
	p.cmd.Process.Kill()
	p.cmd.Wait()
}

// taken waits until the mail server has taken so many mails.
func (p *prison) taken(n int) {
	p.t.Helper()
	all := 0
	if _, ok := p.mail.Await(p.ctx, func(mailtest.Delivery) bool { all++; return all == n }); !ok {
		p.t.Fatalf("the mail server took %d mails, want %d", len(p.mail.Journal()), n)
	}
}

// The daemon is killed at random moments while 200 answers come in and letters go out, and started again each time: every
// answer has its effect once, every letter reaches its reader, and one that went twice is the same letter.
func TestKilledAgainAndAgain(t *testing.T) {
	if testing.Short() {
		t.Skip("takes ten seconds")
	}
	for name, database := range map[string]func(testing.TB) string{"sqlite": sqlite, "postgres": postgres} {
		t.Run(name, func(t *testing.T) {
			const people, each, kills = 40, 5, 6
			d, rule := crowd(people)
			p := &prison{house: newHouse(t, database(t), rule), began: time.Now()}
			p.apply(d, rule)
			p.start()
			defer func() { p.kill() }()
			p.taken(people + 6)
			go p.correspond(people, each)
			for n := people + 6; n < people+6+kills*30; n += 10 + rand.N(40) {
				p.taken(n)
				p.kill()
				p.start()
			}
			p.outlive(people * each)
			p.reckon(people, each)
		})
	}
}

// correspond has everybody answer the invitation, each time another way and a second later.
func (p *prison) correspond(people, each int) {
	for i := range each {
		for n := range people {
			p.clock.turn(p.clock.Now().Add(time.Second))
			from := fmt.Sprintf("p%03d@%s", n, domain)
			p.post(draft{from: from, head: inReply(p.letter(from, secretary.Invitation)), text: []string{"请假，出差", "参加"}[i%2]})
		}
	}
}

// outlive waits until all is judged and sent.
func (p *prison) outlive(mails int) {
	p.t.Helper()
	for ticks := time.Tick(50 * time.Millisecond); ; {
		var st store.Status
		p.view(func(tx *store.Tx) (err error) { st, err = tx.Status(); return err })
		judged := -st.Mails[""]
		for _, n := range st.Mails {
			judged += n
		}
		if judged == mails && st.Letters[store.Queued]+st.Letters[store.Sending]+st.Letters[store.Uncertain] == 0 {
			return
		}
		select {
		case <-ticks:
		case <-p.ctx.Done():
			p.t.Fatalf("%d of %d mails are judged, letters: %v", judged, mails, st.Letters)
		}
	}
}

// reckon compares what was decided with what arrived.
func (p *prison) reckon(people, each int) {
	p.t.Helper()
	arrived := map[string]int{}
	for _, d := range p.mail.Journal() {
		arrived[message.Read(d.Raw).MessageID]++
	}
	answers, twice := map[string]int{}, 0
	for _, l := range p.outbox() {
		if n := arrived[l.MessageID]; n == 0 || l.State != store.Sent {
			p.t.Errorf("letter %s is %s and arrived %d times", l.Letter.Key, l.State, n)
		} else if n > 1 {
			twice++
		}
		if l.Letter.InReply != "" {
			answers[l.Letter.InReply]++
		}
	}
	for _, m := range p.mails() {
		p.verdict(m, secretary.ActedOn, "")
		if m.Reason == "attend" && answers[m.MessageID] != 1 {
			p.t.Errorf("mail %s has %d answers", m.MessageID, answers[m.MessageID])
		}
	}
	for n := range people {
		p.says(secretary.PersonID(fmt.Sprintf("p%03d", n)), secretary.Declined)
	}
	p.view(func(tx *store.Tx) error { _, _, err := tx.VerifyJournal(); return err })
	p.t.Logf("%d letters, %d of them went twice", len(p.outbox()), twice)
}
