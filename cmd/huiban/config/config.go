// Package config reads what the administrator writes: huiban.yaml, the people and departments files, the holiday files,
// the policies, and the letters worded anew. Everything is read in one go and every fault is reported at once, with file and line, in words for
// the person who wrote it.
package config

import (
	"errors"
	"os"
	"path/filepath"
	"strings"

	"github.com/huiban/huiban/calendar"
	"github.com/huiban/huiban/policies"
	"github.com/huiban/huiban/policies/strict"
	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/templates"
)

// File is the name of the configuration file in its folder.
const File = "huiban.yaml"

// Config is the whole configuration, its secrets looked up and its paths absolute or relative to the caller. Where Load
// reports faults that are no warnings it is incomplete, but never nil.
type Config struct {
	Dir       string
	Office    secretary.Office
	Directory *secretary.Directory // never nil
	Calendar  *calendar.Calendar   // never nil
	Policies  []Policy             // by file name
	Rules     string               // the folder that they are in
	Mail      Mail
	Database  string             // URL; see store.Open
	Wording   *templates.Wording // nil is the built-in one
	Secret    string             // of the tokens in letters, 32 characters at least

	nobody bool // the people or departments cannot be read, so that nothing can be looked up in them
}

// Policy is one file of the policies folder.
type Policy struct {
	File    string // policies/MT-S0-1.yaml
	Source  []byte
	Policy  *secretary.Policy // as written: policies.WithDefaults fills it up
	Missing []string          // keys without which no meeting of this type is called; see policies.Missing
}

// Load reads the configuration in the folder dir. The faults are in the order of the files; those that are warnings
// leave the configuration usable. Secrets come from the environment, from their file, or from huiban.yaml, in this
// order: HUIBAN_MAIL_IMAP_PASSWORD, then mail.imap.password_file, then mail.imap.password.
func Load(dir string) (*Config, []policies.Fault) {
	c := &Config{Dir: dir, Directory: noDirectory()}
	c.Calendar, _ = calendar.New(calendar.Options{})
	if f := noFolder(dir); f != nil {
		return c, []policies.Fault{*f}
	}
	l := &loader{dir: dir, c: c, unread: map[string]bool{}}
	l.main()
	l.days()
	l.company()
	l.policies()
	l.letters()
	return c, l.faults
}

// noFolder says why dir is no folder of a configuration; nil where it may be one.
func noFolder(dir string) *policies.Fault {
	info, err := os.Stat(dir)
	switch {
	case err != nil:
		return &policies.Fault{File: dir, Message: strings.ReplaceAll(reason(err), "file", "folder"), Hint: "huiban init writes one"}
	case !info.IsDir():
		return &policies.Fault{File: dir, Message: "is a file", Hint: "name the folder that " + File + " is in"}
	}
	return nil
}

// Missing says why dir holds no configuration; nil where it does.
func Missing(dir string) error {
	f := noFolder(dir)
	if _, err := os.Stat(filepath.Join(dir, File)); f == nil && err != nil {
		f = &policies.Fault{File: filepath.Join(dir, File), Message: reason(err), Hint: "huiban init writes one"}
	}
	if f == nil {
		return nil
	}
	return f
}

// loader gathers the parts of a configuration and what is wrong with them.
type loader struct {
	dir    string
	c      *Config
	file   settings
	at     *strict.Source
	unread map[string]bool // secrets whose file cannot be read
	faults []policies.Fault
}

func (l *loader) fault(key, message, hint string) {
	l.faults = append(l.faults, l.at.Fault(key, message, hint))
}

// main reads huiban.yaml.
func (l *loader) main() {
	src, err := os.ReadFile(filepath.Join(l.dir, File))
	if err != nil {
		f := policies.Fault{File: File, Message: reason(err)}
		if errors.Is(err, os.ErrNotExist) {
			f.Hint = "huiban init writes one; -c names the folder"
		}
		l.faults = append(l.faults, f)
	}
	var faults []policies.Fault
	l.file = initial()
	l.at, faults = strict.Decode(File, src, &l.file)
	l.faults = append(l.faults, faults...)
	if err != nil || len(faults) > 0 && l.at.Empty() {
		return
	}
	l.secrets()
	l.checkOffice()
	l.checkRooms()
	l.checkMail()
	l.checkRest()
	strict.Sort(l.faults)
	l.fill()
}

// path is a path of the configuration as seen from here.
func (l *loader) path(name string) string {
	if filepath.IsAbs(name) {
		return name
	}
	return filepath.Join(l.dir, name)
}
