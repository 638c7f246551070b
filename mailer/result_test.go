package mailer

import (
	"fmt"
	"io"
	"net/textproto"
	"testing"
)

// reject is the error of a reply with that code, 0 for a broken line.
func reject(code int) error {
	if code == 0 {
		return io.ErrUnexpectedEOF
	}
	return fmt.Errorf("wrapped: %w", &textproto.Error{Code: code, Msg: "no"})
}

func TestReplyTakesTheCodesApart(t *testing.T) {
	check := func(msg, status, text string) {
		t.Helper()
		c, s, x := reply(&textproto.Error{Code: 550, Msg: msg})
		if c != 550 || s != status || x != text {
			t.Errorf("%q: %d %q %q", msg, c, s, x)
		}
	}
	check("5.1.1 no such user", "5.1.1", "no such user")
	check("User has no permission", "", "User has no permission")
	check("5.7.26", "5.7.26", "")
	check("5.1.1.2 is no status", "", "5.1.1.2 is no status")
}
