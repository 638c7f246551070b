package config

import (
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/huiban/huiban/secretary"
)

// TestWhoseHolidays: an office names the published calendar that it keeps, and corrects it by a file of its own.
func TestWhoseHolidays(t *testing.T) {
	own := txtar.File{Name: "own.csv", Data: []byte("2026-10-19,照常上班,work\n2026-12-24,年会,off\n")}
	for holidays, rest := range map[string]string{
		"[]":                  "10-01",
		"[china]":             "10-01", // Saturday the 10th is a make-up day
		"[hongkong]":          "10-01 10-10 10-19 12-25",
		"[hongkong, own.csv]": "10-01 10-10 12-24 12-25",
		"[taiwan]":            "10-10 12-25",
	} {
		ar := parse(t, "testdata/base.txtar")
		ar.Files[0].Data = []byte(strings.Replace(string(ar.Files[0].Data), "holidays: []", "holidays: "+holidays, 1))
		ar.Files = append(ar.Files, own)
		c, faults := Load(unpack(t, ar))
		if len(faults) > 0 {
			t.Fatalf("%s: %s", holidays, words(faults))
		}
		var got []string
		for _, d := range []string{"10-01", "10-10", "10-19", "12-24", "12-25"} {
			if !c.Calendar.Workday(secretary.Date("2026-" + d)) {
				got = append(got, d)
			}
		}
		if s := strings.Join(got, " "); s != rest {
			t.Errorf("with %s the office rests on %s, not on %s", holidays, s, rest)
		}
	}
}
