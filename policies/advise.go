package policies

import (
	"github.com/huiban/huiban/policies/strict"
	"github.com/huiban/huiban/secretary"
)

// Advise warns of what a file leaves out that a meeting can be held without, but not every time: somebody who chairs it when
// the host is away (S1B-16, S3-79). Who wants none writes none.
func Advise(name string, src []byte) []Fault {
	p := &secretary.Policy{}
	at, _ := strict.Decode(name, src, p)
	if p.Host == "" || p.Disabled || at.Given("host_substitute") {
		return nil
	}
	return []Fault{at.Warn("host", "nobody chairs the meeting when the host is away", "write host_substitute: and a person, or none")}
}
