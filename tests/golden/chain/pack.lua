-- An overlay that changes nothing: what a result says of the chain on which its pack stands.

overlay "provincial/990100-sample" {
  on = "national/quality-balance-2017",
  name = { zh = "甲州市补充规定", en = "Supplement of the first prefecture" },
  version = "1.0.0",
  document = document "甲政〔2023〕8号" { title = "甲州市推进计划", date = "2023-03-01" },
  in_force = "2023-03-01",
  region = "990100",
  files = { "targets" },
}
