package parser

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/huiban/huiban/parser/meaning"
)

var updateApplications = flag.Bool("update-applications", false, "rewrite the readings of the applications")

// answering are the mails that answer a letter; the others are fresh.
var answering = map[string]meaning.About{"05": Application, "06": Application, "07": Applied, "08": Applied, "11": Guide}

// TestApplicationMails reads testdata/applications: forms as tables, in the text, in the quotation; one sentence; what an approver
// writes; and mails that only look like an application. S3-61, S1B-56, S3-63, S1B-06.
func TestApplicationMails(t *testing.T) {
	files, err := filepath.Glob("testdata/applications/*.eml")
	if err != nil || len(files) == 0 {
		t.Fatal("no mails", err)
	}
	for _, f := range files {
		raw, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		r := Parse(raw, Options{About: answering[filepath.Base(f)[:2]], Zone: shanghai(t)})
		got, err := json.MarshalIndent(r.Intents, "", "  ")
		if err != nil {
			t.Fatal(err)
		}
		golden := strings.TrimSuffix(f, ".eml") + ".json"
		if *updateApplications {
			if err := os.WriteFile(golden, append(got, '\n'), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(golden)
		if err != nil || !bytes.Equal(bytes.TrimSpace(want), got) {
			t.Errorf("%s is read as %s\ninstead of %s %v", f, got, want, err)
		}
	}
}

// A form that comes back filled in where it stands says what was filled in: neither the letter's own lines, however a program
// broke them, nor the subject of the quotation.
func TestFormFilledInWhereItStands(t *testing.T) {
	const sent = "会议申请已收到，还缺会议地点，请补充。\n\n会议主题：模具交付\n会议目的：商定二号模具的补救措施和交付日期，以及此后三个月的产能安排，并确定由谁向客户解释一再推迟的原因\n会议时间：12月3日 14:00–15:30\n会议地点：\n"
	quoted := func(lines string) []byte {
		return []byte("From: a@b.example\r\nDate: Mon, 23 Nov 2026 10:00:00 +0800\r\nSubject: Re: 会议申请，请补充：模具交付\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" +
			"发件人: 会办\n日期: 2026年11月23日 9:00\n收件人: 王磊\n主题: 会议申请，请补充：模具交付\n" + lines)
	}
	o := Options{About: Application, Zone: shanghai(t), Sent: sent}
	wrapped := strings.Replace(sent, "并确定", "\n并确定", 1)
	if got := Parse(quoted(wrapped), o).Intents; len(got) > 0 {
		t.Errorf("unchanged, it is read as %+v", got[0].Apply)
	}
	for from, want := range map[string]string{
		"会议地点：三号会议室\n":    `{"place":"三号会议室"}`,
		"会议时间：12月4日 9:00": `{"time":"12月4日 9:00","start":"2026-12-04T09:00:00+08:00"}`,
		"会议主题：模具":         `{"topic":"模具"}`,
	} {
		field, _, _ := strings.Cut(from, "：")
		var lines []string
		for l := range strings.Lines(wrapped) {
			if strings.HasPrefix(l, field) {
				l = strings.TrimSuffix(from, "\n") + "\n"
			}
			lines = append(lines, l)
		}
		got := Parse(quoted(strings.Join(lines, "")), o).Intents
		if len(got) != 1 || got[0].Apply == nil {
			t.Fatalf("%q is read as %+v", from, got)
		}
		if b, _ := json.Marshal(got[0].Apply); string(b) != want {
			t.Errorf("%q is read as %s, want %s", from, b, want)
		}
	}
}
