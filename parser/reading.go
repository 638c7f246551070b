package parser

import (
	"encoding/json"
	"time"

	"github.com/huiban/huiban/parser/message"
	"github.com/huiban/huiban/secretary"
)

// Reading is one mail as the parser understood it. Its JSON is the contract of `huiban parse`; what is not in the JSON
// is for the service.
type Reading struct {
	From       string                     `json:"from"` // the writer's address, lower case
	Automatic  secretary.Automatic        `json:"automatic"`
	Text       string                     `json:"text"` // what this person newly wrote
	Understood bool                       `json:"understood"`
	Intents    []secretary.Intent         `json:"intents"` // never nil
	Bounce     *secretary.Bounce          `json:"bounce,omitempty"`
	Calendar   *secretary.CalendarMessage `json:"calendar,omitempty"`
	Unclear    []string                   `json:"unclear,omitempty"`
	Explain    *Explanation               `json:"explain,omitempty"` // nil unless Options ask for it

	Name        string                       `json:"-"` // the writer's display name
	MessageID   string                       `json:"-"` // without brackets
	InReplyTo   []string                     `json:"-"`
	References  []string                     `json:"-"`
	Date        time.Time                    `json:"-"` // zero where the mail has none
	Subject     string                       `json:"-"`
	Attachments []message.File               `json:"-"` // with their bytes; calendars are not among them
	To          []string                     `json:"-"` // addresses of To and Cc, lower case
	DeliveredTo []string                     `json:"-"` // Delivered-To, X-Original-To, Envelope-To
	ReplyTo     []string                     `json:"-"`
	Calendars   []*secretary.CalendarMessage `json:"-"` // all of them; Calendar is the first answer, else the first
	Header      message.Header               `json:"-"`
	History     []string                     `json:"-"` // the quoted lines
}

// MarshalJSON writes the contract's object: intents is a list even when it is empty.
func (r *Reading) MarshalJSON() ([]byte, error) {
	type plain Reading
	p := plain(*r)
	if p.Intents == nil {
		p.Intents = []secretary.Intent{}
	}
	return json.Marshal(p)
}
