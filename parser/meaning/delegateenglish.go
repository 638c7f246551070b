package meaning

import (
	"strings"
	"sync"

	"github.com/huiban/huiban/parser/pattern"
)

// How English names somebody who comes instead. NAME is a name as written, with capitals, or an address; APART is what may stand between it and the
// verb; GO is coming, FOR is in the writer's place.
const nameEnglish = `(?:[A-Z][A-Za-zÀ-ÿ'’\-]*[a-zà-ÿ]|[A-Z]\.|[A-Z]{2,12}\b)(?: (?:(?:van|von|de|der|den|del|bin|binti|al|la|di|da) )*(?:[A-Z][A-Za-zÀ-ÿ'’\-]*[a-zà-ÿ]|[A-Z]\.|[A-Z]{2,12}\b)){0,3}|\p{Han}{2,4}` + orAddress

const orAddress = `|[A-Za-z0-9._%+\-]+@[A-Za-z0-9.\-]+\.[A-Za-z]{2,}`

var englishParts = strings.NewReplacer(
	"NAME", `(`+nameEnglish+`)`,
	"APART", `(?:\s?\([^)]*\)|\s?<[^>]*>|,? (?:from|of|in|at|with) [^,.;]{2,40}?,?|, [^,;]{2,50},)*,?`,
	"GOES", `(?:attend(?:s|ing)?|join(?:s|ing)?|dial(?:s|ling|ing)? in(?:to)?|com(?:e|es|ing)|go(?:es|ing)?|represent(?:s|ing)?|cover(?:s|ing)?|stand(?:s|ing)? in|step(?:s|ping)? in|sit(?:s|ting)? in|tak(?:e|es|ing) (?:part|my|over|this)|participat(?:e|es|ing)|replac(?:e|es|ing)|fill(?:s|ing)? in|deputi[sz](?:e|es|ing)|substitut(?:e|es|ing)|(?:be )?there|present|available for me|on the call|in attendance)`,
	"GO", `(?:attend|join|dial in|dial into|come|go|represent|cover|stand in|step in|sit in|sit|take part|participate|replace|fill in|deputi[sz]e|substitute|be there|be present|be on the call|take (?:my|over|this|it)|handle (?:this|it)|log in|call in|pitch in|act)`,
	"FIRMLY", `(?:(?:on|in) (?:my|our) behalf|in (?:my|our) (?:place|stead|seat)|in (?:place|lieu) of (?:me|us)|instead of (?:me|myself|us)|as (?:my|our) (?:substitute|representative|delegate|deputy|replacement|stand-in|proxy|alternate|nominee))`,
	"FOR", `(?:(?:on|in) (?:my|our) behalf|on behalf of (?:me|us|our|the|my)|for and on behalf|in (?:my|our) (?:place|stead|seat|absence)|in (?:place|lieu) of (?:me|us)|instead(?: of (?:me|myself|us))?|for (?:me|us)|as (?:my|our|the) (?:substitute|representative|delegate|deputy|replacement|stand-in|proxy|alternate|nominee)|from our (?:side|end)|my (?:place|seat|spot|slot))`,
	"ROLE", `(?:substitute|replacement|stand-?in|deputy|representative|delegate|proxy|alternate|nominee)`,
	"MY", `(?:(?:my|our|the|a|one of my|dear) (?:[a-z\-]+ ){0,3})?(?i:(?:mr|mrs|ms|miss|dr|prof|er|shri|smt|sri|engr|ir)\.? )?`,
	"TOLD", `(?:asked|requested|advised|told|arranged (?:for|with)|got|instructed|briefed|informed|authori[sz]ed|agreed with|spoken to|booked|lined up)`,
	"SENDS", `(?:sending|send|delegat(?:e|ed|ing)(?: it| this| this one| my (?:seat|participation|attendance|place))?(?: to:?)?|nominat(?:e|ed|ing)|deput(?:e|ed|ing)|appoint(?:ed|ing)?|designat(?:e|ed|ing)|hand(?:ed|ing)? (?:it |this |this one |my seat )?over to|(?:giv(?:e|en|ing)|offer(?:ed|ing)?) (?:up )?my (?:place|seat|spot|slot) to|pass(?:ed|ing)? (?:it |this |this one )?(?:on )?to)`,
)

func englishShape(s string) *pattern.Pattern { return pattern.Must(englishParts.Replace(s)) }

// naming is an expression with names in it. Few texts hold an address; in the others an expression without is searched for,
// where a match cannot begin with any letter.
type naming struct {
	plain     *pattern.Pattern
	addressed func() *pattern.Pattern
}

func namingShape(s string) naming {
	expr := englishParts.Replace(s)
	return naming{pattern.Must(strings.ReplaceAll(expr, orAddress, "")), sync.OnceValue(func() *pattern.Pattern { return pattern.Must(expr) })}
}

// in is what to search text with.
func (n naming) in(text string) *pattern.Pattern {
	if strings.Contains(text, "@") {
		return n.addressed()
	}
	return n.plain
}

// englishShapes name the delegate in their first group.
var englishShapes = []naming{
	namingShape(`NAMEAPART(?:['’]ll|['’]s going to|['’]s| will| is going to| is| shall| can| (?:has |have )?(?:kindly )?(?:agreed|offered|volunteered|promised) to| is happy to)(?: be)?(?: (?:kindly|gladly|now|then|therefore|instead|positively|definitely|able to))* GOES\b`),
	namingShape(`((?:[A-Z][a-z'’\-]+ ){1,3}[A-Z][a-z'’\-]+)APART to (?:be )?GO\b`),
	namingShape(`NAMEAPART (?:will be|has been|have been|was|is|is being|shall be|stands) (?:duly |hereby )?(?:deputed|nominated|designated|delegated|appointed)\b`),
	namingShape(`NAMEAPART (?:will be|has been|was|is|shall be) (?:asked|assigned|requested|instructed|authori[sz]ed|sent|briefed) (?:to (?:kindly |please )?GO\b|.{0,20}?\bFOR\b)`),
	namingShape(`(?i:\bSENDS) MYNAMEAPART(?:$|\s*[.!]|\s(?:to (?:GO|the|this|your)|for|in|on|as|instead|along|over|from)\b)`),
	namingShape(`(?i:\bTOLD) MYNAMEAPART (?:to|will|can|and (?:he|she|they) (?:will|can)) (?:kindly |please |do the needful and |do the needful |go and |be )?(?:GO|.{0,30}?FOR)\b`),
	namingShape(`(?i:\b(?:will have|having|have|let|letting|to have)) MYNAMEAPART (?:GO|attending|joining|coming|handle)\b.*?(?:FOR)?`),
	namingShape(`(?i:\bROLE)(?: for me| from our side| for the meeting| at the meeting| there)?(?: is| will be| would be| shall be|:| =|,| -| –)+ MYNAME`),
	namingShape(`(?:^|[^,] )NAMEAPART (?:is|will be|will act as|acts as|acting as|as|will serve as) (?:my|our|the) ROLE\b`),
	namingShape(`(?i:\b(?:FOR|for our (?:department|team|company|plant|unit)))\W{0,2}(?:will |shall |there )?(?:be )?(?:GOES|participate|attend|is|be) MYNAME`),
	namingShape(`(?i:\b(?:represented|replaced|substituted|covered|deputi[sz]ed|attended|taken over|passed on to|passed to|handed (?:over )?to)(?: by)?) MYNAME`),
	namingShape(`NAMEAPART(?: [a-z]+){0,4} FIRMLY\b`),
	namingShape(`NAMEAPART,? (?:takes over|steps in|stands in|deputi[sz]es|covers? (?:for )?me|joins for (?:me|us)|attends for (?:me|us)|goes for (?:me|us)|comes for (?:me|us)|takes my (?:place|seat)|(?:comes|goes|joins|attends) instead)\b`),
	namingShape(`(?i:(?:attending|participating|coming|joining|present) FOR|attendee|participant)\s?(?:will be|is|:|-|–|=)+ ?MYNAME`),
	namingShape(`^\s*(?i:FIRMLY),? MYNAMEAPART\s*[.!]*$`),
	namingShape(`(?i:it will be|it's|it is|that will be) MYNAME who`),
	namingShape(`([A-Z][a-z'’\-]+(?: [A-Z][a-z'’\-]+){0,2})\s?(?:会|會|将|將|可以|能|来|來|去)?\s?(?:(?:代我|替我|帮我|幫我)\s?(?:cover|join|attend|去|来|來|参加|參加|出席|dial in|$)|cover\s?我)`),
}

// ablest is the last word of "I can't, but Jan can".
var ablest = namingShape(`NAMEAPART (?:(?:can|will|could make it|can make it|is free|will do it)(?: instead)?\s*[.!]*$|(?:attends|joins|comes|goes|represents|participates|sits in)\b)`)

// several are two people of whom one comes, or both: somebody must ask.
var several = namingShape(`NAME(?:,| or| and|/|,? or) NAMEAPART(?: will| can| is| are| to| shall)\b`)

// forSomeone is in the writer's place; pronounGoes is somebody named before who comes.
var (
	forSomeone  = englishShape(`(?i:\bFOR\b)`)
	pronounGoes = englishShape(`(?i:\b(?:he|she|they|who)(?:['’]ll| will| is going to| shall| can| has agreed to| have agreed to| is| are| is happy to) (?:be |also |then |gladly |kindly )*GOES\b)`)
)

var unlikely = pattern.Must(`(?i)\b(?:not|never|cannot|nobody|no one|should|could|might|may|would|if|please (?:ask|tell|invite|let)|and i|i and)\b|n['’]t\b`)

// What follows a verb of coming: this meeting, or something else that somebody attends, replaces or is appointed as.
var (
	thisMeeting = pattern.Must(`(?i)^\s*(?:(?:to|in|into|at) )?(?:the|this|that|your|our|above|said|a)\s+(?:[\w']+[ -]){0,3}?(?:meeting|call|session|review|discussion|conference|same|one|committee|panel|gathering|department|team|company|side|plant|unit|office|clinic|group|whole|discussions|meetup|catch-up)\b`)
	otherGoal   = pattern.Must(`(?i)^\s*(?:(?:to|in|into|at) )?(?:a|an|another|the|his|her|their)\s+\w+|^\s*(?:part )?\d|^\s+as (?:the |a |an )?(?:[a-z]+ ){0,2}(?:manager|head|director|lead|chair|engineer|officer|supervisor)\b|^.{0,30}\binstead of (?:the|a|his|her)\b|^\s*(?:back|home|along with you)\b`)
)

func goesElsewhere(after string) bool {
	return otherGoal.MatchString(after) && !thisMeeting.MatchString(after)
}

// englishDelegate finds whom a clause sends in English. declined says that the writer does not come.
func englishDelegate(raw string, declined bool, self string) string {
	shapes := englishShapes
	if declined {
		shapes = append(shapes[:len(shapes):len(shapes)], ablest)
	}
	seen := pattern.Look(raw)
	for _, names := range shapes {
		shape := names.in(raw)
		if shape.Vain(seen) {
			continue
		}
		m := shape.FindStringSubmatchIndex(raw)
		if m == nil || unlikely.MatchString(raw[m[0]:m[1]]) {
			continue
		}
		if n := trimName(raw[m[2]:m[3]]); n != "" && !isSelf(n, self) && !goesElsewhere(raw[m[1]:]) {
			return n
		}
	}
	return ""
}

var honorifics = words("mr mrs ms miss dr prof er shri smt sri engr ir mr. mrs. ms. dr. prof. er. manager director head lead engineer supervisor assistant deputy senior chief officer vice president executive colleague team adding sending put note register list expect take count see invite add kindly instead for have asked requested delegate delegating nominating nominate representative substitute replacement so because since as if and but while then hence therefore regretfully meanwhile meeting zoom teams attendee participant participants attendees name request requesting works suits afraid send forward share please copy cc understood noted perfect one two three four five six seven some someone somebody both several many most another any each every few half anyone none other others no-one hope wish want wants fine")

// weekday is in no name; monthNames are people too.
var (
	weekday    = pattern.Must(`^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day`)
	monthNames = words("jan april june august")
)

// trimName takes titles and the words that begin a sentence off a name; "" where nothing is left.
func trimName(n string) string {
	if strings.Contains(n, "@") {
		return strings.ToLower(n)
	}
	if r := []rune(n); r[0] > 0x2e80 {
		if c := cleanName(n); plausible(c, 0) {
			return c
		}
		return ""
	}
	n = strings.TrimSuffix(strings.TrimSuffix(n, "'s"), "’s")
	list := strings.Fields(n)
	for _, w := range list {
		if weekday.MatchString(w) {
			return ""
		}
	}
	for len(list) > 0 {
		k := strings.ToLower(strings.TrimSuffix(list[0], "'s"))
		if monthNames[k] || !honorifics[k] && !notName[k] && !notPeople[k] && !departments[k] && !otherPeople[k] && !selves[k] && !helpers[k] && !conjunctions[k] {
			break
		}
		list = list[1:]
	}
	for len(list) > 0 && strings.ToUpper(list[0]) == list[0] && len(list) == 1 && len(list[0]) < 4 { // QA, an abbreviation
		return ""
	}
	for len(list) > 1 && departments[strings.ToLower(list[len(list)-1])] {
		list = list[:len(list)-1]
	}
	return strings.Join(list, " ")
}
