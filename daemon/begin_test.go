package daemon

import (
	"strings"
	"testing"
	"time"

	"github.com/huiban/huiban/secretary"
)

func woken(c secretary.Case) func(Event) bool {
	return func(e Event) bool { return e.Woken == c }
}

func TestEveryCaseIsLookedAtWhenADaemonBegins(t *testing.T) {
	h := aHouse(t)
	h.start()()
	h.start()
	for _, c := range []secretary.Case{"series:MT-S0-1", secretary.MeetingCase(meeting), "person:wang.lei", "person:kim"} {
		if h.count(woken(c)) < 2 {
			t.Errorf("%s was not woken by the second daemon", c)
		}
	}
	if n := len(h.letters(wang, secretary.Invitation)); n != 1 {
		t.Errorf("%d invitations, want one", n)
	}
}

// What `huiban apply` changes, in another process, is noticed by a daemon that runs.
func TestChangedDirectoryIsNoticed(t *testing.T) {
	h := aHouse(t)
	h.start()
	before := h.count(woken("person:wang.lei"))
	d := company()
	d.People["new"] = &secretary.Person{ID: "new", Name: "新人", Email: "new@" + domain, Department: "PRD", Lang: secretary.Hans}
	other := &house{t: t, ctx: h.ctx, store: h.open()}
	other.apply(d)
	h.await("the new person's case is looked at", func() bool { return h.count(woken("person:new")) > 0 })
	h.await("the others' too", func() bool { return h.count(woken("person:wang.lei")) > before })
}

// TestChangedPolicyHoldsFromTheNextMeetingOn proves S0-98.
func TestChangedPolicyHoldsFromTheNextMeetingOn(t *testing.T) {
	h := aHouse(t)
	h.start()()
	p := regulation()
	p.Place = secretary.T("二号会议室", "二號會議室", "Room 2")
	h.apply(company(), p)
	h.start()
	h.turn(7 * 24 * time.Hour)
	m := h.letter(wang, secretary.Invitation)
	if got := len(h.letters(wang, secretary.Invitation)); got != 2 || !strings.Contains(m.Text, "二号会议室") {
		t.Errorf("%d invitations, the last one\n%s", got, m.Text)
	}
}

func TestDisabledPolicyCallsNobody(t *testing.T) {
	p := regulation()
	p.Disabled = true
	h := newHouse(t, sqlite(t), p)
	stop := h.start()
	h.turn(7 * 24 * time.Hour)
	if n := len(h.outbox()); n != 0 {
		t.Errorf("%d letters went out", n)
	}
	stop()
	h.apply(company(), regulation())
	h.start()
	h.turn(0)
	if n := len(h.letters(wang, secretary.Invitation)); n != 1 {
		t.Errorf("%d invitations once it is enabled, want one", n)
	}
}

func TestNothingBeginsBeforeAnOfficeIsApplied(t *testing.T) {
	h := newHouse(t, sqlite(t))
	h.url = sqlite(t)
	h.store = h.open()
	if err := h.daemon().Run(h.ctx); err == nil {
		t.Error("a daemon without an office ran")
	}
}
