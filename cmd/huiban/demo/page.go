package demo

import (
	"context"
	_ "embed"
	"encoding/json"
	"errors"
	"html/template"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/huiban/huiban/parser/message"
	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/store"
)

//go:embed page.html
var pageHTML string

// pageMail is a mail as the page shows it.
type pageMail struct {
	No      int      `json:"no"`
	At      string   `json:"at"`
	In      bool     `json:"in"`
	Who     string   `json:"who"`
	Address string   `json:"address"`
	Kind    string   `json:"kind"`
	What    string   `json:"what"`
	Subject string   `json:"subject"`
	HTML    string   `json:"html"`
	Text    string   `json:"text"`
	Files   []string `json:"files"`
	Mail    string   `json:"mail"`
}

type page struct {
	Meetings []*secretary.Meeting
	Items    []*secretary.Item
	People   []person
	Mails    template.JS
	Count    int
	Made     time.Time
}

type person struct{ Name, Address, Department string }

// leave writes what the demonstration leaves behind: every mail raw and in order, and a page to browse them.
func (s *stage) leave(ctx context.Context) error {
	var mails []pageMail
	for i, l := range s.story.lines {
		if err := os.WriteFile(filepath.Join(s.Dir, "mail", l.Mail), l.Raw, 0o644); err != nil {
			return err
		}
		mails = append(mails, s.pageMail(i+1, l))
	}
	doc, err := json.Marshal(mails)
	if err != nil {
		return err
	}
	p := page{Mails: template.JS(doc), Count: len(mails), Made: s.clock.Now(), People: people()} // json.Marshal escapes < and >
	err = s.store.View(ctx, func(tx *store.Tx) error {
		var err1, err2 error
		p.Meetings, err1 = tx.Meetings(store.MeetingFilter{})
		p.Items, err2 = tx.Items(store.ItemFilter{})
		return errors.Join(err1, err2)
	})
	if err != nil {
		return err
	}
	slices.SortFunc(p.Meetings, func(a, b *secretary.Meeting) int { return a.Start.Compare(b.Start) })
	return s.writePage(p)
}

func (s *stage) writePage(p page) error {
	t, err := template.New("page").Funcs(template.FuncMap{
		"day":  func(t time.Time) string { return t.In(s.zone).Format("01-02 15:04") },
		"name": func(id secretary.PersonID) string { m, _ := memberOf(string(id) + "@" + domain); return m.name },
	}).Parse(pageHTML)
	if err != nil {
		return err
	}
	f, err := os.Create(filepath.Join(s.Dir, "index.html"))
	if err != nil {
		return err
	}
	return errors.Join(t.Execute(f, p), f.Close())
}

func (s *stage) pageMail(no int, l line) pageMail {
	m := message.Read(l.Raw)
	p := pageMail{
		No: no, At: l.At.In(s.zone).Format("01-02 15:04"), In: l.In, Who: l.Who, Address: strings.ToLower(l.Address), Kind: l.Kind, What: l.What,
		Subject: m.Subject, HTML: m.HTML, Text: m.Text, Mail: "mail/" + l.Mail,
	}
	for _, f := range m.Files {
		p.Files = append(p.Files, f.Name)
	}
	return p
}

func people() []person {
	var out []person
	for _, m := range cast {
		p := person{Name: m.name, Address: m.email()}
		for _, d := range departments {
			if d.Code == m.dept {
				p.Department = d.Name.In(secretary.Hans)
			}
		}
		out = append(out, p)
	}
	return append(out, person{Name: "Anna Schmidt", Address: customer, Department: "客户"})
}
