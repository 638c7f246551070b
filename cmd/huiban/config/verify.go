package config

import (
	"fmt"
	"net"
	"net/mail"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/huiban/huiban/policies/strict"
	"github.com/huiban/huiban/secretary"
)

// need reports a key that is empty.
func (l *loader) need(key, value, hint string) bool {
	if value == "" {
		l.fault(key, "is missing", hint)
	}
	return value != ""
}

// oneOf reports a value that is none of the words.
func (l *loader) oneOf(key, value string, words ...string) {
	if slices.Contains(words, value) || value == "" {
		return
	}
	hint := "it takes " + strings.Join(words, ", ")
	if near := strict.Nearest(value, words); near != "" {
		hint = "did you mean " + near + "?"
	}
	l.fault(key, fmt.Sprintf("%q is not one of its words", value), hint)
}

func (l *loader) checkOffice() {
	o := l.file.Office
	if l.need("office.address", o.Address, "the mailbox that huiban lives in, such as huiban@company.example") && !isAddress(o.Address) {
		l.fault("office.address", fmt.Sprintf("%q is no mail address", o.Address), "only the address, such as huiban@company.example")
	}
	if o.Company.Empty() {
		l.fault("office.company", "is missing", "the company's name, printed in letters")
	}
	if _, err := time.LoadLocation(o.Timezone); err != nil || o.Timezone == "" {
		l.fault("office.timezone", fmt.Sprintf("%q is no time zone", o.Timezone), "an IANA name, such as Asia/Shanghai")
	}
	l.oneOf("office.lang", o.Lang, string(secretary.Hans), string(secretary.Hant), string(secretary.English))
	for key, text := range map[string]secretary.Text{"office.name": o.Name, "office.company": o.Company} {
		for lang := range text {
			l.oneOf(key+"."+string(lang), string(lang), string(secretary.Hans), string(secretary.Hant), string(secretary.English))
		}
	}
	if o.Quiet.From.Set != o.Quiet.To.Set || o.Quiet.From.Set && o.Quiet.From == o.Quiet.To {
		l.fault("office.quiet", "needs a beginning and another end", "from: 21:00 and to: 07:30, or neither")
	}
}

// checkRooms reports a room without a name, or with a number of seats that is none.
func (l *loader) checkRooms() {
	for n, r := range l.file.Rooms {
		key := fmt.Sprintf("rooms[%d]", n)
		if r.Name.Empty() {
			l.fault(key, "a room needs a name", "as it stands in the place of a meeting, such as 二楼会议室")
		}
		if r.Seats < 0 {
			l.fault(key+".seats", fmt.Sprintf("%d is no number of seats", r.Seats), "")
		}
	}
}

func (l *loader) checkMail() {
	m := &l.file.Mail
	m.SMTP.borrow(m.IMAP)
	l.checkServer("mail.imap", m.IMAP, "imap.company.example")
	l.checkServer("mail.smtp", m.SMTP, "smtp.company.example")
	if l.at.Given("mail.imap.login") {
		l.fault("mail.imap.login", "means nothing for receiving", "a mailbox always asks for a log-in")
	}
	for _, key := range []string{"folder", "handled_folder", "mark_seen"} {
		if l.at.Given("mail.smtp." + key) {
			l.fault("mail.smtp."+key, "means nothing for sending", "it belongs under mail.imap")
		}
	}
	if m.RedirectAllTo != "" && !isAddress(m.RedirectAllTo) {
		l.fault("mail.redirect_all_to", fmt.Sprintf("%q is no mail address", m.RedirectAllTo), "")
	}
	for _, d := range m.NoICSFile {
		if !isAddress("x@" + d) {
			l.fault("mail.no_ics_file", fmt.Sprintf("%q is no domain of mail addresses", d), "such as partner.example")
		}
	}
	if m.Rate < 0 {
		l.fault("mail.rate", "is below zero", "letters in a minute; 0 is no limit")
	}
	l.checkDKIM(m.DKIM)
}

// borrow takes the log-in of another server where s has none of its own.
func (s *serverSettings) borrow(from serverSettings) {
	if !s.Login {
		s.User, s.Password, s.OAuth2 = "", "", oauthSettings{}
		return
	}
	if s.User == "" {
		s.User = from.User
	}
	if s.User == from.User && s.Password == "" && !s.OAuth2.used() {
		s.Password, s.OAuth2 = from.Password, from.OAuth2
	}
}

// checkServer checks one server; a log-in that sending borrows from receiving is told of once.
func (l *loader) checkServer(key string, s serverSettings, example string) {
	l.need(key+".host", s.Host, "the server's name, such as "+example)
	if s.Port < 0 || s.Port > 65535 {
		l.fault(key+".port", fmt.Sprintf("%d is no port", s.Port), "leave it empty for the usual one")
	}
	l.oneOf(key+".tls", s.TLS, "implicit", "starttls", "none")
	if s.TLS == "none" && !here(s.Host) {
		l.fault(key+".tls", "the password would travel unencrypted", "none is for a server on this machine only; write implicit or starttls")
	}
	if s.CAFile != "" {
		l.readable(key+".ca_file", s.CAFile)
	}
	if key == "mail.imap" {
		l.need(key+".user", s.User, "the log-in name of the mailbox, often the whole address")
	}
	in := l.file.Mail.IMAP
	borrowed := s.User == in.User && s.Password == in.Password && s.OAuth2 == in.OAuth2
	if key == "mail.imap" || s.Login && !borrowed {
		l.checkLogin(key, s)
	}
}

func (l *loader) checkLogin(key string, s serverSettings) {
	o := s.OAuth2
	switch {
	case l.unread[key+".password"]:
	case !o.used() && s.Password == "":
		l.fault(key+".password", "is missing", "the password or 授权码; or password_file, or "+secret{key: key + ".password"}.name()+"; or oauth2")
	case !o.used():
		return
	case s.Password != "":
		l.fault(key+".oauth2", "stands beside a password", "keep one of the two")
	}
	if !o.used() {
		return
	}
	if u, err := url.Parse(o.TokenURL); err != nil || u.Scheme != "https" || u.Host == "" {
		l.fault(key+".oauth2.token_url", "is no https address", "such as https://login.microsoftonline.com/TENANT/oauth2/v2.0/token")
	}
	l.need(key+".oauth2.client_id", o.ClientID, "the application's id at the provider")
	if o.ClientSecret == "" && o.RefreshToken == "" && !l.unread[key+".oauth2.client_secret"] && !l.unread[key+".oauth2.refresh_token"] {
		l.fault(key+".oauth2", "has neither client_secret nor refresh_token", "an application of its own has a secret, one that a person allowed has a refresh token")
	}
	l.oneOf(key+".oauth2.mechanism", o.Mechanism, "XOAUTH2", "OAUTHBEARER")
}

func (l *loader) checkDKIM(d DKIM) {
	if d == (DKIM{}) {
		return
	}
	l.need("mail.dkim.domain", d.Domain, "the domain that signs, such as company.example")
	l.need("mail.dkim.selector", d.Selector, "the name of the key in the DNS")
	if l.need("mail.dkim.key_file", d.KeyFile, "the private key, PEM") {
		l.readable("mail.dkim.key_file", d.KeyFile)
	}
}

func (l *loader) checkRest() {
	f := l.file
	switch n := len(f.Secret); {
	case l.unread["secret"]:
	case n == 0:
		l.fault("secret", "is missing", "32 random characters or more: huiban init writes one; or secret_file, or HUIBAN_SECRET")
	case n < 32:
		l.fault("secret", fmt.Sprintf("has %d characters, 32 are needed", n), "for example: openssl rand -base64 36")
	}
	scheme, rest, _ := strings.Cut(f.Database, ":")
	if !slices.Contains([]string{"sqlite", "postgres", "postgresql"}, scheme) || rest == "" {
		l.fault("database", "is no database address", "sqlite:huiban.db, or postgres://user@host/database")
	}
	if scheme == "sqlite" && rest != ":memory:" {
		if f := noFolder(filepath.Dir(l.path(rest))); f != nil {
			l.fault("database", filepath.Dir(rest)+": "+f.Message, "the folder has to be there; the file is made")
		}
	}
	for i, d := range f.Weekend {
		l.oneOf(fmt.Sprintf("weekend[%d]", i), d, weekdays...)
	}
}

// readable reports a file that cannot be read.
func (l *loader) readable(key, name string) {
	f, err := os.Open(l.path(name))
	if err != nil {
		l.fault(key, fmt.Sprintf("%s: %s", name, reason(err)), "")
		return
	}
	f.Close()
}

// isAddress reports whether s is a bare mail address.
func isAddress(s string) bool {
	a, err := mail.ParseAddress(s)
	return err == nil && a.Address == s && strings.Contains(s[strings.LastIndexByte(s, '@')+1:], ".")
}

// here reports whether host is this machine.
func here(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}
