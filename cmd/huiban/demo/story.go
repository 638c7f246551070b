package demo

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"sync"
	"time"

	"github.com/huiban/huiban/daemon"
	"github.com/huiban/huiban/mailer"
	"github.com/huiban/huiban/secretary"
)

// story tells what happens, a line each: when, in or out, who, and what huiban understood or why it wrote.
type story struct {
	play  *play
	out   io.Writer
	color bool
	zone  *time.Location
	began func() time.Time

	mu    sync.Mutex
	day   string
	lines []line
}

// line is one thing that happened, kept for the page.
type line struct {
	At      time.Time
	In      bool
	Who     string
	Address string
	Kind    string // of a letter; the verdict of a mail
	What    string // why the letter was written; what was understood of the mail
	Doc     string // of a mail: what the parser read, as the store keeps it
	Mail    string // the file in mail/
	Raw     []byte
}

func (s *story) tell(e daemon.Event) {
	s.mu.Lock()
	defer s.mu.Unlock()
	switch {
	case e.Letter != nil && e.Result.Outcome == mailer.Sent:
		l := e.Letter.Letter
		s.add(line{At: e.At, Who: l.To.Name, Address: l.To.Email, Kind: string(l.Kind), What: l.Reason, Raw: e.Raw})
	case e.Mail != nil:
		s.add(line{At: e.At, In: true, Who: s.play.nameOf(e.Mail.From), Address: e.Mail.From, Kind: string(e.Mail.Verdict), What: understood(e.Mail.Understood, e.Mail.Reason), Doc: e.Mail.Understood, Raw: e.Raw})
	}
}

func (p *play) nameOf(address string) string {
	if m, ok := p.memberOf(address); ok {
		return m.name
	}
	return address
}

func (s *story) add(l line) {
	l.Mail = fmt.Sprintf("%04d-%s.eml", len(s.lines)+1, map[bool]string{true: "in", false: "out"}[l.In])
	s.lines = append(s.lines, l)
	at := l.At.In(s.zone)
	if d := at.Format("2006-01-02"); d != s.day {
		s.day = d
		fmt.Fprintf(s.out, "\n%s 星期%s\n", d, weekdays[at.Weekday()])
	}
	arrow, paint := "→", "36"
	if l.In {
		arrow, paint = "←", "33"
	}
	fmt.Fprintf(s.out, "  %s %s %-18s %s  %s\n", at.Format("15:04"), s.paint(paint, arrow), l.Kind, l.Who, l.What)
}

func (s *story) paint(code, text string) string {
	if !s.color {
		return text
	}
	return "\x1b[" + code + "m" + text + "\x1b[0m"
}

// understood words what the parser read, in a line.
func understood(doc, reason string) string {
	var r struct {
		Intents []secretary.Intent
	}
	if json.Unmarshal([]byte(doc), &r) != nil || len(r.Intents) == 0 {
		return reason
	}
	var out []string
	for _, in := range r.Intents {
		out = append(out, intent(in))
	}
	return strings.Join(out, ", ")
}

func intent(in secretary.Intent) string {
	w := []string{string(in.Kind)}
	add := func(k, v string) {
		if v != "" {
			w = append(w, k+v)
		}
	}
	add("item ", in.Item)
	add("", in.Status)
	if in.Percent != nil {
		w = append(w, fmt.Sprintf("%d%%", *in.Percent))
	}
	add("by ", in.Delegate)
	add("until ", string(in.Until))
	add("eta ", string(in.ETA))
	add("", firstLine(in.Reason+in.Comment+in.Terms))
	if in.Draft != nil {
		w = append(w, fmt.Sprintf("%d resolutions, %d actions, %d problems", len(in.Resolutions), len(in.Actions), len(in.Problems)))
	}
	return strings.Join(w, " ")
}

func firstLine(s string) string {
	s, _, _ = strings.Cut(strings.TrimSpace(s), "\n")
	if r := []rune(s); len(r) > 40 {
		s = string(r[:40]) + "…"
	}
	return s
}

func (s *story) end(done, dir string, took time.Duration) {
	s.mu.Lock()
	defer s.mu.Unlock()
	fmt.Fprintf(s.out, "\n%s 已办结 (done). %d mails in %.1f s.\nOpen %s/index.html\n", done, len(s.lines), took.Seconds(), dir)
}
