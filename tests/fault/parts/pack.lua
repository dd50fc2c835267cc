-- pack.lua - a small pack over the data of tests/hostile for evaluations in parts.

pack "tests/hostile" {
  name = { zh = "小规则包", en = "a small pack" },
  version = "1.0.0",
  dictionary = "dictionary.lua",
  document = document "试〔2024〕1号" { title = "试用", issuer = "测试", date = "2024-01-01" },
  in_force = "2024-01-01",
  coverage = "complete",
  certainty = "unverified",
  files = { "rules", "targets" },
}
