package proof

import (
	"bytes"
	"strings"

	"github.com/emersion/go-msgauth/dkim"
)

// maxSignatures caps the work on a mail with many signatures.
const maxSignatures = 5

// signed checks the mail's DKIM signatures itself. One that holds and whose domain is aligned with From proves the mail.
func signed(raw []byte, from string, o Options) Result {
	r := Result{Detail: "no aligned signature"}
	if o.LookupTXT == nil {
		return Result{Detail: "nobody to ask for keys"}
	}
	checks, err := dkim.VerifyWithOptions(bytes.NewReader(lineEnds(raw)), &dkim.VerifyOptions{LookupTXT: o.LookupTXT, MaxVerifications: maxSignatures})
	if err != nil && len(checks) == 0 {
		return Result{Detail: "verify signatures: " + err.Error()}
	}
	for _, c := range checks {
		if c.Err != nil {
			r.Detail = "signature of " + c.Domain + ": " + c.Err.Error()
			continue
		}
		r.Signers = append(r.Signers, strings.ToLower(c.Domain))
		if aligned(c.Domain, from) {
			r.prove("dkim", c.Domain)
		}
	}
	return r
}

// lineEnds gives raw the CRLF line ends that signatures are made over; mail stores often keep LF.
func lineEnds(raw []byte) []byte {
	if bytes.Contains(raw, []byte("\r\n")) {
		return raw
	}
	return bytes.ReplaceAll(raw, []byte("\n"), []byte("\r\n"))
}
