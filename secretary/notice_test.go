package secretary

import (
	"strings"
	"testing"
	"time"
)

// TestNobodyIsAskedForWhatIsOverdue: where the cut-off lies before the notice's lead, as after a long holiday, the notice
// goes out a working day before the cut-off (S0-12, S0-13).
func TestNobodyIsAskedForWhatIsOverdue(t *testing.T) {
	p := coordination()
	p.Materials.Cutoff = in(6, Workdays) // before Friday 2026-12-04, more than the seven days of the lead
	w := newWorld(t, testDesk("2026-12-04", p), time.Date(2026, 11, 20, 9, 0, 0, 0, cst))
	w.until(time.Date(2026, 11, 27, 9, 0, 0, 0, cst))
	asked := 0
	for n, l := range w.letters {
		if want := time.Date(2026, 11, 25, 9, 0, 0, 0, cst); (l.Kind == Invitation || l.Kind == MaterialsCall) && !w.times[n].Equal(want) {
			t.Errorf("%s at %s, want %s", l.Key, w.times[n].In(cst), want)
		}
		switch {
		case l.Kind == MaterialsCall:
			if asked++; !l.Deadline.Equal(time.Date(2026, 11, 26, 9, 0, 0, 0, cst)) {
				t.Errorf("%s: due %s", l.Key, l.Deadline)
			}
		case l.Kind == Invitation && !strings.HasPrefix(l.Reason, "materials.cutoff"):
			t.Errorf("%s: %s", l.Key, l.Reason)
		}
	}
	if asked != 2 {
		t.Errorf("%d people were asked for materials, want 2", asked)
	}
}
