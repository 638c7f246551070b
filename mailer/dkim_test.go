package mailer

import (
	"bytes"
	"crypto/ed25519"
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"encoding/base64"
	"encoding/pem"
	"os"
	"path/filepath"
	"testing"

	"github.com/emersion/go-msgauth/dkim"
)

// keyFile writes a private key and returns the file and the public key's DNS record.
func keyFile(t *testing.T, kind string) (file, record string) {
	t.Helper()
	var private, public any
	if kind == "rsa" {
		k, err := rsa.GenerateKey(rand.Reader, 2048)
		if err != nil {
			t.Fatal(err)
		}
		private, public = k, &k.PublicKey
	} else {
		p, k, err := ed25519.GenerateKey(rand.Reader)
		if err != nil {
			t.Fatal(err)
		}
		private, public = k, p
	}
	der, err := x509.MarshalPKCS8PrivateKey(private)
	if err != nil {
		t.Fatal(err)
	}
	pub, err := x509.MarshalPKIXPublicKey(public)
	if err != nil {
		t.Fatal(err)
	}
	if p, ok := public.(ed25519.PublicKey); ok {
		pub = p // RFC 8463 §4.2: the bare key
	}
	file = filepath.Join(t.TempDir(), "key.pem")
	if err := os.WriteFile(file, pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: der}), 0o600); err != nil {
		t.Fatal(err)
	}
	return file, "v=DKIM1; k=" + kind + "; p=" + base64.StdEncoding.EncodeToString(pub)
}

// valid asks an independent implementation.
func valid(t *testing.T, raw []byte, record string) bool {
	t.Helper()
	v, err := dkim.VerifyWithOptions(bytes.NewReader(raw), &dkim.VerifyOptions{
		LookupTXT: func(name string) ([]string, error) {
			if name != "hb._domainkey.corp.test" {
				t.Errorf("asked for %s", name)
			}
			return []string{record}, nil
		},
	})
	if err != nil || len(v) != 1 {
		t.Fatalf("%d signatures, %v", len(v), err)
	}
	return v[0].Err == nil && v[0].Domain == "corp.test"
}

func TestDKIMCoversWhatMatters(t *testing.T) {
	for _, kind := range []string{"rsa", "ed25519"} {
		file, record := keyFile(t, kind)
		d, err := LoadDKIM(file, "corp.test", "hb")
		if err != nil {
			t.Fatal(err)
		}
		raw, err := d.Sign(compose(t, invitation()))
		if err != nil {
			t.Fatal(err)
		}
		if !valid(t, raw, record) {
			t.Fatalf("%s: the signature is not valid\n%s", kind, raw)
		}
		if faults := Lint(raw); faults != nil {
			t.Errorf("%s: lint: %v", kind, faults)
		}
		for _, part := range []string{"huiban+t1@corp.test", "<q@corp.test>\r\nMIME", "X-Huiban-Kind: invitation", "Subject:", "VEVT"} {
			bad := bytes.Replace(raw, []byte(part), bytes.ToUpper([]byte(part)), 1)
			if part == "VEVT" {
				bad = append(raw[:len(raw):len(raw)], "more\r\n"...)
			}
			if part == "Subject:" {
				bad = bytes.Replace(raw, []byte(part), []byte("Subject: another\r\nSubject:"), 1)
			}
			if valid(t, bad, record) {
				t.Errorf("%s: a change of %q went unnoticed", kind, part)
			}
		}
	}
}

func TestDKIMAddsNothingUnnoticed(t *testing.T) {
	file, record := keyFile(t, "rsa")
	d, err := LoadDKIM(file, "corp.test", "hb")
	if err != nil {
		t.Fatal(err)
	}
	m := invitation()
	m.ReplyTo.Address = ""
	raw, err := d.Sign(compose(t, m))
	if err != nil {
		t.Fatal(err)
	}
	if valid(t, append([]byte("Reply-To: <evil@x.test>\r\n"), raw...), record) {
		t.Error("a Reply-To could be added")
	}
}

func TestDKIMRefusesABadKey(t *testing.T) {
	file := filepath.Join(t.TempDir(), "key.pem")
	if err := os.WriteFile(file, []byte("no key"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, f := range []string{file, "testdata/missing.pem"} {
		if _, err := LoadDKIM(f, "corp.test", "hb"); err == nil {
			t.Errorf("%s was taken", f)
		}
	}
	good, _ := keyFile(t, "rsa")
	if _, err := LoadDKIM(good, "", "hb"); err == nil {
		t.Error("no domain was taken")
	}
}
