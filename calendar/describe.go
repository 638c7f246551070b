package calendar

import (
	"fmt"
	"html"
	"strings"
	"time"

	"github.com/huiban/huiban/secretary"
)

// words are the labels of a description.
type words struct {
	purpose, host, recorder, agenda, bring, requirements, guests, join, minutes, comma string
}

var wordsIn = map[secretary.Lang]words{
	secretary.Hans: {"会议目的：", "主持人：", "记录人：", "议程（%s）：", "需准备：", "参会要求：", "其他来宾：",
		"入会链接：", "（%d 分钟）", "、"},
	secretary.Hant: {"會議目的：", "主持人：", "記錄人：", "議程（%s）：", "需準備：", "參會要求：", "其他來賓：",
		"入會連結：", "（%d 分鐘）", "、"},
	secretary.English: {"Purpose: ", "Host: ", "Minutes taken by: ", "Agenda (%s):", "Materials due: ", "Please note:", "Other guests: ",
		"Join: ", " (%d min)", ", "},
}

// gap stands between the parts of an agenda line.
const gap = "  "

// describe writes the description as plain lines: what the meeting is for, who runs it, the agenda with clock times,
// what is asked of those who come. Most calendars show it without any formatting.
func describe(l *secretary.Letter, link string) []string {
	w, ok := wordsIn[l.Lang]
	if !ok {
		w = wordsIn[secretary.Hans]
	}
	m := l.Meeting
	var out []string
	add := func(label, text string) {
		if text = strings.TrimSpace(text); text != "" {
			out = append(out, label+text)
		}
	}
	add("", shifted(l))
	add(w.purpose, m.Purpose.In(l.Lang))
	add(w.join, link)
	add(titled(l, "host", w.host), m.Host.Name)
	add(titled(l, "recorder", w.recorder), m.Recorder.Name)
	add(w.guests, strings.Join(otherGuests(l), w.comma))
	out = append(out, agenda(l, w)...)
	return append(out, requirements(l, w)...)
}

// titled is a role's label by the company's own title of it, where it has one (G-39).
func titled(l *secretary.Letter, role, label string) string {
	title := l.Meeting.Labels[role].In(l.Lang)
	switch {
	case title == "":
		return label
	case l.Lang == secretary.English:
		return title + ": "
	}
	return title + "："
}

// otherGuests names to a guest the guests whose addresses the copy leaves out.
func otherGuests(l *secretary.Letter) []string {
	var names []string
	for _, s := range l.Meeting.Seats {
		hidden := !l.Meeting.Confidential && !shown(s, l) && address(s.Email) != address(l.To.Email)
		if hidden && s.Name != "" {
			names = append(names, s.Name)
		}
	}
	return names
}

func agenda(l *secretary.Letter, w words) []string {
	if len(l.Meeting.Agenda) == 0 {
		return nil
	}
	zone := letterZone(l)
	out := []string{"", fmt.Sprintf(w.agenda, l.Meeting.Start.In(zone).Format("UTC-07:00"))}
	for _, a := range l.Meeting.Agenda {
		out = append(out, item(a, l.Lang, zone, w))
		if len(a.Materials) > 0 {
			out = append(out, gap+w.bring+strings.Join(wordings(a.Materials, l.Lang), w.comma))
		}
	}
	return out
}

// item is one line such as "09:10  1. 上周执行情况  王磊（10 分钟）".
func item(a secretary.AgendaView, lang secretary.Lang, zone *time.Location, w words) string {
	line := a.Title.In(lang)
	if a.No != "" && a.No != "0" {
		line = a.No + ". " + line
	}
	if !a.Start.IsZero() {
		line = a.Start.In(zone).Format("15:04") + gap + line
	}
	var names []string
	for _, p := range a.Presenters {
		names = append(names, p.Name)
	}
	if len(names) > 0 {
		line += gap + strings.Join(names, w.comma)
	}
	if a.Minutes > 0 {
		line += fmt.Sprintf(w.minutes, a.Minutes)
	}
	return line
}

func requirements(l *secretary.Letter, w words) []string {
	asked := wordings(l.Meeting.Requirements, l.Lang)
	if len(asked) == 0 {
		return nil
	}
	out := []string{"", w.requirements}
	for _, r := range asked {
		out = append(out, "- "+r)
	}
	return out
}

func wordings(texts []secretary.Text, lang secretary.Lang) []string {
	var out []string
	for _, t := range texts {
		if s := strings.TrimSpace(t.In(lang)); s != "" {
			out = append(out, s)
		}
	}
	return out
}

// letterZone is the zone that the letter prints times in.
func letterZone(l *secretary.Letter) *time.Location {
	for _, name := range []string{l.Zone, l.Meeting.Zone} {
		if loc := iana(name); loc != nil {
			return loc
		}
	}
	return time.UTC
}

// asHTML is the same text for Outlook, which shows DESCRIPTION without line ends otherwise (O-32).
func asHTML(lines []string, link string) string {
	body := html.EscapeString(strings.Join(lines, "\n"))
	if link != "" {
		l := html.EscapeString(link)
		body = strings.ReplaceAll(body, l, `<a href="`+l+`">`+l+`</a>`)
	}
	return "<!DOCTYPE html><html><body><p>" + strings.ReplaceAll(body, "\n", "<br>") + "</p></body></html>"
}
