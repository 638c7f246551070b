package quote

import (
	"strings"
	"unicode/utf8"

	"github.com/huiban/huiban/parser/fold"
	"github.com/huiban/huiban/parser/pattern"
)

// footerStarts are the beginnings of the lines that mail programs put below a mail, folded and without blanks.
var footerStarts = newStarts([]string{"发自我的", "发自", "从我的", "由我的", "自我的", "来自我的", "来自钉钉", "来自企业微信", "来自qq邮箱", "来自网易邮箱", "来自飞书", "来自阿里邮箱",
	"来自outlook", "来自189邮箱", "来自139邮箱", "获取outlookfor", "取得", "下载适用于", "从windows版邮件", "从适用于windows", "使用mailspring发送", "由mailspring寄送", "签名由", "使用网易邮箱大师", "随附由", "该邮件从移动设备发送", "通过手机发送",
	"sentfrommy", "sentfrommail", "sentfromwecom", "sentfromyahoo", "sentfromoutlook", "sentviamy", "sentviathe", "sentviagalaxy", "getoutlookfor", "sentwithspark", "sentwithproton", "使用proton", "sentusing", "sentfromsparrow",
	"sentfrommailbird", "sentfromiphone", "sentfromipad", "sentfromhuawei", "sentfromnine", "sentfromdingtalk", "sentfromlark", "sentfromfoxmail", "getbluemail", "vonmeineiphonegesendet", "envoyédemon"})

// footer reports whether s, which has the key k, is a mail program's own line.
func footer(s, k string) bool {
	if s == "" || longer(s, 160) {
		return false
	}
	k = strings.Trim(k, "-_*[]|")
	if f := footerStarts.of(k); f != "" {
		return plausible(k, f)
	}
	return generic(k) || strings.HasPrefix(k, "http") && strings.Contains(k, "aka.ms/")
}

// link reports whether s is the link of the footer that begins in the line above.
func link(s string) bool {
	return strings.HasPrefix(strings.TrimLeft(s, "<([ "), "http") && !strings.Contains(strings.TrimSpace(s), " ")
}

// plausible keeps a sentence that only begins like a footer: 「发自内心地感谢」,「取得进展」.
func plausible(k, start string) bool {
	n := utf8.RuneCountInString(strings.SplitN(k, "<", 2)[0])
	switch start {
	case "发自":
		return n <= 16 && !strings.ContainsAny(k, "，,。!！") && !strings.Contains(k, "内心")
	case "取得":
		return strings.Contains(k, "outlook")
	case "从我的", "由我的", "自我的", "来自我的":
		return n <= 30 && (strings.Contains(k, "发送") || strings.Contains(k, "传送") || strings.Contains(k, "寄") || strings.Contains(k, "发出"))
	case "签名由":
		return strings.Contains(k, "定制")
	}
	return n <= 60
}

// generic knows footers by their shape: 从…发送, 來自…郵箱.
func generic(k string) bool {
	k = strings.TrimRight(k, "。.")
	if n := utf8.RuneCountInString(k); n > 30 || strings.ContainsAny(k, "。,，!?;") {
		return false
	}
	return (strings.HasPrefix(k, "从") || strings.HasPrefix(k, "由") || strings.HasPrefix(k, "透过") || strings.HasPrefix(k, "通过")) && (strings.HasSuffix(k, "发送") || strings.HasSuffix(k, "传送") || strings.HasSuffix(k, "寄出")) && appliance(k) ||
		strings.HasPrefix(k, "来自yahoo") || strings.HasPrefix(k, "来自") && (strings.HasSuffix(k, "邮箱") || strings.HasSuffix(k, "客户端") || strings.HasSuffix(k, "邮件")) ||
		strings.HasPrefix(k, "sentfrom") || strings.HasPrefix(k, "youarereceivingthisbecause")
}

func appliance(k string) bool {
	for _, w := range []string{"iphone", "ipad", "galaxy", "手机", "mail", "邮件", "邮箱", "huawei", "xiaomi", "outlook", "android", "荣耀", "华为", "小米", "三星", "平板", "mac", "设备"} {
		if strings.Contains(k, w) {
			return true
		}
	}
	return false
}

// bannerWords are what gateways put above a mail from outside.
var bannerWords = pattern.OneOf("caution:", "[caution]", "externalemail", "externalsender", "external:", "[external]", "thisemailoriginated", "thisemailisnotoriginated", "originatedfromoutside", "originatedoutside", "outsideyourorganization", "outsideofyour", "outsidetheorganization", "outsideofthe", "fromoutsidethe", "youdon'toftengetemail", "youdonotoftengetemail", "sentfromoutside",
	"此邮件来自外部", "本邮件来自外部", "该邮件来自外部", "邮件来自外部", "邮件来自公司外部", "来自组织外部", "来自企业外部", "来自公司外部", "外部邮件", "[外部]", "【外部】", "外来邮件", "此为外部", "注意:外部", "警告:外部", "安全提示:", "安全提醒:", "外部寄件", "外部来信", "来自外部", "组织外部", "通常不会收到来自", "您不经常收到", "不要点击链接", "请勿点击", "donotclick", "谨防诈骗", "谨防钓鱼")

// banner reports whether s, which has the key k, is a gateway's warning.
func banner(s, k string) bool {
	return !longer(s, 400) && bannerWords.In(pattern.Look(k))
}

// boilerplates are text parts that say nothing but "look at the HTML".
var boilerplates = pattern.OneOf("不支持html", "无法显示html", "支持html的", "不支援html", "支援html", "doesnotsupporthtml", "html-enabled", "htmlcompatible", "viewthisemailinhtml", "cannotdisplayhtml", "viewhtml", "html格式邮件", "html格式的邮件", "请使用支持", "viewitinyourbrowser", "toviewthismessage", "ahtmlemail", "anhtmlmessage", "containshtml", "inhtmlformat", "htmlcapable", "htmlviewer", "含有html", "包含html")

// Boilerplate reports whether text is only a client's excuse for having no plain text.
func Boilerplate(text string) bool {
	k := fold.Squeeze(text)
	return utf8.RuneCountInString(k) <= 200 && boilerplates.In(pattern.Look(k))
}
