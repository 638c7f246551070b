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
	Day     string   `json:"day"` // 2026-09-18
	At      string   `json:"at"`  // 09:00
	In      bool     `json:"in"`
	Who     string   `json:"who"`
	Address string   `json:"address"`
	Kind    string   `json:"kind"`
	What    string   `json:"what"`
	Gist    wording  `json:"gist"`
	Subject string   `json:"subject"`
	HTML    string   `json:"html"`
	Text    string   `json:"text"`
	Files   []string `json:"files"`
	Mail    string   `json:"mail"`
}

type page struct {
	Title    string
	About    wording
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
	p := page{Mails: template.JS(doc), Count: len(mails), Made: s.clock.Now(), People: s.play.people(), Title: s.play.title, About: s.play.about} // json.Marshal escapes < and >
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
		"day":    func(t time.Time) string { return t.In(s.zone).Format("2006-01-02 15:04") },
		"zh":     func(t secretary.Text) string { return t.In(secretary.Hans) },
		"en":     func(t secretary.Text) string { return t.In(secretary.English) },
		"stage":  func(st secretary.Stage) wording { return stages[st] },
		"status": func(st secretary.Status) wording { return statuses[st] },
		"name":   func(id secretary.PersonID) string { m, _ := s.play.memberOf(string(id) + "@" + domain); return m.name },
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
		No: no, Day: l.At.In(s.zone).Format(time.DateOnly), At: l.At.In(s.zone).Format("15:04"), In: l.In, Who: l.Who, Address: strings.ToLower(l.Address), Kind: l.Kind, What: l.What, Gist: gist(l.Doc, l.What),
		Subject: m.Subject, HTML: m.HTML(), Text: m.Text, Mail: "mail/" + l.Mail,
	}
	for _, f := range m.Files {
		p.Files = append(p.Files, f.Name)
	}
	return p
}

// The stages of a meeting and the states of an item, as the page says them.
var (
	stages = map[secretary.Stage]wording{
		secretary.Planned: {"计划中", "planned"}, secretary.Noticed: {"已通知", "noticed"}, secretary.Held: {"已召开，待纪要", "held, minutes awaited"},
		secretary.Reviewing: {"纪要审核中", "minutes in review"}, secretary.Confirming: {"纪要确认中", "minutes being confirmed"},
		secretary.Objected: {"有异议", "objected to"}, secretary.Published: {"纪要已发布，任务进行中", "minutes published, items running"},
		secretary.Done: {"已办结", "done"}, secretary.Cancelled: {"已取消", "cancelled"},
	}
	statuses = map[secretary.Status]wording{
		secretary.NotStarted: {"未开始", "not started"}, secretary.InProgress: {"进行中", "in progress"}, secretary.Blocked: {"受阻", "blocked"},
		secretary.Finished: {"已完成，待验证", "finished, to be verified"}, secretary.Complete: {"已办结", "done"}, secretary.Dropped: {"已撤销", "dropped"},
	}
)

func (p *play) people() []person {
	var out []person
	for _, m := range p.cast {
		who := person{Name: m.name, Address: m.email(), Department: m.title} // the chief has no department
		for _, d := range p.departments {
			if d.Code == m.dept {
				who.Department = d.Name.In(secretary.Hans)
			}
		}
		out = append(out, who)
	}
	return append(out, person{Name: "Anna Schmidt", Address: customer, Department: "外部客户 External customer"})
}
