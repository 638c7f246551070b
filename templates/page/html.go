package page

import (
	_ "embed"
	"fmt"
	"html/template"
	"strings"
)

// Page is a letter ready to be set.
type Page struct {
	Lang   string // BCP 47
	Title  string // the subject
	Office string // who writes: the masthead
	Name   string // the letter's own name, beside it
	Foot   string // the last line
	Blocks []Block
}

//go:embed page.html
var source string

var sheet = template.Must(template.New("page").Funcs(template.FuncMap{"css": css, "url": trusted}).Parse(source))

// Preview is what a list of mails shows below the subject: the lead.
func (p Page) Preview() string {
	for _, b := range p.Blocks {
		if b.Kind == Lead {
			return b.Lines[0].String()
		}
	}
	return p.Title
}

// HTML sets the blocks as one page of HTML that loads nothing: styles are inline, there are no images.
func HTML(p Page) (string, error) {
	var b strings.Builder
	if err := sheet.Execute(&b, p); err != nil {
		return "", fmt.Errorf("set page: %w", err)
	}
	return tidy(b.String()), nil
}

// tidy drops the lines that template actions left empty.
func tidy(s string) string {
	var b strings.Builder
	for _, l := range strings.Split(s, "\n") {
		if l = strings.TrimSpace(l); l != "" {
			b.WriteString(l + "\n")
		}
	}
	return b.String()
}

// trusted lets a mailto, http or https address through as it is; anything else becomes "#".
func trusted(s string) template.URL {
	for _, scheme := range []string{"mailto:", "https://", "http://"} {
		if strings.HasPrefix(s, scheme) {
			return template.URL(s)
		}
	}
	return "#"
}
