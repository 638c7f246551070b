package secretary

import "testing"

// A superior who does not answer is asked in the policy's window three times, and from then on once a week.
func TestNobodyIsAskedEachDayForEver(t *testing.T) {
	p := coordination()
	for n := range 6 {
		want := p.window()
		if n >= 3 {
			want = Span{1, Weeks}
		}
		if got := p.lessOften(n); got != want {
			t.Errorf("after %d letters: %s, want %s", n+1, got, want)
		}
	}
}
