-- A pack whose cases leave gaps: some edges without a case, some changes that nothing notices.

pack "gaps" {
  name = { zh = "有缺口的用例", en = "Cases with gaps" },
  version = "1.0.0",
  dictionary = "words.lua",
  document = document "样例〔2020〕1号" { title = "样例办法", issuer = "样例县", date = "2020-01-01" },
  in_force = "2020-01-01",
  coverage = "complete",
  files = { "article" },
}
