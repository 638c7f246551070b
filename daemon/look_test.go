package daemon

import (
	"archive/zip"
	"bytes"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/huiban/huiban/secretary"
)

// zipped packs parts, each a name and its content, into an archive.
func zipped(t *testing.T, parts ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(parts); i += 2 {
		w, err := z.Create(parts[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(parts[i+1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func workbook(t *testing.T, sheets int) []byte {
	t.Helper()
	f := excelize.NewFile()
	for n := 1; n < sheets; n++ {
		if _, err := f.NewSheet(string(rune('A' + n))); err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// locked is a workbook with a password, as Excel writes it: a compound file that holds the encrypted package.
func locked(t *testing.T) []byte {
	t.Helper()
	data, err := excelize.Encrypt(workbook(t, 1), &excelize.Options{Password: "secret"})
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// S2-42: a file that is empty, broken, locked or of no use is told from one that can be read; pages, slides and sheets are
// counted where the format tells.
func TestLookingIntoFiles(t *testing.T) {
	const pdf = "%PDF-1.7\n1 0 obj <</Type /Pages /Count 3>> 2 0 obj <</Type /Page >> 3 0 obj <</Type/Page/Parent 1 0 R>>\nstartxref\n9\n%%EOF"
	word := zipped(t, "word/document.xml", "<w/>", "docProps/app.xml", "<Properties><Pages>7</Pages></Properties>")
	slides := zipped(t, "ppt/presentation.xml", "<p/>", "docProps/app.xml", "<Properties><Slides>12</Slides></Properties>")
	protected := zipped(t, "a.txt", "x")
	protected[6] |= 1
	dir := bytes.LastIndex(protected, []byte("PK\x01\x02"))
	protected[dir+8] |= 1
	for _, c := range []struct {
		name  string
		data  []byte
		pages int
		flaw  secretary.Flaw
	}{
		{"计划.docx", word, 7, ""},
		{"计划.PPTX", slides, 12, ""},
		{"计划.xlsx", workbook(t, 3), 3, ""},
		{"计划.pdf", []byte(pdf), 3, ""},
		{"计划.txt", []byte("生产"), 0, ""},
		{"计划.unknown", []byte("x"), 0, ""},
		{"计划.doc", []byte(ole + "WordDocument"), 0, ""},
		{"计划.docx", []byte(ole + "WordDocument"), 0, ""}, // an older file that was renamed
		{"计划.zip", zipped(t, "a.txt", "x"), 0, ""},
		{"报表.xls", []byte("产品\t数量\r\nA\t3\r\n"), 0, ""},
		{"报表.xls", []byte("\xb2\xfa\xc6\xb7\t\xca\xfd\xc1\xbf\r\n"), 0, ""},     // the same in GBK
		{"报表.xls", append([]byte("\xff\xfe"), asUTF16("匁上\t数量\r\n")...), 0, ""}, // as Excel saves Unicode text
		{"报表.xls", []byte("\xef\xbb\xbf\r\n <html><table>"), 0, ""},
		{"报表.xls", append([]byte("\xff\xfe"), asUTF16("<table>")...), 0, ""},
		{"报表.xls", []byte("MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\n"), 0, ""},
		{"纪要.doc", []byte("\r\n<html>"), 0, ""},
		{"纪要.doc", []byte("MIME-Version: 1.0\r\nContent-Type: multipart/related"), 0, ""},
		{"纪要.doc", []byte("From: <Saved by Blink>\r\nSnapshot-Content-Location: x"), 0, ""},
		{"计划.docx", nil, 0, secretary.EmptyFile},
		{"计划.txt", []byte{}, 0, secretary.EmptyFile},
		{"计划.zip", zipped(t), 0, secretary.EmptyFile},
		{"计划.xlsx", locked(t), 0, secretary.LockedFile},
		{"计划.pdf", []byte(pdf + "\ntrailer <</Encrypt 9 0 R>> startxref 1"), 3, ""}, // who knows
		{"计划.zip", protected, 0, secretary.LockedFile},
		{"计划.docx", []byte("not a document"), 0, secretary.BrokenFile},
		{"计划.docx", word[:len(word)/2], 0, secretary.BrokenFile},
		{"计划.pdf", []byte("%PDF-1.7 cut off"), 0, secretary.BrokenFile},
		{"计划.pdf", []byte("<html>"), 0, secretary.BrokenFile},
		{"计划.xls", []byte("nothing of the kind"), 0, secretary.BrokenFile},
		{"计划.xls", []byte("\x01\x02,\x03\x00\t\x04"), 0, secretary.BrokenFile},
		{"计划.doc", []byte("a\tb"), 0, secretary.BrokenFile},
		{"图.jpg", []byte("nothing of the kind"), 0, secretary.BrokenFile},
		{"装.exe", []byte("MZ"), 0, secretary.WrongFile},
		{"链接.url", []byte("[InternetShortcut]"), 0, secretary.WrongFile},
	} {
		if pages, flaw := look(c.name, c.data); pages != c.pages || flaw != c.flaw {
			t.Errorf("%s of %d bytes: %d pages, %q; want %d, %q", c.name, len(c.data), pages, flaw, c.pages, c.flaw)
		}
	}
}

// FuzzLook: whatever comes, nothing breaks.
func FuzzLook(f *testing.F) {
	f.Add("a.pdf", []byte("%PDF-"))
	f.Add("a.pdf", filed(encrypted[1].owner, escapedStrings(encrypted[1].ownerID)))
	f.Add("a.docx", []byte("PK\x03\x04"))
	f.Add("a.xlsx", []byte(ole))
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		if pages, _ := look(name, data); pages < 0 {
			t.Errorf("%s has %d pages", name, pages)
		}
	})
}
