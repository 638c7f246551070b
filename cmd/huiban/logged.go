package main

import (
	"encoding/json"
	"fmt"
	"log/slog"
	"strings"

	"github.com/huiban/huiban/daemon"
	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/store"
)

// logged writes a line for each mail in and each letter out, without what they say (huiban run -v).
func logged(log *slog.Logger) func(daemon.Event) {
	return func(e daemon.Event) {
		switch {
		case e.Mail != nil:
			m := e.Mail
			log.Debug("mail in", "mail", m.ID, "message_id", m.MessageID, "from", m.From, "writer", m.Writer, "proof", m.Proof,
				"verdict", m.Verdict, "reason", m.Reason, "answers", m.LetterKey, "understood", understood(m))
		case e.Letter != nil && e.Result != nil:
			l := e.Letter
			log.Debug("letter out", "letter", l.Letter.Key, "message_id", l.MessageID, "kind", l.Letter.Kind,
				"to", l.Letter.To.Email, "attempt", l.Attempts, "outcome", e.Result.Outcome, "code", e.Result.Code)
		}
	}
}

// understood is what was read out of a mail, "attend declined; progress 2 60%", without anybody's own words.
func understood(m *store.InMail) string {
	var r struct{ Intents []secretary.Intent }
	if json.Unmarshal([]byte(m.Understood), &r) != nil {
		return ""
	}
	var out []string
	for _, in := range r.Intents {
		out = append(out, strings.Join(strings.Fields(fmt.Sprint(in.Kind, " ", in.Item, " ", in.Status, " ", percent(in), in.ETA, " ", in.Until, in.Start)), " "))
	}
	return strings.Join(out, "; ")
}

func percent(in secretary.Intent) string {
	if in.Percent == nil {
		return ""
	}
	return fmt.Sprintf("%d%% ", *in.Percent)
}
