-- Zhejiang: the national measures; all counties by 2027.

overlay "provincial/330000-zhejiang/quality-balance" {
  on       = "national/quality-balance-2017",
  region   = "33",
  name     = { zh = "浙江省义务教育优质均衡发展", en = "Zhejiang: quality-balanced compulsory education" },
  document = document "浙江省“两县创建”2027年目标（文号未见）" {
    title = "“两县创建”2027年目标（见报）", issuer = "浙江省",
  },
  in_force  = "2025-04-08", -- the day of the report that lists its counties; that of the target was not seen
  coverage  = "partial",
  missing   = { zh = "目标所在文件未见，只见报道，施行日按优质均衡县名单见报之日；“两县”中的学前教育普及普惠县不在本包",
    en = "the document itself was not seen, only reports of it, the day is that of the report of the counties recognised; counties with universal "
      .. "pre-school, the other half of the target, are not here" },
  certainty = "single_source",
  contract  = "tighten_only",
}

target "quality_balance_2027" {
  name = { zh = "2027年所有县优质均衡", en = "All counties quality-balanced, 2027" }, clause = "2027年目标",
  counts = verdict "quality_balance", region = "33", by = "2027-12-31", ensure = percent(100),
}
