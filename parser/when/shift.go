package when

import "github.com/huiban/huiban/parser/pattern"

// shiftRules read bare lengths: 一周, 两天, 半小时, 3个工作日, a week, two more days, half an hour.
var shiftRules = []rule{
	{pattern.Must(`(` + num + `|半|几|若干)\s*(?:个半|个|多)?\s*(工作日|天|周|星期|礼拜|个月|小时|钟头|分钟|刻钟)`), lengthOf},
	{pattern.Must(`(` + num + `|半|几)\s*个月`), lengthOf},
	{pattern.Must(`(?i)\b(?:half an?|` + enNum + `|a few|few|some)[\s-]+(?:more\s+|extra\s+)?(?:working days?|business days?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?)\b`), lengthOf},
}

func lengthOf(_ day, m match) []token {
	if r := m.prev(); r == '第' || r == '每' || r == '.' || r == '月' || r == '上' || numeral(r) {
		return nil
	}
	return m.one(token{shift: true})
}
