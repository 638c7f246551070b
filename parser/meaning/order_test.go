package meaning

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/huiban/huiban/parser/quote"
	"github.com/huiban/huiban/secretary"
)

// TestOrders runs testdata/orders.txt: "[letter]" opens a section, "text => reading" is a case, "\n" a line end. A reading
// has the lines in brief, parted by "; ", "-" where the mail orders nothing. Each verb is read in every language.
func TestOrders(t *testing.T) {
	b, err := os.ReadFile("testdata/orders/orders.txt")
	if err != nil {
		t.Fatal(err)
	}
	letter, cases := None, 0
	for line := range strings.Lines(string(b)) {
		line = strings.TrimSpace(line)
		text, want, ok := strings.Cut(line, " => ")
		switch {
		case line == "" || strings.HasPrefix(line, "//"):
		case strings.HasPrefix(line, "["):
			letter = About(strings.Trim(line, "[]"))
		case !ok:
			t.Errorf("no reading: %s", line)
		default:
			if got := briefOrders(ordersOf(letter, text)); got != want {
				t.Errorf("[%s] %s\n    got  %s\n    want %s", letter, text, got, want)
			}
			cases++
		}
	}
	if cases < 100 {
		t.Errorf("only %d cases", cases)
	}
}

func ordersOf(letter About, text string) []secretary.Intent {
	q := Question{About: letter, Now: tuesday, Name: "孙丽"}
	if subject, ok := strings.CutPrefix(text, "Subject: "); ok {
		q.Subject = subject
		orders, _ := Orders(q)
		return orders
	}
	for _, l := range strings.Split(text, `\n`) {
		above, rest, ok := strings.Cut(l, ">>")
		if !ok {
			above, rest = "", l
		}
		q.Lines = append(q.Lines, quote.Kept{Text: rest, Above: above})
	}
	orders, rest := Orders(q)
	whole := Read(q).Intents
	said, ok := Beside(q, rest, whole)
	if !ok {
		return nil
	}
	return append(orders, said...)
}

func briefOrders(intents []secretary.Intent) string {
	var out []string
	for _, in := range intents {
		if in.Kind != secretary.IntentOrder {
			out = append(out, "+"+string(in.Kind))
			continue
		}
		out = append(out, briefOrder(in.QuickLine))
	}
	if out == nil {
		return "-"
	}
	return strings.Join(out, "; ")
}

func briefOrder(l *secretary.QuickLine) string {
	f := []string{l.Meeting, l.Verb, string(l.Date)}
	if l.From.Set {
		f = append(f, l.From.String())
	}
	if l.To.Set {
		f = append(f, "-"+l.To.String())
	}
	f = append(f, l.What)
	if len(l.Who) > 0 {
		f = append(f, "@"+strings.Join(l.Who, "+"))
	}
	if l.Minutes > 0 {
		f = append(f, fmt.Sprintf("%dmin", l.Minutes))
	}
	if l.Problem != "" {
		f = append(f, "!"+l.Problem)
	}
	return strings.Join(strings.Fields(strings.Join(f, " ")), " ")
}
