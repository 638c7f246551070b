package daemon

import (
	"strings"

	"github.com/huiban/huiban/parser"
	"github.com/huiban/huiban/secretary"
)

// authorOf is the address of who answers: that of From, or behind a calendar service that sends for its users the one in
// Reply-To, where the answer itself is that person's (imip I-26). Who signs for the service vouches for its users (I-27).
func authorOf(r *parser.Reading) string {
	if !relays(r.From) || r.Calendar == nil || len(r.ReplyTo) != 1 {
		return r.From
	}
	behind := &secretary.Directory{People: map[secretary.PersonID]*secretary.Person{"user": {ID: "user", Email: r.ReplyTo[0]}}}
	for _, a := range r.Calendar.Answers {
		if behind.ByAddress(a.Attendee) != nil {
			return r.ReplyTo[0]
		}
	}
	return r.From
}

// relays reports whether a calendar service writes from the address for its users. Seen at Google:
// From: "x (Google Calendar)" <calendar-notification@google.com>.
func relays(from string) bool {
	return strings.HasPrefix(from, "calendar-") && strings.HasSuffix(from, "@google.com")
}
