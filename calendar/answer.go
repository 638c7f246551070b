package calendar

import (
	"html"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/emersion/go-ical"

	"github.com/huiban/huiban/secretary"
)

// answers reads what one event of a REPLY or COUNTER says: one answer for each ATTENDEE, normally one. Nothing else of
// the event counts: clients rewrite its title, times and roles (I-30).
func answers(e *ical.Component, method string, zones *zones) []secretary.CalendarAnswer {
	common := secretary.CalendarAnswer{
		PartStat:     string(secretary.NeedsAction),
		RecurrenceID: zones.of(e, ical.PropRecurrenceID),
		Sequence:     sequence(e),
		Unnumbered:   value(e, ical.PropSequence) == "" && sequence(e) == 0,
		DTStamp:      utc(e, ical.PropDateTimeStamp),
		ReplyTime:    utc(e, "X-MICROSOFT-CDO-REPLYTIME"),
		Comment:      comment(e),
	}
	if method == "COUNTER" {
		common.ProposedStart, common.ProposedEnd = proposal(e, zones)
	}
	attendees := e.Props[ical.PropAttendee]
	if len(attendees) == 0 {
		return []secretary.CalendarAnswer{common}
	}
	var out []secretary.CalendarAnswer
	for i := range attendees {
		out = append(out, answer(common, &attendees[i], zones))
	}
	return out
}

// answer adds to what is common to the event what stands in one ATTENDEE line.
func answer(a secretary.CalendarAnswer, p *ical.Prop, zones *zones) secretary.CalendarAnswer {
	a.Attendee = attendee(p)
	a.PartStat = partStat(p.Params.Get(ical.ParamParticipationStatus))
	a.SentBy = address(p.Params.Get(ical.ParamSentBy))
	a.DelegatedTo = address(p.Params.Get(ical.ParamDelegatedTo))
	a.DelegatedFrom = address(p.Params.Get(ical.ParamDelegatedFrom))
	if c := googleComment(p); c != "" {
		a.Comment = c
	}
	if start, end := appleProposal(p, zones); start != nil {
		a.ProposedStart, a.ProposedEnd = start, end
	}
	return a
}

// partStat reads a participation state of RFC 5545 §3.2.12. A missing or unregistered one, such as Tencent's
// NEED-REQUEST, is NEEDS-ACTION (I-36).
func partStat(s string) string {
	s = strings.ToUpper(strings.TrimSpace(s))
	known := []secretary.PartStat{secretary.Accepted, secretary.Declined, secretary.Tentative, secretary.Delegated}
	if slices.Contains(known, secretary.PartStat(s)) {
		return s
	}
	return string(secretary.NeedsAction)
}

// sequence is SEQUENCE; Exchange's own number counts only where that is absent or 0 (I-55).
func sequence(e *ical.Component) int {
	for _, name := range []string{ical.PropSequence, "X-MICROSOFT-CDO-APPT-SEQUENCE"} {
		if n, err := strconv.Atoi(value(e, name)); err == nil && n > 0 {
			return n
		}
	}
	return 0
}

// comment is what the person wrote for the organizer: COMMENT of most clients, Apple's private comment (I-35).
func comment(e *ical.Component) string {
	var said []string
	for _, p := range slices.Concat(e.Props[ical.PropComment], e.Props["X-CALENDARSERVER-PRIVATE-COMMENT"]) {
		if c := tidy(p.Value); c != "" && !slices.Contains(said, c) {
			said = append(said, c)
		}
	}
	return strings.Join(said, "\n")
}

var lineBreak = regexp.MustCompile(`(?i)<br ?/?>`)

// googleComment is what Google writes into a parameter of the ATTENDEE line: a TEXT that is HTML, as in
// "I&rsquo\;m out\, ask Chen" (I-35).
func googleComment(p *ical.Prop) string {
	c := unescape(p.Params.Get("X-RESPONSE-COMMENT"))
	return trimmed(html.UnescapeString(lineBreak.ReplaceAllString(c, "\n")))
}

// invisible are the characters that clients leave at the ends of comments.
const invisible = "\u200b\u200c\u200d\u2060\ufeff\u00ad"

// tidy reads a TEXT and strips blank and invisible characters from its ends.
func tidy(s string) string {
	return trimmed(unescape(s))
}

func trimmed(s string) string { return strings.Trim(s, " \t\r\n\u00a0\u3000"+invisible) }

// proposal is the time that a COUNTER asks for. A client that writes the meeting's old time into it, beside Exchange's
// note of what the old time was, proposes nothing (I-32, I-33).
func proposal(e *ical.Component, zones *zones) (start, end *time.Time) {
	start, end = zones.of(e, ical.PropDateTimeStart), zones.of(e, ical.PropDateTimeEnd)
	if start == nil {
		return nil, nil
	}
	if d := e.Props.Get(ical.PropDuration); end == nil && d != nil {
		if length, err := d.Duration(); err == nil && length > 0 {
			t := start.Add(length)
			end = &t
		}
	}
	if same(start, zones.of(e, "X-MS-OLK-ORIGINALSTART")) && same(end, zones.of(e, "X-MS-OLK-ORIGINALEND")) {
		return nil, nil
	}
	return start, end
}

func same(a, b *time.Time) bool { return a != nil && b != nil && a.Equal(*b) }

var appleTime = regexp.MustCompile(`(?i)(DTSTART|DTEND)(?:;[^:]*TZID=([^:;]+))?[^:]*:(\d{8}T\d{4,6}Z?)`)

// appleProposal reads the time that iOS proposes inside a REPLY, TO-ALL-PROPOSED-NEW-TIME="DTSTART:…Z;STATUS:;" (I-31).
// The end is often missing.
func appleProposal(p *ical.Prop, zones *zones) (start, end *time.Time) {
	for _, m := range appleTime.FindAllStringSubmatch(p.Params.Get("TO-ALL-PROPOSED-NEW-TIME"), -1) {
		t := zones.instant(m[3], m[2])
		if strings.EqualFold(m[1], "DTSTART") {
			start = t
		} else {
			end = t
		}
	}
	return start, end
}
