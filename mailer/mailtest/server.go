package mailtest

import (
	"crypto/tls"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"slices"
	"sync"
	"time"

	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapserver"
	"github.com/emersion/go-smtp"
)

// Options are the settings of a server. Only Now is required.
type Options struct {
	Now      func() time.Time
	Name     string         // the server's name in Received and Authentication-Results; "" means "mx.demo"
	Domains  []string       // served domains; empty means every domain there is
	Password string         // opens every mailbox made on the fly; "" means "secret"
	SMTPAddr string         // where to listen; "" means a free port of 127.0.0.1
	IMAPAddr string         // likewise
	OnMail   func(Delivery) // called for each mail in the order of the journal, from one goroutine; may send mail itself
	TLS      *tls.Config    // when set, both servers offer STARTTLS; see also Options.Implicit
	Implicit bool           // with TLS: both servers speak TLS from the first byte
	Log      *slog.Logger   // nil logs nothing
}

// Server is a running mail server. Close it when done.
type Server struct {
	options  Options
	smtp     *smtp.Server
	imap     *imapserver.Server
	smtpLine net.Listener
	imapLine net.Listener
	validity uint32 // of the folders made by this process: real servers never reuse one
	journal  *journal
	faults   faults
	serving  sync.WaitGroup

	mu       sync.Mutex
	accounts map[string]*account // by lower-case base address
}

// Start listens and serves until Close.
func Start(o Options) (*Server, error) {
	if o.Now == nil {
		return nil, errors.New("mailtest: Options.Now is missing")
	}
	s := &Server{options: o.withDefaults(), accounts: map[string]*account{}}
	s.validity = uint32(o.Now().Unix())
	s.journal = newJournal(o.OnMail)
	if err := s.listen(); err != nil {
		s.journal.close()
		return nil, err
	}
	s.serve()
	return s, nil
}

func (o Options) withDefaults() Options {
	set := func(s *string, d string) {
		if *s == "" {
			*s = d
		}
	}
	set(&o.Name, "mx.demo")
	set(&o.Password, "secret")
	set(&o.SMTPAddr, "127.0.0.1:0")
	set(&o.IMAPAddr, "127.0.0.1:0")
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	return o
}

func (s *Server) listen() (err error) {
	if s.smtpLine, err = net.Listen("tcp", s.options.SMTPAddr); err != nil {
		return err
	}
	if s.imapLine, err = net.Listen("tcp", s.options.IMAPAddr); err != nil {
		s.smtpLine.Close()
	}
	return err
}

func (s *Server) serve() {
	s.smtp = s.newSMTP()
	s.imap = imapserver.New(&imapserver.Options{
		NewSession:   s.newIMAPSession,
		Caps:         imap.CapSet{imap.CapIMAP4rev1: {}, imap.CapMove: {}, imap.CapUIDPlus: {}, imap.CapNamespace: {}},
		Logger:       quiet{s.options.Log},
		InsecureAuth: true,
		TLSConfig:    s.startTLS(),
	})
	s.serving.Go(func() { s.smtp.Serve(s.tap(s.smtpLine, &s.faults.muteSMTP)) })
	s.serving.Go(func() { s.imap.Serve(s.tap(s.imapLine, &s.faults.muteIMAP)) })
}

func (s *Server) startTLS() *tls.Config {
	if s.options.Implicit {
		return nil
	}
	return s.options.TLS
}

// Close stops both servers, drops all connections and returns when OnMail has been called for every mail.
func (s *Server) Close() {
	s.smtpLine.Close() // the libraries close only what they have begun to serve
	s.imapLine.Close()
	s.smtp.Close()
	s.imap.Close()
	s.serving.Wait()
	s.CutSMTP()
	s.CutIMAP()
	s.journal.close()
}

// SMTPAddr returns host:port of the SMTP server.
func (s *Server) SMTPAddr() string { return s.smtpLine.Addr().String() }

// IMAPAddr returns host:port of the IMAP server.
func (s *Server) IMAPAddr() string { return s.imapLine.Addr().String() }

// SMTPPort returns the port of the SMTP server.
func (s *Server) SMTPPort() int { return s.smtpLine.Addr().(*net.TCPAddr).Port }

// IMAPPort returns the port of the IMAP server.
func (s *Server) IMAPPort() int { return s.imapLine.Addr().(*net.TCPAddr).Port }

// Accounts returns the addresses that have a mailbox, sorted.
func (s *Server) Accounts() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	var l []string
	for a := range s.accounts {
		l = append(l, a)
	}
	slices.Sort(l)
	return l
}

// Mailbox returns what was delivered to an address, oldest first, whatever its reader did with it since.
func (s *Server) Mailbox(addr string) []Message {
	a := s.existing(addr)
	if a == nil {
		return nil
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	return slices.Clone(a.received)
}

// Journal returns every mail that was taken, in order.
func (s *Server) Journal() []Delivery { return s.journal.all() }

// quiet passes what the libraries log on to the debug level.
type quiet struct{ log *slog.Logger }

func (q quiet) Printf(format string, v ...any) {
	q.log.Debug("mail server", "message", fmt.Sprintf(format, v...))
}

func (q quiet) Println(v ...any) { q.log.Debug("mail server", "message", fmt.Sprint(v...)) }
