package policies

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/huiban/huiban/secretary"
)

// TestAdaptAll: every type can be taken up as one series among several, and held online (S1B-58), with its comments.
func TestAdaptAll(t *testing.T) {
	for _, id := range Presets() {
		p, src := preset(t, id)
		if p.Kind == form {
			continue
		}
		out, err := Adapt(src, Change{ID: id + "-x", Code: p.Code + "X", Online: "https://meet.example/a?b=1"})
		if err != nil {
			t.Fatal(err)
		}
		got, faults := Load(id, out)
		if len(faults) > 0 || got.ID != id+"-x" || got.Code != p.Code+"X" || got.Mode != "online" || got.URL != "https://meet.example/a?b=1" {
			t.Errorf("%s: %v %+v", id, faults, got)
		}
		got.ID, got.Code, got.Mode, got.URL, got.Place = p.ID, p.Code, p.Mode, p.URL, p.Place
		if !reflect.DeepEqual(got, p) {
			t.Errorf("%s: more is changed than was asked for", id)
		}
		if a, b := strings.Count(string(out), "#"), strings.Count(string(src), "#"); a < b-1 {
			t.Errorf("%s: %d comments of %d are left", id, a, b)
		}
	}
}

// TestAdaptUnit: a series of one project department (S1D-16) and of one group (S1E-17) names it and nobody else of its kind.
func TestAdaptUnit(t *testing.T) {
	north := &secretary.Department{Code: "NORTH", Kind: "project", Name: secretary.T("城北项目部", "城北專案部", "North project")}
	_, src := preset(t, "MT-S1D-5")
	out, err := Adapt(src, Change{ID: "MT-S1D-5-north", Code: "PDWN", For: north})
	if err != nil {
		t.Fatal(err)
	}
	p, faults := Load("p", out)
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	got := fmt.Sprint(p.Convener, p.Roster[0].Who, p.Concerned, p.Materials.Required[0].From, p.Up.To, p.Title)
	want := fmt.Sprint("head:NORTH", "all:NORTH", []string{"NORTH", "internal_affairs"}, "head:NORTH", "rep:internal_affairs",
		secretary.T("项目部周例会（城北项目部）", "專案部週例會（城北專案部）", "Project department weekly meeting (North project)"))
	if got != want {
		t.Errorf("%s, want %s", got, want)
	}
	for _, kind := range []string{"quality", ""} {
		if _, err := Adapt(src, Change{For: &secretary.Department{Code: "Q", Kind: kind}}); err == nil {
			t.Errorf("a department of the kind %q is none that it names", kind)
		}
	}
}

// TestLeftOpen: what has a default is told with its line, what is needed is Missing's.
func TestLeftOpen(t *testing.T) {
	src := "id: A   # x\nhost:   # 【待定*】 needed\nnotice:\n  lead:   # 【待定】 as you like\n  chase: [1 days]   # 【待定】 set\nconcerned: []   # 【待定】 nobody\n"
	var got []string
	for _, f := range LeftOpen([]byte(src)) {
		got = append(got, fmt.Sprint(f.Line, " ", f.Key, ":", f.Message))
	}
	if want := "4 notice.lead: as you like|6 concerned: nobody"; strings.Join(got, "|") != want {
		t.Errorf("%s, want %s", strings.Join(got, "|"), want)
	}
}

func TestAdvise(t *testing.T) {
	for yaml, want := range map[string]string{
		"host: a":                        "p.yaml:1:7: warning: host: nobody chairs the meeting when the host is away (write host_substitute: and a person, or none)",
		"host: a\nhost_substitute: none": "", "host: a\nhost_substitute: b": "", "host:": "", "host: a\ndisabled: true": "",
	} {
		compare(t, yaml, Advise("p.yaml", []byte(yaml)), want)
	}
}
