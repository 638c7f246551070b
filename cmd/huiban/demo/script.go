package demo

import (
	"fmt"
	"strings"
	"time"

	"github.com/huiban/huiban/secretary"
)

// cue is a letter that somebody answers: the first line of the script that fits counts.
type cue struct {
	who     string               // "" is anybody
	letter  secretary.LetterKind //
	meeting int                  // 1 for the first; 0 is any
	nth     int                  // the how manieth letter of this kind about this meeting the person got; 0 is any
	ref     string               // how the letter's Ref begins
	does    []reaction           // none is silence
}

// reaction is one mail written in answer, some time after.
type reaction struct {
	after time.Duration
	said
	by    func(l secretary.Letter) string // makes the text from the letter, such as by item; nil takes said
	paper bool                            // with a file of one's own for this meeting
	names []string                        // with files so named, made for this meeting: the same file twice is asked about
}

const (
	soon = 40 * time.Minute
	hour = time.Hour
	day  = 24 * time.Hour
)

func words(after time.Duration, text string) []reaction {
	return []reaction{{after: after, said: said{text: text}}}
}

func button(after time.Duration, partstat string) []reaction {
	return []reaction{{after: after, said: said{partstat: partstat}}}
}

func sends(after time.Duration, text string, files ...string) reaction {
	return reaction{after: after, said: said{text: text}, names: files}
}

// reports answers a letter about action items item by item: what is said of an item is looked up by a word of its text.
func reports(after time.Duration, by map[string]string, otherwise string) []reaction {
	return []reaction{{after: after, by: func(l secretary.Letter) string {
		var lines []string
		for _, v := range l.Items {
			say := otherwise
			for word, s := range by {
				if strings.Contains(v.Text, word) {
					say = s
				}
			}
			if say != "" {
				lines = append(lines, v.No+" "+say)
			}
		}
		return strings.Join(lines, "\n")
	}}}
}

// script is who answers what, how. Lines for one person or one meeting stand above those for all.
var script = []cue{
	// 会议通知:第一周各有各的答法
	{who: "liu.yang", letter: secretary.Invitation, meeting: 1, does: words(2*hour, "参加")},
	{who: "emily.clark", letter: secretary.Invitation, meeting: 1, does: words(3*hour, "I will attend. Thanks for the agenda!")},
	{who: "sun.li", letter: secretary.Invitation, meeting: 1, does: button(50*time.Minute, "ACCEPTED")},
	{who: "wu.qiang", letter: secretary.Invitation, meeting: 1, does: words(5*hour, "请假,当天去供应商现场出差,由何平代会。")},
	{who: "he.ping", letter: secretary.Invitation, meeting: 1, does: words(6*hour, "收到,我会准时参加。")},
	{who: "zheng.jie", letter: secretary.Invitation, meeting: 1},
	{who: "zheng.jie", letter: secretary.Reminder, meeting: 1, does: words(hour, "参加,不好意思回复晚了")},
	{who: "lin.zhihao", letter: secretary.Invitation, meeting: 1, does: words(4*hour, "準時出席,謝謝。")},
	{who: "anna.schmidt", letter: secretary.Invitation, meeting: 1, does: words(7*hour, "Yes, I will attend.")},
	{who: "li.jianguo", letter: secretary.Invitation, meeting: 1, does: words(soon, "参加")},
	{who: "anna.schmidt", letter: secretary.Invitation, meeting: 2, does: words(7*hour, "Sorry, I cannot attend this time.")},
	{who: "zheng.jie", letter: secretary.Invitation, meeting: 2, does: words(4*hour, "请假,当天有审计进场。")},
	{who: "zheng.jie", letter: secretary.AskBack, meeting: 2, nth: 1, does: words(2*hour, "由林志豪代会")},
	{who: "zheng.jie", letter: secretary.AskBack, meeting: 2, does: words(2*hour, "由许平代会")},
	{who: "xu.ping", letter: secretary.Invitation, meeting: 2, does: words(3*hour, "我可以参加")},
	{who: "liu.yang", letter: secretary.Invitation, meeting: 3, does: button(hour, "TENTATIVE")},
	{letter: secretary.Invitation, does: button(90*time.Minute, "ACCEPTED")},

	// 资料
	{who: "liu.yang", letter: secretary.MaterialsCall, meeting: 1, does: []reaction{
		sends(day+2*hour, "附件为生产计划与产能,请查收。", "生产计划0918.xlsx", "产能分析.xlsx"),
		sends(2*day+3*hour, "更新了一版产能分析,请以此为准。", "产能分析.xlsx"),
	}},
	{who: "emily.clark", letter: secretary.MaterialsCall, does: []reaction{sends(day+hour, "Please find the sales plan and the market analysis attached.", "Sales plan.xlsx", "Market analysis.xlsx")}},
	{who: "sun.li", letter: secretary.MaterialsCall, meeting: 1, does: words(day, "本周无资料")},
	{who: "zheng.jie", letter: secretary.MaterialsCall, meeting: 1},
	{who: "zheng.jie", letter: secretary.MaterialsReminder, meeting: 1, nth: 1, does: []reaction{sends(3*hour, "补交,见附件", "成本与预算执行.xlsx")}},
	{who: "wu.qiang", letter: secretary.MaterialsCall, meeting: 1},
	{letter: secretary.MaterialsCall, does: []reaction{sends(day+4*hour, "见附件。", "部门资料.xlsx")}},

	// 纪要
	{who: "wang.min", letter: secretary.MinutesCall, meeting: 1, nth: 1, does: words(3*hour, vagueDraft)},
	{who: "wang.min", letter: secretary.MinutesCall, meeting: 1, nth: 2, does: words(hour, firstDraft)},
	{who: "wang.min", letter: secretary.MinutesCall, meeting: 1, nth: 3, does: words(hour, secondDraft)},
	{who: "wang.min", letter: secretary.MinutesCall, nth: 1, does: []reaction{{after: 2 * hour, by: plainDraft}}},
	{who: "wang.min", letter: secretary.MinutesCall, meeting: 2, nth: 2, does: []reaction{{after: hour, by: plainDraft}}},
	{who: "li.jianguo", letter: secretary.MinutesReview, meeting: 2, nth: 1, does: words(2*hour, "驳回:请补上客户投诉那一条的结论。")},
	{who: "li.jianguo", letter: secretary.MinutesReview, does: words(2*hour, "同意")},
	{who: "zhao.min", letter: secretary.MinutesConfirm, meeting: 1, nth: 1, does: words(4*hour, "第2条有误:加急订单评审应为每日16点前,不是18点。其余同意。")},
	{who: "wu.qiang", letter: secretary.MinutesConfirm, meeting: 1, nth: 1},
	{who: "wu.qiang", letter: secretary.MinutesConfirm, meeting: 1, nth: 2, does: words(5*hour, "收到")},
	{who: "wu.qiang", letter: secretary.AskBack, meeting: 1, does: words(hour, "确认")},
	{who: "sun.li", letter: secretary.MinutesConfirm, does: words(hour, "没问题,确认。")},
	{who: "zheng.jie", letter: secretary.MinutesConfirm, does: words(3*hour, "无异议")},
	{letter: secretary.MinutesConfirm, does: words(2*hour, "确认")},

	// 行动项
	{who: "liu.yang", letter: secretary.Action, nth: 1, does: reports(5*hour, map[string]string{"注塑机": "进度30%,已完成两台评估"}, "已安排,进度20%")},
	{who: "liu.yang", letter: secretary.Action, nth: 2, does: reports(5*hour, map[string]string{"注塑机": "完成,评估报告已发PMC"}, "完成")},
	{who: "liu.yang", letter: secretary.Action, does: reports(5*hour, nil, "完成")},
	{who: "he.ping", letter: secretary.Action, nth: 1, does: reports(6*hour, map[string]string{"双供应商": "受阻,二供样件未通过检验,需要质量部支持"}, "进度50%")},
	{who: "he.ping", letter: secretary.Action, nth: 2, does: reports(6*hour, map[string]string{"双供应商": "申请延期到10月23日,因为样件要重新送检"}, "完成")},
	{who: "he.ping", letter: secretary.Action, does: reports(8*hour, nil, "完成")},
	{who: "he.ping", letter: secretary.Overdue, does: reports(8*hour, nil, "完成")},
	{who: "emily.clark", letter: secretary.Action, nth: 1},
	{who: "emily.clark", letter: secretary.Action, nth: 2},
	{who: "emily.clark", letter: secretary.Overdue, nth: 1},
	{who: "emily.clark", letter: secretary.Overdue, nth: 2},
	{who: "emily.clark", letter: secretary.Overdue, does: reports(2*hour, nil, "done")},
	{who: "emily.clark", letter: secretary.Action, does: reports(2*hour, nil, "60%, will finish by Friday")},
	{who: "sun.li", letter: secretary.Action, does: reports(3*hour, nil, "已完成")},
	{letter: secretary.Action, does: reports(day, nil, "完成")},
	{letter: secretary.Overdue, does: reports(3*hour, nil, "完成")},
	{letter: secretary.Approval, ref: "extend:", does: words(3*hour, "同意,请盯紧样件。")},
	{who: "chen.jing", letter: secretary.Approval, ref: "verify:", nth: 1, does: words(4*hour, "驳回:评估报告缺少换模时间,请补充。")},
	{letter: secretary.Approval, ref: "verify:", does: words(4*hour, "同意")},
	{letter: secretary.Approval, ref: "decisions", does: reports(4*hour, nil, "同意")},

	// 会后评估
	{who: "liu.yang", letter: secretary.Survey, meeting: 1, does: words(2*hour, "1: 4\n2: 3\n3: 4\n4: 3\n5: 4\n6: 3\n建议:资料请提前两天发")},
	{who: "wu.qiang", letter: secretary.Survey, does: words(3*hour, "都是4分")},
	{who: "zheng.jie", letter: secretary.Survey, does: words(3*hour, "1: 5\n2: 4\n3: 5\n4: 4\n5: 5\n6: 4")},
	{who: "sun.li", letter: secretary.Survey, does: words(5*hour, "1、5分 2、5分 3、4分 4、4分 5、4分 6、5分")},
	{letter: secretary.Survey},
	{letter: secretary.Duty, ref: "feedback", does: words(4*hour, "1 高 急 采纳 孙丽 10/16 资料提前两天发出")},
	{who: "zhang.wei", letter: secretary.Prove, does: words(hour, "驳回,不是我写的")},
}

const vagueDraft = `产销协调会会议纪要

【决议】
1、9月产量调整为1200套
2、加急订单评审每日18点前完成

【行动项】
1、完成注塑机产能评估 责任人:刘洋 完成时限:10月9日 预期成果:评估报告
2、落实电机双供应商方案 责任人:何平 完成时限:尽快 预期成果:二供样件检验合格
3、更新四季度销售预测 责任人:Emily Clark 预期成果:预测表
4、客诉整改复核 责任人:孙丽 完成时限:9月30日 预期成果:复核记录
`

const firstDraft = `产销协调会会议纪要

【决议】
1、9月产量调整为1200套
2、加急订单评审每日18点前完成

【行动项】
1、完成注塑机产能评估 责任人:刘洋 完成时限:10月9日 预期成果:评估报告
2、落实电机双供应商方案 责任人:何平 完成时限:10月14日 预期成果:二供样件检验合格
3、更新四季度销售预测 责任人:Emily Clark 完成时限:9月29日 预期成果:预测表
4、客诉整改复核 责任人:孙丽 完成时限:9月30日 预期成果:复核记录
`

const secondDraft = `产销协调会会议纪要(修订)

【决议】
1、9月产量调整为1200套
2、加急订单评审每日16点前完成

【行动项】
1、完成注塑机产能评估 责任人:刘洋 完成时限:10月9日 预期成果:评估报告
2、落实电机双供应商方案 责任人:何平 完成时限:10月14日 预期成果:二供样件检验合格
3、更新四季度销售预测 责任人:Emily Clark 完成时限:9月29日 预期成果:预测表
4、客诉整改复核 责任人:孙丽 完成时限:9月30日 预期成果:复核记录
`

// plainDraft is the draft of an ordinary week, with one task that is due twelve days after the meeting.
func plainDraft(l secretary.Letter) string {
	start := l.Meeting.Start.In(time.FixedZone("", 8*3600))
	due := start.AddDate(0, 0, 12).Format("1月2日")
	return fmt.Sprintf(`产销协调会会议纪要

【决议】
1、按%s会议确认的产量排产
2、客户投诉由质量管理部48小时内答复

【行动项】
1、核对%s当周订单与库存 责任人:刘洋 完成时限:%s 预期成果:核对表
`, start.Format("1月2日"), start.Format("1月2日"), due)
}
