package meaning

import (
	"strings"

	"github.com/huiban/huiban/parser/pattern"
)

// A word of being free says nothing where it is denied, and a word of refusing nothing where it is a thing that fails:
//
//	301 isn't available · it won't be possible to book the room      no yes
//	the projector doesn't work · 资料周五出不来                          no refusal
//	Friday isn't possible for me · my schedule doesn't allow it       the writer's refusal all the same

// fail takes the words out of c that do not speak of coming.
func (c *clause) fail() {
	for i, h := range c.hits {
		before := string(c.text[:h.start])
		switch {
		case (h.sign == yes || h.sign == no) && bygoneTime.MatchString(before), h.sign == yes && strings.HasPrefix(string(c.text[h.end:]), "过"):
			c.hits[i].sign = neutral
		case (h.sign == yes || h.sign == weak) && (byMachine.MatchString(before) || strings.HasPrefix(string(c.text[h.start:h.end]), "confirm") && confirmsThing.MatchString(string(c.text[h.end:]))):
			c.hits[i].sign = neutral
		case (h.sign == free || h.sign == weak) && letter(c.text[h.start]) && deniedInEnglish(before):
			c.hits[i].sign = neutral
		case h.sign == no && (thingFails(before, string(c.text[h.end:])) || otherRefusal(c, h)):
			c.hits[i].sign = neutral
		}
	}
}

// byMachine is an answer that a program or somebody else gave: 「日历上显示我已接受」, 「系统自动帮我接受了」.
var byMachine = pattern.Must(`(?:显示|标成|标记|登记|自动|误点|误)(?:的|是|为|成|了|我|已|已经|帮我|替我|给我)*$|(?:帮|替|给)我(?:点|回|选)?(?:了|的)?$`)

// bygoneTime is before a coming or an absence that is over: 「我昨天请假」, 「去年是我去的」.
var bygoneTime = pattern.Must(`(?:去年|前年|往年|以前|上次|上回|昨天|前天|上周[一二三四五六日天]?|上个?月)(?:也|都|是|我|才|刚|就|一直|的会|已经?)*$`)

// confirmsThing asks to have something confirmed: "confirm the venue please".
var confirmsThing = pattern.Must(`^ (?:if|whether|which|who|when|where|(?:the|your|this) (?:venue|date|time|room|place|agenda|list|number|address|link|details|start|duration)s?)\b`)

// thingFails reports whether it is a thing, or somebody's doing, that a word of refusing is said of.
func thingFails(before, after string) bool {
	if thingChinese.MatchString(before) {
		return true
	}
	m := thingEnglish.FindStringSubmatch(before)
	if m == nil {
		return false
	}
	list := strings.Fields(m[1])
	return len(list) > 0 && !ours[list[len(list)-1]] && !strings.HasSuffix(list[len(list)-1], "day")
}

var (
	// thingEnglish is a subject with its article before a denied verb. Its last word tells what it is.
	thingEnglish = pattern.Must(`(?:^|,|\b(?:and|but|so|because|since|that|as) )\s*(?:the|our|my|your|their|his|her|its|an?|no|one)((?: [a-z][\w&'-]*){1,3})(?: (?:just|really|simply|also|still|probably|unfortunately|sadly|currently|is|was|will|would|can|does|do|has|have))*\s*$`)

	// ours are the things that speak for the writer: his time, his department, the meeting's hour.
	ours = words("meeting time date slot schedule calendar agenda diary timing day week afternoon morning evening hour team department side end office company unit section division group workload flight train plane travel trip shift leave boss manager i we me us party undersigned that this appointment commitment commitments duties diary clash conflict call session delegation representative rep option participation attendance presence joining attending coming")

	// thingChinese is a thing whose not coming is no person's.
	thingChinese = pattern.Must(`(?:资料|材料|报告|数据|样品|样件|图纸|图|货|物料|配件|备件|设备|机器|软件|系统|投影仪?|麦克风|链接|日历|二维码|账号|密码|会议室|房间|合同|发票|报价|方案|结果|报表|文件|模具|票|款)(?:也|都|还|可能|估计|恐怕|肯定|在|要|得)*(?:周[一二三四五六日天]|下?周|星期.|\d{1,2}[月日号]|今天|明天|当天|那天|会前|之?前|上午|下午|\d)*(?:也|都|还|可能|估计|恐怕|肯定|前)*[出拿搬运送寄赶做下打弄搞批到进登连加]?$`)
)

// failing is a clause that says of a thing that it fails; goesOnFailing says more of it: "the room can't be used, won't be available".
var (
	failing       = pattern.Must(`^\s*(?:(?:and|but|so|sorry) )*((?:the|our|my|your|their|its|an?) (?:[a-z][\w&'-]* ){1,3})(?:can't|cannot|isn't|is|are|aren't|was|won't|will|doesn't|does|has|hasn't|needs|can)\b`)
	goesOnFailing = pattern.Must(`^\s*(?:(?:and|so|but) )?(?:it )?(?:won't|will not|isn't|is not|can't|cannot|doesn't|does not|not) `)
)

// carries takes the refusals out of the clauses of s that go on about a thing.
func (s *sentence) carries() {
	for i := range s.clauses {
		if i == 0 || !goesOnFailing.MatchString(s.clauses[i].folded()) {
			continue
		}
		if m := failing.FindStringSubmatch(s.clauses[i-1].folded()); m != nil && thingFails(m[1], "") {
			s.clauses[i].mute(no)
		}
	}
}

// otherRefusal reports whether what is refused, accepted or not possible is something else than coming: 「拒绝加班」, "won't be able to send it".
func otherRefusal(c *clause, h hit) bool {
	word, after := string(c.text[h.start:h.end]), string(c.text[h.end:])
	switch word {
	case "拒绝", "谢绝", "婉拒", "不接受":
		return otherObject.MatchString(after) || weighty(clause{text: []rune(after), hits: invitationLexicon.scan([]rune(after))}.residue(beside))
	case "i'm out", "be out":
		m := outOf.FindStringSubmatch(after)
		return m != nil && !awayFrom[m[1]]
	case "decline", "declined", "declining":
		return declinesTo.MatchString(after)
	case "won't be able", "will not be able", "unable to", "not able to":
		return !ownWords.MatchString(string(c.text[:h.start])) && othersVerb.MatchString(after) && strings.TrimSpace(string(c.text[:h.start])) != ""
	}
	return false
}

var (
	declinesTo  = pattern.Must(`^ to (?:comment|answer|say|sign|pay|speak|respond|change|discuss)\b|^ (?:sales|numbers|quality|orders|demand|revenue|trends?|performance|output)\b`)
	outOf       = pattern.Must(`^ of (?:the )?([a-z]+)`)
	awayFrom    = words("office town country station action city reach state province building plant")
	otherObject = pattern.Must(`^(?:了)?(?:加班|变更|整改|签字|付款|采购|报价|供应商|客户|收货|验收|\p{Han}{2,6}的(?:要求|请求|申请|报价))`)
	ownWords    = pattern.Must(`\b(?:i|we|i'm|i'll|we'll|we're|me|us|myself)\b`)
	othersVerb  = pattern.Must(`^ ?(?:to )?(?:provide|send|deliver|finish|complete|supply|submit|prepare|share|update|issue|ship|install|release|confirm|print|book|produce|repair|fix)\b`)
)
