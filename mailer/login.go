package mailer

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/emersion/go-sasl"
)

// ErrAccount is wrapped by errors that only the administrator can cure: the server refused the log-in, or no
// usable way to log in is offered. Retrying quickly would only get the account locked.
var ErrAccount = errors.New("the account was refused")

// mechanism picks how to log in; offers says whether the server advertises a mechanism.
func (s Server) mechanism(offers func(Mechanism) bool) (Mechanism, error) {
	if s.Mechanism != "" {
		return s.Mechanism, nil
	}
	wanted := []Mechanism{Plain, Login}
	if s.Token != nil {
		wanted = []Mechanism{OAuthBearer, XOAuth2}
	}
	for _, m := range wanted {
		if offers(m) {
			return m, nil
		}
	}
	return "", fmt.Errorf("%w: the server offers none of %v", ErrAccount, wanted)
}

// credentials returns the client's side of the log-in. Tokens are fetched here, once for each connection.
func (s Server) credentials(ctx context.Context, m Mechanism) (sasl.Client, error) {
	switch m {
	case Plain:
		return sasl.NewPlainClient("", s.User, s.Password), nil
	case Login:
		return &loginClient{user: s.User, password: s.Password}, nil
	}
	token, err := s.Token(ctx)
	if err != nil {
		return nil, fmt.Errorf("fetch token: %w", err)
	}
	if strings.ContainsAny(token, "\x01\r\n") {
		return nil, fmt.Errorf("%w: the token holds control characters", ErrAccount)
	}
	return bearer{m, s.User, token}, nil
}

// bearer sends an OAuth2 token. When the server refuses it, it first explains itself in a challenge, which must be
// answered before it says no (RFC 7628 §3.2.3; the same in Google's and Microsoft's XOAUTH2, which want an empty answer but take
// any; go-imap writes an empty one as "=", which Dovecot calls bad base64).
type bearer struct {
	mech        Mechanism
	user, token string
}

func (b bearer) Start() (string, []byte, error) {
	if b.mech == XOAuth2 {
		return string(b.mech), []byte("user=" + b.user + "\x01auth=Bearer " + b.token + "\x01\x01"), nil
	}
	return string(b.mech), []byte("n,a=" + saslName(b.user) + ",\x01auth=Bearer " + b.token + "\x01\x01"), nil
}

func (b bearer) Next([]byte) ([]byte, error) { return []byte{1}, nil }

// saslName escapes a user name: RFC 5801 §4, "," and "=" have a meaning in the header.
func saslName(s string) string {
	return strings.NewReplacer("=", "=3D", ",", "=2C").Replace(s)
}

// loginClient answers the two questions of LOGIN whatever they are called ("Username:", "User Name", nothing at all),
// which go-sasl's own client does not.
type loginClient struct {
	user, password string
	asked          int
}

func (c *loginClient) Start() (string, []byte, error) { return string(Login), nil, nil }

func (c *loginClient) Next([]byte) ([]byte, error) {
	c.asked++
	switch c.asked {
	case 1:
		return []byte(c.user), nil
	case 2:
		return []byte(c.password), nil
	}
	return nil, fmt.Errorf("%w: LOGIN asks a third question", ErrAccount)
}
