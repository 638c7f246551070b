package daemon

import (
	"slices"
	"strings"

	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/store"
)

// answerOf is what a reply to a prove letter says of the mail it asks about: approve, reject, or "" where it is unclear.
func answerOf(r *secretary.Reply) secretary.IntentKind {
	for _, in := range r.Intents {
		switch in.Kind {
		case secretary.IntentApprove, secretary.IntentConfirm:
			return secretary.IntentApprove
		case secretary.IntentReject, secretary.IntentObject:
			return secretary.IntentReject
		}
	}
	switch said := strings.TrimRight(strings.TrimSpace(r.Text), "。.!！"); {
	case slices.Contains([]string{"是我写的", "是我寫的", "是我", "yes", "Yes", "it was me", "I wrote it"}, said):
		return secretary.IntentApprove
	case slices.Contains([]string{"不是我写的", "不是我寫的", "不是我", "no", "No", "it was not me", "not me"}, said):
		return secretary.IntentReject
	}
	return ""
}

// proved acts on the mail that a prove letter asked about, once the registered address has said that it wrote it, or
// disowns it for good.
func (d *Daemon) proved(tx *store.Tx, r *mailRead, said secretary.IntentKind) (*secretary.Outcome, error) {
	out := &secretary.Outcome{Verdict: secretary.ActedOn, Reason: "proved before"}
	found, err := tx.Mails(store.MailFilter{MessageID: r.letter.Letter.Ref, Verdict: secretary.ToBeProven, Writer: r.reply.Writer, Limit: 1})
	if err != nil || len(found) == 0 {
		return out, err
	}
	asked := found[0]
	if said == secretary.IntentReject {
		out.Reason = "disowned"
		return out, disown(tx, r, asked)
	}
	first, err := d.read(tx, asked, true)
	if err != nil {
		return nil, err
	}
	done, err := d.receive(tx, first)
	if err != nil {
		return nil, err
	}
	out.Reason, out.Letters = "proved", done.Letters
	return out, tx.Rejudge(asked.ID, secretary.ToBeProven, first.verdict(done))
}

// disown keeps a mail for what it is: written by a stranger in the name of somebody else.
func disown(tx *store.Tx, r *mailRead, asked store.InMail) error {
	tx.Record(secretary.Entry{
		Case: r.letter.Letter.Case, What: "disowned", Who: r.reply.Writer, Before: string(asked.Verdict), After: asked.MessageID, Source: r.reply.MessageID,
	})
	v := asked.MailVerdict
	v.Verdict, v.Proof, v.Reason = secretary.Strange, secretary.Stranger, "the registered address did not write it"
	return tx.Rejudge(asked.ID, secretary.ToBeProven, v)
}
