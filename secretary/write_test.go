package secretary

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// write adds one line that a person writes to the mail, as the parser would read it:
//
//	accept · decline 出差 · tentative · delegate 王敏 · counter 2026-11-27 15:00-16:30 · confirm · object 2 文字
//	score 1 5 · suggest 文字 · grade 1 s1u2 accepted 王磊 2026-12-20 文字 · feedback regulation 文字 · knowledge 文字 · standin 陈静 2026-12-01 2026-12-08 · back · waive 1 原因
//	done 1 · progress 1 60 · blocked 1 文字 · extend 1 2026-12-10 文字 · approve 文字 · reject 文字 · rule 2 reject 文字 · none · help
//	file 名.xlsx hash · flaw empty · covers 1 2 · as_is · no-minutes 原因 · words 文字 · unclear 文字
//	r 1 文字 · a 1 文字 | 责任人 | 2026-12-05 | 成果 · p 1 no-due · was 李娜 absent · talk 讨论要点 · open 3 undecided
//	order move 2026-12-03 14:00-15:00 · order cancel 原因 · order topic 题目|人|15 · order place 地点 · order invite 人 人 · order absent 人|原因
//	topic 题目|人|15|decide · beside · numbered PSC-20261204 cancel · order withdraw · order status · order query 词 · order help · order ! 原文 · order move! no-date 原文
//	weak · stranger a@b · visitor a@b · vacation · large 9000000 · vain file · bounce · calendar ACCEPTED seq=0 stamp=15:04 at=15:04 for=x by=y to=x from=y unnumbered alias=a@b organizer=a@b · calendar COUNTER stat=TENTATIVE
func write(t *testing.T, w *world, r *Reply, l string) {
	verb, arg, _ := strings.Cut(l, " ")
	one, rest, _ := strings.Cut(arg, " ")
	add := func(in Intent) { r.Intents = append(r.Intents, in) }
	switch verb {
	case "accept":
		add(Intent{Kind: IntentAttend, Status: "accepted"})
	case "tentative":
		add(Intent{Kind: IntentAttend, Status: "tentative"})
	case "decline":
		add(Intent{Kind: IntentAttend, Status: "declined", Reason: arg})
	case "delegate":
		add(Intent{Kind: IntentAttend, Status: "delegated", Delegate: arg})
	case "counter":
		when, end := arg, ""
		if len(arg) > 16 {
			when, end = arg[:16], arg[:11]+arg[17:]
		}
		at, err := time.ParseInLocation("2006-01-02 15:04", when, cst)
		if err != nil {
			t.Fatal(err)
		}
		in := Intent{Kind: IntentCounter, Start: at.Format(time.RFC3339)}
		if until, err := time.ParseInLocation("2006-01-02 15:04", end, cst); err == nil {
			in.End = until.Format(time.RFC3339)
		}
		add(in)
	case "confirm":
		add(Intent{Kind: IntentConfirm})
	case "object":
		add(Intent{Kind: IntentObject, Item: one, Comment: rest})
	case "approve":
		add(Intent{Kind: IntentApprove, Comment: arg})
	case "reject":
		add(Intent{Kind: IntentReject, Comment: arg})
	case "shift":
		add(Intent{Kind: IntentShift, Status: arg})
	case "score":
		var n int
		fmt.Sscan(rest, &n)
		add(Intent{Kind: IntentScore, Question: one, Value: n})
	case "suggest":
		add(Intent{Kind: IntentSuggest, Comment: arg})
	case "grade": // grade 1 s1u2 accepted 王磊 2026-12-20 文字
		f := strings.SplitN(rest, " ", 5)
		g := Intent{Kind: IntentGrade, Item: one}
		fmt.Sscanf(f[0], "s%du%d", &g.Severity, &g.Urgency)
		for i, s := range f[1:] {
			switch {
			case i == 0:
				g.Status = s
			case g.Status == "declined":
				g.Comment = strings.TrimSpace(g.Comment + " " + s)
			case i == 1:
				g.Delegate = s
			case i == 2:
				g.Until = Date(s)
			default:
				g.Comment = s
			}
		}
		add(g)
	case "feedback":
		add(Intent{Kind: IntentFeedback, Status: one, Comment: rest})
		r.Text = rest
	case "knowledge":
		add(Intent{Kind: IntentKnowledge, Comment: arg})
	case "standin":
		f := strings.Fields(arg)
		add(Intent{Kind: IntentStandIn, Delegate: f[0], From: Date(f[1]), Until: Date(f[2])})
	case "back":
		add(Intent{Kind: IntentStandIn, Status: "back"})
	case "waive":
		add(Intent{Kind: IntentProgress, Status: "waived", Item: one, Reason: rest})
	case "rule": // rule 1 approve 文字
		kind, comment, _ := strings.Cut(rest, " ")
		add(Intent{Kind: IntentKind(kind), Item: one, Comment: comment})
	case "order":
		add(Intent{Kind: IntentOrder, QuickLine: writeOrder(t, one, rest)})
	case "topic": // topic 题目|人|15|decide
		l := writeOrder(t, "topic", arg)
		if f := strings.Split(arg, "|"); len(f) > 3 {
			l.Purpose = f[3]
		}
		add(Intent{Kind: IntentTopic, QuickLine: l})
	case "beside": // the line before stands beside orders
		r.Intents[len(r.Intents)-1].Beside = true
	case "numbered": // an order below a meeting's number
		verb, rest, _ := strings.Cut(rest, " ")
		l := writeOrder(t, verb, rest)
		l.Meeting = one
		add(Intent{Kind: IntentOrder, QuickLine: l})
	case "none":
		add(Intent{Kind: IntentNoMaterials})
	case "help":
		add(Intent{Kind: IntentHelp})
	case "done", "blocked", "progress", "extend":
		add(writeProgress(verb, one, rest))
	case "file":
		r.Files = append(r.Files, File{Name: one, Type: "application/octet-stream", Hash: rest, Size: 9})
	case "flaw": // of the file before
		r.Files[len(r.Files)-1].Flaw = Flaw(arg)
	case "covers":
		for _, n := range strings.Fields(arg) {
			add(Intent{Kind: IntentMaterial, Item: n})
		}
	case "no-minutes":
		add(Intent{Kind: IntentWaive, Reason: arg})
	case "as_is":
		add(Intent{Kind: IntentMaterial, Status: "as_is"})
	case "words":
		r.Text = strings.ReplaceAll(arg, " / ", "\n")
	case "unclear":
		r.Text, r.Unclear = arg, []string{arg}
	case "r", "a", "p", "was", "talk", "open":
		writeDraft(r, verb, one, rest)
	default:
		if !writeApplication(t, r, verb, arg) {
			writeEnvelope(t, w, r, verb, arg)
		}
	}
}

func writeProgress(verb, item, rest string) Intent {
	in := Intent{Kind: IntentProgress, Item: strings.Trim(item, "-"), Status: map[string]string{"done": "done", "blocked": "blocked", "progress": "in_progress"}[verb]}
	full := 100
	switch verb {
	case "done":
		in.Percent = &full
	case "progress":
		var n int
		fmt.Sscan(rest, &n)
		in.Percent = &n
	case "extend":
		in.Kind = IntentExtend
		until, why, _ := strings.Cut(rest, " ")
		in.Until, in.Reason = Date(until), why
	}
	return in
}

func writeDraft(r *Reply, verb, no, rest string) {
	if len(r.Intents) == 0 || r.Intents[0].Draft == nil {
		r.Intents = append([]Intent{{Kind: IntentDraft, Draft: &Draft{}}}, r.Intents...)
	}
	d := r.Intents[0].Draft
	switch verb {
	case "r":
		d.Resolutions = append(d.Resolutions, DraftLine{no, rest})
	case "a":
		f := strings.Split(rest, "|")
		for len(f) < 4 {
			f = append(f, "")
		}
		for i := range f {
			f[i] = strings.TrimSpace(f[i])
		}
		d.Actions = append(d.Actions, DraftAction{no, f[0], f[1], Date(f[2]), f[3]})
	case "open": // open 3 undecided
		d.Open = append(d.Open, OpenTopic{no, rest})
	case "p":
		d.Problems = append(d.Problems, Problem{no, rest})
	case "talk":
		d.Body = strings.TrimSpace(d.Body + "\n" + strings.TrimSpace(no+" "+rest))
	case "was":
		state, delegate, _ := strings.Cut(rest, " ")
		d.Attendance = append(d.Attendance, Attendance{Name: no, State: state, Delegate: delegate})
	}
}

func writeEnvelope(t *testing.T, w *world, r *Reply, verb, arg string) {
	switch verb {
	case "weak":
		r.Proof = Weak
	case "stranger":
		r.Proof, r.Writer, r.From = Stranger, "", arg
	case "visitor": // a stranger whose address is proven, or a visitor the meeting knows
		r.Proof, r.Writer, r.From, r.Name, r.Aligned = Stranger, "", arg, "Xu Ming", true
		if m := w.Meetings[meetingOf(r.About.Case)]; m.Visitor(arg) != nil {
			r.Proof, r.Writer = Proven, m.Visitor(arg).ID
		}
	case "vacation":
		r.Automatic = Vacation
	case "large":
		fmt.Sscan(arg, &r.TooLarge)
	case "vain":
		r.Vain = Vain(arg)
	case "bounce":
		r.Automatic, r.Bounce = Bounced, &Bounce{Recipient: r.From, Permanent: arg != "temporary"}
		r.Writer = ""
	case "about":
		r.Text = arg
	case "dated":
		at, err := time.ParseInLocation("2006-01-02 15:04", arg, cst)
		if err != nil {
			t.Fatal(err)
		}
		r.Date = at
	case "calendar":
		writeCalendar(t, w, r, strings.Fields(arg))
	default:
		t.Fatalf("the stories know no line %q", verb)
	}
}

func writeCalendar(t *testing.T, w *world, r *Reply, f []string) {
	a := CalendarAnswer{Attendee: r.From, PartStat: f[0]}
	if r.About != nil && r.About.Meeting != nil {
		a.Sequence = r.About.Meeting.Sequence
	}
	organizer, stat := "", "TENTATIVE"
	instant := func(v string) *time.Time {
		at, err := time.ParseInLocation("2006-01-02 15:04", string(DateOf(w.now.In(cst)))+" "+v, cst)
		if err != nil {
			t.Fatal(err)
		}
		return &at
	}
	for _, kv := range f[1:] {
		k, v, _ := strings.Cut(kv, "=")
		switch k {
		case "seq":
			fmt.Sscan(v, &a.Sequence)
		case "stamp":
			a.DTStamp = instant(v)
		case "at":
			a.ReplyTime = instant(v)
		case "unnumbered":
			a.Sequence, a.Unnumbered = 0, true
		case "to":
			a.DelegatedTo = mailOf(w, v)
		case "from":
			a.DelegatedFrom = mailOf(w, v)
		case "stat":
			stat = v
		case "organizer":
			organizer = v
		case "alias": // an address that is not on file, or "" where the client left the attendee out
			a.Attendee = v
		case "for":
			a.Attendee = w.Directory.Person(PersonID(v)).Email
		case "by":
			a.SentBy = w.Directory.Person(PersonID(v)).Email
		}
	}
	r.Calendar = &CalendarMessage{Method: "REPLY", Organizer: organizer, Answers: []CalendarAnswer{a}}
	if r.About != nil && r.About.Meeting != nil {
		r.Calendar.UID = r.About.Meeting.UID
	}
	if f[0] == "REFRESH" || f[0] == "REQUEST" || f[0] == "CANCEL" {
		r.Calendar = &CalendarMessage{Method: f[0]}
		return
	}
	if f[0] == "NEEDS-ACTION" {
		return
	}
	if f[0] == "COUNTER" { // the proposal itself is the line "counter"
		r.Calendar.Method, r.Calendar.Answers[0].PartStat = "COUNTER", stat
		return
	}
	status := map[string]string{"ACCEPTED": "accepted", "DECLINED": "declined", "TENTATIVE": "tentative", "DELEGATED": "delegated"}[f[0]]
	r.Intents = append(r.Intents, Intent{Kind: IntentAttend, Status: status, Delegate: a.DelegatedTo})
}

// mailOf is somebody's address; what is no person's name is an address itself.
func mailOf(w *world, who string) string {
	if p := w.Directory.Person(PersonID(who)); p != nil {
		return p.Email
	}
	return who
}
