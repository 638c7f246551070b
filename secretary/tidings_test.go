package secretary

import (
	"slices"
	"testing"
	"time"
)

// namesTold lists the letters that tell the convener what others answered, from the n-th letter on: of each, who is named.
func namesTold(w *world, n int) (out [][]string) {
	for _, l := range w.letters[n:] {
		switch {
		case l.To.ID != "chen.jing" || l.Kind != Echo || l.Ref != "told":
		case l.By != nil:
			out = append(out, []string{l.By.Name})
		default:
			var names []string
			for _, o := range l.Tidings {
				names = append(names, o.By.Name)
			}
			out = append(out, names)
		}
	}
	return out
}

// callOff has people decline a meeting, a minute apart.
func callOff(w *world, who ...PersonID) {
	for _, id := range who {
		w.until(w.now.Add(time.Minute))
		w.mail(w.reply(id, w.last(id, Invitation, 0), Intent{Kind: IntentAttend, Status: "declined"}))
	}
}

// The convener hears of the first who declines at once; five who follow within the pause are named in one letter, none of them
// twice.
func TestAnswersAreToldTogether(t *testing.T) {
	w := newWorld(t, testDesk("2026-11-27", coordination()), time.Date(2026, 11, 20, 8, 0, 0, 0, cst))
	w.until(w.now.Add(2 * hour))
	n := len(w.letters)
	callOff(w, "li.na", "zhou.qiang", "zhang.wei", "liu.yang", "sun.li", "zhao.jun")
	if got := namesTold(w, n); len(got) != 1 || !slices.Equal(got[0], []string{"李娜"}) {
		t.Fatalf("at once: %v", got)
	}
	w.until(w.now.Add(day))
	want := []string{"周强", "张伟", "刘洋", "孙丽", "赵军"}
	if got := namesTold(w, n); len(got) != 2 || !slices.Equal(got[1], want) {
		t.Errorf("told %v, want %v in the second letter", got, want)
	}
}

// Near the start nothing waits: who conducts the meeting has to act on it.
func TestNothingWaitsNearTheStart(t *testing.T) {
	w := newWorld(t, testDesk("2026-11-27", coordination()), time.Date(2026, 11, 20, 8, 0, 0, 0, cst))
	w.until(time.Date(2026, 11, 27, 4, 0, 0, 0, cst))
	n := len(w.letters)
	callOff(w, "li.na", "zhou.qiang", "zhang.wei")
	if got := namesTold(w, n); len(got) != 3 {
		t.Errorf("told %v, want each in a letter of its own", got)
	}
}

// A meeting that is put earlier takes with it what was to be told before it.
func TestTidingsComeBeforeTheStart(t *testing.T) {
	w := newWorld(t, testDesk("2026-11-27", coordination()), time.Date(2026, 11, 20, 8, 0, 0, 0, cst))
	w.until(w.now.Add(2 * hour))
	n := len(w.letters)
	callOff(w, "li.na", "zhou.qiang")
	w.Meetings["PSC-20261127"].Start = w.now.Add(2 * hour)
	w.mail(w.reply("zhao.jun", w.last("zhao.jun", Invitation, 0), Intent{Kind: IntentAttend, Status: "accepted"}))
	if got := namesTold(w, n); len(got) != 2 || got[1][0] != "周强" {
		t.Errorf("told %v, want what waited at once", got)
	}
}
