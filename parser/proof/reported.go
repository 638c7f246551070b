package proof

import (
	"strings"

	"github.com/huiban/huiban/parser/message"
)

// reported believes the topmost run of Authentication-Results fields, where they are of one of our servers. Anything below the
// next Received field was in the mail when it came to that server and may be forged.
func reported(h message.Header, from string, ids []string) Result {
	r := Result{Detail: "no result of our own server on top"}
	for _, v := range topmost(h) {
		id, results := authResults(v)
		if !known(id, ids) {
			return r
		}
		for _, x := range results {
			r.take(x, from)
		}
		if r.Proven {
			return r
		}
		r.Detail = "no aligned pass"
	}
	return r
}

// topmost lists the first Authentication-Results fields up to the next Received field.
func topmost(h message.Header) (list []string) {
	for _, f := range h {
		switch {
		case strings.EqualFold(f.Name, "Authentication-Results"):
			list = append(list, f.Value)
		case strings.EqualFold(f.Name, "Received") && len(list) > 0:
			return list
		}
	}
	return list
}

func known(id string, ids []string) bool {
	for _, k := range ids {
		if id == "" && strings.EqualFold(k, ExchangeOnline) || id != "" && strings.EqualFold(k, id) {
			return true
		}
	}
	return false
}

func (r *Result) take(x result, from string) {
	if x.value != "pass" {
		return
	}
	switch x.method {
	case "dmarc":
		if d := x.props["header.from"]; d == "" || strings.EqualFold(d, from) {
			r.prove("dmarc", from)
		}
	case "dkim":
		d := x.props["header.d"]
		if d == "" {
			_, d, _ = strings.Cut(x.props["header.i"], "@")
		}
		if d != "" {
			r.Signers = append(r.Signers, strings.ToLower(d))
		}
		if aligned(d, from) {
			r.prove("dkim", d)
		}
	}
}

func (r *Result) prove(how, domain string) {
	if !r.Proven {
		r.Proven, r.How, r.Domain, r.Detail = true, how, strings.ToLower(domain), how+"=pass for "+strings.ToLower(domain)
	}
}

// result is one method's result: dkim=pass header.d=x.
type result struct {
	method, value string
	props         map[string]string
}

// authResults reads a field tolerantly: comments go, and the server's name is missing where the first part is a result
// already, as in Exchange Online's.
func authResults(v string) (id string, list []result) {
	for n, part := range strings.Split(uncomment(v), ";") {
		words := strings.Fields(part)
		if len(words) == 0 {
			continue
		}
		if n == 0 && !strings.Contains(words[0], "=") {
			id = strings.ToLower(words[0])
			continue
		}
		if x, ok := resultOf(words); ok {
			list = append(list, x)
		}
	}
	return id, list
}

func resultOf(words []string) (result, bool) {
	method, value, ok := strings.Cut(words[0], "=")
	method, _, _ = strings.Cut(method, "/")
	x := result{strings.ToLower(method), strings.ToLower(value), map[string]string{}}
	for _, w := range words[1:] {
		if k, v, ok := strings.Cut(w, "="); ok {
			x.props[strings.ToLower(k)] = strings.Trim(v, "\"<>")
		}
	}
	return x, ok
}

// uncomment drops comments in parentheses, nested ones too, and unfolds. A parenthesis in quotes is kept.
func uncomment(v string) string {
	var b strings.Builder
	depth, quoted := 0, false
	for i := 0; i < len(v); i++ {
		switch c := v[i]; {
		case c == '\\':
			i++
		case c == '"' && depth == 0:
			quoted = !quoted
		case c == '(' && !quoted:
			depth++
		case c == ')' && !quoted:
			depth = max(0, depth-1)
		case depth > 0 || quoted && c == ';':
		case c == '\r' || c == '\n' || c == '\t':
			b.WriteByte(' ')
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}
