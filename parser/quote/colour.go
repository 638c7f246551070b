package quote

import (
	"github.com/huiban/huiban/parser/fold"
	"github.com/huiban/huiban/parser/pattern"
)

// colourWords say that the answers are the coloured words inside the quoted letter.
var colourWords = pattern.OneOf("红字", "红色", "蓝字", "蓝色", "标红", "标蓝", "绿色", "绿字", "颜色", "高亮", "彩色", "inred", "inblue", "ingreen", "inline", "coloured", "colored", "highlighted", "正文中", "文中", "原文中", "下文", "见下", "如下红", "行间", "below")

// markColours keeps coloured lines of the history where the writer says that his answers are there. Of a quoted letter that is
// coloured throughout nothing is kept.
func (b *body) markColours() {
	coloured, plain := 0, 0
	for i, l := range b.lines {
		if b.marks[i].quoted() && l.Text != "" {
			if l.Colour {
				coloured++
			} else {
				plain++
			}
		}
	}
	if coloured == 0 || coloured > plain || !b.pointsInside() {
		return
	}
	for i, l := range b.lines {
		if b.marks[i].quoted() && l.Colour {
			b.marks[i] = inColour
		}
	}
}

func (b *body) pointsInside() bool {
	for i, l := range b.lines {
		if b.marks[i].kept() && l.Text != "" && colourWords.In(pattern.Look(b.key(i))) {
			return true
		}
	}
	return false
}

// PointsInside reports whether the writer says that the answers are the coloured words inside the quoted letter. Plain text
// has no colours.
func (r Reading) PointsInside() bool {
	for i, l := range r.all {
		if !r.marks[i].quoted() && colourWords.In(pattern.Look(fold.Squeeze(l.Text))) {
			return true
		}
	}
	return false
}
