package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"github.com/huiban/huiban/mailer"
	"github.com/huiban/huiban/parser/message"
)

// program is the path of a program of Debian's. Without it the test is skipped, in CI it fails.
func program(t *testing.T, path string) string {
	t.Helper()
	if _, err := os.Stat(path); err == nil {
		return path
	}
	if os.Getenv("CI") == "true" {
		t.Fatalf("there is no %s", path)
	}
	t.Skipf("there is no %s; run: sudo .ci/servers.sh install", path)
	return ""
}

// ourCalendars are files with every calendar that huiban writes: the golden ones, and those of every letter that preview
// shows, in every language.
func ourCalendars(t *testing.T) (files []string) {
	t.Helper()
	golden, err := filepath.Glob("../../calendar/testdata/objects/*.ics")
	if err != nil || len(golden) == 0 {
		t.Fatal(golden, err)
	}
	dir := t.TempDir()
	if err := (&previewCmd{Out: dir}).Run(streams{Out: io.Discard, Err: io.Discard}); err != nil {
		t.Fatal(err)
	}
	err = filepath.WalkDir(dir, func(file string, _ fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(file) != ".eml" {
			return err
		}
		raw, err := os.ReadFile(file)
		if faults := mailer.Lint(raw); faults != nil {
			t.Errorf("%s: %v", file, faults)
		}
		for i, c := range message.Read(raw).Calendars {
			name := fmt.Sprintf("%s-%d.ics", strings.TrimSuffix(file, ".eml"), i)
			if err := os.WriteFile(name, c, 0o600); err != nil {
				return err
			}
			files = append(files, name)
		}
		return err
	})
	if err != nil || len(files) < 10 {
		t.Fatalf("%d calendars in the previews: %v", len(files), err)
	}
	return append(golden, files...)
}

// Every letter that preview shows may be sent.
func TestPreviewsKeepTheRulesOfMail(t *testing.T) { ourCalendars(t) }

// found is what a reader found in a calendar.
type found struct {
	UID       string   `json:"uid"`
	Summary   string   `json:"summary"`
	Start     string   `json:"start"`
	Attendees []string `json:"attendees"`
}

// Python's icalendar and vobject, and libical, which Evolution, KDE and many others read with, take every calendar that we
// write, and find the same in it.
func TestIndependentReaders(t *testing.T) {
	python := program(t, "/usr/bin/python3")
	program(t, "/usr/lib/python3/dist-packages/icalendar")
	program(t, "/usr/lib/python3/dist-packages/vobject")
	files := ourCalendars(t)
	cmd := exec.CommandContext(t.Context(), python, append([]string{"testdata/readers.py"}, files...)...)
	var refused bytes.Buffer
	cmd.Stderr = &refused
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v: %s", err, &refused)
	}
	lines := bytes.Split(bytes.TrimSpace(out), []byte("\n"))
	if len(lines) != len(files) {
		t.Fatalf("%d of %d files were read", len(lines), len(files))
	}
	for _, line := range lines {
		agree(t, line)
	}
}

func agree(t *testing.T, line []byte) {
	t.Helper()
	var l struct {
		File  string
		Found map[string]found
	}
	if err := json.Unmarshal(line, &l); err != nil {
		t.Fatal(err)
	}
	one := l.Found["icalendar"]
	data, err := os.ReadFile(l.File)
	if err != nil {
		t.Fatal(err)
	}
	asks := bytes.Contains(data, []byte("\nATTENDEE"))
	if len(l.Found) != 3 || one.UID == "" || one.Summary == "" || one.Start == "" || asks != (len(one.Attendees) > 0) {
		t.Errorf("%s: %+v", l.File, l.Found)
	}
	for reader, other := range l.Found {
		if !reflect.DeepEqual(one, other) {
			t.Errorf("%s: %s finds %+v, icalendar %+v", l.File, reader, other, one)
		}
	}
}

var uidLine = regexp.MustCompile(`(?m)^UID:.*\r\n( .*\r\n)*`)

// toldApart gives each calendar a UID of its own: the letters of one meeting share theirs.
func toldApart(t *testing.T, files []string) (apart []string) {
	t.Helper()
	dir := t.TempDir()
	for i, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		name := filepath.Join(dir, fmt.Sprintf("%d.ics", i))
		if err := os.WriteFile(name, uidLine.ReplaceAll(data, fmt.Appendf(nil, "UID:%d@corp.test\r\n", i)), 0o600); err != nil {
			t.Fatal(err)
		}
		apart = append(apart, name)
	}
	return apart
}

// khal takes them into its calendar and shows each.
func TestKhalReadsOurCalendars(t *testing.T) {
	khal, files, dir := program(t, "/usr/bin/khal"), toldApart(t, ourCalendars(t)), t.TempDir()
	const pattern = "[calendars]\n[[x]]\npath = %[1]s/x\n[sqlite]\npath = %[1]s/db\n[locale]\ntimeformat = %%H:%%M\ndateformat = %%Y-%%m-%%d\nlongdateformat = %%Y-%%m-%%d\n" +
		"datetimeformat = %%Y-%%m-%%d %%H:%%M\nlongdatetimeformat = %%Y-%%m-%%d %%H:%%M\ndefault_timezone = UTC\nlocal_timezone = UTC\n[default]\ndefault_calendar = x\n"
	config := filepath.Join(dir, "conf")
	if err := os.WriteFile(config, fmt.Appendf(nil, pattern, dir), 0o600); err != nil {
		t.Fatal(err)
	}
	run := func(args ...string) string {
		t.Helper()
		out, err := exec.CommandContext(t.Context(), khal, append([]string{"-c", config}, args...)...).CombinedOutput()
		if err != nil || bytes.Contains(out, []byte("Traceback")) || bytes.Contains(out, []byte("rror")) {
			t.Fatalf("khal %s: %v: %s", args[0], err, out)
		}
		return string(out)
	}
	if err := os.Mkdir(filepath.Join(dir, "x"), 0o700); err != nil {
		t.Fatal(err)
	}
	run(append([]string{"import", "--batch"}, files...)...)
	kept, err := filepath.Glob(filepath.Join(dir, "x", "*.ics"))
	if err != nil || len(kept) != len(files) {
		t.Errorf("khal kept %d of %d: %v", len(kept), len(files), err)
	}
	shown := run("list", "2026-01-01", "730d", "--format", "|{uid}|")
	for i := range files {
		if !strings.Contains(shown, fmt.Sprintf("|%d@corp.test|", i)) {
			t.Errorf("khal does not show %s", files[i])
		}
	}
}
