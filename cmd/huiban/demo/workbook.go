package demo

import (
	"bytes"

	"github.com/huiban/huiban/secretary"
	"github.com/xuri/excelize/v2"
)

// workbook is a small real Excel file.
func workbook(title string) []byte {
	f := excelize.NewFile()
	defer f.Close()
	for cell, v := range map[string]any{"A1": title, "A2": "项目", "B2": "计划", "C2": "实际", "A3": "装配一线", "B3": 1200, "C3": 1152} {
		f.SetCellValue("Sheet1", cell, v)
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		return nil
	}
	return b.Bytes()
}

// paper is what one owes for a meeting: a workbook that bears their name and its day.
func paper(l secretary.Letter) attachment {
	name := l.To.Name
	if l.Meeting != nil {
		name += l.Meeting.Start.Format("0102")
	}
	return attachment{name + ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", workbook(name)}
}
