package calendar

import (
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/emersion/go-ical"

	"github.com/huiban/huiban/secretary"
)

// methods are those that we send.
var methods = []string{"REQUEST", "CANCEL", "DECLINECOUNTER"}

// Request writes the calendar part of a letter: the one VCALENDAR for l.To, by l.Meeting.Method an invitation or
// update (REQUEST), a cancellation or, where l.Meeting.Uninvited says so, an uninvitation (CANCEL), or the refusal of a
// proposal (DECLINECOUNTER; see DeclineCounter). Times are UTC, those of a series and its occurrences in its zone (O-26);
// texts are in l.Lang. product is the PRODID, such as "-//huiban//huiban 1.2.0//ZH".
//
// The error names what is missing: a method, an address, a UID, a stamp, a time, the zone of a series.
func Request(l *secretary.Letter, office secretary.Office, product string) ([]byte, error) {
	if l.Meeting == nil || !slices.Contains(methods, l.Meeting.Method) {
		return nil, fmt.Errorf("write calendar of %s: the letter carries none of %v", l.Key, methods)
	}
	return object(l, office, product, l.Meeting.Method)
}

// DeclineCounter writes the calendar part that refuses l.To's proposal of another time: the meeting stands as
// l.Meeting says, whatever its Method (RFC 5546 §3.2.8). Many clients show nothing, so the letter must say it in words.
func DeclineCounter(l *secretary.Letter, office secretary.Office, product string) ([]byte, error) {
	return object(l, office, product, "DECLINECOUNTER")
}

func object(l *secretary.Letter, office secretary.Office, product, method string) ([]byte, error) {
	if err := complete(l, office, product); err != nil {
		return nil, fmt.Errorf("write calendar of %s: %w", l.Key, err)
	}
	root := ical.NewComponent(ical.CompCalendar)
	set(root, ical.PropVersion, "2.0")
	set(root, ical.PropProductID, escape(product))
	set(root, ical.PropCalendarScale, "GREGORIAN")
	set(root, ical.PropMethod, method)
	zone, err := timezone(l.Meeting)
	if err != nil {
		return nil, fmt.Errorf("write calendar of %s: %w", l.Key, err)
	}
	root.Children = append(root.Children, zone...)
	root.Children = append(root.Children, event(l, office, method))
	root.Children = append(root.Children, exceptions(l, office, method)...)
	return encode(root), nil
}

// complete reports what the object cannot do without.
func complete(l *secretary.Letter, office secretary.Office, product string) error {
	m := l.Meeting
	switch {
	case m == nil:
		return errors.New("no meeting")
	case m.Adopted != nil:
		return fmt.Errorf("it is organized in the calendar of %s, and nothing of ours may be sent for it", m.Adopted.Organizer.Address)
	case address(l.To.Email) == "":
		return fmt.Errorf("%q is no address", l.To.Email)
	case address(office.Address) == "":
		return fmt.Errorf("the office's %q is no address", office.Address)
	case address(l.To.Email) == address(office.Address): // O-23
		return errors.New("addressed to the office itself")
	case strings.TrimSpace(product) == "":
		return errors.New("no product")
	case m.UID == "":
		return errors.New("no UID")
	case m.Stamp.IsZero():
		return errors.New("no stamp")
	case m.Start.IsZero() || !m.End.After(m.Start):
		return fmt.Errorf("no time from %v to %v", m.Start, m.End)
	}
	return completeSeries(m)
}

func event(l *secretary.Letter, office secretary.Office, method string) *ical.Component {
	e := ical.NewComponent(ical.CompEvent)
	identity(e, l.Meeting)
	texts(e, l)
	people(e, l, office, method)
	state(e, l.Meeting, method)
	if method == "REQUEST" {
		e.Children = append(e.Children, alarm(l))
	}
	return e
}

func identity(e *ical.Component, m *secretary.MeetingView) {
	created := m.Created
	if created.IsZero() {
		created = m.Stamp
	}
	set(e, ical.PropUID, m.UID)
	set(e, ical.PropSequence, strconv.Itoa(m.Sequence))
	setTime(e, ical.PropDateTimeStamp, m.Stamp)
	setTime(e, ical.PropCreated, created)
	setTime(e, ical.PropLastModified, m.Stamp)
	setLocal(e, ical.PropDateTimeStart, m, m.Start)
	setLocal(e, ical.PropDateTimeEnd, m, m.End)
	recurrence(e, m)
}

// texts writes what the person reads. The join link stands in LOCATION and DESCRIPTION as well, since Outlook ignores
// CONFERENCE (O-31).
func texts(e *ical.Component, l *secretary.Letter) {
	m, link := l.Meeting, joinLink(l.Meeting.URL)
	set(e, ical.PropSummary, escape(m.Title.In(l.Lang)))
	if place := strings.TrimSpace(m.Place.In(l.Lang) + " " + link); place != "" {
		set(e, ical.PropLocation, escape(place))
	}
	lines := describe(l, link)
	set(e, ical.PropDescription, escape(strings.Join(lines, "\n")))
	set(e, "X-ALT-DESC", escape(asHTML(lines, link))).Params.Set("FMTTYPE", "text/html")
	if link == "" {
		return
	}
	set(e, ical.PropURL, link)
	c := set(e, "CONFERENCE", link) // RFC 7986 §5.11
	c.Params.Set(ical.ParamValue, "URI")
	c.Params.Set("FEATURE", "VIDEO")
}

// joinLink is u as a URI in ASCII, "" where it is no web address.
func joinLink(u string) string {
	parsed, err := url.Parse(strings.TrimSpace(oneLine(u)))
	if err != nil || parsed.Host == "" || parsed.Scheme != "http" && parsed.Scheme != "https" {
		return ""
	}
	var b strings.Builder
	for _, c := range []byte(parsed.String()) {
		if c <= ' ' || c >= 0x7f || c == '"' || c == '<' || c == '>' {
			fmt.Fprintf(&b, "%%%02X", c)
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}

// state says how the event stands. STATUS "MUST NOT be included" when one person is uninvited (RFC 5546 §3.2.5).
func state(e *ical.Component, m *secretary.MeetingView, method string) {
	class, status, transp, busy := "PUBLIC", "CONFIRMED", "OPAQUE", "BUSY"
	if m.Confidential {
		class = "CONFIDENTIAL"
	}
	if method == "CANCEL" {
		status, transp, busy = "CANCELLED", "TRANSPARENT", "FREE"
	}
	if method != "CANCEL" || !m.Uninvited {
		set(e, ical.PropStatus, status)
	}
	set(e, ical.PropTransparency, transp)
	set(e, ical.PropClass, class)
	set(e, "X-MICROSOFT-CDO-BUSYSTATUS", busy)
	set(e, "X-MICROSOFT-CDO-ALLDAYEVENT", "FALSE")
}

// alarm is the one reminder, the same in every update (O-33).
func alarm(l *secretary.Letter) *ical.Component {
	a := ical.NewComponent(ical.CompAlarm)
	set(a, ical.PropAction, "DISPLAY")
	set(a, ical.PropTrigger, "-PT15M")
	set(a, ical.PropDescription, escape(l.Meeting.Title.In(l.Lang)))
	return a
}

// set gives c the property with this value as it is written, and returns it for parameters.
func set(c *ical.Component, name, v string) *ical.Prop {
	p := ical.NewProp(name)
	p.Value = v
	c.Props.Add(p)
	return &c.Props[p.Name][len(c.Props[p.Name])-1]
}

func setTime(c *ical.Component, name string, t time.Time) {
	p := ical.NewProp(name)
	p.SetDateTime(t.UTC())
	c.Props.Add(p)
}
