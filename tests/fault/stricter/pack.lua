-- pack.lua - the small pack of tests/hostile with other numbers, to be compared with it.

pack "tests/hostile" {
  name = { zh = "小规则包", en = "a small pack" },
  version = "1.0.0",
  dictionary = "dictionary.lua",
  document = document "试〔2024〕1号" { title = "试用", issuer = "测试", date = "2024-01-01" },
  in_force = "2024-01-01",
  coverage = "complete",
  certainty = "unverified",
  files = { "rules" },
}
