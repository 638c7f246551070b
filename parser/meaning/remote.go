package meaning

import "github.com/huiban/huiban/parser/pattern"

// Who cannot come in person and joins from afar comes: 「到不了现场，线上参加」, "can't attend in person but will dial in".
var (
	fromAfar = pattern.Must(`线上|远程|视频|接入|拨入|腾讯会议|钉钉|飞书|\b(?:dial|dialling|dialing|online|remote|remotely|virtually|teams|zoom|webex|by phone|by video|call in)\b`)
	inPerson = pattern.Must(`(?:现场|线下|会场|亲自|会议室|in person|physically|on ?site|in the room)|^(?:本)?人?(?:到|赶|来|去|过)不`)
)

// remotely takes the no off those who come from afar.
func (s *sentence) remotely() {
	if !s.has(yes) || !fromAfar.MatchString(s.text()) {
		return
	}
	for i := range s.clauses {
		c := &s.clauses[i]
		for n, h := range c.hits {
			if h.sign == no && inPerson.MatchString(string(c.text[h.start:min(h.end+14, len(c.text))])) {
				c.hits[n].sign = neutral
			}
		}
	}
}

// text is the folded text of all clauses.
func (s sentence) text() (t string) {
	for _, c := range s.clauses {
		t += string(c.text) + ","
	}
	return t
}
