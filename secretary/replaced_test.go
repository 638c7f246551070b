package secretary

import "testing"

// S2-43: a file that is corrected replaces the earlier one, whatever its writer calls the new version; other files of like
// names do not.
func TestOneFileUnderSeveralNames(t *testing.T) {
	check := func(a, b string, one bool) {
		t.Helper()
		if got := stem(a) == stem(b); got != one {
			t.Errorf("%s and %s are one file: %t, want %t", a, b, got, one)
		}
	}
	check("产能.xlsx", "产能v2.xlsx", true)
	check("产能.xlsx", "产能 V2.1.XLSX", true)
	check("产能.xlsx", "产能（终稿）.xlsx", true)
	check("产能.xlsx", "产能(1).xlsx", true)
	check("产能.xlsx", "产能 - 副本.xlsx", true)
	check("产能第二版.xlsx", "产能最终版.xlsx", true)
	check("产能v1.xlsx", "产能v2（终稿）.xlsx", true)
	check("capacity.xlsx", "Capacity_final.xlsx", true)
	check("capacity v1.xlsx", "capacity v2.xlsx", true)
	check("产能1.xlsx", "产能2.xlsx", false)
	check("日报1126.xlsx", "日报1127.xlsx", false)
	check("产能.xlsx", "产能.pdf", false)
	check("semv2.xlsx", "sem.xlsx", false)
	check("终稿.docx", "定稿.docx", false)
}
