package parser

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/huiban/huiban/parser/fold"
	"github.com/huiban/huiban/parser/meaning"
	"github.com/huiban/huiban/parser/pattern"
	"github.com/huiban/huiban/parser/quote"
	"github.com/huiban/huiban/secretary"
)

// corrected reads an answer to minutes some lines of which came back with other words: each is an objection that says the
// old and the new wording. What was only put behind a line is read as an answer to it first.
func (p *parse) corrected(q meaning.Question) meaning.Answer {
	var edits []secretary.Intent
	for _, c := range p.lines.Changes {
		if c.Added == "" {
			edits = append(edits, correction(c))
		} else if rewords(c, q) {
			edits = append(edits, correction(c))
			q.Lines = slices.DeleteFunc(slices.Clone(q.Lines), func(l quote.Kept) bool { return l == quote.Kept{Text: c.Added, Above: c.Line} })
		}
	}
	a := meaning.Read(q)
	for n, i := range a.Intents {
		a.Intents[n].Comment = p.worded(i)
	}
	if len(edits) == 0 {
		return a
	}
	a.Intents = slices.DeleteFunc(a.Intents, func(i secretary.Intent) bool { return i.Kind != secretary.IntentObject })
	a.Unclear = slices.DeleteFunc(a.Unclear, points)
	a.Intents = append(a.Intents, edits...)
	return a
}

// noted says no more than that a line was read.
var noted = pattern.Must(`^(?:已|我)?(?:阅|收到|知悉|知道|了解|noted|read|received|seen)`)

// rewords reports whether what was put behind a line is neither an answer to it nor a question, but goes on with it:
// 「…评估报告」 became 「…评估报告，并抄送质量部」.
func rewords(c quote.Change, q meaning.Question) bool {
	k := strings.Trim(fold.Squeeze(c.Added), ",.;:!()")
	if !c.GoesOn || strings.ContainsRune(k, '?') || noted.MatchString(k) || utf8.RuneCountInString(k) < 2 {
		return false
	}
	alone := meaning.Read(meaning.Question{About: q.About, Lines: []quote.Kept{{Text: c.Added, Above: c.Line}}, History: []string{c.Line}, Name: q.Name, Now: q.Now})
	return len(alone.Intents) == 0
}

// correction is a changed line as an objection.
func correction(c quote.Change) secretary.Intent {
	return secretary.Intent{Kind: secretary.IntentObject, Item: meaning.ItemOf(c.Line), Comment: wordings(c)}
}

// worded is what an intent says; an objection that was put behind one of our lines says what the line was.
func (p *parse) worded(i secretary.Intent) string {
	for _, c := range p.lines.Changes {
		if i.Kind == secretary.IntentObject && c.Added != "" && i.Item == meaning.ItemOf(c.Line) && strings.TrimSpace(i.Comment) == c.Added {
			return wordings(c)
		}
	}
	return i.Comment
}

// wordings says what a line was and what it became, in the letter's language.
func wordings(c quote.Change) string {
	chinese := strings.ContainsFunc(c.Line, fold.CJK)
	if c.New == "" {
		if chinese {
			return "原：" + cells(c.Old, "：") + " → 删去"
		}
		return "was: " + cells(c.Old, ": ") + " → struck out"
	}
	old, now := shortened(c.Old, c.New)
	if chinese {
		return "原：" + cells(old, "：") + " → 改：" + cells(now, "：")
	}
	return "was: " + cells(old, ": ") + " → now: " + cells(now, ": ")
}

// cells writes a table's row as a line: its heading and what stands beside it.
func cells(row, colon string) string {
	head, rest, _ := strings.Cut(row, "\t")
	if rest == "" {
		return head
	}
	return head + colon + strings.ReplaceAll(rest, "\t", " | ")
}

// maxWording is how many characters of a line are repeated; context is how many stay beside the change of a longer one.
const (
	maxWording = 160
	context    = 40
)

// shortened leaves out of two long wordings what they begin and end with alike.
func shortened(old, now string) (string, string) {
	a, b := []rune(old), []rune(now)
	if max(len(a), len(b)) <= maxWording {
		return old, now
	}
	head, tail := 0, 0
	for head < min(len(a), len(b)) && a[head] == b[head] {
		head++
	}
	for tail < min(len(a), len(b))-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	return excerpt(a, head, tail), excerpt(b, head, tail)
}

// excerpt leaves out all but the context of the first head and the last tail runes.
func excerpt(r []rune, head, tail int) string {
	from, to := max(0, head-context), min(len(r), len(r)-tail+context)
	s := string(r[from:to])
	if from > 0 {
		s = "…" + s
	}
	if to < len(r) {
		s += "…"
	}
	return s
}

// pointing says that the answers stand in the letter itself: 「已在原文中修改」, "see my changes below".
var pointing = pattern.Must(`修改|改了|改动|更正|订正|见下|下面|下文|原文|正文|文中|(?i:\b(?:changes?|changed|edits?|edited|inline|below|corrections?|corrected|amended|amendments?)\b)`)

// points reports whether a sentence says no more than that.
func points(s string) bool {
	return utf8.RuneCountInString(s) <= 40 && pointing.MatchString(fold.Text(s))
}
