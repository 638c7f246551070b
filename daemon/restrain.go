package daemon

import (
	"slices"
	"time"

	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/store"
)

// A machine that answers every mail, and does not say that it is one, is told from a patient person by nothing but the
// number of its mails. So what is not understood is asked back only a few times a day, and answers of any kind have an end.
const (
	mostVain    = 5  // questions back to one person about one thing, or about proving mails, in a day
	mostAnswers = 20 // answers of any kind to one person about one thing in a day
)

// restrain looks at how often the writer has been answered in the case within a day, and changes the reply where it was
// too often to ask back once more. held takes the answers out of an outcome where there were enough; its effect stays.
func (d *Daemon) restrain(tx *store.Tx, c secretary.Case, r *secretary.Reply) (held func(*secretary.Outcome), err error) {
	n, most := 0, mostAnswers
	switch {
	case r.Writer == "" || r.Automatic != "":
	case r.Proof != secretary.Proven:
		most = mostVain
		n, err = answers(tx, store.LetterFilter{To: r.Writer, Kind: secretary.Prove}, all)
	default:
		if err = d.restrainVain(tx, c, r); err == nil {
			n, err = answers(tx, store.LetterFilter{Case: c, To: r.Writer}, all)
		}
	}
	return func(out *secretary.Outcome) {
		if n >= most {
			hold(out, c, r)
		}
	}, err
}

// restrainVain changes a mail that leads nowhere, where enough of the writer's mails did. The first such mail is put before
// the convener like one that answers nothing: the secretary files those. The ones after it are taken for a machine's.
func (d *Daemon) restrainVain(tx *store.Tx, c secretary.Case, r *secretary.Reply) error {
	n, err := answers(tx, store.LetterFilter{Case: c, To: r.Writer}, wasVain)
	if err != nil || n < mostVain {
		return err
	}
	if vain, err := d.vain(tx, c, *r); err != nil || !vain {
		return err
	}
	if r.About == nil || n > mostVain {
		r.Automatic = secretary.Vacation
		return nil
	}
	about := *r.About
	about.Kind, about.Of = secretary.Pack, "" // a letter that asks nothing
	r.About, r.Intents, r.Calendar = &about, nil, nil
	return nil
}

// wasVain reports whether a letter answered a mail that led nowhere.
func wasVain(l *secretary.Letter) bool {
	return l.Kind == secretary.AskBack || l.Kind == secretary.Echo && len(l.Echoes) > 0 && l.Echoes[0].What == "filed"
}

// vain reports whether a mail would lead nowhere, by trying on a desk that is thrown away.
func (d *Daemon) vain(tx *store.Tx, c secretary.Case, r secretary.Reply) (bool, error) {
	desk, err := tx.OpenCase(c, d.Calendar)
	if err != nil {
		return false, err
	}
	desk.Number = func(string) int { return 1 }
	out := secretary.Receive(desk, c, &r, tx.Now)
	return out.Verdict == secretary.AskedBack || out.Reason == "filed", nil
}

// hold takes the answers to the writer out of an outcome.
func hold(out *secretary.Outcome, c secretary.Case, r *secretary.Reply) {
	out.Letters = slices.DeleteFunc(out.Letters, func(l secretary.Letter) bool { return l.InReply != "" && l.To.ID == r.Writer })
	out.Journal = append(out.Journal, secretary.Entry{Case: c, What: "answer-held", Who: r.Writer, Source: r.MessageID})
}

// answers counts the letters, such as fit, that answered mails of the person within a day.
func answers(tx *store.Tx, f store.LetterFilter, fit func(*secretary.Letter) bool) (n int, err error) {
	f.Limit = 2 * mostAnswers
	letters, err := tx.Letters(f)
	for _, l := range letters {
		if l.Letter.InReply != "" && tx.Now.Sub(l.QueuedAt) <= 24*time.Hour && fit(&l.Letter) {
			n++
		}
	}
	return n, err
}

func all(*secretary.Letter) bool { return true }
