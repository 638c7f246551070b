package mailer

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"math/big"
	"net"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/huiban/huiban/mailer/mailtest"
)

// certificate makes one for 127.0.0.1 and returns the file in which it can be trusted.
func certificate(t *testing.T) (tls.Certificate, string) {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	about := &x509.Certificate{
		SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "test"}, IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)},
		NotBefore: noon().AddDate(-20, 0, 0), NotAfter: noon().AddDate(50, 0, 0), IsCA: true, BasicConstraintsValid: true,
	}
	der, err := x509.CreateCertificate(rand.Reader, about, about, &key.PublicKey, key)
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "ca.pem")
	if err := os.WriteFile(file, pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der}), 0o600); err != nil {
		t.Fatal(err)
	}
	return tls.Certificate{Certificate: [][]byte{der}, PrivateKey: key}, file
}

func TestEncryptedRoundTrip(t *testing.T) {
	cert, ca := certificate(t)
	for _, how := range []Security{Implicit, STARTTLS} {
		s, err := mailtest.Start(mailtest.Options{Now: noon, Implicit: how == Implicit, TLS: &tls.Config{Certificates: []tls.Certificate{cert}}})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(s.Close)
		in, out := imapOf(s, huiban), smtpOf(s, wang)
		in.Security, in.CAFile, out.Security, out.CAFile = how, ca, how, ca
		h := startWatch(t, &Watcher{Account: in}, Position{})
		wait(t, h.ctx, h.idle)
		expect(t, (&Sender{Account: out}).Send(h.ctx, Envelope{wang, []string{huiban}}, plain(string(how))), Sent, Accepted, 250)
		if got := subjects(t, h, 1); got[0] != string(how) {
			t.Errorf("got %q", got)
		}
		in.CAFile, out.CAFile = "", ""
		if _, err := in.Probe(h.ctx); err == nil {
			t.Errorf("IMAP %s: an unknown certificate was trusted", how)
		}
		expect(t, (&Sender{Account: out}).Probe(h.ctx), Temporary, Connect, 0)
	}
}

func TestMissingSTARTTLSIsNotSkipped(t *testing.T) {
	s := newServer(t)
	in, out := imapOf(s, huiban), smtpOf(s, wang)
	in.Security, out.Security, in.Timeout = STARTTLS, STARTTLS, time.Second
	if _, err := in.Probe(limit(t)); err == nil {
		t.Error("IMAP went on in plain text")
	}
	if r := (&Sender{Account: out}).Probe(limit(t)); r.Outcome != Temporary || r.Stage != Connect {
		t.Errorf("SMTP went on in plain text: %+v", r)
	}
}
