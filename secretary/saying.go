package secretary

import (
	"regexp"
	"strings"
)

// saying is what a report says about one item: its own lines where the mail speaks of several, and without the number,
// which only addressed the item in the letter that was answered and means nothing elsewhere. The whole text where the
// number does not stand in it.
func (r *Reply) saying(no string) string {
	var out []string
	open := false
	for _, l := range strings.Split(r.parted(), "\n") {
		words, to := r.addressed(l)
		switch {
		case to != "" && to == no:
			open, out = true, append(out, words)
		case to != "":
			open = false
		case open:
			out = append(out, l)
		}
	}
	if said := strings.Trim(strings.Join(out, "\n"), " \t\r\n，,;；"); said != "" {
		return said
	}
	return r.Text
}

// within is a number inside a line: 1 完成，2 60%.
var within = regexp.MustCompile(`[ \t　，,;；。]([0-9]{1,3}[ \t　、.:：)）])`)

// parted is the text with each item on a line of its own.
func (r *Reply) parted() string {
	var b strings.Builder
	from := 0
	for _, m := range within.FindAllStringSubmatchIndex(r.Text, -1) {
		if _, no := r.addressed(r.Text[m[2]:]); no != "" {
			b.WriteString(r.Text[from:m[2]] + "\n")
			from = m[2]
		}
	}
	return b.String() + r.Text[from:]
}

// addressed is the number or code that a line begins with, of those that the mail's statements name, and the words
// behind it; "" where it begins with none.
func (r *Reply) addressed(line string) (words, no string) {
	s := strings.TrimLeft(line, " \t　第#【[(（")
	for _, in := range r.Intents {
		rest, ok := strings.CutPrefix(s, in.Item)
		if !ok || in.Item == "" || decimal.MatchString(rest) {
			continue
		}
		words = strings.TrimLeft(rest, " \t　")
		behind := strings.TrimLeft(words, "项項条條号號.、:：)）]】,，-—")
		blank := words != rest && !quantity.MatchString(words)
		if behind != words || blank || saysHow.MatchString(words) {
			return strings.TrimSpace(behind), in.Item
		}
	}
	return line, ""
}

var (
	// decimal is what goes on a number that has more places: 1.5 吨.
	decimal = regexp.MustCompile(`^\.?[0-9]`)
	// saysHow are words that follow a number without a blank: 1完成.
	saysHow = regexp.MustCompile(`(?i)^(?:已|完成|未开始|未開始|进|進|受阻|延期|办结|辦結|done|finished|blocked)`)
	// quantity makes a number before it a count: 3 台设备已到.
	quantity = regexp.MustCompile(`^(?:[台套件个個吨噸次条條份批家名人天日点點周週月年%万萬千元]|号机|號機)`)
)
