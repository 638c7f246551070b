package templates

import (
	"embed"
	"fmt"
	"strconv"
	"strings"
	"sync"
	"text/template"

	"github.com/huiban/huiban/secretary"
)

//go:embed regulation
var regulations embed.FS

// plannedChapter is a chapter as articles.txt plans it.
type plannedChapter struct {
	name     string
	articles []plannedArticle
}

// plannedArticle is an article as articles.txt plans it.
type plannedArticle struct {
	name          string
	keys, clauses []string
}

// texts are the articles of all chapters in one language.
type texts struct {
	titles map[string]string
	texts  *template.Template
}

var plannedArticles = sync.OnceValues(func() ([]plannedChapter, error) {
	src, err := regulations.ReadFile("regulation/articles.txt")
	if err != nil {
		return nil, err
	}
	return readPlan(string(src))
})

// readPlan reads the list of articles.
func readPlan(src string) ([]plannedChapter, error) {
	var out []plannedChapter
	for _, l := range splitLines(src) {
		switch {
		case strings.HasPrefix(l, "#"):
		case strings.HasPrefix(l, "="):
			out = append(out, plannedChapter{name: strings.TrimSpace(l[1:])})
		default:
			f := strings.Split(l, "|")
			if len(f) != 3 || len(out) == 0 {
				return nil, fmt.Errorf("articles.txt: %q: a name, keys and clauses stand in a chapter", l)
			}
			clauses, err := span(strings.Fields(f[2]))
			if err != nil {
				return nil, err
			}
			last := &out[len(out)-1]
			last.articles = append(last.articles, plannedArticle{strings.TrimSpace(f[0]), strings.Fields(f[1]), clauses})
		}
	}
	return out, nil
}

// span writes S0-05..S0-07 out.
func span(clauses []string) ([]string, error) {
	var out []string
	for _, c := range clauses {
		from, to, found := strings.Cut(c, "..")
		if !found {
			out = append(out, c)
			continue
		}
		family, first, _ := strings.Cut(from, "-")
		_, last, _ := strings.Cut(to, "-")
		a, err1 := strconv.Atoi(first)
		b, err2 := strconv.Atoi(last)
		if err1 != nil || err2 != nil {
			return nil, fmt.Errorf("articles.txt: %q is no span of clauses", c)
		}
		for n := a; n <= b; n++ {
			out = append(out, fmt.Sprintf("%s-%02d", family, n))
		}
	}
	return out, nil
}

var allTexts = sync.OnceValues(func() (map[secretary.Lang]*texts, error) {
	out := map[secretary.Lang]*texts{}
	for _, lang := range secretary.Langs {
		src, err := regulations.ReadFile("regulation/" + string(lang) + ".txt")
		if err != nil {
			return nil, err
		}
		if out[lang], err = readTexts(string(src)); err != nil {
			return nil, fmt.Errorf("%s.txt: %w", lang, err)
		}
	}
	return out, nil
})

func articleTexts(lang secretary.Lang) (*texts, error) {
	all, err := allTexts()
	if err != nil {
		return nil, err
	}
	return all[lang], nil
}

// readTexts reads a language's file: =chapter TITLE, and @article above its text.
func readTexts(src string) (*texts, error) {
	out := &texts{map[string]string{}, template.New("")}
	name, body := "", ""
	end := func() error {
		if name == "" {
			return nil
		}
		if out.texts.Lookup(name) != nil {
			return fmt.Errorf("the article %s is there twice", name)
		}
		_, err := out.texts.New(name).Parse(body)
		return err
	}
	for _, l := range strings.SplitAfter(src, "\n") {
		switch {
		case strings.HasPrefix(l, "="):
			chapter, title, _ := strings.Cut(l[1:], " ")
			out.titles[chapter] = strings.TrimSpace(title)
		case strings.HasPrefix(l, "@"):
			if err := end(); err != nil {
				return nil, err
			}
			name, body = strings.TrimSpace(l[1:]), ""
		default:
			body += l
		}
	}
	return out, end()
}

// regulationWords are the words of regulations and of their differences.
var regulationWords = sync.OnceValues(func() (map[string]secretary.Text, error) {
	src, err := regulations.ReadFile("regulation/words.txt")
	if err != nil {
		return nil, err
	}
	out, _, faults := readWords(string(src))
	for _, f := range faults {
		return nil, f
	}
	return out, nil
})
