package config

import (
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/huiban/huiban/secretary"
)

// weekdays are the days of the week as RFC 5545 writes them, in the order of time.Weekday.
var weekdays = []string{"SU", "MO", "TU", "WE", "TH", "FR", "SA"}

// fill turns the settings into the configuration.
func (l *loader) fill() {
	f, o := l.file, l.file.Office
	l.c.Office = secretary.Office{
		Name: o.Name, Company: o.Company, Address: o.Address, Domain: domain(o.Address), Zone: o.Timezone,
		Lang: secretary.Lang(o.Lang), Quiet: [2]secretary.Clock{o.Quiet.From, o.Quiet.To},
	}
	for _, r := range f.Rooms {
		l.c.Office.Rooms = append(l.c.Office.Rooms, secretary.Room{Name: r.Name, Seats: r.Seats, Equipment: r.Equipment})
	}
	l.c.Mail = Mail{
		IMAP: f.Mail.IMAP.server(l, 993, 143), SMTP: f.Mail.SMTP.server(l, 465, 587),
		SubAddressing: f.Mail.SubAddressing, AuthservIDs: f.Mail.AuthservIDs, TrustInternal: f.Mail.TrustInternal,
		RedirectAllTo: f.Mail.RedirectAllTo, NoICSFile: f.Mail.NoICSFile, Rate: f.Mail.Rate, DKIM: f.Mail.DKIM,
	}
	if f.Mail.DKIM.KeyFile != "" {
		l.c.Mail.DKIM.KeyFile = l.path(f.Mail.DKIM.KeyFile)
	}
	l.c.Secret = f.Secret
	l.c.Database = l.database(f.Database)
}

// server fills in the usual port and resolves the paths.
func (s serverSettings) server(l *loader, implicit, other int) Server {
	out := Server{
		Host: s.Host, Port: s.Port, TLS: s.TLS, User: s.User, Password: s.Password, Folder: s.Folder,
		Handled: s.Handled, MarkSeen: s.MarkSeen, OAuth2: OAuth2{
			TokenURL: s.OAuth2.TokenURL, ClientID: s.OAuth2.ClientID, ClientSecret: s.OAuth2.ClientSecret,
			RefreshToken: s.OAuth2.RefreshToken, Scope: s.OAuth2.Scope, Mechanism: s.OAuth2.Mechanism,
		},
	}
	if s.CAFile != "" {
		out.CAFile = l.path(s.CAFile)
	}
	switch {
	case s.Port != 0:
	case s.TLS == "implicit":
		out.Port = implicit
	default:
		out.Port = other
	}
	return out
}

// database resolves the path of an SQLite file.
func (l *loader) database(url string) string {
	name, found := strings.CutPrefix(url, "sqlite:")
	if !found || name == ":memory:" || filepath.IsAbs(name) {
		return url
	}
	return "sqlite:" + l.path(name)
}

func domain(address string) string {
	return strings.ToLower(address[strings.LastIndexByte(address, '@')+1:])
}

// weekend are the days of the week without work; an empty list means that every day has some.
func (l *loader) weekend() []time.Weekday {
	out := []time.Weekday{}
	for _, d := range l.file.Weekend {
		if n := slices.Index(weekdays, d); n >= 0 {
			out = append(out, time.Weekday(n))
		}
	}
	return out
}
