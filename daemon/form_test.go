package daemon

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"
	"time"

	minutes "github.com/huiban/huiban/parser/draft"
	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/store"
	"github.com/huiban/huiban/templates"
)

// TestFormComesBack: of the Word form that a clerk fills in, nothing that is ours becomes a point of discussion, and the
// discussion filled into it before stays (S0-23).
// Clauses: S3-89.
func TestFormComesBack(t *testing.T) {
	for _, lang := range secretary.Langs {
		for _, l := range templates.Samples(lang) {
			if l.Kind != secretary.MinutesCall {
				continue
			}
			body := ""
			if l.Minutes.Body != "" {
				body = l.Minutes.Body + "\n"
			}
			d := comesBack(t, &l, "客户要求提前三天交货。", "锁价")
			if d == nil {
				t.Errorf("%s, %s: no draft", l.Key, lang)
				continue
			}
			if d.Body != body+"客户要求提前三天交货。" {
				t.Errorf("%s, %s: discussion %q", l.Key, lang, d.Body)
			}
			if n := len(d.Resolutions); n != len(l.Minutes.Resolutions)+1 || d.Resolutions[n-1].Text != "锁价" || len(d.Attendance) != len(l.Minutes.Attendance) {
				t.Errorf("%s, %s: %+v", l.Key, lang, d)
			}
		}
	}
}

// TestFormComesBackWithDiscussionAlone: a line more below 讨论要点 makes it a draft; nothing more does not.
func TestFormComesBackWithDiscussionAlone(t *testing.T) {
	for _, l := range templates.Samples(secretary.Hans) {
		if l.Kind != secretary.MinutesCall {
			continue
		}
		if d := comesBack(t, &l, "", ""); d != nil {
			t.Errorf("%s: sent back as it was: %+v", l.Key, d)
		}
		if d := comesBack(t, &l, "客户要求提前三天交货。", ""); d == nil || !strings.HasSuffix(d.Body, "客户要求提前三天交货。") {
			t.Errorf("%s: with discussion: %+v", l.Key, d)
		}
	}
}

// comesBack is what is read from the letter's form with a line of discussion and a resolution written into it.
func comesBack(t *testing.T, l *secretary.Letter, said, resolved string) *secretary.Draft {
	t.Helper()
	d, office := &Daemon{}, secretary.Office{Zone: "Asia/Shanghai", Address: "meetings@corp.example"}
	_, form, err := templates.Document(secretary.FormDoc, l, d.wording(&store.OutLetter{Letter: *l}, office))
	if err != nil {
		t.Fatal(err)
	}
	text, _ := d.sent(&store.OutLetter{Letter: *l}, office)
	sent := minutes.Sent{Letter: text, Form: d.sentForm(&store.OutLetter{Letter: *l}, office)}
	now := time.Date(2026, 11, 27, 15, 0, 0, 0, time.FixedZone("", 8*3600))
	return minutes.Answer("纪要见附件。", []minutes.File{{Name: "form.docx", Data: typed(t, form, l, said, resolved)}}, now, sent)
}

// typed is the form as a clerk saves it.
func typed(t *testing.T, form []byte, l *secretary.Letter, said, resolved string) []byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(form), int64(len(form)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	xml, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	i := map[secretary.Lang]int{secretary.Hans: 0, secretary.Hant: 1, secretary.English: 2}[l.Lang]
	s := into(t, string(xml), []string{"讨论要点", "討論要點", "Discussion"}[i], 0, said)
	cell := 0 // of the first row that waits: its text
	if len(l.Minutes.Resolutions) > 0 {
		cell = 1 // it has no number
	}
	s = into(t, s, []string{"决议内容", "決議內容", ">Resolution<"}[i], cell, resolved)
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	p, err := w.Create("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	io.WriteString(p, s)
	w.Close()
	return b.Bytes()
}

// into writes the text into the nth empty place behind a heading.
func into(t *testing.T, xml, heading string, n int, text string) string {
	t.Helper()
	const empty = `<w:t xml:space="preserve"/>`
	before, after, ok := strings.Cut(xml, heading)
	parts := strings.SplitN(after, empty, n+2)
	if !ok || len(parts) < n+2 {
		t.Fatalf("the form has no place behind %q", heading)
	}
	return before + heading + strings.Join(parts[:n+1], empty) + `<w:t>` + text + `</w:t>` + parts[n+1]
}
