package store

import (
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/huiban/huiban/secretary"
)

func saveMail(t testing.TB, s *Store, m Mail) (id int64, fresh bool) {
	t.Helper()
	do(t, s, func(tx *Tx) (err error) { id, fresh, err = tx.SaveMail(m); return err })
	return id, fresh
}

func mailNo(uid uint32, text string) Mail {
	return Mail{Mailbox: "INBOX", UIDValidity: 7, UID: uid, Raw: []byte(text)}
}

func TestSaveMailOnce(t *testing.T) {
	each(t, func(t *testing.T, db *database) {
		s := db.open(t)
		first, fresh := saveMail(t, s, mailNo(1, "同意"))
		if !fresh {
			t.Fatal("the first mail is not fresh")
		}
		rebuilt := mailNo(90, "同意")
		rebuilt.UIDValidity = 8
		for what, c := range map[string]struct {
			m     Mail
			fresh bool
		}{
			"read twice":                       {mailNo(1, "同意"), false},
			"same place, changed by a server":  {mailNo(1, "同意 "), false},
			"mailbox rebuilt":                  {rebuilt, false},
			"came another way":                 {Mail{Mailbox: "stdin", Raw: []byte("同意")}, false},
			"another mail, same place rebuilt": {Mail{Mailbox: "INBOX", UIDValidity: 8, UID: 1, Raw: []byte("不同意")}, true},
			"no place":                         {Mail{Mailbox: "stdin", Raw: []byte("a")}, true},
			"no place either":                  {Mail{Mailbox: "stdin", Raw: []byte("b")}, true},
			"empty":                            {Mail{Mailbox: "stdin"}, true},
		} {
			id, fresh := saveMail(t, s, c.m)
			if fresh != c.fresh || (id == first) == fresh {
				t.Errorf("%s: id %d (first %d), fresh %v", what, id, first, fresh)
			}
		}
		do(t, s, func(tx *Tx) error {
			m, err := tx.Mail(first)
			if err != nil {
				return err
			}
			raw, err := tx.RawMail(m)
			if string(raw) != "同意" || m.UID != 1 || m.UIDValidity != 7 || !m.Arrived.Equal(tx.Now) {
				t.Errorf("kept %+v: %q", m, raw)
			}
			return err
		})
	})
}

func TestPosition(t *testing.T) {
	each(t, func(t *testing.T, db *database) {
		s := db.open(t)
		for _, want := range []Position{{}, {7, 4294967295}, {8, 1}} {
			do(t, s, func(tx *Tx) error {
				if want != (Position{}) {
					if err := tx.SetPosition("INBOX", want); err != nil {
						return err
					}
				}
				is, err := tx.Position("INBOX")
				if is != want {
					t.Errorf("got %v, want %v", is, want)
				}
				return err
			})
		}
	})
}

func judged() MailVerdict {
	return MailVerdict{
		Verdict: secretary.ActedOn, Reason: "attend", From: "li.na@example.com", Writer: "li.na", Proof: secretary.Proven,
		Subject: "回复：例会\x00", MessageID: "m1@example.com", LetterKey: "k1", Understood: `[{"kind":"attend"}]`,
	}
}

func TestOneVerdict(t *testing.T) {
	each(t, func(t *testing.T, db *database) {
		s := db.open(t)
		id, _ := saveMail(t, s, mailNo(1, "同意"))
		do(t, s, func(tx *Tx) error { return tx.SetVerdict(id, judged()) })
		// The second reading's effect is given up with its verdict.
		err := s.Do(t.Context(), func(tx *Tx) error {
			tx.Record(entry("meeting:A-1", "attend"))
			return tx.SetVerdict(id, judged())
		})
		if !errors.Is(err, ErrJudged) {
			t.Errorf("judged twice: %v", err)
		}
		do(t, s, func(tx *Tx) error {
			found, err := tx.Mails(MailFilter{Verdict: secretary.ActedOn, Writer: "li.na", LetterKey: "k1"})
			want := judged()
			want.Subject = "回复：例会\ufffd"
			if len(found) != 1 || found[0].MailVerdict != want || !found[0].JudgedAt.Equal(tx.Now) {
				t.Errorf("found %+v", found)
			}
			if st, err := tx.Status(); err != nil || st.Journal != 0 || st.Mails[secretary.ActedOn] != 1 {
				t.Errorf("status %+v: %v", st, err)
			}
			return err
		})
		do(t, s, func(tx *Tx) error {
			v := judged()
			v.Verdict = secretary.AskedBack
			return tx.Rejudge(id, secretary.ActedOn, v)
		})
	})
}

// A mail whose daemon ended between saving and judging is found again.
func TestClaimMails(t *testing.T) {
	each(t, func(t *testing.T, db *database) {
		s := db.open(t)
		one, _ := saveMail(t, s, mailNo(1, "one"))
		two, _ := saveMail(t, s, mailNo(2, "two"))
		do(t, s, func(tx *Tx) error { return tx.SetVerdict(one, judged()) })
		claim := func() []InMail {
			got, err := s.ClaimMails(t.Context(), "one", 10, lease)
			if err != nil {
				t.Fatal(err)
			}
			return got
		}
		if got := claim(); len(got) != 1 || got[0].ID != two || got[0].Attempts != 1 {
			t.Fatalf("claimed %+v", got)
		}
		if got := claim(); len(got) != 0 {
			t.Errorf("claimed during the lease: %+v", got)
		}
		db.clock.Add(lease)
		if got := claim(); len(got) != 1 || got[0].Attempts != 2 {
			t.Errorf("claimed after the lease: %+v", got)
		}
	})
}

// Several daemons that read one mailbox act once on each mail.
func TestRacingReaders(t *testing.T) {
	each(t, func(t *testing.T, db *database) {
		stores := []*Store{db.open(t), db.open(t)}
		var acted, fresh atomic.Int64
		var wg sync.WaitGroup
		for i := range 4 {
			wg.Go(func() {
				for n := range 10 {
					read(t, stores[i%2], mailNo(uint32(n+1), fmt.Sprint("mail ", n)), &fresh, &acted)
				}
			})
		}
		wg.Wait()
		if fresh.Load() != 10 || acted.Load() != 10 {
			t.Errorf("%d fresh and %d acted on, of 10", fresh.Load(), acted.Load())
		}
	})
}

func read(t *testing.T, s *Store, m Mail, fresh, acted *atomic.Int64) {
	var id int64
	var isFresh bool
	err := s.Do(t.Context(), func(tx *Tx) (err error) { id, isFresh, err = tx.SaveMail(m); return err })
	if err != nil {
		t.Error(err)
	}
	if isFresh {
		fresh.Add(1)
	}
	err = s.Do(t.Context(), func(tx *Tx) error { return tx.SetVerdict(id, judged()) })
	switch {
	case err == nil:
		acted.Add(1)
	case !errors.Is(err, ErrJudged):
		t.Error(err)
	}
}
