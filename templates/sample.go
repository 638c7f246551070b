package templates

import (
	"time"

	"github.com/huiban/huiban/secretary"
)

// Samples is one letter of each kind and variant in that language, in the order a meeting lives through them, with
// an invented company's data. Key is the sample's name, "reminder-silent". Each call makes new letters.
func Samples(lang secretary.Lang) []secretary.Letter {
	s := sampler{lang}
	var out []secretary.Letter
	for _, some := range []func() []secretary.Letter{
		s.before, s.topics, s.series, s.materials, s.handed, s.minutes, s.actions, s.approvals, s.applications, s.answers, s.times,
		s.orders, s.clashes, s.plans, s.compliances, s.adopted, s.dues, s.rounds, s.rules, s.upkeep,
	} {
		out = append(out, some()...)
	}
	for i := range out {
		s.finish(&out[i])
	}
	return out
}

// SampleOptions are options to render samples with: the invented company's own.
func SampleOptions(lang secretary.Lang) Options {
	s := sampler{lang}
	return Options{
		Office: secretary.Office{
			Name: secretary.T("会办", "會辦", "Huiban"), Company: s.text("远华精工", "遠華精工", "Yuanhua Precision"),
			Address: "huiban@yuanhua.example", Domain: "yuanhua.example", Zone: "Asia/Shanghai", Lang: lang,
		},
		ReplyTo: "huiban+7k3q9@yuanhua.example", Code: "HB-7K3Q9", MessageID: "<m.7k3q9@yuanhua.example>",
	}
}

// sampler words the samples in one language.
type sampler struct{ lang secretary.Lang }

func (s sampler) say(hans, hant, en string) string { return secretary.T(hans, hant, en).In(s.lang) }

func (s sampler) text(hans, hant, en string) secretary.Text {
	return secretary.Text{s.lang: s.say(hans, hant, en)}
}

func (s sampler) finish(l *secretary.Letter) {
	l.Lang, l.Zone = s.lang, "Asia/Shanghai"
	if l.To.ID == "" {
		l.To = s.wang()
	}
	if l.Case == "" {
		l.Case = secretary.PersonCase(l.To.ID)
		if l.Meeting != nil {
			l.Case = secretary.MeetingCase(l.Meeting.ID)
		}
	}
	l.Reason = "sample"
}

// sampleTime is an instant of November or December 2026, in Shanghai's clock time.
func sampleTime(month time.Month, day, hour, minute int) time.Time {
	return time.Date(2026, month, day, hour-8, minute, 0, 0, time.UTC)
}

func (s sampler) person(id, email string, name, title, dept secretary.Text) secretary.Party {
	return secretary.Party{
		ID: secretary.PersonID(id), Email: email + "@yuanhua.example", Name: name.In(s.lang), Title: title.In(s.lang),
		Department: secretary.Text{s.lang: dept.In(s.lang)},
	}
}

var (
	psm     = secretary.T("产销管理部", "產銷管理部", "Planning")
	prod    = secretary.T("生产部", "生產部", "Production")
	sales   = secretary.T("销售部", "業務部", "Sales")
	quality = secretary.T("质量部", "品質部", "Quality")
	supply  = secretary.T("供应链部", "供應鏈部", "Supply Chain")
	finance = secretary.T("财务部", "財務部", "Finance")
	manager = secretary.T("经理", "經理", "Manager")
)

func (s sampler) zhang() secretary.Party {
	return s.person("zhang.wei", "zhang.wei", secretary.T("张伟", "張偉", "Zhang Wei"), secretary.T("总经理", "總經理", "General Manager"), secretary.T("总经办", "總經辦", "Management"))
}

func (s sampler) wang() secretary.Party {
	return s.person("wang.lei", "wang.lei", secretary.T("王磊", "王磊", "Wang Lei"), manager, prod)
}

func (s sampler) wangMin() secretary.Party {
	return s.person("wang.min", "wang.min", secretary.T("王敏", "王敏", "Wang Min"), secretary.Text{}, sales)
}

func (s sampler) li() secretary.Party {
	return s.person("li.na", "li.na", secretary.T("李娜", "李娜", "Li Na"), secretary.T("总监", "總監", "Director"), sales)
}

func (s sampler) chen() secretary.Party {
	return s.person("chen.jing", "chen.jing", secretary.T("陈静", "陳靜", "Chen Jing"), manager, quality)
}

func (s sampler) zhou() secretary.Party {
	return s.person("zhou.tao", "zhou.tao", secretary.T("周涛", "周濤", "Zhou Tao"), manager, supply)
}

func (s sampler) lin() secretary.Party {
	return s.person("lin.fang", "lin.fang", secretary.T("林芳", "林芳", "Lin Fang"), secretary.Text{}, finance)
}

func (s sampler) ouyang() secretary.Party {
	return s.person("ouyang.xue", "ouyang.xue", secretary.T("欧阳雪", "歐陽雪", "Ouyang Xue"), manager, psm)
}

func (s sampler) guest() secretary.Party {
	p := s.person("liu.kai", "liu.kai", secretary.T("刘凯", "劉凱", "Liu Kai"), secretary.Text{}, secretary.Text{})
	p.Email, p.External = "liu.kai@kehu.example", true
	return p
}

func (s sampler) he() secretary.Party {
	return s.person("he.yu", "he.yu", secretary.T("何煜", "何煜", "He Yu"), secretary.Text{}, psm)
}
