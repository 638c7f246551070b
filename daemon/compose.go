package daemon

import (
	"context"
	"errors"
	"fmt"
	"net/mail"
	"slices"
	"strings"

	"github.com/huiban/huiban/calendar"
	"github.com/huiban/huiban/mailer"
	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/store"
	"github.com/huiban/huiban/templates"
)

// Product names huiban in calendar objects.
const Product = calendar.Product

// letterFault says that a letter cannot be made, however often it is tried.
type letterFault struct{ error }

func (f letterFault) Unwrap() error { return f.error }

// compose makes the mail of a letter, to its addressee's address of today: its text in both forms, its calendar part and
// its documents. A *letterFault says that it cannot be made; any other error is the store's.
func (d *Daemon) compose(ctx context.Context, l *store.OutLetter) (raw []byte, env mailer.Envelope, err error) {
	var office secretary.Office
	var files []mailer.Attachment
	err = d.Store.View(ctx, func(tx *store.Tx) (err error) {
		if office, err = tx.Office(); err != nil {
			return err
		}
		if err = readdress(tx, &l.Letter); err != nil {
			return err
		}
		files, err = stored(tx, l.Letter.Files)
		return err
	})
	if err != nil {
		return nil, env, err
	}
	raw, err = protect(func() ([]byte, error) { return d.written(office, *l, files) })
	if err != nil {
		return nil, env, &letterFault{err}
	}
	return raw, mailer.Envelope{From: office.Address, To: d.waiting(&l.Letter)}, nil
}

// readdress gives a person of the directory the address of today: one that was wrong may have been corrected since the
// letter was decided.
func readdress(tx *store.Tx, l *secretary.Letter) error {
	people, err := tx.Directory()
	if err != nil {
		return err
	}
	who := people.Person(l.To.ID)
	if who == nil || who.Email == "" || who.Email == l.To.Email {
		return nil
	}
	l.To.Email = who.Email
	if l.Meeting == nil {
		return nil
	}
	for n := range l.Meeting.Seats {
		if s := &l.Meeting.Seats[n]; s.ID == who.ID {
			s.Email = who.Email
		}
	}
	return nil
}

// stored fetches the files that go with a letter.
func stored(tx *store.Tx, files []secretary.File) ([]mailer.Attachment, error) {
	var out []mailer.Attachment
	for _, f := range files {
		data, err := tx.Document(f.Hash)
		if errors.Is(err, store.ErrNotFound) || errors.Is(err, store.ErrDamaged) {
			return nil, &letterFault{err}
		}
		if err != nil {
			return nil, err
		}
		out = append(out, mailer.Attachment{Name: f.Name, Type: f.Type, Data: data})
	}
	return out, nil
}

// wording is what a letter's text needs besides the letter.
func (d *Daemon) wording(l *store.OutLetter, office secretary.Office) templates.Options {
	return templates.Options{
		Office: office, ReplyTo: d.replyTo(office.Address, l.MessageID), Code: "HB-" + l.Code, MessageID: l.MessageID, Wording: d.Wording,
	}
}

// written writes the letter down, signed where a key is set, and looks it over before it leaves.
func (d *Daemon) written(office secretary.Office, l store.OutLetter, files []mailer.Attachment) ([]byte, error) {
	m, err := d.mail(office, l, files)
	if err != nil {
		return nil, err
	}
	raw, err := mailer.Compose(m)
	if err != nil {
		return nil, err
	}
	if d.DKIM != nil {
		if raw, err = d.DKIM.Sign(raw); err != nil {
			return nil, err
		}
	}
	if faults := mailer.Lint(raw); len(faults) > 0 {
		return nil, fmt.Errorf("the letter breaks a rule of mail: %s", strings.Join(faults, "; "))
	}
	return raw, nil
}

// mail is the letter as a mail to be composed.
func (d *Daemon) mail(office secretary.Office, out store.OutLetter, files []mailer.Attachment) (mailer.Mail, error) {
	l, o := &out.Letter, d.wording(&out, office)
	page, err := templates.Render(l, o)
	if err != nil {
		return mailer.Mail{}, err
	}
	m := mailer.Mail{
		From:      mail.Address{Name: sender(office, l), Address: office.Address},
		To:        mail.Address{Name: l.To.Name, Address: l.To.Email},
		MessageID: out.MessageID, InReplyTo: l.InReply, Date: out.QueuedAt.In(d.Calendar.Zone(office.Zone)),
		Subject: page.Subject, Text: page.Text, HTML: page.HTML, Header: map[string]string{"X-Huiban-Letter": string(l.Kind)},
	}
	if o.ReplyTo != office.Address {
		m.ReplyTo = mail.Address{Name: m.From.Name, Address: o.ReplyTo}
	}
	if l.InReply != "" {
		m.Auto, m.References = "auto-replied", []string{l.InReply}
	}
	for _, c := range l.Cc {
		m.Cc = append(m.Cc, mail.Address{Name: c.Name, Address: c.Email})
	}
	if err := d.enclose(&m, l, o, files); err != nil {
		return m, err
	}
	if d.RedirectAllTo != "" {
		redirect(&m, d.RedirectAllTo)
	}
	return m, nil
}

// sender is the name that a letter goes out under: the office's, and with minutes whoever publishes them (G-02).
func sender(office secretary.Office, l *secretary.Letter) string {
	name := office.Name.In(l.Lang)
	if l.Kind != secretary.MinutesPublish || l.By == nil || l.By.Name == "" {
		return name
	}
	if l.Lang == secretary.English {
		return fmt.Sprintf("%s (%s)", l.By.Name, name)
	}
	return fmt.Sprintf("%s（%s）", l.By.Name, name)
}

// withoutFile reports whether readers of that address get no copy of an invitation as a file.
func (d *Daemon) withoutFile(address string) bool {
	_, domain, _ := strings.Cut(address, "@")
	return slices.ContainsFunc(d.NoICSFile, func(s string) bool { return strings.EqualFold(s, domain) })
}

// enclose adds the iTIP part of a letter that carries one, the documents that are made from it, and its stored files.
func (d *Daemon) enclose(m *mailer.Mail, l *secretary.Letter, o templates.Options, files []mailer.Attachment) error {
	if method := l.CalendarMethod(); method != "" {
		object, err := CalendarPart(l, o.Office)
		if err != nil {
			return err
		}
		m.Calendar, m.Method, m.NoInvite = object, method, d.withoutFile(l.To.Email)
	}
	for _, doc := range l.Documents {
		name, data, err := templates.Document(doc, l, o)
		if err != nil {
			return err
		}
		m.Attachments = append(m.Attachments, mailer.Attachment{Name: name, Type: mediaType(name), Data: data})
	}
	m.Attachments = append(m.Attachments, files...)
	return nil
}

// CalendarPart is the iTIP object of a letter that carries one, looked over by the rules: an invitation of ours with what
// follows it, our answer to somebody else's, or an entry for a due date.
func CalendarPart(l *secretary.Letter, office secretary.Office) ([]byte, error) {
	write, faults := calendar.Request, calendar.LintObject
	switch {
	case l.Meeting == nil || l.Meeting.Method == "":
		write = calendar.DueEntry
	case l.Meeting.Method == "REPLY":
		write, faults = calendar.Accept, func(data []byte) []string { return calendar.LintAnswer(data, l.Meeting.Adopted.Invited) }
	}
	object, err := write(l, office, Product)
	if err != nil {
		return nil, err
	}
	if found := faults(object); len(found) > 0 {
		return nil, fmt.Errorf("the invitation breaks a rule of iTIP: %s", strings.Join(found, "; "))
	}
	return object, nil
}

// mediaType tells what a document is. A calendar of data is a file like any other: as text/calendar some program would look
// for an invitation in it.
func mediaType(name string) string {
	if strings.HasSuffix(name, ".ics") {
		return "application/octet-stream"
	}
	if strings.HasSuffix(name, ".xlsx") {
		return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
	}
	return "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
}
