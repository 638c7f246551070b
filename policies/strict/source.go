package strict

import (
	"regexp"
	"strings"
)

// Source knows where each key of a decoded file stands.
type Source struct {
	file   string
	places map[string]place
}

type place struct {
	line, column int
	empty        bool
}

// Given reports whether the file gives the key a value; a key with nothing behind it is not given.
func (s *Source) Given(key string) bool {
	p, found := s.places[key]
	return found && !p.empty
}

// Empty reports whether the file has no key at all, or none that could be read.
func (s *Source) Empty() bool { return len(s.places) == 0 }

// Fault is a fault at key. A key that the file does not have stands where its nearest parent does.
func (s *Source) Fault(key, message, hint string) Fault {
	return s.Place(Fault{Key: key, Message: message, Hint: hint})
}

// Warn is Fault as a warning.
func (s *Source) Warn(key, message, hint string) Fault {
	return s.Place(Fault{Key: key, Message: message, Hint: hint, Warning: true})
}

// Place fills in the file, line and column of a fault that names its key.
func (s *Source) Place(f Fault) Fault {
	f.File = s.file
	for key := f.Key; key != ""; key = parent(key) {
		if p, found := s.places[key]; found {
			f.Line, f.Column = p.line, p.column
			break
		}
	}
	return f
}

var lastStep = regexp.MustCompile(`(\.[^.\[\]]+|\[\d+\])$`)

// parent cuts the last step off a key: "roster[2].who", "roster[2]", "roster", "".
func parent(key string) string {
	cut := lastStep.FindString(key)
	if cut == "" {
		return ""
	}
	return strings.TrimSuffix(key, cut)
}
