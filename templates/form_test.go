package templates

import (
	"archive/zip"
	"bytes"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/huiban/huiban/secretary"
)

// TestFormHoldsTheDiscussion: a draft that goes back holds what was discussed, in the text and in the Word file.
func TestFormHoldsTheDiscussion(t *testing.T) {
	for _, lang := range secretary.Langs {
		l := sampler{lang}.returned(secretary.Letter{Kind: secretary.MinutesCall, Lang: lang, Meeting: sampler{lang}.meeting()})
		v, err := newView(&l, SampleOptions(lang))
		if err != nil {
			t.Fatal(err)
		}
		_, data, err := Document(secretary.FormDoc, &l, SampleOptions(lang))
		if err != nil {
			t.Fatal(err)
		}
		xml := bodyXML(t, data)
		for _, said := range strings.Split(l.Minutes.Body, "\n") {
			if lines := v.FormLines(); slices.Index(lines, said) < slices.Index(lines, v.section("discussion")) {
				t.Errorf("%s: the form's text lacks %q", lang, said)
			}
			if !strings.Contains(xml, said) {
				t.Errorf("%s: the Word form lacks %q", lang, said)
			}
		}
	}
}

// bodyXML is the main part of a Word file.
func bodyXML(t *testing.T, data []byte) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
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
	return string(xml)
}
