package calendar

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/emersion/go-ical"

	"github.com/huiban/huiban/secretary"
)

// DueEntry writes the calendar part of a letter that puts the due date of an action item into its reader's calendar, moves it
// there or takes it out, as l.Due says.
//
// It is a REQUEST to the owner alone and no PUBLISH: a published entry has no way back. Google and Outlook keep it as a copy that
// neither a higher SEQUENCE nor a CANCEL reaches (imip O-20), while a date that was extended must move and a closed item's must
// go. The owner is not asked whether they come, so RSVP is FALSE; PARTSTAT stays NEEDS-ACTION, since without one iOS shows
// nothing and an answer that was never given is not ours to write (O-21). It fills no time, by TRANSP and Outlook's own FREE, and
// rings no bell: huiban reminds by mail.
func DueEntry(l *secretary.Letter, office secretary.Office, product string) ([]byte, error) {
	if err := dueComplete(l, office, product); err != nil {
		return nil, fmt.Errorf("write due date of %s: %w", l.Key, err)
	}
	root := ical.NewComponent(ical.CompCalendar)
	set(root, ical.PropVersion, "2.0")
	set(root, ical.PropProductID, escape(product))
	set(root, ical.PropCalendarScale, "GREGORIAN")
	set(root, ical.PropMethod, l.Due.Method)
	root.Children = append(root.Children, dueEvent(l, office))
	return encode(root), nil
}

func dueComplete(l *secretary.Letter, office secretary.Office, product string) error {
	switch d := l.Due; {
	case d == nil || d.Method != "REQUEST" && d.Method != "CANCEL":
		return errors.New("it carries none")
	case d.UID == "" || d.Stamp.IsZero() || !d.Due.Valid():
		return fmt.Errorf("no UID, stamp or day in %+v", *d)
	case address(l.To.Email) == "" || address(office.Address) == "" || address(l.To.Email) == address(office.Address):
		return fmt.Errorf("%q cannot be invited by %q", l.To.Email, office.Address)
	case strings.TrimSpace(product) == "":
		return errors.New("no product")
	}
	return nil
}

func dueEvent(l *secretary.Letter, office secretary.Office) *ical.Component {
	d := l.Due
	e := ical.NewComponent(ical.CompEvent)
	set(e, ical.PropUID, d.UID)
	set(e, ical.PropSequence, strconv.Itoa(d.Sequence))
	setTime(e, ical.PropDateTimeStamp, d.Stamp)
	created := d.Created
	if created.IsZero() {
		created = d.Stamp
	}
	setTime(e, ical.PropCreated, created)
	setTime(e, ical.PropLastModified, d.Stamp)
	setDay(e, ical.PropDateTimeStart, d.Due)
	setDay(e, ical.PropDateTimeEnd, d.Due.Add(1)) // O-25: exclusive
	w := dueWordsIn[l.Lang]
	if w == nil {
		w = dueWordsIn[secretary.Hans]
	}
	set(e, ical.PropSummary, escape(oneLine(w[0]+d.Item.Text)))
	lines := dueLines(l, w)
	set(e, ical.PropDescription, escape(strings.Join(lines, "\n")))
	set(e, "X-ALT-DESC", escape(asHTML(lines, ""))).Params.Set("FMTTYPE", "text/html")
	duePeople(e, l, office)
	dueState(e, d)
	return e
}

// dueWordsIn are what comes before the task, its result, and the meeting that decided on it.
var dueWordsIn = map[secretary.Lang][]string{
	secretary.Hans: {"到期：", "预期成果：", "会议：", "纪要："}, secretary.Hant: {"到期：", "預期成果：", "會議：", "紀要："},
	secretary.English: {"Due: ", "Expected result: ", "Meeting: ", "Minutes: "},
}

func dueLines(l *secretary.Letter, w []string) []string {
	i := l.Due.Item
	lines := []string{i.Text}
	if i.Result != "" {
		lines = append(lines, w[1]+i.Result)
	}
	if name := strings.TrimSpace(i.Meeting.In(l.Lang)); name != "" {
		lines = append(lines, w[2]+strings.TrimSpace(name+" "+string(i.MeetingDay)))
	}
	if i.Number != "" {
		lines = append(lines, w[3]+i.Number)
	}
	return lines
}

func duePeople(e *ical.Component, l *secretary.Letter, office secretary.Office) {
	set(e, ical.PropOrganizer, mailto(office.Address)).Params.Set(ical.ParamCommonName, organizer(office, l.Lang))
	a := set(e, ical.PropAttendee, mailto(l.To.Email))
	a.Params.Set("CUTYPE", "INDIVIDUAL")
	a.Params.Set(ical.ParamRole, "REQ-PARTICIPANT")
	a.Params.Set(ical.ParamParticipationStatus, string(secretary.NeedsAction))
	a.Params.Set(ical.ParamRSVP, "FALSE")
	if name := strings.TrimSpace(oneLine(l.To.Name)); name != "" {
		a.Params.Set(ical.ParamCommonName, name)
	}
}

func dueState(e *ical.Component, d *secretary.DueView) {
	status, class := "CONFIRMED", "PUBLIC"
	if d.Method == "CANCEL" {
		status = "CANCELLED"
	}
	if d.Confidential {
		class = "CONFIDENTIAL"
	}
	set(e, ical.PropStatus, status)
	set(e, ical.PropTransparency, "TRANSPARENT")
	set(e, ical.PropClass, class)
	set(e, "X-MICROSOFT-CDO-BUSYSTATUS", "FREE")
	set(e, "X-MICROSOFT-CDO-ALLDAYEVENT", "TRUE")
}

func setDay(e *ical.Component, name string, d secretary.Date) {
	set(e, name, strings.ReplaceAll(string(d), "-", "")).Params.Set(ical.ParamValue, "DATE")
}
