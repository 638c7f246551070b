package secretary

import (
	"slices"
	"time"
)

// inTurn gives each item without minutes on which several people speak in turn, in the order of its presenters, the
// policy's slot for each of them (S3-15). A discussion among all is none: it shares what is left.
func (t *turn) inTurn(m *Meeting, p *Policy, items []AgendaItem) []AgendaItem {
	slot := int(p.Agenda.Slot.Duration() / time.Minute)
	for i, item := range items {
		speakers := t.whoAll(m, item.Presenters)
		if item.Minutes == 0 && slot > 0 && len(speakers) > 1 && !slices.ContainsFunc(item.Presenters, Ref.everybody) {
			items[i].Minutes = slot * len(speakers)
		}
	}
	return items
}

// everybody reports whether r is whoever comes.
func (r Ref) everybody() bool { return r == "attendees" || r == "participants" }
