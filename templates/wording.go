package templates

import (
	"embed"
	"fmt"
	"path"
	"slices"
	"strings"
	"sync"
	"text/template"
	"text/template/parse"

	"golang.org/x/tools/txtar"

	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/templates/page"
)

//go:embed letters
var letters embed.FS

// wording is one kind of letter in one language.
type wording struct {
	needs []string // fields of secretary.Letter that must be set
	t     *template.Template
}

// wordings reads every letter once, on first use: kind → language → wording.
var wordings = sync.OnceValues(func() (map[secretary.LetterKind]map[secretary.Lang]*wording, error) {
	parts, err := letters.ReadFile("letters/parts.txt")
	if err != nil {
		return nil, fmt.Errorf("read letters: %w", err)
	}
	names, err := letters.ReadDir("letters")
	if err != nil {
		return nil, fmt.Errorf("read letters: %w", err)
	}
	out := map[secretary.LetterKind]map[secretary.Lang]*wording{}
	for _, n := range names {
		kind := strings.TrimSuffix(n.Name(), ".txt")
		if kind == "parts" || kind == "words" {
			continue
		}
		if out[secretary.LetterKind(kind)], err = readLetter(kind, string(parts)); err != nil {
			return nil, err
		}
	}
	return out, nil
})

// readLetter reads letters/KIND.txt: what it is about, its "Needs:" line, then a section for each language whose first line is
// the subject and the rest the body.
func readLetter(kind, parts string) (map[secretary.Lang]*wording, error) {
	src, err := letters.ReadFile(path.Join("letters", kind+".txt"))
	if err != nil {
		return nil, fmt.Errorf("read letter: %w", err)
	}
	out := map[secretary.Lang]*wording{}
	file := txtar.Parse(src)
	for _, f := range file.Files {
		t, err := parseWording(kind+"/"+f.Name, string(f.Data), parts)
		if err != nil {
			return nil, fmt.Errorf("read letter: %w", err)
		}
		out[secretary.Lang(f.Name)] = &wording{needs(string(file.Comment)), t}
	}
	return out, nil
}

func needs(comment string) []string {
	for _, l := range strings.Split(comment, "\n") {
		if list, ok := strings.CutPrefix(l, "Needs: "); ok {
			return strings.Fields(strings.ReplaceAll(list, ",", " "))
		}
	}
	return nil
}

func parseWording(name, src, parts string) (*template.Template, error) {
	subject, body, _ := strings.Cut(src, "\n")
	t := template.New(name).Option("missingkey=error").Funcs(template.FuncMap{"inline": inline, "lines": splitLines})
	t, err := t.Parse(parts)
	if err != nil {
		return nil, err
	}
	if _, err := t.New("subject").Parse(subject); err != nil {
		return nil, err
	}
	if _, err := t.New("body").Parse(body); err != nil {
		return nil, err
	}
	for _, each := range t.Templates() {
		if each.Tree != nil {
			seal(each.Tree.Root)
		}
	}
	return t, nil
}

// seal sends every value that a template prints through inline, as html/template does with its escapers: what came in
// a mail cannot become markup, whatever the wording forgets.
func seal(n parse.Node) {
	switch n := n.(type) {
	case *parse.ListNode:
		if n == nil {
			return
		}
		for _, c := range n.Nodes {
			seal(c)
		}
	case *parse.IfNode:
		sealBranch(&n.BranchNode)
	case *parse.RangeNode:
		sealBranch(&n.BranchNode)
	case *parse.WithNode:
		sealBranch(&n.BranchNode)
	case *parse.ActionNode:
		if len(n.Pipe.Decl) == 0 {
			id := parse.NewIdentifier("inline").SetPos(n.Pos)
			n.Pipe.Cmds = append(n.Pipe.Cmds, &parse.CommandNode{NodeType: parse.NodeCommand, Pos: n.Pos, Args: []parse.Node{id}})
		}
	}
}

func sealBranch(n *parse.BranchNode) {
	seal(n.List)
	seal(n.ElseList)
}

// markup is a value of ours that may hold emphasis. Nothing that came from outside is turned into one unsealed.
type markup string

func inline(v any) string {
	if m, ok := v.(markup); ok {
		return string(m)
	}
	return page.Inline(v)
}

// splitLines cuts a text into its lines, blank ones left out.
func splitLines(s string) []string {
	ls := strings.Split(strings.ReplaceAll(s, "\r\n", "\n"), "\n")
	return slices.DeleteFunc(ls, func(l string) bool { return strings.TrimSpace(l) == "" })
}

func wordingOf(k secretary.LetterKind, l secretary.Lang) (*wording, error) {
	all, err := wordings()
	if err != nil {
		return nil, err
	}
	if w := all[k][l]; w != nil {
		return w, nil
	}
	return nil, fmt.Errorf("there is no wording")
}

func (w *wording) subject(v *view) (string, error) {
	s, err := w.run("subject", v)
	if err != nil {
		return "", err
	}
	s = page.Plain(s)
	if v.o.Code != "" {
		s += " [" + v.o.Code + "]"
	}
	return s, nil
}

func (w *wording) body(v *view) (string, error) { return w.run("body", v) }

func (w *wording) run(name string, v *view) (string, error) {
	var b strings.Builder
	if err := w.t.ExecuteTemplate(&b, name, v); err != nil {
		return "", fmt.Errorf("word %s: %w", name, err)
	}
	return b.String(), nil
}
