package quote

import (
	"strings"
	"testing"

	"github.com/huiban/huiban/parser/markup"
)

// Rows of the catalogue of formats that testdata/formats.txt does not hold: attributions and separators above a marked or an
// unmarked history.
func TestMoreHistories(t *testing.T) {
	for name, history := range map[string]string{
		"Gmail zh-TW, quoted on, broken inside the verb": ">> 會辦 <a@b.example> 於 2020年10月7日 週三 上午12:52寫\n>> 道：\n>>> 请回复“确认”",
		"Gmail zh-CN, quoted on, marks of its own depth": ">> 会办 <a@b.example> 于2020年10月7日周三 下午12:38\n>> 写\n>>>> 道：\n>>>> 请回复“确认”",
		"Gmail zh-TW, broken before the verb":            "會辦 <a@b.example> 於 2022年6月1日 週三 下午5:46\n寫道：\n\n> 请回复“确认”",
		"Gmail zh-TW, broken inside the verb, unmarked":  "會辦 <a@b.example> 於 2022年6月1日 週三 下午5:46寫\n道：\n\n请回复“确认”",
		"Gmail forward zh":                               "---------- Forwarded message ---------\n发件人： 会办 <a@b.example>\nDate: 2024年10月31日周四 04:44\nSubject: 请确认\nTo: <w@b.example>\n\n请回复“确认”",
		"Thunderbird zh-CN forward":                      "-------- 转发的消息 --------\n主题: 请确认\n日期: 2023/5/16\n发件人: 会办\n\n请回复“确认”",
		"Thunderbird zh-TW":                              "------- 原始郵件 -------\n主旨: 請確認\n寄件者: 會辦\n请回复“确认”",
		"Thunderbird zh-TW forward":                      "-------- 轉寄郵件 --------\n主旨: 請確認\n寄件者: 會辦\n请回复“确认”",
		"K-9 zh-TW":                                      "於 2026年11月18日 上午10:00，會辦 <a@b.example> 寫到：\n>请回复“确认”",
		"K-9 without a date":                             "会办 写道：\n\n>请回复“确认”",
		"English client, full-width comma":               "On 2019/7/18 11:15，会办 wrote:\n> 请回复“确认”",
		"English client, full-width colon":               "On 2019/7/18 11:15, 会办 wrote：\n> 请回复“确认”",
		"Foxmail 7 zh, no blank line":                    "发件人： 会办\n发送时间： 2026-11-18 10:00\n收件人： 王磊\n主题： 请确认\n请回复“确认”",
		"Coremail without blanks, an empty field":        "-----原始邮件-----\n发件人:\"会办\" <a@b.example>\n发送时间:2021-03-11 19:05:03 (星期四)\n收件人:w@b.example\n抄送:\n主题:请确认\n\n请回复“确认”",
		"Outlook, a broken list":                         "发件人: 会办 <a@b.example>\n发送时间: 2021年12月14日 12:49\n收件人: 王磊 <w@b.example>;\n李辉 <l@b.example>; 陈静\n<c@b.example>\n抄送: 周涛;\n林芳\n主题: 请确认\n\n请回复“确认”",
		"labels with wide blanks":                        "发 件 人: 会办\n日 期: 2021年12月14日\n收 件 人: 王磊\n主　题: 请确认\n\n请回复“确认”",
		"NetEase master, other date label, from another": "---- 转发的原邮件 ----\n| 发件人 | 会办<a@b.example> |\n| 发送日期 | 2026年9月21日 18:46 |\n| 收件人 | 王磊 |\n| 主题 | 请确认 |\n请回复“确认”",
		"NetEase master en, tabs":                        "---- Replied Message ----\nFrom\thuiban<a@b.example>\nDate\t08/10/2023 17:08\nTo\twang\nSubject\t请确认\n请回复“确认”",
		"NetEase master, glued":                          "---- 回复的原邮件 ----发件人会办<a@b.example>日期2026年9月21日 18:46收件人王磊主题请确认\n请回复“确认”",
		"139, four dashes":                               "----邮件原文----\n发件人：会办 <a@b.example>\n收件人：王磊\n发送时间：2026-04-09 13:23:25\n主题：请确认\n请回复“确认”",
		"WeCom, forward's twin":                          "----------Forwarded Message----------\nOn Wed,Jun 22,2022 2:07 AM 会办 <a@b.example> wrote:\n\n请回复“确认”",
		"Windows Mail, its link in a line of its own":    "从 Windows 版邮件\n<https://go.microsoft.com/fwlink/?LinkId=550986>发送\n\n发件人: 会办<mailto:a@b.example>\n发送时间: 2021年12月14日 12:49\n收件人: 王磊\n主题: 请确认\n\n请回复“确认”",
		"UOS, marks of bold":                             "----\n\n\n*主　题：*请确认\n*日　期：*2022-09-05 14:05\n*发件人：*会办\n*收件人：*王磊\n请回复“确认”",
		"Apple Mail zh-CN, no line above":                "> 请回复“确认”\n> 会办",
		"OWA zh-TW, unmarked fields":                     "________________________________________\n從: 會辦 [a@b.example]\n寄件日期: 2019年12月25日 下午 05:02\n至: 王磊\n主旨: 請確認\n\n请回复“确认”",
		"list footer below":                              "> 请回复“确认”\n_______________________________________________\nhuiban mailing list\nhuiban@lists.b.example\nhttps://lists.b.example/listinfo/huiban",
	} {
		if got := read("同意\n\n" + history).Text(); got != "同意" {
			t.Errorf("%s: %q", name, got)
		}
	}
}

// What programs and companies hang below a mail is nobody's words.
func TestFootersAndDisclaimers(t *testing.T) {
	for _, foot := range []string{
		"发自我的 iPhone", "发自我的iPhone", "发自我的 iPad", "發自我的 iPhone", "從我的 iPhone 傳送", "从我的 iPhone 发送",
		"获取 Outlook for iOS<https://aka.ms/o0ukef>", "获取 Outlook for Android", "获取 Outlook for iOS\n<https://nam01.safelinks.protection.outlook.com/?url=https%3A%2F%2Faka.ms%2Fo0ukef>",
		"取得 iOS 版 Outlook<https://aka.ms/o0ukef>", "取得 [iOS 版 Outlook](https://aka.ms/o0ukef)", "取得 Android 版 Outlook",
		"从 Windows 版邮件<https://go.microsoft.com/fwlink/?LinkId=550986>发送", "发自我的企业微信", "来自钉钉专属商务邮箱", "發自我的企業微信",
		"使用Mailspring发送，这是Mac、Windows和Linux上最佳的免费电子邮件应用程序", "由 Mailspring 寄送，最好的免費郵件軟體", "发自我的手机", "发自我的小米手机", "发自我的华为手机", "發自我的三星手機",
		"从我的华为手机发送", "來自新浪邮箱", "来自飞书邮箱", "发自飞书", "Sent from my iPhone", "Get Outlook for iOS",
		"-- \n王磊\n生产部", "--\n王磊", "--------------------\n王磊\n生产部\n电话：0553-5512 8833", "____________________\n王磊\n手机 13900001148", "********************\n王磊\nMobile: 139 0000 1148\nAdd: 芜湖", "----------------------\nWang Lei\nE-mail: w@b.example",
		"本邮件及其附件含有XX公司的保密信息（商业秘密），仅限于发送给上面地址中列出的个人或群组。禁止任何其他人以任何形式使用。如果您错收了本邮件，请您立即电话或邮件通知发件人并删除本邮件！",
		"This e-mail and its attachments contain confidential information from XX, which is intended only for the person or entity whose address is listed above.",
		"#/******本邮件及其附件含有XX公司的保密信息\n仅限于发送给上面地址******/#", "#/******This e-mail and its attachments contain confidential information******/#",
		"*************************\n保密提示：本邮件及其附件含有机密信息，仅发送给本邮件所指特定收件人。\nIMPORTANT NOTICE: This email is confidential\n*************************",
		"—\nReply to this email directly, view it on GitHub, or unsubscribe.\nYou are receiving this because you were mentioned.",
		"—\nReply to this email directly or view it on GitHub <https://github.com/x/y/issues/1#issuecomment-2>.\nYou are receiving this because you commented.Message ID: <x/y/issues/1/2@github.com>",
		"_______________________________________________\nhuiban mailing list\nhuiban@lists.b.example\nhttps://lists.b.example/listinfo/huiban",
	} {
		if got := read("同意\n\n" + foot).Text(); got != "同意" {
			t.Errorf("%s: %q", foot, got)
		}
		if got := read("同意\n\n" + foot + "\n\n> 请回复“确认”").Text(); got != "同意" {
			t.Errorf("%s above a quotation: %q", foot, got)
		}
	}
	if got := read("同意#/******本邮件及其附件含有XX公司的保密信息******/#").Text(); got != "同意" {
		t.Errorf("glued: %q", got)
	}
	if got := read("CAUTION: This email is not originated from within XX. Do not open links.\n\n同意").Text(); got != "同意" {
		t.Errorf("above: %q", got)
	}
}

// The pages of the catalogue's programs.
func TestPages(t *testing.T) {
	const letter = "<p>请回复“确认”</p><p>1. 计划量</p>"
	for name, page := range map[string]string{
		"QQ":                 `<div>同意</div><div><br></div><div style="font-size: 12px;font-family: Arial Narrow;padding:2px 0 2px 0;">------------------&nbsp;原始邮件&nbsp;------------------</div><div style="font-size: 12px;background:#efefef;padding:8px;"><div><b>发件人:</b>&nbsp;"会办" &lt;a@b.example&gt;;</div><div><b>发送时间:</b>&nbsp;2025年4月8日(星期二) 晚上8:43</div><div><b>收件人:</b>&nbsp;"王磊"&lt;w@b.example&gt;;</div><div></div><div><b>主题:</b>&nbsp;请确认</div></div><div><br></div>` + letter,
		"QQ for phones":      `<div>同意</div><div><!--emptysign--></div><div><br></div><div style="font-size: 12px;padding:2px 0 2px 0;">---Original---</div><div style="background:#f0f0f0;"><b>From:</b>&nbsp;"会办"&lt;a@b.example&gt;<br><b>Date:</b>&nbsp;Mon, Apr 20, 2020 20:55 PM<br><b>To:</b>&nbsp;"王磊"&lt;w@b.example&gt;;<br><b>Subject:</b>&nbsp;请确认<br></div><br>` + letter,
		"QQ since 2025":      `<div>同意</div><div class="qmbox"><div style="text-align:center">原始邮件</div><hr><table><tr><td>发件人：会办 &lt;a@b.example&gt;</td></tr><tr><td>发件时间：2026年10月9日 10:01</td></tr><tr><td>收件人：王磊</td></tr><tr><td>主题：请确认</td></tr></table>` + letter + `</div>`,
		"Foxmail":            `<div>同意</div><blockquote style="margin-top:0;margin-bottom:0;margin-left:0.5em"><div>&nbsp;</div><div style="border:none;border-top:solid #B5C4DF 1.0pt;padding:3.0pt 0cm 0cm 0cm"><div style="font-size:12px;background:#efefef;"><div><b>发件人：</b>&nbsp;<a href="mailto:a@b.example">会办</a></div><div><b>发送时间：</b>&nbsp;2026-11-18&nbsp;10:00</div><div><b>主题：</b>&nbsp;请确认</div></div></div><div><div class="FoxDiv2026">` + letter + `</div></div></blockquote>`,
		"Foxmail, no quote":  `<div>同意</div><div><div style="border:none;border-top:solid #B5C4DF 1.0pt"><div><b>发件人：</b>&nbsp;会办</div><div><b>发送时间：</b>&nbsp;2026-11-18&nbsp;10:00</div><div><b>主题：</b>&nbsp;请确认</div></div></div><div class="FoxDiv2026">` + letter + `</div>`,
		"NetEase master":     `<div>同意</div><div class="ntes-mailmaster-quote"><div class="J-reply" style="background-color:#f2f2f2">---- 回复的原邮件 ----<table><tr><td>发件人</td><td>会办&lt;a@b.example&gt;</td></tr><tr><td>日期</td><td>2026年9月21日 18:46</td></tr></table></div>` + letter + `</div>`,
		"NetEase master, pc": `<div>同意</div><div id="ntes-pcmac-signature">王磊</div><div class="J-reply"><span>On 3/11/2021 19:29，会办&lt;a@b.example&gt; wrote： </span></div><blockquote id="ntes-pcmail-quote">` + letter + `</blockquote>`,
		"163":                `<div>同意</div><div id="divNeteaseMailCard"></div><p>在 2026-10-03 18:28:31，"会办" &lt;a@b.example&gt; 写道：</p><blockquote id="isReplyContent">` + letter + `</blockquote>`,
		"163, no line above": `<div>同意</div><div id="isReplyContent">` + letter + `</div>`,
		"Alimail":            `<div class="__aliyun_email_body_block"><div>同意</div><div><br></div><blockquote style="margin-right:0;margin-top:0;margin-bottom:0;font-family:Tahoma"><div>------------------------------------------------------------------</div><div>发件人：会办 &lt;a@b.example&gt;</div><div>发送时间：2026年1月28日(周三) 09:06</div><div>收件人：王磊</div><div>主　题：请确认</div>` + letter + `</blockquote></div>`,
		"Outlook on the web": `<div class="elementToProof">同意</div><hr style="display:inline-block;width:98%"><div id="divRplyFwdMsg"><b>发件人:</b> 会办<br><b>发送时间:</b> 2026年11月18日</div>` + letter,
		"Outlook":            `<div class="WordSection1"><p class="MsoNormal">同意</p><div><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p class="MsoNormal"><b>发件人:</b> 会办 &lt;a@b.example&gt; <br><b>发送时间:</b> 2021年12月14日 12:49<br><b>收件人:</b> 王磊<br><b>主题:</b> 请确认</p></div></div>` + letter + `</div>`,
		"139":                `<div>同意</div><hr id="replySplit"><div id="reply139content"><div>------------------&nbsp;原始邮件&nbsp;------------------</div><div>发件人：会办</div>` + letter + `</div>`,
		"WeCom":              `<div>同意</div><div id="mail_signature_wecom" class="xm_mail_oauth_signature">发自我的企业微信</div><div><br></div><div>----------Reply to Message----------</div><div>On Wed,Jun 22,2022 2:07 AM 会办 &lt;a@b.example&gt; wrote:</div>` + letter,
		"Gmail":              `<div dir="ltr">同意</div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">会办 &lt;a@b.example&gt; 于2021年1月20日周三 下午8:29写道：<br></div><blockquote class="gmail_quote">` + letter + `</blockquote></div>`,
		"Apple Mail":         `<body>同意<br><div><br><blockquote type="cite"><div>2019年11月22日 18:05，会办 &lt;a@b.example&gt; 写道：</div><br>` + letter + `</blockquote></div></body>`,
		"Thunderbird":        `<p>同意</p><div class="moz-cite-prefix">在 2023/5/16 9:57, 会办 写道:<br></div><blockquote type="cite" cite="mid:1@b">` + letter + `</blockquote>`,
		"Roundcube":          `<p>同意</p><p id="reply-intro">在 2020-03-16 23:04，会办 写道：</p><blockquote type="cite">` + letter + `</blockquote>`,
		"Outlook for phones": `<div>同意</div><div id="ms-outlook-mobile-signature">获取 <a href="https://aka.ms/o0ukef">Outlook for iOS</a></div><hr><div id="divRplyFwdMsg"><b>发件人:</b> 会办</div>` + letter,
		"Yahoo":              `<div>同意</div><div id="yahoo_quoted_1" class="yahoo_quoted"><div>On Monday, Huiban &lt;a@b.example&gt; wrote:</div>` + letter + `</div>`,
		"Lark":               `<div>同意</div><div class="history-quote-wrapper" id="lark-mail-quote-1"><div>发件人: 会办</div>` + letter + `</div>`,
	} {
		r := Read(markup.Lines(page), Options{Name: "王磊"})
		if got := r.Text(); got != "同意" {
			t.Errorf("%s: %q", name, got)
		}
		if !strings.Contains(strings.Join(r.History, "\n"), "计划量") {
			t.Errorf("%s: the history is not known: %q", name, r.History)
		}
	}
}
