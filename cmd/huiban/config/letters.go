package config

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"

	"github.com/huiban/huiban/policies"
	"github.com/huiban/huiban/policies/strict"
	"github.com/huiban/huiban/templates"
)

// Letters is the folder beside huiban.yaml whose files take the place of the built-in letters; it need not be there.
const Letters = "letters"

// letters reads the folder of own letters.
func (l *loader) letters() {
	w, faults := LoadLetters(l.dir)
	l.c.Wording = w
	l.faults = append(l.faults, faults...)
}

// LoadLetters reads the folder of own letters in the configuration's folder dir, and nothing else. The wording is nil
// where there is no such folder, or a fault.
func LoadLetters(dir string) (*templates.Wording, []policies.Fault) {
	dir = filepath.Join(dir, Letters)
	if _, err := os.Stat(dir); errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	w, wrong := templates.Load(os.DirFS(dir))
	var faults []policies.Fault
	for _, f := range wrong {
		faults = append(faults, letterFault(f))
	}
	return w, faults
}

// letterFault adds what was probably meant.
func letterFault(f templates.Fault) policies.Fault {
	out := policies.Fault{File: path.Join(Letters, f.File), Line: f.Line, Message: f.Message, Hint: f.Hint}
	if near := strict.Nearest(f.Word, f.Known); f.Word != "" && near != "" {
		out.Hint = "did you mean " + near + "?"
	}
	return out
}
