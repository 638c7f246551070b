package templates

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/templates/page"
)

// Handed says what came from one person, and what is missing; nothing is where it may be left out.
func (v *view) Handed(o secretary.OwedView) markup {
	n := len(o.Received)
	switch {
	case n+len(o.Said) > 0 && len(o.Lacks) > 0:
		return markup(v.W("owed.part", n, page.Inline(v.Texts(o.Lacks))))
	case n > 0:
		return markup(v.W("owed.some", n))
	case len(o.Said) > 0:
		return markup(v.W("owed.said"))
	case !o.Missing():
		return markup(v.W("owed.none"))
	}
	return markup(v.W("owed.missing"))
}

// Lacks are the titles for which nothing came from one person.
func (v *view) Lacks(o secretary.OwedView) []secretary.Text {
	if len(o.Lacks) == 0 && o.Missing() {
		return o.Titles
	}
	return o.Lacks
}

// StillOwed are the lines that are missing of what the letter is about, in the reader's words.
func (v *view) StillOwed() []string {
	var out []string
	for _, o := range v.MineOrAll() {
		for _, t := range v.Lacks(o) {
			out = append(out, v.owedLine(o, slices.IndexFunc(o.Titles, func(u secretary.Text) bool { return v.T(u) == v.T(t) })))
		}
	}
	return out
}

// SomeCame reports whether part of what the reader owes has come.
func (v *view) SomeCame() bool {
	return slices.ContainsFunc(v.Mine(), func(o secretary.OwedView) bool { return len(o.Received)+len(o.Said) > 0 })
}

// OwedLines are what the reader owes, numbered where there are several.
func (v *view) OwedLines() []string {
	var out []string
	for _, o := range v.MineOrAll() {
		for n := range o.Titles {
			out = append(out, v.owedLine(o, n))
		}
	}
	return out
}

// owedLine is one line: its number where there are several, its headings, and whether words are enough.
func (v *view) owedLine(o secretary.OwedView, n int) string {
	s := v.T(o.Titles[n])
	if n < len(o.Headings) && len(o.Headings[n]) > 0 {
		s = v.W("owed.heads", s, v.Texts(o.Headings[n]))
	}
	if slices.Contains(o.InMail, n+1) && len(o.InMail) < len(o.Titles) {
		s = v.W("owed.words", s)
	}
	if o.Optional || slices.Contains(o.Free, n+1) {
		s = v.W("owed.if", s)
	}
	if len(o.Titles) > 1 {
		s = v.W("numbered", n+1, s)
	}
	return s
}

// OwedState says of each numbered line whether something came for it, where a question is about that.
func (v *view) OwedState() []line {
	if !slices.ContainsFunc(v.Problems, func(p secretary.Problem) bool { return p.Code == "file-which" }) {
		return nil
	}
	var out []line
	for _, o := range v.MineOrAll() {
		for n, t := range o.Titles {
			state := v.W("owed.came")
			if !covered(o, n+1) {
				state = v.W("owed.not")
			}
			out = append(out, line{v.W("numbered", n+1, v.T(t)), state})
		}
	}
	return out
}

// covered reports whether a file that was not asked about, or words, came for a line.
func covered(o secretary.OwedView, n int) bool {
	return slices.ContainsFunc(o.Received, func(r secretary.Received) bool {
		return !r.Which && (len(r.Lines) == 0 || slices.Contains(r.Lines, n))
	})
}

// SomeWords reports whether the reader may answer something of what is owed in words, OnlyWords whether all of it.
func (v *view) SomeWords() bool {
	return slices.ContainsFunc(v.Mine(), func(o secretary.OwedView) bool { return len(o.InMail) > 0 })
}

// OnlyWords: see SomeWords.
func (v *view) OnlyWords() bool {
	return v.SomeWords() && !slices.ContainsFunc(v.Mine(), func(o secretary.OwedView) bool { return len(o.InMail) < len(o.Titles) })
}

// FillLink opens an answer with a line for each figure that is wanted.
func (v *view) FillLink() string {
	body := ""
	for _, o := range v.Mine() {
		for _, n := range o.InMail {
			body += v.T(o.Titles[n-1]) + v.W("colon") + "\n"
		}
	}
	return v.mailto(body + v.W("materials.remarks") + v.W("colon"))
}

// Saying are the answers in words of each person.
func (v *view) Saying() []line {
	var out []line
	for _, o := range v.Owed {
		var said []string
		for _, s := range o.Said {
			said = append(said, v.saidTitle(s)+v.W("colon")+strings.Join(splitLines(s.Text), v.W("semicolon")))
		}
		if len(said) > 0 {
			out = append(out, line{v.Who(o.Party), strings.Join(said, v.W("semicolon"))})
		}
	}
	return out
}

// saidTitle names what an answer in words is to.
func (v *view) saidTitle(s secretary.SaidView) string { return cmp.Or(v.T(s.Title), v.W("owed.all")) }

// PartOf says which mail this is of how many; "" where there is one.
func (v *view) PartOf() string {
	if v.Parts < 2 {
		return ""
	}
	return v.W("part", v.Part, v.Parts)
}

// Sheets describes files.
func (v *view) Sheets(files []secretary.File) []string {
	var out []string
	for _, f := range files {
		out = append(out, v.W("state.at", f.Name, size(f.Size)))
	}
	return out
}

// size is a file's size for people.
func size(n int64) string {
	switch {
	case n >= 10<<20:
		return fmt.Sprintf("%d MB", (n+1<<19)>>20)
	case n >= 1<<20:
		return fmt.Sprintf("%.1f MB", float64(n)/(1<<20))
	case n >= 1<<10:
		return fmt.Sprintf("%d KB", (n+1<<9)>>10)
	}
	return fmt.Sprintf("%d B", n)
}
