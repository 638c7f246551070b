package policies

import (
	"fmt"
	"slices"
	"strings"

	"github.com/huiban/huiban/secretary"
)

// Missing lists the keys that p leaves empty, that have no default, and without which no meeting of this type can be
// called (G-38), in the order of the file. Nil means that the policy is complete.
func Missing(p *secretary.Policy) []string {
	p = WithDefaults(p)
	var out []string
	need := func(key string, given bool) {
		if !given {
			out = append(out, key)
		}
	}
	need("code", p.Code != "")
	need("purpose", !p.Purpose.Empty())
	need("schedule.rrule", p.Schedule.AdHoc || p.Schedule.RRule != "")
	need("schedule.start", p.Schedule.AdHoc || p.Schedule.Start.Set)
	need("duration.planned", p.Duration.Planned.IsSet())
	need("place", p.Mode == "online" || !p.Place.Empty())
	need("url", p.Mode != "online" || p.URL != "")
	need("convener", p.Convener != "")
	need("host", p.Host != "")
	need("recorder", p.Recorder != "" || p.Minutes.Required == "no")
	need("roster", p.Schedule.AdHoc || len(p.Roster) > 0)
	for i, r := range p.Roster {
		need(fmt.Sprintf("roster[%d].who", i), p.Schedule.AdHoc || r.Who != "")
	}
	need("application.approvers", !p.Application.Required || len(p.Application.Approvers) > 0)
	need("requirements", !slices.Contains(p.Notice.Fields, "requirements") || len(p.Require) > 0)
	need("agenda.slot", p.Agenda.Slot.IsSet() || !turns(p.Agenda.Items))
	need("agenda.items", p.Schedule.AdHoc || p.Agenda.Call || len(p.Agenda.Items) > 0)
	for i, r := range p.Materials.Required {
		need(fmt.Sprintf("materials.required[%d].from", i), r.Optional || p.Schedule.AdHoc || r.From != "")
	}
	need("minutes.waiver", p.Minutes.Required != "waivable" || p.Minutes.Waiver != "")
	need("up.to", p.Up.Mode != "comment" || p.Up.To != "")
	return out
}

// turns reports whether several people speak in turn on an item without minutes of its own (S3-15).
func turns(items []secretary.AgendaItem) bool {
	return slices.ContainsFunc(items, func(i secretary.AgendaItem) bool {
		return i.Minutes == 0 && slices.ContainsFunc(i.Presenters, func(r secretary.Ref) bool {
			return strings.HasPrefix(string(r), "all:")
		})
	})
}
