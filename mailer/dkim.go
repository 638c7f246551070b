package mailer

import (
	"bytes"
	"crypto"
	"errors"
	"fmt"
	"net/textproto"
	"os"
	"strings"

	"github.com/emersion/go-msgauth/dkim"
	gomail "github.com/wneessen/go-mail"
)

// DKIM signs messages for a domain (RFC 6376), for companies whose server does not do it for them. It is safe for
// concurrent use.
//
// go-mail can sign too, but it folds a long list of fields inside a name while it signs the unfolded one, so that with more
// than its own seven fields no signature is valid.
type DKIM struct {
	domain, selector string
	key              crypto.Signer
}

// LoadDKIM reads a private key (PEM; RSA or Ed25519). The public one has to be in the DNS at
// selector._domainkey.domain.
func LoadDKIM(keyFile, domain, selector string) (*DKIM, error) {
	if domain == "" || selector == "" {
		return nil, errors.New("DKIM: domain or selector is empty")
	}
	pem, err := os.ReadFile(keyFile)
	if err != nil {
		return nil, fmt.Errorf("read DKIM key: %w", err)
	}
	key, err := gomail.PrivKeyFromPEM(pem)
	if err != nil {
		return nil, fmt.Errorf("read DKIM key %s: %w", keyFile, err)
	}
	return &DKIM{domain, selector, key}, nil
}

// signed are the fields covered besides X-Huiban-*. A field that is absent is covered too, so none can be added on the way;
// for the same reason those that people see are named once more than they occur (RFC 6376 §8.15).
var signed = []string{
	"From", "From", "To", "To", "Cc", "Subject", "Subject", "Date", "Message-ID", "Reply-To", "Reply-To", "In-Reply-To",
	"References", "MIME-Version", "Content-Type", "Auto-Submitted",
}

// Sign returns the message with a DKIM-Signature on top. raw is left as it is.
func (d *DKIM) Sign(raw []byte) ([]byte, error) {
	header, _, ok := bytes.Cut(raw, []byte("\r\n\r\n"))
	if !ok {
		return nil, errors.New("sign: the message has no body")
	}
	var out bytes.Buffer
	err := dkim.Sign(&out, bytes.NewReader(raw), &dkim.SignOptions{
		Domain: d.domain, Selector: d.selector, Signer: d.key, HeaderKeys: append(own(header), signed...),
		HeaderCanonicalization: dkim.CanonicalizationRelaxed, BodyCanonicalization: dkim.CanonicalizationRelaxed,
	})
	if err != nil {
		return nil, fmt.Errorf("sign: %w", err)
	}
	return out.Bytes(), nil
}

// own returns the names of the X-Huiban fields of a header.
func own(header []byte) (names []string) {
	for line := range strings.SplitSeq(string(header), "\r\n") {
		name, _, ok := strings.Cut(line, ":")
		if ok && strings.HasPrefix(textproto.CanonicalMIMEHeaderKey(name), "X-Huiban-") {
			names = append(names, name)
		}
	}
	return names
}
