package mailtest

import (
	"net"
	"sync"
	"sync/atomic"

	"github.com/emersion/go-smtp"
)

// faults is what the server was told to do wrong.
type faults struct {
	muteSMTP, muteIMAP toggle
	noAuth             toggle

	mu    sync.Mutex
	rcpt  map[string]int // base address → reply code
	data  []int          // reply codes for the next messages
	drops int            // so many messages are taken without a word
	conns map[net.Conn]*toggle
}

type toggle struct{ atomic.Bool }

// RefuseRecipient answers RCPT for an address (with any sub-address) with a code such as 550 or 451; 0 ends it.
func (s *Server) RefuseRecipient(addr string, code int) {
	f := &s.faults
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.rcpt == nil {
		f.rcpt = map[string]int{}
	}
	f.rcpt[base(addr)] = code
}

// RefuseMessage answers the next message, once it is sent, with a code such as 554 or 452 and does not take it. Several
// calls add up.
func (s *Server) RefuseMessage(code int) {
	s.faults.mu.Lock()
	defer s.faults.mu.Unlock()
	s.faults.data = append(s.faults.data, code)
}

// DropAfterData takes the next n messages and cuts the connection instead of saying so.
func (s *Server) DropAfterData(n int) {
	s.faults.mu.Lock()
	defer s.faults.mu.Unlock()
	s.faults.drops = n
}

// RefuseLogin refuses every log-in while on.
func (s *Server) RefuseLogin(on bool) { s.faults.noAuth.Store(on) }

// MuteSMTP makes the SMTP server fall silent while on: connections are accepted and listened to, no answer comes.
// Connections that were muted once stay useless.
func (s *Server) MuteSMTP(on bool) { s.faults.muteSMTP.Store(on) }

// MuteIMAP does the same to the IMAP server.
func (s *Server) MuteIMAP(on bool) { s.faults.muteIMAP.Store(on) }

// CutSMTP cuts every SMTP connection there is.
func (s *Server) CutSMTP() { s.faults.cut(&s.faults.muteSMTP) }

// CutIMAP cuts every IMAP connection there is.
func (s *Server) CutIMAP() { s.faults.cut(&s.faults.muteIMAP) }

func (f *faults) refusesAuth() bool { return f.noAuth.Load() }

func (f *faults) refuse(addr string) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	return refusal(f.rcpt[base(addr)], 1, 1, "the mailbox is not available")
}

func (f *faults) refuseData() error {
	f.mu.Lock()
	defer f.mu.Unlock()
	if len(f.data) == 0 {
		return nil
	}
	code := f.data[0]
	f.data = f.data[1:]
	return refusal(code, 7, 1, "the message is not wanted")
}

func refusal(code, subject, detail int, text string) error {
	if code == 0 {
		return nil
	}
	return &smtp.SMTPError{Code: code, EnhancedCode: smtp.EnhancedCode{code / 100, subject, detail}, Message: text}
}

func (f *faults) dropsLine() bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.drops == 0 {
		return false
	}
	f.drops--
	return true
}

func (f *faults) cut(of *toggle) {
	f.mu.Lock()
	var l []net.Conn
	for c, t := range f.conns {
		if t == of {
			l = append(l, c)
		}
	}
	f.mu.Unlock()
	for _, c := range l {
		c.Close()
	}
}

// tapped is a listener whose connections can be muted and cut.
type tapped struct {
	net.Listener
	mute   *toggle
	faults *faults
}

// Accept implements net.Listener.
func (l *tapped) Accept() (net.Conn, error) {
	c, err := l.Listener.Accept()
	if err != nil {
		return nil, err
	}
	l.faults.mu.Lock()
	defer l.faults.mu.Unlock()
	if l.faults.conns == nil {
		l.faults.conns = map[net.Conn]*toggle{}
	}
	t := &tappedConn{Conn: c, listener: l}
	l.faults.conns[t] = l.mute
	return t, nil
}

type tappedConn struct {
	net.Conn
	listener *tapped
}

// Write swallows everything while the server is mute.
func (c *tappedConn) Write(p []byte) (int, error) {
	if c.listener.mute.Load() {
		return len(p), nil
	}
	return c.Conn.Write(p)
}

// Close implements net.Conn.
func (c *tappedConn) Close() error {
	f := c.listener.faults
	f.mu.Lock()
	delete(f.conns, c)
	f.mu.Unlock()
	return c.Conn.Close()
}
