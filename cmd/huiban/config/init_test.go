package config

import (
	"bytes"
	"crypto/rand"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/huiban/huiban/policies/strict"
)

// TestFirstConfigTest is what a newcomer sees: exactly the keys to fill in, in huiban.yaml as faults, in the policies as
// warnings.
func TestFirstConfigTest(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "huiban")
	if err := Init(dir, rand.Reader); err != nil {
		t.Fatal(err)
	}
	c, faults := Load(dir)
	var keys []string
	open := 0
	for _, f := range faults {
		switch {
		case !f.Warning:
			keys = append(keys, f.Key)
			if f.File != File || f.Line == 0 {
				t.Error("stands nowhere:", f)
			}
		case strings.HasPrefix(f.File, "policies/"):
			if strings.HasPrefix(f.Message, "is still to be filled in") {
				open++
			}
		case f.File != "people.csv":
			t.Error(f)
		}
	}
	if got, want := strings.Join(keys, " "), "office.company office.address mail.imap.host mail.imap.user mail.imap.password mail.smtp.host"; got != want {
		t.Errorf("to fill in: %s\nwant: %s", got, want)
	}
	want := 0
	for _, p := range c.Policies {
		want += len(p.Missing)
	}
	if open != want || len(c.Policies) != len(begin) {
		t.Errorf("%d open keys of %d are told, %d policies", open, want, len(c.Policies))
	}
	if len(c.Directory.People) < 10 || len(c.Directory.Departments) < 10 {
		t.Error("the sample company is not read")
	}
}

// TestFilledIn: with these keys filled in nothing is left but warnings.
func TestFilledIn(t *testing.T) {
	dir := t.TempDir()
	if err := Init(dir, rand.Reader); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, File)
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	text := string(b)
	for key, value := range map[string]string{"company:  ": "样品公司", "address:  ": "huiban@corp.test", "host:  ": "mail.corp.test", "user:  ": "huiban"} {
		if !strings.Contains(text, key) {
			t.Fatalf("no key %q", key)
		}
		text = strings.ReplaceAll(text, key, key[:len(key)-1]+value+" ")
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	t.Setenv("HUIBAN_MAIL_IMAP_PASSWORD", "012345")
	c, faults := Load(dir)
	if strict.Errors(faults) > 0 {
		t.Error(words(faults))
	}
	if c.Mail.IMAP.Port != 993 || c.Mail.SMTP.Port != 465 || c.Mail.IMAP.Password != "012345" || c.Office.Domain != "corp.test" {
		t.Errorf("%+v %+v", c.Mail, c.Office)
	}
	if c.Database != "sqlite:"+filepath.Join(dir, "huiban.db") {
		t.Error(c.Database)
	}
}

func TestInit(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "people.csv"), []byte("mine"), 0o644); err != nil {
		t.Fatal(err)
	}
	err := Init(dir, rand.Reader)
	if err == nil || !strings.Contains(err.Error(), "people.csv") {
		t.Error("a file was overwritten, or not named:", err)
	}
	if _, err := os.Stat(filepath.Join(dir, File)); err == nil {
		t.Error("some files were written nevertheless")
	}
	os.Remove(filepath.Join(dir, "people.csv"))
	if err := Init(dir, rand.Reader); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(filepath.Join(dir, File))
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Error("huiban.yaml may be read by others:", info.Mode(), err)
	}
	if b, _ := os.ReadFile(filepath.Join(dir, "people.csv")); !bytes.HasPrefix(b, []byte("\ufeff")) {
		t.Error("Excel in China would take people.csv for GBK")
	}
	if Init(t.TempDir(), bytes.NewReader([]byte("too short"))) == nil {
		t.Error("a secret was made of too little")
	}
}
