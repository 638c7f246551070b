package config

import (
	"embed"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/huiban/huiban/policies"
)

//go:embed sample/*
var sample embed.FS

// sampleDomain is where the people of the sample company have their mailboxes.
const sampleDomain = "huiban.example"

// Init writes a configuration to begin with into the folder dir, which is made where it is missing: the annotated
// huiban.yaml with a secret of its own (readable by its owner only), the people and departments of a sample company,
// the company's own holidays, and four presets to begin with. What is left to fill in is empty, and Load names it. Random is crypto/rand's Reader.
//
// Nothing is overwritten: where one of the files exists, the error names them and none is written.
func Init(dir string, random io.Reader) error {
	files, err := first(random)
	if err != nil {
		return fmt.Errorf("init: %w", err)
	}
	if f := noFolder(dir); f != nil && f.Message == "is a file" {
		return fmt.Errorf("init: %s is a file, and a folder is wanted", dir)
	}
	if there := existing(dir, files); len(there) > 0 {
		return fmt.Errorf("init: %s holds %s already, and nothing is overwritten", dir, strings.Join(there, ", "))
	}
	if err := os.MkdirAll(filepath.Join(dir, "policies"), 0o755); err != nil {
		return fmt.Errorf("init: %w", err)
	}
	for _, f := range files {
		if err := write(filepath.Join(dir, f.name), f); err != nil {
			return fmt.Errorf("init: %w", err)
		}
	}
	return nil
}

// begin are the presets of a new office: one of each family, for posts that the sample company has. The others are a
// command away (huiban policy new): forty files would bury the few that a company wants.
var begin = []string{"MT-S0-1", "MT-S1E-1", "MT-S2-1", "MT-S3-1"}

// draft is a file to be written.
type draft struct {
	name string
	data []byte
	mode fs.FileMode
}

// first are the files of a new configuration.
func first(random io.Reader) ([]draft, error) {
	main, err := settingsFile(random)
	if err != nil {
		return nil, err
	}
	files := []draft{{File, main, 0o600}}
	for _, name := range []string{"people.csv", "departments.csv", "holidays.csv"} {
		data, err := sample.ReadFile("sample/" + name)
		if err != nil {
			return nil, err
		}
		files = append(files, draft{name, append([]byte("\ufeff"), data...), 0o644}) // Excel in China takes a CSV without this mark for GBK
	}
	for _, id := range begin {
		data, err := policies.Preset(id)
		if err != nil {
			return nil, err
		}
		files = append(files, draft{filepath.Join("policies", id+".yaml"), data, 0o644})
	}
	return files, nil
}

func settingsFile(random io.Reader) ([]byte, error) {
	key := make([]byte, 36)
	if _, err := io.ReadFull(random, key); err != nil {
		return nil, fmt.Errorf("draw a secret: %w", err)
	}
	data, err := sample.ReadFile("sample/" + File)
	return []byte(strings.Replace(string(data), `"SECRET"`, `"`+base64.RawURLEncoding.EncodeToString(key)+`"`, 1)), err
}

func existing(dir string, files []draft) []string {
	var out []string
	for _, f := range files {
		if _, err := os.Lstat(filepath.Join(dir, f.name)); !errors.Is(err, fs.ErrNotExist) {
			out = append(out, f.name)
		}
	}
	return out
}

// write makes the file, and fails where it has come up meanwhile.
func write(path string, d draft) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, d.mode)
	if err != nil {
		return err
	}
	_, err = f.Write(d.data)
	return errors.Join(err, f.Close())
}
