package meaning

// settledWords say that nothing is to be changed: each denial with each correction as a noun. 「没有修正」 alone may complain that nothing was mended.
var settledWords = table{
	yes:     product(product("无|没有|没|并无|并没有|未有|暂无", "任何|其他|其它|别的|进一步的|什么")+"|无|没有|没|并无|并没有|未有|暂无", product("修改|修正|更正|补充|增删|调整|改动|订正|修订|变更|增补", "意见|建议|之处|事项|的地方|要求|内容")),
	later:   product("有|还有|另有", product("修改|修正|更正|补充|增删|订正|修订", "意见|建议")),
	neutral: "别忘了|别忘记|别忘|不要忘了|不要忘记|不要忘|勿忘|请勿忘|提醒一下|提醒|don't forget to|don't forget|do not forget",
}
