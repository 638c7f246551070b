package quote

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/huiban/huiban/parser/fold"
)

// disclaimerStarts begin a legal notice, folded and without blanks.
var disclaimerStarts = []string{"本邮件及其附件", "本邮件及附件", "本邮件(包括", "本邮件仅供", "本邮件可能", "本邮件含", "本邮件包含", "此邮件及", "此邮件可能", "此邮件包含", "此邮件含", "此邮件仅",
	"本信件", "本电子邮件", "此电子邮件", "这封邮件可能", "该邮件及", "该邮件可能", "该邮件包含", "本电邮", "此电邮", "本函及", "本讯息", "此讯息可能",
	"保密声明", "保密提示", "保密须知", "保密条款", "免责声明", "机密声明", "法律声明", "重要提示:本邮件", "重要声明", "邮件免责", "声明:本邮件", "注意:本邮件", "提示:本邮件",
	"confidentialitynotice", "confidential:", "confidentialnotice", "disclaimer", "importantnotice", "legalnotice", "privileged", "notice:this", "warning:this",
	"thistransmission", "thecontentsofthis", "theinformationcontainedin", "theinformationinthis", "thiscommunicationis", "thiscommunicationmay",
	"ifyouarenottheintended", "ifyouhavereceivedthis", "pleaseconsidertheenvironment", "thinkbeforeyouprint", "请考虑环境", "打印前请", "unsubscribe", "virus-free", "avastantivirus", "nonevirus", "未感染病毒", "本邮件已通过"}

// disclaimerAt is the place in s where a legal notice begins, -1 where there is none. Some programs glue it
// behind "#/******" to the last line of the mail.
func disclaimerAt(s string) int {
	if i := strings.Index(s, "#/***"); i >= 0 {
		return i
	}
	if utf8.RuneCountInString(s) < 8 {
		return -1
	}
	k := strings.TrimLeft(fold.Squeeze(s), "-_*#/[]【】()※★●◆《》<>~·\"'|")
	for _, d := range disclaimerStarts {
		if strings.HasPrefix(k, d) {
			return 0
		}
	}
	if automatic(s) || legal(s) {
		return 0
	}
	return -1
}

// thisMail begins an English sentence that speaks of the mail itself. It is a notice when it goes on as one does: "This email
// is to confirm …" is the writer's own.
var (
	thisMail  = regexp.MustCompile(`(?i)^\W*(?:the|this) (?:e-?mail|mail|message|communication)\b`)
	noticeEnd = regexp.MustCompile(`(?i)confidential|privileged|intended (?:only|solely|for|recipient)|addressee|recipient|any attach|viruses|scanned|\b(?:composed|written|sent) (?:on|with|from|using|by)\b|before printing|not print|legally|monitored|property of`)
)

func automatic(s string) bool { return thisMail.MatchString(s) && noticeEnd.MatchString(s) }

// A notice in any language speaks of the mail, of secrecy and of who else might get it.
var notice = [3]*regexp.Regexp{
	regexp.MustCompile(`(?i)e-?mail|\bmail\b|message|nachricht|messaggio|mensaje|mensagem|correo|courriel|bericht|meddelande|письм|сообщени|メール|메일|郵件|邮件`),
	regexp.MustCompile(`(?i)confiden[tc]i|vertraulich|riservat|vertrouwelijk|konfidentiell|fortrolig|poufn|конфиденциал|機密|秘密|기밀|保密|机密`),
	regexp.MustCompile(`(?i)recipient|addressee|adressat|empfänger|empfaenger|destinata|destinatário|geadresseerde|ontvanger|mottagare|modtager|odbiorc|adresat|получател|адресат|受信|宛先|수신|收件人|收信人|接收者`),
}

func legal(s string) bool {
	least := 40
	if len(s) > 2*utf8.RuneCountInString(s) { // Chinese says as much in fewer characters
		least = 24
	}
	return utf8.RuneCountInString(s) >= least && notice[0].MatchString(s) && notice[1].MatchString(s) && notice[2].MatchString(s)
}
