package secretary

// passOn takes what somebody writes who was told that minutes are wanting: it goes to whom it is about, as that letter
// promises, and on file.
func (t *turn) passOn(m *Meeting, r *Reply) {
	if !r.acknowledges() {
		about := r.About.Silent
		if len(about) == 0 && r.About.By != nil {
			about = []Party{*r.About.By}
		}
		for _, p := range about {
			if p.ID != r.Writer && t.Directory.active(p.ID) {
				t.tell(m, p.ID, r, EchoLine{What: "filed"})
			}
		}
	}
	t.filed(m, r)
}
