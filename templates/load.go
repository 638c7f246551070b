package templates

import (
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"
)

// Load reads a company's own letters from the files in dir, each in place of the built-in one of its name (see BuiltIn):
// of a letter those languages that the file has, of parts.txt the blocks, of words.txt the words. It words every sample
// with them in every language. The faults are sorted by file and line; where there is one, the wording is nil.
func Load(dir fs.FS) (*Wording, []Fault) {
	own, faults := ownFiles(dir)
	w, more := read(own, false)
	faults = append(faults, more...)
	if len(more) == 0 {
		faults = append(faults, checkAll(own)...)
	}
	if faults = tidy(faults); len(faults) > 0 {
		return nil, faults
	}
	return w, nil
}

// ownFiles reads the folder. Hidden files and an editor's copies are passed over.
func ownFiles(dir fs.FS) (map[string]string, []Fault) {
	entries, err := fs.ReadDir(dir, ".")
	if err != nil {
		return nil, []Fault{{File: ".", Message: "cannot be read: " + err.Error()}}
	}
	known := slices.Sorted(maps.Keys(builtInFiles()))
	out := map[string]string{}
	var faults []Fault
	for _, e := range entries {
		name := e.Name()
		if strings.HasPrefix(name, ".") || strings.HasSuffix(name, "~") {
			continue
		}
		if !slices.Contains(known, name) {
			faults = append(faults, Fault{File: name, Message: "no letter has this name", Word: name, Known: known})
			continue
		}
		text, fault := ownFile(dir, name)
		if fault != nil {
			faults = append(faults, *fault)
			continue
		}
		out[name] = text
	}
	return out, faults
}

// ownFile reads one file, however its lines end.
func ownFile(dir fs.FS, name string) (string, *Fault) {
	src, err := fs.ReadFile(dir, name)
	switch {
	case err != nil:
		return "", &Fault{File: name, Message: "cannot be read: " + err.Error()}
	case !utf8.Valid(src):
		return "", &Fault{File: name, Message: "is not UTF-8", Hint: "save it as UTF-8"}
	}
	text := strings.ReplaceAll(strings.TrimPrefix(string(src), "\ufeff"), "\r\n", "\n")
	if strings.TrimSpace(text) == "" {
		return "", &Fault{File: name, Message: "is empty", Hint: "without the file, the built-in one is used"}
	}
	if i := strings.IndexAny(text, "\x01\x02"); i >= 0 {
		return "", &Fault{File: name, Line: lineAt(text, i), Message: "has a control character"}
	}
	return text, nil
}

// tidy sorts the faults and drops what is said twice: a shared block is worded in many letters.
func tidy(faults []Fault) []Fault {
	slices.SortStableFunc(faults, func(a, b Fault) int {
		if a.File != b.File {
			return strings.Compare(a.File, b.File)
		}
		if a.Line != b.Line {
			return a.Line - b.Line
		}
		return strings.Compare(a.Message, b.Message)
	})
	return slices.CompactFunc(faults, func(a, b Fault) bool {
		return fmt.Sprint(a.File, a.Line, a.Message) == fmt.Sprint(b.File, b.Line, b.Message)
	})
}
