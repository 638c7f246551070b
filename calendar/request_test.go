package calendar

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/emersion/go-ical"

	"github.com/huiban/huiban/secretary"
)

var (
	wang  = secretary.Party{ID: "wang.lei", Name: "王磊", Email: "Wang.Lei@example.com"}
	li    = secretary.Party{ID: "li.na", Name: "李娜", Email: "li.na@example.com"}
	chen  = secretary.Party{ID: "chen.jing", Name: "陈静", Email: "chen.jing@example.com"}
	guest = secretary.Party{ID: "guest", Name: "Ms. Kim; Buyer, \"East\"", Email: "kim@customer.example", External: true}
	other = secretary.Party{ID: "other", Name: "赵总", Email: "zhao@partner.example", External: true}
)

const product = "-//huiban//huiban 1.0//ZH"

var office = secretary.Office{
	Name:    secretary.T("会办", "會辦", "Huiban"),
	Company: secretary.T("蓝鲸制造", "藍鯨製造", "Blue Whale"),
	Address: "meetings@example.com",
	Domain:  "example.com",
	Zone:    "Asia/Shanghai",
}

// letter is an invitation of li, in Chinese, of the kind that the tests vary.
func letter() *secretary.Letter {
	start := time.Date(2026, 11, 27, 1, 0, 0, 0, time.UTC)
	return &secretary.Letter{
		Key: "psc/invitation/li/0", Kind: secretary.Invitation, To: li, Lang: secretary.Hans, Zone: "Asia/Shanghai",
		Meeting: &secretary.MeetingView{
			ID: "PSC-20261127", Title: secretary.T("产销协调会", "產銷協調會", "Production and sales coordination"),
			Purpose: secretary.T("平衡产销; 确认交期, 排产", "", "Balance; dates, plan"),
			Start:   start, End: start.Add(90 * time.Minute), Zone: "Asia/Shanghai",
			Place: secretary.T("一号会议室", "一號會議室", "Room 1"), UID: "psc-20261127.7f3a@example.com",
			Stamp: start.AddDate(0, 0, -7), Method: "REQUEST", Convener: wang, Host: wang, Recorder: chen,
			Seats: []secretary.SeatView{
				{Party: wang, Role: "CHAIR", PartStat: secretary.Accepted},
				{Party: li, Role: "REQ-PARTICIPANT"},
				{Party: chen, Role: "OPT-PARTICIPANT", PartStat: secretary.Tentative},
				{Party: guest, Role: "REQ-PARTICIPANT", PartStat: secretary.NeedsAction},
				{Party: other, Role: "REQ-PARTICIPANT", PartStat: secretary.Declined},
			},
			Agenda: []secretary.AgendaView{
				{No: "0", Title: secretary.T("上次决议执行情况", "", "Execution report"), Minutes: 10, Start: start},
				{No: "1", Title: secretary.T("下周排产", "", "Plan of next week"), Minutes: 40, Start: start.Add(10 * time.Minute),
					Presenters: []secretary.Party{li, chen}, Materials: []secretary.Text{secretary.T("排产表", "", "Plan")}},
			},
			Requirements: []secretary.Text{secretary.T("请提前5分钟到场", "", "Be five minutes early")},
		},
	}
}

// variants are the objects of imip §2.3, each from the common letter.
var variants = map[string]func(*secretary.Letter){
	"invitation": func(*secretary.Letter) {},
	"english":    func(l *secretary.Letter) { l.Lang, l.To = secretary.English, chen },
	"online": func(l *secretary.Letter) {
		l.Lang, l.Meeting.URL = secretary.Hant, "https://meeting.example.com/j/123?pwd=a,b;c&x=会"
	},
	"guest":        func(l *secretary.Letter) { l.To, l.Lang = guest, secretary.English },
	"confidential": func(l *secretary.Letter) { l.Meeting.Confidential = true },
	"cancelled":    func(l *secretary.Letter) { l.Meeting.Method, l.Meeting.Sequence = "CANCEL", 2 },
	"uninvited": func(l *secretary.Letter) {
		l.Meeting.Method, l.Meeting.Sequence, l.Meeting.Uninvited = "CANCEL", 2, true
		l.Meeting.Seats = l.Meeting.Seats[:1]
	},
	"delegated": func(l *secretary.Letter) {
		l.To = chen
		l.Meeting.Seats = []secretary.SeatView{{Party: wang}, {Party: li, PartStat: secretary.Declined, Delegate: &chen}, {Party: chen, For: &li}}
	},
}

func objectOf(t testing.TB, name string) []byte {
	t.Helper()
	l := letter()
	variants[name](l)
	data, err := Request(l, office, product)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestObjects proves S0-29, S0-110, S1B-58, S1G-02.
func TestObjects(t *testing.T) {
	for name := range variants {
		t.Run(name, func(t *testing.T) {
			data := objectOf(t, name)
			compareBytes(t, data, filepath.Join("testdata/objects", name+".ics"))
			if faults := LintObject(data); faults != nil {
				t.Error(strings.Join(faults, "\n"))
			}
		})
	}
}

func TestDeclineCounter(t *testing.T) {
	data, err := DeclineCounter(letter(), office, product)
	if err != nil {
		t.Fatal(err)
	}
	compareBytes(t, data, "testdata/objects/declinecounter.ics")
	l := letter()
	l.Meeting.Method = "DECLINECOUNTER"
	if same, err := Request(l, office, product); err != nil || !bytes.Equal(same, data) {
		t.Errorf("%s %v", same, err)
	}
	if faults := LintObject(data); faults != nil {
		t.Error(strings.Join(faults, "\n"))
	}
}

func compareBytes(t *testing.T, got []byte, golden string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(golden, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// decoded is the event as go-ical's strict decoder reads it.
func decoded(t testing.TB, data []byte) *ical.Component {
	t.Helper()
	c, err := ical.NewDecoder(bytes.NewReader(data)).Decode()
	if err != nil {
		t.Fatal(err)
	}
	return components(c.Component, ical.CompEvent)[0]
}

// addresses lists the attendees' addresses, in order.
func addresses(e *ical.Component) string {
	var out []string
	for _, p := range e.Props[ical.PropAttendee] {
		out = append(out, strings.TrimPrefix(p.Value, "mailto:"))
	}
	return strings.Join(out, " ")
}

func TestO34WhoSeesWhom(t *testing.T) {
	check := func(name, want string) {
		t.Helper()
		if got := addresses(decoded(t, objectOf(t, name))); got != want {
			t.Errorf("%s: %s", name, got)
		}
	}
	check("invitation", "Wang.Lei@example.com li.na@example.com chen.jing@example.com kim@customer.example zhao@partner.example")
	check("guest", "Wang.Lei@example.com li.na@example.com chen.jing@example.com kim@customer.example")
	check("confidential", "Wang.Lei@example.com li.na@example.com")
	check("uninvited", "li.na@example.com")
}

func TestGuestsKnowEachOtherByName(t *testing.T) {
	text, err := decoded(t, objectOf(t, "guest")).Props.Text(ical.PropDescription)
	if err != nil || !strings.Contains(text, "Other guests: 赵总") || strings.Contains(text, "zhao@") {
		t.Error(text, err)
	}
	if data := objectOf(t, "confidential"); bytes.Contains(data, []byte("partner.example")) || bytes.Contains(data, []byte("Kim")) {
		t.Errorf("%s", data)
	}
}

func TestO11RecipientIsAlwaysListed(t *testing.T) {
	l := letter()
	l.To = secretary.Party{Name: "Recorder", Email: "Rec@example.com"}
	data, err := Request(l, office, product)
	if err != nil {
		t.Fatal(err)
	}
	if got := addresses(decoded(t, data)); !strings.HasSuffix(got, " Rec@example.com") {
		t.Error(got)
	}
	l.To.Email = "WANG.LEI@example.com" // the address mailed to, not the roster's spelling
	if data, err = Request(l, office, product); err != nil || !strings.HasPrefix(addresses(decoded(t, data)), "WANG.LEI@example.com ") {
		t.Error(addresses(decoded(t, data)), err)
	}
}

func TestO23OfficeIsNotInvited(t *testing.T) {
	l := letter()
	l.Meeting.Seats = append(l.Meeting.Seats, secretary.SeatView{Party: secretary.Party{Name: "会办", Email: "Meetings@Example.com"}})
	data, err := Request(l, office, product)
	if err != nil || strings.Contains(strings.ToLower(addresses(decoded(t, data))), "meetings@") {
		t.Error(err, addresses(decoded(t, data)))
	}
	l.To.Email = "MEETINGS@example.com"
	if _, err := Request(l, office, product); err == nil {
		t.Error("a letter to the office was written")
	}
}

func TestO29Injection(t *testing.T) {
	l := letter()
	l.To.Name = "Eve\"\r\nATTENDEE:mailto:evil@example.net"
	l.Meeting.Seats[1].Name = l.To.Name
	l.Meeting.Title = secretary.Text{secretary.Hans: "题\r\nEND:VEVENT\x00\u2028X"}
	l.Meeting.URL = "https://x.example/\r\nMETHOD:CANCEL"
	l.Meeting.UID = "u@x\r\nSTATUS:CANCELLED"
	data, err := Request(l, office, product+"\r\nY")
	if err != nil {
		t.Fatal(err)
	}
	e := decoded(t, data)
	if len(e.Props[ical.PropAttendee]) != 5 || value(e, ical.PropStatus) != "CONFIRMED" || bytes.Contains(data, []byte("\nMETHOD:CANCEL")) {
		t.Errorf("%s", data)
	}
}

func TestO22OrganizerHasAName(t *testing.T) {
	check := func(o secretary.Office, want string) {
		t.Helper()
		data, err := Request(letter(), o, product)
		if err != nil {
			t.Fatal(err)
		}
		if got := decoded(t, data).Props.Get(ical.PropOrganizer).Params.Get("CN"); got != want {
			t.Errorf("%q", got)
		}
	}
	check(office, "会办")
	check(secretary.Office{Address: office.Address, Company: office.Company}, "蓝鲸制造")
	check(secretary.Office{Address: office.Address, Name: secretary.T("\r\n", "", "")}, "meetings@example.com")
}

func TestIncompleteLetters(t *testing.T) {
	for name, spoil := range map[string]func(*secretary.Letter){
		"no meeting":  func(l *secretary.Letter) { l.Meeting = nil },
		"no method":   func(l *secretary.Letter) { l.Meeting.Method = "" },
		"reply":       func(l *secretary.Letter) { l.Meeting.Method = "REPLY" },
		"no office":   func(l *secretary.Letter) { l.To.Email = office.Address },
		"no address":  func(l *secretary.Letter) { l.To.Email = "wang" },
		"no uid":      func(l *secretary.Letter) { l.Meeting.UID = "" },
		"no stamp":    func(l *secretary.Letter) { l.Meeting.Stamp = time.Time{} },
		"end = start": func(l *secretary.Letter) { l.Meeting.End = l.Meeting.Start },
	} {
		l := letter()
		spoil(l)
		if data, err := Request(l, office, product); err == nil {
			t.Errorf("%s: %s", name, data)
		}
	}
}

// TestRoundTrip sends our own REQUEST back as a REPLY: what we wrote is what we read.
func TestRoundTrip(t *testing.T) {
	data := bytes.Replace(objectOf(t, "delegated"), []byte("METHOD:REQUEST"), []byte("METHOD:REPLY"), 1)
	m, err := ReadMessage(data, nil)
	if err != nil {
		t.Fatal(err)
	}
	if m.UID != letter().Meeting.UID || len(m.Answers) != 3 || !m.Answers[0].DTStamp.Equal(letter().Meeting.Stamp) {
		t.Fatalf("%+v", m)
	}
	if a := m.Answers[1]; a.Attendee != "li.na@example.com" || a.PartStat != "DELEGATED" || a.DelegatedTo != "chen.jing@example.com" {
		t.Errorf("%+v", a)
	}
	if a := m.Answers[2]; a.DelegatedFrom != "li.na@example.com" || a.PartStat != "NEEDS-ACTION" {
		t.Errorf("%+v", a)
	}
}
