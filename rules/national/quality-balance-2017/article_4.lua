-- 第四条: what a county must have behind it before it is judged at all.

section "preconditions" { name = { zh = "前置条件", en = "Preconditions" }, clause = "第四条" }

indicator "years_since_basic_balance" {
  name = { zh = "通过国家基本均衡发展认定三年以上", en = "Recognised as basically balanced for three years" },
  clause = "第四条（一）", of = county, unit = "year",
  measure = county.years_since_basic_balance,
  at_least = 3, -- "三年以上" includes three
}

indicator "monitoring_since_recognition" {
  name = { zh = "基本均衡认定后年度监测持续保持较高水平", en = "Yearly monitoring since then at a high level" },
  clause = "第四条（二）", of = county,
  holds = county.is_monitoring_high, evidence = county.monitoring_high_evidence,
  note = { zh = "原文没有数量标准；地方曾以综合差异系数小学0.60、初中0.50操作",
    en = "the text has no number; a district works with composite spreads of 0.60 and 0.50" },
}
