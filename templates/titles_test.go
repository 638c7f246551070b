package templates

import (
	"testing"

	"github.com/huiban/huiban/secretary"
)

func TestTitlesInTheLettersScript(t *testing.T) {
	cases := []struct {
		lang              secretary.Lang
		name, title, want string
	}{
		{secretary.Hant, "李建国", "副总经理", "李建国副總經理"},
		{secretary.Hant, "张伟", "总经理", "张總"},
		{secretary.Hans, "林志豪", "經理", "林志豪经理"},
		{secretary.Hans, "林志豪", "總經理", "林总"},
		{secretary.Hant, "赵敏", "部长", "赵敏部長"},
		{secretary.English, "林志豪", "經理", "林志豪"},
	}
	for _, c := range cases {
		v, err := newView(&secretary.Letter{Lang: c.lang}, Options{})
		if err != nil {
			t.Fatal(err)
		}
		if got := v.Who(secretary.Party{Name: c.name, Title: c.title}); got != c.want {
			t.Errorf("%s: %q, want %q", c.lang, got, c.want)
		}
	}
}

func TestManyPresenters(t *testing.T) {
	people := make([]secretary.Party, 6)
	seats := make([]secretary.SeatView, 6)
	for i := range people {
		people[i] = secretary.Party{ID: secretary.PersonID(rune('a' + i)), Name: string(rune('甲' + i))}
		seats[i] = secretary.SeatView{Party: people[i]}
	}
	v, err := newView(&secretary.Letter{Lang: secretary.Hans, Meeting: &secretary.MeetingView{Seats: seats}}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	all, some, few := v.Presenters(secretary.AgendaView{Presenters: people}), v.Presenters(secretary.AgendaView{Presenters: people[:5]}), v.Presenters(secretary.AgendaView{Presenters: people[:2]})
	if all != "全体参会人员" || few != v.Names(people[:2]) || some != v.Names(people[:2])+"等5位" {
		t.Errorf("all %q, five %q, two %q", all, some, few)
	}
}

func TestCommentsWithoutTheirVerdict(t *testing.T) {
	for in, want := range map[string]string{"驳回:请补充。": "请补充", "同意": "同意", "reject: too late.": "too late", "同意延期": "同意延期"} {
		if got := bare(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestObjectionNamesItsPointOnce(t *testing.T) {
	v, err := newView(&secretary.Letter{Lang: secretary.Hans}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ item, said, want string }{
		{"2", "第2条有误:应为16点前", "第2条：有误:应为16点前"},
		{"2", "异议：第2条：应为16点前", "第2条：应为16点前"},
		{"2", "第3条也要改", "第2条：第3条也要改"},
		{"2", "第2条", "第2条：第2条"},
		{"2", "item 2: by four o'clock", "第2条：by four o'clock"},
		{"", "第2条有误", v.Point(secretary.ObjectionView{}) + "：第2条有误"},
	} {
		if got := v.Objected(secretary.ObjectionView{Item: c.item, Comment: c.said}); got != c.want {
			t.Errorf("%q: %q, want %q", c.said, got, c.want)
		}
	}
}
