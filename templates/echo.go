package templates

import (
	"slices"
	"strings"

	"github.com/huiban/huiban/secretary"
)

// Told reports whether an echo goes to somebody else than who answered.
func (v *view) Told() bool { return v.Ref == "told" }

// EchoAll says everything that was understood, in one line.
func (v *view) EchoAll() string {
	if len(v.Echoes) == 0 {
		return v.W("echo")
	}
	var out []string
	for _, e := range v.Echoes {
		out = append(out, v.Echo(e))
	}
	return strings.Join(out, v.W("comma"))
}

// EchoHead is the subject of an echo: what was recorded in two or three words.
func (v *view) EchoHead() string {
	if len(v.Echoes) == 0 {
		return v.W("echo")
	}
	e := v.Echoes[0]
	e.Reason, e.Note, e.File = "", "", nil
	if e.Item != "" && e.What != "draft" {
		e.Text = ""
	}
	s := v.Clip(v.Echo(e))
	if len(v.Echoes) > 1 {
		s += "…"
	}
	return s
}

// Echo says one thing that was understood, in one line.
func (v *view) Echo(e secretary.EchoLine) string {
	switch e.What {
	case "draft":
		if e.Status != "" {
			return v.W("echo.draft.counts", e.Text, e.Status, e.Item)
		}
	case "bounced":
		return v.W("echo.bounced", v.Term("kind", e.Status), e.Text)
	}
	out := []string{v.echoed(e)}
	if e.Item != "" {
		out = slices.Insert(out, 0, v.W("with.item", e.Item))
	}
	return strings.Join(append(out, v.details(e)...), v.W("then"))
}

// echoed is the word for what was understood.
func (v *view) echoed(e secretary.EchoLine) string {
	key := "echo." + e.What + "." + e.Status
	if w := v.W(key); w != key {
		return w
	}
	return v.Term("echo", e.What)
}

// details are what an echo says besides: of what, by when, who, why.
func (v *view) details(e secretary.EchoLine) []string {
	var out []string
	add := func(set bool, s string) {
		if set && s != "" {
			out = append(out, s)
		}
	}
	add(e.Text != v.To.Name && (v.By == nil || e.Text != v.By.Name), e.Text)
	add(true, v.Day(e.Date))
	add(true, v.Time(e.Time))
	if e.Percent != nil {
		out = append(out, v.W("with.percent", *e.Percent))
	}
	add(e.Delegate != "", v.W("with.delegate", e.Delegate))
	add(e.Reason != "", v.W("with.reason", e.Reason))
	if e.File != nil {
		out = append(out, v.receipt(*e.File))
	}
	add(e.Note != "", v.noted(e))
	return out
}

// noted words a note; some mean another thing with another matter.
func (v *view) noted(e secretary.EchoLine) string {
	own := "note." + e.What + "." + e.Note
	if w := v.W(own); w != own {
		return w
	}
	return v.Term("note", e.Note)
}

// receipt says what file came in: name, version, pages and the beginning of its SHA-256.
func (v *view) receipt(r secretary.Received) string {
	parts := []string{v.W("copies", r.Version)}
	if r.Pages > 0 {
		parts = append(parts, v.W("pages", r.Pages))
	}
	if len(r.Hash) >= 12 {
		parts = append(parts, "SHA-256 "+r.Hash[:12])
	}
	return v.W("state.at", r.Name, v.List(parts))
}

// Why says why something is asked back: each problem in a sentence.
func (v *view) Why() string {
	var out []string
	for _, p := range v.Problems {
		out = append(out, v.why(p))
	}
	if len(out) == 0 {
		key := "why." + v.Ref
		if v.W(key) == key {
			key = "why.unclear"
		}
		return v.W(key)
	}
	if v.Chinese() {
		return strings.Join(out, "")
	}
	return strings.Join(out, " ")
}

func (v *view) why(p secretary.Problem) string {
	switch p.Code {
	case "no-such-item", "no-date":
		return v.W("why."+p.Code, p.No)
	}
	return v.Term("why", p.Code)
}
