package mailer

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"strings"
	"time"

	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapclient"
)

// imapLine is one logged-in connection with a selected folder. Every command runs under a watchdog, because a server that
// falls silent would block the library for ever.
type imapLine struct {
	conn     net.Conn
	client   *imapclient.Client
	account  IMAP
	caps     imap.CapSet
	validity uint32
	messages uint32        // how many the folder held when it was opened
	logger   *slog.Logger  // may be nil
	news     chan struct{} // holds one token when the folder changed; never blocks the reader
}

// openIMAP connects, logs in and selects the folder. The connection dies with the context.
func openIMAP(ctx context.Context, a IMAP) (*imapLine, error) {
	conn, err := a.dial(ctx, a.timeout())
	if err != nil {
		return nil, fmt.Errorf("connect: %w", err)
	}
	l := &imapLine{conn: conn, account: a, news: make(chan struct{}, 1)}
	stop := context.AfterFunc(ctx, func() { conn.Close() })
	if err := l.start(ctx); err != nil {
		stop()
		conn.Close()
		return nil, err
	}
	return l, nil
}

func (l *imapLine) start(ctx context.Context) error {
	if err := l.greet(); err != nil {
		return fmt.Errorf("greeting: %w", err)
	}
	if err := l.login(ctx); err != nil {
		return fmt.Errorf("log in: %w", err)
	}
	if err := l.introduce(); err != nil {
		return fmt.Errorf("id: %w", err)
	}
	return l.open()
}

// greet encrypts if need be and reads the greeting and the capabilities.
func (l *imapLine) greet() error {
	defer watchdog(l.conn, l.account.timeout())()
	first := ""
	if l.account.Security == STARTTLS {
		if err := l.upgrade(); err != nil {
			return err
		}
		first = "* OK encrypted\r\n" // the server says nothing new after STARTTLS, the library waits for a greeting
	}
	l.client = imapclient.New(newFilter(l.conn, first), &imapclient.Options{
		UnilateralDataHandler: &imapclient.UnilateralDataHandler{Mailbox: l.noticed},
	})
	if err := l.client.WaitGreeting(); err != nil {
		return err
	}
	l.caps = l.client.Caps()
	return nil
}

func (l *imapLine) noticed(d *imapclient.UnilateralDataMailbox) {
	if d.NumMessages == nil {
		return
	}
	select {
	case l.news <- struct{}{}:
	default:
	}
}

// upgrade does STARTTLS by hand, byte by byte, so that the filter can stand above TLS and nothing that was sent
// unencrypted is taken for an answer inside it (RFC 9051 §6.2.1).
func (l *imapLine) upgrade() error {
	if _, err := readLine(l.conn); err != nil {
		return err
	}
	if _, err := io.WriteString(l.conn, "s STARTTLS\r\n"); err != nil {
		return err
	}
	for {
		line, err := readLine(l.conn)
		if err != nil {
			return err
		}
		if tag, rest, _ := strings.Cut(line, " "); tag == "s" {
			if status, _, _ := strings.Cut(rest, " "); !strings.EqualFold(status, "OK") {
				return fmt.Errorf("starttls refused: %s", rest)
			}
			break
		}
	}
	config, err := l.account.tls()
	if err != nil {
		return err
	}
	conn := tls.Client(l.conn, config)
	l.conn = conn
	return conn.Handshake()
}

func readLine(r io.Reader) (string, error) {
	var line []byte
	b := make([]byte, 1)
	for len(line) < 8<<10 {
		if _, err := io.ReadFull(r, b); err != nil {
			return "", err
		}
		if b[0] == '\n' {
			return strings.TrimRight(string(line), "\r"), nil
		}
		line = append(line, b[0])
	}
	return "", errLongLine
}

func (l *imapLine) login(ctx context.Context) error {
	m, err := l.account.mechanism(func(m Mechanism) bool { return l.caps.Has(imap.AuthCap(string(m))) })
	plainLogin := err != nil && l.account.Token == nil && !l.caps.Has(imap.CapLoginDisabled)
	if err != nil && !plainLogin {
		return err
	}
	if plainLogin { // no AUTH= at all: the LOGIN command
		return l.command(func() error { return account(l.client.Login(l.account.User, l.account.Password).Wait()) })
	}
	c, err := l.account.credentials(ctx, m)
	if err != nil {
		return err
	}
	return l.command(func() error { return account(l.client.Authenticate(c)) })
}

// account marks a plain NO or BAD to a log-in as the account's fault. NO with a code that says otherwise (RFC 5530:
// UNAVAILABLE, INUSE, LIMIT ...) is a trouble of the day.
func account(err error) error {
	var no *imap.Error
	if !errors.As(err, &no) {
		return err
	}
	switch no.Code {
	case imap.ResponseCodeUnavailable, imap.ResponseCodeInUse, imap.ResponseCodeLimit, imap.ResponseCodeServerBug:
		return err
	}
	return fmt.Errorf("%w: %w", ErrAccount, err)
}

// introduce sends ID where the server knows it: 163 and 126 answer SELECT with "Unsafe Login" otherwise.
func (l *imapLine) introduce() error {
	return l.command(func() error {
		l.caps = l.client.Caps()
		if !l.caps.Has(imap.CapID) {
			return nil
		}
		_, err := l.client.ID(&imap.IDData{Name: "huiban", Vendor: "huiban"}).Wait()
		return tolerate(err)
	})
}

// tolerate forgets that a server said NO or BAD to something we can do without.
func tolerate(err error) error {
	var no *imap.Error
	if errors.As(err, &no) {
		return nil
	}
	return err
}

func (l *imapLine) open() error {
	return l.command(func() error {
		data, err := l.client.Select(l.account.folder(), nil).Wait()
		if err != nil {
			return fmt.Errorf("select %s: %w", l.account.folder(), err)
		}
		l.validity, l.messages = data.UIDValidity, data.NumMessages
		return nil
	})
}

// command runs f under the watchdog.
func (l *imapLine) command(f func() error) error {
	defer watchdog(l.conn, l.account.timeout())()
	return f()
}

// close ends the connection, politely when it still works.
func (l *imapLine) close() {
	stop := watchdog(l.conn, 2*time.Second)
	if l.client.State() == imap.ConnStateSelected {
		l.client.Logout().Wait()
	}
	stop()
	l.client.Close()
}
