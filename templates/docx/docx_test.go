package docx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
	"time"
)

func sample() *Document {
	d := New(Meta{Title: "会议纪要", Author: "会办 & Co <x>", Lang: "zh-Hans", Created: time.Date(2026, 11, 27, 1, 0, 0, 0, time.UTC), Footer: [3]string{"第", "页，共", "页"}, Note: "PSC"})
	d.Ends("编号", "保密")
	d.Title("会议纪要")
	d.Heading("决议")
	d.Para("甲 < 乙 & 丙\n第二行\x01")
	d.Label("确认：", "王磊")
	d.Bullet("一点")
	d.Note("小字")
	d.Table(Table{Widths: []int{1, 3, 2}, Head: []string{"序号", "行动项", "责任人"}, Rows: [][]string{{"1", "评估"}, {"2", "确认", "王敏", "多余"}}, Tall: true})
	return d
}

func unpack(t *testing.T, d *Document) map[string]string {
	t.Helper()
	data, err := d.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		out[f.Name] = string(b)
	}
	return out
}

// Every part is well-formed XML, and every part that is named is there.
func TestParts(t *testing.T) {
	files := unpack(t, sample())
	for name, s := range files {
		d := xml.NewDecoder(strings.NewReader(s))
		for {
			if _, err := d.Token(); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
		}
	}
	for _, name := range []string{"[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels", "word/document.xml", "word/styles.xml", "word/numbering.xml", "word/settings.xml", "word/footer1.xml", "docProps/core.xml"} {
		if files[name] == "" {
			t.Errorf("%s is missing", name)
		}
	}
}

func TestSameBytes(t *testing.T) {
	a, err := sample().Bytes()
	if err != nil {
		t.Fatal(err)
	}
	b, err := sample().Bytes()
	if err != nil || !bytes.Equal(a, b) {
		t.Errorf("two runs differ (%v)", err)
	}
}

// A table is a plain rectangle: every row has a cell for every column, none is merged, the head row is repeated.
func TestTables(t *testing.T) {
	s := unpack(t, sample())["word/document.xml"]
	if n := strings.Count(s, "<w:tc>"); n != 9 {
		t.Errorf("%d cells, want 9", n)
	}
	for _, bad := range []string{"gridSpan", "vMerge", "多余"} {
		if strings.Contains(s, bad) {
			t.Errorf("the table holds %s", bad)
		}
	}
	if strings.Count(s, "<w:tblHeader/>") != 1 || strings.Count(s, "<w:cantSplit/>") != 3 {
		t.Error("the head row is not repeated, or a row may be split")
	}
}

func TestChineseFonts(t *testing.T) {
	for lang, want := range map[string][]string{"zh-Hans": {"宋体", "微软雅黑", "zh-CN"}, "zh-Hant": {"新細明體", "微軟正黑體", "zh-TW"}, "en": {"宋体", "en-US"}} {
		d := sample()
		d.meta.Lang = lang
		s := unpack(t, d)["word/styles.xml"]
		for _, w := range want {
			if !strings.Contains(s, `"`+w+`"`) {
				t.Errorf("%s: the styles lack %s", lang, w)
			}
		}
	}
}

// Every paragraph's style is one that the document has.
func TestStylesExist(t *testing.T) {
	files := unpack(t, sample())
	for _, part := range []string{"word/document.xml", "word/footer1.xml"} {
		for _, s := range strings.Split(files[part], `<w:pStyle w:val="`)[1:] {
			id, _, _ := strings.Cut(s, `"`)
			if !strings.Contains(files["word/styles.xml"], `w:styleId="`+id+`"`) {
				t.Errorf("%s uses the style %s, which is missing", part, id)
			}
		}
	}
}

func TestWords(t *testing.T) {
	files := unpack(t, sample())
	for part, want := range map[string][]string{
		"word/document.xml": {"甲 &lt; 乙 &amp; 丙", "<w:br/>", "\uFFFD", `w:w="11906"`},
		"word/footer1.xml":  {"NUMPAGES", "PAGE", "页，共"},
		"docProps/core.xml": {"<dc:title>会议纪要</dc:title>", "会办 &amp; Co &lt;x&gt;", "2026-11-27T01:00:00Z"},
	} {
		for _, w := range want {
			if !strings.Contains(files[part], w) {
				t.Errorf("%s lacks %q", part, w)
			}
		}
	}
}
