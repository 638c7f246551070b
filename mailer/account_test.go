package mailer

import (
	"context"
	"strings"
	"testing"
)

func TestCheckNamesEveryFault(t *testing.T) {
	good := Server{Host: "imap.corp.test", Port: 993, User: huiban, Password: "secret"}
	check := func(what string, spoil func(*Server), want string) {
		t.Helper()
		s := good
		spoil(&s)
		err := s.Check()
		if want == "" && err != nil || want != "" && (err == nil || !strings.Contains(err.Error(), want)) {
			t.Errorf("%s: %v, want %q", what, err, want)
		}
	}
	check("good", func(*Server) {}, "")
	check("no host", func(s *Server) { s.Host = "" }, "host is empty")
	check("no port", func(s *Server) { s.Port = 0 }, "port 0")
	check("port too large", func(s *Server) { s.Port = 70000 }, "port 70000")
	check("unknown security", func(s *Server) { s.Security = "ssl" }, `"ssl"`)
	check("plain text abroad", func(s *Server) { s.Security = None }, "this machine only")
	check("plain text at home", func(s *Server) { s.Security, s.Host = None, "::1" }, "")
	check("no password", func(s *Server) { s.Password = "" }, "no password")
	check("no user", func(s *Server) { s.User, s.Password = "", "" }, "")
	check("token mechanism without token", func(s *Server) { s.Mechanism = XOAuth2 }, "needs a token")
	check("unknown mechanism", func(s *Server) { s.Mechanism = "NTLM" }, `"NTLM"`)
	token := func(context.Context) (string, error) { return "", nil }
	check("token", func(s *Server) { s.Password, s.Token = "", token }, "")

	err := Account{IMAP: IMAP{Server: Server{Host: "x"}, Handled: "INBOX"}, SMTP: SMTP{Server: Server{Port: 25}}}.Check()
	if err == nil || !strings.Contains(err.Error(), "imap: port 0") || !strings.Contains(err.Error(), "handled mail") || !strings.Contains(err.Error(), "smtp: host") {
		t.Errorf("both: %v", err)
	}
}

func TestPlainTextIsNotSpokenAbroad(t *testing.T) {
	s := Server{Host: "192.0.2.1", Port: 25, Security: None}
	if _, err := s.dial(t.Context(), 0); err == nil || !strings.Contains(err.Error(), "this machine only") {
		t.Errorf("got %v", err)
	}
}
