package daemon

import (
	"context"
	"fmt"
	"net/url"
	"os"
	"sync/atomic"
	"testing"

	"github.com/jackc/pgx/v5"

	"github.com/huiban/huiban/mailer/mailtest"
	"github.com/huiban/huiban/parser/message"
	"github.com/huiban/huiban/secretary"
)

// demand returns the value of one of the variables that .ci/servers.sh env prints. Without it the test is skipped, in CI
// it fails.
func demand(t testing.TB, name string) string {
	t.Helper()
	v := os.Getenv(name)
	if v == "" && os.Getenv("CI") == "true" {
		t.Fatalf("%s is not set", name)
	}
	if v == "" {
		t.Skipf(`%s is not set; run: sudo .ci/servers.sh start; eval "$(.ci/servers.sh env)"`, name)
	}
	return v
}

var schemas atomic.Int64

// postgres is an empty database on PostgreSQL.
func postgres(t testing.TB) string {
	base := demand(t, "HUIBAN_TEST_POSTGRES")
	conn, err := pgx.Connect(t.Context(), base)
	if err != nil {
		t.Fatal(err)
	}
	name := fmt.Sprintf("huiban_daemon_%d_%d", os.Getpid(), schemas.Add(1))
	if _, err := conn.Exec(t.Context(), "CREATE SCHEMA "+name); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		ctx := context.WithoutCancel(t.Context())
		if _, err := conn.Exec(ctx, "DROP SCHEMA "+name+" CASCADE"); err != nil {
			t.Error(err)
		}
		conn.Close(ctx)
	})
	u, err := url.Parse(base)
	if err != nil {
		t.Fatal(err)
	}
	q := u.Query()
	q.Set("search_path", name)
	u.RawQuery = q.Encode()
	return u.String()
}

// L8: two nodes, no duplicate mail.
func TestTwoDaemonsOnOneDatabase(t *testing.T) {
	for name, database := range map[string]func(testing.TB) string{"sqlite": sqlite, "postgres": postgres} {
		t.Run(name, func(t *testing.T) {
			h := newHouse(t, database(t), regulation())
			h.run(h.daemon(func(o *Options) { o.Name = "one" }))
			h.run(h.daemon(func(o *Options) { o.Name, o.Store = "two", h.open() }))
			h.quiet()
			people := []string{wang, li, sun, chen}
			for i := range 8 {
				for _, p := range people {
					h.post(draft{from: p, head: inReply(h.letter(p, secretary.Invitation)), text: []string{"参加", "请假，出差"}[i%2]})
				}
			}
			h.quiet()
			h.onceEach(people, 8)
		})
	}
}

// onceEach checks that no letter went twice, and that everybody's mails were echoed once each.
func (h *house) onceEach(people []string, mails int) {
	h.t.Helper()
	seen := map[string]mailtest.Delivery{}
	for _, d := range h.mail.Journal() {
		m := message.Read(d.Raw)
		if m.From.Email != huiban {
			continue
		}
		if first, twice := seen[m.MessageID]; twice {
			h.t.Errorf("letter %s went to %v and to %v", m.MessageID, first.To, d.To)
		}
		seen[m.MessageID] = d
	}
	echoes := 0
	for _, p := range people {
		echoes += len(h.letters(p, secretary.Echo))
	}
	if acted := len(h.mails()); acted != mails*len(people) {
		h.t.Errorf("%d mails were kept, want %d", acted, mails*len(people))
	}
	for _, m := range h.mails() {
		h.verdict(m, secretary.ActedOn, "")
	}
	if echoes < mails {
		h.t.Errorf("%d echoes of %d mails", echoes, mails*len(people))
	}
}
