package docx

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"
)

const ns = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`

// file zips parts given as name, content pairs.
func file(t testing.TB, parts ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(parts); i += 2 {
		w, err := z.Create(parts[i])
		if err != nil {
			t.Fatal(err)
		}
		w.Write([]byte(parts[i+1]))
	}
	z.Close()
	return b.Bytes()
}

func body(s string) string {
	return `<w:document` + ns + `><w:body>` + s + `</w:body></w:document>`
}

func p(s string) string { return `<w:p><w:r><w:t>` + s + `</w:t></w:r></w:p>` }

func read(t *testing.T, parts ...string) *Document {
	t.Helper()
	d, err := Read(file(t, parts...))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func check(t *testing.T, what, xml, want string) {
	t.Helper()
	if got := read(t, "word/document.xml", body(xml)).Text(); got != want {
		t.Errorf("%s: %q, want %q", what, got, want)
	}
}

func TestTrackedChanges(t *testing.T) {
	check(t, "inserted text counts, deleted does not",
		`<w:p><w:r><w:t>12月</w:t></w:r><w:del><w:r><w:delText>5</w:delText></w:r></w:del><w:ins><w:r><w:t>8</w:t></w:r></w:ins><w:r><w:t>日</w:t></w:r></w:p>`, "12月8日")
	check(t, "moved text counts once", `<w:p><w:moveFrom><w:r><w:t>甲</w:t></w:r></w:moveFrom><w:r><w:t>乙</w:t></w:r><w:moveTo><w:r><w:t>甲</w:t></w:r></w:moveTo></w:p>`, "乙甲")
	check(t, "a deleted mark joins paragraphs", `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>完成</w:t></w:r></w:p>`+p("评估"), "完成评估")
	check(t, "a deleted row is gone", `<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>`+p("旧")+`</w:tc></w:tr><w:tr><w:trPr><w:ins/></w:trPr><w:tc>`+p("新")+`</w:tc></w:tr></w:tbl>`, "新")
}

func TestTextOfRuns(t *testing.T) {
	check(t, "tabs and breaks", `<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t></w:r></w:p>`, "甲\t乙\n丙")
	check(t, "hidden text", `<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>密</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>明</w:t></w:r></w:p>`, "明")
	check(t, "field codes", `<w:p><w:r><w:instrText>DATE</w:instrText></w:r><w:r><w:t>12月5日</w:t></w:r></w:p>`, "12月5日")
	check(t, "a tick of Wingdings", `<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r></w:p>`, "√")
	check(t, "content controls", `<w:sdt><w:sdtContent>`+p("王磊")+`</w:sdtContent></w:sdt>`, "王磊")
	check(t, "a text box once", `<w:p><w:r><AlternateContent><Choice><w:txbxContent>`+p("框")+`</w:txbxContent></Choice><Fallback><w:txbxContent>`+p("框")+`</w:txbxContent></Fallback></AlternateContent></w:r></w:p>`, "\n框")
}

func TestMergedCells(t *testing.T) {
	d := read(t, "word/document.xml", body(`<w:tbl>
<w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>`+p("宽")+`</w:tc><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>`+p("王磊")+`</w:tc></w:tr>
<w:tr><w:tc>`+p("甲")+`</w:tc><w:tc>`+p("乙")+`</w:tc><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>`))
	rows := d.Blocks[0].Table.Rows
	if rows[0][0].Span != 2 || rows[1][2].Text() != "王磊" || !rows[1][2].Above {
		t.Errorf("%+v", rows)
	}
}

func TestAutomaticNumbers(t *testing.T) {
	numbering := `<w:numbering` + ns + `><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>` +
		`<w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/><w:lvlText w:val="(%2)"/></w:lvl></w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="0"/></w:num></w:numbering>`
	item := func(level, s string) string {
		return `<w:p><w:pPr><w:numPr><w:ilvl w:val="` + level + `"/><w:numId w:val="3"/></w:numPr></w:pPr><w:r><w:t>` + s + `</w:t></w:r></w:p>`
	}
	d := read(t, "word/numbering.xml", numbering, "word/document.xml", body(item("0", "甲")+item("1", "乙")+item("1", "丙")+item("0", "丁")+item("1", "戊")))
	if got := d.Text(); got != "一、 甲\n(1) 乙\n(2) 丙\n二、 丁\n(1) 戊" {
		t.Errorf("%q", got)
	}
}

func TestHeadingStyles(t *testing.T) {
	d := read(t, "word/styles.xml", `<w:styles`+ns+`><w:style w:styleId="a3"><w:name w:val="heading 1"/></w:style></w:styles>`,
		"word/document.xml", body(`<w:p><w:pPr><w:pStyle w:val="a3"/></w:pPr><w:r><w:t>决议</w:t></w:r></w:p>`+p("正文")))
	if !d.Blocks[0].Heading || d.Blocks[1].Heading {
		t.Errorf("%+v", d.Blocks)
	}
}

func TestOpenDocument(t *testing.T) {
	d := read(t, "content.xml", `<document-content><body><text><h>行动项</h><list><list-item><p>甲<tab/>乙</p></list-item></list><table><table-row><table-cell number-columns-spanned="2"><p>丙</p></table-cell></table-row></table></text></body></document-content>`)
	if got := d.Text(); got != "行动项\n• 甲\t乙\n丙" || d.Blocks[2].Table.Rows[0][0].Span != 2 {
		t.Errorf("%q", got)
	}
}

func TestWhatIsNoDocument(t *testing.T) {
	deep := strings.Repeat("<w:p>", 500)
	for name, data := range map[string][]byte{
		"nothing": nil, "text": []byte("hello"), "an old Word file": []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "another zip": file(t, "a.txt", "x"),
		"broken XML": file(t, "word/document.xml", "<a><b></a>"), "too deep": file(t, "word/document.xml", body(deep)),
		"a bomb": file(t, "word/document.xml", body(strings.Repeat(p("")+" ", 200_000))),
	} {
		if d, err := Read(data); err == nil {
			t.Errorf("%s was read: %d blocks", name, len(d.Blocks))
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(file(f, "word/document.xml", body(p("甲"))))
	f.Fuzz(func(t *testing.T, data []byte) {
		if d, err := Read(data); err == nil {
			d.Text()
		}
	})
}

func FuzzXML(f *testing.F) {
	f.Add(`<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge/><w:gridSpan w:val="3"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>`)
	f.Add(`<w:p><w:pPr><w:numPr><w:ilvl w:val="8"/><w:numId w:val="1"/></w:numPr></w:pPr></w:p>`)
	f.Fuzz(func(t *testing.T, s string) {
		if d, err := Read(file(t, "word/document.xml", body(s))); err == nil {
			d.Text()
		}
	})
}
