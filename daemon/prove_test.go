package daemon

import (
	"slices"
	"testing"
	"time"

	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/store"
)

func TestForgedMailChangesNothing(t *testing.T) {
	h := aHouse(t)
	h.start()
	l := h.letter(wang, secretary.Invitation)
	m := h.send(draft{from: wang, forged: true, subject: "答复: " + l.Subject, text: "请假"})
	h.verdict(m, secretary.ToBeProven, "")
	h.says("wang.lei", "")
	if n := len(h.letters(wang, secretary.Prove)); n != 1 {
		t.Errorf("wang was asked %d times", n)
	}
}

func TestWeakMailActsOnceItsWriterSaysSo(t *testing.T) {
	for _, yes := range []string{"确认", "同意", "yes"} {
		h := aHouse(t)
		h.start()
		l := h.letter(wang, secretary.Invitation)
		weak := h.send(draft{from: wang, forged: true, subject: "答复: " + l.Subject, text: "请假，出差"})
		prove := h.letter(wang, secretary.Prove)
		h.verdict(h.answer(wang, prove, yes), secretary.ActedOn, "proved")
		h.says("wang.lei", secretary.Declined)
		h.verdict(h.again(weak), secretary.ActedOn, "attend")
		h.verdict(h.answer(wang, prove, yes), secretary.ActedOn, "proved before")
		if n := len(h.letters(wang, secretary.Echo)); n != 1 {
			t.Errorf("%d echoes, want one", n)
		}
	}
}

// again is the mail as it is kept now.
func (h *house) again(m store.InMail) (now store.InMail) {
	h.view(func(tx *store.Tx) (err error) { now, err = tx.Mail(m.ID); return err })
	return now
}

func TestDisownedMailNeverActs(t *testing.T) {
	h := aHouse(t)
	h.start()
	l := h.letter(wang, secretary.Invitation)
	weak := h.send(draft{from: wang, forged: true, subject: "答复: " + l.Subject, text: "请假"})
	prove := h.letter(wang, secretary.Prove)
	h.verdict(h.answer(wang, prove, "驳回：不是我写的"), secretary.ActedOn, "disowned")
	h.verdict(h.again(weak), secretary.Strange, "did not write")
	h.verdict(h.answer(wang, prove, "确认"), secretary.ActedOn, "proved before")
	h.says("wang.lei", "")
}

// What is approved is the mail that was shown, not another one that borrows its Message-ID afterwards.
func TestProvingIsOfOneMail(t *testing.T) {
	h := aHouse(t)
	h.start()
	l := h.letter(wang, secretary.Invitation)
	h.send(draft{from: wang, forged: true, id: "same@id", subject: "答复: " + l.Subject, text: "参加"})
	shown := h.letter(wang, secretary.Prove)
	other := h.send(draft{from: wang, forged: true, id: "same@id", subject: "答复: " + l.Subject, text: "请假"})
	h.verdict(h.answer(wang, shown, "确认"), secretary.ActedOn, "proved")
	h.says("wang.lei", secretary.Accepted)
	h.verdict(h.again(other), secretary.ToBeProven, "")
}

// A token counts only from the person its letter was sent to.
func TestTokenOfAnotherPersonProvesNothing(t *testing.T) {
	h := aHouse(t)
	h.start()
	l := h.letter(wang, secretary.Invitation)
	m := h.send(draft{from: li, forged: true, head: inReply(l), text: "请假"})
	h.verdict(m, secretary.ToBeProven, "")
	h.says("li.na", "")
}

func TestOwnTokenProvesWithoutTheServersWord(t *testing.T) {
	h := aHouse(t)
	h.start()
	m := h.send(draft{from: wang, forged: true, head: inReply(h.letter(wang, secretary.Invitation)), text: "请假"})
	h.verdict(m, secretary.ActedOn, "attend")
	h.says("wang.lei", secretary.Declined)
}

func TestStrangerIsNotAnswered(t *testing.T) {
	h := aHouse(t)
	h.start()
	before := len(h.outbox())
	m := h.send(draft{from: "promo@shop.test", forged: true, head: inReply(h.letter(wang, secretary.Invitation)), text: "参加"})
	h.verdict(m, secretary.Strange, "")
	if n := len(h.outbox()); n != before {
		t.Errorf("%d letters went out", n-before)
	}
}

func TestMailWithoutSenderIsUnreadable(t *testing.T) {
	h := aHouse(t)
	h.start()
	h.verdict(h.send(draft{from: "", forged: true, text: "参加"}), secretary.Unreadable, "no sender")
}

// An attacker who goes on does not get its victim flooded with questions.
func TestProvingIsAskedForAFewTimesADay(t *testing.T) {
	h := aHouse(t)
	h.start()
	l := h.letter(wang, secretary.Invitation)
	for range mostVain + 3 {
		h.verdict(h.send(draft{from: wang, forged: true, subject: "答复: " + l.Subject, text: "请假"}), secretary.ToBeProven, "")
	}
	if n := len(h.letters(wang, secretary.Prove)); n != mostVain {
		t.Errorf("wang was asked %d times, want %d", n, mostVain)
	}
}

// Help goes to the registered address at once, whoever asked in its name, and once in a day.
func TestHelpIsSentToTheUnproven(t *testing.T) {
	h := aHouse(t)
	h.start()
	for range 3 {
		h.verdict(h.send(draft{from: wang, forged: true, text: "帮助"}), secretary.ActedOn, "help")
	}
	h.verdict(h.send(draft{from: "promo@shop.test", forged: true, text: "帮助"}), secretary.Strange, "")
	if helps, proofs := len(h.letters(wang, secretary.Help)), len(h.letters(wang, secretary.Prove)); helps != 1 || proofs != 0 {
		t.Errorf("wang got %d letters of help and %d questions, want one and none", helps, proofs)
	}
}

// Minutes are confirmed by those who were asked. A confirmation that came with somebody else's token is to be proven, by
// the one whose name it bears, and counts for nobody meanwhile.
func TestForgedConfirmationOfMinutesIsToBeProven(t *testing.T) {
	p := regulation()
	p.Minutes = secretary.MinutesRule{
		Required: "yes", Deadline: secretary.Moment{Span: secretary.Span{N: 1, Unit: secretary.CalendarDays}}, Confirmers: "heads",
		ConfirmWindow: secretary.Span{N: 2, Unit: secretary.CalendarDays}, OnSilence: "remind", Publisher: "recorder",
	}
	h := newHouse(t, sqlite(t), p)
	h.start()
	h.turn(7*24*time.Hour + 2*time.Hour) // the meeting is over
	h.verdict(h.answer(sun, h.letter(sun, secretary.MinutesCall), "决议：\r\n1. 十二月产量调整为 1200 套\r\n"), secretary.ActedOn, "")
	h.turn(time.Hour)
	l := h.letter(wang, secretary.MinutesConfirm)
	forged := h.send(draft{from: li, forged: true, to: l.Header.Addresses("Reply-To")[0].Email, head: inReply(l), text: "确认"})
	h.verdict(forged, secretary.ToBeProven, "")
	h.confirmed()
	h.verdict(h.answer(li, h.letter(li, secretary.Prove), "不是我写的"), secretary.ActedOn, "disowned")
	h.confirmed()
	h.verdict(h.answer(wang, l, "确认"), secretary.ActedOn, "confirm")
	h.confirmed("wang.lei")
}

// confirmed checks who has confirmed the minutes.
func (h *house) confirmed(want ...secretary.PersonID) {
	h.t.Helper()
	h.view(func(tx *store.Tx) error {
		m, err := tx.Meeting(meeting)
		var got []secretary.PersonID
		for _, c := range m.Confirms {
			if c.State == "confirmed" {
				got = append(got, c.Person)
			}
		}
		if len(m.Confirms) == 0 || !slices.Equal(got, want) {
			h.t.Errorf("%v have confirmed, want %v", got, want)
		}
		return err
	})
}
