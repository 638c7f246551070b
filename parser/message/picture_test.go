package message

import (
	"encoding/base64"
	"strings"
	"testing"
)

// tree is a mail of parts "content-type|further fields|body", nested by indentation of multiparts: "(" opens, ")" closes.
func tree(parts ...string) []byte {
	var b strings.Builder
	var open []string
	b.WriteString("From: wang@corp.test\r\nMIME-Version: 1.0\r\n")
	for _, p := range parts {
		if p == ")" {
			b.WriteString("\r\n--" + open[len(open)-1] + "--\r\n")
			open = open[:len(open)-1]
			continue
		}
		if len(open) > 0 {
			b.WriteString("\r\n--" + open[len(open)-1] + "\r\n")
		}
		if kind, ok := strings.CutPrefix(p, "("); ok {
			boundary := "b" + string(rune('0'+len(open))) + strings.ReplaceAll(kind, "/", "_")
			b.WriteString("Content-Type: " + kind + "; boundary=\"" + boundary + "\"\r\n")
			open = append(open, boundary)
			continue
		}
		f := strings.SplitN(p, "|", 3)
		b.WriteString("Content-Type: " + f[0] + "\r\n")
		for _, line := range strings.Split(f[1], ";;") {
			b.WriteString(line + "\r\n")
		}
		b.WriteString("Content-Transfer-Encoding: base64\r\n\r\n" + base64.StdEncoding.EncodeToString([]byte(f[2])) + "\r\n")
	}
	return []byte(b.String())
}

func TestPicturesOfTheTextAreNoFiles(t *testing.T) {
	const x = "X-A: b" // where a part says nothing more
	photo := strings.Repeat("x", decoration+1)
	for name, c := range map[string]struct {
		parts []string
		want  string
	}{
		"Outlook, logo": {[]string{"(multipart/related", "(multipart/alternative", "text/plain|" + x + "|参加", "text/html|" + x + `|<p>参加</p><img src="cid:image001.png@01DC5A2B.7E3F10A0">`, ")",
			`image/png; name="image001.png"|Content-ID: <image001.png@01DC5A2B.7E3F10A0>;;Content-Description: image001.png;;Content-Disposition: inline; filename="image001.png"; size=12|logo`, ")"}, ""},
		"Outlook, logo and a picture attached": {[]string{"(multipart/mixed", "(multipart/related", "text/html|" + x + `|<img src="cid:image001.png@01DC">`,
			`image/png; name="image001.png"|Content-ID: <image001.png@01DC>;;Content-Disposition: inline; filename="image001.png"|logo`, ")",
			`image/jpeg; name="现场.jpg"|Content-Disposition: attachment; filename="site.jpg"|small`, ")"}, "site.jpg"},
		"Exchange, logo said to be attached": {[]string{"(multipart/related", "text/html|" + x + `|<img src="cid:logo@corp">`,
			`image/gif; name="logo.gif"|Content-ID: <logo@corp>;;Content-Disposition: attachment; filename="logo.gif"|logo`, ")"}, ""},
		"Outlook, attached pictures have Content-IDs, too": {[]string{"(multipart/mixed", "text/html|" + x + "|<p>见附件</p>",
			`image/png; name="chart.png"|Content-ID: <A1B2@apcprd.outlook.com>;;Content-Disposition: attachment; filename="chart.png"|chart`, ")"}, "chart.png"},
		"Apple Mail, picture between the words": {[]string{"(multipart/alternative", "text/plain|" + x + "|见图", "(multipart/mixed", "text/html|" + x + "|<div>见图</div>",
			`image/jpeg; x-unix-mode=0644; name="IMG_0012.jpeg"|Content-Disposition: inline; filename=IMG_0012.jpeg;;Content-Id: <7F2A@local>|small`, "text/html|" + x + "|<br>", ")", ")"}, "IMG_0012.jpeg"},
		"Apple Mail, photograph shown in the text": {[]string{"(multipart/related", "text/html|" + x + `|<img apple-inline="yes" src="cid:3D5C@local">`,
			`image/jpeg; name="IMG_0013.jpeg"|Content-Disposition: inline; filename=IMG_0013.jpeg;;Content-Id: <3D5C@local>|` + photo, ")"}, "IMG_0013.jpeg"},
		"Apple Mail, plain text": {[]string{"(multipart/mixed", "text/plain|" + x + "|见图", `image/png; name="图.png"|Content-Disposition: inline; filename="t.png"|small`, ")"}, "t.png"},
		"QQ, signature and a document": {[]string{"(multipart/mixed", "(multipart/related", "(multipart/alternative", "text/plain|" + x + "|材料见附件", "text/html|" + x + `|<img src="cid:5D1E8B60@7A0B2D3E.6B3C1F69.png" modifysize="50%">`, ")",
			`application/octet-stream; name="5D1E8B60@7A0B2D3E.6B3C1F69.png"|Content-ID: <5D1E8B60@7A0B2D3E.6B3C1F69.png>;;Content-Disposition: inline; filename="5D1E8B60@7A0B2D3E.6B3C1F69.png"|logo`, ")",
			`application/octet-stream; name="a.xlsx"|Content-Disposition: attachment; filename="a.xlsx"|PK`, ")"}, "a.xlsx"},
		"Foxmail, signature": {[]string{"(multipart/related", "(multipart/alternative", "text/plain|" + x + "|参加", "text/html|" + x + `|<img src='cid:_Foxmail.1@4b2f0c1e-8d3a'>`, ")",
			`image/png; name="InsertPic_(11-20-09-30-00).png"|Content-ID: <_Foxmail.1@4b2f0c1e-8d3a>|logo`, ")"}, ""},
		"a Content-ID written with escapes":               {[]string{"(multipart/related", "text/html|" + x + `|<img src=cid:logo%40corp>`, "image/png|Content-ID: <logo@corp>|logo", ")"}, ""},
		"a document shown by its id is none the less one": {[]string{"(multipart/related", "text/html|" + x + `|<a href="cid:doc@1">x</a>`, "application/pdf; name=x.pdf|Content-ID: <doc@1>|%PDF", ")"}, "x.pdf"},
	} {
		var got []string
		for _, f := range Read(tree(c.parts...)).Files {
			got = append(got, f.Name)
		}
		if strings.Join(got, ",") != c.want {
			t.Errorf("%s: files %q, want %q", name, got, c.want)
		}
	}
}
