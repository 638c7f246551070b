package templates

import (
	"fmt"
	"slices"

	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/templates/page"
)

// ledgerSheet is the action ledger as a workbook: every item, overdue first; and each department's figures. Values are
// written as text or numbers, never as formulas, whatever they begin with.
func (v *view) ledgerSheet() ([]byte, error) {
	entries := v.ledger()
	if len(entries) == 0 && v.Summary == nil {
		return nil, fmt.Errorf("%s is missing", "Items") // as lacking says it
	}
	b, err := newBook(v)
	if err != nil {
		return nil, err
	}
	defer b.file.Close()
	b.items(entries)
	b.departments(entries)
	return b.bytes(secretary.LedgerSheet)
}

// entry is one line of the ledger.
type entry struct {
	secretary.ItemView
	dept string
}

// ledger lists the letter's items: overdue ones first, the longest overdue before the others, then by due date; closed ones last.
func (v *view) ledger() []entry {
	var out []entry
	if v.Summary == nil {
		for _, i := range v.Items {
			out = append(out, entry{i, v.dept(i.Owner)})
		}
	} else {
		for _, g := range v.Groups() {
			for _, i := range g.Items {
				out = append(out, entry{i, g.Name})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b entry) int {
		switch {
		case a.closed() != b.closed() && a.closed():
			return 1
		case a.closed() != b.closed():
			return -1
		case a.Late != b.Late:
			return b.Late - a.Late
		case a.Due < b.Due:
			return -1
		case a.Due > b.Due:
			return 1
		}
		return 0
	})
	return out
}

func (e entry) closed() bool { return e.Status == secretary.Complete || e.Status == secretary.Dropped }

// column is a column of the ledger: its title, its width in characters, and what stands in it.
type column struct {
	title string
	width float64
	value func(n int, e entry) any
}

func (v *view) columns() []column {
	return []column{
		{v.W("no"), 6, func(n int, e entry) any { return n }},
		{v.W("department"), 12, func(_ int, e entry) any { return e.dept }},
		{v.W("action"), 32, func(_ int, e entry) any { return e.Text }},
		{v.W("owner"), 11, func(_ int, e entry) any { return v.Name(e.Owner) }},
		{v.W("due"), 12, func(_ int, e entry) any { return string(e.Due) }},
		{v.W("sheet.original"), 12, func(_ int, e entry) any { return string(e.OriginalDue) }},
		{v.W("state"), 13, func(_ int, e entry) any { return v.Badge(e.ItemView) }},
		{v.W("sheet.late"), 9, func(_ int, e entry) any { return someDays(e.Late) }},
		{v.W("sheet.percent"), 9, func(_ int, e entry) any { return e.Percent }},
		{v.W("result"), 18, func(_ int, e entry) any { return e.Result }},
		{v.W("last"), 28, func(_ int, e entry) any { return e.Last }},
		{v.W("source"), 14, func(_ int, e entry) any { return v.T(e.Meeting) }},
		{v.W("number"), 22, func(_ int, e entry) any { return e.Number }},
	}
}

// someDays leaves the cell empty where nothing is late.
func someDays(n int) any {
	if n == 0 {
		return ""
	}
	return n
}

// stateColumn is the column that shows the state in colour, counted from 1.
const stateColumn = 7

// tally counts one department's items.
type tally struct {
	dept                       string
	late, blocked, open, total int
}

func tallies(es []entry) []tally {
	var out []tally
	for _, e := range es {
		i := slices.IndexFunc(out, func(t tally) bool { return t.dept == e.dept })
		if i < 0 {
			i = len(out)
			out = append(out, tally{dept: e.dept})
		}
		out[i].add(e)
	}
	return out
}

func (t *tally) add(e entry) {
	t.total++
	if e.closed() {
		return
	}
	t.open++
	if e.Late > 0 {
		t.late++
	}
	if e.Status == secretary.Blocked {
		t.blocked++
	}
}

func (t tally) row() []any {
	return []any{t.dept, t.late, t.blocked, t.open, t.total - t.open, t.total}
}

// fills are the tones' colours in a sheet.
var fills = []struct {
	tone       page.Tone
	paper, ink string
}{
	{page.Late, "FBE3E0", "A6281A"},
	{page.Soon, "FBF0D9", "7A4B05"},
	{page.Good, "E2F1E6", "23603A"},
}

// sheetFont is the sheet's font by language; each is on every Windows that reads that language.
func sheetFont(l secretary.Lang) string {
	if l == secretary.Hant {
		return "微軟正黑體"
	}
	return "微软雅黑"
}
