package templates

import "github.com/huiban/huiban/secretary"

// clashes are the letters about conflicts.
func (s sampler) clashes() []secretary.Letter {
	weekly := secretary.ClashView{
		ID: "WWM-20261127", Title: s.text("每周工作例会", "每週工作例會", "Weekly work meeting"), Start: sampleTime(11, 27, 10, 0), End: sampleTime(11, 27, 11, 0),
		Convener: s.li(), People: []secretary.Party{s.li(), s.wangMin()}, Room: true, Standing: true,
	}
	secret := secretary.ClashView{ID: "STM-20261127", Start: sampleTime(11, 27, 9, 30), End: sampleTime(11, 27, 10, 0), Convener: s.zhang(), People: []secretary.Party{s.chen()}}
	full := secretary.Letter{Key: "duty-clash", Kind: secretary.Duty, Ref: "clash", To: s.ouyang(), Meeting: s.quietly(), Clashes: []secretary.ClashView{secret, weekly},
		Choices: []secretary.Choice{{Verb: "move", Arg: "2026-11-27 11:00"}, {Verb: "move", Arg: "2026-11-27 13:00"}, {Verb: "move", Arg: "2026-11-26 09:00"}}}
	late := secretary.Letter{Key: "duty-clash-hours", Kind: secretary.Duty, Ref: "clash", To: s.ouyang(), Meeting: s.quietly(), Clashes: []secretary.ClashView{{Hours: "18:00-24:00"}}}
	late.Meeting.Start, late.Meeting.End = sampleTime(11, 27, 17, 30), sampleTime(11, 27, 19, 0)
	rest := secretary.Letter{Key: "duty-clash-rest", Kind: secretary.Duty, Ref: "clash", To: s.ouyang(), Meeting: s.quietly(), Clashes: []secretary.ClashView{{Hours: secretary.RestDay}},
		Choices: []secretary.Choice{{Verb: "move", Arg: "2026-11-27 09:00"}}}
	rest.Meeting.Start, rest.Meeting.End = sampleTime(11, 28, 9, 0), sampleTime(11, 28, 10, 30)
	return []secretary.Letter{full, late, rest}
}
