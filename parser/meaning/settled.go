package meaning

// settledWords say that nothing is to be changed: each denial with each correction as a noun. 「没有修正」 alone may complain that nothing was mended.
var settledWords = table{
	yes: product("treat this|treat this mail|treat this email|take this|take this mail|consider this|consider this mail|consider this email", product("as", "our acceptance|my acceptance|our confirmation|my confirmation|our approval|my approval|our ok|my ok|accepted|confirmed|approved")) + "|" +
		product("find|found|finds", "the same in order|it in order|them in order|everything in order|all in order") + "|minutes are in order|everything is in order|all is in order|" +
		"未见异常|无异常|没有异常|couldn't agree more|could not agree more|can't agree more|无修正|无更正|无订正|无增补|" + product(product("无|没有|没|并无|并没有|未有|暂无", "任何|其他|其它|别的|进一步的|什么")+"|无|没有|没|并无|并没有|未有|暂无", product("修改|修正|更正|补充|增删|调整|改动|订正|修订|变更|增补", "意见|建议|之处|事项|的地方|要求|内容")),
	no:      "couldn't agree less|could not agree less",
	later:   product("还没说|没说|没有说|没说过|没有说过|未说", "同意|确认|认可|没问题|通过") + "|同意不同意|同不同意|确认不确认|" + product("有|还有|另有", product("修改|修正|更正|补充|增删|订正|修订", "意见|建议")),
	neutral: "别忘了|别忘记|别忘|不要忘了|不要忘记|不要忘|勿忘|请勿忘|提醒一下|提醒|not bad|don't forget to|don't forget|do not forget",
}
