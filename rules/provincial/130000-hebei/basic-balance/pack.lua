-- Hebei: basic balance by reference to the nation, with a gate of ten indicators of which three names are known.

overlay "provincial/130000-hebei/basic-balance" {
  on       = "national/basic-balance-2012",
  region   = "13",
  name     = { zh = "河北省县域义务教育均衡发展督导评估", en = "Hebei: basically balanced compulsory education" },
  document = document "河北省均衡发展督导评估暂行办法（文号未见）" {
    title = "河北省县域义务教育均衡发展督导评估暂行办法", issuer = "河北省",
  },
  in_force  = "2012-01-20",
  coverage  = "partial",
  missing   = { zh = "办学基本标准的十项指标只见三个名称（生均占地、生均建筑、实验室个数），数值未见；施行日未见，取国家办法之日",
    en = "of the ten indicators of the gate three names are known (land, buildings, laboratories), no figure; the day is not known, taken as that of the national measures" },
  certainty = "single_source",
  contract  = "tighten_only",
}
