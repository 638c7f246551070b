package draft

import (
	"strings"

	"github.com/huiban/huiban/parser/pattern"
)

// owner is who answers for an action, or the problem with what was written.
type owner struct {
	name string
	code string // no-owner, several-owners, or "" for exactly one person
}

var (
	leadMark   = pattern.Must(`牵头人?|主责人?|主办人?|第一责任人|主要负责人?|主导|总负责|\(主\)|\(牵\)|(?i:\blead(?:er|s)?\b|\bprimary\b|\baccountable\b)`)
	helpMark   = pattern.Must(`配合人?|协助人?|协办人?|协同|协作|支持|参与|会同|\(协\)|\(配\)|\(辅\)|(?i:\bsupport(?:ed by|ing)?\b|\bassist(?:ed by|ing)?\b|\bwith\b|\bbackup\b)`)
	ownerTail  = pattern.Must(`(?:负责|承办|跟进|落实|主办|执行|组织|完成|处理|督办)+$`)
	ownerHead  = pattern.Must(`^(?:由|请|责成|@|责任人|负责人|承办人)+\s*[:]?\s*`)
	emptyCell  = pattern.Must(`(?i)^[\s\-/_—–.。…?？*()~]*$|^(?:无|暂无|待\p{Han}{1,2}|未定|暂缺|空|tbd|tbc|tba|n/?a|nil|none|unassigned|open|to be (?:decided|confirmed|assigned))\.?$`)
	divideRe   = pattern.Must(`\s*[、,;&+\n]\s*|\s*/\s*|\s+and\s+|\s+with\s+|\s{2,}`)
	joinedRe   = pattern.Must(`^(\p{Han}{2,3})\s*(?:和|及|与|跟|以及)\s*(\p{Han}{2,3})$`)
	blankNames = pattern.Must(`^\p{Han}{2,3}(?: \p{Han}{2,3})+$`)
	etcRe      = pattern.Must(`等(?:人|同事|部门|各?\d*人)?$`)
)

// leadNamed names the lead in brackets behind everybody: 段丽、苗壮（段丽主责）.
var leadNamed = pattern.Must(`^(.+)\((?:(\p{Han}{2,4})(?:主责|牵头|为主|负责)|(?:主责|牵头|第一责任人)\s*:?\s*(\p{Han}{2,4}))\)$`)

// ownerOf judges what stands where an owner should: one person, or a problem.
func ownerOf(raw string, known roster) owner {
	x := say(raw)
	f := strings.TrimSpace(ownerHead.ReplaceAllString(x.f, ""))
	if emptyCell.MatchString(f) {
		return owner{code: noOwner}
	}
	if m := leadNamed.FindStringSubmatch(f); m != nil && isPerson(m[2]+m[3], known) && strings.Contains(m[1], m[2]+m[3]) {
		return owner{name: x.original(m[2] + m[3])}
	}
	parts := ownerParts(f, known)
	var lead, people, depts []string
	for _, p := range parts {
		name, ok := p.person(known)
		switch {
		case p.lead && !ok:
			return owner{code: severalOwners}
		case p.lead:
			lead = append(lead, name)
		case p.help && len(parts) > 1:
		case ok:
			people = append(people, name)
		default:
			depts = append(depts, p.f)
		}
	}
	if len(lead) == 1 {
		people, depts = lead, nil
	}
	if len(people) != 1 || len(depts) > 0 || etcRe.MatchString(f) || len(lead) > 1 {
		return owner{code: severalOwners}
	}
	return owner{name: x.original(people[0])}
}

var salutation = pattern.Must(`^(?:Mr|Mrs|Ms|Miss|Dr|Prof)\.? `)

// original is the folded name as the writer wrote it.
func (x said) original(name string) string {
	if i := strings.Index(x.f, name); i >= 0 {
		name = x.cut(i, i+len(name))
	}
	name = strings.TrimSpace(salutation.ReplaceAllString(name, ""))
	if m := spacedName.FindStringSubmatch(name); m != nil {
		return m[1] + m[2]
	}
	return strings.TrimSpace(name)
}

// ownerPart is one of the parties named.
type ownerPart struct {
	f          string
	lead, help bool
}

// ownerParts divides a cell by its separators. Blanks divide Chinese names only, "和" only where both sides are names.
func ownerParts(f string, known roster) []ownerPart {
	if m := joinedRe.FindStringSubmatch(f); m != nil && isPerson(m[1], known) && isPerson(m[2], known) {
		f = m[1] + "、" + m[2]
	}
	if blankNames.MatchString(f) {
		f = strings.ReplaceAll(f, " ", "、")
	}
	if one := deptAndPerson(f, known); one != "" {
		f = one
	}
	var out []ownerPart
	help := false
	for _, p := range divideRe.Split(f, -1) {
		if strings.TrimSpace(p) == "" {
			continue
		}
		part := ownerPart{f: p, lead: leadMark.MatchString(p)}
		// "配合：蒋薇、李娜": the word holds for the names after it
		help = help && !part.lead || helpMark.MatchString(p)
		part.help = help && !part.lead
		part.f = stripMarks(p)
		if part.f != "" {
			out = append(out, part)
		}
	}
	return out
}

func stripMarks(p string) string {
	p = leadMark.ReplaceAllString(p, "")
	p = helpMark.ReplaceAllString(p, "")
	return strings.Trim(ownerTail.ReplaceAllString(strings.Trim(p, " :()"), ""), " :()")
}

var (
	deptPrefix  = pattern.Must(`^((?:\p{Han}|[A-Z&]){1,8}(?:部门|部|科|处|课|室|中心|组|车间|分厂|公司|厂|办|局|院)|[A-Z&]{2,5})\s*[/:\s—-]*\s*(\S.*)$`)
	personSlash = pattern.Must(`^(\S+)\s*/\s*(\S+)$`)
	inBrackets  = pattern.Must(`^(.+?)\s*\(\s*([^()]+?)\s*\)$`)
)

// deptAndPerson is the person of 生产部/王磊, 王磊（生产部）, 信息中心（石磊） and 生产部王磊经理; "" for anything else.
func deptAndPerson(f string, known roster) string {
	if m := inBrackets.FindStringSubmatch(f); m != nil && !leadMark.MatchString(m[2]) && !helpMark.MatchString(m[2]) {
		if strings.ContainsAny(m[1], "、,;&/") {
			return ""
		}
		if isPerson(m[2], known) && !isPerson(m[1], known) {
			return m[2]
		}
		return m[1]
	}
	if m := deptPrefix.FindStringSubmatch(f); m != nil && !isPerson(f, known) && (isDept(m[1]) || asciiOnly(m[1])) {
		for _, who := range []string{m[2], titleRe.ReplaceAllString(m[2], "")} { // 办公室主任韩雪
			if isPerson(who, known) {
				return who
			}
		}
	}
	if m := personSlash.FindStringSubmatch(f); m != nil && isPerson(m[1], known) && isDept(m[2]) {
		return m[1]
	}
	return ""
}

// person is the name of one person in p, without the title that follows a full name.
func (p ownerPart) person(known roster) (string, bool) {
	f := strings.TrimSpace(p.f)
	if m := deptAndPerson(f, known); m != "" {
		f = m
	}
	if rest := strings.TrimSuffix(f[titleAhead(f):], "同志"); rest != f && isPerson(rest, known) {
		return rest, true // 副总经理陈国栋同志
	}
	if known[f] {
		return f, true
	}
	if f = withoutTitle(f, known); isPerson(f, known) {
		return f, true
	}
	// A name we cannot tell by its surname stands in an owner's place: 额尔敦, Nguyen Van An.
	if !isDept(f) && lettersOnly.MatchString(f) && (runes(f) <= 4 && runes(f) >= 2 && strings.ContainsFunc(f, han) && !stopWords.MatchString(f) && !leadMark.MatchString(f) || asciiOnly(f) && len(strings.Fields(f)) <= 4 && !notLatin.MatchString(f) && len(f) > 1) {
		return f, !emptyCell.MatchString(f)
	}
	return f, false
}

var lettersOnly = pattern.Must(`^[\p{L}\p{M} ·.'’-]+$`)

var nameTitle = pattern.Must(`^(\p{Han}{2,4})(?:` + titlesLong + `)$`)

// withoutTitle is 王磊 for 王磊经理, but 郑老师 stays.
func withoutTitle(f string, known roster) string {
	m := nameTitle.FindStringSubmatch(f)
	if m == nil {
		return f
	}
	if known[m[1]] || plainName.MatchString(m[1]) && chineseName(m[1]) && !titledName(m[1]) {
		return m[1]
	}
	return f
}
