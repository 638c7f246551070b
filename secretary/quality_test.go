package secretary

import (
	"fmt"
	"testing"
	"time"
)

// S2-38, S3-11, S3-29, S3-88, S3-93: where the regulation wants a quality requirement with each task, an action without one goes back
// to the recorder, like one without owner or date; what mends it stands with the item that its owner is asked about.
func TestQualityRequirement(t *testing.T) {
	p := coordination()
	p.Actions.Fields = []string{"owner", "due", "quality_requirement"}
	p.Materials, p.Minutes.ReviewBy, p.Minutes.Confirmers, p.Schedule.Until = MaterialsRule{}, "", "none", "2026-11-27"
	w := newWorld(t, testDesk("2026-11-20", p), time.Date(2026, 11, 20, 9, 0, 0, 0, cst))
	w.until(time.Date(2026, 11, 27, 11, 0, 0, 0, cst))
	hand := func(as ...DraftAction) string {
		w.mail(w.reply("sun.li", w.last("sun.li", MinutesCall, 0), Intent{Kind: IntentDraft, Draft: &Draft{Resolutions: []DraftLine{{"1", "锁价"}}, Actions: as}}))
		return fmt.Sprint(w.last("sun.li", MinutesCall, 0).Problems)
	}
	whole := DraftAction{No: "2", Text: "询价", Owner: "王磊", Due: "2026-12-04", Result: "三家以上，含税"}
	bare := whole
	bare.Result = ""
	if got := hand(bare); got != "[{2 no-quality}]" || len(w.Items) > 0 {
		t.Errorf("returned for %s, with %d items", got, len(w.Items))
	}
	hand(whole)
	w.until(w.now.Add(time.Minute))
	if i := w.Items["PSC-20261127-2"]; i == nil || i.Result != whole.Result || w.last("wang.lei", Action, 0).Items[0].Result != whole.Result {
		t.Errorf("the item is %+v", i)
	}
}
