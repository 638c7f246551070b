package secretary

import "time"

// claims is what a mail would record, for whoever is asked whether they wrote it: a subject or a few words of it can be
// chosen to look harmless.
func (r *Reply) claims() []EchoLine {
	var out []EchoLine
	for _, in := range r.Intents {
		if in.Item == EveryItem {
			in.Item = ""
		}
		line := EchoLine{What: string(in.Kind), Item: in.Item}
		switch in.Kind {
		case IntentAttend:
			line.Status, line.Delegate, line.Reason = in.Status, in.Delegate, in.Reason
		case IntentCounter:
			line.Time, _ = time.Parse(time.RFC3339, in.Start) // without one the words themselves are quoted
		case IntentProgress:
			line.Status, line.Percent, line.Date = in.Status, in.Percent, in.ETA
		case IntentExtend:
			line.Date, line.Reason = in.Until, in.Reason
		case IntentObject, IntentApprove, IntentReject:
			line.Reason = in.Comment
		case IntentOrder:
			line.Text = in.Line
		case IntentTopic, IntentAsk:
			line.Text = in.What
		case IntentConfirm, IntentNoMaterials:
		default:
			continue
		}
		out = append(out, line)
	}
	return out
}
