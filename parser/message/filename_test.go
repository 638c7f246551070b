package message

import (
	"path"
	"strings"
	"testing"
)

func TestFileNameIsHarmless(t *testing.T) {
	check := func(said, want string) {
		t.Helper()
		if got := fileName(said); got != want {
			t.Errorf("%q becomes %q, want %q", said, got, want)
		}
	}
	check("产能评估.xlsx", "产能评估.xlsx")
	check("../../x", "x")
	check(`..\..\x`, "x")
	check("/etc/passwd", "passwd")
	check(`C:\x`, "x")
	check("C:x", "C_x")
	check("a\x00b\r\nc.txt", "abc.txt")
	check("报价\u202excod.exe", "报价xcod.exe")
	check("..", "")
	check("...", "")
	check("", "")
	check("  .profile ", "profile")
	check("NUL", "_NUL")
	check("con.txt", "_con.txt")
	check("contract.txt", "contract.txt")
	check("\xff\xfe.doc", "_.doc")
	check("会议 14:00?.docx", "会议 14_00_.docx")
	check(strings.Repeat("纪", 300)+".docx", strings.Repeat("纪", 65)+".docx")
	check(strings.Repeat("x", 300), strings.Repeat("x", longestName))
	check("x."+strings.Repeat("y", 300), "x."+strings.Repeat("y", longestName-2))
}

func TestFilesGoByHarmlessNames(t *testing.T) {
	for header, want := range map[string]string{
		`attachment; filename="../../x.pdf"`:                            "x.pdf",
		`attachment; filename="=?utf-8?B?Li4vLi4v57qq6KaBLnBkZg==?="`:   "纪要.pdf",
		`attachment; filename*=utf-8''..%2F..%2F%E7%BA%AA%E8%A6%81.pdf`: "纪要.pdf",
		`attachment; filename=".."`:                                     "attachment-1.pdf",
		`attachment`:                                                    "attachment-1.pdf",
	} {
		m := Read([]byte("Content-Type: application/pdf\r\nContent-Disposition: " + header + "\r\n\r\nx"))
		if len(m.Files) != 1 || m.Files[0].Name != want {
			t.Errorf("%s: %+v", header, m.Files)
		}
	}
}

func FuzzFileName(f *testing.F) {
	for _, s := range []string{"../../x", `..\x`, "a.b", "纪要.docx", "con", strings.Repeat(".", 300)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, said string) {
		name := fileName(said)
		if name != "" && (path.Base(name) != name || name == ".." || strings.ContainsAny(name, "\\:\x00\r\n") || len(name) > longestName) {
			t.Errorf("%q becomes %q", said, name)
		}
		if again := fileName(name); again != name {
			t.Errorf("%q becomes %q, and then %q", said, name, again)
		}
	})
}
