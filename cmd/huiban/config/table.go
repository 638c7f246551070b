package config

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

// line is one line of a table.
type line struct {
	no    int
	cells []string
}

// table reads the cells of a CSV or XLSX file. Lines without any text are left out.
func table(data []byte) ([]line, error) {
	switch {
	case bytes.HasPrefix(data, []byte("PK\x03\x04")):
		return workbook(data)
	case bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0")):
		return nil, errors.New("this is a workbook of the old kind (.xls), or one with a password: save it as .xlsx or CSV")
	}
	text, err := plain(data)
	if err != nil {
		return nil, err
	}
	return separated(strings.TrimPrefix(text, "\ufeff"))
}

// workbook reads the first sheet of an Excel file.
func workbook(data []byte) ([]line, error) {
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{RawCellValue: true, UnzipSizeLimit: 64 << 20})
	if err != nil {
		return nil, fmt.Errorf("this is no readable Excel workbook: %w", err)
	}
	defer f.Close()
	rows, err := f.GetRows(f.GetSheetName(0))
	if err != nil {
		return nil, fmt.Errorf("this is no readable Excel workbook: %w", err)
	}
	var out []line
	for i, cells := range rows {
		out = appendLine(out, i+1, cells)
	}
	return out, nil
}

// plain decodes a text file: UTF-8, UTF-16 with its mark, or GB18030, which is what Excel writes in China.
func plain(data []byte) (string, error) {
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("\xfe\xff")):
		b, err := unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder().Bytes(data)
		return string(b), err
	case utf8.Valid(data):
		return string(data), nil
	}
	b, err := simplifiedchinese.GB18030.NewDecoder().Bytes(data)
	if err != nil || bytes.ContainsRune(b, utf8.RuneError) {
		return "", errors.New("this is neither UTF-8 nor GB18030: save it as “CSV UTF-8” or as .xlsx")
	}
	return string(b), nil
}

// separated reads CSV; the separator is the one that the header has most of. Lines that begin with # are notes.
func separated(text string) ([]line, error) {
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.Comment = separator(text), '#'
	r.FieldsPerRecord, r.LazyQuotes = -1, true
	r.TrimLeadingSpace = r.Comma != '\t' // a tab is a blank, too: empty cells would be lost
	var out []line
	for {
		cells, err := r.Read()
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return nil, fmt.Errorf("this is no readable CSV: %w", err)
		}
		no, _ := r.FieldPos(0)
		out = appendLine(out, no, cells)
	}
}

func separator(text string) rune {
	best := ','
	for first := range strings.Lines(text) {
		if strings.HasPrefix(first, "#") || strings.TrimSpace(first) == "" {
			continue
		}
		for _, c := range []rune{';', '\t'} {
			if strings.Count(first, string(c)) > strings.Count(first, string(best)) {
				best = c
			}
		}
		break
	}
	return best
}

func appendLine(lines []line, no int, cells []string) []line {
	for i := range cells {
		cells[i] = strings.TrimSpace(strings.ReplaceAll(cells[i], "\u00a0", " "))
	}
	if len(strings.Join(cells, "")) == 0 || strings.HasPrefix(cells[0], "#") {
		return lines
	}
	return append(lines, line{no, cells})
}
