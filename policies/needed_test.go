package policies

import (
	"strings"
	"testing"
)

// TestNothingIsCalledWithout: a regulation that does not say what a notice must hold, or who calls, chairs and records, is
// incomplete: the key is named, and no meeting is called before it is set. S0-02, S0-03, S0-10, S0-12, S1B-03, S1B-05, S1B-07,
// S1G-01, S2-53
func TestNothingIsCalledWithout(t *testing.T) {
	const whole = "id: T\ncode: T\ntitle: T\npurpose: P\nplace: R\nconvener: a\nhost: a\nrecorder: a\nroster: [{who: a}]\n" +
		"duration: {planned: 1 hours}\nagenda: {call: false, items: [{no: '1', title: X}]}\nschedule: {rrule: FREQ=WEEKLY, start: 09:00}\n"
	for key, line := range map[string]string{
		"": "", "purpose": "purpose: P\n", "place": "place: R\n", "convener": "convener: a\n", "host": "host: a\n", "recorder": "recorder: a\n",
		"roster": "roster: [{who: a}]\n", "duration.planned": "duration: {planned: 1 hours}\n", "agenda.items": ", items: [{no: '1', title: X}]",
		"schedule.rrule": "rrule: FREQ=WEEKLY, ", "schedule.start": ", start: 09:00",
	} {
		p, faults := Load("p.yaml", []byte(strings.Replace(whole, line, "", 1)))
		if got := strings.Join(Missing(p), " "); got != key || len(faults) > 0 {
			t.Errorf("without %q: misses %q %v", key, got, faults)
		}
	}
}
