package calendar

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/emersion/go-ical"
)

// LintPlan reports what in a calendar of data, such as Plan writes, would stumble some calendar program: the rules of
// LintObject that hold for a calendar that is no message, and that it is none. Nil means that it may be given away.
func LintPlan(data []byte) []string {
	var l linter
	l.bytes(data)
	root, err := strictly(data)
	if err != nil {
		l.add("O-29", "a strict reader fails: %v", err)
		return l.faults
	}
	l.check(len(root.Props[ical.PropMethod]) == 0, "I-9", "METHOD is %q in what is no message", value(root, ical.PropMethod))
	l.check(value(root, ical.PropVersion) == "2.0", "O-9", "VERSION is %q", value(root, ical.PropVersion))
	l.check(value(root, ical.PropProductID) != "", "O-9", "no PRODID")
	seen := map[string]bool{}
	for _, e := range components(root, ical.CompEvent) {
		id := value(e, ical.PropUID) + " " + value(e, ical.PropRecurrenceID)
		l.check(!seen[id], "O-30", "UID %q stands there twice for one date", strings.TrimSpace(id))
		seen[id] = true
		l.datum(e, root)
	}
	return l.faults
}

// strictly reads a calendar of any size with go-ical's decoder, which panics on some damage.
func strictly(data []byte) (root *ical.Component, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("panic: %v", r)
		}
	}()
	c, err := ical.NewDecoder(bytes.NewReader(data)).Decode()
	if err != nil {
		return nil, err
	}
	return c.Component, nil
}

// datum holds an event that is no message: nobody is invited and nothing is to be answered.
func (l *linter) datum(e, root *ical.Component) {
	method := ""
	if value(e, ical.PropStatus) == "CANCELLED" { // which says so and takes nothing back
		method = "CANCEL"
	}
	l.event(e, method)
	l.times(e, root)
	l.alarms(e)
	for _, name := range []string{ical.PropOrganizer, ical.PropAttendee} {
		l.check(len(e.Props[name]) == 0, "I-9", "%d %s in what is no message", len(e.Props[name]), name)
	}
	stat := value(e, ical.PropStatus)
	l.check(strings.Contains(" TENTATIVE CONFIRMED CANCELLED ", " "+stat+" "), "§2.3", "STATUS is %q", stat)
}
