package config

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/huiban/huiban/mailer"
	"github.com/huiban/huiban/policies/strict"
)

// with loads the sound configuration with some text of huiban.yaml replaced.
func with(t *testing.T, old, new string) *Config {
	t.Helper()
	dir := unpack(t, parse(t, "testdata/base.txtar"))
	path := filepath.Join(dir, File)
	b, err := os.ReadFile(path)
	if err != nil || !strings.Contains(string(b), old) {
		t.Fatal("nothing to replace", err)
	}
	if err := os.WriteFile(path, []byte(strings.Replace(string(b), old, new, 1)), 0o600); err != nil {
		t.Fatal(err)
	}
	c, faults := Load(dir)
	if strict.Errors(faults) > 0 {
		t.Fatal(words(faults))
	}
	return c
}

const own = `password: "012345"`

func TestAccount(t *testing.T) {
	a := with(t, own, own).Mail.Account(t.Context())
	if a.IMAP.Password != "012345" || a.SMTP.User != a.IMAP.User || a.SMTP.Password != "012345" {
		t.Errorf("a password of digits, and sending with the log-in of receiving: %+v", a)
	}
	if a.IMAP.Port != 993 || a.SMTP.Port != 465 || a.IMAP.Security != mailer.Implicit || !a.IMAP.MarkSeen {
		t.Errorf("the usual ports: %+v", a)
	}
	if err := a.Check(); err != nil {
		t.Error("what passes here must pass there:", err)
	}
	a = with(t, "smtp: {host: smtp.corp.test}", "smtp: {host: 127.0.0.1, port: 25, tls: none, login: false}").Mail.Account(t.Context())
	if a.SMTP.User != "" || a.SMTP.Password != "" || a.SMTP.Port != 25 || a.Check() != nil {
		t.Errorf("a relay without log-in: %+v", a.SMTP)
	}
	a = with(t, "smtp: {host: smtp.corp.test}", "smtp: {host: smtp.corp.test, tls: starttls}").Mail.Account(t.Context())
	if a.SMTP.Port != 587 {
		t.Errorf("starttls: port %d", a.SMTP.Port)
	}
}

// TestSecrets: the environment goes before the file, the file before huiban.yaml.
func TestSecrets(t *testing.T) {
	file := filepath.Join(t.TempDir(), "pw")
	if err := os.WriteFile(file, []byte("from-file\r\nsecond line\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	t.Setenv("CREDENTIALS_DIRECTORY", filepath.Dir(file))
	if got := with(t, own, "password_file: $CREDENTIALS_DIRECTORY/pw").Mail.IMAP.Password; got != "from-file" {
		t.Errorf("the password is %q", got)
	}
	t.Setenv("HUIBAN_MAIL_IMAP_PASSWORD", "from-env")
	if got := with(t, own, "password_file: "+file).Mail.IMAP.Password; got != "from-env" {
		t.Errorf("the password is %q", got)
	}
	t.Setenv("HUIBAN_DATABASE", "postgres://db/huiban")
	if got := with(t, own, own).Database; got != "postgres://db/huiban" {
		t.Errorf("the database is %q", got)
	}
}

// TestOAuth2 fetches a token for each grant, and only one for two log-ins.
func TestOAuth2(t *testing.T) {
	asked := map[string]int{}
	s := httptest.NewTLSServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked[r.PostFormValue("grant_type")+" "+r.PostFormValue("scope")]++
		w.Header().Set("Content-Type", "application/json")
		json.NewEncoder(w).Encode(map[string]any{"access_token": "token-" + r.PostFormValue("grant_type"), "token_type": "Bearer", "expires_in": 3600})
	}))
	defer s.Close()
	old := http.DefaultTransport
	http.DefaultTransport = s.Client().Transport
	defer func() { http.DefaultTransport = old }()

	for grant, secret := range map[string]string{"client_credentials": "client_secret: s", "refresh_token": "refresh_token: r"} {
		yaml := fmt.Sprintf(`oauth2: {token_url: %q, client_id: c, scope: mail, mechanism: OAUTHBEARER, %s}`, s.URL, secret)
		a := with(t, own, yaml).Mail.Account(t.Context())
		if a.IMAP.Mechanism != mailer.OAuthBearer || a.SMTP.Token == nil || a.Check() != nil {
			t.Errorf("%+v", a.IMAP)
		}
		for range 2 {
			if got, err := a.IMAP.Token(t.Context()); got != "token-"+grant || err != nil {
				t.Errorf("%s: token %q %v", grant, got, err)
			}
		}
	}
	if asked["client_credentials mail"] != 1 || len(asked) != 2 {
		t.Error("asked for", asked)
	}
	a := with(t, own, `oauth2: {token_url: "https://127.0.0.1:1/token", client_id: c, client_secret: s}`).Mail.Account(t.Context())
	if _, err := a.IMAP.Token(t.Context()); err == nil || a.IMAP.Mechanism != mailer.XOAuth2 {
		t.Error("no error where nobody answers")
	}
}
