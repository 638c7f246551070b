package daemon

import (
	"bytes"
	"testing"
)

// Where a domain is said to show invitations twice, its readers get no copy as a file (imip O-6).
func TestO6NoFileForADomain(t *testing.T) {
	for other, want := range map[string]bool{"CORP.test": false, "other.example": true} {
		h := aHouse(t)
		h.start(func(o *Options) { o.NoICSFile = []string{other} })
		h.quiet()
		found := false
		for _, m := range h.mail.Mailbox(zhao) {
			if bytes.Contains(m.Raw, []byte("X-Huiban-Letter: invitation")) {
				found = true
				if got := bytes.Contains(m.Raw, []byte("invite.ics")); got != want || !bytes.Contains(m.Raw, []byte("method=REQUEST")) {
					t.Errorf("no file for %s: one is there: %v", other, got)
				}
			}
		}
		if !found {
			t.Error("no invitation came")
		}
	}
}
