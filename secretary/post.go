package secretary

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// outside lists the letters that may go to people outside the company (S3-49, G-48). All others are internal.
var outside = []LetterKind{Invitation, Update, Cancel, Reminder, Handout, Echo, AskBack, Prove, Help}

// external reports whether p is outside the company: marked so, or with an address under one of the domains that a
// policy calls external.
func (d *Desk) external(p *Person) bool {
	return p.External || slices.ContainsFunc(d.abroad(), func(domain string) bool { return under(p.Email, domain) })
}

// abroad lists the domains that the policies call external.
func (d *Desk) abroad() []string {
	if d.domains != nil {
		return *d.domains
	}
	var out []string
	for _, p := range d.Policies {
		out = append(out, p.External...)
	}
	return out
}

// under reports whether an address belongs to a domain or one below it.
func under(address, domain string) bool {
	_, host, _ := strings.Cut(strings.ToLower(address), "@")
	domain = strings.TrimPrefix(strings.ToLower(domain), "@")
	return domain != "" && (host == domain || strings.HasSuffix(host, "."+domain))
}

// book holds what was sent and read on one case.
type book struct{ sent, read *map[string]time.Time }

// book is the case's own; of a meeting that does not exist it is one that nobody keeps.
func (t *turn) book() book {
	kind, id, _ := cutCase(t.c)
	if s := t.Series[id]; kind == "series" && s != nil {
		return book{&s.Sent, &s.Read}
	}
	if kind != "meeting" {
		f := t.folder(PersonID(id))
		return book{&f.Sent, &f.Read}
	}
	m := t.Meetings[MeetingID(id)]
	if m == nil {
		m = &Meeting{}
	}
	return book{&m.Sent, &m.Read}
}

// folder is the person's folder, made where there is none. It lies on the desk once something is put into it.
func (t *turn) folder(id PersonID) *Folder {
	if f := t.Folders[id]; f != nil {
		return f
	}
	return &Folder{Person: id}
}

// keep puts an entry into the case's book.
func (t *turn) keep(in func(book) *map[string]time.Time, key string) {
	kind, id, _ := cutCase(t.c)
	if f := t.folder(PersonID(id)); kind == "person" {
		t.Folders[f.Person] = f
	}
	m := in(t.book())
	if *m == nil {
		*m = map[string]time.Time{}
	}
	(*m)[key] = t.now
}

// letterKey is a letter's unique key.
func (t *turn) letterKey(k LetterKind, to PersonID, revision string) string {
	return fmt.Sprintf("%s/%s/%s/%s", t.c, k, to, revision)
}

// sentAt is when this letter went out.
func (t *turn) sentAt(k LetterKind, to PersonID, revision string) (time.Time, bool) {
	at, ok := (*t.book().sent)[t.letterKey(k, to, revision)]
	return at, ok
}

// sent reports whether this letter has gone out.
func (t *turn) sent(k LetterKind, to PersonID, revision string) bool {
	_, ok := t.sentAt(k, to, revision)
	return ok
}

// lastSent is when a letter of this kind last went to the person in this case; zero where none did.
func (t *turn) lastSent(k LetterKind, to PersonID) time.Time {
	return t.lastSentAs(k, to, "")
}

// lastSentAs is the same of the letters whose revision begins so.
func (t *turn) lastSentAs(k LetterKind, to PersonID, revision string) time.Time {
	var last time.Time
	prefix := t.letterKey(k, to, revision)
	for key, at := range *t.book().sent {
		if strings.HasPrefix(key, prefix) && at.After(last) {
			last = at
		}
	}
	return last
}

// round is the next time that a question is put: first when it arose, then again each window after it was last put, of an
// hour at the least.
// Windows that passed while nobody was there to ask are not made up for.
func (t *turn) round(k LetterKind, to PersonID, question string, arose time.Time, again func(n int) Span, zone string) (n int, at time.Time, revision string) {
	at = arose
	for ; ; n++ {
		revision = fmt.Sprintf("%s-%d", question, n)
		put, ok := t.sentAt(k, to, revision)
		if !ok {
			return n, at, revision
		}
		at = maxTime(put.Add(time.Hour), again(n).After(t.Calendar, put.In(t.Calendar.Zone(zone))))
	}
}

// send puts a letter into the outcome, once for each key, and never an internal one to the outside. It reports
// whether the letter is on its way.
func (t *turn) send(l Letter, to PersonID, revision string) bool {
	if t.sent(l.Kind, to, revision) {
		return false
	}
	key := t.letterKey(l.Kind, to, revision)
	t.keep(func(b book) *map[string]time.Time { return b.sent }, key) // settled also where it cannot go: it must not fall due again
	return t.post(l, to, key)
}

// patience is how many questions back one person gets in one case and day. A robot that answers them is left alone.
const patience = 8

// answer puts a letter into the outcome that answers the mail at hand; a mail is read once, so it goes once.
func (t *turn) answer(l Letter, r *Reply) {
	l.InReply, l.Subject = r.MessageID, r.Subject
	key := t.letterKey(l.Kind, r.Writer, r.MessageID)
	if l.Kind == AskBack || l.Kind == Prove || l.Kind == Help {
		_, asked := (*t.book().sent)[key]
		if asked || t.sentToday(l.Kind, r.Writer, "") >= patience {
			t.note("loop-held", r.Writer, "", string(l.Kind))
			return
		}
		t.keep(func(b book) *map[string]time.Time { return b.sent }, key)
	}
	if l.Meeting != nil && l.Meeting.Method == "REQUEST" {
		t.keep(func(b book) *map[string]time.Time { return b.sent }, key) // its stamp is known when it comes back (imip I-52)
	}
	t.post(l, r.Writer, key)
}

// sentToday counts the letters of the kind to the person in this case within a day, whose revision begins so.
func (t *turn) sentToday(k LetterKind, to PersonID, revision string) int {
	n := 0
	for key, at := range *t.book().sent {
		if strings.HasPrefix(key, t.letterKey(k, to, revision)) && t.now.Sub(at) < day {
			n++
		}
	}
	return n
}

// post addresses a letter and puts it into the outcome. One that cannot or may not go is journalled instead; one that wants
// something of a role goes to whoever stands in (S0-96).
func (t *turn) post(l Letter, to PersonID, key string) bool {
	if by := t.forRole(&l, to); by != to {
		absent := t.party(to)
		l.For, to = &absent, by
	}
	p := t.Directory.Person(to)
	held := ""
	switch {
	case p == nil || p.Inactive || p.Email == "":
		held = "no-address"
	case t.external(p) && (!slices.Contains(outside, l.Kind) || len(l.Silent) > 0):
		held = "internal-letter-held"
	case slices.ContainsFunc(t.out.Letters, func(o Letter) bool { return o.Key == key }):
		return false
	}
	if held != "" {
		t.note(held, to, "", string(l.Kind))
		return false
	}
	if t.external(p) {
		l.reduce(to)
	}
	t.copyOrganizers(&l, to)
	t.address(&l, p)
	l.Key = key
	l.keepOutOfCalendars()
	t.out.Letters = append(t.out.Letters, l)
	t.note("letter", to, "", string(l.Kind))
	return true
}

func (t *turn) address(l *Letter, p *Person) {
	l.Case, l.To, l.Lang = t.c, t.party(p.ID), t.lang(p)
	if l.Zone == "" {
		l.Zone = t.Office.Zone
	}
	l.Cc = slices.DeleteFunc(l.Cc, func(c Party) bool {
		q := t.Directory.Person(c.ID)
		return q == nil || q.Inactive || c.Email == "" || c.ID == p.ID || c.External && (!slices.Contains(outside, l.Kind) || l.internal())
	})
}

func (t *turn) lang(p *Person) Lang {
	if p.Lang != "" {
		return p.Lang
	}
	if t.Office.Lang != "" {
		return t.Office.Lang
	}
	return Hans
}
