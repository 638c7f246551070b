package secretary

import "fmt"

// tooLarge asks for a mail again, with smaller files, that was too large to be read.
func (t *turn) tooLarge(r *Reply) {
	const mega = 1 << 20
	_, id, _ := cutCase(t.c)
	t.settle(r, AskedBack, "too-large")
	l := t.about(t.Meetings[MeetingID(id)], r, AskBack, "the mail was too large to be read")
	l.Problems = []Problem{{No: fmt.Sprint((r.TooLarge + mega - 1) / mega), Code: "too-large"}}
	l.Choices = withoutNone(t.choicesOf(r))
	t.answer(l, r)
}
