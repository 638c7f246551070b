package strict

import (
	"errors"
	"reflect"
	"strings"
	"testing"
)

// level is a text with a form of its own.
type level struct{ n int }

func (l *level) UnmarshalText(b []byte) error {
	l.n = strings.Count(string(b), "*")
	if l.n == 0 {
		return errors.New("no stars")
	}
	return nil
}

type inner struct {
	Lead int `yaml:"lead"`
}

type outer struct {
	Text   string            `yaml:"text"`
	Switch bool              `yaml:"switch"`
	Level  level             `yaml:"level"`
	Inner  inner             `yaml:"inner"`
	List   []inner           `yaml:"list"`
	Words  map[string]string `yaml:"words"`
	Out    string            `yaml:"-"`
}

func TestDecode(t *testing.T) {
	var v outer
	at, faults := Decode("f.yaml", []byte("text: 012345\nswitch: on\nlevel: '***'\ninner: {lead: 3}\nlist:\n- lead: 1\n- {}\nwords: {a: yes, b: ~}\n"), &v)
	want := outer{Text: "012345", Switch: true, Level: level{3}, Inner: inner{3}, List: []inner{{1}, {}}, Words: map[string]string{"a": "yes", "b": ""}}
	if len(faults) > 0 || !reflect.DeepEqual(v, want) {
		t.Errorf("%+v %v", v, faults)
	}
	if !at.Given("words.a") || at.Given("words.b") || at.Given("words.c") || !at.Given("list[1]") {
		t.Error("what is given")
	}
}

func TestEmptyFiles(t *testing.T) {
	for _, src := range []string{"", "# only a note\n", "---\n", "\ufeff"} {
		var v outer
		if at, faults := Decode("f.yaml", []byte(src), &v); len(faults) > 0 || at == nil {
			t.Errorf("%q: %v", src, faults)
		}
	}
}

// TestReadsOn: what is right beside a mistake is read all the same.
func TestReadsOn(t *testing.T) {
	var v outer
	_, faults := Decode("f.yaml", []byte("switch: 7\nlevel: none\nlist: {}\ntext: kept\n? [a]\n: 1\n"), &v)
	var got []string
	for _, f := range faults {
		got = append(got, f.Error())
	}
	want := []string{
		`f.yaml:1:9: switch: wants true or false, but here is "7"`,
		`f.yaml:2:8: level: no stars`,
		`f.yaml:3:7: list: wants a list, but here is a block of keys (write [a, b], or one line with a dash for each)`,
		`f.yaml:5:3: a key must be a word`,
	}
	if !reflect.DeepEqual(got, want) || v.Text != "kept" {
		t.Errorf("text %q, faults\n%s", v.Text, strings.Join(got, "\n"))
	}
}

func TestPlace(t *testing.T) {
	var v outer
	at, _ := Decode("f.yaml", []byte("text: a\ninner:\n  lead: 1\nlist:\n  - lead: 2\n"), &v)
	for key, line := range map[string]int{"text": 1, "inner.lead": 3, "inner.none": 2, "list[0].lead": 5, "list[0].none.deeper": 5, "list[7]": 4, "none": 0} {
		if f := at.Fault(key, "m", ""); f.Line != line {
			t.Errorf("%s is on line %d, want %d", key, f.Line, line)
		}
	}
}

func TestNearest(t *testing.T) {
	known := []string{"reminders", "fields", "lead", "chase"}
	for word, want := range map[string]string{"remiders": "reminders", "Lead": "lead", "leda": "lead", "feilds": "fields", "weather": "", "": "", "x": ""} {
		if got := Nearest(word, known); got != want {
			t.Errorf("%q: %q, want %q", word, got, want)
		}
	}
}

func TestKeys(t *testing.T) {
	got := strings.Join(Keys(reflect.TypeFor[outer]()), " ")
	if want := "text switch level inner inner.lead list list[].lead words"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// FuzzDecode: no file makes it panic, and a file of one's own making has its faults on lines that exist.
func FuzzDecode(f *testing.F) {
	f.Add([]byte("text: a\nlist:\n  - lead: 1\n"))
	f.Add([]byte("a: &x [*x]\n"))
	f.Add([]byte("<<: {text: a}\n"))
	f.Fuzz(func(t *testing.T, src []byte) {
		var v outer
		_, faults := Decode("f.yaml", src, &v)
		lines := strings.Count(string(src), "\n") + strings.Count(string(src), "\r") + strings.Count(string(src), "\u2028") + strings.Count(string(src), "\u2029") + strings.Count(string(src), "\u0085") + 2
		for _, f := range faults {
			if f.Line > lines || f.Message == "" {
				t.Errorf("%v, of %d lines", f, lines)
			}
		}
	})
}
