package policies

import (
	"fmt"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/huiban/huiban/calendar"
	"github.com/huiban/huiban/secretary"
)

// forms check the keys whose text has a form of its own.
var forms = map[string]func(string) (message, hint string){
	"id":                    matches(`^[A-Za-z0-9][A-Za-z0-9._-]*$`, "letters, digits, dots and dashes, such as MT-S0-1"),
	"code":                  matches(`^[A-Z][A-Z0-9]*$`, "capital letters and digits, such as PSC: it is part of the archive number"),
	"timezone":              checkZone,
	"schedule.rrule":        checkRule,
	"url":                   checkURL,
	"hours.avoid[]":         checkHours,
	"external_domains[]":    matches(`^([a-z0-9-]+\.)+[a-z0-9-]+$`, "a domain in small letters, such as partner.example"),
	"summary.schedule":      matches(`^(MO|TU|WE|TH|FR|SA|SU) ([01]\d|2[0-3]):[0-5]\d$`, "a weekday and a time, such as MO 08:00"),
	"survey.cycle":          matches(`^(each|off|every [1-9]\d*)$`, "each, off, or every 4"),
	"archive.number_format": checkNumber,
}

func matches(pattern, form string) func(string) (message, hint string) {
	re := regexp.MustCompile(pattern)
	return func(s string) (message, hint string) {
		if re.MatchString(s) {
			return "", ""
		}
		return fmt.Sprintf("%q is not written as it must be", s), "write " + form
	}
}

func checkZone(s string) (message, hint string) {
	if _, err := time.LoadLocation(s); err != nil {
		return fmt.Sprintf("%q is no time zone", s), "write an IANA name, such as Asia/Shanghai"
	}
	return "", ""
}

func checkRule(s string) (message, hint string) {
	if err := calendar.CheckRule(s); err != nil {
		return fmt.Sprintf("%q: %v", s, err), "write an RFC 5545 rule, such as FREQ=WEEKLY;BYDAY=MO"
	}
	return "", ""
}

func checkURL(s string) (message, hint string) {
	if u, err := url.Parse(s); err != nil || u.Scheme == "" || u.Host == "" {
		return fmt.Sprintf("%q is no address to open", s), "write the whole address, such as https://meet.example/psc"
	}
	return "", ""
}

func checkHours(s string) (message, hint string) {
	if _, ok := secretary.ParseHours(s); !ok {
		return fmt.Sprintf("%q are no hours", s), "write from and to within one day, such as 12:00-13:00 or 18:00-24:00"
	}
	return "", ""
}

var placeholder = regexp.MustCompile(`\{[^}]*\}`)

// checkNumber checks S0-67 and S0-68: the number tells date, type and department, and is unique.
func checkNumber(s string) (message, hint string) {
	known := []string{"{date}", "{type}", "{dept}", "{seq}"}
	for _, name := range placeholder.FindAllString(s, -1) {
		if !slices.Contains(known, name) {
			return fmt.Sprintf("%s stands for nothing", name), choose(name, known)
		}
	}
	for _, name := range known {
		if !strings.Contains(s, name) {
			return name + " is missing: a number holds date, type and department and is never given twice", "write {date}-{type}-{dept}-{seq}"
		}
	}
	return "", ""
}
