package message

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// Decode turns b, which a mail says is written in charset label, into UTF-8. The label is a hint: bytes that
// are plainly something else (GBK labelled as UTF-8, UTF-8 labelled as GB2312) are read as what they are.
func Decode(b []byte, label string) string {
	b = bytes.TrimPrefix(b, []byte("\xef\xbb\xbf"))
	label = strings.ToLower(strings.Trim(label, " \"'"))
	if ascii(b) {
		return decodeSevenBit(b, label)
	}
	if utf8.Valid(b) && (vague[label] || hasHan(b)) {
		return string(b)
	}
	if s, ok := decodeAs(b, label); ok {
		return s
	}
	return guess(b)
}

// vague labels say nothing about bytes above 0x7f.
var vague = map[string]bool{"": true, "utf-8": true, "utf8": true, "us-ascii": true, "ascii": true,
	"unknown-8bit": true, "x-unknown": true, "unknown": true, "default": true, "default_charset": true, "7bit": true, "8bit": true}

func ascii(b []byte) bool {
	for _, c := range b {
		if c >= 0x80 {
			return false
		}
	}
	return true
}

// hasHan reports whether s holds Chinese or Japanese characters or full-width punctuation. GBK bytes that happen
// to be valid UTF-8 give Latin and Greek letters instead.
func hasHan(b []byte) bool {
	return bytes.ContainsFunc(b, func(r rune) bool {
		return r >= 0x2e80 && r <= 0x9fff || r >= 0xff00 && r <= 0xffef || r >= 0x1f300
	})
}

// decodeAs applies the labelled charset and reports whether the result can be trusted.
func decodeAs(b []byte, label string) (string, bool) {
	enc := encodingOf(label)
	if enc == nil || vague[label] {
		return "", false
	}
	decoded, err := enc.NewDecoder().Bytes(b)
	s := string(decoded)
	if faults := strings.Count(s, "\ufffd"); err != nil || faults > 0 && faults*10 > utf8.RuneCountInString(s) {
		return "", false
	}
	if western(label) && chineseBytes(b) || chinese(label) && mistaken(b, s) {
		return "", false
	}
	return s, true
}

// chineseBytes reports whether bytes with a western label are Chinese: nearly all of them pairs of GB 2312, or a fair part
// of what they make everyday characters, which the accents of "größer" and "déjà" never are.
func chineseBytes(b []byte) bool {
	n, everyday := pairs(b), common(guess(b))
	return n > 1 && (score(b, gbPair)*100 > 90*n || everyday > 1 && everyday*4 >= n)
}

// chinese labels are mixed up among one another: Big5 goes out as GB 2312 from a program set up for the mainland.
func chinese(label string) bool {
	return encodingOf(label) == simplifiedchinese.GB18030 || encodingOf(label) == traditionalchinese.Big5
}

// mistaken reports whether b reads clearly better in the other Chinese charset than as s, what its label makes of it. Where
// one character in four is an everyday one no other charset can be that much better, and none is tried.
func mistaken(b []byte, s string) bool {
	said := common(s)
	if said*4 >= most(b) {
		return false
	}
	other := guess(b)
	n := common(other)
	return other != s && said*4 < n && n > 2
}

// most is how many Chinese characters of two bytes b can hold at most, in whatever charset.
func most(b []byte) (n int) {
	for i := 0; i+1 < len(b); i++ {
		if b[i] >= 0x80 {
			n++
			i++
		}
	}
	return n
}

// common counts the frequent characters of s: what is decoded in the wrong charset has next to none.
func common(s string) (n int) {
	for _, r := range s {
		if r > 0x7f && r < 0x10000 && everyday[r>>6]&(1<<(r&63)) != 0 {
			n++
		}
	}
	return n
}

// everyday has a bit for each of the frequent characters.
var everyday = func() (set [0x10000 >> 6]uint64) {
	for _, r := range frequent {
		set[r>>6] |= 1 << (r & 63)
	}
	return set
}()

// frequent are the characters of everyday mails, simplified and traditional.
const frequent = "，。：；、？！「」（）的一是不了在人有我他这這个個们們中来來上大为為和国國地到以说說时時要就出会會可也你对對生能而子那得于於着著下自之年过過发發后後作里裡用道行所然家种種事成方多经經么去法学學如都同现現当當没沒动動面起看定天分还還进進好小部其些主样樣理心她本前开開但因只从從想实實日月点點已请請回复覆确確认認议議谢謝无無加席期完周週五二三四六七八九十今明第项項条條件按"

func western(label string) bool {
	return strings.HasPrefix(label, "iso-8859") || strings.HasPrefix(label, "windows-125") || label == "latin1"
}

var others = map[string]encoding.Encoding{
	"gb2312": simplifiedchinese.GB18030, "gbk": simplifiedchinese.GB18030, "gb18030": simplifiedchinese.GB18030,
	"x-gbk": simplifiedchinese.GB18030, "gb_2312-80": simplifiedchinese.GB18030, "gb2312-80": simplifiedchinese.GB18030,
	"cp936": simplifiedchinese.GB18030, "ms936": simplifiedchinese.GB18030, "windows-936": simplifiedchinese.GB18030,
	"euc-cn": simplifiedchinese.GB18030, "chinesegb": simplifiedchinese.GB18030, "gb": simplifiedchinese.GB18030,
	"hz-gb-2312": simplifiedchinese.HZGB2312, "hz": simplifiedchinese.HZGB2312,
	"cp950": traditionalchinese.Big5, "ms950": traditionalchinese.Big5, "big5-hkscs": traditionalchinese.Big5,
	"big-5": traditionalchinese.Big5, "x-big5": traditionalchinese.Big5, "chinesebig5": traditionalchinese.Big5,
}

func encodingOf(label string) encoding.Encoding {
	if e := others[label]; e != nil {
		return e
	}
	e, err := htmlindex.Get(label)
	if err != nil || e == encoding.Replacement {
		return nil
	}
	return e
}

// guess reads unlabelled bytes above 0x7f: UTF-8, else GB18030 or Big5, whichever gives more everyday characters or, in a
// text too short for that, fits more of the pairs.
func guess(b []byte) string {
	if utf8.Valid(b) {
		return string(b)
	}
	head := b[:min(len(b), 4096)]
	gb, big5 := common(convert(head, simplifiedchinese.GB18030)), common(convert(head, traditionalchinese.Big5))
	if big5 > gb || big5 == gb && score(b, big5Pair) > score(b, gbPair) {
		return convert(b, traditionalchinese.Big5)
	}
	return convert(b, simplifiedchinese.GB18030)
}

func convert(b []byte, e encoding.Encoding) string {
	s, err := e.NewDecoder().Bytes(b)
	if err != nil {
		return strings.ToValidUTF8(string(b), "\ufffd")
	}
	return string(s)
}

// gbPair is a character of GB 2312: its common half, or punctuation.
func gbPair(a, b byte) bool { return b >= 0xa1 && (a >= 0xb0 && a <= 0xd7 || a >= 0xa1 && a <= 0xa3) }

// big5Pair is a character of the common half of Big5, or punctuation.
func big5Pair(a, b byte) bool {
	return (b >= 0x40 && b <= 0x7e || b >= 0xa1 && b <= 0xfe) && a >= 0xa1 && a <= 0xc6
}

func score(b []byte, fits func(a, b byte) bool) (n int) {
	eachPair(b, func(x, y byte) {
		if fits(x, y) {
			n++
		}
	})
	return n
}

func pairs(b []byte) (n int) {
	eachPair(b, func(byte, byte) { n++ })
	return n
}

func eachPair(b []byte, f func(a, b byte)) {
	for i := 0; i+1 < len(b) && i < 4096; i++ {
		if b[i] >= 0x80 {
			f(b[i], b[i+1])
			i++
		}
	}
}
