package templates

import (
	"errors"
	"fmt"
	"reflect"
	"regexp"
	"strconv"
	"strings"

	"github.com/huiban/huiban/templates/page"
)

// Fault is one mistake in the administrator's own letters. It is an error in one line.
type Fault struct {
	File    string   // "action.txt"
	Line    int      // from 1; 0 means the file as a whole
	Message string   // what is wrong, lower case, without a full stop
	Hint    string   // what to do instead; may be ""
	Word    string   // what was written and is not known; "" where it is no such mistake
	Known   []string // what could have been written instead of Word
}

func (f Fault) Error() string {
	place := f.File + ":"
	if f.Line > 0 {
		place += strconv.Itoa(f.Line) + ":"
	}
	if f.Hint != "" {
		return fmt.Sprintf("%s %s (%s)", place, f.Message, f.Hint)
	}
	return place + " " + f.Message
}

// name is the file as the administrator knows it.
func (s section) name() string {
	if s.own {
		return s.file
	}
	return "built-in " + s.file
}

var (
	templateError = regexp.MustCompile(`template: ([^:]+):(\d+)(?::\d+)?: (?s:(.*))`)
	executing     = regexp.MustCompile(`^executing "[^"]*" at <[^>]*>: `)
	noField       = regexp.MustCompile(`can't evaluate field (\w+) in type (\S+)`)
	fromPage      = regexp.MustCompile("^\x01([^:]+):(\\d+)\x02")
	traceMark     = regexp.MustCompile("\x01[^\x02]*\x02")
)

// fault words an error of package text/template, with the place in the administrator's file.
func (s section) fault(err error) Fault {
	f := Fault{File: s.name(), Line: s.line, Message: err.Error()}
	m := templateError.FindStringSubmatch(err.Error())
	if m == nil {
		return f
	}
	f.File, f.Line = s.place(m[1], m[2])
	f.Message = executing.ReplaceAllString(m[3], "")
	if what := noField.FindStringSubmatch(f.Message); what != nil {
		f.Message = fmt.Sprintf("there is no .%s here", what[1])
		f.Word, f.Known = what[1], fieldsOf(what[2])
	}
	return f
}

func (s section) place(parseName, line string) (string, int) {
	n, _ := strconv.Atoi(line) // digits, by the pattern
	if parseName == subjectName || parseName == bodyName {
		return s.name(), n
	}
	return parseName, n
}

// fieldsOf are the names that a wording can ask a letter for, where the type is that of a letter.
func fieldsOf(typeName string) []string {
	t := reflect.TypeFor[*view]()
	if typeName != t.String() && typeName != reflect.TypeFor[at]().String() {
		return nil
	}
	var out []string
	for i := range t.NumMethod() {
		out = append(out, t.Method(i).Name)
	}
	for _, f := range reflect.VisibleFields(t.Elem()) {
		if f.IsExported() {
			out = append(out, f.Name)
		}
	}
	return out
}

// untrace takes the marks out of a traced text; places has the mark of each of its lines.
func untrace(text string) (clean string, places []string) {
	last := ""
	lines := strings.Split(text, "\n")
	for i, l := range lines {
		if m := traceMark.FindString(l); m != "" {
			last = m
		}
		lines[i], places = traceMark.ReplaceAllString(l, ""), append(places, last)
	}
	return strings.Join(lines, "\n"), places
}

// placed is a fault at the line with that mark.
func (s section) placed(mark, message, hint string) Fault {
	f := Fault{File: s.name(), Line: s.line, Message: message, Hint: hint}
	if m := fromPage.FindStringSubmatch(mark); m != nil {
		f.File, f.Line = s.place(m[1], m[2])
	}
	return f
}

// markupFault words an error of package page about a traced text.
func (s section) markupFault(err error, places []string) Fault {
	var e *page.MarkupError
	if !errors.As(err, &e) {
		return Fault{File: s.name(), Line: s.line, Message: err.Error()}
	}
	return s.placed(places[e.Line-1], e.Err.Error(), fmt.Sprintf("it reads %q", e.Text))
}
