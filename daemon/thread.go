package daemon

import (
	"errors"
	"regexp"
	"slices"
	"strings"

	"github.com/huiban/huiban/parser"
	"github.com/huiban/huiban/parser/message"
	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/store"
)

// thread is what a mail answers.
type thread struct {
	letter   *store.OutLetter    // nil for a fresh mail
	returned *store.OutLetter    // the letter whose Message-ID came back: only who has it can return that
	meeting  secretary.MeetingID // that its calendar object names
	series   string              // policy id: it names a series, or several of its dates, or one that is none
	invited  bool                // the calendar object answers an invitation of ours
}

// threadOf finds what a mail answers: by the token of the address it was sent to, by In-Reply-To and References, and last
// by the code in its subject. A calendar object goes by its UID, since mail programs send it as a mail of its own (imip
// I-20). A bounce encloses what it is about.
func (d *Daemon) threadOf(tx *store.Tx, office secretary.Office, r *parser.Reading, raw []byte, writer *secretary.Person) (t thread, err error) {
	ids := answeredIDs(r, office.Domain)
	if secretary.Automatic(r.Automatic) == secretary.Bounced {
		ids = append(enclosedIDs(raw), ids...)
	}
	if t.returned, err = firstLetter(tx.LetterByMessageID, ids); err != nil {
		return t, err
	}
	if t.letter = t.returned; t.letter == nil {
		if t.letter, err = firstLetter(tx.LetterByCode, codesIn(r.Subject)); err != nil {
			return t, err
		}
	}
	return t, t.byUID(tx, r.Calendar, writer)
}

// byUID lets the calendar object say which meeting the mail is about; the letter is then the newest invitation that the
// writer has.
func (t *thread) byUID(tx *store.Tx, c *secretary.CalendarMessage, writer *secretary.Person) error {
	if c == nil || c.UID == "" {
		return nil
	}
	m, err := tx.MeetingByUID(c.UID)
	if errors.Is(err, store.ErrNotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	t.meeting, t.invited = m.ID, len(c.Answers) > 0
	if m.Run != "" {
		if err := t.byRecurrence(tx, c, m); err != nil {
			return err
		}
	}
	if writer == nil || !t.invited {
		return nil
	}
	all, err := tx.Letters(store.LetterFilter{Case: t.named(), To: writer.ID})
	i := slices.IndexFunc(all, func(l store.OutLetter) bool {
		return l.Letter.Meeting != nil && l.Letter.Meeting.Method == "REQUEST" && l.Letter.Meeting.UID == c.UID
	})
	if t.letter = nil; i >= 0 {
		t.letter = &all[i]
	}
	return err
}

// named is the case that the calendar object names.
func (t *thread) named() secretary.Case {
	if t.series != "" {
		return secretary.SeriesCase(t.series)
	}
	return secretary.MeetingCase(t.meeting)
}

// caseOf is the case that the mail belongs to, the writer's own where it answers nothing.
func (r *mailRead) caseOf() secretary.Case {
	if own, ok := secretary.ApplicationCase(&r.reply); ok {
		return own
	}
	switch {
	case r.series != "" || r.meeting != "":
		return r.named()
	case r.letter != nil:
		return r.letter.Letter.Case
	case r.reply.Writer != "":
		return secretary.PersonCase(r.reply.Writer)
	}
	return ""
}

// answeredIDs are the Message-IDs a mail may be answering, the surest first.
func answeredIDs(r *parser.Reading, domain string) []string {
	var ids []string
	for _, to := range slices.Concat(r.DeliveredTo, r.To) {
		if id := tokenIn(to, domain); id != "" {
			ids = append(ids, id)
		}
	}
	ids = append(ids, r.InReplyTo...)
	for _, id := range slices.Backward(r.References) {
		ids = append(ids, id)
	}
	return ids
}

// ourID is the form of our letters' Message-IDs.
var ourID = regexp.MustCompile(`hb\.[0-9a-z]{26}@[A-Za-z0-9.-]+`)

// enclosedIDs are the Message-IDs of the letters that a bounce is about: of what it encloses (RFC 3462 §1), else as they
// stand in its text, where mail systems without reports quote the header.
func enclosedIDs(raw []byte) []string {
	m := message.Read(raw)
	var ids []string
	for _, e := range m.Enclosed {
		if id := message.Read(e).MessageID; id != "" {
			ids = append(ids, id)
		}
	}
	for _, text := range []string{m.Text, m.HTML(), string(raw)} {
		ids = append(ids, ourID.FindAllString(text, 5)...)
	}
	return ids
}

// code is the thread code that a letter's subject ends with.
var code = regexp.MustCompile(`(?i)\bHB-([0-9a-z]{8,12})\b`)

func codesIn(subject string) []string {
	var out []string
	for _, m := range code.FindAllStringSubmatch(subject, 5) {
		out = append(out, strings.ToUpper(m[1]))
	}
	return out
}

// firstLetter is the first letter found by one of the names, nil where none is.
func firstLetter(find func(string) (store.OutLetter, error), names []string) (*store.OutLetter, error) {
	for _, n := range names {
		l, err := find(n)
		if err == nil {
			return &l, nil
		}
		if !errors.Is(err, store.ErrNotFound) {
			return nil, err
		}
	}
	return nil, nil
}
