// Package meaning reads what a person newly wrote as an answer to the letter it answers. It cuts the text into sentences
// and clauses, looks the words of small tables up in each, and lets a rule for each kind of letter decide over them.
//
// It never guesses: a condition, a hedge, a promise or a question makes no intent, and a word that nobody foresaw beside a
// consent makes the consent none. Asking back costs a minute, a wrong confirmation closes minutes that are wrong.
package meaning

import (
	"strings"
	"time"

	"github.com/huiban/huiban/parser/fold"
	"github.com/huiban/huiban/parser/quote"
	"github.com/huiban/huiban/parser/when"
	"github.com/huiban/huiban/secretary"
)

// About says which letter a mail answers.
type About string

// The letters. None is a fresh mail.
const (
	Invitation About = "invitation"
	Minutes    About = "minutes"
	Action     About = "action"
	Approval   About = "approval"
	DayOff     About = "day-off" // what becomes of a meeting on a holiday
	Survey     About = "survey"
	DraftCall  About = "draft"
	Materials  About = "materials"

	Application About = "application" // the form of a meeting application, or what is missing of one
	Applied     About = "applied"     // whether a meeting is approved, or people of a department are lent for it
	Guide       About = "guide"       // reference files or guiding questions for the participants
	TopicCall   About = "topic-call"  // topics are called for
	Agenda      About = "agenda"      // the host takes up topics or drops them
	Grading     About = "grading"     // feedback to be classified and decided on
	Upkeep      About = "upkeep"      // recurring duties
	None        About = "none"
)

// Question is what is to be read, and all that helps to read it.
type Question struct {
	About   About
	Lines   []quote.Kept // what the person newly wrote
	History []string     // the quoted letter, line by line; may be empty
	Sent    []string     // application: the letter as it was sent, in each of its forms, which may come back filled in; may be empty
	Subject string
	Name    string    // the writer's display name
	Now     time.Time // the mail's day, in the writer's zone; zero where unknown: then no date is read
	Levels  Levels    // grading: the words for the levels; none are the plain ones
	Steps   *[]Step   // where to tell how each clause was read; may be nil

	memory *memory
}

// Answer is what was understood. Unclear lists sentences that seem to say something but could not be read.
type Answer struct {
	Intents []secretary.Intent
	Unclear []string
}

// memory keeps what was looked up for a question, to be looked up once.
type memory struct {
	dates        map[string][]when.Match
	letter       []printed
	meeting      slot
	known, asked bool // that the letter names a day; that it was looked at
}

func newMemory() *memory { return &memory{dates: map[string][]when.Match{}} }

// Read reads q.
func Read(q Question) Answer {
	q.memory = newMemory()
	a := answered(q)
	a.Intents = unlabelled(a.Intents)
	return a
}

// answered reads q by the rules for the letter that it answers.
func answered(q Question) Answer {
	if helps(q) {
		return Answer{Intents: []secretary.Intent{{Kind: secretary.IntentHelp}}}
	}
	switch q.About {
	case Minutes:
		return readMinutes(q)
	case Action:
		return readAction(q)
	case Invitation:
		return readInvitation(q)
	case Approval:
		return readDecisions(q)
	case DayOff:
		return readDayOff(q)
	case Survey:
		return readSurvey(q)
	case Materials:
		return readMaterials(q)
	case TopicCall:
		return readTopics(q)
	case Agenda:
		return readDecisions(asDecisions(q))
	case Grading:
		return readGrades(q)
	case Upkeep:
		return readUpkeep(q)
	case Application:
		return readApplication(q)
	case Applied:
		return readApplied(q)
	case Guide:
		return readGuide(q)
	case None:
		return readFresh(q)
	}
	return Answer{}
}

// text is all lines in one, as the writer wrote them.
func (q Question) text() string {
	return quote.Reading{Lines: q.Lines}.Text()
}

// letter returns how the lines of the quoted letter begin.
func (q Question) letter() []printed {
	if q.memory == nil {
		return print(q.History)
	}
	if q.memory.letter == nil {
		q.memory.letter = print(q.History)
	}
	return q.memory.letter
}

func (q Question) items() (map[string]bool, []string) { return listed(q.letter()) }

// dates finds the dates in s, none where the mail's day is unknown.
func (q Question) dates(s string) []when.Match {
	if q.Now.IsZero() {
		return nil
	}
	if q.memory == nil {
		return when.Find(s, q.Now)
	}
	list, ok := q.memory.dates[s]
	if !ok {
		list = when.Find(s, q.Now)
		q.memory.dates[s] = list
	}
	return list
}

// helpWords ask for help when they are all that a mail says.
var helpWords = map[string]bool{"帮助": true, "help": true, "帮助信息": true, "使用帮助": true, "使用说明": true, "怎么用": true, "如何使用": true, "求助": true, "用法": true, "?": true, "help!": true, "helpme": true, "helpplease": true, "pleasehelp": true, "请帮助": true, "帮助!": true, "说明": true, "指令": true, "命令": true, "需要帮助": true, "帮助文档": true, "怎么使用": true, "howtouse": true, "howdoesthiswork?": true, "怎么回复?": true, "如何回复?": true, "怎么用?": true, "如何使用?": true, "使用方法": true, "功能": false, "commands": true, "usage": true, "?help": true, "帮助。": true}

func helps(q Question) bool {
	k := strings.TrimRight(fold.Squeeze(q.text()), "。.!~")
	if k == "" && q.About == None && !replied(q.Subject) {
		k = fold.Squeeze(q.Subject)
	}
	if helpWords[k] {
		return true
	}
	return q.About == None && asksForHelp(fold.Text(q.text()))
}

var helpLexicon = grammar("help")

// longQuestion is how many characters a question for how to use the secretary may have.
const longQuestion = 120

// asksForHelp reports whether a text asks for how to use the secretary, and nothing else.
func asksForHelp(text string) bool {
	c := clause{text: []rune(text)}
	c.hits = helpLexicon.scan(c.text)
	return len(c.text) < longQuestion && c.has(yes, weak) && !c.has(no) && len([]rune(c.residue(courteous))) <= spare
}

// comment is what a sentence says, shortened where it is a novel.
func comment(s string) string {
	r := []rune(strings.TrimSpace(s))
	if len(r) > 500 {
		r = r[:500]
	}
	return string(r)
}
