package templates

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// onlySimplified are frequent characters that no text in traditional Chinese has.
const onlySimplified = "们会议纪发题时间场办负责项动员应单联专业务总结讨论报进确认请资统计质级别围骤参备为过这还说话语读写谁谢谈调课该详误诉评词试诚诺让许设访证识译" +
	"记订诊邮区医华协卖卫历厂压县双变号听启响团国图圆块坏坚处复够头奖妇学宁实审宽对导将尔尝层岁币师带帮广庆库废开弃张当录彻忆忧怀态惯战户执扩扫扬" +
	"换据损择无旧显晓暂术机权条来杨极构枪标样桥检楼欢残毕气汇没济测满灵点烂热爱牵状独环现电疗监盘离种积称稳竞笔签简类粮紧红约纯纲纸线组细织终绍经" +
	"绑绝继绩续维综绿编缩网罚职肃脑节苏药获营虑补装观规视览觉训讯讲诸财败货购贴费赛赞赢趋车转轮软较载输达迁运远违连迟适选递逻遗释针钟钱铁错键长门" +
	"问闭闻阅队阳阶际陆陈险随难页顺须顾预领频额风飞饭馆马驻验鱼鸣黄齐"

// What people read in traditional Chinese is written in its characters, quotes and words throughout.
func TestTraditionalThroughout(t *testing.T) {
	strange := append(strings.Split(onlySimplified, ""), "“", "”", "注明", "范圍", "佈置", "郵箱", "域名", "發送")
	lines := traditional(t)
	if len(lines) < 1000 {
		t.Fatalf("only %d lines", len(lines))
	}
	for _, line := range lines {
		if i := slices.IndexFunc(strange, func(s string) bool { return strings.Contains(line, s) }); i >= 0 {
			t.Errorf("%s in %s", strange[i], line)
		}
	}
}

// traditional are the lines of the letters, of the regulations and of the words in traditional Chinese.
func traditional(t *testing.T) (out []string) {
	t.Helper()
	for _, pattern := range []string{"letters/*.txt", "regulation/*.txt"} {
		files, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			b, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			within := strings.HasSuffix(file, "zh-Hant.txt")
			for line := range strings.Lines(string(b)) {
				if lang, head := strings.CutPrefix(line, "-- "); head {
					within = strings.HasPrefix(lang, "zh-Hant")
				}
				if columns := strings.Split(line, " | "); len(columns) == 4 && filepath.Base(file) == "words.txt" {
					out = append(out, columns[2])
				} else if within {
					out = append(out, line)
				}
			}
		}
	}
	return out
}
