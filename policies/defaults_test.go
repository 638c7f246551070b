package policies

import (
	"reflect"
	"testing"

	"github.com/huiban/huiban/secretary"
)

func load(t *testing.T, yaml string) *secretary.Policy {
	t.Helper()
	p, faults := Load("p.yaml", []byte("id: T\ncode: T\ntitle: T\n"+yaml))
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	return p
}

func span(n int, u secretary.Unit) secretary.Moment {
	return secretary.Moment{Span: secretary.Span{N: n, Unit: u}}
}

func TestDefaultsByKind(t *testing.T) {
	regular := WithDefaults(load(t, "schedule: {rrule: FREQ=WEEKLY}"))
	adhoc := WithDefaults(load(t, "schedule: {adhoc: true}"))
	daily := WithDefaults(load(t, "schedule: {rrule: FREQ=DAILY}"))
	if got := []secretary.Moment{regular.Notice.Lead, adhoc.Notice.Lead, daily.Notice.Lead}; !reflect.DeepEqual(got,
		[]secretary.Moment{span(7, secretary.CalendarDays), span(1, secretary.CalendarDays), span(7, secretary.CalendarDays)}) {
		t.Error("notice.lead", got)
	}
	if got := []string{regular.Minutes.Required, adhoc.Minutes.Required, daily.Minutes.Required}; !reflect.DeepEqual(got, []string{"yes", "yes", "no"}) {
		t.Error("minutes.required", got)
	}
	if got := []string{regular.Survey.Cycle, adhoc.Survey.Cycle, daily.Survey.Cycle}; !reflect.DeepEqual(got, []string{"each", "off", "off"}) {
		t.Error("survey.cycle", got)
	}
	if got := []bool{regular.Application.Required, adhoc.Application.Required, regular.Agenda.Call, daily.Agenda.Call}; !reflect.DeepEqual(got, []bool{false, true, true, false}) {
		t.Error("application.required, agenda.call", got)
	}
}

func TestDefaultsLeaveWhatIsWritten(t *testing.T) {
	p := load(t, "notice: {lead: 0 days, reminders: []}\nmaterials: {cutoff: 0 days, send: 0 days, reminders: []}\nleave: {delegate: none}\nsurvey: {anonymous: false}")
	before := *p
	got := WithDefaults(p)
	if got.Notice.Lead != span(0, secretary.CalendarDays) || got.Notice.Reminders == nil || len(got.Notice.Reminders) != 0 || got.Leave.Delegate != "none" || got.Survey.Anonymous {
		t.Errorf("a written value was replaced: %+v %+v", got.Notice, got.Survey)
	}
	if !reflect.DeepEqual(before, *p) {
		t.Error("the policy itself was changed")
	}
	if load(t, "").Survey.Anonymous != true {
		t.Error("a survey is anonymous unless the file says otherwise")
	}
}

// TestDefaultsAreValid: the table itself passes the checks that policy files pass.
func TestDefaultsAreValid(t *testing.T) {
	for _, kind := range []string{"regular", "adhoc", "daily"} {
		src, err := defaults.ReadFile("defaults/" + kind + ".yaml")
		if err != nil {
			t.Fatal(err)
		}
		if _, faults := Load(kind, append([]byte("id: T\ncode: T\ntitle: T\n"), src...)); len(faults) > 0 {
			t.Error(faults)
		}
	}
	for _, kind := range []string{"schedule: {rrule: FREQ=WEEKLY}", "schedule: {adhoc: true}", "schedule: {rrule: FREQ=DAILY}"} {
		load(t, kind)
	}
}

// TestDefaultsAreNotShared: what is changed in one policy's lists and texts is changed in no other's.
func TestDefaultsAreNotShared(t *testing.T) {
	one := WithDefaults(load(t, ""))
	one.Notice.Fields[0], one.Survey.Questions[0][secretary.Hans] = "place", "?"
	other := WithDefaults(load(t, ""))
	if other.Notice.Fields[0] != "title" || other.Survey.Questions[0][secretary.Hans] == "?" {
		t.Errorf("%v %v", other.Notice.Fields, other.Survey.Questions)
	}
}
