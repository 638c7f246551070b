package daemon

import (
	"context"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/huiban/huiban/calendar"
	"github.com/huiban/huiban/mailer"
	"github.com/huiban/huiban/parser/message"
	"github.com/huiban/huiban/policies"
	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/store"
)

// town is a company that lives on real servers: its state is in PostgreSQL, its people read their mailboxes on Dovecot and write
// through Postfix. Only the clock is turned.
type town struct {
	*house
	zone      *time.Location
	box       func(name, domain string) string
	address   string // huiban's
	directory *secretary.Directory
	residents []*resident
	plays     []cue
	wrote     int // mails that people wrote
	diary     []arrival
	halt      func() // stops the daemon
}

// resident is somebody of the town, and how far they have read their mailbox.
type resident struct {
	*secretary.Person
	imap mailer.IMAP
	at   mailer.Position
	has  int
}

// arrival is a letter that somebody took out of their mailbox, and when, by the town's clock.
type arrival struct {
	*message.Message
	at   time.Time
	who  *secretary.Person
	kind secretary.LetterKind
}

// cue says what somebody does about a letter; "" is anybody. Of those that fit the first is taken.
type cue struct {
	who  secretary.PersonID
	kind secretary.LetterKind
	has  string // what stands in its subject or text
	does answer
	once bool // only to the first that fits
}

// aTown settles people and departments, one a line, and puts the policies in force at a time.
func aTown(t *testing.T, at, people, departments string, rules ...*secretary.Policy) *town {
	t.Helper()
	database := postgres(t)
	ctx, cancel := context.WithTimeout(t.Context(), 5*time.Minute)
	t.Cleanup(cancel)
	w := &town{house: &house{t: t, ctx: ctx, url: database}, zone: time.FixedZone("", 8*60*60)}
	w.clock = newClock(w.time(at))
	w.clock.ring = w.events.ring
	var err error
	if w.days, err = calendar.New(calendar.Options{}); err != nil {
		t.Fatal(err)
	}
	w.store = w.open()
	n := schemas.Add(1)
	w.box = func(name, domain string) string { return fmt.Sprintf("%s.%d.%d@%s", name, os.Getpid(), n, domain) }
	w.address = w.box("huiban", domain)
	w.settle(people, departments)
	w.found(rules)
	w.start()
	return w
}

// time reads a time of the town. It is 2025 there, past on every machine: Dovecot notes by a clock of its own when a mail came.
func (w *town) time(at string) time.Time {
	w.t.Helper()
	out, err := time.ParseInLocation("2006-01-02 15:04", "2025-"+at, w.zone)
	if err != nil {
		w.t.Fatal(err)
	}
	return out
}

// settle reads people as "id name department manager", with a domain where they are of another house, and departments as "code kind name
// head representative". A dot is nobody.
func (w *town) settle(people, departments string) {
	field := func(s string) secretary.PersonID { return secretary.PersonID(strings.TrimPrefix(s, ".")) }
	w.directory = &secretary.Directory{People: map[secretary.PersonID]*secretary.Person{}, Departments: map[string]*secretary.Department{}}
	for _, f := range table(departments) {
		w.directory.Order = append(w.directory.Order, f[0])
		w.directory.Departments[f[0]] = &secretary.Department{Code: f[0], Kind: f[1], Name: secretary.T(f[2], f[2], f[2]), Head: field(f[3]), Rep: field(f[4])}
	}
	for _, f := range table(people) {
		p := &secretary.Person{ID: field(f[0]), Name: f[1], Department: string(field(f[2])), Manager: field(f[3]), Lang: secretary.Hans, Email: w.box(f[0], domain)}
		if len(f) > 4 {
			p.External, p.Lang, p.Email = true, secretary.English, w.box(f[0], f[4])
		}
		w.directory.People[p.ID] = p
		w.residents = append(w.residents, &resident{Person: p, imap: mailer.IMAP{Server: realServer(w.t, "HUIBAN_TEST_IMAPS", p.Email), IdleFor: 20 * time.Millisecond}})
	}
}

// table parts lines into words.
func table(lines string) (out [][]string) {
	for line := range strings.Lines(lines) {
		if f := strings.Fields(line); len(f) > 0 {
			out = append(out, f)
		}
	}
	return out
}

// found applies what the company has written.
func (w *town) found(rules []*secretary.Policy) {
	w.t.Helper()
	office := secretary.Office{
		Name: secretary.T("会办", "會辦", "Huiban"), Company: secretary.T("示例公司", "示例公司", "Example"),
		Address: w.address, Domain: domain, Zone: "Asia/Shanghai", Lang: secretary.Hans,
	}
	w.do(func(tx *store.Tx) error {
		if err := tx.SaveOffice(office); err != nil {
			return err
		}
		for _, p := range rules {
			if _, _, err := tx.SavePolicy(p.ID, nil, p); err != nil {
				return err
			}
		}
		return tx.SaveDirectory(w.directory)
	})
}

// start starts a daemon, on the state that an earlier one may have left.
func (w *town) start() {
	w.t.Helper()
	imap := mailer.IMAP{Server: realServer(w.t, "HUIBAN_TEST_IMAPS", w.address), Handled: "会办/已处理", MarkSeen: true, IdleFor: 50 * time.Millisecond}
	account := mailer.Account{IMAP: imap, SMTP: mailer.SMTP{Server: realServer(w.t, "HUIBAN_TEST_SUBMISSIONS", w.address)}}
	w.halt = w.run(w.daemon(func(o *Options) { o.Account, o.Proof.OwnDomain = account, domain }))
}

// preset is a regulation as it comes with huiban, with what the company adds.
func preset(t *testing.T, id string, add func(*secretary.Policy)) *secretary.Policy {
	t.Helper()
	src, err := policies.Preset(id)
	if err != nil {
		t.Fatal(err)
	}
	p, faults := policies.Load(id+".yaml", src)
	for _, f := range faults {
		t.Fatal(f)
	}
	add(p)
	if open := policies.Missing(p); len(open) > 0 {
		t.Fatalf("%s leaves open %v", id, open)
	}
	return policies.WithDefaults(p)
}
