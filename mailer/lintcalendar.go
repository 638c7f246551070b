package mailer

import (
	"bytes"
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
	if found == nil {
		return
	}
	l.place(*found)
	l.object(found.body, found.params["method"])
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

// calendarFacts counts the objects and lists the different UIDs and the values of METHOD.
func calendarFacts(ics []byte) (objects int, uids map[string]bool, methods []string) {
	uids = map[string]bool{}
	unfolded := strings.NewReplacer("\r\n ", "", "\r\n\t", "").Replace(string(ics))
	for line := range strings.SplitSeq(unfolded, "\r\n") {
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
