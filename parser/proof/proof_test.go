package proof

import (
	"bytes"
	"crypto/ed25519"
	"crypto/rand"
	"encoding/base64"
	"errors"
	"strings"
	"testing"

	"github.com/emersion/go-msgauth/dkim"
)

const ours = "mx.hengtai-auto.example.com"

func mail(fields ...string) []byte {
	return []byte(strings.Join(fields, "\r\n") + "\r\nSubject: x\r\n\r\n确认\r\n")
}

func TestReportedByOurServer(t *testing.T) {
	from := "From: =?utf-8?B?546L56OK?= <wang.lei@hengtai-auto.com>"
	for _, c := range []struct {
		why    string
		fields []string
		proven bool
	}{
		{"dmarc pass of our server", []string{"Authentication-Results: " + ours + ";\r\n dmarc=pass (p=none) header.from=hengtai-auto.com", from}, true},
		{"dkim pass, aligned to a sub-domain", []string{"Authentication-Results: " + ours + "; dkim=pass header.d=mail.hengtai-auto.com header.s=a", from}, true},
		{"dkim pass by header.i", []string{"Authentication-Results: " + ours + "; dkim=pass header.i=@hengtai-auto.com", from}, true},
		{"version behind the name", []string{"Authentication-Results: " + ours + " 1; dkim=pass header.d=hengtai-auto.com", from}, true},
		{"dkim of another domain", []string{"Authentication-Results: " + ours + "; dkim=pass header.d=evil.com", from}, false},
		{"spf alone", []string{"Authentication-Results: " + ours + "; spf=pass smtp.mailfrom=hengtai-auto.com", from}, false},
		{"dmarc of another From", []string{"Authentication-Results: " + ours + "; dmarc=pass header.from=evil.com", from}, false},
		{"dmarc fail", []string{"Authentication-Results: " + ours + "; dmarc=fail header.from=hengtai-auto.com", from}, false},
		{"pass in a comment", []string{"Authentication-Results: " + ours + "; dmarc=fail (was ; dmarc=pass) header.from=hengtai-auto.com", from}, false},
		{"pass in quotes", []string{"Authentication-Results: " + ours + "; dkim=fail reason=\"x; dmarc=pass\"", from}, false},
		{"another server's word", []string{"Authentication-Results: mx.evil.com; dmarc=pass header.from=hengtai-auto.com", from}, false},
		{"ours forged below the server's Received", []string{"Authentication-Results: " + ours + "; dmarc=fail", "Received: from evil.com by " + ours,
			"Authentication-Results: " + ours + "; dmarc=pass header.from=hengtai-auto.com", from}, false},
		{"ours below another's", []string{"Authentication-Results: mx.evil.com; none", "Authentication-Results: " + ours + "; dmarc=pass header.from=hengtai-auto.com", from}, false},
		{"a run of two fields", []string{"Authentication-Results: " + ours + "; spf=pass", "Authentication-Results: " + ours + "; dmarc=pass header.from=hengtai-auto.com", from}, true},
		{"below a local delivery's Received", []string{"Received: by imap.hengtai-auto.com", "Authentication-Results: " + ours + "; dmarc=pass header.from=hengtai-auto.com", from}, true},
		{"two From fields", []string{"Authentication-Results: " + ours + "; dmarc=pass header.from=hengtai-auto.com", from, "From: b@hengtai-auto.com"}, false},
		{"two From addresses", []string{"Authentication-Results: " + ours + "; dmarc=pass header.from=hengtai-auto.com", "From: a@hengtai-auto.com, b@hengtai-auto.com"}, false},
		{"no name, and none is allowed", []string{"Authentication-Results: spf=pass smtp.mailfrom=hengtai-auto.com; dmarc=pass action=none header.from=hengtai-auto.com", from}, false},
		{"nothing", []string{from}, false},
	} {
		if r := Check(mail(c.fields...), Options{AuthservIDs: []string{ours}}); r.Proven != c.proven {
			t.Errorf("%s: %+v", c.why, r)
		}
	}
}

func TestExchangeOnlineWritesNoName(t *testing.T) {
	raw := mail("Authentication-Results: spf=pass (sender IP is 1.2.3.4)\r\n smtp.mailfrom=weller.com; dkim=pass (signature was verified)\r\n header.d=weller.com;dmarc=pass action=none header.from=weller.com;compauth=pass reason=100", "From: amy@weller.com")
	if r := Check(raw, Options{AuthservIDs: []string{ExchangeOnline}}); !r.Proven || r.Domain != "weller.com" {
		t.Errorf("%+v", r)
	}
}

// zone answers TXT questions from a map.
type zone map[string]string

func (z zone) lookup(domain string) ([]string, error) {
	if v, ok := z[strings.TrimSuffix(domain, ".")]; ok {
		return []string{v}, nil
	}
	return nil, errors.New("no such record")
}

func sign(t *testing.T, raw []byte, domain string) ([]byte, zone) {
	t.Helper()
	pub, key, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := dkim.Sign(&b, bytes.NewReader(raw), &dkim.SignOptions{Domain: domain, Selector: "s", Signer: key}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes(), zone{"s._domainkey." + domain: "v=DKIM1; k=ed25519; p=" + base64.StdEncoding.EncodeToString(pub)}
}

func TestSignatureIsCheckedHere(t *testing.T) {
	raw, z := sign(t, mail("From: a@hengtai-auto.com"), "hengtai-auto.com")
	if r := Check(raw, Options{LookupTXT: z.lookup}); !r.Proven || r.How != "dkim" {
		t.Errorf("good signature: %+v", r)
	}
	if r := Check(bytes.ReplaceAll(raw, []byte("\r\n"), []byte("\n")), Options{LookupTXT: z.lookup}); !r.Proven {
		t.Errorf("kept with LF line ends: %+v", r)
	}
	if r := Check(append(raw, "reject\r\n"...), Options{LookupTXT: z.lookup}); r.Proven {
		t.Errorf("changed body: %+v", r)
	}
	if r := Check(append([]byte("From: boss@hengtai-auto.com\r\n"), raw...), Options{LookupTXT: z.lookup}); r.Proven {
		t.Errorf("second From on top: %+v", r)
	}
	if r := Check(raw, Options{}); r.Proven {
		t.Errorf("no resolver: %+v", r)
	}
	other, z := sign(t, mail("From: a@hengtai-auto.com"), "evil.com")
	if r := Check(other, Options{LookupTXT: z.lookup}); r.Proven || len(r.Signers) != 1 {
		t.Errorf("stranger's signature: %+v", r)
	}
}

// The own domain counts by name only where the administrator says so, and only itself.
func TestOwnDomain(t *testing.T) {
	mail := func(from string) []byte { return []byte("From: <" + from + ">\r\nSubject: x\r\n\r\n确认\r\n") }
	for _, c := range []struct {
		from, own string
		want      bool
	}{
		{"li.na@corp.example", "corp.example", true},
		{"li.na@CORP.example", "corp.example", true},
		{"li.na@corp.example", "", false},
		{"li.na@mail.corp.example", "corp.example", false},
		{"li.na@corp.example.evil.example", "corp.example", false},
		{"corp.example", "corp.example", false},
	} {
		if got := Check(mail(c.from), Options{OwnDomain: c.own, AuthservIDs: []string{"mx.corp.example"}}); got.Proven != c.want {
			t.Errorf("%s with own domain %q: %+v, want %v", c.from, c.own, got, c.want)
		}
	}
}
