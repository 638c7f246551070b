package calendar

import (
	"testing"
	"unicode/utf8"
)

// FuzzInvitation: no panic; only REQUEST and CANCEL have events, all of one UID, with addresses that are some, each once, and
// texts on one line.
func FuzzInvitation(f *testing.F) {
	seed(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		m, err := ReadMessage(data, nil)
		if err != nil {
			return
		}
		if m.Invites() && m.Method != "REQUEST" && m.Method != "CANCEL" {
			t.Errorf("a %s invites", m.Method)
		}
		for _, e := range m.Events {
			seen := map[string]bool{}
			for _, a := range e.Attendees {
				if a.Address == "" || a.Address != address(a.Address) || seen[a.Address] || oneLine(a.Name) != a.Name {
					t.Errorf("invited is %+v", a)
				}
				seen[a.Address] = true
			}
			if e.UID != m.UID || e.Sequence < 0 || oneLine(e.Summary) != e.Summary || !utf8.ValidString(e.Place) || !e.End.IsZero() && !e.End.After(e.Start) {
				t.Errorf("%+v", e)
			}
		}
	})
}
