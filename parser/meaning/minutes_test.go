package meaning

import (
	"strings"
	"testing"
)

// What an explanation says of the items stands in their order, however often it is asked for.
func TestWhatIsConfirmedIsToldInOrder(t *testing.T) {
	v := &verdict{fine: map[string]bool{}}
	for _, id := range strings.Fields("10 3 1 12 2 11 9") {
		v.fine[id] = true
	}
	for range 20 {
		if got := strings.ReplaceAll(strings.Join(v.says(), " "), "confirms ", ""); got != "1 2 3 9 10 11 12" {
			t.Fatalf("told as %s", got)
		}
	}
}
