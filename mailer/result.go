package mailer

import (
	"errors"
	"fmt"
	"net/textproto"
	"regexp"
)

// Outcome is what became of a message handed to an SMTP server.
type Outcome string

// The outcomes there are.
const (
	Sent      Outcome = "sent"      // the server took it, for at least one recipient
	Temporary Outcome = "temporary" // not taken; the same message may be tried again later
	Permanent Outcome = "permanent" // refused for good; trying again is useless
	Uncertain Outcome = "uncertain" // the line broke after the last byte: it may have been taken. Repeat it unchanged
	Refused   Outcome = "account"   // the server does not let us send at all; stop the account, keep the letters
)

// Stage is how far a hand-over came.
type Stage string

// The stages of a hand-over, in order.
const (
	Connect  Stage = "connect" // dialling, greeting, TLS, EHLO
	Auth     Stage = "auth"
	MailFrom Stage = "from"
	RcptTo   Stage = "rcpt"
	Data     Stage = "data"   // before the last byte
	Accepted Stage = "answer" // after the last byte
)

// Result tells what became of one message. Everything a caller decides on is a value; Text and Err are for people.
type Result struct {
	Outcome  Outcome
	Stage    Stage     // where it ended; Accepted when sent
	Code     int       // the SMTP reply code; 0 when no reply was read
	Enhanced string    // the enhanced code such as "5.1.1" (RFC 3463), or ""
	Text     string    // the server's words without the codes, or ""; when sent they often name its queue
	Refused  []Refusal // recipients that were not accepted, in the order given; the others got it when Outcome is Sent
	Err      error     // nil exactly when Outcome is Sent
}

// Refusal is one recipient the server did not accept.
type Refusal struct {
	To       string
	Outcome  Outcome // Temporary or Permanent
	Code     int
	Enhanced string
	Text     string
}

// failure turns an error into a Result. Whether to retry is decided by the reply code and the stage: 4xx and no
// reply are temporary, 5xx is permanent. What the server says about the sender rather than about this message
// stops the account, or one wrong setting would burn every letter waiting.
func failure(stage Stage, err error) Result {
	r := Result{Outcome: Temporary, Stage: stage, Err: fmt.Errorf("smtp %s: %w", stage, err)}
	r.Code, r.Enhanced, r.Text = reply(err)
	switch {
	case r.Code == 0 && stage == Accepted:
		r.Outcome = Uncertain
	case r.Code == 0 && errors.Is(err, ErrAccount):
		r.Outcome = Refused
	case r.Code >= 500:
		r.Outcome = refusal(stage, r.Code)
	}
	return r
}

// lost reports whether the connection is of no further use: it broke, or the server says that it closes it (421).
func (r Result) lost() bool { return r.Err != nil && (r.Code == 0 || r.Code == 421) }

// refusal says what a 5xx reply means at a stage.
func refusal(stage Stage, code int) Outcome {
	switch stage {
	case Connect:
		return Temporary // nothing was said about any letter
	case Auth:
		return Refused
	case MailFrom:
		if code != 552 { // 552: this message is too large; anything else is about us
			return Refused
		}
	}
	if code == 530 || code == 535 { // authentication required, credentials invalid (RFC 4954 §6)
		return Refused
	}
	return Permanent
}

var enhanced = regexp.MustCompile(`^([245]\.\d{1,3}\.\d{1,3})(?:\s+|$)`)

// reply takes the server's answer out of an error; the code is 0 when the error is none.
func reply(err error) (code int, status, text string) {
	var e *textproto.Error
	if !errors.As(err, &e) {
		return 0, "", ""
	}
	status, text = words(e.Msg)
	return e.Code, status, text
}

// words takes the enhanced code off the front of what a server says.
func words(msg string) (status, text string) {
	if m := enhanced.FindStringSubmatch(msg); m != nil {
		return m[1], msg[len(m[0]):]
	}
	return "", msg
}
