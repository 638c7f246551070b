package quote

import (
	"strings"
)

// colourWords say that the answers are the coloured words inside the quoted letter.
var colourWords = []string{"红字", "红色", "蓝字", "蓝色", "标红", "标蓝", "绿色", "绿字", "颜色", "高亮", "彩色", "inred", "inblue", "ingreen", "inline", "coloured", "colored", "highlighted", "正文中", "文中", "原文中", "下文", "见下", "如下红", "行间", "below"}

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
		if !b.marks[i].kept() || l.Text == "" {
			continue
		}
		k := b.key(i)
		for _, w := range colourWords {
			if strings.Contains(k, w) {
				return true
			}
		}
	}
	return false
}
