-- Ningxia judges its counties by the national measures: what was reported of its own plan of 2018 has the
-- same figures. The opinion of 2021 adds a share of counties to be reached by 2025.

overlay "provincial/640000-ningxia/quality-balance" {
  on       = "national/quality-balance-2017",
  region   = "64",
  name     = { zh = "宁夏县域义务教育优质均衡发展督导评估", en = "Ningxia: quality-balanced compulsory education" },
  document = document "宁夏督导评估实施方案（2018年1月见报，文号未见）" {
    title = "宁夏回族自治区县域义务教育优质均衡发展督导评估实施方案", issuer = "宁夏回族自治区",
  },
  in_force  = "2018-01-05",
  coverage  = "partial",
  missing   = { zh = "方案原文未见，只见报道；所引数字与国家标准相同", en = "the plan itself was not seen, only a report of it; the figures it gives are the national ones" },
  certainty = "single_source",
  contract  = "tighten_only",
}

target "quality_balance_2025" {
  name = { zh = "2025年优质均衡县比例", en = "Share of quality-balanced counties by 2025" },
  clause = "二（二）5", document = document "宁夏基础教育质量提升行动意见（2021年5月23日印发）" {
    title = "关于实施基础教育质量提升行动的意见", issuer = "宁夏回族自治区党委办公厅、人民政府办公厅",
  },
  note = { zh = "“力争”达到；年份由上下文推断", en = "to be striven for; the year of issue is concluded from the context" },
  certainty = "single_source",
  counts = verdict "quality_balance", region = "64", by = "2025-12-31",
  strive = percent(50),
}
