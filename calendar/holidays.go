package calendar

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"
	"time"

	"github.com/huiban/huiban/secretary"
)

// maxHolidays bounds a holiday file.
const maxHolidays = maxBytes

// ReadHolidays reads a holiday file called name: lines of date, name and kind, or an iCalendar file with
// one whole-day event for each holiday. The days are ascending. The error joins all faults, "name:line: what is wrong";
// no days come with it.
func ReadHolidays(r io.Reader, name string) ([]Day, error) {
	data, err := io.ReadAll(io.LimitReader(r, maxHolidays+1))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if len(data) > maxHolidays {
		return nil, fmt.Errorf("%s: larger than %d bytes: %w", name, maxHolidays, ErrTooLarge)
	}
	l := ledger{file: name, seen: map[secretary.Date]bool{}}
	if strings.EqualFold(path.Ext(name), ".ics") || bytes.Contains(data[:min(len(data), 200)], []byte("BEGIN:VCALENDAR")) {
		l.readEvents(data)
	} else {
		l.readLines(data)
	}
	if len(l.faults) > 0 {
		return nil, errors.Join(l.faults...)
	}
	slices.SortFunc(l.days, func(a, b Day) int { return strings.Compare(string(a.Date), string(b.Date)) })
	return l.days, nil
}

// ledger gathers the days of a file and what is wrong with it.
type ledger struct {
	file   string
	days   []Day
	seen   map[secretary.Date]bool
	faults []error
}

func (l *ledger) fault(line int, format string, args ...any) {
	l.faults = append(l.faults, fmt.Errorf("%s:%d: %w", l.file, line, fmt.Errorf(format, args...)))
}

// readLines reads CSV as people and Excel write it: UTF-8 or GBK, with or without a header, # before a note.
func (l *ledger) readLines(data []byte) {
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	for i, raw := range bytes.Split(data, []byte("\n")) {
		line := strings.TrimSpace(decode(raw))
		if line == "" || strings.HasPrefix(line, "#") || i == 0 && strings.HasPrefix(strings.ToLower(line), "date,") {
			continue
		}
		l.readLine(i+1, line)
	}
}

func (l *ledger) readLine(no int, line string) {
	r := csv.NewReader(strings.NewReader(line))
	r.LazyQuotes, r.TrimLeadingSpace = true, true
	fields, err := r.Read()
	if err != nil || len(fields) != 3 {
		l.fault(no, "%q: write date,name,kind", line)
		return
	}
	date, ok := readDate(fields[0])
	if !ok {
		l.fault(no, "%q is no day: write 2026-10-01", fields[0])
	}
	kind := strings.ToLower(strings.TrimSpace(fields[2]))
	if kind != "off" && kind != "work" {
		l.fault(no, "%q is neither off nor work", fields[2])
	}
	text := readName(fields[1])
	if text.Empty() {
		l.fault(no, "the day has no name")
	}
	if ok && (kind == "off" || kind == "work") && !text.Empty() {
		l.add(no, Day{Date: date, Name: text, Work: kind == "work"})
	}
}

// add takes a day once.
func (l *ledger) add(line int, d Day) {
	if l.seen[d.Date] {
		l.fault(line, "%s stands there already", d.Date)
		return
	}
	l.seen[d.Date] = true
	l.days = append(l.days, d)
}

// readDate reads a day as written by hand or by Excel: 2026-10-01, 2026/10/1, 20261001.
func readDate(s string) (secretary.Date, bool) {
	for _, layout := range []string{"2006-1-2", "2006/1/2", "2006.1.2", "20060102", "2006年1月2日"} {
		if t, err := time.Parse(layout, strings.TrimSpace(s)); err == nil {
			return secretary.DateOf(t), true
		}
	}
	return "", false
}

// readName reads 国庆节|國慶節|National Day: simplified, traditional, English, the later ones at will.
func readName(s string) secretary.Text {
	t := secretary.Text{}
	for i, n := range strings.SplitN(s, "|", len(secretary.Langs)) {
		if n = strings.TrimSpace(n); n != "" {
			t[secretary.Langs[i]] = n
		}
	}
	return t
}
