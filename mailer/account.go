package mailer

import (
	"context"
	"errors"
	"fmt"
	"net"
	"strconv"
	"time"
)

// Security says how a connection is encrypted.
type Security string

// The securities there are.
const (
	Implicit Security = "implicit" // TLS from the first byte (993, 465); preferred, and the zero value's meaning
	STARTTLS Security = "starttls" // upgraded before anything secret is said (143, 587); never silently skipped
	None     Security = "none"     // plain text; allowed to this machine only
)

// Mechanism names a way to log in (SASL, RFC 4422).
type Mechanism string

// The mechanisms there are. The zero value takes the best one the server offers for the credentials at hand.
const (
	Plain       Mechanism = "PLAIN"
	Login       Mechanism = "LOGIN"
	XOAuth2     Mechanism = "XOAUTH2"
	OAuthBearer Mechanism = "OAUTHBEARER" // RFC 7628
)

// Server is where and how to log in. A zero User means no log-in at all (an SMTP relay on a private network).
type Server struct {
	Host     string
	Port     int
	Security Security
	User     string
	Password string
	// Token returns a fresh OAuth2 access token; it is asked before each log-in and is used instead of Password
	// when not nil.
	Token     func(ctx context.Context) (string, error)
	Mechanism Mechanism
	// CAFile is a PEM file of certificates to trust instead of the system's; "" means the system's.
	CAFile string
}

// IMAP is a mailbox to follow.
type IMAP struct {
	Server
	Folder   string        // the folder that is read; "" means INBOX
	Handled  string        // where a message goes once it is stored; "" leaves it in place
	MarkSeen bool          // sets \Seen once it is stored
	MaxBytes int64         // a larger message is delivered as its header only; 0 means 30 MiB
	IdleFor  time.Duration // how long one IDLE lasts, 5 to 9 minutes suit every provider; 0 means 7 minutes
	Poll     time.Duration // how often to look when the server has no IDLE; 0 means 1 minute
	Timeout  time.Duration // how long one command may take before the line is given up; 0 means 1 minute
	Backoff  time.Duration // the first pause after a failure, doubled up to 15 minutes; 0 means 2 seconds
}

// SMTP is a server that takes our mail.
type SMTP struct {
	Server
	Hello   string        // the name said in EHLO; "" means "localhost", so that no host name leaks
	Timeout time.Duration // how long one command may take; 0 means 1 minute
	Accept  time.Duration // how long the answer after the last byte may take; 0 means 10 minutes (RFC 5321 §4.5.3.2.6)
}

// Account is the pair of servers of huiban's own address.
type Account struct {
	IMAP IMAP
	SMTP SMTP
}

// Check returns every fault of both servers' settings, joined; nil when there is none. It does not connect.
func (a Account) Check() error {
	return errors.Join(prefix("imap", a.IMAP.Check()), prefix("smtp", a.SMTP.Check()))
}

// Check returns every fault of the settings, joined; nil when there is none. It does not connect.
func (a IMAP) Check() error {
	if a.Handled != "" && a.Handled == a.folder() {
		return errors.Join(a.Server.Check(), errors.New("the folder for handled mail is the one that is read"))
	}
	return a.Server.Check()
}

func prefix(what string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s: %w", what, err)
}

// Check returns every fault of the settings, joined; nil when there is none. It does not connect.
func (s Server) Check() error {
	return errors.Join(s.checkAddress(), s.checkSecurity(), s.checkLogin())
}

func (s Server) checkAddress() error {
	if s.Host == "" {
		return errors.New("host is empty")
	}
	if s.Port < 1 || s.Port > 65535 {
		return fmt.Errorf("port %d is not between 1 and 65535", s.Port)
	}
	return nil
}

func (s Server) checkSecurity() error {
	switch s.Security {
	case Implicit, STARTTLS, "":
		return nil
	case None:
		if !loopback(s.Host) {
			return fmt.Errorf("unencrypted connections are allowed to this machine only, not to %s", s.Host)
		}
		return nil
	}
	return fmt.Errorf("unknown security %q (implicit, starttls or none)", s.Security)
}

func (s Server) checkLogin() error {
	switch s.Mechanism {
	case XOAuth2, OAuthBearer:
		if s.Token == nil {
			return fmt.Errorf("mechanism %s needs a token", s.Mechanism)
		}
	case Plain, Login, "":
		if s.User != "" && s.Password == "" && s.Token == nil {
			return fmt.Errorf("no password for %s", s.User)
		}
	default:
		return fmt.Errorf("unknown mechanism %q (PLAIN, LOGIN, XOAUTH2 or OAUTHBEARER)", s.Mechanism)
	}
	return nil
}

func loopback(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

func (s Server) address() string { return net.JoinHostPort(s.Host, strconv.Itoa(s.Port)) }

func (a IMAP) folder() string {
	if a.Folder == "" {
		return "INBOX"
	}
	return a.Folder
}

func (a IMAP) maxBytes() int64 {
	if a.MaxBytes == 0 {
		return 30 << 20
	}
	return a.MaxBytes
}

func orElse(d, otherwise time.Duration) time.Duration {
	if d == 0 {
		return otherwise
	}
	return d
}

func (a IMAP) timeout() time.Duration { return orElse(a.Timeout, time.Minute) }
func (a SMTP) timeout() time.Duration { return orElse(a.Timeout, time.Minute) }
