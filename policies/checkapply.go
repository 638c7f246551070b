package policies

import (
	"fmt"
	"slices"
	"strings"

	"github.com/huiban/huiban/secretary"
)

// applying are the roles of an application, that a policy of ad-hoc meetings may give its own roles to, and appliedFor the keys
// that may name them.
var (
	applying   = []string{"proposer", "approver"}
	appliedFor = []string{"convener", "host", "recorder", "supervisor"}
)

// GivenByApplication reports whether a key that the file leaves open comes with each application for such a meeting.
func GivenByApplication(p *secretary.Policy, key string) bool {
	return p.Schedule.AdHoc && slices.Contains([]string{"purpose", "duration.planned", "place"}, key)
}

// checkApplication warns of approvals that come to nothing: roles of an application where there is none, an approver who is
// asked twice, one who also convenes what a rule calls and so decides on an own application, a department without a head where
// its head has to agree.
func checkApplication(p *secretary.Policy, dir *secretary.Directory) []Fault {
	out := checkProposer(p)
	seen := map[secretary.PersonID]int{}
	for i, r := range p.Application.Approvers {
		key := fmt.Sprintf("application.approvers[%d]", i)
		for _, id := range dir.Resolve(r) {
			if first, known := seen[id]; known && first != i {
				out = append(out, Fault{Key: key, Warning: true, Message: fmt.Sprintf("%s is an approver of an earlier level as well, and is asked once", names([]secretary.PersonID{id}, dir)), Hint: "name somebody higher up"})
			} else if !known {
				seen[id] = i
			}
		}
	}
	return slices.Concat(out, checkOwnApproval(p, dir), checkLiaison(p, dir))
}

// checkProposer reports a role of an application in a policy whose meetings nobody applies for.
func checkProposer(p *secretary.Policy) []Fault {
	var out []Fault
	for key, r := range map[string]secretary.Ref{"convener": p.Convener, "host": p.Host, "recorder": p.Recorder, "supervisor": p.Supervisor} {
		if slices.Contains(applying, string(r)) && !p.Schedule.AdHoc {
			out = append(out, Fault{Key: key, Message: fmt.Sprintf("%q is who applies for an ad-hoc meeting or approves it, and this meeting is called by a rule", r), Hint: "write whom you mean: a person, or head:, rep: or all: with a department"})
		}
	}
	slices.SortFunc(out, func(a, b Fault) int { return strings.Compare(a.Key, b.Key) })
	return out
}

// checkOwnApproval warns where nobody but the proposer could approve (G-18). Of a meeting that a rule calls the convener is the
// proposer; for any other it is whoever applies, and above an approver who does is their superior.
func checkOwnApproval(p *secretary.Policy, dir *secretary.Directory) []Fault {
	if !p.Application.Required || p.Schedule.AdHoc {
		return nil
	}
	conveners, approve := dir.Resolve(p.Convener), []secretary.PersonID(nil)
	for _, r := range p.Application.Approvers {
		approve = append(approve, dir.Resolve(r)...)
	}
	if len(approve) == 0 || slices.ContainsFunc(approve, func(id secretary.PersonID) bool { return !slices.Contains(conveners, id) }) {
		return nil
	}
	return []Fault{{Key: "application.approvers", Warning: true, Message: names(approve[:1], dir) + " alone approves, and convenes as well: nobody approves their own application", Hint: "add who approves those, such as the superior"}}
}

// checkLiaison warns of departments whose people could not be invited, since nobody could sign for them (S1B-57).
func checkLiaison(p *secretary.Policy, dir *secretary.Directory) []Fault {
	if !p.Liaison.Required {
		return nil
	}
	var without []string
	for _, code := range dir.Order {
		d := dir.Departments[code]
		if d == nil || len(dir.Members(code)) == 0 {
			continue
		}
		if head := dir.Person(d.Head); head == nil || head.Inactive {
			without = append(without, code)
		}
	}
	if len(without) == 0 {
		return nil
	}
	return []Fault{{Key: "liaison.required", Warning: true, Message: "no head is named in " + strings.Join(without, ", ") + ", so that nobody can agree to a work liaison form and their people are not invited", Hint: "fill in the column head of the departments file"}}
}
