package policies

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/huiban/huiban/policies/strict"
	"github.com/huiban/huiban/secretary"
	"go.yaml.in/yaml/v4"
)

func preset(t *testing.T, id string) (*secretary.Policy, []byte) {
	t.Helper()
	src, err := Preset(id)
	if err != nil {
		t.Fatal(err)
	}
	p, faults := Load(id+".yaml", src)
	for _, f := range faults {
		t.Error(f)
	}
	return p, src
}

func TestPresetsLoad(t *testing.T) {
	codes := map[string]string{}
	for _, id := range Presets() {
		p, _ := preset(t, id)
		if p.ID != id {
			t.Errorf("%s says it is %s", id, p.ID)
		}
		if other := codes[p.Code]; other != "" {
			t.Errorf("%s and %s share the code %s", id, other, p.Code)
		}
		codes[p.Code] = id
		walk(reflect.ValueOf(*p), "", func(key string, v reflect.Value) {
			text, ok := v.Interface().(secretary.Text)
			for _, lang := range secretary.Langs {
				if ok && len(text) > 0 && text[lang] == "" {
					t.Errorf("%s: %s has no wording in %s", id, key, lang)
				}
			}
		})
	}
	if _, err := Preset("MT-S9-9"); err == nil {
		t.Error("a preset that is not there is given")
	}
}

// TestMissing holds the keys that the regulations leave open and a meeting cannot do without (G-38).
// Clauses: S0-02, S2-07, S3-07.
func TestMissing(t *testing.T) {
	for id, want := range map[string]string{
		"MT-S0-1":  "schedule.rrule schedule.start duration.planned place host recorder",
		"MT-S1E-1": "place recorder",
		"MT-S2-1":  "schedule.rrule schedule.start duration.planned place convener host recorder",
		"MT-S3-1":  "schedule.rrule schedule.start duration.planned place recorder agenda.slot",
	} {
		p, _ := preset(t, id)
		if got := strings.Join(Missing(p), " "); got != want {
			t.Errorf("%s misses %s, want %s", id, got, want)
		}
	}
	for _, id := range Presets() {
		p, src := preset(t, id)
		for _, key := range Missing(p) {
			if !marked(src, key[strings.LastIndexByte(key, '.')+1:]) {
				t.Errorf("%s: %s is not marked 【待定*】", id, key)
			}
		}
	}
}

func marked(src []byte, name string) bool {
	for _, line := range strings.Split(string(src), "\n") {
		if strings.HasPrefix(strings.TrimLeft(line, " -{"), name+":") && strings.Contains(line, "【待定*】") {
			return true
		}
	}
	return false
}

// TestMissingByKind covers what only some kinds of meeting need.
func TestMissingByKind(t *testing.T) {
	const whole = "id: T\ncode: T\ntitle: T\npurpose: P\nplace: R\nconvener: a\nhost: a\nrecorder: a\nroster: [{who: a}]\nduration: {planned: 1 hours}\n"
	for _, c := range []struct{ why, yaml, want string }{
		{"an ad-hoc meeting needs approvers, and no rule", "schedule: {adhoc: true}", "application.approvers"},
		{"unless it needs no approval", "schedule: {adhoc: true}\napplication: {required: false}", ""},
		{"an online meeting needs an address", "schedule: {rrule: FREQ=WEEKLY, start: 09:00}\nmode: online", "url"},
		{"who is asked for requirements must give them", "schedule: {rrule: FREQ=WEEKLY, start: 09:00}\nnotice: {fields: [requirements]}", "requirements"},
		{"a seat without a person", "schedule: {rrule: FREQ=WEEKLY, start: 09:00}\nroster: [{who: a}, {who: , part: X}]", "roster[1].who"},
		{"which are by the matter where it is ad hoc", "schedule: {adhoc: true}\napplication: {required: false}\nroster: [{who: , part: X}]", ""},
		{"papers that nobody owes", "schedule: {rrule: FREQ=WEEKLY, start: 09:00}\nmaterials: {required: [{from: , items: [X]}]}", "materials.required[0].from"},
		{"unless they may be left out", "schedule: {rrule: FREQ=WEEKLY, start: 09:00}\nmaterials: {required: [{from: , optional: true, items: [X]}]}", ""},
		{"who comments the minutes", "schedule: {rrule: FREQ=WEEKLY, start: 09:00}\nup: {mode: comment}", "up.to"},
		{"who may waive the minutes", "schedule: {rrule: FREQ=WEEKLY, start: 09:00}\nminutes: {required: waivable}", "minutes.waiver"},
		{"no topics from anywhere", "schedule: {rrule: FREQ=WEEKLY, start: 09:00}\nagenda: {call: false}", "agenda.items"},
	} {
		src := whole + c.yaml
		if strings.Contains(c.yaml, "roster:") {
			src = strings.Replace(src, "roster: [{who: a}]\n", "", 1)
		}
		p, faults := Load("p.yaml", []byte(src))
		if got := strings.Join(Missing(p), " "); len(faults) > 0 || got != c.want {
			t.Errorf("%s: misses %q, want %q %v", c.why, got, c.want, faults)
		}
	}
}

// TestEveryKeyIsDocumented: the presets together show every key of a policy, and each key stands beside a comment.
func TestEveryKeyIsDocumented(t *testing.T) {
	shown := map[string]bool{}
	for _, id := range Presets() {
		_, src := preset(t, id)
		var doc yaml.Node
		if err := yaml.Unmarshal(src, &doc); err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(string(src), "\n")
		visit(doc.Content[0], "", func(key string, k *yaml.Node) {
			shown[anyOf(key)] = true
			if !strings.Contains(key, "[") && !hasComment(lines, k.Line) {
				t.Errorf("%s:%d: %s has no comment", id, k.Line, key)
			}
		})
	}
	for _, key := range strict.Keys(reflect.TypeFor[secretary.Policy]()) {
		if !shown[key] {
			t.Errorf("no preset shows the key %s", key)
		}
	}
}

func visit(n *yaml.Node, key string, each func(key string, k *yaml.Node)) {
	for i := 0; n.Kind == yaml.MappingNode && i < len(n.Content); i += 2 {
		at := strings.TrimPrefix(key+"."+n.Content[i].Value, ".")
		each(at, n.Content[i])
		visit(n.Content[i+1], at, each)
	}
	for i := 0; n.Kind == yaml.SequenceNode && i < len(n.Content); i++ {
		visit(n.Content[i], key+"[0]", each)
	}
}

// hasComment looks on the line itself, above it, and, for a key that opens a block, at the block's own lines.
func hasComment(lines []string, line int) bool {
	own := lines[line-1]
	if strings.Contains(own, "# ") || line > 1 && strings.HasPrefix(strings.TrimSpace(lines[line-2]), "#") {
		return true
	}
	opens := strings.HasSuffix(own, ":")
	return opens && strings.HasPrefix(lines[line], " ") || slices.Contains(sharing, strings.TrimSpace(strings.SplitN(own, ":", 2)[0]))
}

// sharing are the keys that share the comment of the block they stand in: the languages of a text, a duty's cycle
// and who does it, the titles and texts, which say it themselves.
var sharing = []string{"zh-Hans", "zh-Hant", "en", "cycle", "who", "title", "convener", "recorder"}
