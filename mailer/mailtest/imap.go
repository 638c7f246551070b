package mailtest

import (
	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapserver"
	"github.com/emersion/go-imap/v2/imapserver/imapmemserver"
)

// imapSession is the memory store's session with what it lacks: accounts made on the fly; a UIDVALIDITY that differs
// from process to process (the store begins at 1 each time, so that new mail would look already read to someone who
// remembers); MOVE of a message that somebody else has just moved; and IDLE that does not lose what happens between the
// server's "+" and the moment it begins to listen.
type imapSession struct {
	*imapmemserver.UserSession // nil before log-in
	server                     *Server
	account                    *account
}

func (s *Server) newIMAPSession(*imapserver.Conn) (imapserver.Session, *imapserver.GreetingData, error) {
	return &imapSession{server: s}, nil, nil
}

func (s *imapSession) Login(user, password string) error {
	a := s.server.login(user, password)
	if a == nil {
		return imapserver.ErrAuthFailed
	}
	s.account = a
	s.UserSession = imapmemserver.NewUserSession(a.user)
	return nil
}

func (s *imapSession) Select(name string, o *imap.SelectOptions) (*imap.SelectData, error) {
	d, err := s.UserSession.Select(name, o)
	if err != nil {
		return nil, err
	}
	d.UIDValidity += s.server.validity
	return d, nil
}

func (s *imapSession) Status(name string, o *imap.StatusOptions) (*imap.StatusData, error) {
	d, err := s.UserSession.Status(name, o)
	if err == nil && d.UIDValidity != 0 {
		d.UIDValidity += s.server.validity
	}
	return d, err
}

func (s *imapSession) Append(name string, r imap.LiteralReader, o *imap.AppendOptions) (*imap.AppendData, error) {
	if o.Time.IsZero() {
		o.Time = s.server.options.Now()
	}
	d, err := s.UserSession.Append(name, r, o)
	if err == nil {
		d.UIDValidity += s.server.validity
	}
	s.account.announce()
	return d, err
}

func (s *imapSession) Copy(set imap.NumSet, dest string) (*imap.CopyData, error) {
	s.account.moving.Lock()
	defer s.account.moving.Unlock()
	return s.copy(set, dest)
}

// copy returns nil data when there was nothing to copy: an empty COPYUID would be a syntax error.
func (s *imapSession) copy(set imap.NumSet, dest string) (*imap.CopyData, error) {
	d, err := s.UserSession.Copy(set, dest)
	if err != nil || len(d.SourceUIDs) == 0 {
		return nil, err
	}
	d.UIDValidity += s.server.validity
	s.account.announce()
	return d, nil
}

// Move copies, marks and expunges; the expunge is announced by the session's next poll, as to everyone else.
func (s *imapSession) Move(w *imapserver.MoveWriter, set imap.NumSet, dest string) error {
	s.account.moving.Lock()
	defer s.account.moving.Unlock()
	d, err := s.copy(set, dest)
	if err != nil || d == nil {
		return err
	}
	if err := w.WriteCopyData(d); err != nil {
		return err
	}
	gone := d.SourceUIDs
	if err := s.UserSession.Store(nil, gone, &imap.StoreFlags{Op: imap.StoreFlagsAdd, Silent: true, Flags: []imap.Flag{imap.FlagDeleted}}, nil); err != nil {
		return err
	}
	return s.Expunge(nil, &gone)
}

func (s *imapSession) Expunge(w *imapserver.ExpungeWriter, uids *imap.UIDSet) error {
	defer s.account.announce()
	return s.UserSession.Expunge(w, uids)
}

func (s *imapSession) Store(w *imapserver.FetchWriter, set imap.NumSet, f *imap.StoreFlags, o *imap.StoreOptions) error {
	defer s.account.announce()
	return s.UserSession.Store(w, set, f, o)
}

func (s *imapSession) Idle(w *imapserver.UpdateWriter, stop <-chan struct{}) error {
	for {
		change := s.account.changed()
		if err := s.Poll(w, true); err != nil {
			return err
		}
		select {
		case <-change:
		case <-stop:
			return nil
		}
	}
}
