package quote

import (
	"testing"
)

// A signature goes whatever its trades and titles sound like; words that state something stay below any name.
func TestSignaturesThatLookLikeAnswers(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"Will Goh, M.D.", "I have to pass.\n\nWill Goh, M.D.\nAttending Physician\nQuillfield | Accepting new fellows\nT +1 617 555 0148", "I have to pass."},
		{"Ok-Hee Ahn", "Ok-Hee Ahn\nApprovals & Confirmations Desk\nTel +65 6555 0133", ""},
		{"Bronwen Pryce", "Really confirmed?\n\nDr Bronwen Pryce\nBursary", "Really confirmed?"},
		{"Prof. Alistair Nugent", "See below.\n\nA. Nugent\nBursar", "See below.\n\nA. Nugent\nBursar"},
		{"Prof. Alistair Nugent", "See below.\n\nA.", "See below."},
		{"Rourke, Tom", "Fine with me.\n\nTom Rourke\nEstates", "Fine with me."},
		{"May Beale", "Rejected.\n\nMay Beale\nApproving Officer", "Rejected."},
		{"May Beale", "1: 35 %\n\nMay Beale\nThis mail was composed on 100% recycled electrons. 2 offices, 1 team.", "1: 35 %"},
		{"Li Wei", "See attachment.\n\nLi Wei\nApproved Supplier, ISO 9001", "See attachment."},
		{"费同意", "能不能改期？\n\n费同意\n云杉设计院 审批岗", "能不能改期？"},
		{"毕完成", "第3项60%。\n\n毕完成  采购中心\n电话：0571-8800 0123", "第3项60%。"},
		{"周敏", "好的\n\n周敏\n未来科技有限公司 质量确认组", "好的"},
		{"Henrik Sundqvist", "Confirmed.\n\nHenrik Sundqvist\nAurelis AB\n\nDiese E-Mail enthält vertrauliche Informationen. Wenn Sie nicht der richtige Adressat sind, lehnen Sie die Annahme ab.", "Confirmed."},
		{"Anne Roux", "D'accord.\n\nCe message et ses pièces jointes sont confidentiels et réservés à leurs seuls destinataires.", "D'accord."},
		{"王磊", "收到\n\n王磊 2026年11月3日", "收到"},
		{"王磊", "收到\n\n王磊\n2026/11/3（周二）", "收到"},

		{"阿昌", "待办：\n阿昌 周六前把样机寄到东莞\n老韦 12.8", "待办：\n阿昌 周六前把样机寄到东莞\n老韦 12.8"},
		{"王磊", "分工如下\n王磊 负责报价\n李娜 看图纸", "分工如下\n王磊 负责报价\n李娜 看图纸"},
		{"Tom Rourke", "To do\nTom will call the supplier\nAnn to write", "To do\nTom will call the supplier\nAnn to write"},
		{"Henrik Sundqvist", "Confirmed.\n\nHenrik\nPS: item 3 is not right.", "Confirmed.\n\nHenrik\nPS: item 3 is not right."},
		{"Tom Rourke", "Hi all,\n\nTom Rourke\nAttending", "Hi all,\n\nTom Rourke\nAttending"},
		{"Tom Rourke", "Hi all,\n\nTom Rourke\nAccepting with pleasure", "Hi all,\n\nTom Rourke\nAccepting with pleasure"},
		{"Tom Rourke", "As asked:\n\nTom\n1. done\n2. 60%", "As asked:\n\nTom\n1. done\n2. 60%"},
		{"May Beale", "As asked:\n\nMay Beale\n100% done", "As asked:\n\nMay Beale\n100% done"},
		{"Oscar Kim", "OK", "OK"},
		{"Yuri Ito", "Y", "Y"},
		{"周敏", "各位好\n\n周敏\n不同意 质量部", "各位好\n\n周敏\n不同意 质量部"},
		{"周敏", "各位好\n\n周敏\n已完成，采购中心", "各位好\n\n周敏\n已完成，采购中心"},
		{"谭伟明", "各位：\n谭伟明——经销商沟通，抓紧", "各位：\n谭伟明——经销商沟通，抓紧"},
		{"谭伟明", "各位：\n谭伟明-经销商沟通，抓紧", "各位：\n谭伟明-经销商沟通，抓紧"},
		{"谭伟明", "好的\n\n谭伟明——渠道部", "好的"},
		{"王磊", "分工\n| 事项 | 人 |\n|---|---|\n| 报价 | 王磊 |\n| 电话 | 李娜 |", "分工\n| 事项 | 人 |\n|---|---|\n| 报价 | 王磊 |\n| 电话 | 李娜 |"},
		{"Anne Roux", "This email is to confirm that I approve.", "This email is to confirm that I approve."},
		{"Anne Roux", "This message confirms the minutes.", "This message confirms the minutes."},
	} {
		if got := Read(Plain(c.text), Options{Name: c.name}).Text(); got != c.want {
			t.Errorf("%s: %q\nwant %q", c.name, got, c.want)
		}
	}
}
