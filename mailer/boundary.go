package mailer

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"regexp"
	"strconv"
)

// randomBoundary is how go-mail announces a multipart: sixty random hexadecimal digits.
var randomBoundary = regexp.MustCompile(`\r\n boundary=([0-9a-f]{60})\r\n`)

// fixBoundaries replaces the random boundaries by ones made from the Message-ID, so that the same mail gives the same
// bytes. go-mail's own SetBoundary would give nested parts the same one. "=_" cannot occur in quoted-printable or base64
// (RFC 2045 §6.7), so no content can look like a boundary.
func fixBoundaries(raw []byte, id string) []byte {
	for i, m := range randomBoundary.FindAllSubmatch(raw, -1) {
		b := boundary(id, i)
		raw = bytes.Replace(raw, m[0], []byte("\r\n boundary=\""+b+"\"\r\n"), 1)
		raw = bytes.ReplaceAll(raw, append([]byte("--"), m[1]...), []byte("--"+b))
	}
	return raw
}

func boundary(id string, level int) string {
	sum := sha256.Sum256([]byte(messageID(id) + strconv.Itoa(level)))
	return "=_" + hex.EncodeToString(sum[:20])
}
