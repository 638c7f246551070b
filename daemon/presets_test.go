package daemon

import (
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/huiban/huiban/calendar"
	"github.com/huiban/huiban/parser/docx"
	"github.com/huiban/huiban/policies"
	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/templates"
)

// onAgenda stands for the notice and for the form of the minutes, where there are any: what is on the agenda is in both.
const onAgenda secretary.LetterKind = "agenda"

// mailed is what a regulation wants to be read in a letter: the preset says it, and the letter as it goes out has it, in
// its text or in the documents that come with it.
type mailed struct {
	clause, preset string
	kind           secretary.LetterKind
	to             string // head:sales, rep:sales or all:sales, who is one of its members; "" is whoever gets one
	says           string // what must be read there, parted by "; "
}

// TestPresetsReachTheirLetters plays each regulation that comes with huiban in a company that has the posts it names, and
// reads what is mailed before and after its first meeting: they are all carried out in one way (S3-06). A subtest is one clause.
func TestPresetsReachTheirLetters(t *testing.T) {
	played := map[string][]secretary.Letter{}
	for _, m := range slices.Concat(demandsS0, demandsS1A, demandsS1B, demandsS1CD, demandsS1EF, demandsS2, demandsS3) {
		t.Run(m.clause, func(t *testing.T) {
			if played[m.preset] == nil {
				played[m.preset] = firstMeeting(t, m.preset)
			}
			m.check(t, played[m.preset])
		})
	}
}

// check reads the letters of the kind and to the person.
func (m mailed) check(t *testing.T, letters []secretary.Letter) {
	t.Helper()
	if m.kind == onAgenda {
		for _, m.kind = range []secretary.LetterKind{secretary.Invitation, secretary.MinutesCall} {
			if m.kind == secretary.Invitation || slices.ContainsFunc(letters, func(l secretary.Letter) bool { return l.Kind == m.kind }) {
				m.check(t, letters)
			}
		}
		return
	}
	best := "there is none"
	for _, l := range letters {
		if l.Kind != m.kind || m.to != "" && string(l.To.ID) != strings.ReplaceAll(m.to, ":", ".") {
			continue
		}
		lacks := ""
		text := readable(t, &l)
		for _, want := range strings.Split(m.says, "; ") {
			if !strings.Contains(text, want) {
				lacks += fmt.Sprintf("\n\t%q is lacking", want)
			}
		}
		if lacks == "" {
			return
		}
		best = lacks + "\n" + text
	}
	t.Errorf("%s: the %s to %q: %s", m.preset, m.kind, m.to, best)
}

// readable is what the reader of a letter reads, in its attached documents too.
func readable(t *testing.T, l *secretary.Letter) string {
	t.Helper()
	o := templates.Options{Office: secretary.Office{Name: secretary.T("会办", "會辦", "huiban"), Address: huiban, Zone: "Asia/Shanghai", Lang: secretary.Hans}}
	r, err := templates.Render(l, o)
	if err != nil {
		t.Fatal(err)
	}
	text := r.Subject + "\n" + r.Text
	for _, d := range l.Documents {
		_, data, err := templates.Document(d, l, o)
		if err != nil {
			t.Fatal(err)
		}
		if doc, err := docx.Read(data); err == nil {
			text += "\n" + doc.Text()
		}
	}
	return text
}

// firstMeeting lists the letters about the first meeting that a preset calls and about what it decided, where everybody does
// as asked. What the regulation leaves to the company is filled in.
func firstMeeting(t *testing.T, id string) []secretary.Letter {
	t.Helper()
	p, _ := aPreset(t, id)
	p.Schedule.Until = "2026-11-30"
	desk := anOffice(t, p)
	numbers := 0
	desk.Number = func(string) int { numbers++; return numbers }
	l := &life{desk: desk, wake: map[secretary.Case]time.Time{secretary.SeriesCase(p.ID): time.Date(2026, 10, 12, 0, 0, 0, 0, time.UTC)}}
	for id := range desk.Directory.People {
		l.wake[secretary.PersonCase(id)] = time.Date(2026, 10, 12, 0, 0, 0, 0, time.UTC)
	}
	return l.first(time.Date(2026, 12, 20, 0, 0, 0, 0, time.UTC))
}

var place = regexp.MustCompile(`\[\d+\]`)

// aPreset is a preset with what the regulation leaves to the company filled in, and the keys that it was.
func aPreset(t *testing.T, id string) (*secretary.Policy, []string) {
	t.Helper()
	src, err := policies.Preset(id)
	if err != nil {
		t.Fatal(err)
	}
	p, faults := policies.Load(id+".yaml", src)
	for _, f := range faults {
		t.Fatal(f)
	}
	open := policies.Missing(p)
	return filled(t, policies.WithDefaults(p)), open
}

// anOffice has the policy in force from November on, and the posts it names.
func anOffice(t *testing.T, p *secretary.Policy) *secretary.Desk {
	t.Helper()
	cal, err := calendar.New(calendar.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return &secretary.Desk{
		Office: secretary.Office{Address: huiban, Domain: domain, Zone: "Asia/Shanghai", Lang: secretary.Hans}, Calendar: cal, Directory: posts(p),
		Policies: map[string]*secretary.Policy{"p@1": p}, Current: map[string]string{p.ID: "p@1"}, Series: map[string]*secretary.Series{p.ID: {Policy: p.ID, First: "2026-11-02"}},
		Meetings: map[secretary.MeetingID]*secretary.Meeting{}, Items: map[secretary.ItemID]*secretary.Item{}, Folders: map[secretary.PersonID]*secretary.Folder{},
	}
}

// filled sets what the regulation leaves to the company.
func filled(t *testing.T, p *secretary.Policy) *secretary.Policy {
	t.Helper()
	p.Schedule.AdHoc, p.Application.Required, p.Holiday.Shift = false, false, "keep"
	for _, key := range policies.Missing(p) {
		switch place.ReplaceAllString(key, "[]") {
		case "purpose":
			p.Purpose = secretary.T("交流情况", "交流情況", "To exchange what is known")
		case "code":
			p.Code = "XXX"
		case "schedule.rrule":
			p.Schedule.RRule = "FREQ=WEEKLY;BYDAY=FR"
		case "schedule.start":
			p.Schedule.Start = secretary.Clock{Hour: 9, Set: true}
		case "duration.planned":
			p.Duration.Planned = secretary.Span{N: 90, Unit: secretary.Minutes}
		case "place":
			p.Place = secretary.T("一号会议室", "一號會議室", "Room 1")
		case "url":
			p.URL = "https://meet.corp.test/1"
		case "convener":
			p.Convener = "head:office"
		case "host":
			p.Host = "head:office"
		case "recorder":
			p.Recorder = "all:office"
		case "roster":
			p.Roster = []secretary.RosterRule{{Who: "all:office"}}
		case "roster[].who":
			p.Roster = slices.DeleteFunc(p.Roster, func(r secretary.RosterRule) bool { return r.Who == "" })
		case "materials.required[].from": // below
		case "up.to":
			p.Up.To = "head:board"
		case "application.approvers":
			p.Application.Approvers = []secretary.Ref{"head:office"}
		case "agenda.slot":
			p.Agenda.Slot = secretary.Span{N: 5, Unit: secretary.Minutes}
		case "minutes.waiver":
			p.Minutes.Waiver = "host"
		default:
			t.Fatalf("%s: what is %s?", p.ID, key)
		}
	}
	p.Materials.Required = slices.Clone(p.Materials.Required)
	for i := range p.Materials.Required {
		if r := &p.Materials.Required[i]; r.From == "" {
			r.From = "head:office"
		}
	}
	return p
}

// posts is a company with every post that p names: a head, a representative and another one in each department.
func posts(p *secretary.Policy) *secretary.Directory {
	d := &secretary.Directory{People: map[secretary.PersonID]*secretary.Person{}, Departments: map[string]*secretary.Department{}}
	hire := func(id, name, dept string) {
		d.People[secretary.PersonID(id)] = &secretary.Person{ID: secretary.PersonID(id), Name: name, Email: id + "@" + domain, Department: dept, Lang: secretary.Hans}
	}
	found := func(kind string) {
		code := strings.ToUpper(kind)
		if d.Departments[code] == nil {
			d.Order = append(d.Order, code)
			d.Departments[code] = &secretary.Department{Code: code, Kind: kind, Name: secretary.T(kind, kind, kind), Head: secretary.PersonID("head." + kind), Rep: secretary.PersonID("rep." + kind)}
			for what, name := range map[string]string{"head": "负责人", "rep": "代表", "all": "员工"} {
				hire(what+"."+kind, kind+name, code)
			}
		}
	}
	found("office")
	if slices.Contains(refs(reflect.ValueOf(*p)), "rep:manufacturing") { // S1A-04: every section by itself
		found("manufacturing2")
		d.Departments["MANUFACTURING2"].Kind = "manufacturing"
	}
	for _, r := range refs(reflect.ValueOf(*p)) {
		if _, kind, ok := strings.Cut(string(r), ":"); ok && kind != "*" {
			found(kind)
		}
	}
	return d
}

// refs are the people that a policy names, wherever it does.
func refs(v reflect.Value) []secretary.Ref {
	var out []secretary.Ref
	switch r, ok := v.Interface().(secretary.Ref); {
	case ok && r != "":
		out = append(out, r)
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			out = append(out, refs(v.Field(i))...)
		}
	case v.Kind() == reflect.Slice:
		for i := range v.Len() {
			out = append(out, refs(v.Index(i))...)
		}
	}
	return out
}
