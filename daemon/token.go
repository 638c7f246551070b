package daemon

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base32"
	"strings"

	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/store"
)

// alphabet has no letters that people or mail programs confuse, and survives a change of case.
var alphabet = base32.NewEncoding("0123456789abcdefghjkmnpqrstvwxyz").WithPadding(base32.NoPadding)

// sign is a token of n characters that only this office can make from what.
func (d *Daemon) sign(what string, n int) string {
	h := hmac.New(sha256.New, d.Secret)
	h.Write([]byte(what))
	return alphabet.EncodeToString(h.Sum(nil))[:n]
}

// thread gives letters their Message-ID and their code. Both come from the letter's key, so that one sent twice after
// a crash is the same letter. The Message-ID cannot be guessed: who returns it has the letter.
func (d *Daemon) thread(office secretary.Office) store.Thread {
	return func(l secretary.Letter) (messageID, code string) {
		return "hb." + d.sign("message "+l.Key, 26) + "@" + office.Domain, strings.ToUpper(d.sign("code "+l.Key, 8))
	}
}

// replyTo is where answers to a letter go: the mailbox itself, with the letter's token where the provider keeps it.
func (d *Daemon) replyTo(address, messageID string) string {
	at := strings.LastIndexByte(address, '@')
	token, _, ok := strings.Cut(messageID, "@")
	if !d.SubAddressing || at < 0 || !ok {
		return address
	}
	return address[:at] + "+" + token + address[at:]
}

// tokenIn finds the Message-ID that a recipient address carries, "" where none.
func tokenIn(address, domain string) string {
	local, _, ok := strings.Cut(address, "@")
	if !ok {
		return ""
	}
	_, token, ok := strings.Cut(local, "+")
	if !ok || !strings.HasPrefix(strings.ToLower(token), "hb.") {
		return ""
	}
	return strings.ToLower(token) + "@" + domain
}
