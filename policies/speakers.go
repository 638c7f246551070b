package policies

import (
	"fmt"
	"strings"
	"time"

	"github.com/huiban/huiban/secretary"
)

// checkSpeakers warns where those who speak in turn, agenda.slot each, take longer than the meeting together with the other
// items (S3-15).
func checkSpeakers(p *secretary.Policy, dir *secretary.Directory) []Fault {
	slot, planned := int(p.Agenda.Slot.Duration()/time.Minute), int(p.Duration.Planned.Duration()/time.Minute)
	if slot == 0 || planned == 0 {
		return nil
	}
	sum, speakers := 0, 0
	for _, i := range p.Agenda.Items {
		sum += i.Minutes
		if n := turnsOf(i, dir); i.Minutes == 0 && n > 1 {
			sum, speakers = sum+n*slot, speakers+n
		}
	}
	if sum <= planned || speakers == 0 {
		return nil
	}
	return []Fault{{Key: "agenda.slot", Warning: true, Message: fmt.Sprintf("%d people speak in turn; with the other items that takes %d minutes, the meeting %d", speakers, sum, planned),
		Hint: "shorten agenda.slot or items, or lengthen duration.planned"}}
}

// turnsOf is how many people present an item one after another; 0 where that is known at the meeting only.
func turnsOf(i secretary.AgendaItem, dir *secretary.Directory) int {
	n := 0
	for _, r := range i.Presenters {
		if !strings.Contains(string(r), ":") && len(dir.Resolve(r)) == 0 {
			return 0
		}
		n += len(dir.Resolve(r))
	}
	return n
}
