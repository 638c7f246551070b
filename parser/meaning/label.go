package meaning

import (
	"strings"

	"github.com/huiban/huiban/parser/pattern"
	"github.com/huiban/huiban/secretary"
)

// label is what our own buttons write before the words asked for, and people likewise: 「请假，原因：」,「驳回：」,「异议：」, "decline, reason:".
var label = pattern.Must(`(?i)^\s*(?:(?:请假|請假|不能参加|不能參加|延期|驳回|駁回|退回|拒绝|拒絕|不同意|异议|異議|有异议|有異議|意见|意見|建议|建議|decline|declined|reject|rejected|object|objection|extend)\s?[,，]?\s?)?(?:原因|理由|事由|说明|說明|reason|comment)?\s?[:：]\s*`)

// because introduces a reason that is called one already.
var because = pattern.Must(`(?i)^\s*(?:因为|因為|由于|由於|because of|because|due to)\s*`)

// unlabelled takes labels off what an intent says, so that nobody reads 「原因：原因：出差」. What is nothing but a label stays.
func unlabelled(list []secretary.Intent) []secretary.Intent {
	for n := range list {
		i := &list[n]
		i.Comment = without(label, i.Comment)
		i.Reason = without(because, without(label, i.Reason))
	}
	return list
}

func without(shape *pattern.Pattern, s string) string {
	if rest := strings.TrimSpace(shape.ReplaceAllString(s, "")); rest != "" {
		return rest
	}
	return s
}
