package secretary

import (
	"slices"
	"strings"
	"unicode"
)

// courtesies are whole mails that say no more than that something has arrived.
var courtesies = []string{
	"收到", "已收到", "收到谢谢", "收到谢了", "谢谢", "已阅", "已悉", "知悉", "知道了", "好的", "好的谢谢", "好", "圈阅", "确认收到", "收悉",
	"收到謝謝", "謝謝", "已閱", "noted", "notedthanks", "thanks", "thankyou", "received", "gotit", "ok", "okthanks", "👍", "1",
}

// acknowledges reports whether the mail says no more than that something has arrived: it holds no statement, no file
// and no words besides such a courtesy.
func (r *Reply) acknowledges() bool {
	if len(r.Intents) > 0 || len(r.Files) > 0 {
		return false
	}
	words := strings.Map(func(c rune) rune {
		if unicode.IsSpace(c) || unicode.IsPunct(c) {
			return -1
		}
		return unicode.ToLower(c)
	}, r.Text)
	return words == "" || slices.Contains(courtesies, words)
}
