package secretary

import "slices"

func isHelp(i Intent) bool { return i.Kind == IntentHelp }

// asksOnlyHelp reports whether the mail wants help and nothing that would have an effect.
func (r *Reply) asksOnlyHelp() bool {
	return len(r.Intents) > 0 && !slices.ContainsFunc(r.Intents, func(i Intent) bool { return !isHelp(i) })
}

func (t *turn) help(r *Reply) {
	t.settle(r, ActedOn, "help")
	t.answer(Letter{Kind: Help, Reason: "help was asked for", Choices: t.inquiries(r.Writer)}, r)
}

// helpUnproven sends help at once also where nothing proves who asked: it goes to the registered address, says nothing
// of the company's and repeats nothing of the mail, so a forged request gains nothing by it. To ask that address back
// first would mean as much mail to somebody who may not have written, and a useless answer to who did. Once in a day
// is enough, so that nobody is flooded in another's name (RFC 3834 §2); strangers are not answered at all.
func (t *turn) helpUnproven(r *Reply) {
	if t.sentToday(Help, r.Writer, "") > 0 {
		t.settle(r, ActedOn, "help")
		t.note("loop-held", r.Writer, "", string(Help))
		return
	}
	t.help(r)
}
