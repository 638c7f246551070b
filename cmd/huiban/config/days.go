package config

import (
	"errors"
	"fmt"
	"os"
	"regexp"
	"strconv"
	"strings"

	"github.com/huiban/huiban/calendar"
	"github.com/huiban/huiban/policies"
)

// days makes the company's calendar from the published calendars and the holiday files that are named; without any it is
// China's, as far as published.
func (l *loader) days() {
	o := calendar.Options{Zone: l.file.Office.Timezone, Weekend: l.weekend()}
	for i, name := range l.file.Holidays {
		if days, ok := calendar.PublishedDays(name); ok {
			o.Days = append(o.Days, days...)
			continue
		}
		days, faults := readDays(l.path(name), name)
		if faults == nil {
			o.Days = append(o.Days, days...)
			continue
		}
		for _, f := range faults {
			if f.File == "" {
				f = l.at.Fault(fmt.Sprintf("holidays[%d]", i), f.Message, "name a file, or one of "+strings.Join(calendar.Published(), ", "))
			}
			l.faults = append(l.faults, f)
		}
	}
	var err error
	if l.c.Calendar, err = calendar.New(o); err != nil { // the zone, which is reported already
		l.c.Calendar, _ = calendar.New(calendar.Options{})
	}
}

func readDays(path, name string) ([]calendar.Day, []policies.Fault) {
	f, err := os.Open(path)
	if err != nil {
		return nil, []policies.Fault{{Message: name + ": " + reason(err)}}
	}
	defer f.Close()
	days, err := calendar.ReadHolidays(f, name)
	if err != nil {
		return nil, lines(name, err)
	}
	return days, nil
}

var lineOf = regexp.MustCompile(`^(.*?):(\d+): (.*)$`)

// lines takes the faults of a reader apart, which it has joined as "name:line: what is wrong".
func lines(name string, err error) []policies.Fault {
	var joined interface{ Unwrap() []error }
	if !errors.As(err, &joined) {
		return []policies.Fault{{Message: name + ": " + reason(err)}}
	}
	var out []policies.Fault
	for _, e := range joined.Unwrap() {
		f := policies.Fault{Message: e.Error()}
		if m := lineOf.FindStringSubmatch(e.Error()); m != nil {
			f.File, f.Message = m[1], m[3]
			f.Line, _ = strconv.Atoi(m[2])
		}
		out = append(out, f)
	}
	return out
}
