package message

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

func gbk(s string) string {
	b, _ := simplifiedchinese.GB18030.NewEncoder().String(s)
	return b
}

func big5(s string) string {
	b, _ := traditionalchinese.Big5.NewEncoder().String(s)
	return b
}

func TestDecodeReadsWhatTheBytesAre(t *testing.T) {
	iso, _ := simplifiedchinese.HZGB2312.NewEncoder().String("确认")
	for _, c := range []struct{ label, in, want string }{
		{"utf-8", "确认无误", "确认无误"},
		{"gb2312", gbk("确认㐀"), "确认㐀"},
		{"GB18030", gbk("确认无误"), "确认无误"},
		{"utf-8", gbk("我部门确认无误"), "我部门确认无误"},
		{"", gbk("我部门确认无误"), "我部门确认无误"},
		{"unknown-8bit", gbk("修模进度：四成五"), "修模进度：四成五"},
		{"iso-8859-1", gbk("我部门确认无误"), "我部门确认无误"},
		{"gb2312", "我部门确认", "我部门确认"},
		{"big5", big5("會議紀錄無誤"), "會議紀錄無誤"},
		{"", big5("會議紀錄無誤，請發布"), "會議紀錄無誤，請發布"},
		{"hz-gb-2312", iso, "确认"},
		{"iso-2022-cn", "\x1b$)A\x0eH7HO\x0f ok", "确认 ok"},
		{"iso-2022-jp", "\x1b$B2&\x1b(B", "王"},
		{"utf-7", "+eG6LpA-", "确认"},
		{"iso-8859-1", "d\xe9j\xe0 vu", "déjà vu"},
		{"gb2312", gbk("一"), "一"},
		{"iso-8859-1", gbk("不參加，當天要去新竹驗機。"), "不參加，當天要去新竹驗機。"},
		{"windows-1252", big5("同意，請照辦。"), "同意，請照辦。"},
		{"iso-8859-1", "Gr\xf6\xdfe gr\xf6\xdfer", "Größe größer"},
		{"iso-8859-1", "d\xe9j\xe0 cr\xe9\xe9e \xab \xe0 \xbb", "déjà créée « à »"},
		{"iso-8859-1", "\xe5\xe4\xf6 \xc5\xc4\xd6", "åäö ÅÄÖ"},
		{"gb2312", big5("會議紀錄我沒有意見，請確認"), "會議紀錄我沒有意見，請確認"},
		{"big5", gbk("会议纪要我没有意见，请确认"), "会议纪要我没有意见，请确认"},
		{"gb2312", gbk("會議紀錄我沒有意見，請確認"), "會議紀錄我沒有意見，請確認"},
		{"big5", big5("蔡宗憲、高美玲"), "蔡宗憲、高美玲"},
		{"", big5("同意"), "同意"},
		{"", gbk("同意"), "同意"},
		{"us-ascii", "\x1b$B3NG'L5;v\x1b(B", "確認無事"},
		{"us-ascii", "确认", "确认"},
	} {
		if got := Decode([]byte(c.in), c.label); got != c.want {
			t.Errorf("%s: %q, want %q", c.label, got, c.want)
		}
	}
}

func TestDecodeWords(t *testing.T) {
	for in, want := range map[string]string{
		"=?utf-8?B?56Gu6K6k?=":                  "确认",
		"Re: =?gb2312?B?yLfIzw==?= x":           "Re: 确认 x",
		"=?GBK?B?yLc=?= =?GBK?B?yM8=?=":         "确认",
		"=?gbk?B?yA==?= =?gbk?B?t8jP?=":         "确认", // split inside a character
		"=?utf-8?Q?=E7=A1=AE_=E8=AE=A4?=":       "确 认",
		"=?utf-8?Q?a b?=":                       "a b",
		"=?broken":                              "=?broken",
		gbk("确认无误"):                             "确认无误",
		"=?utf-8*zh?B?56Gu6K6k?=":               "确认",
		"=?utf-8?B?56Gu?= and =?utf-8?B?6K6k?=": "确 and 认",
	} {
		if got := DecodeWords(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestHeaderIsReadHoweverBroken(t *testing.T) {
	raw := "From a@b Mon Jan  1\r\nthis line is no field\r\nFrom: =?utf-8?B?546L56OK?= <W@B.example>\r\nSubject: a\r\n b\r\n" +
		"In-Reply-To: <x@y> (=?utf-8?B?5Lya5Yqe?= message of \"Fri, 20\r\n Nov <no@id>\")\r\nReferences: <1@y>\r\n <2@y>\r\n\r\nbody"
	m := Read([]byte(raw))
	if m.From != (Address{"王磊", "w@b.example"}) || m.Subject != "a b" || m.Text != "body" {
		t.Errorf("%+v", m)
	}
	if strings.Join(m.InReplyTo, ",") != "x@y" || strings.Join(m.References, ",") != "1@y,2@y" {
		t.Error(m.InReplyTo, m.References)
	}
	if m := Read([]byte("From: a@b\nSubject: x\n确认\n同意\n")); m.Text != "确认\n同意\n" {
		t.Errorf("missing blank line: %q", m.Text)
	}
}

func TestAddresses(t *testing.T) {
	h := Header{{"To", `"Wei, Helen" <h@b.example>, b@b.example (Bob), undisclosed-recipients:;, <c@b.example>`}}
	got := h.Addresses("To")
	want := []Address{{"Wei, Helen", "h@b.example"}, {"Bob", "b@b.example"}, {"", "c@b.example"}}
	if len(got) != len(want) {
		t.Fatal(got)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("%+v", got[i])
		}
	}
}

const parts = "From: a@b\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\npreamble\r\n--x\r\nContent-Type: multipart/alternative; boundary=\"y\"\r\n\r\n" +
	"--y\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n确认\r\n--y\r\nContent-Type: text/html\r\n\r\n<p>确认\r\n--y\r\nContent-Type: text/calendar; method=REPLY\r\n\r\nBEGIN:VCALENDAR\r\n--y--\r\n" +
	"--x\r\nContent-Type: application/ics; name=a.ics\r\nContent-Disposition: attachment\r\n\r\nBEGIN:\r\n VCALENDAR\r\n--x\r\nContent-Type: application/octet-stream\r\nContent-Disposition: attachment; filename*=utf-8''%E7%BA%AA%E8%A6%81.docx\r\nContent-Transfer-Encoding: base64\r\n\r\nUEsD\r\n" +
	"--x\r\nContent-Type: message/rfc822\r\n\r\nFrom: c@d\r\n\r\n不同意\r\n--x--\r\n"

func TestTree(t *testing.T) {
	m := Read([]byte(parts))
	if m.Text != "确认" || !strings.Contains(m.HTML(), "确认") || len(m.Calendars) != 1 || len(m.Enclosed) != 1 {
		t.Errorf("%+v", m)
	}
	if len(m.Files) != 1 || m.Files[0].Name != "纪要.docx" || string(m.Files[0].Data) != "PK\x03" {
		t.Errorf("%+v", m.Files)
	}
}

func TestBrokenTrees(t *testing.T) {
	for why, raw := range map[string]string{
		"no boundary named":   strings.Replace(strings.Replace(parts, "; boundary=x", "", 1), "preamble\r\n", "", 1),
		"wrong boundary":      strings.Replace(parts, "boundary=x", "boundary=other", 1),
		"never closed":        strings.Replace(parts, "--x--\r\n", "", 1),
		"bare line feeds":     strings.ReplaceAll(parts, "\r\n", "\n"),
		"unknown encoding":    strings.Replace(parts, "text/plain; charset=utf-8\r\n", "text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8-bit-ish\r\n", 1),
		"charset given twice": strings.Replace(parts, "charset=utf-8", "charset=utf-8; charset=gb2312", 1),
	} {
		if m := Read([]byte(raw)); strings.TrimSpace(m.Text) != "确认" {
			t.Errorf("%s: %q", why, m.Text)
		}
	}
	if m := Read([]byte("From: a@b\nContent-Type: multipart/mixed; boundary=x\n\n确认")); m.Text != "确认" {
		t.Errorf("a multipart without parts: %q", m.Text)
	}
}

func TestTransferEncodings(t *testing.T) {
	for _, c := range []struct{ encoding, in, want string }{
		{"base64", "56Gu 6K6k\r\n", "确认"},
		{"base64", "56Gu6K6k\r\n-- a list's footer, in the clear!\r\n", "确认"},
		{"BASE64 ", "56Gu6K6", "确\xe8\xae"},
		{"quoted-printable", "=E7=A1=AE=\r\n=E8=AE=A4 50% =ZZ", "确认 50% =ZZ"},
		{"x-unknown", "确认", "确认"},
	} {
		if got := string(decodeTransfer([]byte(c.in), c.encoding)); got != c.want {
			t.Errorf("%s: %q", c.encoding, got)
		}
	}
}

func TestFlowed(t *testing.T) {
	got := unflow("大屏已安装， \n接口调试中\n> quoted \n> on\n-- \nname", false)
	if got != "大屏已安装， 接口调试中\n> quoted on\n-- \nname" {
		t.Errorf("%q", got)
	}
}

func TestHostileTreesEnd(t *testing.T) {
	var deep strings.Builder
	for range 500 {
		deep.WriteString("Content-Type: multipart/mixed; boundary=x\n\n--x\n")
	}
	Read([]byte(deep.String() + "\nend"))
	Read([]byte("Content-Type: multipart/mixed; boundary=x\n\n" + strings.Repeat("--x\n\na\n", 20000)))
	Read([]byte(strings.Repeat("X: y\n", 100000)))
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(parts))
	f.Fuzz(func(t *testing.T, raw []byte) {
		m := Read(raw)
		if len(m.Froms) > 0 && m.Froms[0] != m.From {
			t.Error("From is not the first of its field")
		}
	})
}

// A calendar in Big5 or UTF-16 is given on in UTF-8; a fold may cut a Big5 character in two.
func TestCalendarCharsets(t *testing.T) {
	head := "From: a@b\r\nContent-Type: text/calendar; method=REPLY; charset="
	for charset, body := range map[string]string{
		"big5":     "COMMENT:\xb7\r\n \xed\xa4\xd1\r\n",
		"utf-16le": "C\x00O\x00M\x00M\x00E\x00N\x00T\x00:\x00\x76\x75\x29\x59\r\x00\n\x00",
		"utf-8":    "COMMENT:當天\r\n",
	} {
		m := Read([]byte(head + charset + "\r\n\r\n" + body))
		if len(m.Calendars) != 1 || strings.TrimSpace(string(m.Calendars[0])) != "COMMENT:當天" {
			t.Errorf("%s: %q", charset, m.Calendars)
		}
	}
}

// What lies beyond the limits of a header is neither header nor text.
func TestEndlessHeader(t *testing.T) {
	m := Read([]byte("From: a@b.example\n" + strings.Repeat("X-A: 确认\n", 100_000) + "\n同意"))
	if m.From.Email != "a@b.example" || len(m.Header) != maxFields || m.Text != "同意" {
		t.Errorf("%q, %d fields, %.40q", m.From.Email, len(m.Header), m.Text)
	}
}

// Many texts are read up to the limit, and never half a character.
func TestEndlessTexts(t *testing.T) {
	part := "--x\nContent-Type: text/plain; charset=utf-8\n\n" + strings.Repeat("确", 10_000) + "\n"
	m := Read([]byte("Content-Type: multipart/mixed; boundary=x\n\n" + strings.Repeat(part, 300)))
	if len(m.Text) > maxText || len(m.Text) < maxText-3 || !utf8.ValidString(m.Text) {
		t.Error(len(m.Text), utf8.ValidString(m.Text))
	}
}
