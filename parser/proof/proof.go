// Package proof says who really wrote a mail. It believes either what the company's own mail server found (RFC 8601), or a
// signature (RFC 6376) that it checks itself, and only where the proven domain is that of the one From address.
package proof

import (
	"strings"

	"golang.org/x/net/publicsuffix"

	"github.com/huiban/huiban/parser/message"
)

// Options is whom to believe.
type Options struct {
	// AuthservIDs are the names under which the company's own servers write Authentication-Results. Where there are any,
	// nothing else counts. ExchangeOnline stands for the header that Exchange Online writes without a name.
	AuthservIDs []string
	// LookupTXT asks the DNS for the keys of signatures; nil proves nothing by signature.
	LookupTXT func(domain string) ([]string, error)
	// OwnDomain, where set, is believed by its name alone: the administrator says that the company's server lets nobody
	// from outside use it.
	OwnDomain string
}

// ExchangeOnline in Options.AuthservIDs lets an Authentication-Results field without a server name count.
const ExchangeOnline = "protection.outlook.com"

// Result is what was found. Detail says in a few words why a mail is not proven, or what proves it.
type Result struct {
	Proven  bool
	How     string   // dmarc, dkim or own; "" where nothing proves the mail
	Domain  string   // the proven domain, aligned with From
	Signers []string // the domains of all signatures that hold, aligned or not; calendar services sign for their users
	Detail  string
}

// Check looks at raw. SPF alone proves nothing: it speaks of the envelope, which anybody who may relay can share.
func Check(raw []byte, o Options) Result {
	h := message.Read(head(raw)).Header
	from, ok := author(h)
	if !ok {
		return Result{Detail: "not exactly one From address"}
	}
	if o.OwnDomain != "" && strings.EqualFold(from, o.OwnDomain) {
		return Result{Proven: true, How: "own", Domain: from, Detail: "the company's own domain, trusted by configuration"}
	}
	if len(o.AuthservIDs) > 0 {
		return reported(h, from, o.AuthservIDs)
	}
	return signed(raw, from, o)
}

// head is raw up to the end of its header, so that reading the fields does not decode the whole mail.
func head(raw []byte) []byte {
	for _, end := range []string{"\r\n\r\n", "\n\n"} {
		if i := strings.Index(string(raw[:min(len(raw), 1<<20)]), end); i >= 0 {
			return raw[:i+len(end)]
		}
	}
	return raw
}

// author is the domain of the one From address (RFC 7489 §6.6.1 refuses more).
func author(h message.Header) (domain string, ok bool) {
	fields := h.All("From")
	list := h.Addresses("From")
	if len(fields) != 1 || len(list) != 1 || strings.Count(fields[0], "<") > 1 {
		return "", false
	}
	local, domain, found := strings.Cut(list[0].Email, "@")
	if !found || local == "" || domain == "" || strings.ContainsAny(domain, "@ ,;<>()\"") {
		return "", false
	}
	return domain, true
}

// aligned reports whether domain stands for from: both belong to one organisation (RFC 7489 §3.1, relaxed).
func aligned(domain, from string) bool {
	domain, from = organisation(domain), organisation(from)
	return domain != "" && domain == from
}

func organisation(domain string) string {
	domain = strings.Trim(strings.ToLower(strings.TrimSpace(domain)), ".@")
	org, err := publicsuffix.EffectiveTLDPlusOne(domain)
	if err != nil {
		return ""
	}
	return org
}
