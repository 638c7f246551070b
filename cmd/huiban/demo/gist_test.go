package demo

import (
	"encoding/json"
	"testing"

	"github.com/huiban/huiban/secretary"
)

func TestGist(t *testing.T) {
	half := 50
	cases := []struct {
		in     secretary.Intent
		zh, en string
	}{
		{secretary.Intent{Kind: "attend", Status: "accepted"}, "参加", "will attend"},
		{secretary.Intent{Kind: "attend", Status: "delegated", Delegate: "何平", Reason: "出差"}, "请假，由何平代会，「出差」", "cannot come, 何平 comes instead, “出差”"},
		{secretary.Intent{Kind: "progress", Item: "2", Status: "in_progress", Percent: &half}, "第2项进行中，50%", "item 2 in progress, 50%"},
	}
	for _, c := range cases {
		doc, err := json.Marshal(map[string]any{"Intents": []secretary.Intent{c.in}})
		if err != nil {
			t.Fatal(err)
		}
		if got := gist(string(doc), ""); got.ZH != c.zh || got.EN != c.en {
			t.Errorf("%+v: %+v", c.in, got)
		}
	}
	if got := gist("no document", ""); got != (wording{}) {
		t.Errorf("nothing: %+v", got)
	}
}
