package draft

import "github.com/huiban/huiban/parser/pattern"

var notLatin = pattern.Must(`(?i)^(?:tbd|tbc|tba|n/?a|none|nil|asap|open|done|closed|ok|yes|no|new|high|medium|low|the .*|v[0-9.]*|sop.*|q[1-4]|(?:mon|tues|wednes|thurs|fri|satur|sun)day|jan.*|feb.*|march|april|june|july|august|sept.*|oct.*|nov.*|dec.*|all|we|i|it|this|that|owner|due|action|result|please|note|discussion|team|someone|somebody|anyone|nobody|us)$`)

// latinVerb may follow an English name that is to do something.
var latinVerb = pattern.Must(`(?i)^(?:\s+(?:to|will|shall|should|must|is to|needs to|has to|agreed to|takes|owns|leads)\s|\s*(?::\s|负责|牵头|主责|跟进|周|下周|本周|明天|后天|月底|[0-9]{1,2}(?:[/.-][0-9]|月)))`)

// latinStart is an English name of at least two letters at the start of a clause, and no code: Ada, Helen Zhou.
var latinStart = pattern.Must(`^(?:(?:[A-Z]\.\s?){1,2}|(?:(?:Mr|Ms|Mrs|Dr)\.?\s))?(?:[A-Z]['’])?[A-Z][a-z]+(?:['’-][A-Z]?[a-z]+)*(?:\s[A-Z][A-Za-z'’.-]*){0,3}`)

var another = pattern.Must(`^\s*(?:and|&|,|/)\s*`)

func latin(r rune) bool { return r|0x20 >= 'a' && r|0x20 <= 'z' }

// withAnother reports whether the next name and then what they are to do follows: Helen Zhou and Marcus Wong to ….
func withAnother(f string) bool {
	and := another.FindString(f)
	n := latinStart.FindString(f[len(and):])
	return and != "" && n != "" && latinVerb.MatchString(f[len(and)+len(n):])
}

// latinDept is a department or a group at the start of an English clause that is to do something.
var latinDept = pattern.Must(`(?i)^(?:the\s+)?(?:(?:all|everyone|everybody|both|(?:\w+\s){0,2}(?:team|dept\.?|department|committee|group|managers|leads|heads)|IT|HR|QA|QC|R&D|PMO|ops|operations|finance|sales|marketing|engineering|quality|production|procurement|purchasing|logistics|legal|admin|management)(?:\s+(?:members|staff))?)`)

// latinNoun are capitalised words that are no names.
var latinNoun = pattern.Must(`(?i)\b(?:meeting|review|report|plan|team|project|update|list|minutes|budget|forecast|draft|launch|group|committee|department|action|items?|decisions?|agenda|status|weekly|monthly|quarterly|sync|call|notes?|summary|excel|word|demo|app|system|server|phase|stage|release|version|customer|supplier|vendor|office|sales|finance|marketing|engineering|quality|production|procurement|logistics|legal|operations|everyone|someone|somebody|anyone|nobody|we|management)\b`)
