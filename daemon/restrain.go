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

// restrain looks at how often the writer has been answered in the case within a day, and marks the reply where it was
// too often to ask back once more. held takes the answers out of an outcome where there were enough; its effect stays.
func (d *Daemon) restrain(tx *store.Tx, c secretary.Case, r *secretary.Reply) (held func(*secretary.Outcome), err error) {
	held = func(*secretary.Outcome) {}
	if r.Writer == "" || r.Automatic != "" {
		return held, nil
	}
	asked, most := []store.LetterFilter{{Case: c, To: r.Writer}}, mostAnswers
	if r.Proof != secretary.Proven {
		asked, most = []store.LetterFilter{{To: r.Writer, Kind: secretary.Prove}, {To: r.Writer, Kind: secretary.Help}}, mostVain
	}
	got, err := answers(tx, asked...)
	if err != nil {
		return held, err
	}
	if len(got) >= most {
		held = func(out *secretary.Outcome) { hold(out, c, r) }
	}
	if r.Proof != secretary.Proven {
		return held, nil
	}
	return held, d.restrainVain(tx, c, r, len(slices.DeleteFunc(got, ledSomewhere)))
}

// restrainVain marks a mail that leads nowhere, where n of the writer's mails did and that is enough. The first such mail
// is filed, so that somebody sees it. The ones after it are left alone, as a machine's.
func (d *Daemon) restrainVain(tx *store.Tx, c secretary.Case, r *secretary.Reply, n int) error {
	if n < mostVain {
		return nil
	}
	if vain, err := d.vain(tx, c, *r); err != nil || !vain {
		return err
	}
	if r.Vain = secretary.ToFile; r.About == nil || n > mostVain {
		r.Vain = secretary.ToLeave
	}
	return nil
}

// ledSomewhere reports whether a letter answered a mail that was understood.
func ledSomewhere(l store.OutLetter) bool {
	echoes := l.Letter.Echoes
	if l.Letter.Kind == secretary.OrderCheck {
		return l.Letter.Ref != "unread"
	}
	return l.Letter.Kind != secretary.AskBack && (len(echoes) == 0 || echoes[0].What != "filed")
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

// answers lists the newest letters that answered mails of the person within a day; no more than matter.
func answers(tx *store.Tx, filters ...store.LetterFilter) ([]store.OutLetter, error) {
	var out []store.OutLetter
	for _, f := range filters {
		f.Limit = 2 * mostAnswers
		letters, err := tx.Letters(f)
		if err != nil {
			return nil, err
		}
		out = append(out, letters...)
	}
	return slices.DeleteFunc(out, func(l store.OutLetter) bool {
		return l.Letter.InReply == "" || tx.Now.Sub(l.QueuedAt) > 24*time.Hour
	}), nil
}
