package main

import (
	"fmt"
	"html/template"
	"net/mail"
	"os"
	"path/filepath"
	"time"

	"github.com/huiban/huiban/daemon"
	"github.com/huiban/huiban/mailer"
	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/templates"
)

type previewCmd struct {
	Out     string `help:"Folder for the letters and index.html." default:"huiban-preview" type:"path"`
	Config  string `help:"Folder with huiban.yaml: word the letters with its own letters/, too." short:"c" type:"path" placeholder:"DIR"`
	Letters string `help:"Write the built-in letters there instead, as files to start own ones from." type:"path" placeholder:"DIR"`

	wording *templates.Wording
}

// previewed is one letter on the index page.
type previewed struct{ Name, Kind, Subject string }

// Run writes every letter in every language with invented data: HTML, text and the whole mail.
func (c *previewCmd) Run(s streams) error {
	if c.Letters != "" {
		return writeLetters(c.Letters, s)
	}
	if err := c.ownLetters(s); err != nil {
		return err
	}
	index := map[secretary.Lang][]previewed{}
	n := 0
	for _, lang := range secretary.Langs {
		for i, l := range templates.Samples(lang) {
			p, err := c.write(lang, i, l)
			if err != nil {
				return fmt.Errorf("%s in %s: %w", l.Kind, lang, err)
			}
			index[lang] = append(index[lang], p)
			n++
		}
	}
	if err := c.writeIndex(index); err != nil {
		return err
	}
	fmt.Fprintf(s.Out, "%d letters in %s\n", n, filepath.Join(c.Out, "index.html"))
	return nil
}

var previewOffice = secretary.Office{
	Name: secretary.T("会办", "會辦", "Huiban"), Company: secretary.T("示例公司", "示例公司", "Sample company"),
	Address: "huiban@example.com", Domain: "example.com", Zone: "Asia/Shanghai", Lang: secretary.Hans,
}

func (c *previewCmd) write(lang secretary.Lang, i int, l secretary.Letter) (previewed, error) {
	o := templates.Options{Office: previewOffice, Code: "HB-SAMPLE00", Wording: c.wording}
	r, err := templates.Render(&l, o)
	if err != nil {
		return previewed{}, err
	}
	name := fmt.Sprintf("%s/%02d-%s", lang, i+1, l.Kind)
	m := mailer.Mail{
		From: mail.Address{Name: previewOffice.Name.In(lang), Address: previewOffice.Address}, To: mail.Address{Name: l.To.Name, Address: l.To.Email},
		MessageID: fmt.Sprintf("sample.%d@example.com", i), Date: time.Date(2026, 11, 20, 9, 0, 0, 0, time.UTC), Subject: r.Subject, Text: r.Text, HTML: r.HTML,
		Header: map[string]string{"X-Huiban-Letter": string(l.Kind)},
	}
	if m.Method = l.CalendarMethod(); m.Method != "" {
		if m.Calendar, err = daemon.CalendarPart(&l, previewOffice); err != nil {
			return previewed{}, err
		}
	}
	for _, d := range l.Documents {
		file, data, err := templates.Document(d, &l, o)
		if err != nil {
			return previewed{}, err
		}
		m.Attachments = append(m.Attachments, mailer.Attachment{Name: file, Type: "application/octet-stream", Data: data})
	}
	raw, err := mailer.Compose(m)
	if err != nil {
		return previewed{}, err
	}
	for ext, data := range map[string][]byte{".html": []byte(r.HTML), ".txt": []byte(r.Text), ".eml": raw} {
		file := filepath.Join(c.Out, filepath.FromSlash(name)+ext)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			return previewed{}, err
		}
		if err := os.WriteFile(file, data, 0o644); err != nil {
			return previewed{}, err
		}
	}
	return previewed{name, string(l.Kind), r.Subject}, nil
}

var previewIndex = template.Must(template.New("index").Parse(`<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark">
<title>会办 letters</title>
<style>body{font:15px/1.6 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}td{padding:.2rem 1rem .2rem 0;vertical-align:top;overflow-wrap:anywhere}small{opacity:.6}</style>
<h1>会办 letters</h1>
{{range $lang, $letters := .}}<h2>{{$lang}}</h2><table>
{{range $letters}}<tr><td><small>{{.Kind}}</small><td><a href="{{.Name}}.html">{{.Subject}}</a><td><a href="{{.Name}}.txt">text</a><td><a href="{{.Name}}.eml">mail</a></tr>
{{end}}</table>{{end}}`))

func (c *previewCmd) writeIndex(index map[secretary.Lang][]previewed) error {
	f, err := os.Create(filepath.Join(c.Out, "index.html"))
	if err != nil {
		return err
	}
	defer f.Close()
	return previewIndex.Execute(f, index)
}
