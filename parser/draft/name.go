package draft

import (
	"strings"
	"unicode/utf8"

	"github.com/huiban/huiban/parser/pattern"
)

const (
	// surnames that begin hardly any word of everyday prose, and those that begin many.
	surnames = "王李张刘陈杨赵黄吴徐孙朱胡郭林何罗郑梁谢宋唐许韩冯邓曹彭曾萧蔡潘袁董余苏吕魏蒋杜丁沈姜范傅钟卢汪戴崔陆廖姚邱夏谭邹熊孟秦阎薛侯雷龙史陶贺顾龚邵郝钱孔严覃武莫赖" +
		"樊兰殷施洪翟尹黎俞章鲁葛韦申毛倪庞邢涂庄聂岳齐梅欧尤舒柳臧芦詹靳翁植牟鄢祁祝柯喻游仇裴柴耿焦阮屠穆匡巩褚娄窦卓闵桂靖苗甘桑佘凌宫蒲盛骆卜谷瞿滕饶霍晏蔺蓝连区冼邝麦伍岑植司尚应代贾艾简占佟冉苑邬习鲍华芮宓裘蒲巫车查乐晁郜郗郦卞濮狄逄仲芦佘阚蔚荆宦尚"
	doubtful   = "叶高方石金任白江万段安常成程包田贺文关康于牛乔马钱周温时向全项路车洪曲单计易管平明花边符冀古米解隋严强楚水能和左党季房付宁汤阳闫付郎辛冷池封谈卫景纪师米纪"
	compound   = `欧阳|上官|司马|诸葛|司徒|夏侯|皇甫|慕容|端木|东方|尉迟|长孙|令狐|南宫`
	titlesLong = `总经理|副总经理|副总裁|总裁|副总|总监|经理|主任|副主任|主管|部长|副部长|处长|副处长|科长|副科长|厂长|副厂长|所长|院长|局长|主席|书记|秘书长|秘书|组长|班长|队长|课长|协理|董事长|董事|老师|教授|博士|师傅|工程师|专员|助理|总工|站长|店长|顾问|律师|院士|先生|女士|小姐|特助|处长|襄理`
	titleShort = `总|工|董|姐|哥|局|处|科|院`
)

// stopWords begin like names and are none.
var stopWords = pattern.Must(`^(?:方案|方面|方式|高层|高级|高度|成本|成品|成立|成果|安全|安排|安装|程序|计划|计量|包装|包括|万元|项目|时间|时限|金额|金属|常规|温度|关于|关键|关注|任务|任何|卫生|单位|单价|马上|毛利|余额|路线|强化|全面|全部|全体|全员|` +
	`石油|白班|文件|文档|文化|管理|管控|管道|能源|能耗|水分|水电|水泵|平台|平均|明确|明细|季度|应收|应付|应急|代理|代表|代会|连续|车间|车辆|向总|向客|和客|于本|区域|华南|华东|华北|华为|华润|华中|尚未|尚有|司机|司机|易损|解决|解释|解答|解读|古代|` +
	`党委|党建|文本|武汉|江苏|江西|广东|广州|广告|广泛|广场|左右|常州|金华|阳台|封装|封样|房屋|池子|景观|师资|米粉|纪要|纪律|汤料|符合|边界|关闭|任职|高压|高温|高管|方法|白天|牛奶|牛皮|周期|周报|周会|周例|周转|段落|温升|习惯|简化|简报|占用|梅雨|蓝图|连接|游客|章程|申请|申报|庄重|齐套|夏季|秦皇|宁波|宁夏|康复|曲线|洪水|顾客|施工|史料|龙头|雷达|陶瓷|孔位|严格|严禁|丁基|林业|何时|何人|黄金|黄色|杨树|胡乱|唐山|苏州|江门|沈阳|郑州|贺信|贺卡|许可|谢谢|曾经|武器|武装|毛坯|毛刺|舒适|游戏|游览|卓越|凌晨|麦|应该|应当|应于|盛大|盛会|司法|齐全|单独|管线|成都|任命|和谐|全年|时效|项下|路由|石膏|白名单)`)

// starters may follow a name at the start of a clause. They tell 王磊|负责 from 王磊负|责.
const starters = `负责|同志|共同|顺便|说|表示|认为|觉得|担心|希望|牵头|主责|主办|近期|近日|立即|马上|抓紧|逐步|持续|定期|按时|务必|年内|月内|节前|春节|跟进|跟踪|跟催|落实|组织|协调|完成|提交|编制|编写|制定|制订|梳理|确认|确定|在|于|将|把|向|给|与|和|及|同|对|按|需|应|要|须|会|前|尽快|尽早|本周|本月|下周|下月|周|星期|明天|明日|后天|今天|今日|今晚|月底|年底|` +
	`安排|准备|输出|更新|发布|汇总|整理|联系|跟|去|到|再|继续|同步|推动|推进|推送|配合|反馈|回复|核对|核实|核查|检查|排查|采购|签订|审核|起草|修订|修改|出具|拟定|统计|下发|通知|召集|召开|办理|处理|解决|调整|优化|评估|对接|沟通|追踪|开展|实施|` +
	`安装|调试|培训|交|出|报|做|写|定|拿|催|盯|查|补|改|换|请|约|订|发|先|也|会同|联合|带|用|从|每|不晚于|最迟|最晚|截止|力争|争取|原则上|进行|建立|搭建|设计|开发|测试|验证|上线|确保|保证|清点|盘点|清理|申请|申报|收集|归档|维护|提供|提出|参加|主持|承办|执行|监督|督促|协助|导入|完善|研究|分析|调研|引入|招聘|推荐|选派|选送|组建|筹备|筹办|策划|拜访|回访|走访|试制|试产|送样|改善|修复|维修|更换|重新|重做|重跑|就|以|为|` +
	`[0-9]|[,:;。、(（/@-]|\s|$`

var (
	startRe   = pattern.Must(`^(?:` + starters + `)`)
	strongRe  = pattern.Must(`^\s*(?:[0-9]|这|本周|负责|牵头|主责|[:、,]|于|在|本周|下周|周|星期|明天|后天|月底|需|须|应|尽快|向|把|将|去|跟|组织|完成|提交|$)`)
	titledRe  = pattern.Must(`^(?:` + compound + `|\p{Han})(?:\p{Han}{0,2}?(?:` + titlesLong + `)|\p{Han}?(?:` + titleShort + `))`)
	nickRe    = pattern.Must(`^(?:老|小|阿)\p{Han}`)
	latinName = pattern.Must(`^[A-Z][A-Za-z'’.-]*(?:\s[A-Z]\.)?(?:\s(?:de|van|von|bin|al)?\s?[A-Z][A-Za-z'’.-]*){0,3}`)
	deptRe    = pattern.Must(`(?:部门|部|科|处|课|室|中心|小组|班组|组|办公室|车间|分厂|工厂|公司|分公司|厂|局|院|队|团队|单位|各部|事业部|委员会|委|办|所|站|仓库|产线|生产线|项目组|[委事工协商]会|学生会|职代会|联合会)$`)
	deptWord  = pattern.Must(`(?i)^(?:采购|财务|生产|质量|品质|品管|品保|人事|人力|人力资源|行政|研发|仓储|仓库|物流|工程|市场|销售|业务|营销|法务|设备|工艺|技术|计划|后勤|保卫|食堂|前台|客服|运营|策划|设计|运维|开发|测试|产品|总务|保安|车队|工会|团委|办公室|资材|资讯|总务|安环|安全|信息|IT|HR|QA|QC|QE|PE|ME|IE|PMC|PMO|R&D|EHS|Ops|Operations|Finance|Sales|Marketing|Engineering|Quality|Production|Procurement|Purchasing|Logistics|Legal|Warehouse|Admin|Security|Facilities|Maintenance|Stores|Planning|Compliance|Housekeeping|Catering|Estates|Dispatch|Training|Accounts|Accounting|Payroll|Safety|Laboratory|Lab|Reception|Communications|Design|Research|Customer Service|Supply Chain|Tooling|Assembly|Packaging|Shipping|Receiving|Inventory|Fleet|Transport|Treasury|Audit|Development|Merchandising)(?:\s*(?:team|dept\.?|department|group|部|office))?$`)
	everyone  = pattern.Must(`(?i)^各(?:相关|有关)?\p{Han}{0,6}?(?:部门?|科|处|室|组|厂|车间|公司|单位|中心|会|店|院|班|队|区域?|校|人|家|方|位|所|站|办|委|线|员|主管|经理|主任|长|基地|项目|门店|同事)$|^(?:全体|所有|全员|大家|相关人|相关部|相关单|有关人|有关部|有关单|每个)|^(?:双方|甲方|乙方|我方|客户|供应商|厂家|相关|有关)$|^(?:all|everyone|everybody|team|both|tbc by all)\b|(?:team|dept\.?|department|committee|group|division|office|managers|leads|heads)$`)
)

// roster is the people a draft names for certain, folded, in lists of attendance and columns of owners.
type roster map[string]bool

// add takes a name that stands in a list of names: there one that is also a word of the language, 安静 or 马上, is one.
func (r roster) add(name string) {
	n := salutation.ReplaceAllString(folded(name), "")
	if (isPerson(n, nil) || plainName.MatchString(n) && !isDept(n) && !notGiven.MatchString(n)) && !strings.ContainsAny(n, "0123456789") {
		r[n] = true
	}
}

// notGiven ends what stands in such lists for several or for nobody.
var notGiven = pattern.Must(`(?:人员|同事|同志们|代表|成员|领导|人|等|无|有)$`)

// full is the one person on the roster that a first name means: Helen for Helen Zhou; else the name itself.
func (r roster) full(name string) string {
	found := ""
	for n := range r {
		if strings.HasPrefix(n, name+" ") {
			if found != "" {
				return name
			}
			found = n
		}
	}
	if found == "" || !asciiOnly(name) {
		return name
	}
	return found
}

func asciiOnly(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r >= 0x80 }) < 0
}

var deptEtc = pattern.Must(`^\p{Han}+(?:部|科|处|中心|组|室|办)等?$`)

// isDept reports whether s is a department, or everybody: no one person.
func isDept(s string) bool {
	s = strings.TrimSpace(s)
	if everyone.MatchString(s) || deptWord.MatchString(s) {
		return true
	}
	return deptRe.MatchString(s) && runes(s) >= 2 && !titledName(s) || deptEtc.MatchString(s) && runes(s) > 2 && !titledName(s)
}

// titledName tells 李处 and 王科 from 品质科.
func titledName(s string) bool {
	return shortTitle.MatchString(s) && strings.ContainsRune(surnames+doubtful, first(s))
}

var shortTitle = pattern.Must(`^\p{Han}(?:总|工|董|处|科|局|院|姐|哥|队|所|课|站)$`)

func first(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

var (
	plainName  = pattern.Must(`^\p{Han}{2,4}$`)
	spacedName = pattern.Must(`^(\p{Han}) +(\p{Han})$`)
	dotName    = pattern.Must(`^\p{Han}{2,8}·\p{Han}{1,8}$`)
	mixedName  = pattern.Must(`^(?:[A-Z][a-z]+ ?\p{Han}{1,4}|\p{Han}{2,4} ?[A-Z][A-Za-z .]+)$`)
)

// isPerson reports whether the whole of s, folded, can be one person's name.
func isPerson(s string, known roster) bool {
	s = strings.TrimSpace(s)
	switch {
	case s == "" || isDept(s):
		return false
	case known[s]:
		return true
	case spacedName.MatchString(s), dotName.MatchString(s), mixedName.MatchString(s), nickRe.MatchString(s) && runes(s) <= 3:
		return true
	case strings.ContainsFunc(s, han):
		return chineseName(s)
	}
	return latinName.FindString(s) == s && !notLatin.MatchString(s) && !latinNoun.MatchString(s)
}

func chineseName(s string) bool {
	if loc := titledRe.FindStringIndex(s); loc != nil && loc[1] == len(s) && strings.ContainsRune(surnames+doubtful, first(s)) {
		return true
	}
	if !plainName.MatchString(s) || runes(s) == 4 && !startsCompound(s) || stopWords.MatchString(s) {
		return false
	}
	return startsCompound(s) || strings.ContainsRune(surnames+doubtful, first(s))
}

var compoundRe = pattern.Must(`^(?:` + compound + `)`)

func startsCompound(s string) bool { return compoundRe.MatchString(s) }

// leading finds a person's name at the start of a folded clause and gives its length, 0 where none is certain.
func leading(f string, known roster) int {
	best := 0
	for n := range known {
		if len(n) > best && strings.HasPrefix(f, n) && setOff(n, f[len(n):]) {
			best = len(n)
		}
	}
	if best > 0 {
		return best + titleAfter(f[best:])
	}
	if loc := titledRe.FindStringIndex(f); loc != nil && strings.ContainsRune(surnames+doubtful, first(f)) && startRe.MatchString(f[loc[1]:]) && !stopWords.MatchString(f) {
		return loc[1]
	}
	if nickRe.MatchString(f) && strongRe.MatchString(f[6:]) && !nickStop.MatchString(f) {
		return 6
	}
	if n := surnamed(f); n > 0 {
		return n
	}
	if n := latinStart.FindString(f); n != "" && !notLatin.MatchString(n) && !latinNoun.MatchString(n) && (latinVerb.MatchString(f[len(n):]) || withAnother(f[len(n):])) {
		return len(n)
	}
	return 0
}

var aparts = pattern.Must(`^(?:\s|[0-9,:;、@/()]|负责|牵头|主责|同志|于|$)`)

// setOff reports whether a known name ends where rest begins. One that is also a word (马上, 高峰) must be set off from what
// follows, and one that only the list of attendance shows to be a name must be followed by what follows names.
func setOff(name, rest string) bool {
	switch {
	case !plainName.MatchString(name):
		return true
	case stopWords.MatchString(name):
		return aparts.MatchString(rest)
	case strings.ContainsRune(surnames, first(name)) || startsCompound(name) || titledName(name):
		return true
	}
	return startRe.MatchString(rest) || titleAfter(rest) > 0
}

var nickStop = pattern.Must(`^(?:老板|老化|老客|老旧|老厂|小批|小组|小时|小型|小程|小计|小结|老师|小家|小额)`)

func titleAfter(f string) int {
	loc := titleRe.FindStringIndex(f)
	if loc == nil {
		return 0
	}
	return loc[1]
}

var titleRe = pattern.Must(`^(?:` + titlesLong + `)`)

// surnamed cuts a Chinese name by its surname and the word that goes on after it.
func surnamed(f string) int {
	r := []rune(f)
	if len(r) < 2 || stopWords.MatchString(f) || !strings.ContainsRune(surnames+doubtful, r[0]) && !startsCompound(f) {
		return 0
	}
	goesOn := startRe
	if !strings.ContainsRune(surnames, r[0]) {
		goesOn = strongRe
	}
	sizes := []int{3, 2}
	if startsCompound(f) {
		sizes = []int{4, 3}
	}
	for _, n := range sizes {
		if len(r) < n || !allHan(r[:n]) {
			continue
		}
		name := string(r[:n])
		if rest := f[len(name):]; goesOn.MatchString(rest) && !isDept(name) && !eatsVerb(name, n) {
			return len(name)
		}
	}
	return 0
}

// eatsVerb reports whether the last characters of a name of three begin the verb instead: 王磊在|…, 王磊完|成.
func eatsVerb(name string, n int) bool {
	r := []rune(name)
	return n == 3 && strings.ContainsRune("在于将把向给与和对按需须前跟去到再请约也用从每做写交报查改负完提要应会先就及同周并下本今明尽修制编核检填拟签催转移递邀聘续更排设上送试预复确说表认觉", r[2])
}

func allHan(r []rune) bool {
	for _, c := range r {
		if !han(c) {
			return false
		}
	}
	return true
}
