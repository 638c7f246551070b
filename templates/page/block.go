package page

// Kind says what a block is.
type Kind string

// The kinds of blocks.
const (
	Lead      Kind = "lead"
	Heading   Kind = "heading"
	Paragraph Kind = "paragraph"
	List      Kind = "list"
	Facts     Kind = "facts"
	Table     Kind = "table"
	Figures   Kind = "figures"
	Card      Kind = "card"
	Buttons   Kind = "buttons"
	Rule      Kind = "rule"
	Hints     Kind = "hints"
	Quote     Kind = "quote"
	Note      Kind = "note"
	Form      Kind = "form"
)

// Block is one piece of a page. Which fields count depends on Kind.
type Block struct {
	Kind    Kind
	Lines   []Line // the text; of a card the lines below its title
	Rows    []Row  // facts and tables
	Head    Row    // of a table; nil where it has none
	No      string // of a card
	Title   Line   // of a card
	Tone    Tone   // of a card's badge
	Badge   string
	Buttons []Button
	Figures []Figure
}

// Line is text with its emphasis.
type Line []Span

// Span is a run of text in one style.
type Span struct {
	Text   string
	Bold   bool
	Struck bool
	Link   string // an http or https address, "" where it is none
}

// Row is one row of a table; a fact has two cells, label and value.
type Row []Cell

// Place names the style of the i-th cell: a table with a head has a name and counts; another of three columns or more has a
// narrow first and a narrow last one.
func (r Row) Place(i int, head Row) string {
	switch counts := len(head) > 0; {
	case counts && i > 0:
		return "td-count"
	case counts:
		return "td"
	case i == 0:
		return "td-first"
	case i == len(r)-1 && i > 1:
		return "td-last"
	}
	return "td"
}

// Cell is a cell's text, and a second, smaller line that may be empty.
type Cell struct{ Main, Sub Line }

// Button is a link that answers.
type Button struct {
	Label string
	URL   string
	First bool // the answer most people give
}

// Figure is a number that is to be seen at a glance.
type Figure struct {
	Number string
	Label  string
	Tone   Tone
	Note   string // what it was before; may be ""
}

// Tone is how urgent something looks.
type Tone string

// The tones. The zero value is quiet.
const (
	Late Tone = "late"
	Soon Tone = "soon"
	Good Tone = "good"
)
