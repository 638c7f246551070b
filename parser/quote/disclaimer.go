package quote

import (
	"strings"
	"unicode/utf8"

	"github.com/huiban/huiban/parser/pattern"
)

// disclaimerStarts begin a legal notice, folded and without blanks.
var disclaimerStarts = newStarts([]string{"本邮件及其附件", "本邮件及附件", "本邮件(包括", "本邮件仅供", "本邮件可能", "本邮件含", "本邮件包含", "此邮件及", "此邮件可能", "此邮件包含", "此邮件含", "此邮件仅",
	"本信件", "本电子邮件", "此电子邮件", "这封邮件可能", "该邮件及", "该邮件可能", "该邮件包含", "本电邮", "此电邮", "本函及", "本讯息", "此讯息可能",
	"保密声明", "保密提示", "保密须知", "保密条款", "免责声明", "机密声明", "法律声明", "重要提示:本邮件", "重要声明", "邮件免责", "声明:本邮件", "注意:本邮件", "提示:本邮件",
	"confidentialitynotice", "confidential:", "confidentialnotice", "disclaimer", "importantnotice", "legalnotice", "privileged", "notice:this", "warning:this",
	"thistransmission", "thecontentsofthis", "theinformationcontainedin", "theinformationinthis", "thiscommunicationis", "thiscommunicationmay",
	"ifyouarenottheintended", "ifyouhavereceivedthis", "pleaseconsidertheenvironment", "thinkbeforeyouprint", "请考虑环境", "打印前请", "unsubscribe", "virus-free", "avastantivirus", "nonevirus", "未感染病毒", "本邮件已通过"})

// disclaimerAt is the place in s where a legal notice begins, -1 where there is none. Some programs glue it
// behind "#/******" to the last line of the mail. k is the key of s.
func disclaimerAt(s, k string) int {
	if i := strings.Index(s, "#/***"); i >= 0 {
		return i
	}
	if !longer(s, 7) {
		return -1
	}
	if disclaimerStarts.of(strings.TrimLeft(k, "-_*#/[]【】()※★●◆《》<>~·\"'|")) != "" || automatic(s, k) || legal(s, k) {
		return 0
	}
	return -1
}

// thisMail begins an English sentence that speaks of the mail itself. It is a notice when it goes on as one does: "This email
// is to confirm …" is the writer's own.
var (
	thisMail  = pattern.Must(`(?i)^\W*(?:the|this) (?:e-?mail|mail|message|communication)\b`)
	noticeEnd = pattern.Must(`(?i)confidential|privileged|intended (?:only|solely|for|recipient)|addressee|recipient|any attach|viruses|scanned|\b(?:composed|written|sent) (?:on|with|from|using|by)\b|before printing|not print|legally|monitored|property of`)
)

// scanned is a gateway's word below a mail: 「本邮件已经安全网关扫描，未发现病毒。」
var scanned = pattern.Must(`(?:本|此|该)(?:邮件|信件)[^。]{0,24}(?:扫描|检测|过滤|查杀|杀毒|安全网关)|请勿(?:随意|轻易)?点击[^。]{0,10}链接`)

func automatic(s, k string) bool {
	return (strings.Contains(k, "邮件") || strings.Contains(k, "链接")) && scanned.MatchString(k) || (strings.Contains(k, "the") || strings.Contains(k, "this")) && thisMail.MatchString(s) && noticeEnd.MatchString(s)
}

// A notice in any language speaks of the mail, of secrecy and of who else might get it.
var notice = [3]*pattern.Pattern{
	pattern.Must(`(?i)e-?mail|\bmail\b|message|nachricht|messaggio|mensaje|mensagem|correo|courriel|bericht|meddelande|письм|сообщени|メール|메일|郵件|邮件`),
	pattern.Must(`(?i)confiden[tc]i|vertraulich|riservat|vertrouwelijk|konfidentiell|fortrolig|poufn|конфиденциал|機密|秘密|기밀|保密|机密|内部(?:资料|文件|信息)|內部(?:資料|文件|資訊)|未经(?:书面)?(?:授权|许可|同意)|未經(?:書面)?(?:授權|許可|同意)|不得(?:复制|转发|披露|複製|轉寄|揭露|外传)|(?:误|错|誤|錯)收`),
	pattern.Must(`(?i)recipient|addressee|adressat|empfänger|empfaenger|destinata|destinatário|geadresseerde|ontvanger|mottagare|modtager|odbiorc|adresat|получател|адресат|受信|宛先|수신|收件人|收信人|接收者`),
}

func legal(s, k string) bool {
	least := 39
	if len(s) > 2*utf8.RuneCountInString(s) { // Chinese says as much in fewer characters
		least = 23
	}
	return longer(s, least) && secret(k) && notice[0].MatchString(s) && notice[1].MatchString(s) && notice[2].MatchString(s)
}

// secrecy are words of which a notice holds one, whatever its language, as they are folded.
var secrecy = pattern.OneOf("confiden", "ertraulich", "iservat", "ertrouwelijk", "onfidentiell", "ortrolig", "oufn", "онфиденциал", "机密", "秘密", "기밀", "保密", "内部资料", "内部文件", "内部信息", "内部资讯", "未经授权", "未经许可", "未经书面", "未经同意", "不得复制", "不得转发", "不得披露", "不得外传", "误收", "错收")

func secret(k string) bool { return secrecy.In(pattern.Look(k)) }
