package parser

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/huiban/huiban/parser/meaning"
	"github.com/huiban/huiban/secretary"
)

// sample is one line of an expected.jsonl: a mail and what it means. testdata/replies holds letters answered with the programs
// of many vendors, testdata/odd the oddities of MIME, charsets, HTML and calendar parts, one a mail, testdata/machines mails that nobody wrote and
// people's that look like them, testdata/voices and testdata/siblings mails by people who did not know the parser.
type sample struct {
	File   string          `json:"file"`
	About  meaning.About   `json:"about"`
	Now    string          `json:"now"`
	Alt    [][]expectation `json:"alt"`
	Open   bool            `json:"open"` // not read as it should be yet
	Expect struct {
		Automatic  secretary.Automatic `json:"automatic"`
		Understood bool                `json:"understood"`
		Intents    []expectation       `json:"intents"`
		From       string              `json:"from"`
		Text       *string             `json:"text"`
		Bounce     *secretary.Bounce   `json:"bounce"`
	} `json:"expect"`
}

func shanghai(t testing.TB) *time.Location {
	t.Helper()
	z, err := time.LoadLocation("Asia/Shanghai")
	if err != nil {
		t.Fatal(err)
	}
	return z
}

func samples(t testing.TB) []sample {
	t.Helper()
	return slices.Concat(samplesIn(t, "replies"), samplesIn(t, "odd"), samplesIn(t, "voices"), samplesIn(t, "siblings"), samplesIn(t, "machines"))
}

func samplesIn(t testing.TB, folder string) (list []sample) {
	t.Helper()
	f, err := os.Open(filepath.Join("testdata", folder, "expected.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for s := bufio.NewScanner(f); s.Scan(); {
		var c sample
		if err := json.Unmarshal(s.Bytes(), &c); err != nil {
			t.Fatal(err)
		}
		c.File = filepath.Join(folder, c.File)
		list = append(list, c)
	}
	return list
}

func (c sample) read(t testing.TB) *Reading {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join("testdata", c.File))
	if err != nil {
		t.Fatal(err)
	}
	return Parse(raw, Options{About: c.About, Zone: shanghai(t), Now: c.now(t)})
}

// now is the moment that dates are counted from; zero is the mail's own.
func (c sample) now(t testing.TB) (now time.Time) {
	t.Helper()
	if c.Now == "" {
		return now
	}
	now, err := time.Parse(time.RFC3339, c.Now)
	if err != nil {
		t.Fatal(err)
	}
	return now
}

// TestReplies reads every sample mail and wants exactly what it means.
func TestReplies(t *testing.T) {
	list := samples(t)
	if len(list) < 700 {
		t.Fatal("samples are missing:", len(list))
	}
	for _, c := range list {
		t.Run(c.File, func(t *testing.T) {
			faults := c.faults(c.read(t))
			switch {
			case c.Open && faults == "":
				t.Error("this one is read now: take its mark off")
			case !c.Open && faults != "":
				t.Error(faults)
			}
		})
	}
}

// faults is how a reading differs from what is expected, "" where it does not.
func (c sample) faults(r *Reading) string {
	var out strings.Builder
	e := c.Expect
	if !c.sameMachine(r) || e.From != "" && r.From != e.From {
		fmt.Fprintf(&out, "automatic %q from %q, bounce %+v\n", r.Automatic, r.From, r.Bounce)
	}
	if e.Text != nil && squeeze(r.Text) != squeeze(*e.Text) {
		fmt.Fprintf(&out, "text %q, want %q\n", r.Text, *e.Text)
	}
	if m := c.nearest(r.Intents); m.wrong+m.missed+m.partial > 0 {
		got, _ := json.Marshal(r.Intents)
		fmt.Fprintf(&out, "about %s: %q\n got %s\nwant %v", c.About, r.Text, got, e.Intents)
	}
	return out.String()
}

func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// sameMachine reports whether r says who or what wrote the mail as expected, and of a bounce whose.
func (c sample) sameMachine(r *Reading) bool {
	e := c.Expect
	return r.Automatic == e.Automatic && (e.Bounce == nil || r.Bounce != nil && *r.Bounce == *e.Bounce)
}

func BenchmarkParse(b *testing.B) {
	raw, err := os.ReadFile("testdata/replies/030.eml")
	if err != nil {
		b.Fatal(err)
	}
	o := Options{About: Minutes, Zone: shanghai(b)}
	b.SetBytes(int64(len(raw)))
	for b.Loop() {
		Parse(raw, o)
	}
}
