package templates

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"

	"github.com/huiban/huiban/secretary"
)

// The company's own titles of roles stand in letters and documents instead of ours, in every language (G-39).
func TestLabels(t *testing.T) {
	for _, tc := range []struct {
		lang          secretary.Lang
		key           string
		want, wantNot []string
	}{
		{secretary.Hans, "invitation", []string{"内勤：何煜", "召集部门：欧阳雪经理"}, []string{"记录人", "召集人"}},
		{secretary.Hant, "invitation", []string{"內勤：何煜", "召集部門：歐陽雪經理"}, []string{"記錄人", "召集人"}},
		{secretary.English, "invitation", []string{"Office clerk: He Yu", "Convening department: Ouyang Xue"}, []string{"Recorder", "Convener"}},
		{secretary.Hans, "minutes-review", []string{"驳回则退内勤修改"}, []string{"记录人"}},
		{secretary.English, "minutes-review", []string{"the office clerk"}, []string{"the recorder"}},
		{secretary.Hans, "minutes-confirm", []string{"报请召集部门处理"}, []string{"召集人"}},
		{secretary.English, "minutes-confirm", []string{"the convening department is asked"}, []string{"the convener"}},
		{secretary.Hans, "approval-objection", []string{"由内勤再改"}, []string{"记录人"}},
	} {
		r, err := Render(labelledLetter(t, tc.lang, tc.key), SampleOptions(tc.lang))
		if err != nil {
			t.Fatal(err)
		}
		for _, w := range tc.want {
			if !strings.Contains(r.Text, w) || !strings.Contains(r.HTML, strings.FieldsFunc(w, func(c rune) bool { return c == ':' || c == '：' })[0]) {
				t.Errorf("%s %s does not say %q:\n%s", tc.lang, tc.key, w, r.Text)
			}
		}
		for _, w := range tc.wantNot {
			if strings.Contains(r.Text, w) {
				t.Errorf("%s %s says %q:\n%s", tc.lang, tc.key, w, r.Text)
			}
		}
	}
}

// The form that is filled in and comes back keeps the words by which it is read; the agenda and the minutes do not.
func TestLabelsInDocuments(t *testing.T) {
	for d, want := range map[secretary.Document]bool{secretary.AgendaDoc: true, secretary.MinutesDoc: true, secretary.FormDoc: false} {
		_, data, err := Document(d, labelledLetter(t, secretary.Hans, documentSamples[d]), SampleOptions(secretary.Hans))
		if err != nil {
			t.Fatal(err)
		}
		if body := bodyOf(t, data); strings.Contains(body, "内勤") != want || want && strings.Contains(body, "记录人") {
			t.Errorf("%s: own titles wanted: %v", d, want)
		}
	}
}

// labelledLetter is a sample of a meeting whose roles the company titles itself.
func labelledLetter(t *testing.T, lang secretary.Lang, key string) *secretary.Letter {
	l := sampleOf(t, lang, key)
	if l.Minutes != nil {
		l.Minutes.OnSilence = "escalate"
	}
	l.Meeting.Labels = map[string]secretary.Text{
		"recorder": secretary.T("内勤", "內勤", "Office clerk"), "convener": secretary.T("召集部门", "召集部門", "Convening department"),
	}
	return l
}

func bodyOf(t *testing.T, docx []byte) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(docx), int64(len(docx)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	b, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
