package mailer

import (
	"context"
	"net"
	"strings"
	"time"

	"github.com/emersion/go-sasl"
	"github.com/wneessen/go-mail/smtp"
)

// smtpLine is one logged-in connection.
type smtpLine struct {
	conn    net.Conn
	client  *smtp.Client
	account SMTP
}

// openSMTP connects, encrypts and logs in. On failure it says at which stage.
func openSMTP(ctx context.Context, a SMTP) (*smtpLine, Stage, error) {
	conn, err := a.dial(ctx, a.timeout())
	if err != nil {
		return nil, Connect, err
	}
	stop := context.AfterFunc(ctx, func() { conn.Close() })
	defer stop()
	l := &smtpLine{conn: conn, account: a}
	if err := l.greet(); err != nil {
		conn.Close()
		return nil, Connect, err
	}
	if err := l.login(ctx); err != nil {
		conn.Close()
		return nil, Auth, err
	}
	return l, Auth, nil
}

// greet reads the greeting, says EHLO and encrypts. A server that does not offer STARTTLS when it is configured is
// refused: the upgrade is never skipped.
func (l *smtpLine) greet() error {
	defer watchdog(l.conn, l.account.timeout())()
	client, err := smtp.NewClient(l.conn, l.account.Host)
	if err != nil {
		return err
	}
	l.client = client
	hello := l.account.Hello
	if hello == "" {
		hello = "localhost"
	}
	if err := client.Hello(hello); err != nil || l.account.Security != STARTTLS {
		return err
	}
	config, err := l.account.tls()
	if err != nil {
		return err
	}
	return client.StartTLS(config)
}

func (l *smtpLine) login(ctx context.Context) error {
	if l.account.User == "" {
		return nil
	}
	_, advertised := l.client.Extension("AUTH")
	m, err := l.account.mechanism(func(m Mechanism) bool { return listed(advertised, string(m)) })
	if err != nil {
		return err
	}
	c, err := l.account.credentials(ctx, m)
	if err != nil {
		return err
	}
	defer watchdog(l.conn, l.account.timeout())()
	return l.client.Auth(saslAuth{c})
}

func listed(words, w string) bool {
	for _, f := range strings.Fields(words) {
		if strings.EqualFold(f, w) {
			return true
		}
	}
	return false
}

// transaction sends one message. Recipients that are refused do not stop the others.
func (l *smtpLine) transaction(e Envelope, raw []byte) Result {
	if err := l.from(e); err != nil {
		return failure(MailFrom, err)
	}
	refused, worst := l.recipients(e.To)
	if worst.lost() || len(refused) == len(e.To) {
		worst.Refused = refused
		l.reset()
		return worst
	}
	r := l.data(raw)
	r.Refused = refused
	return r
}

// from says MAIL FROM. SMTPUTF8 is asked for only when an address needs it: otherwise a relay that lacks it
// further on would have to refuse a plain message.
func (l *smtpLine) from(e Envelope) error {
	l.client.SkipSMTPUTF8(ascii(e.From + strings.Join(e.To, "")))
	defer watchdog(l.conn, l.account.timeout())()
	return l.client.Mail("<" + e.From + ">")
}

// recipients says RCPT TO for each. worst is Sent when none was refused, else the refusal to report should all
// have been: a temporary one wins, as a later attempt may then still succeed.
func (l *smtpLine) recipients(to []string) (refused []Refusal, worst Result) {
	worst.Outcome = Sent
	for _, a := range to {
		err := l.rcpt(a)
		if err == nil {
			continue
		}
		r := failure(RcptTo, err)
		refused = append(refused, Refusal{a, r.Outcome, r.Code, r.Enhanced, r.Text})
		if worst.Outcome == Sent || r.Outcome == Temporary {
			worst = r
		}
		if r.lost() {
			break
		}
	}
	return refused, worst
}

func (l *smtpLine) rcpt(a string) error {
	defer watchdog(l.conn, l.account.timeout())()
	return l.client.Rcpt("<" + a + ">")
}

// data sends the message itself. Until the last byte nothing is taken; after it only the answer tells.
func (l *smtpLine) data(raw []byte) Result {
	stop := watchdog(l.conn, l.account.timeout())
	w, err := l.client.Data()
	stop()
	if err != nil {
		return failure(Data, err)
	}
	defer watchdog(l.conn, orElse(l.account.Accept, 10*time.Minute))()
	if _, err := w.Write(raw); err != nil {
		return failure(Data, err)
	}
	if err := w.Close(); err != nil {
		return failure(Accepted, err)
	}
	r := Result{Outcome: Sent, Stage: Accepted, Code: 250}
	if d, ok := w.(*smtp.DataCloser); ok {
		r.Enhanced, r.Text = words(d.ServerResponse())
	}
	return r
}

func (l *smtpLine) reset() {
	defer watchdog(l.conn, l.account.timeout())()
	l.client.Reset() // a broken line shows itself at the next command
}

func (l *smtpLine) quit() {
	stop := watchdog(l.conn, 5*time.Second)
	l.client.Quit()
	stop()
	l.conn.Close()
}

func (l *smtpLine) drop() { l.conn.Close() }

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// saslAuth lets go-mail's SMTP client use a SASL client, so that IMAP and SMTP share one implementation.
type saslAuth struct{ sasl.Client }

func (a saslAuth) Start(*smtp.ServerInfo) (string, []byte, error) { return a.Client.Start() }

func (a saslAuth) Next(challenge []byte, more bool) ([]byte, error) {
	if !more {
		return nil, nil
	}
	return a.Client.Next(challenge)
}
