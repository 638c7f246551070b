// Package draft reads drafts of minutes: from the text of a mail or from an attached Word file, written as prose, as
// lists, as labelled lines or as tables, in Chinese (simplified and traditional), English or the two mixed.
//
// It never guesses. Where a line does not say plainly who answers for it or by when, the field stays empty and a
// problem says why, so that the clerk is asked before anything is sent.
package draft

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/huiban/huiban/secretary"
)

// File is a document that came with the mail.
type File struct {
	Name string
	Type string // media type
	Data []byte
}

// The codes of problems that a draft itself shows (the reply contract's names).
const (
	noOwner       = "no-owner"
	severalOwners = "several-owners"
	noDue         = "no-due"
	vagueDue      = "vague-due"
	badDue        = "bad-due"
)

// Sent is what the writer answers: the text of the letter, and that of the prefilled Word form that came with it; "" where
// there was none.
type Sent struct{ Letter, Form string }

// Read reads minutes that answer a letter without a Word form; see Answer.
func Read(text string, files []File, now time.Time, letter string) *secretary.Draft {
	return Answer(text, files, now, Sent{Letter: letter})
}

// Heads reports whether a line of the form only says what is to be written below it: 请假：, 一、决议.
func Heads(line string) bool {
	x := say(line)
	if _, people := labelState(strings.TrimSpace(strings.TrimRight(x.f, ": "))); people {
		return strings.HasSuffix(x.f, ":")
	}
	h, ok := heading(x, false)
	return ok && h.known && h.rest == ""
}

// Answer reads minutes from a mail's text, already without quoted history and signature, or from a Word file beside it,
// which wins when it holds minutes. Dates resolve against now in now's location. What says no more than the form that
// was sent is no draft, nor is any line of that form discussion. An answer that only mends lines of a draft,
// 行动项3：12月5日, gives actions without text; one that is only points of discussion gives a body. It returns nil where
// there are no minutes.
func Answer(text string, files []File, now time.Time, sent Sent) *secretary.Draft {
	text, ended := takeEnded(text)
	text, open := takeOpen(text)
	sent, known := sent.plain()
	all := sent.Letter + "\n" + sent.Form
	form := read(textBlocks(all), now)
	for _, f := range documents(files) {
		blocks, over := takeEndedBlocks(f.blocks)
		blocks, left := takeOpenBlocks(blocks)
		if d := read(blocks, now); d.holdsMinutes(f.titled) && (d.says(form) || !sameTopics(left, known) || !maps.Equal(discussed(f.text), discussed(all))) {
			return opened(d.draft(d.body.text(all)), merge(left, open), cmp.Or(over, ended))
		}
	}
	mended := mendedLines(text, now, all)
	if mended != nil && len(mended.Actions) > 0 {
		return opened(mended, open, ended)
	}
	form = read(textBlocks(sent.Letter), now) // who writes a draft out again as it was means it
	if d := read(textBlocks(text), now); d.holdsMinutes(false) && !d.later(text) && d.says(form) {
		return opened(d.draft(d.body.text(all)), open, ended)
	}
	if mended == nil && ended == "" && sameTopics(open, known) {
		return nil
	}
	return opened(mended, open, ended)
}

// sameTopics reports whether two lists name the same topics.
func sameTopics(a, b []secretary.OpenTopic) bool {
	return len(merge(slices.Clone(a), b)) == len(a) && len(a) == len(b)
}

// opened is a draft with the topics that it leaves open and the time at which the meeting was over; nil where there is nothing.
func opened(d *secretary.Draft, open []secretary.OpenTopic, ended string) *secretary.Draft {
	if d == nil && (len(open) > 0 || ended != "") {
		d = &secretary.Draft{}
	}
	if d != nil {
		d.Open, d.Ended = open, ended
	}
	return d
}

// plain is what was sent without the lines of takeOpen and takeEnded, and the open topics that it names.
func (s Sent) plain() (Sent, []secretary.OpenTopic) {
	letter, _ := takeEnded(s.Letter)
	form, _ := takeEnded(s.Form)
	letter, known := takeOpen(letter)
	form, more := takeOpen(form)
	return Sent{letter, form}, merge(known, more)
}
