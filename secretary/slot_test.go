package secretary

import (
	"slices"
	"testing"
	"time"
)

// TestEachSpeakerHasASlot: two heads with five minutes each take ten; who speaks alone and a discussion among all share
// what is left, and written minutes stay (S3-15).
func TestEachSpeakerHasASlot(t *testing.T) {
	p := coordination()
	p.Agenda.Slot = Span{5, Minutes}
	p.Agenda.Items = []AgendaItem{
		{No: "1", Presenters: []Ref{"host"}}, {No: "2", Presenters: []Ref{"head:sales", "all:quality"}},
		{No: "3", Presenters: []Ref{"attendees"}}, {No: "4", Presenters: []Ref{"head:sales", "head:finance"}, Minutes: 7},
	}
	d := testDesk("2026-11-18", p)
	from := time.Date(2026, 11, 18, 8, 0, 0, 0, cst)
	for _, c := range Plan(d, from, from.AddDate(0, 0, 2)) {
		if c.Letter.Kind != Invitation {
			continue
		}
		var got []int
		for _, a := range c.Letter.Meeting.Agenda {
			got = append(got, a.Minutes)
		}
		if want := []int{30, 15, 30, 7}; !slices.Equal(got, want) {
			t.Errorf("the items take %v minutes, not %v", got, want)
		}
		if p.Agenda.Items[1].Minutes != 0 {
			t.Error("the policy itself was changed")
		}
		return
	}
	t.Error("no invitation")
}
