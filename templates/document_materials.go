package templates

import (
	"slices"

	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/templates/docx"
)

// materialsForm is what its reader owes as a form: a heading for each line, below it the headings that the line must have
// (S3-34), and room to write.
func (v *view) materialsForm() ([]byte, error) {
	doc := v.open(secretary.MaterialsForm)
	doc.Note(v.W("materials.form.how"))
	for _, o := range v.MineOrAll() {
		doc.Table(v.facts([]string{v.W("department"), v.T(o.Department)}, []string{v.W("participant"), v.Name(o.Party)}))
		for n, title := range o.Titles {
			s := v.T(title)
			if len(o.Titles) > 1 {
				s = v.W("numbered", n+1, s)
			}
			doc.Heading(s)
			if n < len(o.Headings) && len(o.Headings[n]) > 0 {
				doc.Table(v.headingRows(o.Headings[n]))
				continue
			}
			doc.Space(5)
		}
	}
	return doc.Bytes()
}

// headingRows is a table with a row for each heading, to be filled in.
func (v *view) headingRows(heads []secretary.Text) docx.Table {
	t := docx.Table{Widths: []int{24, 76}, Facts: true, Tall: true}
	for _, h := range heads {
		t.Rows = append(t.Rows, []string{v.T(h), ""})
	}
	return t
}

// figuresSheet is the answers in words as a workbook: a row for each person, a column for each line.
func (v *view) figuresSheet() ([]byte, error) {
	b, err := newBook(v)
	if err != nil {
		return nil, err
	}
	defer b.file.Close()
	sheet := v.W("doc.figures.xlsx")
	b.try(b.file.SetSheetName("Sheet1", sheet))
	titles := []string{v.W("participant"), v.W("department")}
	widths := []float64{14, 16}
	said := v.saidTitles()
	for _, t := range said {
		titles, widths = append(titles, t), append(widths, 24)
	}
	b.table(sheet, titles, widths)
	n := 0
	for _, o := range v.Owed {
		if len(o.Said) == 0 {
			continue
		}
		n++
		row := []any{v.Name(o.Party), v.T(o.Department)}
		for _, t := range said {
			row = append(row, v.saidOn(o, t))
		}
		b.row(sheet, n+1, row)
	}
	b.finish(sheet, len(titles), n)
	return b.bytes(secretary.FiguresSheet)
}

// saidOn is what one person answered to a title; "" where nothing.
func (v *view) saidOn(o secretary.OwedView, title string) string {
	i := slices.IndexFunc(o.Said, func(s secretary.SaidView) bool { return v.saidTitle(s) == title })
	if i < 0 {
		return ""
	}
	return o.Said[i].Text
}

// saidTitles are the lines to which anybody answered in words.
func (v *view) saidTitles() []string {
	var out []string
	for _, o := range v.Owed {
		for _, s := range o.Said {
			if t := v.saidTitle(s); !slices.Contains(out, t) {
				out = append(out, t)
			}
		}
	}
	return out
}
