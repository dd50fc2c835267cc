pack "doubtful" {
  name = { zh = "存疑数据", en = "doubtful data" }, version = "1.0.0", dictionary = "dictionary.lua",
  document = document "测试〔2024〕1号" { title = "Data of two years, some of them doubtful" },
  in_force = "2020-01-01", coverage = "complete",
  files = { "rules" },
}
