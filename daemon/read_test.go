package daemon

import (
	"testing"

	"github.com/huiban/huiban/parser"
	"github.com/huiban/huiban/secretary"
)

// An answer to what is asked back is read as one to the question itself.
func TestAskingBackAsksTheSame(t *testing.T) {
	for _, ref := range []string{"guide", "feedback", "chores", "prepare"} {
		first := About(&secretary.Letter{Kind: secretary.Duty, Ref: ref})
		if again := About(&secretary.Letter{Kind: secretary.AskBack, Of: secretary.Duty, Ref: ref}); again != first {
			t.Errorf("%s is read as %q, and asked back as %q", ref, first, again)
		}
	}
	if about := About(&secretary.Letter{Kind: secretary.AskBack, Of: secretary.Duty, Ref: "guide"}); about != parser.Guide {
		t.Errorf("reference material is read as %q", about)
	}
}
