package demo

import (
	"context"
	"io"
	"os"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/huiban/huiban/calendar"
	"github.com/huiban/huiban/policies"
	"github.com/huiban/huiban/secretary"
)

// TestEveryTypeIsStaffed: for each of the forty the small company has everybody whom the regulation names, leaves nothing
// open, and a meeting is due: by the plan, or in its convener's calendar.
func TestEveryTypeIsStaffed(t *testing.T) {
	zone, err := time.LoadLocation(zone)
	if err != nil {
		t.Fatal(err)
	}
	cal, err := calendar.New(calendar.Options{Zone: office.Zone})
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range policies.Presets() {
		p, err := playOf(id, zone)
		if err != nil {
			t.Error(err)
			continue
		}
		if open := policies.Missing(p.policy); len(open) > 0 {
			t.Errorf("%s: %v is left open", id, open)
		}
		for _, f := range policies.Check(p.policy, p.directory(), cal) {
			if !f.Warning {
				t.Errorf("%s: %s", id, f)
			}
		}
		if p.policy.Schedule.AdHoc {
			if len(p.events) != 1 || len(p.comers()) < 3 || !strings.Contains(p.events[0].said.calendar, "ORGANIZER:mailto:"+p.events[0].from) {
				t.Errorf("%s: nobody calls the meeting: %+v", id, p.events)
			}
			continue
		}
		if n := planned(p, cal, zone)[secretary.Invitation]; n < 3 {
			t.Errorf("%s: %d invitations are planned", id, n)
		}
	}
}

// planned counts the letters that would go out during the play if nobody answered.
func planned(p *play, cal secretary.Calendar, zone *time.Location) map[secretary.LetterKind]int {
	desk := &secretary.Desk{
		Office: office, Calendar: cal, Directory: p.directory(), Policies: map[string]*secretary.Policy{"p": p.policy}, Current: map[string]string{p.policy.ID: "p"},
		Series: map[string]*secretary.Series{p.policy.ID: {Policy: p.policy.ID, First: p.policy.Schedule.From}}, Meetings: map[secretary.MeetingID]*secretary.Meeting{},
		Items: map[secretary.ItemID]*secretary.Item{}, Folders: map[secretary.PersonID]*secretary.Folder{},
	}
	out := map[secretary.LetterKind]int{}
	for _, l := range secretary.Plan(desk, begin(zone), begin(zone).AddDate(0, 0, p.days)) {
		out[l.Letter.Kind]++
	}
	return out
}

// TestTypesPlay: meetings of other types get to done by real mail: a daily one without minutes (S1D-14), one of an external
// customer that is called on demand (S3-48, S3-49), and one whose minutes go up the same day (S1B-47). HUIBAN_ALL_TYPES=1
// plays all forty, in some minutes.
func TestTypesPlay(t *testing.T) {
	ids := []string{"MT-S1D-4", "MT-S3-5", "MT-S1B-2"}
	if os.Getenv("HUIBAN_ALL_TYPES") != "" {
		ids = policies.Presets()
	}
	for _, id := range ids {
		t.Run(id, func(t *testing.T) {
			t.Parallel()
			var story strings.Builder
			if err := Run(context.Background(), Options{Policy: id, Dir: t.TempDir(), Story: io.Writer(&story), Now: time.Now}); err != nil {
				t.Fatal(err)
			}
			if inside := internal.FindString(story.String()); inside != "" {
				t.Error("an internal letter went outside:", inside)
			}
			if !strings.Contains(story.String(), "已办结") || strings.Contains(story.String(), "asked back") {
				t.Error(story.String())
			}
		})
	}
}

// internal are letters that no external participant gets.
var internal = regexp.MustCompile(`→ (pack|minutes-\S+|action|overdue|weekly-summary|report-up|survey-result) +Anna`)

func TestUnknownPlay(t *testing.T) {
	err := Run(context.Background(), Options{Policy: "MT-S9-9", Dir: t.TempDir(), Story: io.Discard, Now: time.Now})
	if err == nil || !strings.Contains(err.Error(), "the presets are MT-S0-1") {
		t.Error(err)
	}
}
