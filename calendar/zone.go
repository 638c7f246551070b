package calendar

import (
	"regexp"
	"strconv"
	"strings"
	"time"
	_ "time/tzdata" // a machine without zone files must not move a meeting

	"github.com/emersion/go-ical"
)

// zones turns the times of one calendar object into instants.
type zones struct {
	defined map[string]definition // the object's VTIMEZONEs by TZID
	own     *time.Location        // where nothing else is known; never nil
}

func zonesOf(root *ical.Component, own *time.Location) *zones {
	if own == nil {
		own = time.UTC
	}
	z := &zones{defined: map[string]definition{}, own: own}
	for _, c := range components(root, ical.CompTimezone) {
		if d := define(c); len(d) > 0 {
			z.defined[value(c, ical.PropTimezoneID)] = d
		}
	}
	return z
}

// of is the instant of e's property of this name, nil where there is none.
func (z *zones) of(e *ical.Component, name string) *time.Time {
	p := e.Props.Get(name)
	if p == nil {
		return nil
	}
	return z.instant(p.Value, p.Params.Get(ical.ParamTimezoneID))
}

// instant reads a DATE or DATE-TIME in the zone called tzid. Nil where v is no time. The zone is, in this order, the
// object's VTIMEZONE, what the name says, the meeting's own; UTC is never assumed.
func (z *zones) instant(v, tzid string) *time.Time {
	wall, inUTC, ok := parseTime(v)
	if !ok {
		return nil
	}
	tzid = strings.Trim(strings.TrimSpace(tzid), `"`)
	t := wall
	if !inUTC {
		if d, ok := z.defined[tzid]; ok {
			t = d.instant(wall)
		} else {
			t = inZone(wall, z.named(tzid))
		}
	}
	t = t.UTC()
	return &t
}

func (z *zones) named(tzid string) *time.Location {
	if loc := Location(tzid); loc != nil {
		return loc
	}
	return z.own
}

// utc reads a time that is UTC by definition, such as DTSTAMP.
func utc(e *ical.Component, name string) *time.Time {
	t, _, ok := parseTime(value(e, name))
	if !ok {
		return nil
	}
	return &t
}

// parseTime reads 20260301T010000Z and its like, also without seconds, as a bare date, and in the ISO 8601 spelling
// with marks. The wall time is given in UTC; inUTC says that it is the instant as well.
func parseTime(v string) (wall time.Time, inUTC, ok bool) {
	v = strings.ToUpper(strings.TrimSpace(v))
	if t, err := time.Parse(time.RFC3339, v); err == nil {
		return t.UTC(), true, true
	}
	v = strings.NewReplacer("-", "", ":", "").Replace(v)
	v, inUTC = strings.CutSuffix(v, "Z")
	for _, layout := range []string{"20060102T150405", "20060102T1504", "20060102"} {
		if t, err := time.Parse(layout, v); err == nil {
			return t, inUTC, true
		}
	}
	return time.Time{}, false, false
}

func inZone(wall time.Time, loc *time.Location) time.Time {
	y, m, d := wall.Date()
	return time.Date(y, m, d, wall.Hour(), wall.Minute(), wall.Second(), 0, loc)
}

// Location finds the zone that a TZID means: an IANA name, also behind a vendor's path; a name of Windows or Outlook;
// else an offset written in the name. Nil for a name that says nothing.
func Location(name string) *time.Location {
	name = strings.TrimSpace(name)
	if name == "" || len(name) > 200 {
		return nil
	}
	if loc := iana(name); loc != nil {
		return loc
	}
	if loc := windows(name); loc != nil {
		return loc
	}
	return offsetNamed(name)
}

// iana loads an IANA zone. Names such as /freeassociation.sourceforge.net/Asia/Shanghai carry it at their end.
func iana(name string) *time.Location {
	if strings.EqualFold(name, "utc") || strings.HasSuffix(strings.ToLower(name), "/utc") {
		return time.UTC
	}
	for rest := name; ; {
		if loc, err := time.LoadLocation(rest); err == nil && rest != "" && rest != "Local" {
			return loc
		}
		var found bool
		if _, rest, found = strings.Cut(rest, "/"); !found {
			return nil
		}
	}
}

var (
	counted = regexp.MustCompile(` \d+$`) // GMT Standard Time 1
	offset  = regexp.MustCompile(`^\(?(?i:(?:utc|gmt)\s*([+-])|utc|gmt|tz|cst|([+-]))\s*(\d{1,2})(?::?(\d{2}))?(?:\D|$)`)
	noShift = regexp.MustCompile(`^\(?(?i:utc|gmt)\)?(?: |$)`)
)

// windows knows the names of Windows, alone, counted or, as Notes writes them, without "Standard Time"; and the cities
// that Outlook shows.
func windows(name string) *time.Location {
	name = strings.ToLower(counted.ReplaceAllString(name, ""))
	_, cities, _ := strings.Cut(name, ") ")
	for _, n := range []string{name, name + " standard time", displayed[name], displayed[cities]} {
		if id, ok := windowsZones[n]; ok {
			return iana(id)
		}
	}
	return nil
}

// offsetNamed reads (UTC+08:00) 北京, GMT -0500 (Standard), +0800, and Tencent's CST8 and TZ08.
func offsetNamed(name string) *time.Location {
	m := offset.FindStringSubmatch(name)
	if m == nil {
		if noShift.MatchString(name) {
			return time.UTC
		}
		return nil
	}
	hours, _ := strconv.Atoi(m[3])
	minutes, _ := strconv.Atoi(m[4])
	seconds := hours*3600 + minutes*60
	if hours > 14 || minutes > 59 {
		return nil
	}
	if m[1] == "-" || m[2] == "-" {
		seconds = -seconds
	}
	return time.FixedZone(name, seconds)
}
