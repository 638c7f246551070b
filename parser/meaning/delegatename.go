package meaning

import (
	"strings"

	"github.com/huiban/huiban/parser/fold"
)

// together knows those who come along: 「我和黄捷一起参加」.
func together(t string) bool {
	for _, w := range []string{"一起", "一同", "都去", "都来", "都参加", "同时参加", "共同", "也参加", "也去", "陪同", "也会参加", "也来", "together", "with me", " and i ", "as well", "also", "both"} {
		if strings.Contains(t, w) {
			return true
		}
	}
	return false
}

var notName = map[string]bool{"i": true, "we": true, "it": true, "he": true, "she": true, "they": true, "this": true, "that": true, "the": true, "there": true, "who": true, "someone": true, "somebody": true, "my": true, "our": true, "yes": true, "no": true, "ok": true, "monday": true, "tuesday": true, "wednesday": true, "thursday": true, "friday": true, "meeting": true, "sorry": true, "thanks": true, "will": true, "unfortunately": true, "please": true, "me": true, "hi": true, "dear": true, "all": true, "everyone": true, "you": true, "can": true, "could": true, "regrets": true, "hello": true, "nobody": true, "what": true, "when": true, "我们": true, "本人": true, "some": true, "a": true, "an": true}

func isSelf(name, self string) bool {
	if self == "" {
		return false
	}
	return strings.Contains(strings.ToLower(self), strings.ToLower(name)) && len(name) > 2
}

// withAddress prefers the name; where an address alone is named that is taken.
func withAddress(name, raw string) string {
	if strings.Contains(name, "@") {
		return strings.ToLower(email.FindString(name))
	}
	return name
}

// titles are cut off a name, from either end; long ones first.
var titles = strings.Fields("副总经理 总经理助理 总经理 副经理 副厂长 副主任 副部长 副处长 副科长 副局长 副院长 副所长 副总监 副书记 副组长 副总工 副总裁 总工程师 高级工程师 工程师 总监 总裁 副總經理 總經理 副經理 經理 副廠長 廠長 副主管 副總 協理 襄理 副理 課長 副課長 廠長 部長 副部長 處長 科長 局長 院長 經理人 厂长 主任 部长 处长 科长 局长 院长 所长 书记 組長 组长 班长 主管 专员 助理 秘书 经理 副总 老师 老師 博士 先生 女士 小姐 同志 同事 会计 技术员 调度员 店长 站长 队长 工段长 代表 主办 主辦 干事")

var surnames = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣邓郁单杭洪包诸左石崔吉龚程邢裴陆荣翁荀羊甄曲家封芮储靳段富巫焦巴谷车侯全班仰仲伊宫宁仇栾甘厉祖武符刘景詹束龙叶幸司韶黎乔苍双闻莘翟谭贡姬申冉宰雍桑桂牛寿通边燕尚农温庄晏柴瞿阎连习艾向古易慎廖居衡步都耿满匡国文寇广东欧沃利师巩聂晁勾敖融冷訾辛阚那简饶曾沙养鞠丰关游竺权盖桓公仝佟邸区肖岳冼付代戈闫相"

// cleanName takes departments and titles off a name as it was found in a sentence.
func cleanName(s string) string {
	s = strings.TrimSpace(s)
	if a := email.FindString(s); a != "" {
		rest := strings.Trim(strings.Replace(s, a, "", 1), " ()（）<>")
		if rest == "" {
			return strings.ToLower(a)
		}
		s = rest
	}
	if i := strings.IndexAny(s, "(（<"); i > 0 {
		if inner := strings.TrimRight(s[i:], " )）>"); titleEnds(s[:i]) && len(inner) > 1 {
			if n := strings.TrimLeft(inner, "(（<"); plausible(n, 0) && len([]rune(n)) > 1 {
				return n // 「林课长（林柏翰）」: the full name is in the brackets
			}
		}
		s = s[:i]
	}
	s = strings.Trim(s, " 　、")
	for _, w := range []string{"我部门的", "我部门", "我部的", "我部", "我们部门的", "我们部门", "我们的", "我们", "我司", "我处", "我的同事", "我同事", "我的", "我", "本部门的", "本部门", "同事", "部门", "现", "特", "拟", "已", "改", "请", "派", "由", "让", "安排", "委托", "另", "副手", "下属", "助手", "俺们", "俺", "咱"} {
		if t := strings.TrimPrefix(s, w); t != s && t != "" {
			s = strings.TrimSpace(t)
		}
	}
	r := []rune(s)
	for i := len(r) - 3; i >= 0; i-- {
		if strings.ContainsRune("部科处處室厂廠心司组組院所间間课課局办辦的由派门門位长長员員师師士计計里事手弟徒属屬档", r[i]) && fold.CJK(r[i]) && strings.ContainsRune(surnames+"小老阿", fold.Rune(r[i+1])) || strings.ContainsRune("的由派", r[i]) {
			s = strings.TrimSpace(string(r[i+1:]))
			break
		}
	}
	return cutTitles(s)
}

// titleEnds reports whether s ends in a title.
func titleEnds(s string) bool {
	for _, t := range titles {
		if strings.HasSuffix(strings.TrimSpace(s), t) {
			return true
		}
	}
	return false
}

func cutTitles(s string) string {
	for _, t := range titles {
		if _, rest, ok := strings.Cut(s, t); ok && len([]rune(rest)) >= 2 && named(rest) {
			s = strings.TrimSpace(rest)
		} else if rest, ok := strings.CutPrefix(s, t); ok && len([]rune(rest)) >= 2 {
			s = strings.TrimSpace(rest)
		}
		if rest, ok := strings.CutSuffix(s, t); ok && len([]rune(rest)) >= 2 {
			s = strings.TrimSpace(rest)
		}
	}
	for _, t := range []string{"会", "将", "來", "来", "过去", "過去", "过来", "過來", "过", "過", "去", "届时", "准时", "代"} {
		if rest, ok := strings.CutSuffix(s, t); ok && len([]rune(rest)) >= 2 {
			s = rest
		}
	}
	return s
}

// named reports whether s is all name: two or three characters that begin with a surname.
func named(s string) bool {
	r := []rune(s)
	return len(r) <= 3 && strings.ContainsRune(surnames, fold.Rune(r[0]))
}

// plausible reports whether s may be a person: two to four characters that begin with a surname, or 小王, 老李, 王工, or a Latin name.
func plausible(s string, shape int) bool {
	r := []rune(s)
	if len(r) == 0 {
		return false
	}
	if strings.Contains(s, "@") {
		return true
	}
	if !fold.CJK(r[0]) {
		first := strings.ToLower(strings.Fields(s)[0])
		return len(r) >= 2 && len(r) <= 30 && !notName[first] && s[0] >= 'A' && s[0] <= 'Z'
	}
	if len(r) < 2 || len(r) > 4 || weekdayName.MatchString(s) || speaks.MatchString(s) || strings.ContainsAny(s, notInNames) {
		return false
	}
	if r[0] == '小' || r[0] == '老' || r[0] == '阿' {
		return len(r) <= 3
	}
	return strings.ContainsRune(surnames, fold.Rune(r[0])) && !ordinaryWords[fold.Text(s)]
}

// notInNames are characters that no name has.
const notInNames = "务必须应该按准届和与或、说收通不没能会我他她它您你谁人部科处室组"

// ordinaryWords begin like names and are none.
var ordinaryWords = map[string]bool{"时间": true, "安排": true, "平时": true, "明天": true, "全部": true, "相关": true, "代表": true, "公司": true, "全员": true, "全体": true, "应该": true, "单位": true, "成员": true, "计划": true, "关于": true, "和我": true, "于今": true, "任何": true, "方便": true, "经理": true, "文员": true, "高层": true, "边个": true, "同事": true, "時間": true, "连同": true, "通知": true, "准时": true, "各位": true, "申请": true, "家里": true, "明确": true, "常务": true, "广大": true, "东家": true, "时候": true, "代理": true, "相应": true, "专人": true, "何人": true, "经办": true, "解决": true, "双方": true, "单独": true, "宣传": true, "全权": true, "向您": true, "祝您": true, "代为": true, "代替": true}
