package templates

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/templates/page"
)

// Options is what a letter's wording needs besides the letter.
type Options struct {
	Office    secretary.Office // the company and the secretary's own name; Zone and Lang stand in where the letter names none
	ReplyTo   string           // where the reply buttons write to; may be a sub-address. "" reads as Office.Address
	Code      string           // the thread's code, "HB-7K3Q9"; it ends the subject in brackets. "" is none
	MessageID string           // of the letter itself, with or without <>; the buttons' In-Reply-To (RFC 6068 §6.1). "" is none
	Wording   *Wording         // the company's own, of Load; nil is the built-in one
}

// Rendered is a letter in words.
type Rendered struct {
	Subject string // one line
	Text    string // lines end in "\n", not wrapped
	HTML    string // a whole document that loads nothing
}

// Render words a letter. The error names what the kind needs and the letter lacks, or the line of the wording that failed.
func Render(l *secretary.Letter, o Options) (*Rendered, error) {
	v, err := newView(l, o)
	if err != nil {
		return nil, fmt.Errorf("letter %s: %w", l.Kind, err)
	}
	p, err := v.page()
	if err != nil {
		return nil, fmt.Errorf("letter %s in %s: %w", l.Kind, v.Lang, err)
	}
	html, err := page.HTML(p)
	if err != nil {
		return nil, fmt.Errorf("letter %s in %s: %w", l.Kind, v.Lang, err)
	}
	return &Rendered{Subject: v.subject, Text: page.Text(p), HTML: html}, nil
}

// page fills in the wording. The subject comes first, since the buttons repeat it.
func (v *view) page() (page.Page, error) {
	w, err := v.o.Wording.of(v.Kind, v.Lang)
	if err != nil {
		return page.Page{}, err
	}
	if err := lacking(v.Letter, w.needs); err != nil {
		return page.Page{}, err
	}
	if v.subject, err = w.subject(v); err != nil {
		return page.Page{}, err
	}
	body, err := w.body(v)
	if err != nil {
		return page.Page{}, err
	}
	blocks, err := page.Parse(body)
	if err != nil {
		return page.Page{}, err
	}
	note, err := v.forLine()
	blocks = slices.Insert(blocks, min(1, len(blocks)), note...)
	return page.Page{
		Lang: string(v.Lang), Title: v.subject, Office: v.masthead(), Name: v.kindName(), Foot: v.foot(), Blocks: blocks,
	}, err
}

// lacking names the first field that the wording needs and the letter does not have.
func lacking(l *secretary.Letter, needs []string) error {
	for _, n := range needs {
		f := reflect.ValueOf(l).Elem().FieldByName(n)
		if !f.IsValid() {
			return fmt.Errorf("the wording needs %s, which no letter has", n)
		}
		if f.IsZero() {
			return fmt.Errorf("%s is missing", n)
		}
	}
	return nil
}

func (v *view) masthead() string {
	name, company := v.T(v.o.Office.Name), v.T(v.o.Office.Company)
	return strings.Trim(name+" · "+company, " ·")
}

// company is the company's name inside a sentence: a full stop that belongs to it is not written twice.
func (v *view) company() string { return strings.TrimRight(v.T(v.o.Office.Company), ".") }

func (v *view) foot() string {
	if v.o.Office.Company.Empty() {
		return v.W("foot.plain", v.T(v.o.Office.Name))
	}
	return v.W("foot", v.T(v.o.Office.Name), v.company())
}
