package templates

import (
	"fmt"
	"slices"
	"strings"

	"github.com/huiban/huiban/secretary"
)

// section is a letter in one language: the lines of its file below "-- en --".
type section struct {
	file string
	own  bool // of the administrator's file
	lang secretary.Lang
	line int    // of the subject in the file, from 1
	text string // the subject's line, then the body
}

// cutSections cuts a letter's file at its lines "-- LANG --"; what stands above the first is the comment.
func cutSections(file, src string, own bool) (comment string, out []section, faults []Fault) {
	at := func(line int, message, word string) {
		faults = append(faults, Fault{File: file, Line: line, Message: message, Word: word, Known: langNames()})
	}
	for n, l := range strings.SplitAfter(src, "\n") {
		name, isHead := head(l)
		switch {
		case isHead && !slices.Contains(secretary.Langs, secretary.Lang(name)):
			at(n+1, fmt.Sprintf("%q is not one of the languages", name), name)
			out = append(out, section{file: file})
		case isHead && slices.ContainsFunc(out, func(s section) bool { return s.lang == secretary.Lang(name) }):
			at(n+1, fmt.Sprintf("the language %s is there twice", name), "")
			out = append(out, section{file: file})
		case isHead:
			out = append(out, section{file: file, own: own, lang: secretary.Lang(name), line: n + 2})
		case len(out) == 0:
			comment += l
		default:
			out[len(out)-1].text += l
		}
	}
	if len(out) == 0 {
		at(0, `has no language: a line such as "-- en --" stands above each wording`, "")
	}
	for _, s := range out {
		if subject, body, _ := strings.Cut(s.text, "\n"); s.lang != "" && (strings.TrimSpace(subject) == "" || strings.TrimSpace(body) == "") {
			at(s.line, fmt.Sprintf("the wording in %s needs a subject on its first line, and a text below it", s.lang), "")
		}
	}
	return comment, slices.DeleteFunc(out, func(s section) bool { return s.lang == "" }), faults
}

// head reads a line "-- en --".
func head(line string) (name string, ok bool) {
	line = strings.TrimSpace(line)
	name, ok = strings.CutPrefix(line, "-- ")
	if ok {
		name, ok = strings.CutSuffix(name, " --")
	}
	return strings.TrimSpace(name), ok
}

func langNames() []string {
	var out []string
	for _, l := range secretary.Langs {
		out = append(out, string(l))
	}
	return out
}
