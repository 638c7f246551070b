package parser

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"text/tabwriter"

	"github.com/huiban/huiban/parser/fold"
)

// marks counts what the mails of one kind were.
type marks struct{ n, exact, wrong, missed, partial, other, texts, text int }

// TestScore scores every sample mail by the rules of docs/replies.md. `make score` prints it.
func TestScore(t *testing.T) {
	lines, all, idle, acted := map[string]*marks{}, &marks{}, 0, 0
	for _, c := range samples(t) {
		r := c.read(t)
		for _, key := range []string{"about " + string(c.About), language(c, r)} {
			if lines[key] == nil {
				lines[key] = &marks{}
			}
			lines[key].count(c, r)
		}
		all.count(c, r)
		if len(c.Expect.Intents) == 0 {
			idle++
			if c.nearest(r.Intents).wrong > 0 {
				acted++
			}
		}
	}
	if all.wrong > 0 {
		t.Errorf("%d mails are read as what nobody meant", all.wrong)
	}
	t.Logf("\n%swhere nothing should be done: %d of %d mails got an intent", table(lines, all), acted, idle)
}

// count adds one mail. A right reading that says something else of the machine, or of the bounce, is other.
func (m *marks) count(c sample, r *Reading) {
	m.n++
	switch t := c.nearest(r.Intents); {
	case t.wrong > 0:
		m.wrong++
	case t.missed > 0:
		m.missed++
	case t.partial > 0:
		m.partial++
	case !c.sameMachine(r):
		m.other++
	default:
		m.exact++
	}
	if c.Expect.Text != nil {
		m.texts++
		if squeeze(r.Text) == squeeze(*c.Expect.Text) {
			m.text++
		}
	}
}

// language is what the writer's words are written in.
func language(c sample, r *Reading) string {
	s := r.Text
	if c.Expect.Text != nil {
		s = *c.Expect.Text
	}
	chinese := strings.Map(func(r rune) rune {
		if fold.CJK(r) {
			return r
		}
		return -1
	}, s)
	switch {
	case chinese == "" && strings.ContainsFunc(s, func(r rune) bool { return 'a' <= r|0x20 && r|0x20 <= 'z' }):
		return "in English"
	case chinese == "":
		return "in no words"
	case fold.Text(chinese) != chinese:
		return "in traditional Chinese"
	}
	return "in simplified Chinese"
}

func table(lines map[string]*marks, all *marks) string {
	var out strings.Builder
	w := tabwriter.NewWriter(&out, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "\tmails\texact\twrong\tmissed\tpartial\tother\ttext\t")
	keys := make([]string, 0, len(lines))
	for k := range lines {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	for _, k := range keys {
		lines[k].row(w, k)
	}
	all.row(w, "all")
	w.Flush()
	return out.String()
}

func (m *marks) row(w *tabwriter.Writer, key string) {
	fmt.Fprintf(w, "%s\t%d\t%s\t%d\t%d\t%d\t%d\t%s\t\n", key, m.n, share(m.exact, m.n), m.wrong, m.missed, m.partial, m.other, share(m.text, m.texts))
}

func share(part, of int) string {
	if of == 0 {
		return "-"
	}
	return fmt.Sprintf("%.1f %%", 100*float64(part)/float64(of))
}
