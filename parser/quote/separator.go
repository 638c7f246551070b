package quote

import (
	"strings"
	"unicode/utf8"
)

// separatorWords stand between dashes above a quoted or forwarded mail.
var separatorWords = []string{"原始邮件", "原始信息", "原始讯息", "原始消息", "邮件原件", "邮件原文", "原邮件", "原信息", "回复的邮件", "回复的原邮件", "回复邮件",
	"转发的邮件", "转发邮件", "转寄邮件", "转寄的邮件", "转发的消息", "转发的讯息", "转寄讯息", "转发的原邮件", "转发信件", "转寄信件", "引用邮件", "原始内容", "original", "repliedmessage", "replytomessage",
	"forwardedmessage", "forwardedmail", "begin forwarded", "beginforwarded", "ursprünglichenachricht", "mensajeoriginal",
	"messaged'origine", "mensagemoriginal", "oryginalna", "forwarded by", "forwardedby", "originalmessage", "messagetransféré"}

// separator reports whether s, which has the key k, is the line above a quoted mail: words between dashes, or QQ's bare
// "Original".
func separator(s, k string) bool {
	if longer(s, 120) || k == "" || strings.IndexByte("-_=*~#>", k[0]) < 0 && !bareSeparator[k] {
		return false
	}
	inner := strings.Trim(k, "-_=*~#>")
	if inner == "" || len(inner) > 60 {
		return false
	}
	if len(k)-len(strings.TrimLeft(k, "-_=*~#>")) < 2 {
		return inner == k && bareSeparator[k]
	}
	if exactSeparator[inner] {
		return true
	}
	for _, w := range separatorWords {
		if strings.Contains(inner, w) && utf8.RuneCountInString(inner) <= utf8.RuneCountInString(w)+14 {
			return true
		}
	}
	return false
}

// exactSeparator are words between dashes that say so only when nothing else stands there.
var exactSeparator = map[string]bool{"原文": true, "原件": true, "引文": true, "以下为原邮件": true, "以下是原邮件": true, "历史邮件": true, "往来邮件": true}

// bareSeparator are separators without dashes (QQ Mail since 2025, Apple Mail's forwards).
var bareSeparator = map[string]bool{"original": true, "原始邮件": true, "原邮件": true, "beginforwardedmessage:": true, "转发的邮件:": true, "开始转发的邮件:": true}

// rule reports whether s is nothing but dashes, underscores and the like.
func rule(s string) bool {
	return s != "" && strings.Trim(s, "-_=*~#—─━－＿|· \t") == ""
}
