package calendar

import (
	"bytes"
	"embed"
	"path"
	"slices"
	"strings"
)

// The holidays that come with the program, a file for each place, as far as its government has published them.
//
//go:embed published/*.csv
var published embed.FS

// Published names the calendars that come with the program, in alphabetical order: china, hongkong, taiwan.
func Published() []string {
	files, err := published.ReadDir("published")
	if err != nil {
		panic(err) // the embedded files are part of the program
	}
	var out []string
	for _, f := range files {
		out = append(out, strings.TrimSuffix(f.Name(), ".csv"))
	}
	return out
}

// PublishedDays lists the days of one of the Published calendars, ascending; false where the name is none of them.
func PublishedDays(name string) ([]Day, bool) {
	if !slices.Contains(Published(), name) {
		return nil, false
	}
	file := path.Join("published", name+".csv")
	data, err := published.ReadFile(file)
	if err != nil {
		panic(err)
	}
	days, err := ReadHolidays(bytes.NewReader(data), file)
	if err != nil {
		panic(err)
	}
	return days, true
}

// China lists the days of mainland China.
func China() []Day {
	days, _ := PublishedDays("china")
	return days
}
