-- pack.lua - the published split of a nine-year school, and the other weights by their formulas.

pack "tests/published/split" {
  name = { zh = "共用资源拆分算例", en = "the worked example of the split" },
  version = "1.0.0",
  dictionary = "dictionary.lua",
  document = document "教督〔2012〕3号" { title = "县域义务教育均衡发展督导评估暂行办法", issuer = "教育部", date = "2012-01-20" },
  in_force = "2012-01-20",
  coverage = "complete",
  certainty = "confirmed",
  files = { "rules" },
}
