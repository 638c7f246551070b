package draft

import (
	"strings"

	"github.com/huiban/huiban/parser/pattern"
)

// points are the discussion that comes with mended lines: what stands below 【讨论要点】, or behind 讨论要点：, in the
// writer's own lines, until a line names an item.
type points struct {
	body
	open bool
}

var (
	pointsHead = pattern.Must(`(?i)^(?:【\s*(?:会议)?(?:讨论要点|讨论情况|讨论内容|discussion(?: points)?)\s*】|(?:会议)?(?:讨论要点|讨论情况|讨论内容|discussion(?: points)?)\s*(?::|$))\s*:?\s*`)
	namesItem  = pattern.Must(`(?i)^(?:行动项|任务|第|action|item)\s*[0-9]`)
)

// ends are the sections that end the discussion. Others are a part of it.
var ends = map[section]bool{attending: true, resolving: true, acting: true, mixed: true}

// take reports whether the line is discussion, or its heading, and keeps it.
func (p *points) take(x said) bool {
	if at := pointsHead.FindStringIndex(x.f); at != nil {
		p.open = true
		p.keep(x.cut(at[1], len(x.f)))
		return true
	}
	if h, ok := heading(x, false); ok && ends[h.section] || namesItem.MatchString(x.f) {
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

// discussed are the lines below every 【讨论要点】 of a text, in comparable form.
func discussed(text string) map[string]bool {
	var p points
	for _, l := range strings.Split(text, "\n") {
		p.take(say(l))
	}
	out := map[string]bool{}
	for _, l := range p.lines {
		out[squeezed(l)] = true
	}
	delete(out, "")
	return out
}
