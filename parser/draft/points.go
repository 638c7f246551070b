package draft

import "regexp"

// points are the discussion that comes with mended lines: what stands below 【讨论要点】, or behind 讨论要点：, in the
// writer's own lines, until a line names an item.
type points struct {
	body
	open bool
}

var (
	pointsHead = regexp.MustCompile(`(?i)^(?:【\s*(?:会议)?(?:讨论要点|讨论情况|讨论内容|discussion(?: points)?)\s*】|(?:会议)?(?:讨论要点|讨论情况|讨论内容|discussion(?: points)?)\s*(?::|$))\s*:?\s*`)
	namesItem  = regexp.MustCompile(`(?i)^(?:行动项|任务|第|action|item)\s*[0-9]`)
)

// take reports whether the line is discussion, or its heading, and keeps it.
func (p *points) take(x said) bool {
	if at := pointsHead.FindStringIndex(x.f); at != nil {
		p.open = true
		p.keep(x.cut(at[1], len(x.f)))
		return true
	}
	if _, other := heading(x, false); other || namesItem.MatchString(x.f) {
		p.open = false
	}
	if !p.open {
		return false
	}
	if p.gap = p.gap || x.f == ""; !closing.MatchString(x.f) {
		p.keep(x.s)
	}
	return true
}
