package daemon

import (
	"html"
	"net/mail"
	"regexp"
	"strings"

	"github.com/huiban/huiban/mailer"
)

// redirect turns a letter into one for the administrator's eyes, and says in both its forms for whom it was. Its calendar
// object is left out: a button pressed on it would answer for somebody else.
func redirect(m *mailer.Mail, to string) {
	note := "[→ " + strings.Join(readers(m), ", ") + "]"
	m.To, m.Cc = mail.Address{Address: to}, nil
	m.Calendar, m.Method = nil, ""
	m.Subject = note + " " + m.Subject
	m.Text = note + "\n\n" + m.Text
	m.HTML = underBody(m.HTML, `<p style="margin:0;padding:8px 16px;background:#b3261e;color:#ffffff">`+html.EscapeString(note)+"</p>\n")
}

func readers(m *mailer.Mail) []string {
	var out []string
	for _, a := range append([]mail.Address{m.To}, m.Cc...) {
		out = append(out, strings.TrimSpace(a.Name+" <"+a.Address+">"))
	}
	return out
}

var body = regexp.MustCompile(`(?i)<body[^>]*>`)

// underBody puts a banner at the top of a page, where mail programs keep it.
func underBody(page, banner string) string {
	if page == "" {
		return ""
	}
	if at := body.FindStringIndex(page); at != nil {
		return page[:at[1]] + banner + page[at[1]:]
	}
	return banner + page
}
