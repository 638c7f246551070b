package config

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
)

// secret is a key that may also come from the environment or from a file.
type secret struct {
	key   string
	value *string
	file  string
}

// name is the environment variable of the secret: HUIBAN_MAIL_IMAP_PASSWORD.
func (s secret) name() string {
	return "HUIBAN_" + strings.ToUpper(strings.ReplaceAll(s.key, ".", "_"))
}

// all lists the secrets of huiban.yaml.
func (f *settings) all() []secret {
	out := []secret{{"secret", &f.Secret, f.SecretFile}, {"database", &f.Database, f.DatabaseFile}}
	out = append(out, f.Mail.IMAP.secrets("mail.imap")...)
	return append(out, f.Mail.SMTP.secrets("mail.smtp")...)
}

func (s *serverSettings) secrets(key string) []secret {
	return []secret{
		{key + ".password", &s.Password, s.PasswordFile},
		{key + ".oauth2.client_secret", &s.OAuth2.ClientSecret, s.OAuth2.ClientSecretFile},
		{key + ".oauth2.refresh_token", &s.OAuth2.RefreshToken, s.OAuth2.RefreshTokenFile},
	}
}

// secrets looks up what huiban.yaml does not hold itself.
func (l *loader) secrets() {
	for _, s := range l.file.all() {
		if s.file != "" && l.at.Given(s.key) {
			l.fault(s.key+"_file", "stands beside "+s.key, "keep one of the two")
			continue
		}
		if v, found := os.LookupEnv(s.name()); found {
			*s.value = v
		} else if s.file != "" {
			l.readSecret(s)
		}
	}
}

// readSecret reads the first line of a secret's file. $CREDENTIALS_DIRECTORY and the like may stand in its path.
func (l *loader) readSecret(s secret) {
	b, err := os.ReadFile(l.path(os.ExpandEnv(s.file)))
	if err != nil {
		l.unread[s.key] = true
		l.fault(s.key+"_file", fmt.Sprintf("%s: %s", s.file, reason(err)), "")
		return
	}
	line, _, _ := strings.Cut(string(b), "\n")
	*s.value = strings.TrimRight(line, "\r")
	if *s.value == "" {
		l.unread[s.key] = true
		l.fault(s.key+"_file", s.file+" is empty", "")
	}
}

// reason says in words why a file cannot be read.
func reason(err error) string {
	var p *fs.PathError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "there is no such file"
	case errors.Is(err, fs.ErrPermission):
		return "this file may not be read by the user huiban runs as"
	case errors.As(err, &p):
		return "cannot be read: " + p.Err.Error()
	}
	return "cannot be read: " + err.Error()
}
