package meaning

import (
	"strings"
	"unicode"

	"github.com/huiban/huiban/parser/pattern"
)

// helpers stand between an English subject and its verb.
var helpers = words("will would can could should may might must shall is are was were be been being has have had do does did also already just definitely certainly gladly happily really still now all both not never surely fully to am cannot can't won't wouldn't shouldn't couldn't doesn't didn't don't isn't aren't wasn't probably likely be able unable going planning happy plans plan needs need wants want has have got 'll 've 'd 's 're")

// selves are the writer; others are somebody else.
var selves = words("i we i'll we'll i'd we'd i've we've i'm we're me us my myself i'd ill im ive undersigned")

var otherPeople = words("he she they you who he'll she'll they'll you'll he's she's they're you're he'd she'd they'd they've you've boss manager supplier vendor client customer director colleague chairman chairwoman chairperson ceo cfo cto secretary assistant deputy partner someone somebody everyone everybody nobody contractor lawyer auditor inspector")

// conjunctions end a stretch: behind them a new subject may stand.
var conjunctions = words("and but so because since although though while whereas then yes no ok okay anyway")

var perfect = words("has had")

// things have been approved or confirmed, they do it not.
var things = words("minutes item items everything all it this that which and meeting date text version")

// departments speak through their writers: "Quality agrees".
var departments = words("quality legal finance engineering sales production purchasing procurement logistics hr it marketing operations r&d qa management team department minutes item items everything all")

// tells is reported speech; who speaks stands before it.
var tells = pattern.Must(`^(?:says?|said|told|tell|tells|thinks?|claims?|claimed|mentioned|reckons|believes|suggests?|suggested|wants|wanted|asked|asks|wrote|writes|insists|insisted|promised|heard|hear)$`)

func words(list string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(list) {
		m[w] = true
	}
	return m
}

// anotherInEnglish walks back from the word h to its subject: over helping verbs and adverbs, not over a conjunction.
func (c clause) anotherInEnglish(h hit, name string) bool {
	for _, w := range strings.Fields(string(c.text[h.start:h.end])) {
		if selves[w] { // "I'll be there", "count me in"
			return reported(c.stretch(h.start))
		}
	}
	if m := ourSubject.FindStringSubmatch(string(c.text[:h.start]) + " is"); m != nil && !ofOthers(m[1]) {
		return false
	}
	list := c.stretch(h.start)
	if withSelf.MatchString(string(c.text[:h.start])) {
		return false
	}
	if reported(list) {
		return true
	}
	for i := len(list) - 1; i >= 0; i-- {
		w := strings.ToLower(list[i])
		switch {
		case helpers[w]:
		case selves[w]:
			return false
		case otherPeople[w]:
			return true
		case i+1 < len(list) && perfect[strings.ToLower(list[i+1])]:
			return !things[w] // "supplier has accepted": the act of others
		default:
			return person(list[i], name)
		}
	}
	return false
}

// stretch lists the English words before at, as written, back to a conjunction.
func (c clause) stretch(at int) (list []string) {
	for _, w := range strings.FieldsFunc(string(c.raw[:at]), partsWords) {
		w = strings.Map(apostrophe, w)
		if conjunctions[strings.ToLower(w)] {
			list = list[:0]
			continue
		}
		list = append(list, w)
	}
	return list
}

func partsWords(r rune) bool {
	return unicode.IsSpace(r) || strings.ContainsRune(":()\"“”-–—", r) || r > 0x2e80
}

func apostrophe(r rune) rune {
	if r == '’' || r == '‘' {
		return '\''
	}
	return r
}

// reported reports whether list holds somebody else's speech: "Tom said", "please tell Wang", not "I told Wang".
func reported(list []string) bool {
	for i, w := range list {
		if !tells.MatchString(strings.ToLower(w)) {
			continue
		}
		for _, s := range list[:i] {
			if selves[strings.ToLower(s)] && strings.ToLower(s) != "my" {
				return false
			}
		}
		return true
	}
	return false
}

// person reports whether a word is a name: it has a capital, and is neither an abbreviation nor a word that begins a sentence.
func person(w, name string) bool {
	k := strings.ToLower(strings.TrimSuffix(w, "'s"))
	if w == "" || w[0] < 'A' || w[0] > 'Z' || notName[k] || departments[k] || isSelf(k, name) || len(w) < 2 || strings.ToUpper(w) == w {
		return false
	}
	return !notPeople[k]
}

// notPeople begin a clause with a capital and are no names.
var notPeople = words("accept accepted decline declined tentative approve approved reject rejected confirm confirmed agree agreed great good fine perfect thank thanks happy glad pleased delighted sorry apologies regretfully unfortunately sadly definitely certainly sure absolutely done yes yep no nope ok okay looks looking very well just also still not never nothing none with on in at for from to by of as after before please kindly this that these those there here it its what when where january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday today tomorrow mon tue wed thu fri dear hi hello hereby status re answer reply response my our the a an i we only much count see unable able cannot can will would should could may might must let fully document version points point section page text content contents draft report notes record records meeting zoom teams webex lgtm rsvp attendance attending joining personally understood noted received acknowledged absolutely gladly morning evening afternoon cheers regards brilliant excellent wonderful lovely super cool roger everything nothing also though however if when looking thanks accepting presenting either neither quick short best kind warm big sounds apart confirming request application leave proposal permission sanction budget minute mom item items all dates owners owner figures numbers actions deadlines names times wording timing due mom texts layout format overall every each approval duly formally officially truly mutually unanimously jointly pls kindly date owner deadline")
