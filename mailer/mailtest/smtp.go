package mailtest

import (
	"crypto/tls"
	"io"
	"net"
	"strings"

	"github.com/emersion/go-sasl"
	"github.com/emersion/go-smtp"
)

func (s *Server) newSMTP() *smtp.Server {
	m := smtp.NewServer(smtp.BackendFunc(func(c *smtp.Conn) (smtp.Session, error) {
		return &smtpSession{server: s, conn: c}, nil
	}))
	m.Domain = s.options.Name
	m.AllowInsecureAuth = true
	m.EnableSMTPUTF8 = true
	m.MaxMessageBytes = 50 << 20
	m.TLSConfig = s.startTLS()
	m.ErrorLog = quiet{s.options.Log}
	return m
}

// tap puts a listener's connections under the faults' control.
func (s *Server) tap(l net.Listener, mute *toggle) net.Listener {
	l = &tapped{l, mute, &s.faults}
	if s.options.Implicit && s.options.TLS != nil {
		return tls.NewListener(l, s.options.TLS)
	}
	return l
}

// smtpSession takes mail from one client. Who does not log in counts as the world outside.
type smtpSession struct {
	server *Server
	conn   *smtp.Conn
	login  *account // nil before log-in
	from   string
	to     []string
}

func (t *smtpSession) AuthMechanisms() []string { return []string{sasl.Plain} }

func (t *smtpSession) Auth(string) (sasl.Server, error) {
	return sasl.NewPlainServer(func(_, user, password string) error {
		if t.login = t.server.login(user, password); t.login == nil {
			return smtp.ErrAuthFailed
		}
		return nil
	}), nil
}

func (t *smtpSession) Mail(from string, _ *smtp.MailOptions) error {
	t.from, t.to = from, nil
	return nil
}

func (t *smtpSession) Rcpt(to string, _ *smtp.RcptOptions) error {
	if err := t.server.faults.refuse(to); err != nil {
		return err
	}
	if !t.server.serves(to) {
		return &smtp.SMTPError{Code: 550, EnhancedCode: smtp.EnhancedCode{5, 1, 2}, Message: "no such domain here"}
	}
	t.to = append(t.to, to)
	return nil
}

func (t *smtpSession) Data(r io.Reader) error {
	raw, err := io.ReadAll(r)
	if err != nil {
		return err
	}
	if err := t.server.faults.refuseData(); err != nil {
		return err
	}
	if err := t.server.deliver(t, raw); err != nil {
		return err
	}
	if t.server.faults.dropsLine() {
		t.conn.Conn().Close()
	}
	return nil
}

func (t *smtpSession) Reset()        { t.from, t.to = "", nil }
func (t *smtpSession) Logout() error { return nil }

func (t *smtpSession) user() string {
	if t.login == nil {
		return ""
	}
	return t.login.address
}

func (t *smtpSession) protocol() string {
	p := "ESMTP"
	if _, encrypted := t.conn.TLSConnectionState(); encrypted {
		p += "S"
	}
	if t.login != nil {
		p += "A"
	}
	return p
}

func (t *smtpSession) peer() string {
	host, _, _ := strings.Cut(t.conn.Conn().RemoteAddr().String(), ":")
	return host
}
