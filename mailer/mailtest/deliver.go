package mailtest

import (
	"bytes"
	"fmt"
	"net/mail"
	"strings"
	"time"
)

// deliver files one mail into the journal and into the mailbox of each recipient.
func (s *Server) deliver(t *smtpSession, raw []byte) error {
	d := Delivery{From: t.from, To: t.to, User: t.user(), At: s.options.Now()}
	d.Raw = append([]byte(s.verdict(t, raw)), without(raw, "Authentication-Results")...)
	return s.journal.add(d, func(d Delivery) error {
		for _, to := range d.To {
			m := Message{To: to, Received: d.At, Raw: append([]byte(s.trace(t, d, to)), d.Raw...)}
			if err := s.account(to).put(m); err != nil {
				return err
			}
		}
		return nil
	})
}

// trace is what a server writes on top of a mail: RFC 5321 §4.4, and Delivered-To as Postfix and Dovecot do.
func (s *Server) trace(t *smtpSession, d Delivery, to string) string {
	return fmt.Sprintf("Return-Path: <%s>\r\nDelivered-To: %s\r\n"+
		"Received: from %s ([%s])\r\n\tby %s with %s id %d\r\n\tfor <%s>; %s\r\n",
		d.From, to, t.conn.Hostname(), t.peer(), s.options.Name, t.protocol(), d.Seq, to, d.At.Format(time.RFC1123Z))
}

// verdict says what the server makes of the sender (RFC 8601): pass for who logged in as the From address, fail for who
// borrows the address of a mailbox here, none for a stranger.
func (s *Server) verdict(t *smtpSession, raw []byte) string {
	from := fromAddress(raw)
	result := "none"
	switch {
	case from != "" && t.user() == base(from):
		result = "pass"
	case from != "" && s.existing(from) != nil:
		result = "fail"
	}
	return fmt.Sprintf("Authentication-Results: %s; dmarc=%s header.from=%s\r\n", s.options.Name, result, domainOf(from))
}

// fromAddress returns the address in the From header, "" when there is not exactly one.
func fromAddress(raw []byte) string {
	m, err := mail.ReadMessage(bytes.NewReader(raw))
	if err != nil || len(m.Header["From"]) != 1 {
		return ""
	}
	l, err := m.Header.AddressList("From")
	if err != nil || len(l) != 1 {
		return ""
	}
	return l[0].Address
}

// without returns a mail without any header field of that name: a sender's own claims are worth nothing.
func without(raw []byte, name string) []byte {
	var out []byte
	skip := false
	for len(raw) > 0 {
		line, rest, _ := bytes.Cut(raw, []byte("\n"))
		whole := raw[:len(raw)-len(rest)]
		if len(bytes.TrimRight(line, "\r")) == 0 {
			break // the header ends
		}
		if line[0] != ' ' && line[0] != '\t' {
			field, _, _ := strings.Cut(string(line), ":")
			skip = strings.EqualFold(strings.TrimSpace(field), name)
		}
		if !skip {
			out = append(out, whole...)
		}
		raw = rest
	}
	return append(out, raw...)
}
