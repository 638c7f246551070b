package meaning

// ableWords are the plain forms of coming and of not being able to, every auxiliary with every verb: 「没办法出席」, "couldn't make
// it", 「到时候过去」. What the other tables say of one of them goes first.
var ableWords = table{
	no: product("不能|不可|无法|没法|没办法|没有办法|没法子|未能|不克|无暇|没空|没有空|没时间|没有时间|抽不出时间|来不及|恕不|恕不能|歉难|碍难", "去|来|到|"+going) + "|" +
		product("can't|cannot|can not|couldn't|could not|won't|will not|shan't|shall not|unable to|not able to|not be able to|be unable to|not going to|impossible for me to|not in a position to", goingEnglish) +
		"|别算我|不用算我|不要算我|别等我|不用等我|count me out|not be there in person",
	yes: product("准时|按时|届时|到时|到时候|一定|肯定|必定|必会|一定会|肯定会|将会|照常|正常|如期|我会|我能|我可以|也能|也可以|都能", going) + "|" +
		product("will|can|shall|happy to|glad to|pleased to|delighted to|able to|we'll|i'll|shall be able to|will be able to", goingEnglish),
	later: product("will|can|shall|we'll|i'll", "come back|come back to you|come to a decision|come up with|be in touch|join the dots"),
}

const going = "参加|出席|参会|与会|到会|赴会|列席|到场|前往|前来|过来|过去|参与|旁听|赶过去|赶过来|赶到|赶去|现身"

const goingEnglish = "attend|join|join in|come|come along|participate|take part|make it|be there|be present|be in attendance|dial in|show up|be with you|attend this|join this|make this"
