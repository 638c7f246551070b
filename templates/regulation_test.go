package templates

import (
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/huiban/huiban/secretary"
)

func regulationLetter(lang secretary.Lang) *secretary.Letter {
	r := sampler{lang}.regulation()
	r.Example = &secretary.Example{Start: sampleTime(11, 27, 9, 0), End: sampleTime(11, 27, 10, 30), Zone: "Asia/Shanghai", Due: "2026-12-11", Letters: []secretary.ExampleLetter{
		{At: sampleTime(11, 20, 9, 0), Letter: secretary.Invitation, To: []secretary.Party{sampler{lang}.wang(), {ID: "rep:sales"}, {ID: "host"}}},
		{At: sampleTime(11, 27, 8, 0), Letter: secretary.Reminder, Ref: "silent", To: []secretary.Party{{ID: "convener"}}},
		{At: sampleTime(12, 14, 9, 0), Letter: secretary.Escalation, Ref: "item", To: []secretary.Party{sampler{lang}.li()}},
	}}
	return &secretary.Letter{Kind: secretary.Duty, Ref: "regulation", Lang: lang, Zone: "Asia/Shanghai", Regulations: []secretary.Regulation{r}}
}

// The regulation reads as a regulation in every language: the whole of one with every step there is.
func TestRegulation(t *testing.T) {
	for _, lang := range secretary.Langs {
		got, err := RegulationText(regulationLetter(lang), SampleOptions(lang))
		if err != nil {
			t.Fatal(err)
		}
		if broken := regexp.MustCompile(`%!|\{\{|<no value>|  +\S|。。|，。|(\.\.)$|[a-z]+\.[A-Z]|\{convener\}`).FindString(strings.ReplaceAll(got, "\n  ", "\n")); broken != "" && !strings.HasPrefix(broken, "  ") {
			t.Errorf("%s: %q", lang, broken)
		}
		file := filepath.Join("testdata", "regulation", string(lang)+".txt")
		if *update {
			if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file)
		if err != nil || string(want) != got {
			t.Errorf("%s differs (%v); go test ./templates -update rewrites it", file, err)
		}
	}
}

// Every article of the list has a text in every language, and no language has one that the list does not know.
func TestRegulationFiles(t *testing.T) {
	plan, err := plannedArticles()
	if err != nil {
		t.Fatal(err)
	}
	for _, lang := range secretary.Langs {
		texts, err := articleTexts(lang)
		if err != nil {
			t.Fatal(err)
		}
		known := map[string]bool{}
		for _, c := range plan {
			if texts.titles[c.name] == "" {
				t.Errorf("%s: the chapter %s has no title", lang, c.name)
			}
			for _, a := range c.articles {
				if known[a.name] = true; texts.texts.Lookup(a.name) == nil {
					t.Errorf("%s: the article %s has no text", lang, a.name)
				}
			}
		}
		for _, a := range texts.texts.Templates() {
			if !known[a.Name()] {
				t.Errorf("%s: the article %s stands in no chapter", lang, a.Name())
			}
		}
	}
}

// unprinted are keys that the printed regulation says nothing of: they are for the reader of the file, or name things in it.
var unprinted = []string{"id", "kind", "clauses"}

// Every key of a policy has a name and belongs to an article, so that no change of a policy goes unseen.
func TestRegulationKnowsEveryKey(t *testing.T) {
	plan, err := plannedArticles()
	if err != nil {
		t.Fatal(err)
	}
	var worded []string
	for _, c := range plan {
		for _, a := range c.articles {
			worded = append(worded, a.keys...)
		}
	}
	g := &regulation{view: &view{Letter: &secretary.Letter{Lang: secretary.Hans}, o: SampleOptions(secretary.Hans)}, R: &secretary.Regulation{}, P: &secretary.Policy{}}
	if g.o.Wording, err = builtin(); err != nil {
		t.Fatal(err)
	}
	for _, d := range secretary.Differences(secretary.Policy{}, *everything()) {
		key := anyStep.ReplaceAllString(d.Key, "")
		if g.Key(key) == key {
			t.Errorf("the key %s has no name: add key.%s to regulation/words.txt", key, key)
		}
		if key != "labels" && !slices.Contains(worded, key) && !slices.Contains(unprinted, key) {
			t.Errorf("no article words the key %s: add it to one in regulation/articles.txt and say it in the three texts", key)
		}
	}
}

// everything is a policy with something for every key.
func everything() *secretary.Policy {
	p := &secretary.Policy{}
	var fill func(v reflect.Value)
	fill = func(v reflect.Value) {
		switch v.Interface().(type) {
		case secretary.Span:
			v.Set(reflect.ValueOf(secretary.Span{N: 9, Unit: secretary.CalendarDays}))
			return
		case secretary.Moment:
			v.Set(reflect.ValueOf(secretary.Moment{Span: secretary.Span{N: 9, Unit: secretary.CalendarDays}}))
			return
		case secretary.Clock:
			v.Set(reflect.ValueOf(secretary.Clock{Hour: 7, Minute: 7, Set: true}))
			return
		case secretary.Text:
			v.Set(reflect.ValueOf(secretary.T("某", "某", "some")))
			return
		}
		switch v.Kind() {
		case reflect.Struct:
			for i := range v.NumField() {
				fill(v.Field(i))
			}
		case reflect.Slice:
			v.Set(reflect.MakeSlice(v.Type(), 1, 1))
			fill(v.Index(0))
		case reflect.Map:
			v.Set(reflect.ValueOf(map[string]secretary.Text{"host": secretary.T("某", "某", "some")}))
		case reflect.String:
			v.SetString("x")
		case reflect.Int:
			v.SetInt(9)
		case reflect.Bool:
			v.SetBool(true)
		}
	}
	fill(reflect.ValueOf(p).Elem())
	return p
}

// Whatever key is changed, the regulation reads otherwise.
func TestRegulationShowsEveryChange(t *testing.T) {
	for _, lang := range secretary.Langs {
		l := regulationLetter(lang)
		l.Regulations[0].Example = nil
		before := articlesOf(t, l, lang)
		base := *l.Regulations[0].Policy
		mutate(reflect.ValueOf(&base).Elem(), "", func(key string) {
			changed := base
			l.Regulations[0].Policy = &changed
			if after := articlesOf(t, l, lang); after == before && !slices.Contains(unprinted, key) && key != "schedule.workdays" { // said of a daily series only
				t.Errorf("%s: a change of %s does not show", lang, key)
			}
		})
	}
}

func articlesOf(t *testing.T, l *secretary.Letter, lang secretary.Lang) string {
	t.Helper()
	s, err := RegulationText(l, SampleOptions(lang))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// mutate changes one value after another and puts it back.
func mutate(v reflect.Value, key string, changed func(key string)) {
	_, isText := v.Interface().(secretary.Text)
	_, isStringer := v.Interface().(interface{ String() string })
	if v.Kind() == reflect.Struct && !isStringer {
		for i := range v.NumField() {
			name, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("yaml"), ",")
			if name != "-" {
				mutate(v.Field(i), strings.TrimPrefix(key+"."+name, "."), changed)
			}
		}
		return
	}
	old := reflect.New(v.Type()).Elem()
	old.Set(v)
	switch {
	case isText:
		v.Set(reflect.ValueOf(secretary.T("另外的话", "另外的話", "other words")))
	case isStringer:
		setOther(v)
	case v.Kind() == reflect.Bool:
		v.SetBool(!v.Bool())
	case v.Kind() == reflect.Int:
		v.SetInt(v.Int() + 8)
	case v.Kind() == reflect.String:
		v.SetString(otherWord(key))
	default:
		v.Set(reflect.Zero(v.Type()))
	}
	changed(key)
	v.Set(old)
}

func setOther(v reflect.Value) {
	switch v.Interface().(type) {
	case secretary.Span:
		v.Set(reflect.ValueOf(secretary.Span{N: 17, Unit: secretary.CalendarDays}))
	case secretary.Moment:
		v.Set(reflect.ValueOf(secretary.Moment{Span: secretary.Span{N: 17, Unit: secretary.CalendarDays}}))
	case secretary.Clock:
		v.Set(reflect.ValueOf(secretary.Clock{Hour: 17, Minute: 17, Set: true}))
	}
}

// otherWord is another value that the key takes.
func otherWord(key string) string {
	known := map[string]string{"importance": "normal", "complexity": "normal", "mode": "site", "notice.series": "quarter", "minutes.required": "no", "up.mode": "read",
		"agenda.execution_report": "annex", "archive.confidentiality": "secret", "archive.number_department": "recorder", "leave.delegate": "optional",
		"survey.cycle": "each", "minutes.confirmers": "attendees", "schedule.workdays": "all", "schedule.from": "2028-01-01", "schedule.until": "2029-01-01"}
	if w := known[key]; w != "" {
		return w
	}
	return "head:quality"
}

// What no words reach stands as it is written, so that two rules never read alike.
func TestRulesOfTheirOwn(t *testing.T) {
	v, err := newView(&secretary.Letter{Lang: secretary.English}, SampleOptions(secretary.English))
	if err != nil {
		t.Fatal(err)
	}
	for _, rule := range []string{
		"FREQ=WEEKLY", "FREQ=MONTHLY", "FREQ=YEARLY", "FREQ=YEARLY;INTERVAL=2", "FREQ=YEARLY;INTERVAL=2;BYMONTH=3;BYMONTHDAY=1", "FREQ=WEEKLY;BYDAY=MO;BYMONTH=3",
		"FREQ=DAILY;INTERVAL=2;BYDAY=MO", "FREQ=DAILY;BYMONTHDAY=15", "FREQ=MONTHLY;INTERVAL=2;BYMONTH=3,9;BYMONTHDAY=15", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
		"FREQ=MONTHLY;BYMONTHDAY=-3", "FREQ=MONTHLY;BYMONTHDAY=10,20;BYSETPOS=-1", "FREQ=MONTHLY;BYMONTHDAY=29,30;BYSETPOS=-1", "FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=1",
		"FREQ=MONTHLY;BYMONTHDAY=8,9,10,11,12,13,14;BYDAY=MO", "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=-3", "FREQ=MONTHLY;BYDAY=1MO,2MO;BYSETPOS=-1", "FREQ=YEARLY;BYMONTH=3,9;BYDAY=MO;BYSETPOS=1",
		"FREQ=YEARLY;BYDAY=1MO", "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU;WKST=SU", "FREQ=WEEKLY;BYDAY=MO;COUNT=3", "FREQ=MONTHLY;BYMONTHDAY=15;UNTIL=20270101T000000Z",
	} {
		g := v.regulate(&secretary.Regulation{Policy: &secretary.Policy{Schedule: secretary.Schedule{RRule: rule}}})
		if got, want := g.Rule(), "by the rule "+rule; got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// Rules are said as people say them.
func TestRules(t *testing.T) {
	tests := []struct{ rule, workdays, hans, en string }{
		{"", "", "", ""},
		{"FREQ=DAILY", "company", "每个工作日", "every working day"},
		{"FREQ=DAILY", "all", "每日", "every day"},
		{"FREQ=DAILY;INTERVAL=3", "all", "每3日", "every 3 days"},
		{"FREQ=WEEKLY;BYDAY=FR", "", "每周五", "every Friday"},
		{"freq=weekly;byday=TU,TH,SA", "", "每周二、四、六", "every Tuesday, Thursday and Saturday"},
		{"FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", "", "每2周的周一", "every 2 weeks, on Monday"},
		{"FREQ=MONTHLY;BYMONTHDAY=1,16", "", "每月1日和16日", "every month on the 1st and the 16th"},
		{"FREQ=MONTHLY;BYMONTHDAY=28,29;BYSETPOS=-1", "", "每月29日（当月没有该日的，为月末）", "every month on the 29th (in shorter months the last day)"},
		{"FREQ=MONTHLY;BYMONTHDAY=15,28,29,30;BYSETPOS=1,-1", "", "每月15日和30日（当月没有该日的，为月末）", "every month on the 15th and the 30th (in shorter months the last day)"},
		{"FREQ=MONTHLY;BYMONTHDAY=-1", "", "每月最后一日", "every month on the last day"},
		{"FREQ=MONTHLY;BYDAY=1MO", "", "每月第一个周一", "every month on the first Monday"},
		{"FREQ=MONTHLY;BYDAY=FR;BYSETPOS=-1", "", "每月最后一个周五", "every month on the last Friday"},
		{"FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=15", "", "每3个月的15日", "every 3 months on the 15th"},
		{"FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=15", "", "每年3月和9月的15日", "every year in March and September on the 15th"},
		{"FREQ=DAILY;BYDAY=MO,WE,FR", "company", "每周一、三、五", "every Monday, Wednesday and Friday"},
		{"FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=15", "", "每年3月、6月、9月和12月的15日", "every year in March, June, September and December on the 15th"},
		{"FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1,3", "", "每月第一个周一和第三个周一", "every month on the first Monday and the third Monday"},
		{"FREQ=MONTHLY;BYDAY=+2TU,-1FR", "", "每月第二个周二和最后一个周五", "every month on the second Tuesday and the last Friday"},
		{"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=28,29;BYSETPOS=-1", "", "每年2月的29日（当月没有该日的，为月末）", "every year in February on the 29th (in shorter months the last day)"},
		{"FREQ=WEEKLY;BYDAY=MO;WKST=MO", "", "每周一", "every Monday"},
		{"FREQ=YEARLY;BYYEARDAY=100", "", "按规则（FREQ=YEARLY;BYYEARDAY=100）", "by the rule FREQ=YEARLY;BYYEARDAY=100"},
	}
	for _, tc := range tests {
		for lang, want := range map[secretary.Lang]string{secretary.Hans: tc.hans, secretary.English: tc.en} {
			v, err := newView(&secretary.Letter{Lang: lang}, SampleOptions(lang))
			if err != nil {
				t.Fatal(err)
			}
			g := v.regulate(&secretary.Regulation{Policy: &secretary.Policy{Schedule: secretary.Schedule{RRule: tc.rule, Workdays: tc.workdays}}})
			if got := g.Rule(); got != want {
				t.Errorf("%s %s: %q, want %q", tc.rule, lang, got, want)
			}
		}
	}
}
