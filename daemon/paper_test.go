package daemon

import (
	"regexp"
	"strings"
	"testing"

	"github.com/huiban/huiban/secretary"
)

// S0-71, S0-74: by real mail, paper gets a number and a place, is put elsewhere, and a query of a colleague says where it stands.
func TestPaperByMail(t *testing.T) {
	h := aHouse(t)
	h.start()
	h.verdict(h.send(draft{from: chen, subject: "纸质归档", text: "产销协调会，11月20日签到表原件，档案室3柜2层"}), secretary.ActedOn, "paper")
	echo := h.letter(chen, secretary.Echo).Text
	number := regexp.MustCompile(`\d{8}-\w+-\w+-\d{2}`).FindString(echo)
	if number == "" || !strings.Contains(echo, "档案室3柜2层") {
		t.Fatalf("it has no number:\n%s", echo)
	}
	h.verdict(h.send(draft{from: li, text: "纸质归档：" + number + " 我的抽屉"}), secretary.AskedBack, "paper")
	h.verdict(h.send(draft{from: chen, text: "纸质归档：" + number + " 档案室5柜1层"}), secretary.ActedOn, "paper")
	h.verdict(h.send(draft{from: wang, text: "查询 签到表原件"}), secretary.ActedOn, "query")
	if found := h.letter(wang, secretary.QueryResult).Text; !strings.Contains(found, number) || !strings.Contains(found, "纸质件存放：档案室5柜1层") {
		t.Errorf("the query says:\n%s", found)
	}
}
