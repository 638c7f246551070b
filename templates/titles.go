package templates

import (
	"strings"

	"github.com/huiban/huiban/secretary"
)

// The characters that titles of posts are made of, where the two scripts differ; in titles each has one counterpart only.
const (
	simple   = "经总监长务处员师会计书记课组厂区业产销质检购财术发项专资级协实验运营规划统战联络顾问编辑艺设备库办"
	standard = "經總監長務處員師會計書記課組廠區業產銷質檢購財術發項專資級協實驗運營規劃統戰聯絡顧問編輯藝設備庫辦"
)

var toHans, toHant = scripts()

func scripts() (hans, hant *strings.Replacer) {
	var a, b []string
	full := []rune(standard)
	for i, r := range []rune(simple) {
		a, b = append(a, string(full[i]), string(r)), append(b, string(r), string(full[i]))
	}
	return strings.NewReplacer(a...), strings.NewReplacer(b...)
}

// post is a title in the letter's script: 副总经理 reads 副總經理 in a traditional letter. Names are never touched.
func (v *view) post(title string) string {
	switch v.Lang {
	case secretary.Hans:
		return toHans.Replace(title)
	case secretary.Hant:
		return toHant.Replace(title)
	}
	return title
}
