package daemon

import (
	"testing"
	"time"

	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/store"
)

// postAt hands a mail in at another time than now, which is its INTERNALDATE.
func (h *house) postAt(at time.Time, d draft) {
	h.t.Helper()
	now := h.clock.Now()
	h.clock.turn(at)
	h.post(d)
	h.clock.turn(now)
}

// What lay in the mailbox before huiban began is kept and left alone.
func TestMailFromBeforeTheOfficeIsLeftAlone(t *testing.T) {
	h := aHouse(t)
	for _, d := range []draft{
		{from: wang, text: "查询 注塑机"}, {from: wang, text: "参加"}, {from: li, forged: true, text: "帮助"}, {from: "promo@shop.test", forged: true, text: "hello"},
	} {
		h.postAt(friday.AddDate(0, -1, 0), d)
	}
	h.postAt(friday.Add(-skew/2), draft{from: sun, text: "查询 注塑机"}) // the mail server's clock may be slow
	h.start()
	all := h.mails()
	for _, m := range all[:4] {
		h.verdict(m, secretary.Automated, "before huiban began")
	}
	h.verdict(all[4], secretary.ActedOn, "query")
	for who, want := range map[string]int{wang: 0, li: 0, sun: 1} {
		got := 0
		for _, l := range h.letters(who, "") {
			if l.Header.Raw("In-Reply-To") != "" {
				got++
			}
		}
		if got != want {
			t.Errorf("%s got %d answers, want %d", who, got, want)
		}
	}
	h.view(func(tx *store.Tx) error {
		_, err := tx.RawMail(all[0])
		return err
	})
}

// Whoever answers a letter of ours has got one: a date cannot be true that says otherwise.
func TestAnswerWithAnOldDateIsHeard(t *testing.T) {
	h := aHouse(t)
	stop := h.start()
	l := h.letter(wang, secretary.Invitation)
	stop()
	h.postAt(friday.AddDate(0, -1, 0), draft{from: wang, head: inReply(l), text: "参加"})
	h.start()
	h.verdict(h.mails()[0], secretary.ActedOn, "attend")
	h.says("wang.lei", secretary.Accepted)
}
