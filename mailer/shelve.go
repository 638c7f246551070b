package mailer

import (
	"errors"

	"github.com/emersion/go-imap/v2"
)

// shelve marks a stored message and puts it into the folder for handled mail. It is stored already, so nothing that
// goes wrong here matters; a broken line shows itself at the next command.
func (l *imapLine) shelve(m Message) {
	set := imap.UIDSetNum(imap.UID(m.UID))
	if l.account.MarkSeen {
		l.log("mark message as seen", m, l.command(func() error {
			return l.client.Store(set, &imap.StoreFlags{Op: imap.StoreFlagsAdd, Silent: true, Flags: []imap.Flag{imap.FlagSeen}}, nil).Close()
		}))
	}
	if l.account.Handled != "" {
		l.log("move message to the folder for handled mail", m, l.move(set))
	}
}

// move makes the folder when the server says that it is missing, and tries again.
func (l *imapLine) move(set imap.UIDSet) error {
	err := l.moveOnce(set)
	var no *imap.Error
	if !errors.As(err, &no) || no.Type != imap.StatusResponseTypeNo {
		return err
	}
	if err := l.command(func() error { return l.client.Create(l.account.Handled, nil).Wait() }); err != nil {
		return err
	}
	return l.moveOnce(set)
}

// moveOnce copies where the server has no MOVE: the library's own fallback would delete and expunge the original, and
// huiban deletes nothing.
func (l *imapLine) moveOnce(set imap.UIDSet) error {
	return l.command(func() error {
		if l.caps.Has(imap.CapMove) {
			_, err := l.client.Move(set, l.account.Handled).Wait()
			return err
		}
		_, err := l.client.Copy(set, l.account.Handled).Wait()
		return err
	})
}

func (l *imapLine) log(doing string, m Message, err error) {
	if err != nil && l.logger != nil {
		l.logger.Warn("mail not shelved", "doing", doing, "uid", m.UID, "error", err)
	}
}
