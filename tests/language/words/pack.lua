pack "language/words" {
  name = { zh = "规则语言用例", en = "Cases of the language" }, version = "1.0.0", dictionary = "words.lua",
  document = document "用例〔2025〕1号" { title = "用例" }, in_force = "2024-01-01", coverage = "complete",
  files = { "schools", "tables", "history", "grades", "points", "more" },
}
