package mailer

import (
	"net/mail"
	"time"
)

// Mail is a letter ready to be written down as MIME. [Compose] takes it as it is: it chooses nothing, so the same
// Mail always gives the same bytes.
type Mail struct {
	From    mail.Address   // also the ORGANIZER of its invitation
	To      mail.Address   // the one recipient
	Cc      []mail.Address // named in the header only; the envelope decides who gets it
	ReplyTo mail.Address   // zero for none

	MessageID  string    // with or without the angle brackets; required
	InReplyTo  string    // likewise; "" for none. What is no message id is left out: it comes from outside
	References []string  // oldest first; likewise
	Date       time.Time // required; written in its own zone
	Subject    string

	// Auto is the value of Auto-Submitted (RFC 3834); "" means auto-generated. An answer to a mail is auto-replied.
	Auto string
	// Header holds additional fields; only names beginning with X- or List- are allowed.
	Header map[string]string

	Text string // text/plain, required
	HTML string // text/html, "" for none

	Calendar []byte // an iCalendar object with CRLF line ends, nil for none
	Method   string // its METHOD in upper case, such as REQUEST
	// NoInvite leaves out the copy of the calendar object as invite.ics, for readers who would see it twice.
	NoInvite bool

	Attachments []Attachment
}

// Attachment is a file that goes with a mail.
type Attachment struct {
	Name string // as people see it; made safe and shortened when written
	Type string // media type such as application/pdf; what is none is written as application/octet-stream
	Data []byte
}
