package config

import (
	"context"
	"fmt"

	"github.com/huiban/huiban/mailer"
	"golang.org/x/oauth2"
	"golang.org/x/oauth2/clientcredentials"
)

// Mail is how huiban receives and sends.
type Mail struct {
	IMAP          Server
	SMTP          Server
	SubAddressing bool     // the provider delivers huiban+token@… to huiban@…
	AuthservIDs   []string // whose Authentication-Results are believed (RFC 8601)
	TrustInternal bool     // mail from the office's own domain counts as proven
	RedirectAllTo string   // every letter goes there instead; "" sends in earnest
	NoICSFile     []string // domains whose readers get no invite.ics beside the invitation
	Rate          int      // letters in a minute; 0 is no limit
	DKIM          DKIM
}

// DKIM says with which key letters are signed here. The zero value signs nothing.
type DKIM struct {
	Domain   string `yaml:"domain"`
	Selector string `yaml:"selector"`
	KeyFile  string `yaml:"key_file"`
}

// Server is one mail server. Folder, Handled and MarkSeen count for IMAP only.
type Server struct {
	Host     string
	Port     int
	TLS      string // implicit, starttls or none
	CAFile   string
	User     string
	Password string
	OAuth2   OAuth2 // used where it has a TokenURL
	Folder   string
	Handled  string
	MarkSeen bool
}

// OAuth2 is how access tokens are had: with a refresh token for a person's consent (RFC 6749 §6), without one with the
// application's own secret (§4.4).
type OAuth2 struct {
	TokenURL     string
	ClientID     string
	ClientSecret string
	RefreshToken string
	Scope        string // several are parted by blanks
	Mechanism    string // XOAUTH2 or OAUTHBEARER; "" is XOAUTH2
}

// Account is the mail account as the mailer takes it. Access tokens are kept until they run out.
func (m Mail) Account(ctx context.Context) mailer.Account {
	return mailer.Account{
		IMAP: mailer.IMAP{Server: m.IMAP.mailer(ctx), Folder: m.IMAP.Folder, Handled: m.IMAP.Handled, MarkSeen: m.IMAP.MarkSeen},
		SMTP: mailer.SMTP{Server: m.SMTP.mailer(ctx)},
	}
}

func (s Server) mailer(ctx context.Context) mailer.Server {
	out := mailer.Server{
		Host: s.Host, Port: s.Port, Security: mailer.Security(s.TLS), User: s.User, Password: s.Password, CAFile: s.CAFile,
	}
	if s.OAuth2.TokenURL != "" {
		out.Token, out.Mechanism = s.OAuth2.token(ctx), mailer.XOAuth2
		if s.OAuth2.Mechanism != "" {
			out.Mechanism = mailer.Mechanism(s.OAuth2.Mechanism)
		}
	}
	return out
}

// token returns access tokens, fetching a new one shortly before the last runs out. The context is that of the source's
// whole life: the one of a single log-in must not end the next.
func (o OAuth2) token(ctx context.Context) func(context.Context) (string, error) {
	source := o.source(ctx)
	return func(context.Context) (string, error) {
		t, err := source.Token()
		if err != nil {
			return "", fmt.Errorf("fetch access token: %w", err)
		}
		return t.AccessToken, nil
	}
}

func (o OAuth2) source(ctx context.Context) oauth2.TokenSource {
	var scopes []string
	if o.Scope != "" {
		scopes = append(scopes, o.Scope)
	}
	if o.RefreshToken == "" {
		c := clientcredentials.Config{ClientID: o.ClientID, ClientSecret: o.ClientSecret, TokenURL: o.TokenURL, Scopes: scopes}
		return c.TokenSource(ctx)
	}
	c := oauth2.Config{ClientID: o.ClientID, ClientSecret: o.ClientSecret, Endpoint: oauth2.Endpoint{TokenURL: o.TokenURL}, Scopes: scopes}
	return c.TokenSource(ctx, &oauth2.Token{RefreshToken: o.RefreshToken})
}
