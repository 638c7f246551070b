package demo

import (
	"fmt"
	"time"

	"github.com/huiban/huiban/secretary"
)

// plainScript has everybody answer in a plain way, whatever the meeting.
func (p *play) plainScript() []cue {
	return []cue{
		{letter: secretary.Invitation, ref: "adopted"}, // its organizer's calendar is answered
		{who: "anna.schmidt", letter: secretary.Invitation, does: words(3*hour, "Yes, I will attend.")},
		{letter: secretary.Invitation, does: button(90*time.Minute, "ACCEPTED")},
		{letter: secretary.MaterialsCall, does: []reaction{{after: 50 * time.Minute, said: said{text: "见附件。"}, paper: true}}},
		{letter: secretary.MinutesCall, does: []reaction{{after: hour, by: p.draft}}},
		{letter: secretary.MinutesReview, does: words(hour, "同意")},
		{letter: secretary.MinutesConfirm, does: words(2*hour, "确认")},
		{letter: secretary.Action, nth: 1, does: reports(5*hour, nil, "进度50%")},
		{letter: secretary.Action, does: reports(day, nil, "完成")},
		{letter: secretary.Overdue, does: reports(3*hour, nil, "完成")},
		{letter: secretary.Approval, ref: "decisions", does: reports(4*hour, nil, "同意")},
		{letter: secretary.Approval, does: words(2*hour, "同意")},
	}
}

// draft is the draft of a plain meeting: a resolution, and a task for one who was there.
func (p *play) draft(l secretary.Letter) string {
	start := l.Meeting.Start.In(time.FixedZone("", 8*3600))
	return fmt.Sprintf(`%s会议纪要

【决议】
1、按%s会议商定的意见办理

【行动项】
1、落实%s会议商定的事项 责任人:%s 完成时限:%s 预期成果:落实情况说明 质量要求:按期、准确
`, p.title, start.Format("1月2日"), start.Format("1月2日"), p.owner(), start.AddDate(0, 0, 7).Format("1月2日"))
}

// owner is the name of who gets the tasks: the first participant from the house who neither chairs nor takes the minutes.
func (p *play) owner() string {
	dir := p.directory()
	for _, id := range p.comers() {
		who := dir.Person(id)
		if !who.External && string(id) != string(p.policy.Host) && string(id) != string(p.policy.Recorder) {
			return who.Name
		}
	}
	return dir.Person(p.comers()[0]).Name
}
