package secretary

// Anonymize takes everybody's name out of a report, for somebody outside who is to judge the regulation (S0-116). What was said
// in words may hold names, so it goes too.
func (v *ComplianceView) Anonymize() {
	for i := range v.Missed {
		m := &v.Missed[i]
		m.Who = Party{Department: m.Who.Department}
		m.Detail = ""
	}
	v.Load = nil
}
