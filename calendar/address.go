package calendar

import (
	"net/url"
	"strings"

	"github.com/emersion/go-ical"
)

// attendee is the address of an ATTENDEE line; where its value is none, as with X.500 names and principals' paths,
// that of the EMAIL parameter (RFC 7986 §6.2; I-23).
func attendee(p *ical.Prop) string {
	if a := address(p.Value); a != "" {
		return a
	}
	return address(p.Params.Get("EMAIL"))
}

// address reads a calendar user address as people compare them: lower case, without mailto:, percent-decoded.
// It is "" for what is no mail address.
func address(s string) string {
	s = strings.TrimSpace(strings.Trim(strings.TrimSpace(s), `"<>`))
	if len(s) >= 7 && strings.EqualFold(s[:7], "mailto:") {
		s = s[7:]
		if i := strings.IndexAny(s, "?;"); i >= 0 {
			s = s[:i]
		}
		if dec, err := url.PathUnescape(s); err == nil {
			s = dec
		}
	}
	s = strings.ToLower(strings.TrimSpace(strings.Trim(s, "<>")))
	at := strings.LastIndexByte(s, '@')
	if at <= 0 || at == len(s)-1 || strings.ContainsAny(s, "/ \t\r\n<>\x00") {
		return ""
	}
	return s
}
