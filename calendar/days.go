package calendar

import (
	"fmt"
	"sync"
	"time"

	"github.com/huiban/huiban/secretary"
)

// Calendar is a company's calendar; it implements secretary.Calendar. Safe for use by several goroutines.
type Calendar struct {
	zone    *time.Location
	weekend map[time.Weekday]bool
	days    map[secretary.Date]Day
	off     map[int]int // how many days off are named in a year
	zones   sync.Map    // IANA name → *time.Location: LoadLocation reads a file each time
}

var _ secretary.Calendar = (*Calendar)(nil)

// Options describe a company's calendar.
type Options struct {
	Zone    string         // the company's IANA zone; "" is Asia/Shanghai
	Weekend []time.Weekday // nil is Saturday and Sunday; empty is none
	Days    []Day          // holidays and make-up workdays, of two for one day the later; nil is China, as far as published
}

// Day is a day on which the company does not follow the week: a day off, or a make-up workday (调休).
type Day struct {
	Date secretary.Date
	Name secretary.Text
	Work bool
}

// New makes a calendar. The error names a zone that is none.
func New(o Options) (*Calendar, error) {
	if o.Zone == "" {
		o.Zone = "Asia/Shanghai"
	}
	if o.Weekend == nil {
		o.Weekend = []time.Weekday{time.Saturday, time.Sunday}
	}
	if o.Days == nil {
		o.Days = China()
	}
	zone := iana(o.Zone)
	if zone == nil {
		return nil, fmt.Errorf("calendar: %q is no time zone: write an IANA name such as Asia/Shanghai", o.Zone)
	}
	c := &Calendar{zone: zone, weekend: map[time.Weekday]bool{}, days: map[secretary.Date]Day{}, off: map[int]int{}}
	for _, w := range o.Weekend {
		c.weekend[w] = true
	}
	for _, d := range o.Days {
		c.days[d.Date] = d
	}
	for _, d := range c.days {
		if !d.Work {
			c.off[year(d.Date)]++
		}
	}
	return c, nil
}

// Zone implements secretary.Calendar.
func (c *Calendar) Zone(name string) *time.Location {
	if name == "" {
		return c.zone
	}
	if loc, ok := c.zones.Load(name); ok {
		return loc.(*time.Location)
	}
	loc := iana(name)
	if loc == nil {
		return c.zone
	}
	c.zones.Store(name, loc)
	return loc
}

// Workday implements secretary.Calendar.
func (c *Calendar) Workday(d secretary.Date) bool {
	if day, ok := c.days[d]; ok {
		return day.Work
	}
	return !c.weekend[d.Weekday()]
}

// Holiday implements secretary.Calendar. A make-up workday is no holiday.
func (c *Calendar) Holiday(d secretary.Date) secretary.Text {
	if day, ok := c.days[d]; ok && !day.Work {
		return day.Name
	}
	return nil
}

// holidaysOfYear is how many days off a year's holidays are at least: fewer are the company's own, to which those of the
// country are still to come.
const holidaysOfYear = 5

// Known implements secretary.Calendar.
func (c *Calendar) Known(year int) bool { return c.off[year] >= holidaysOfYear }

func year(d secretary.Date) int {
	t, err := time.Parse(time.DateOnly, string(d))
	if err != nil {
		return 0
	}
	return t.Year()
}
