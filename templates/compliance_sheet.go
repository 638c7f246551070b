package templates

import (
	"strconv"

	"github.com/xuri/excelize/v2"

	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/templates/page"
)

// complianceSheet is the compliance report as a workbook: the rules that were missed, the figures by meeting type and by
// department with a chart each, how well the meetings' time was used, and how much of everybody's time the meetings took.
func (v *view) complianceSheet() ([]byte, error) {
	b, err := newBook(v)
	if err != nil {
		return nil, err
	}
	defer b.file.Close()
	b.missed(v.Compliance.Missed)
	b.figures(v.W("sheet.types"), v.W("sheet.meeting"), v.Compliance.Types)
	b.figures(v.W("sheet.summary"), v.W("department"), v.Compliance.Departments)
	b.efficiency(v.Efficiency())
	b.load(v.Compliance.Load)
	return b.bytes(secretary.ComplianceSheet)
}

// missed is the sheet of the rules that were missed.
func (b *book) missed(all []secretary.MissedView) {
	v := b.v
	sheet := v.W("sheet.missed")
	b.try(b.file.SetSheetName("Sheet1", sheet))
	titles := []string{v.W("no"), v.W("sheet.rule"), v.W("sheet.clause"), v.W("sheet.meeting"), v.W("sheet.day"), v.W("sheet.who"), v.W("sheet.role"), v.W("department"), v.W("sheet.delay"), v.W("state"), v.W("sheet.detail")}
	b.table(sheet, titles, []float64{6, 24, 14, 24, 12, 12, 11, 14, 12, 10, 34})
	for n, m := range all {
		r := v.missedRow(m)
		b.row(sheet, n+2, []any{n + 1, r[0], r[1], r[2], r[3], r[4], r[5], v.dept(m.Who), r[6], r[7], r[8]})
		if m.Open {
			b.paint(sheet, 10, n+2, b.tones[page.Late])
		}
	}
	b.finish(sheet, len(titles), len(all))
}

// figures is a sheet of figures, one row for each type or department, and a chart of the shares below.
func (b *book) figures(sheet, first string, all []secretary.FiguresView) {
	v := b.v
	_, err := b.file.NewSheet(sheet)
	b.try(err)
	titles := []string{
		first, v.W("sheet.held"), v.W("sheet.attended"), v.W("sheet.papers"), v.W("sheet.minutes"), v.W("sheet.closed"), v.W("sheet.wanted"), v.W("state.present"), v.W("state.late"),
		v.W("state.left_early"), v.W("state.delegated"), v.W("state.leave"), v.W("state.absent"), v.W("missed.materials-late"), v.W("missed.materials-missing"), v.W("resolutions"), v.W("sheet.due"), v.W("status.done"),
	}
	widths := []float64{24}
	for range titles[1:] {
		widths = append(widths, 10)
	}
	b.table(sheet, titles, widths)
	for n, f := range all {
		r := v.rates(all[n : n+1])[0]
		b.row(sheet, n+2, []any{
			v.T(f.Name), f.Meetings, number(r.attended), number(r.papers), number(r.minutesOn), number(r.closeOn), f.Wanted, f.Present, f.Late, f.LeftEarly, f.Delegated, f.Leave, f.Absent,
			f.PapersLate, f.PapersMissing, f.Resolutions, f.Items, f.Closed,
		})
	}
	if len(all) > 0 {
		b.chart(sheet, len(all))
	}
	b.finish(sheet, len(titles), len(all))
}

// number is a share as a number; nothing stays empty.
func number(percent int) any {
	if percent < 0 {
		return ""
	}
	return percent
}

// chart draws the four shares of each row.
func (b *book) chart(sheet string, rows int) {
	at := func(col string, from, to int) string {
		if from == to {
			return "'" + sheet + "'!$" + col + "$" + strconv.Itoa(from)
		}
		return "'" + sheet + "'!$" + col + "$" + strconv.Itoa(from) + ":$" + col + "$" + strconv.Itoa(to)
	}
	ink := excelize.Font{Color: "1E2A29", Size: 10}
	c := &excelize.Chart{
		Type: excelize.Bar, Legend: excelize.ChartLegend{Position: "bottom"}, Dimension: excelize.ChartDimension{Width: 760, Height: uint(140 + 70*rows)},
		XAxis: excelize.ChartAxis{ReverseOrder: true, Font: ink}, YAxis: excelize.ChartAxis{Minimum: new(float64), MajorGridLines: true, Font: ink},
	}
	top := 100.0
	c.YAxis.Maximum = &top
	for _, col := range []string{"C", "D", "E", "F"} {
		c.Series = append(c.Series, excelize.ChartSeries{Name: at(col, 1, 1), Categories: at("A", 2, rows+1), Values: at(col, 2, rows+1)})
	}
	b.try(b.file.AddChart(sheet, "B"+strconv.Itoa(rows+4), c))
}

// efficiency is the sheet of how well the meetings' time was used (S0-91).
func (b *book) efficiency(all []efficient) {
	v := b.v
	sheet := v.W("sheet.efficiency")
	_, err := b.file.NewSheet(sheet)
	b.try(err)
	titles := []string{v.W("sheet.meeting"), v.W("sheet.held"), v.W("sheet.timed"), v.W("sheet.planned"), v.W("sheet.lasted"), v.W("sheet.topics"), v.W("open.not_reached"), v.W("resolutions"), v.W("sheet.score")}
	b.table(sheet, titles, []float64{24, 12, 14, 14, 14, 10, 14, 10, 10})
	for n, e := range all {
		row := []any{e.Name, e.f.Meetings, e.f.Timed, e.f.Planned, e.f.Lasted, e.f.Topics, e.f.NotReached, e.f.Resolutions, ""}
		if s := e.f.Score(); s > 0 {
			row[8] = float64(s) / 10
		}
		b.row(sheet, n+2, row)
	}
	b.finish(sheet, len(titles), len(all))
}

// load is the sheet of everybody's meetings and hours.
func (b *book) load(all []secretary.LoadView) {
	v := b.v
	sheet := v.W("sheet.load")
	_, err := b.file.NewSheet(sheet)
	b.try(err)
	titles := []string{v.W("participant"), v.W("department"), v.W("sheet.held"), v.W("sheet.minutes.spent")}
	b.table(sheet, titles, []float64{16, 20, 12, 14})
	for n, l := range all {
		b.row(sheet, n+2, []any{v.Name(l.Who), v.dept(l.Who), l.Meetings, l.Minutes})
	}
	b.finish(sheet, len(titles), len(all))
}
