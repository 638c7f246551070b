package config

import (
	"slices"
	"testing"

	"github.com/huiban/huiban/secretary"
)

// TestDuty reads the days on which somebody is on duty, as people write them (S1B-17).
func TestDuty(t *testing.T) {
	for written, want := range map[string][]string{
		"": nil, "周一、周三": {"MO", "WE"}, "MO TU; fri": {"MO", "TU", "FR"}, "星期日，週六": {"SU", "SA"}, "2026-11-23 2026-11-25": {"2026-11-23", "2026-11-25"}, "一 一": {"MO"},
	} {
		c := &company{peopleSheet: &sheet{}}
		p := person{&secretary.Person{}, row{cells: map[string]string{"duty": written}}}
		if c.duty(p); !slices.Equal(p.Duty, want) || len(c.peopleSheet.faults) > 0 {
			t.Errorf("%q reads as %v, %v", written, p.Duty, c.peopleSheet.faults)
		}
	}
}
