package quote

import "testing"

// Who only hands on what a colleague wrote below has said nothing himself.
func TestWhoHandsOnAnothersWordsSaysNothing(t *testing.T) {
	nested := "\n\n> On 2 Mar 2027, at 18:11, Bronwen Pryce <b@c.example> wrote:\n>\n> 3 is wrong.\n>\n>> On 1 Mar 2027, at 12:00, Desk <d@c.example> wrote:\n>>\n>> 3. one\n"
	alone := "\n\n> On 1 Mar 2027, at 12:00, Desk <d@c.example> wrote:\n>\n> 3. one\n"
	for _, c := range []struct {
		text string
		want bool
	}{
		{"See Bronwen's correction below - over to you." + nested, true},
		{"FYI, his comments below" + nested, true},
		{"见下方张工的意见。" + nested, true},
		{"转李主任的回复，请处理" + nested, true},
		{"Please see Bronwen's correction below." + alone, false},
		{"Confirmed." + nested, false},
		{"Item 3 is wrong, see the list below." + nested, false},
		{"对征求意见稿无意见。" + nested, false},
		{"同意，意见见附件。" + nested, false},
		{"我的意见如下：第3条应为12月8日" + nested, false},
	} {
		if got := read(c.text).Defers(); got != c.want {
			t.Errorf("%v: %q", got, c.text)
		}
	}
}
