package daemon

import (
	"cmp"
	"fmt"
	"net/url"
	"strings"

	"github.com/huiban/huiban/mailer"
	"github.com/huiban/huiban/secretary"
)

// answer is what somebody does about a letter.
type answer func(w *town, l arrival)

// nothing is what somebody does who takes note, or forgets.
func nothing(*town, arrival) {}

// post hands a mail in over the writer's own account.
func (w *town) post(from *secretary.Person, d draft) {
	w.t.Helper()
	w.wrote++
	d.from, d.id = from.Email, fmt.Sprintf("town.%d.%s", w.wrote, from.Email)
	d.to = cmp.Or(d.to, w.address)
	server := mailer.SMTP{Server: realServer(w.t, "HUIBAN_TEST_SUBMISSIONS", from.Email)}
	r := (&mailer.Sender{Account: server}).Send(w.ctx, mailer.Envelope{From: d.from, To: []string{d.to}}, d.raw(w.clock.Now().In(w.zone)))
	if r.Err != nil {
		w.t.Fatalf("%s writes: %v", from.ID, r.Err)
	}
}

// says answers a letter in words.
func says(text string) answer {
	return func(w *town, l arrival) { w.post(l.who, reply(l, draft{text: text})) }
}

// hands answers a letter with files, each a name and what is in it.
func hands(files ...string) answer {
	return func(w *town, l arrival) {
		var parts []string
		for n := 0; n < len(files); n += 2 {
			parts = append(parts, "Content-Type: text/csv; charset=utf-8\r\nContent-Disposition: attachment; filename*=UTF-8''"+url.PathEscape(files[n])+"|"+files[n+1])
		}
		w.post(l.who, reply(l, draft{body: attached("请查收", parts...)}))
	}
}

// accepts presses the button of the calendar program, which answers the organizer in a mail of its own.
func accepts(w *town, l arrival) {
	if len(l.Calendars) > 0 {
		w.post(l.who, draft{subject: "Accepted: " + l.Subject, body: calendarReply(l.Message, l.who.Email, "ACCEPTED")})
	}
}

// taps taps the first button of a letter that fills in these words.
func taps(words string) answer {
	return func(w *town, l arrival) {
		w.t.Helper()
		for _, b := range buttons(w.t, l.Message) {
			if strings.Contains(b.text, words) {
				w.post(l.who, b)
				return
			}
		}
		w.t.Errorf("no button of %q to %s fills in %q", l.Subject, l.who.ID, words)
	}
}

// reply is the answer that any mail program makes of a letter.
func reply(l arrival, d draft) draft {
	d.to = l.From.Email
	if to := l.Header.Addresses("Reply-To"); len(to) > 0 {
		d.to = to[0].Email
	}
	d.subject, d.head = "回复："+l.Subject, inReply(l.Message)
	return d
}
