package page

import (
	"math"
	"strconv"
	"strings"
	"testing"
)

// luminance is WCAG 2.2's relative luminance of "#rrggbb".
func luminance(t *testing.T, color string) float64 {
	t.Helper()
	n, err := strconv.ParseUint(strings.TrimPrefix(color, "#"), 16, 32)
	if err != nil {
		t.Fatal(err)
	}
	lin := func(c uint64) float64 {
		s := float64(c&0xff) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*lin(n>>16) + 0.7152*lin(n>>8) + 0.0722*lin(n)
}

func contrast(t *testing.T, a, b string) float64 {
	x, y := luminance(t, a), luminance(t, b)
	return (math.Max(x, y) + 0.05) / (math.Min(x, y) + 0.05)
}

// Text is legible on white by day and on near-black by night, a button's label on the button (WCAG 2.2 §1.4.3: 4.5:1), and
// by night no less than 3:1 where the client knows no second colour.
func TestContrast(t *testing.T) {
	for _, c := range []struct {
		color, paper string
		want         float64
	}{
		{accent, "#ffffff", 4.5}, {late, "#ffffff", 4.5}, {soon, "#ffffff", 4.5}, {good, "#ffffff", 4.5},
		{accent, "#121212", 3}, {late, "#121212", 3}, {soon, "#121212", 3}, {good, "#121212", 3},
		{accentNight, "#121212", 4.5}, {lateNight, "#121212", 4.5}, {soonNight, "#121212", 4.5}, {goodNight, "#121212", 4.5},
	} {
		if got := contrast(t, c.color, c.paper); got < c.want {
			t.Errorf("%s on %s: %.2f, want %.1f", c.color, c.paper, got, c.want)
		}
	}
	if c := contrast(t, "#ffffff", accent); c < 4.5 {
		t.Errorf("a button's label: %.2f", c)
	}
}

// A button is at least 44 px high: a line of 24, padding and border.
func TestButtonsAreTall(t *testing.T) {
	for _, name := range []string{"a-first", "a-other"} {
		s := styles[name]
		if !strings.Contains(s, "padding:11px") || !strings.Contains(s, "line-height:24px") || !strings.Contains(s, "border:1px") {
			t.Errorf("%s: %s", name, s)
		}
	}
}

// No paper and no ink of its own: nothing but buttons sets a background, nothing sets black or white text.
func TestReadersColours(t *testing.T) {
	for name, s := range styles {
		if strings.Contains(s, "background:#") && !strings.Contains(s, "background:"+accent) && !strings.Contains(s, "background:"+tint) {
			t.Errorf("%s has a paper of its own", name)
		}
		if strings.Contains(s, "color:#fff") && name != "a-first" {
			t.Errorf("%s is white", name)
		}
	}
}
