package templates

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/huiban/huiban/secretary"
)

// ReplyBody is the answer that a choice's button fills in, in words the parser reads back. Where the person must add
// something (a reason, a name, a date), it ends where that belongs, or a placeholder stands there.
func ReplyBody(c secretary.Choice, lang secretary.Lang) string {
	w := func(key string, args ...any) string { return word(lang, "say."+key, args...) }
	switch c.Verb {
	case "delegate":
		return w("delegate", cmp.Or(c.Arg, w("somebody")))
	case "object":
		if c.Item == "" {
			return w("object")
		}
		return w("object.item", c.Item)
	case "percent":
		return numbered(c.Item, w("percent", c.Arg))
	case "done", "approve", "reject", "take", "drop", "waive", "not_needed":
		return numbered(c.Item, w(c.Verb))
	case "feedback":
		return w("feedback", c.Arg)
	case "extend":
		return numbered(c.Item, w("extend", c.Arg))
	case "query":
		return strings.TrimSpace(w("query", c.Arg))
	case "move":
		return w("move", c.Arg)
	case "adopt":
		return w("adopt", c.Item)
	}
	return w(c.Verb)
}

func numbered(item, answer string) string { return strings.TrimLeft(item+" "+answer, " ") }

// Label is what a choice's button says.
func (v *view) Label(c secretary.Choice) string {
	switch {
	case c.Verb == "object" && c.Item != "":
		return v.W("label.object.item", c.Item)
	case c.Verb == "adopt":
		return v.W("label.adopt", c.Arg, c.Item)
	case c.Verb == "delegate" && c.Arg != "":
		return ReplyBody(c, v.Lang)
	case c.Verb == "percent" && c.Arg != "":
		return v.W("label.percent.arg", c.Arg)
	case c.Verb == "feedback":
		return c.Arg
	case v.Kind == secretary.Duty && c.Verb == "done" && c.Item != "": // one of several duties, not the list for the room
		return v.Term("label", c.Verb)
	case c.Verb == "move":
		at, _ := v.moment(c.Arg)
		return v.W("label.move.arg", v.Time(at))
	case (c.Verb == "extend" || c.Verb == "earlier" || c.Verb == "later") && c.Arg != "":
		return v.W("label."+c.Verb+".arg", v.Value(c.Arg))
	}
	own := "label." + string(v.Kind) + "." + c.Verb
	if w := v.W(own); w != own {
		return w
	}
	return v.Term("label", c.Verb)
}

// Rank tells the answer most people give from the others.
func (v *view) Rank(c secretary.Choice) string {
	if slices.Contains([]string{"accept", "confirm", "approve", "apply"}, c.Verb) {
		return "first"
	}
	return "other"
}

// ChoicesOf are the choices about the item with that number.
func (v *view) ChoicesOf(no string) []secretary.Choice {
	return slices.DeleteFunc(slices.Clone(v.Choices), func(c secretary.Choice) bool { return c.Item != no })
}

// Rest are the choices that stand at the letter's end: those that belong to none of its items, times and topics.
func (v *view) Rest() []secretary.Choice {
	return slices.DeleteFunc(slices.Clone(v.Choices), func(c secretary.Choice) bool {
		return slices.ContainsFunc(v.Items, func(i secretary.ItemView) bool { return i.No == c.Item }) ||
			slices.ContainsFunc(v.Motions, func(m secretary.MotionView) bool { return m.No == c.Item }) ||
			slices.ContainsFunc(v.Chores, func(i secretary.ChoreView) bool { return i.No == c.Item }) ||
			slices.ContainsFunc(v.Proposed(), func(t secretary.TimeView) bool { return t.No == c.Item })
	})
}

// Hints say in words what the buttons fill in, one line for each kind of answer.
func (v *view) Hints() []string {
	var out []string
	seen := map[string]bool{}
	for _, c := range v.Choices {
		if seen[c.Verb] {
			continue
		}
		seen[c.Verb] = true
		out = append(out, v.hint(c))
	}
	return out
}

// hint is the line for one choice; a kind of letter may have its own.
func (v *view) hint(c secretary.Choice) string {
	if c.Verb == "apply" {
		return v.W("hint.apply")
	}
	if c.Verb == "earlier" || c.Verb == "later" {
		return v.W("hint."+c.Verb, v.Value(c.Arg), v.example(c))
	}
	own := "hint." + string(v.Kind) + "." + c.Verb
	if s := v.W(own, v.example(c)); s != own {
		return s
	}
	return v.W("hint."+c.Verb, v.example(c))
}

// example is the answer as a hint shows it, with what is to be added filled in.
func (v *view) example(c secretary.Choice) string {
	switch c.Verb {
	case "reject":
		if v.Kind == secretary.Prove {
			return v.W("say.reject.plain")
		}
		return ReplyBody(c, v.Lang) + v.W("ellipsis")
	case "object":
		c.Item = cmp.Or(c.Item, "2")
		return ReplyBody(c, v.Lang) + v.W("ellipsis")
	case "decline", "waive", "not_needed":
		return ReplyBody(c, v.Lang) + v.W("ellipsis")
	case "percent":
		c.Arg = cmp.Or(c.Arg, "60")
	case "query":
		c.Arg = cmp.Or(c.Arg, v.W("say.terms"))
	case "move": // not what a button fills in: that would be taken for a quotation of this letter
		return v.W("say.moving")
	case "extend":
		if c.Arg == "" {
			return ReplyBody(c, v.Lang) + v.W("say.date")
		}
	}
	return ReplyBody(c, v.Lang)
}

// Mailto is the link that opens an answer with the choice's words filled in (RFC 6068).
func (v *view) Mailto(c secretary.Choice) string { return v.mailto(v.replyBody(c)) }

func (v *view) mailto(body string) string {
	s := "mailto:" + escape(v.o.ReplyTo, "@") + "?subject=" + escape("Re: "+v.subject, "")
	if id := strings.Trim(v.o.MessageID, "<> "); id != "" {
		s += "&In-Reply-To=" + escape("<"+id+">", "@")
	}
	return s + "&body=" + escape(strings.ReplaceAll(body, "\n", "\r\n"), "")
}

// escape percent-encodes all but unreserved characters and those in keep: a "+" or "&" left bare would be read as
// a space or a separator by some client (RFC 6068 §2, §5).
func escape(s, keep string) string {
	var b strings.Builder
	for _, c := range []byte(s) {
		if c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || strings.IndexByte("-._~"+keep, c) >= 0 {
			b.WriteByte(c)
			continue
		}
		fmt.Fprintf(&b, "%%%02X", c)
	}
	return b.String()
}
