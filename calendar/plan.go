package calendar

import (
	"errors"
	"strconv"
	"strings"
	"time"

	"github.com/emersion/go-ical"

	"github.com/huiban/huiban/secretary"
)

// planWords are the labels of a plan's calendar.
type planWords struct {
	name, convener, host, departments, guests, comma, planned, clash, at string
	moved                                                                map[string]string // by Shift
}

var planWordsIn = map[secretary.Lang]planWords{
	secretary.Hans: {"会议计划", "召集人：", "主持人：", "参会部门：", "外部人员", "、", "已列入计划，通知未发", "与其他安排冲突", "1月2日15:04", map[string]string{
		"earlier": "原定%s，逢假日提前", "later": "原定%s，逢假日顺延", "conflict": "原定%s，因与其他会议冲突改期", "": "原定%s，已改期"}},
	secretary.Hant: {"會議計劃", "召集人：", "主持人：", "參會部門：", "外部人員", "、", "已列入計劃，通知未寄", "與其他安排衝突", "1月2日15:04", map[string]string{
		"earlier": "原定%s，逢假日提前", "later": "原定%s，逢假日順延", "conflict": "原定%s，因與其他會議衝突改期", "": "原定%s，已改期"}},
	secretary.English: {"Meeting plan", "Convener: ", "Host: ", "Departments: ", "guests", ", ", "Planned, no invitations yet", "Clashes with something else", "Mon 2 Jan 2006, 15:04", map[string]string{
		"earlier": "Moved forward from %s because of a day off", "later": "Put off from %s because of a day off", "conflict": "Moved from %s because of another meeting", "": "Moved from %s"}},
}

// Plan writes a meeting plan as a calendar to read: data without METHOD (I-9), in which nobody is invited and nothing is to
// be answered. Each meeting is one event in UTC (O-26) with the UID and SEQUENCE of its invitation, so that a later export
// takes the place of an earlier one; one that nobody was told of yet is tentative, one that is off is cancelled.
func Plan(v *secretary.PlanView, office secretary.Office, lang secretary.Lang, product string) ([]byte, error) {
	if strings.TrimSpace(product) == "" || v.Made.IsZero() {
		return nil, errors.New("write plan: no product, or no time at which it was made")
	}
	w, ok := planWordsIn[lang]
	if !ok {
		lang, w = secretary.Hans, planWordsIn[secretary.Hans]
	}
	root := ical.NewComponent(ical.CompCalendar)
	set(root, ical.PropVersion, "2.0")
	set(root, ical.PropProductID, escape(product))
	set(root, ical.PropCalendarScale, "GREGORIAN")
	name := strings.TrimSpace(office.Company.In(lang) + " " + w.name)
	set(root, "NAME", escape(name)) // RFC 7986 §5.1
	set(root, "X-WR-CALNAME", escape(name))
	for i := range v.Rows {
		for j := range v.Rows[i].Days {
			root.Children = append(root.Children, planned(&v.Rows[i], &v.Rows[i].Days[j], lang, w, v.Made))
		}
	}
	return encode(root), nil
}

func planned(r *secretary.PlanRow, d *secretary.PlanDay, lang secretary.Lang, w planWords, now time.Time) *ical.Component {
	e := ical.NewComponent(ical.CompEvent)
	set(e, ical.PropUID, d.UID)
	set(e, ical.PropSequence, strconv.Itoa(d.Sequence))
	setTime(e, ical.PropDateTimeStamp, now)
	if d.Recurs {
		setTime(e, ical.PropRecurrenceID, d.Planned)
	}
	setTime(e, ical.PropDateTimeStart, d.Start)
	setTime(e, ical.PropDateTimeEnd, d.End)
	set(e, ical.PropSummary, escape(r.Title.In(lang)))
	place, link := r.Place, joinLink(r.URL)
	if !d.Place.Empty() {
		place = d.Place
	}
	if at := strings.TrimSpace(place.In(lang) + " " + link); at != "" {
		set(e, ical.PropLocation, escape(at))
	}
	set(e, ical.PropDescription, escape(strings.Join(planLines(r, d, lang, w, link), "\n")))
	if link != "" {
		set(e, ical.PropURL, link)
	}
	set(e, ical.PropCategories, escape(r.Title.In(lang)))
	standing(e, r, d)
	return e
}

// standing says how far the meeting has come.
func standing(e *ical.Component, r *secretary.PlanRow, d *secretary.PlanDay) {
	status, transp, class := "CONFIRMED", "OPAQUE", "PUBLIC"
	switch d.Stage {
	case secretary.Planned:
		status = "TENTATIVE"
	case secretary.Cancelled:
		status, transp = "CANCELLED", "TRANSPARENT"
	}
	if r.Secret {
		class = "CONFIDENTIAL"
	}
	set(e, ical.PropStatus, status)
	set(e, ical.PropTransparency, transp)
	set(e, ical.PropClass, class)
}

func planLines(r *secretary.PlanRow, d *secretary.PlanDay, lang secretary.Lang, w planWords, link string) []string {
	var out []string
	add := func(label, text string) {
		if text != "" {
			out = append(out, label+text)
		}
	}
	add(w.convener, r.Convener.Name)
	add(w.host, r.Host.Name)
	departments := wordings(r.Departments, lang)
	if r.Guests {
		departments = append(departments, w.guests)
	}
	add(w.departments, strings.Join(departments, w.comma))
	if d.Moved() {
		add("", movedFrom(r, d, w))
	}
	if d.Stage == secretary.Planned {
		add("", w.planned)
	}
	if d.Clashes {
		add("", w.clash)
	}
	add("", link)
	return out
}

func movedFrom(r *secretary.PlanRow, d *secretary.PlanDay, w planWords) string {
	how, ok := w.moved[d.Shift]
	if !ok {
		how = w.moved[""]
	}
	at := d.Planned
	if zone := iana(r.Zone); zone != nil {
		at = at.In(zone)
	}
	return strings.Replace(how, "%s", at.Format(w.at), 1)
}
