package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/store"
	"github.com/huiban/huiban/templates"
)

type meetingKitCmd struct {
	common
	jsonFlag
	ID   string `arg:"" help:"Such as PSC-20261127."`
	Out  string `help:"Folder for the files." default:"." type:"path" placeholder:"DIR"`
	Lang string `help:"zh-Hans, zh-Hant or en; that of the office where it is left out." placeholder:"LANG"`
}

// Run writes what is printed for a meeting: agenda, sign-in sheet, name plates and the list of the materials, as Word files.
func (c *meetingKitCmd) Run(ctx context.Context, s streams) error {
	return c.view(ctx, s, func(o *office, tx *store.Tx) error {
		desk, err := tx.OpenCase(secretary.MeetingCase(secretary.MeetingID(c.ID)), o.config.Calendar)
		if err != nil {
			return err
		}
		l, err := secretary.Kit(desk, secretary.MeetingID(c.ID), tx.Now)
		if err != nil {
			return fmt.Errorf("%w: huiban meeting list --all names them", err)
		}
		if l.Lang, err = o.langOr(c.Lang, l.Lang); err != nil {
			return err
		}
		files, err := c.write(l, templates.Options{Office: desk.Office, Wording: o.config.Wording})
		if err != nil {
			return err
		}
		if c.JSON {
			return printJSON(s.Out, files)
		}
		for _, f := range files {
			fmt.Fprintln(s.Out, f)
		}
		return nil
	})
}

// write makes the documents of the letter, and returns where they are.
func (c *meetingKitCmd) write(l *secretary.Letter, o templates.Options) ([]string, error) {
	if err := os.MkdirAll(c.Out, 0o755); err != nil {
		return nil, fmt.Errorf("make the folder: %w", err)
	}
	var out []string
	for _, d := range l.Documents {
		name, data, err := templates.Document(d, l, o)
		if err != nil {
			return nil, err
		}
		path := filepath.Join(c.Out, name)
		if err := os.WriteFile(path, data, 0o644); err != nil {
			return nil, fmt.Errorf("write the kit: %w", err)
		}
		out = append(out, path)
	}
	return out, nil
}

// langOr is the language that an option names, or the other one where it names none.
func (o *office) langOr(name string, otherwise secretary.Lang) (secretary.Lang, error) {
	for _, l := range secretary.Langs {
		if name == string(l) {
			return l, nil
		}
	}
	if name == "" {
		return otherwise, nil
	}
	return "", fmt.Errorf("%q is no language: write zh-Hans, zh-Hant or en", name)
}
