package quote

// Class is what a line of a mail was taken for.
type Class string

// The classes. Only Written and Answer are read as the writer's words.
const (
	Written     Class = "written"
	Answer      Class = "answer" // written between quoted lines
	Blank       Class = "blank"
	Quotation   Class = "quotation"
	Ours        Class = "our letter" // a line of the letter that we sent
	Corrected   Class = "corrected"  // such a line with other words
	Attribution Class = "attribution"
	HeaderBlock Class = "header block"
	Separator   Class = "separator"
	Signature   Class = "signature"
	Footer      Class = "footer"
	Disclaimer  Class = "disclaimer"
	Banner      Class = "banner"
	Struck      Class = "struck out"
	Decoration  Class = "decoration"
)

// mark is the rule that put a line into its class: first those that keep it, then those of history, then those that drop it.
type mark byte

const (
	written mark = iota
	inColour
	typedIn
	shortened
	remarked

	prefixed
	ofLetter
	separated
	flat
	fielded
	fieldLike
	introduced
	below
	reworded

	contained
	delimited
	signed
	contacted
	closed
	programs
	noticed
	warned
	ruled
	withdrawn
)

// rules say of each mark its class, and the rule in words.
var rules = [...]struct {
	class Class
	name  string
}{
	written:   {Written, ""},
	inColour:  {Written, "in a colour, as the writer says"},
	typedIn:   {Written, "typed into our letter"},
	shortened: {Written, "a disclaimer behind it is cut off"},
	remarked:  {Written, "put behind our line"},

	prefixed:   {Quotation, "quote mark or container"},
	ofLetter:   {Ours, "a line of the letter sent"},
	separated:  {Separator, "words between dashes"},
	flat:       {HeaderBlock, "fields in one line"},
	fielded:    {HeaderBlock, "fields, one the sender"},
	fieldLike:  {HeaderBlock, "fields by their shape"},
	introduced: {Attribution, "who wrote, when"},
	below:      {Quotation, "below what introduces it"},
	reworded:   {Corrected, "our line with other words"},

	contained: {Signature, "signature container"},
	delimited: {Signature, "delimiter"},
	signed:    {Signature, "the writer's name"},
	contacted: {Signature, "telephones, addresses"},
	closed:    {Signature, "closing above it"},
	programs:  {Footer, "the mail program's line"},
	noticed:   {Disclaimer, "legal notice"},
	warned:    {Banner, "gateway's warning on top"},
	ruled:     {Decoration, "nothing but dashes"},
	withdrawn: {Struck, "the writer's own words"},
}

// introduces reports whether all below such a line is history too.
func (m mark) introduces() bool { return m >= separated && m <= introduced }

func (m mark) kept() bool    { return m < prefixed }
func (m mark) quoted() bool  { return m >= prefixed && m < contained }
func (m mark) dropped() bool { return m >= contained }
