package calendar

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"unicode/utf8"
)

// seed adds every message and object of testdata.
func seed(f *testing.F) {
	f.Helper()
	files, err := filepath.Glob("testdata/*/*.ics")
	if err != nil || len(files) == 0 {
		f.Fatal(files, err)
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
}

// FuzzReadMessage: no panic; only REPLY and COUNTER answer, in registered states, from addresses or from nobody.
func FuzzReadMessage(f *testing.F) {
	seed(f)
	states := []string{"NEEDS-ACTION", "ACCEPTED", "DECLINED", "TENTATIVE", "DELEGATED"}
	f.Fuzz(func(t *testing.T, data []byte) {
		m, err := ReadMessage(data, nil)
		if err != nil {
			return
		}
		if len(m.Answers) > 0 && m.Method != "REPLY" && m.Method != "COUNTER" {
			t.Errorf("a %s answers", m.Method)
		}
		for _, a := range m.Answers {
			if !slices.Contains(states, a.PartStat) || a.Attendee != address(a.Attendee) || a.Sequence < 0 || !utf8.ValidString(a.Comment) {
				t.Errorf("%+v", a)
			}
		}
	})
}

// FuzzEncode: what is read can be written, and reads again as the same.
func FuzzEncode(f *testing.F) {
	seed(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		LintObject(data)
		root, err := readTree(data)
		if err != nil {
			return
		}
		once := encode(root)
		again, err := readTree(once)
		if err != nil {
			t.Fatalf("%v\n%q", err, once)
		}
		if twice := encode(again); !bytes.Equal(once, twice) {
			t.Errorf("%q\n%q", once, twice)
		}
	})
}

// FuzzReadHolidays: no panic, and days that exist, each once.
func FuzzReadHolidays(f *testing.F) {
	china, _ := published.ReadFile("published/china.csv")
	f.Add(china, "h.csv")
	f.Add([]byte("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260101\nSUMMARY:a\nEND:VEVENT\n"), "h.ics")
	f.Fuzz(func(t *testing.T, data []byte, name string) {
		days, err := ReadHolidays(bytes.NewReader(data), name)
		if err != nil {
			return
		}
		for i, d := range days {
			if !d.Date.Valid() || d.Name.Empty() || i > 0 && d.Date <= days[i-1].Date {
				t.Errorf("%+v", d)
			}
		}
	})
}

// FuzzCheckRule: no panic, and a rule that is allowed gives occurrences without an error.
func FuzzCheckRule(f *testing.F) {
	f.Add("FREQ=MONTHLY;BYMONTHDAY=28,29;BYSETPOS=-1")
	f.Add("FREQ=WEEKLY;BYDAY=1MO;UNTIL=20261231;")
	c := company(f, Options{})
	first := at(f, "Asia/Shanghai", "2026-01-01 09:00")
	f.Fuzz(func(t *testing.T, rule string) {
		if len(rule) > 200 || CheckRule(rule) != nil {
			return
		}
		if _, err := c.Occurrences(rule, first, first, first.AddDate(2, 0, 0)); err != nil {
			t.Errorf("%q: %v", rule, err)
		}
	})
}
