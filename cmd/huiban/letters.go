package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/huiban/huiban/cmd/huiban/config"
	"github.com/huiban/huiban/templates"
)

// ownLetters takes the wording of the configuration, where one is named. Only faults of its letters matter here.
func (c *previewCmd) ownLetters(s streams) error {
	if c.Config == "" {
		return nil
	}
	if err := config.Missing(c.Config); err != nil {
		return err
	}
	w, faults := config.LoadLetters(c.Config)
	printFaults(s.Err, faults)
	if len(faults) > 0 {
		return failed
	}
	c.wording = w
	return nil
}

// writeLetters writes the built-in letters as files. A file that is there already stops it before anything is written.
func writeLetters(dir string, s streams) error {
	files, err := fs.Glob(templates.BuiltIn(), "*.txt")
	if err != nil {
		return err
	}
	for _, name := range files {
		if _, err := os.Lstat(filepath.Join(dir, name)); err == nil {
			return fmt.Errorf("%s is there already: nothing is overwritten", filepath.Join(dir, name))
		}
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for _, name := range files {
		if err := writeLetter(dir, name); err != nil {
			return err
		}
	}
	fmt.Fprintf(s.Out, "%d files in %s; keep those that you change\n", len(files), dir)
	return nil
}

func writeLetter(dir, name string) error {
	src, err := fs.ReadFile(templates.BuiltIn(), name)
	if err != nil {
		return err
	}
	f, err := os.OpenFile(filepath.Join(dir, name), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	if _, err := f.Write(src); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}
