package mailtest

import (
	"bytes"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapserver/imapmemserver"
)

// Message is one mail in a mailbox.
type Message struct {
	To       string    // the recipient as given in SMTP, sub-address included
	Raw      []byte    // as its owner reads it, trace headers included
	Received time.Time // when it was taken
}

// account is one mailbox.
type account struct {
	address string
	user    *imapmemserver.User
	moving  sync.Mutex // held while messages are copied or moved: two sessions may want the same one

	mu       sync.Mutex
	password string
	received []Message
	change   chan struct{} // closed and replaced when a folder changes
}

// changed returns a channel that is closed at the next change of a folder.
func (a *account) changed() <-chan struct{} {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.change
}

func (a *account) announce() {
	a.mu.Lock()
	defer a.mu.Unlock()
	close(a.change)
	a.change = make(chan struct{})
}

// base returns the mailbox an address belongs to: in lower case and without its sub-address.
func base(addr string) string {
	local, domain, _ := strings.Cut(strings.ToLower(addr), "@")
	local, _, _ = strings.Cut(local, "+")
	return local + "@" + domain
}

func domainOf(addr string) string {
	return strings.ToLower(addr[strings.LastIndexByte(addr, '@')+1:])
}

// Add makes a mailbox with its own password, or changes the password of one.
func (s *Server) Add(addr, password string) {
	a := s.account(addr)
	a.mu.Lock()
	a.password = password
	a.mu.Unlock()
}

func (s *Server) serves(addr string) bool {
	at := strings.LastIndexByte(addr, '@')
	return at > 0 && at < len(addr)-1 &&
		(len(s.options.Domains) == 0 || slices.Contains(s.options.Domains, domainOf(addr)))
}

func (s *Server) existing(addr string) *account {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.accounts[base(addr)]
}

// account returns the mailbox of an address and makes it when there is none.
func (s *Server) account(addr string) *account {
	s.mu.Lock()
	defer s.mu.Unlock()
	b := base(addr)
	a := s.accounts[b]
	if a == nil {
		a = &account{address: b, password: s.options.Password, user: imapmemserver.NewUser(b, ""), change: make(chan struct{})}
		for _, folder := range []string{"INBOX", "Drafts", "Sent", "Junk", "Trash"} {
			a.user.Create(folder, nil) // fails only for a folder that exists
			a.user.Subscribe(folder)
		}
		s.accounts[b] = a
	}
	return a
}

// login returns the mailbox when the password opens it, else nil.
func (s *Server) login(user, password string) *account {
	if !s.serves(user) || s.faults.refusesAuth() {
		return nil
	}
	a := s.account(user)
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.password != password {
		return nil
	}
	return a
}

// put adds a mail to INBOX; sessions in IDLE learn of it at once.
func (a *account) put(m Message) error {
	a.mu.Lock()
	a.received = append(a.received, m)
	a.mu.Unlock()
	_, err := a.user.Append("INBOX", literal{bytes.NewReader(m.Raw)}, &imap.AppendOptions{Time: m.Received})
	a.announce()
	return err
}

type literal struct{ *bytes.Reader }

func (l literal) Size() int64 { return l.Reader.Size() }
