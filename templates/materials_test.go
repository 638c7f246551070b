package templates

import (
	"testing"

	"github.com/huiban/huiban/secretary"
)

// S0-13, S1D-05: the register and the list for the room say of what may be left out that there is none, not that it is missing, and
// of what was answered in words that it was.
func TestHandedIn(t *testing.T) {
	v, err := newView(&secretary.Letter{Lang: secretary.Hans}, SampleOptions(secretary.Hans))
	if err != nil {
		t.Fatal(err)
	}
	titles := []secretary.Text{secretary.T("动议", "動議", "Motions")}
	for _, c := range []struct {
		owed           secretary.OwedView
		register, list string
	}{
		{secretary.OwedView{Titles: titles, Lacks: titles}, "**未交**", "未交"},
		{secretary.OwedView{Titles: titles, Optional: true}, "无资料", "本次无资料"},
		{secretary.OwedView{Titles: titles, None: true}, "无资料", "本次无资料"},
		{secretary.OwedView{Titles: titles, Said: []secretary.SaidView{{Text: "128人"}}}, "已答复", "已答复"},
	} {
		files, _ := v.receivedFiles(c.owed)
		if got := string(v.Handed(c.owed)); got != c.register || files != c.list {
			t.Errorf("%+v: %s and %s, want %s and %s", c.owed, got, files, c.register, c.list)
		}
	}
}
