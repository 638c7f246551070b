package secretary

import (
	"slices"
	"strings"
	"time"
)

// items makes the action items of the minutes, or brings those that bind since the review up to the newest version. They
// bind from now; where that takes a confirmation, those of a department that has not confirmed do not yet (G-25).
func (t *turn) items(m *Meeting, p *Policy, v *Version) {
	var kept []ItemID
	for n, a := range v.Draft.Actions {
		owner := t.ownerOf(a)
		if owner == nil && a.Owner != "" { // has left since the draft was checked: nothing is lost
			t.find(m, "S0-54", "owner-left", m.Supervisor, a.Owner)
			owner = t.Directory.Person(m.Supervisor)
		}
		if owner == nil {
			continue // where the policy wants no owner, the action is in the minutes only
		}
		i := t.itemNo(m, a.No)
		if i == nil {
			i = t.newItem(m, p, a, owner, n)
		} else {
			t.amendItem(i, a, owner)
		}
		i.Number = m.Number
		kept = append(kept, i.ID)
		if p.Actions.ActiveOn == "confirmation" && m.unconfirmed(i.Department) {
			i.Active = time.Time{}
		}
	}
	for _, id := range m.Items {
		if i := t.Items[id]; i != nil && !slices.Contains(kept, id) && i.Open() && !m.later(i, v) {
			i.Status = Dropped
			t.note("dropped", i.Owner, "", string(id))
			t.pokeAround(i)
		}
	}
}

// itemNo is the meeting's item with that number in the minutes, nil where there is none.
func (t *turn) itemNo(m *Meeting, no string) *Item {
	for _, id := range m.Items {
		if i := t.Items[id]; i != nil && i.No == no {
			return i
		}
	}
	return nil
}

// amendItem brings an item up to what the newest version says of it; its dates stay once a later one was granted.
func (t *turn) amendItem(i *Item, a DraftAction, owner *Person) {
	i.Text, i.Result, i.Promise = a.Text, a.Result, promised(a.Text)
	if i.Due == i.OriginalDue && i.Due != a.Due {
		i.Due, i.OriginalDue, i.Overdue = a.Due, a.Due, 0
	}
	if i.Owner != owner.ID {
		t.pokeAround(i)
		i.Owner, i.Department, i.Asked = owner.ID, owner.Department, time.Time{}
	}
	t.pokeAround(i)
}

// unconfirmed reports whether the minutes were published without the department's confirmation.
func (m *Meeting) unconfirmed(department string) bool {
	return department != "" && slices.ContainsFunc(m.Confirms, func(c Confirm) bool { return c.Department == department && c.State == "unconfirmed" })
}

// lateConfirm takes a confirmation of minutes that were published without it: what waits for it binds from now.
func (t *turn) lateConfirm(m *Meeting, c *Confirm, r *Reply) {
	t.note("confirm", r.Writer, c.State, "confirmed")
	c.State, c.At, c.MessageID = "confirmed", t.now, r.MessageID
	v := m.version()
	v.Unconfirmed = slices.DeleteFunc(v.Unconfirmed, func(d string) bool { return d == c.Department })
	t.close(m, r, []EchoLine{{What: "confirm"}})
	for _, id := range m.Items {
		if i := t.Items[id]; i != nil && i.draft() && !m.unconfirmed(i.Department) {
			i.Active = t.now
			t.note("binds", i.Owner, "", string(i.ID))
			t.pokeAround(i)
		}
	}
}

// promises are the words by which minutes say that something was promised to a customer (S3-58).
var promises = []string{"客户承诺", "承诺客户", "向客户承诺", "答应客户", "客戶承諾", "承諾客戶", "答應客戶", "customer promise", "promised to the customer", "promise to the customer", "promised the customer"}

func promised(text string) bool {
	text = strings.ToLower(text)
	return slices.ContainsFunc(promises, func(w string) bool { return strings.Contains(text, w) })
}
