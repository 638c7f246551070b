package meaning

import (
	"strings"
	"testing"
)

// The items of a letter are known however it numbers them; our own letters write "[2]".
func TestItemsOfALetter(t *testing.T) {
	letter := "[1] 产量调整\n    责任人：王磊\n[2] 排产\n> (3) c\n4. d\n5、e\n九、f\n[act-17] g\nA-0042 h\n12月5日前\n9:30 开会\n[10人] x\n2\t表格"
	if _, order := listed(print(strings.Split(letter, "\n"))); strings.Join(order, " ") != "1 2 3 4 5 9 ACT-17 A-0042" {
		t.Errorf("%q", order)
	}
}
