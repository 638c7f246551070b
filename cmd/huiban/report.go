package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"time"

	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/store"
	"github.com/huiban/huiban/templates"
)

type reportCmd struct {
	common
	jsonFlag
	Month   string `help:"Which month; the last one where it is not given." placeholder:"2026-11"`
	XLSX    string `name:"xlsx" help:"Write an Excel workbook with charts instead." placeholder:"FILE"`
	NoNames bool   `help:"Without people's names, for somebody outside (S0-116)."`
}

// Run prints every rule that was missed in a month, and the figures of its meetings.
func (c *reportCmd) Run(ctx context.Context, s streams) error {
	return c.view(ctx, s, func(o *office, tx *store.Tx) error {
		from, until, err := o.month(tx.Now, c.Month)
		if err != nil {
			return err
		}
		report, err := o.report(tx, from, until)
		if err != nil {
			return err
		}
		if c.NoNames {
			report.Anonymize()
		}
		switch {
		case c.XLSX != "":
			return c.sheet(o, report, s)
		case c.JSON:
			return printJSON(s.Out, report)
		}
		return o.printReport(report, s)
	})
}

// month is the first and the last day of a month, "2026-11"; of the last one where none is given.
func (o *office) month(now time.Time, text string) (from, until secretary.Date, err error) {
	first := time.Date(now.In(o.zone()).Year(), now.In(o.zone()).Month()-1, 1, 0, 0, 0, 0, o.zone())
	if text != "" {
		if first, err = time.ParseInLocation("2006-01", text, o.zone()); err != nil {
			return "", "", fmt.Errorf("--month %s: write year and month, such as %s", text, now.Format("2006-01"))
		}
	}
	return secretary.DateOf(first), secretary.DateOf(first.AddDate(0, 1, -1)), nil
}

// report makes the compliance report of some days, of the whole company.
func (o *office) report(tx *store.Tx, from, until secretary.Date) (*secretary.ComplianceView, error) {
	desk, err := tx.OpenCase(secretary.PersonCase("nobody"), o.config.Calendar)
	if err != nil {
		return nil, err
	}
	whole := desk.Whole(from.At(secretary.Clock{}, o.zone()).Add(-secretary.LookBack), until.Add(1).At(secretary.Clock{}, o.zone()))
	if whole == nil {
		return nil, errors.New("the office cannot be read")
	}
	return secretary.ComplianceOf(whole, tx.Now, from, until, ""), nil
}

// letter is the report as the letter that carries it.
func (o *office) reportLetter(report *secretary.ComplianceView) *secretary.Letter {
	return &secretary.Letter{Kind: secretary.Compliance, Lang: o.lang(), Zone: o.config.Office.Zone, Compliance: report}
}

func (c *reportCmd) sheet(o *office, report *secretary.ComplianceView, s streams) error {
	_, data, err := templates.Document(secretary.ComplianceSheet, o.reportLetter(report), templates.Options{Office: o.config.Office, Wording: o.config.Wording})
	if err != nil {
		return err
	}
	return writeFile(s, c.XLSX, data)
}

// printReport prints what was missed and the shares, a table each.
func (o *office) printReport(report *secretary.ComplianceView, s streams) error {
	lines, err := templates.ComplianceTables(o.reportLetter(report), templates.Options{Office: o.config.Office, Wording: o.config.Wording})
	if err != nil {
		return err
	}
	for n, rows := range lines {
		if n > 0 {
			fmt.Fprintln(s.Out)
		}
		t := newTable(s.Out, rows[0]...)
		for _, r := range rows[1:] {
			t.row(r...)
		}
		if err := t.flush(); err != nil {
			return err
		}
	}
	return nil
}

// writeFile puts a file where it was asked for, "-" being the output. What is there is replaced at once or not at all.
func writeFile(s streams, name string, data []byte) error {
	if name == "-" {
		_, err := s.Out.Write(data)
		return err
	}
	part := name + ".part"
	if err := os.WriteFile(part, data, 0o644); err != nil {
		return err
	}
	if err := os.Rename(part, name); err != nil {
		return errors.Join(err, os.Remove(part))
	}
	_, err := fmt.Fprintln(s.Err, name)
	return err
}
