package store

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/huiban/huiban/secretary"
)

// ErrJudged says that a mail has its verdict already: whatever was about to be done with it has been done.
var ErrJudged = errors.New("the mail was judged before")

// MailVerdict is what a mail was taken for and what came of it.
type MailVerdict struct {
	Verdict    secretary.Verdict  `json:"verdict"`
	Reason     string             `json:"reason"`
	From       string             `json:"from"`   // the writer's address
	Writer     secretary.PersonID `json:"writer"` // "" for strangers
	Proof      secretary.Proof    `json:"proof"`
	Subject    string             `json:"subject"`
	MessageID  string             `json:"message_id"`
	LetterKey  string             `json:"letter_key"` // of the letter it answers; "" for a fresh mail
	Understood string             `json:"-"`          // JSON or text
}

// SetVerdict gives a mail its one verdict. It belongs in the transaction of the mail's effect: a mail that is read
// twice meets ErrJudged the second time, and the transaction is given up.
func (tx *Tx) SetVerdict(id int64, v MailVerdict) error { return tx.Rejudge(id, "", v) }

// Rejudge replaces the verdict was, such as to be proven once it is proven. ErrJudged where the mail has another.
func (tx *Tx) Rejudge(id int64, was secretary.Verdict, v MailVerdict) error {
	if v.Verdict == "" {
		return fmt.Errorf("judge mail %d: no verdict", id)
	}
	done := tx.db.Model(&mailRow{}).Where("id = ? AND verdict = ?", id, was).Updates(map[string]any{
		"verdict": v.Verdict, "judged_at": at(tx.Now), "reason": clean(v.Reason), "from_address": clean(v.From),
		"writer": v.Writer, "proof": v.Proof, "subject": clean(v.Subject), "message_id": clean(v.MessageID),
		"letter_key": clean(v.LetterKey), "understood": clean(v.Understood), "lease_owner": "", "lease_until": instant{},
	})
	if done.Error == nil && done.RowsAffected == 0 {
		return fmt.Errorf("judge mail %d: %w", id, ErrJudged)
	}
	return wrap(fmt.Sprintf("judge mail %d", id), done.Error)
}

const claimMails = `
WITH due AS MATERIALIZED (
  SELECT id FROM mails m WHERE verdict = '' AND (lease_until IS NULL OR lease_until <= @now)
  ORDER BY id LIMIT @n%s
)
UPDATE mails SET attempts = attempts + 1, lease_owner = @owner, lease_until = @until
WHERE id IN (SELECT id FROM due)
RETURNING id`

// ClaimMails takes up to n mails that have no verdict yet, the oldest first, for the length of lease: those just
// saved, and those whose daemon ended between saving and judging. Each must end in SetVerdict; otherwise it is claimed
// again when the lease runs out, with its Attempts one higher.
func (s *Store) ClaimMails(ctx context.Context, owner string, n int, lease time.Duration) ([]InMail, error) {
	var mails []InMail
	err := s.Do(ctx, func(tx *Tx) error {
		var ids []int64
		err := tx.db.Raw(fmt.Sprintf(claimMails, tx.skipLocked("m")), map[string]any{
			"now": at(tx.Now), "until": at(tx.Now.Add(lease)), "owner": owner, "n": n,
		}).Scan(&ids).Error
		if err != nil || len(ids) == 0 {
			mails = nil
			return err
		}
		mails, err = tx.mails(tx.db.Where("id IN ?", ids).Order("id"))
		return err
	})
	return mails, wrap("claim mails", err)
}

// ReturnMails gives claimed mails back at once. That they could not be judged was not their fault: the attempt does not
// count.
func (s *Store) ReturnMails(ctx context.Context, owner string, mails []InMail) error {
	ids := make([]int64, 0, len(mails))
	for _, m := range mails {
		ids = append(ids, m.ID)
	}
	err := s.Do(ctx, func(tx *Tx) error {
		return tx.db.Exec(`UPDATE mails SET attempts = attempts - 1, lease_owner = '', lease_until = NULL
			WHERE id IN ? AND lease_owner = ? AND verdict = ''`, ids, owner).Error
	})
	return wrap("return mails", err)
}
