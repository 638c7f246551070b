package meaning

import (
	"regexp"

	"github.com/huiban/huiban/parser/fold"
	"github.com/huiban/huiban/parser/quote"
	"github.com/huiban/huiban/secretary"
)

// The ways of answering what becomes of a meeting that falls on a holiday. Each is a whole line, with a consent before it and
// a particle behind it at most: a day, a condition or a question beside it is another matter.
var daysOff = []struct {
	way  string
	form *regexp.Regexp
}{
	// 提前 · 同意提前召开 · 那就提前到节前吧 · earlier · move it to the earlier day
	{"earlier", offForm(`(?:会议|例会)?(?:提前|提早|前移|往前移|节前)(?:到|至|在)?(?:节前|假期前|节日前)?(?:召开|举行|进行|开会|开|办)?`,
		`(?:(?:move|hold|have) (?:it |the meeting )?(?:to )?)?(?:the )?(?:earlier|before the holidays?)(?: day| date)?|bring (?:it|the meeting) forward`)},
	// 顺延 · 顺延到节后 · 推迟吧 · later · put it off · postpone
	{"later", offForm(`(?:会议|例会)?(?:往后)?(?:顺延|延后|推迟|延期|后延|后移|节后)(?:到|至|在)?(?:节后|假期后|节日后)?(?:再)?(?:召开|举行|进行|开会|开|办)?`,
		`(?:(?:move|hold|have) (?:it |the meeting )?(?:to )?)?(?:the )?(?:later|after the holidays?)(?: day| date)?|(?:put (?:it|the meeting) off|postpone)(?: it| the meeting)?`)},
	// 停开 · 本次不开了 · 取消 · leave it out · no meeting this time · cancel it
	{"skip", offForm(`(?:本次|这次|此次|本周|这周|当次|会议|例会|该次)?(?:会议|例会|就)?(?:停开|停会|免开|不开|不召开|不举行|取消|跳过|停一次|免了)(?:一次)?`,
		`(?:leave|skip|cancel|drop)(?: it| this one| the meeting)?(?: out)?(?: this time)?|no meeting(?: this time| that day)?`)},
	// 照常 · 当天照常开 · 按原时间 · 不变 · keep the day · as planned
	{"keep", offForm(`(?:当日|当天|会议|例会|仍|仍然|还是)*(?:照常|照旧|照开|如期|正常|按原(?:定)?(?:时间|日期|计划|安排)|时间不变|日期不变|不变|不动|不改)(?:召开|举行|进行|开会|开|办|不变)?`,
		`(?:keep|hold) (?:it|the day|the date|the meeting)(?: as (?:planned|usual|it is)| on that day| all the same)?|as (?:planned|usual)`)},
}

// offForm is a line that says nothing but one of the ways.
func offForm(chinese, english string) *regexp.Regexp {
	return regexp.MustCompile(`^(?:(?:同意|好的?|行|可以|收到|那就|那|就|还是|请|建议|选|我选|ok|yes|please|let's|let us)[ ,，、。:]*){0,3}(?:` + chinese + `|` + english + `)(?:吧|即可|就行|就好|好了|了|谢谢|多谢|please|thanks|thank you|[ ,，。.!！])*$`)
}

// readDayOff reads the answer of a convener who was asked about a holiday.
func readDayOff(q Question) Answer {
	way := ""
	for _, k := range q.Lines {
		found := dayOff(k)
		if found == "" || way != "" && found != way {
			if fold.Squeeze(k.Text) == "" || greets.MatchString(fold.Text(k.Text)) {
				continue
			}
			return unclear(q)
		}
		way = found
	}
	if way == "" {
		return unclear(q)
	}
	return Answer{Intents: []secretary.Intent{{Kind: secretary.IntentShift, Status: way}}}
}

// greets is a line that only greets or thanks.
var greets = regexp.MustCompile(`^\s*(?:(?:会办|小会|秘书)?(?:您好|你好|各位好|谢谢|多谢|此致|敬礼|收到|好的?)|hello|hi|dear \w+|thanks|thank you|many thanks|best regards|regards)?\s*[,，.。!！:：]*\s*$`)

// dayOff is the way that a line names, "" where it names none.
func dayOff(k quote.Kept) string {
	line := fold.Text(k.Text)
	for _, d := range daysOff {
		if d.form.MatchString(line) {
			return d.way
		}
	}
	return ""
}
