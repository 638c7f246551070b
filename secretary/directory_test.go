package secretary

import (
	"fmt"
	"testing"
)

// TestRefsNamePeople proves S0-11.
func TestRefsNamePeople(t *testing.T) {
	d := testDirectory()
	d.People["wu.di"].Inactive = true
	check := func(r Ref, want string) {
		t.Helper()
		if got := fmt.Sprint(d.Resolve(r)); got != want {
			t.Errorf("%s is %s, not %s", r, got, want)
		}
	}
	check("li.na", "[li.na]")
	check("li.na@corp.example", "[li.na]")
	check("LI.NA+x@Corp.example", "[li.na]")
	check("head:sales", "[li.na]")
	check("head:SAL", "[li.na]")
	check("rep:production", "[zhou.qiang]")
	check("rep:sales", "[li.na]")
	check("all:quality", "[zhang.wei]")
	check("host", "[]")
	check("wu.di", "[]")
	check("head:nowhere", "[]")
	d.People["zhou.qiang"].Inactive = true
	check("rep:production", "[wang.lei]")
}

// TestRefsToEveryDepartment: each department's, in the company's order, each person once (S0-25, S0-46).
func TestRefsToEveryDepartment(t *testing.T) {
	d := testDirectory()
	d.Departments["FIN"].Head = "zhao.jun"
	check := func(r Ref, want string) {
		t.Helper()
		if got := fmt.Sprint(d.Resolve(r)); got != want {
			t.Errorf("%s is %s, not %s", r, got, want)
		}
	}
	check("head:*", "[zhao.jun chen.jing wang.lei li.na zhang.wei liu.yang huang.ting]")
	check("rep:*", "[zhao.jun chen.jing zhou.qiang li.na zhang.wei liu.yang huang.ting]")
	if all := d.Resolve("all:*"); len(all) < 10 || all[0] != "zhao.jun" {
		t.Errorf("all:* is %v", all)
	}
}

// TestAllMembersTakesInTheDepartmentsBelow: the staff of a centre are those of its departments, too (S1C-06, S2-14).
func TestAllMembersTakesInTheDepartmentsBelow(t *testing.T) {
	d := testDirectory()
	d.Departments["QUA"].Parent, d.Departments["FIN"].Parent, d.Departments["MKT"].Parent = "FIN", "MKT", "QUA"
	if got := fmt.Sprint(d.Resolve("all:quality")); got != "[wu.di zhang.wei he.ping huang.ting david]" {
		t.Errorf("all:quality is %s", got)
	}
	if got := fmt.Sprint(d.Resolve("head:quality")); got != "[zhang.wei]" {
		t.Errorf("head:quality is %s", got)
	}
}

func TestRefsThatAreMisspelt(t *testing.T) {
	for _, r := range []Ref{"", "boss:sales", "head:", "head", "li na"} {
		if err := ParseRef(r); err == nil && r != "head" {
			t.Errorf("%q is taken for a reference", r)
		}
	}
}

func TestNamesAsPeopleWriteThem(t *testing.T) {
	d := testDirectory()
	check := func(name, want string) {
		t.Helper()
		var ids []PersonID
		for _, p := range d.ByName(name) {
			ids = append(ids, p.ID)
		}
		if got := fmt.Sprint(ids); got != want {
			t.Errorf("%q is %s, not %s", name, got, want)
		}
	}
	check("王磊", "[wang.lei]")
	check("王磊部长", "[wang.lei]")
	check("李伟", "[li.wei li.wei2]")
	check("li.wei2@corp.example", "[li.wei2]")
	check("<li.wei2@corp.example>", "[li.wei2]")
	check("生产部 王磊", "[wang.lei]")
	check("王磊（生产部，牵头）", "[wang.lei]")
	check("王磊磊", "[]")
	check("王磊、刘洋", "[]")
	check("销售部王磊", "[]")
	check("王", "[]")
	check("", "[]")
	check("nobody@corp.example", "[]")
}

func TestATreeWithALoopIsCut(t *testing.T) {
	d := testDirectory()
	d.People["zhao.jun"].Manager = "sun.li"                    // whose manager's manager he is
	if n := len(d.Subtree("zhao.jun")); n != len(d.People)-2 { // himself and the customer
		t.Errorf("the tree under 赵军 has %d people", n)
	}
	if n := len(d.above("sun.li")); n > 3 {
		t.Errorf("above 孙丽 are %d managers", n)
	}
	d.People["chen.jing"].Manager = "chen.jing"
	if got := d.superior("chen.jing"); got != "" {
		t.Errorf("陈静 is her own superior %q", got)
	}
}
