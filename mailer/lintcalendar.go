package mailer

import (
	"bytes"
	"iter"
	"net/url"
	"slices"
	"strings"
)

// calendar checks the calendar part, if there is one, and the copy of it.
func (l *linter) calendar() {
	var found *part
	for i, p := range l.parts {
		if p.kind != "text/calendar" {
			continue
		}
		if found != nil {
			l.say("O-9", "there are several calendar parts")
			return
		}
		found = &l.parts[i]
	}
	l.copies(found)
	l.files()
	if found == nil {
		return
	}
	l.place(*found)
	l.object(found.body, found.params["method"])
	if found.params["method"] != "REPLY" { // of ours to somebody else's invitation, who is its ORGANIZER
		l.people(found.body)
	}
}

// copies checks the attached calendar objects.
func (l *linter) copies(original *part) {
	for _, p := range l.parts {
		if p.kind != "application/ics" {
			continue
		}
		_, d := parameters(p.field("Content-Disposition"))
		if d["filename"] != "invite.ics" {
			l.say("O-6", "the copy of the calendar object is called %q", d["filename"])
		}
		if original == nil || !bytes.Equal(p.body, original.body) {
			l.say("O-6", "invite.ics is no copy of the calendar part")
		}
	}
}

// files checks that what is enclosed stands outside the alternatives, as an attachment.
func (l *linter) files() {
	for _, p := range l.parts {
		if strings.HasPrefix(p.kind, "text/") && p.field("Content-Disposition") == "" {
			continue
		}
		d, _ := parameters(p.field("Content-Disposition"))
		if p.kind != "text/calendar" && (d != "attachment" || p.in != "multipart/mixed") {
			l.say("O-12", "a file of type %s is no attachment of the mail", p.kind)
		}
	}
}

func (l *linter) place(p part) {
	if p.in != "multipart/alternative" || !p.last {
		l.say("O-4", "the calendar part is not the last alternative")
	}
	if p.field("Content-Disposition") != "" || p.field("Content-Id") != "" {
		l.say("O-5", "the calendar part has a Content-Disposition or Content-ID")
	}
	if p.encoding != "base64" {
		l.say("O-7", "the calendar part is encoded as %q, not base64", p.encoding)
	}
	if !strings.EqualFold(p.params["charset"], "UTF-8") {
		l.say("MIME", "the calendar part is not marked as UTF-8")
	}
	if m := p.params["method"]; m != strings.ToUpper(m) {
		l.say("O-2", "method=%s is not in upper case", m)
	}
}

// object checks the calendar object itself as far as the mail around it is concerned.
func (l *linter) object(ics []byte, method string) {
	if fault := lineEnds(ics); fault != "" {
		l.say("O-8", "%s", fault)
	}
	count, uids, methods := calendarFacts(ics)
	if count != 1 || len(uids) != 1 {
		l.say("O-9", "there are %d calendar objects and %d UIDs", count, len(uids))
	}
	if method == "" || len(methods) != 1 || !strings.EqualFold(methods[0], method) {
		l.say("O-1", "method=%s in the header, METHOD %s in the object", method, strings.Join(methods, ","))
	}
}

func lineEnds(ics []byte) string {
	bare := bytes.ReplaceAll(ics, []byte("\r\n"), nil)
	switch {
	case bytes.ContainsAny(bare, "\r\n"):
		return "a line of the calendar object ends with CR or LF alone"
	case bytes.Contains(ics, []byte("\r\n\r\n")):
		return "the calendar object has an empty line"
	case !bytes.HasPrefix(ics, []byte("BEGIN:VCALENDAR\r\n")) || !bytes.HasSuffix(ics, []byte("\r\nEND:VCALENDAR\r\n")):
		return "something stands before or after the calendar object"
	}
	return ""
}

// people compares who writes and who reads with who is in the object.
func (l *linter) people(ics []byte) {
	organizers, attendees := calendarPeople(ics)
	if l.copied {
		l.say("O-10", "a calendar mail has a Cc: Google shows no buttons there")
	}
	if l.from != "" && !slices.Equal(organizers, []string{l.from}) {
		l.say("O-3", "From is %s, ORGANIZER %s", l.from, strings.Join(organizers, ","))
	}
	if l.to == "" {
		return
	}
	if !slices.Contains(attendees, l.to) {
		l.say("O-11", "%s is no ATTENDEE", l.to)
	}
	if slices.ContainsFunc(organizers, func(o string) bool { return strings.EqualFold(o, l.to) }) {
		l.say("O-23", "the letter goes to the ORGANIZER")
	}
}

// calendarPeople lists the addresses of ORGANIZER and ATTENDEE lines, each once and in their own spelling.
func calendarPeople(ics []byte) (organizers, attendees []string) {
	for line := range unfolded(ics) {
		i := strings.LastIndex(strings.ToLower(line), ":mailto:")
		if i < 0 {
			continue
		}
		a, err := url.PathUnescape(line[i+len(":mailto:"):])
		switch {
		case err != nil:
		case strings.HasPrefix(line, "ORGANIZER") && !slices.Contains(organizers, a):
			organizers = append(organizers, a)
		case strings.HasPrefix(line, "ATTENDEE"):
			attendees = append(attendees, a)
		}
	}
	return organizers, attendees
}

// unfolded goes through the content lines.
func unfolded(ics []byte) iter.Seq[string] {
	return strings.SplitSeq(strings.NewReplacer("\r\n ", "", "\r\n\t", "").Replace(string(ics)), "\r\n")
}

// calendarFacts counts the objects and lists the different UIDs and the values of METHOD.
func calendarFacts(ics []byte) (objects int, uids map[string]bool, methods []string) {
	uids = map[string]bool{}
	for line := range unfolded(ics) {
		name, value, _ := strings.Cut(line, ":")
		switch {
		case line == "BEGIN:VCALENDAR":
			objects++
		case name == "UID" || strings.HasPrefix(name, "UID;"):
			uids[value] = true
		case name == "METHOD":
			methods = append(methods, value)
		}
	}
	return objects, uids, methods
}
