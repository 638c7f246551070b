package mailer

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"fmt"
	"net"
	"os"
	"time"
)

// dial opens the connection, with TLS when it is to be there from the first byte. The context and the limit govern
// the whole of it, the TLS handshake included.
func (s Server) dial(ctx context.Context, limit time.Duration) (net.Conn, error) {
	if err := s.checkSecurity(); err != nil {
		return nil, err
	}
	ctx, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	if s.Security == STARTTLS || s.Security == None {
		return new(net.Dialer).DialContext(ctx, "tcp", s.address())
	}
	config, err := s.tls()
	if err != nil {
		return nil, err
	}
	return (&tls.Dialer{Config: config}).DialContext(ctx, "tcp", s.address())
}

// tls returns the settings of an encrypted connection: at least TLS 1.2, the certificate always checked.
func (s Server) tls() (*tls.Config, error) {
	c := &tls.Config{ServerName: s.Host, MinVersion: tls.VersionTLS12}
	if s.CAFile == "" {
		return c, nil
	}
	pem, err := os.ReadFile(s.CAFile)
	if err != nil {
		return nil, fmt.Errorf("read certificates: %w", err)
	}
	c.RootCAs = x509.NewCertPool()
	if !c.RootCAs.AppendCertsFromPEM(pem) {
		return nil, fmt.Errorf("read certificates: %s holds none", s.CAFile)
	}
	return c, nil
}

// watchdog closes the connection unless the returned function is called within limit. Neither library below has a
// time limit of its own that covers a silent server.
func watchdog(conn net.Conn, limit time.Duration) (stop func()) {
	t := time.AfterFunc(limit, func() { conn.Close() })
	return func() { t.Stop() }
}
