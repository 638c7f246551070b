package templates

import (
	"fmt"
	"time"

	"github.com/huiban/huiban/secretary"
)

// plans is the letter with the plan of a year.
func (s sampler) plans() []secretary.Letter {
	return []secretary.Letter{{
		Key: "duty-plan", Kind: secretary.Duty, Ref: "plan:2027", To: s.ouyang(), Plan: s.plan(), Documents: []secretary.Document{secretary.PlanDoc, secretary.PlanFile},
	}}
}

// plan is that of the first quarter of 2027, as it might be: a holiday, a move and a conflict among its meetings.
func (s sampler) plan() *secretary.PlanView {
	p := &secretary.PlanView{From: "2027-01-01", Until: "2027-12-31", Made: sampleTime(12, 1, 9, 0)}
	for month := time.January; month <= time.March; month++ {
		p.Rows = append(p.Rows, s.everyDay(month), s.onFridays(month), s.twice(month))
	}
	days := p.Rows[1].Days
	days[0].Start, days[0].End, days[0].Shift = days[0].Start.AddDate(0, 0, 3), days[0].End.AddDate(0, 0, 3), "later"
	days[0].ShiftDay = s.text("元旦", "元旦", "New Year's Day")
	days[2].Start, days[2].End = days[2].Start.Add(5*time.Hour), days[2].End.Add(5*time.Hour)
	days[2].Place, days[2].Stage = s.text("一厂培训室", "一廠教育訓練室", "Plant 1, training room"), secretary.Noticed
	off := &p.Rows[4].Days[0]
	off.Stage, off.Why, off.Shift, off.ShiftDay = secretary.Cancelled, "holiday", "skip", s.text("春节", "春節", "Spring Festival")
	p.Rows[8].Days[0].Clashes = true
	return p
}

func (s sampler) planRow(month time.Month, policy string, title, place secretary.Text) secretary.PlanRow {
	return secretary.PlanRow{
		Month: secretary.Date(fmt.Sprintf("2027-%02d-01", month)), Policy: policy, Title: title, Place: place, Zone: "Asia/Shanghai", Host: s.zhang(), Convener: s.ouyang(),
		Departments: []secretary.Text{s.text("产销管理部", "產銷管理部", "Planning"), s.text("生产部", "生產部", "Production"), s.text("销售部", "業務部", "Sales"), s.text("质量部", "品質部", "Quality")},
	}
}

func planDay(code string, month time.Month, day, hour, minutes int) secretary.PlanDay {
	start := time.Date(2027, month, day, hour-8, 0, 0, 0, time.UTC)
	id := code + "-" + start.Format("20060102")
	return secretary.PlanDay{
		ID: secretary.MeetingID(id), UID: id + ".huiban@yuanhua.example", Stage: secretary.Planned, Start: start, End: start.Add(time.Duration(minutes) * time.Minute), Planned: start,
	}
}

func (s sampler) everyDay(month time.Month) secretary.PlanRow {
	r := s.planRow(month, "MT-S1E-2", s.text("每日小组例会", "每日小組例會", "Daily group meeting"), s.text("销售部大厅", "業務部大廳", "Sales office"))
	r.Host, r.Convener, r.Departments = s.li(), s.li(), r.Departments[2:3]
	for day := 4; day <= 28; day++ {
		if w := time.Date(2027, month, day, 0, 0, 0, 0, time.UTC).Weekday(); w != time.Saturday && w != time.Sunday {
			r.Days = append(r.Days, planDay("DGM", month, day, 8, 20))
		}
	}
	return r
}

func (s sampler) onFridays(month time.Month) secretary.PlanRow {
	r := s.planRow(month, "MT-S0-1", s.text("产销协调会", "產銷協調會", "Production-Sales Meeting"), s.text("总部三楼第二会议室", "總部三樓第二會議室", "Head office, room 2"))
	for day := 1; day <= 28; day++ {
		if time.Date(2027, month, day, 0, 0, 0, 0, time.UTC).Weekday() == time.Friday {
			r.Days = append(r.Days, planDay("PSC", month, day, 9, 90))
		}
	}
	return r
}

func (s sampler) twice(month time.Month) secretary.PlanRow {
	r := s.planRow(month, "MT-S3-4", s.text("客户沟通会", "客戶溝通會", "Customer meeting"), nil)
	r.URL, r.Guests, r.Host, r.Convener = "https://meet.yuanhua.example/cus", true, s.li(), s.li()
	r.Days = []secretary.PlanDay{planDay("CUS", month, 15, 15, 60), planDay("CUS", month, 26, 15, 60)}
	return r
}
