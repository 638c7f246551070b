package templates

import (
	"bytes"
	"fmt"
	"strings"
	"text/template"
	"text/template/parse"

	"github.com/huiban/huiban/templates/page"
)

// parts are the blocks that letters share: ours, and the administrator's, whose blocks go before ours of the same name.
type parts struct{ ours, own string }

// origin is a text that templates were parsed from.
type origin struct {
	file string // as the administrator knows it; "built-in action.txt" is not theirs
	own  bool
	text string
}

// The names that templates' errors carry in place of a file's.
const (
	subjectName  = "subject"
	bodyName     = "body"
	ourPartsName = "built-in parts.txt"
	ownPartsName = "parts.txt"
)

func parseWording(s section, shared parts, traced bool) (*wording, error) {
	w := &wording{src: s, t: newTemplate(s.file)}
	subject, body, _ := strings.Cut(s.text, "\n")
	w.texts = map[string]origin{
		ownPartsName: {ownPartsName, true, shared.own}, ourPartsName: {ourPartsName, false, shared.ours},
		subjectName: {s.name(), s.own, below(s.line-1) + subject}, bodyName: {s.name(), s.own, below(s.line) + body},
	}
	if err := w.parseParts(); err != nil {
		return nil, err
	}
	for _, name := range []string{subjectName, bodyName} {
		if _, err := w.t.New(name).Parse(w.texts[name].text); err != nil {
			return nil, err
		}
	}
	for _, each := range w.t.Templates() {
		if each.Tree == nil {
			continue
		}
		walk(each.Root, seal)
		if traced {
			walk(each.Root, w.trace(each.ParseName))
		}
	}
	return w, nil
}

func newTemplate(name string) *template.Template {
	return template.New(name).Option("missingkey=error").Funcs(template.FuncMap{"inline": inline, "lines": splitLines})
}

// below is nothing, n lines long: what follows it has its file's own line numbers.
func below(n int) string { return "{{/*" + strings.Repeat("\n", max(n, 0)) + "*/}}" }

// parseParts reads the administrator's parts first: an empty block does not replace a block that is there already.
func (w *wording) parseParts() error {
	if _, err := w.t.New(ownPartsName).Parse(w.texts[ownPartsName].text); err != nil {
		return err
	}
	ours, err := newTemplate(ourPartsName).Parse(w.texts[ourPartsName].text)
	if err != nil {
		return err
	}
	for _, each := range ours.Templates() {
		if w.t.Lookup(each.Name()) != nil || each.Tree == nil {
			continue
		}
		if _, err := w.t.AddParseTree(each.Name(), each.Tree); err != nil {
			return err
		}
	}
	return nil
}

// walk visits every node below n, and n.
func walk(n parse.Node, visit func(parse.Node)) {
	switch n := n.(type) {
	case *parse.ListNode:
		if n != nil {
			for _, c := range n.Nodes {
				walk(c, visit)
			}
		}
		return
	case *parse.IfNode:
		walkBranch(&n.BranchNode, visit)
	case *parse.RangeNode:
		walkBranch(&n.BranchNode, visit)
	case *parse.WithNode:
		walkBranch(&n.BranchNode, visit)
	case *parse.ActionNode:
		walk(n.Pipe, visit)
	case *parse.TemplateNode:
		walk(n.Pipe, visit)
	case *parse.PipeNode:
		if n == nil {
			return
		}
		for _, c := range n.Cmds {
			walk(c, visit)
		}
	case *parse.CommandNode:
		for _, a := range n.Args {
			walk(a, visit)
		}
	}
	visit(n)
}

func walkBranch(n *parse.BranchNode, visit func(parse.Node)) {
	walk(n.Pipe, visit)
	walk(n.List, visit)
	walk(n.ElseList, visit)
}

// seal sends every value that a template prints through inline, as html/template does with its escapers: what came in
// a mail cannot become markup, whatever the wording forgets.
func seal(n parse.Node) {
	if n, ok := n.(*parse.ActionNode); ok && len(n.Pipe.Decl) == 0 {
		id := parse.NewIdentifier("inline").SetPos(n.Pos)
		n.Pipe.Cmds = append(n.Pipe.Cmds, &parse.CommandNode{NodeType: parse.NodeCommand, Pos: n.Pos, Args: []parse.Node{id}})
	}
}

// markup is a value of ours that may hold emphasis. Nothing that came from outside is turned into one unsealed.
type markup string

func inline(v any) string {
	if m, ok := v.(markup); ok {
		return string(m)
	}
	return page.Inline(v)
}

// trace puts a mark with file and line before every line that a text of the wording prints.
func (w *wording) trace(parseName string) func(parse.Node) {
	from := w.texts[parseName]
	return func(n parse.Node) {
		text, ok := n.(*parse.TextNode)
		if !ok {
			return
		}
		first := lineAt(from.text, int(text.Pos))
		var out bytes.Buffer
		for i, l := range bytes.SplitAfter(text.Text, []byte("\n")) {
			fmt.Fprintf(&out, "\x01%s:%d\x02%s", parseName, first+i, l)
		}
		text.Text = out.Bytes()
	}
}

func lineAt(text string, pos int) int {
	return 1 + len(strings.Split(text[:min(pos, len(text))], "\n")) - 1
}
