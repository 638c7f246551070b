package secretary

import (
	"slices"
	"testing"
)

// S0-67, S0-68, S0-77, S0-78: the numbers that are missing, and the one that a file's name begins with, are found wherever the format has the sequence.
func TestArchiveNumbersOfAnyFormat(t *testing.T) {
	for format, c := range map[string]struct {
		numbers []string
		gap     string
	}{
		"":                           {[]string{"20261127-PSC-SA1-01", "20261127-PSC-SA1-03", "20261204-PSC-SA1-01", "20261204-PSC-SA-01"}, "20261127-PSC-SA1-02"},
		"{type}-{dept}-{seq}-{date}": {[]string{"PSC-SA1-01-20261127", "PSC-SA1-03-20261127", "PSC-SA1-01-20261204"}, "PSC-SA1-02-20261127"},
		"{type}{dept}{date}{seq}":    {[]string{"PSCSA12026112701", "PSCSA12026112703", "PSCSA12026120401"}, "PSCSA12026112702"},
		"{seq}-{date}-{type}-{dept}": {[]string{"01-20261127-PSC-SA1", "03-20261127-PSC-SA1", "01-20261204-PSC-SA1"}, "02-20261127-PSC-SA1"},
		"{date}/{type}.{dept}{seq}":  {[]string{"20261127/PSC.SA101", "20261127/PSC.SA103", "20261204/PSC.SA101"}, "20261127/PSC.SA102"},
		"HT-{date}-{type}-{dept}":    {[]string{"HT-20261127-PSC-SA1-01", "HT-20261127-PSC-SA1-03", "20261204-PSC-SA1-09"}, "HT-20261127-PSC-SA1-02"},
	} {
		p := &Policy{Code: "PSC", Archive: ArchiveRule{NumberFormat: format}}
		if got := NumberGaps(p, c.numbers); !slices.Equal(got, []string{c.gap}) {
			t.Errorf("%s: gaps %v, want %s", format, got, c.gap)
		}
		desk := &turn{Desk: &Desk{Directory: &Directory{Departments: map[string]*Department{"SA": {}, "SA1": {}}}}}
		for _, name := range []string{c.numbers[0] + ".docx", c.numbers[0] + "纪要.docx", c.numbers[0] + "-v2.docx"} {
			if got := desk.replaces(p, name); got != c.numbers[0] {
				t.Errorf("%s: %s replaces %q", format, name, got)
			}
		}
		if got := desk.replaces(p, "会议纪要"+c.numbers[0]+".docx"); got != "" {
			t.Errorf("%s: a name that only holds a number replaces %q", format, got)
		}
	}
	if got := NumberGaps(nil, []string{"20261127-PSC-SA1-03"}); got != nil {
		t.Errorf("without a policy: %v", got)
	}
}
