-- pack.lua - published composites are the means of the eight published coefficients.

pack "tests/published/composites" {
  name = { zh = "综合差异系数", en = "composites of the spread" },
  version = "1.0.0",
  dictionary = "dictionary.lua",
  document = document "教督〔2012〕3号" { title = "县域义务教育均衡发展督导评估暂行办法", issuer = "教育部", date = "2012-01-20" },
  in_force = "2012-01-20",
  coverage = "complete",
  certainty = "confirmed",
  files = { "rules" },
}
