package mailer

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net"
	"net/mail"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"
	"time"
)

// real returns the value of one of the variables that .ci/servers.sh env prints. Without it the test is skipped, in CI it fails.
func real(t testing.TB, name string) string {
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

// realServer returns the settings of a real server, reached in the way the variable's name says.
func realServer(t testing.TB, variable string, s Security, user string) Server {
	t.Helper()
	host, port, err := net.SplitHostPort(real(t, variable))
	if err != nil {
		t.Fatal(err)
	}
	n, err := strconv.Atoi(port)
	if err != nil {
		t.Fatal(err)
	}
	return Server{Host: host, Port: n, Security: s, User: user, Password: "secret", CAFile: real(t, "HUIBAN_TEST_CA")}
}

// token has the script mint a token for a mailbox that is valid for so many seconds.
func token(t testing.TB, user string, seconds int) func(context.Context) (string, error) {
	words := append(strings.Fields(real(t, "HUIBAN_TEST_TOKEN")), user, strconv.Itoa(seconds))
	return func(ctx context.Context) (string, error) {
		out, err := exec.CommandContext(ctx, words[0], words[1:]...).Output()
		return strings.TrimSpace(string(out)), err
	}
}

// fresh returns an address nobody has used.
func fresh(t testing.TB) string {
	return fmt.Sprintf("t%d.%d@corp.test", os.Getpid(), counter(t))
}

var used int

func counter(testing.TB) int { used++; return used }

func realInbox(t testing.TB, user string) IMAP {
	return IMAP{Server: realServer(t, "HUIBAN_TEST_IMAPS", Implicit, user), Backoff: 100 * time.Millisecond}
}

func realOutbox(t testing.TB, user string) *Sender {
	return &Sender{Account: SMTP{Server: realServer(t, "HUIBAN_TEST_SUBMISSIONS", Implicit, user)}}
}

func letter(from, to string) Mail {
	m := invitation()
	m.From.Address, m.To.Address, m.ReplyTo = from, to, mail.Address{}
	return m
}

func TestRealRoundTrip(t *testing.T) {
	user := fresh(t)
	a := realInbox(t, user)
	a.Handled, a.MarkSeen = "会办/已处理", true
	h := startWatch(t, &Watcher{Account: a}, Position{})
	wait(t, h.ctx, h.idle)
	raw := compose(t, letter(user, user))
	session := realOutbox(t, user).Session()
	defer session.Close()
	for range 2 { // the second time the folder for handled mail is there
		expect(t, session.Send(h.ctx, Envelope{user, []string{strings.Replace(user, "@", "+t1@", 1)}}, raw), Sent, Accepted, 250)
		m := wait(t, h.ctx, h.got)
		if !bytes.HasSuffix(m.Raw, raw) || !bytes.Contains(m.Raw, []byte("+t1@corp.test")) {
			t.Errorf("arrived as\n%s", m.Raw)
		}
		wait(t, h.ctx, h.idle)
	}
	a.Folder, a.Handled = a.Handled, ""
	handled := startWatch(t, &Watcher{Account: a}, Position{})
	for range 2 {
		wait(t, handled.ctx, handled.got)
	}
}

func TestRealWaysIn(t *testing.T) {
	user := fresh(t)
	ways := map[string]Server{
		"IMAP, TLS":            realServer(t, "HUIBAN_TEST_IMAPS", Implicit, user),
		"IMAP, STARTTLS":       realServer(t, "HUIBAN_TEST_IMAP", STARTTLS, user),
		"IMAP, plain":          realServer(t, "HUIBAN_TEST_IMAP", None, user),
		"submission, TLS":      realServer(t, "HUIBAN_TEST_SUBMISSIONS", Implicit, user),
		"submission, STARTTLS": realServer(t, "HUIBAN_TEST_SUBMISSION", STARTTLS, user),
	}
	for way, s := range ways {
		for _, m := range []Mechanism{"", Plain, Login} {
			s.Mechanism = m
			t.Run(way+" "+string(m), func(t *testing.T) { in(t, s, nil) })
		}
		for _, m := range []Mechanism{"", XOAuth2, OAuthBearer} {
			s.Mechanism, s.Token = m, token(t, user, 3600)
			t.Run(way+" token "+string(m), func(t *testing.T) { in(t, s, nil) })
			s.Token = token(t, user, -1)
			t.Run(way+" expired token "+string(m), func(t *testing.T) { in(t, s, ErrAccount) })
		}
		s.Mechanism, s.Token, s.Password = Plain, nil, "wrong"
		t.Run(way+" wrong password", func(t *testing.T) { in(t, s, ErrAccount) })
		if s.Security != None {
			s.CAFile = ""
			t.Run(way+" unknown certificate", func(t *testing.T) { in(t, s, errAny) })
		}
	}
}

var errAny = errors.New("any error")

// in logs in and compares the error; what SMTP says of the account is an Outcome.
func in(t *testing.T, s Server, want error) {
	t.Helper()
	var err error
	if p := os.Getenv("HUIBAN_TEST_IMAP") + os.Getenv("HUIBAN_TEST_IMAPS"); strings.Contains(p, s.address()) {
		_, err = IMAP{Server: s}.Probe(limit(t))
	} else {
		r := (&Sender{Account: SMTP{Server: s}}).Probe(limit(t))
		if err = r.Err; r.Outcome == Refused {
			err = fmt.Errorf("%w: %w", ErrAccount, err)
		}
	}
	if (err == nil) != (want == nil) || want != nil && !errors.Is(want, errAny) && !errors.Is(err, want) || errors.Is(want, errAny) && errors.Is(err, ErrAccount) {
		t.Errorf("got %v, want %v", err, want)
	}
}

func TestRealRefusals(t *testing.T) {
	user := fresh(t)
	s := realOutbox(t, user)
	raw := compose(t, letter(user, "x@nowhere.test"))
	r := s.Send(limit(t), Envelope{user, []string{"x@nowhere.test", user}}, raw)
	if r.Outcome != Sent || len(r.Refused) != 1 || r.Refused[0].Outcome != Permanent || r.Refused[0].Enhanced != "5.4.4" {
		t.Errorf("%+v", r)
	}
	large := append(raw[:len(raw):len(raw)], bytes.Repeat([]byte(strings.Repeat("x", 76)+"\r\n"), 400_000)...)
	if r := s.Send(limit(t), Envelope{user, []string{user}}, large); r.Outcome != Permanent || r.Code != 552 {
		t.Errorf("too large: %s %s %d %v", r.Outcome, r.Stage, r.Code, r.Err)
	}
}

func TestRealBounceComesBack(t *testing.T) {
	user := fresh(t)
	h := startWatch(t, &Watcher{Account: realInbox(t, user)}, Position{})
	r := realOutbox(t, user).Send(h.ctx, Envelope{user, []string{"x@bounce.test"}}, compose(t, letter(user, "x@bounce.test")))
	expect(t, r, Sent, Accepted, 250)
	if m := wait(t, h.ctx, h.got); !bytes.Contains(m.Raw, []byte("report-type=delivery-status")) {
		t.Errorf("came back:\n%s", m.Raw)
	}
}
