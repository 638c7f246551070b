package daemon

import (
	"errors"
	"slices"
	"strings"

	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/store"
)

// byRecurrence lets the RECURRENCE-ID say which meeting of a series the mail is about (imip I-37). Answers to all of the
// series, to several dates or to one that is no occurrence belong to the series itself.
func (t *thread) byRecurrence(tx *store.Tx, c *secretary.CalendarMessage, any *secretary.Meeting) error {
	t.meeting, t.series = "", seriesOf(any)
	if len(c.Answers) == 0 || slices.ContainsFunc(c.Answers, func(a secretary.CalendarAnswer) bool {
		return a.RecurrenceID == nil || !a.RecurrenceID.Equal(*c.Answers[0].RecurrenceID)
	}) {
		return nil
	}
	m, err := tx.MeetingOfSeries(c.UID, *c.Answers[0].RecurrenceID)
	if errors.Is(err, store.ErrNotFound) || err == nil && m.Stage == secretary.Cancelled {
		return nil
	}
	if err == nil {
		t.meeting, t.series = m.ID, ""
	}
	return err
}

// seriesOf is the policy whose series a meeting belongs to.
func seriesOf(m *secretary.Meeting) string {
	policy, _, _ := strings.Cut(m.Policy, "@")
	return policy
}
