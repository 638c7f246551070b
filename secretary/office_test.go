package secretary

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// The office of the tests: eight departments, sixteen people, a tree of managers under 赵军, one customer outside.

var cst = time.FixedZone("CST", 8*3600)

func testDirectory() *Directory {
	d := &Directory{People: map[PersonID]*Person{}, Departments: map[string]*Department{}}
	for _, l := range []string{ // id, name, department, manager, language
		"zhao.jun 赵军 GMO - zh-Hans", "chen.jing 陈静 PSM zhao.jun zh-Hans", "sun.li 孙丽 PSM chen.jing zh-Hans",
		"wang.lei 王磊 PRD zhao.jun zh-Hans", "zhou.qiang 周强 PRD wang.lei zh-Hans", "li.wei 李伟 PRD wang.lei zh-Hans",
		"li.na 李娜 SAL zhao.jun zh-Hans", "wang.min 王敏 SAL li.na zh-Hans", "li.wei2 李伟 SAL li.na zh-Hans",
		"zhang.wei 张伟 QUA zhao.jun zh-Hans", "wu.di 吴迪 QUA zhang.wei zh-Hans", "liu.yang 刘洋 SCM zhao.jun zh-Hans",
		"david 戴维 FIN zhao.jun en", "huang.ting 黃婷 MKT zhao.jun zh-Hant", "he.ping 何平 MKT huang.ting zh-Hans",
		"kim 金顺 - - en",
	} {
		f := strings.Fields(strings.ReplaceAll(l, " -", " ."))
		p := &Person{ID: PersonID(f[0]), Name: f[1], Email: f[0] + "@corp.example", Department: strings.Trim(f[2], "."), Manager: PersonID(strings.TrimSuffix(f[3], "."))}
		if p.Lang = Lang(f[4]); p.ID == "kim" {
			p.External, p.Email = true, "kim@customer.example"
		}
		d.People[p.ID] = p
	}
	for _, l := range []string{
		"GMO 总经办 office zhao.jun -", "PSM 产销管理部 psm chen.jing -", "PRD 生产部 production wang.lei zhou.qiang", "SAL 销售部 sales li.na -",
		"QUA 质量部 quality zhang.wei -", "SCM 供应链部 supply_chain liu.yang -", "FIN 财务部 finance david -", "MKT 市场部 marketing huang.ting -",
	} {
		f := strings.Fields(l)
		d.Departments[f[0]] = &Department{Code: f[0], Name: T(f[1], f[1], f[0]), Kind: f[2], Head: PersonID(f[3]), Rep: PersonID(strings.Trim(f[4], "-"))}
		d.Order = append(d.Order, f[0])
	}
	return d
}

// coordination is a policy like that of the production-sales coordination meeting: Fridays at nine.
func coordination() *Policy {
	return &Policy{
		ID: "MT-S0-1", Code: "PSC", Title: T("产销协调会", "產銷協調會", "Production-sales coordination"),
		Schedule: Schedule{RRule: "FREQ=WEEKLY;BYDAY=FR", Start: Clock{9, 0, true}}, Duration: DurationRule{Planned: Span{90, Minutes}},
		Holiday: HolidayRule{Shift: "earlier"}, Place: T("一号会议室", "一號會議室", "Room 1"),
		Convener: "head:psm", Host: "zhao.jun", HostSubst: "wang.lei", Recorder: "sun.li",
		Roster:    []RosterRule{{Who: "rep:psm"}, {Who: "rep:production"}, {Who: "rep:sales"}, {Who: "rep:quality"}, {Who: "rep:supply_chain"}, {Who: "rep:finance"}, {Who: "huang.ting", Optional: true}},
		Concerned: []string{"production", "marketing"},
		Notice:    NoticeRule{Lead: in(7, CalendarDays), Reminders: []Moment{in(1, CalendarDays), in(1, Hours)}, Chase: []Moment{in(3, CalendarDays)}},
		Agenda: AgendaRule{Items: []AgendaItem{
			{No: "1", Title: T("开场", "開場", "Opening"), Presenters: []Ref{"host"}, Minutes: 10},
			{No: "2", Title: T("市场动态", "市場動態", "Market"), Presenters: []Ref{"rep:sales"}, Internal: true},
			{No: "3", Title: T("生产计划", "生產計劃", "Production plan"), Presenters: []Ref{"rep:production"}},
		}},
		Materials: MaterialsRule{
			Required: []MaterialRule{{From: "rep:production", Items: []Text{T("生产计划", "", "")}}, {From: "rep:sales", Items: []Text{T("销售数据", "", "")}}},
			Cutoff:   in(2, Workdays), Send: in(1, Workdays), Reminders: []Moment{in(1, Workdays)},
		},
		Leave: LeaveRule{Delegate: "required", DelegateFrom: "department", Cutoff: in(0, Minutes)},
		Minutes: MinutesRule{
			Required: "yes", Deadline: in(24, Hours), Reminders: []Moment{in(20, Hours), in(2, CalendarDays)}, ReviewBy: "host", Confirmers: "heads",
			Fields: []string{"time", "place", "participants", "topics", "resolutions", "actions"}, ConfirmWindow: Span{2, Workdays}, OnSilence: "escalate",
		},
		Actions:  ActionsRule{Fields: []string{"owner", "due", "expected_result"}, Verify: true},
		Progress: ProgressRule{Cycle: Span{1, Weeks}, Before: []Span{{3, CalendarDays}, {1, CalendarDays}}},
		Overdue:  OverdueRule{Cycle: Span{1, CalendarDays}, Times: 3},
		Escalation: EscalationRule{Steps: []EscalationStep{
			{After: Span{3, CalendarDays}, To: "supervisor"}, {After: Span{7, CalendarDays}, To: "superior", Tone: "firm"}}},
		Summary: SummaryRule{Schedule: "MO 08:00", To: []Ref{"supervisor"}},
	}
}

// testDesk has the whole office on it, the policies in force and their series running from the day.
func testDesk(from Date, policies ...*Policy) *Desk {
	d := &Desk{
		Office:   Office{Name: T("会办", "會辦", "huiban"), Address: "meetings@corp.example", Domain: "corp.example", Zone: "Asia/Shanghai", Lang: Hans},
		Calendar: testCalendar{}, Directory: testDirectory(),
		Policies: map[string]*Policy{}, Current: map[string]string{}, Series: map[string]*Series{},
		Meetings: map[MeetingID]*Meeting{}, Items: map[ItemID]*Item{}, Folders: map[PersonID]*Folder{},
	}
	for _, p := range policies {
		d.Policies[p.ID+"@1"], d.Current[p.ID] = p, p.ID+"@1"
		d.Series[p.ID] = &Series{Policy: p.ID, First: from}
	}
	used := map[string]int{}
	d.Number = func(prefix string) int { used[prefix]++; return used[prefix] }
	return d
}

// testCalendar rests on weekends and on the New Year's and National Day holidays of 2027 and works on one Sunday.
type testCalendar struct{}

var restDays = map[Date]Text{"2027-01-01": T("元旦", "元旦", "New Year's Day"), "2027-10-01": T("国庆节", "國慶節", "National Day")}

func (testCalendar) Zone(name string) *time.Location {
	switch name {
	case "", "Asia/Shanghai":
		return cst
	}
	if z, err := time.LoadLocation(name); err == nil {
		return z
	}
	return cst
}

func (testCalendar) Workday(d Date) bool {
	if d == "2026-12-27" { // a make-up day
		return true
	}
	w := d.Weekday()
	return w != time.Saturday && w != time.Sunday && restDays[d] == nil
}

func (testCalendar) Holiday(d Date) Text { return restDays[d] }

func (testCalendar) Known(int) bool { return true }

// Occurrences reads FREQ=DAILY and FREQ=WEEKLY;BYDAY=….
func (testCalendar) Occurrences(rule string, first, from, to time.Time) ([]time.Time, error) {
	days := []string{"SU", "MO", "TU", "WE", "TH", "FR", "SA"}
	if _, by, ok := strings.Cut(rule, "BYDAY="); ok && !strings.Contains(by, ";") {
		days = strings.Split(by, ",")
	} else if rule != "FREQ=DAILY" {
		return nil, fmt.Errorf("%q is beyond the tests", rule)
	}
	names := []string{"SU", "MO", "TU", "WE", "TH", "FR", "SA"}
	var out []time.Time
	at := first
	if n := int(from.Sub(first)/(24*time.Hour)) - 1; n > 0 {
		at = first.AddDate(0, 0, n)
	}
	for ; at.Before(to); at = at.AddDate(0, 0, 1) {
		if slices.Contains(days, names[at.Weekday()]) && !at.Before(from) {
			out = append(out, at)
		}
	}
	return out, nil
}
