package templates

import (
	"bytes"
	"fmt"

	"github.com/xuri/excelize/v2"

	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/templates/page"
)

// book writes the ledger's workbook. The first error stops it and is returned by bytes.
type book struct {
	v                 *view
	file              *excelize.File
	err               error
	head, cell, count int // styles: the head row, words, numbers
	tones             map[page.Tone]int
}

func newBook(v *view) (*book, error) {
	b := &book{v: v, file: excelize.NewFile(), tones: map[page.Tone]int{}}
	b.head = b.style("FFFFFF", "24827B", true, "center")
	b.cell = b.style("1E2A29", "", false, "left")
	b.count = b.style("1E2A29", "", false, "center")
	for _, f := range fills {
		b.tones[f.tone] = b.style(f.ink, f.paper, true, "left")
	}
	return b, b.err
}

// try keeps the first error.
func (b *book) try(err error) {
	if b.err == nil {
		b.err = err
	}
}

func (b *book) style(ink, paper string, bold bool, align string) int {
	s := excelize.Style{
		Font:      &excelize.Font{Family: sheetFont(b.v.Lang), Size: 10, Bold: bold, Color: ink},
		Alignment: &excelize.Alignment{Horizontal: align, Vertical: "center", WrapText: true},
		Border:    []excelize.Border{{Type: "bottom", Style: 1, Color: "C9D3D2"}},
	}
	if paper != "" {
		s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{paper}}
	}
	id, err := b.file.NewStyle(&s)
	b.try(err)
	return id
}

// items is the sheet of every item.
func (b *book) items(es []entry) {
	cols := b.v.columns()
	var titles []string
	var widths []float64
	for _, c := range cols {
		titles, widths = append(titles, c.title), append(widths, c.width)
	}
	sheet := b.v.W("sheet.items")
	b.try(b.file.SetSheetName("Sheet1", sheet))
	b.table(sheet, titles, widths)
	for n, e := range es {
		var row []any
		for _, c := range cols {
			row = append(row, c.value(n+1, e))
		}
		b.row(sheet, n+2, row)
		if style, ok := b.tones[b.v.Tone(e.ItemView)]; ok {
			b.paint(sheet, stateColumn, n+2, style)
		}
	}
	b.finish(sheet, len(titles), len(es))
}

// departments is the sheet of each department's figures, with their sum.
func (b *book) departments(es []entry) {
	v := b.v
	sheet := v.W("sheet.summary")
	_, err := b.file.NewSheet(sheet)
	b.try(err)
	titles := []string{v.W("department"), v.W("sum.overdue"), v.W("status.blocked"), v.W("sum.open"), v.W("status.done"), v.W("sheet.total")}
	b.table(sheet, titles, []float64{22, 11, 11, 11, 11, 11})
	sum := tally{dept: v.W("sheet.total")}
	all := tallies(es)
	for n, t := range all {
		b.row(sheet, n+2, t.row())
		if t.late > 0 {
			b.paint(sheet, 2, n+2, b.tones[page.Late])
		}
		sum.late, sum.blocked, sum.open, sum.total = sum.late+t.late, sum.blocked+t.blocked, sum.open+t.open, sum.total+t.total
	}
	b.row(sheet, len(all)+2, sum.row())
	b.finish(sheet, len(titles), len(all))
}

// table sets up a sheet: widths, head row, and the head row's freezing.
func (b *book) table(sheet string, titles []string, widths []float64) {
	for i, w := range widths {
		col, err := excelize.ColumnNumberToName(i + 1)
		b.try(err)
		b.try(b.file.SetColWidth(sheet, col, col, w))
	}
	for i, t := range titles {
		b.put(sheet, i+1, 1, t)
		b.paint(sheet, i+1, 1, b.head)
	}
	b.try(b.file.SetRowHeight(sheet, 1, 26))
	b.try(b.file.SetPanes(sheet, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}))
}

func (b *book) row(sheet string, n int, values []any) {
	for i, value := range values {
		b.put(sheet, i+1, n, value)
		if _, ok := value.(int); ok {
			b.paint(sheet, i+1, n, b.count)
			continue
		}
		b.paint(sheet, i+1, n, b.cell)
	}
}

// put writes a number as a number and everything else as text: "=1+1" stays what it says.
func (b *book) put(sheet string, col, row int, value any) {
	at, err := excelize.CoordinatesToCellName(col, row)
	b.try(err)
	if n, ok := value.(int); ok {
		b.try(b.file.SetCellInt(sheet, at, int64(n)))
		return
	}
	b.try(b.file.SetCellStr(sheet, at, fmt.Sprint(value)))
}

func (b *book) paint(sheet string, col, row, style int) {
	at, err := excelize.CoordinatesToCellName(col, row)
	b.try(err)
	b.try(b.file.SetCellStyle(sheet, at, at, style))
}

// finish adds the filter, and prepares the sheet for A4 paper: landscape, one page wide, head row on every page.
func (b *book) finish(sheet string, cols, rows int) {
	last, err := excelize.CoordinatesToCellName(cols, rows+1)
	b.try(err)
	b.try(b.file.AutoFilter(sheet, "A1:"+last, nil))
	a4, landscape, wide, tall, fit := 9, "landscape", 1, 0, true
	b.try(b.file.SetPageLayout(sheet, &excelize.PageLayoutOptions{Size: &a4, Orientation: &landscape, FitToWidth: &wide, FitToHeight: &tall}))
	side, ends := 0.4, 0.6
	b.try(b.file.SetPageMargins(sheet, &excelize.PageLayoutMarginsOptions{Left: &side, Right: &side, Top: &ends, Bottom: &ends}))
	b.try(b.file.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &fit}))
	b.try(b.file.SetHeaderFooter(sheet, &excelize.HeaderFooterOptions{OddHeader: "&L&A", OddFooter: "&R&P / &N"}))
	b.try(b.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: "'" + sheet + "'!$1:$1", Scope: sheet}))
}

func (b *book) bytes(d secretary.Document) ([]byte, error) {
	b.try(b.file.SetDocProps(&excelize.DocProperties{Title: b.v.Term("doc", d), Creator: b.v.masthead(), Created: "2006-01-02T00:00:00Z", Modified: "2006-01-02T00:00:00Z"}))
	var out bytes.Buffer
	if b.err == nil {
		b.err = b.file.Write(&out)
	}
	if b.err != nil {
		return nil, fmt.Errorf("write workbook: %w", b.err)
	}
	return out.Bytes(), nil
}
