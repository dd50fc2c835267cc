-- Pu'er names its ten counties, each with its year, and the share of each five-year plan.

overlay "local/530800-puer/quality-balance" {
  on       = "provincial/530000-yunnan/quality-balance",
  region   = "5308",
  name     = { zh = "普洱市县域义务教育优质均衡发展", en = "Pu'er: quality-balanced compulsory education" },
  document = document "普洱市实施方案（2022年12月21日，文号未见）" {
    title = "普洱市县域义务教育优质均衡发展实施方案", issuer = "普洱市", date = "2022-12-21",
  },
  in_force  = "2022-12-21",
  coverage  = "partial", missing = { zh = "只见方案的开头部分", en = "only the opening of the plan was seen" },
  certainty = "single_source",
}

-- Named counties, by year.

target "recognised_2025" {
  name = { zh = "2025年实现优质均衡的县", en = "Counties due in 2025" }, clause = "目标任务",
  counts = verdict "quality_balance", by = "2025-12-31",
  names = { ["530802"] = "思茅区", ["530821"] = "宁洱县", ["530825"] = "镇沅县" },
}

target "recognised_2028" {
  name = { zh = "2028年实现优质均衡的县", en = "Counties due in 2028" }, clause = "目标任务",
  counts = verdict "quality_balance", by = "2028-12-31",
  names = { ["530823"] = "景东县" },
}

target "recognised_2029" {
  name = { zh = "2029年实现优质均衡的县", en = "Counties due in 2029" }, clause = "目标任务",
  counts = verdict "quality_balance", by = "2029-12-31",
  names = { ["530822"] = "墨江县", ["530824"] = "景谷县" },
}

target "recognised_2030" {
  name = { zh = "2030年实现优质均衡的县", en = "Counties due in 2030" }, clause = "目标任务",
  counts = verdict "quality_balance", by = "2030-12-31",
  names = { ["530826"] = "江城县" },
}

target "recognised_2031" {
  name = { zh = "2031年实现优质均衡的县", en = "Counties due in 2031" }, clause = "目标任务",
  counts = verdict "quality_balance", by = "2031-12-31",
  names = { ["530829"] = "西盟县" },
}

target "recognised_2032" {
  name = { zh = "2032年实现优质均衡的县", en = "Counties due in 2032" }, clause = "目标任务",
  counts = verdict "quality_balance", by = "2032-12-31",
  names = { ["530827"] = "孟连县" },
}

target "recognised_2033" {
  name = { zh = "2033年实现优质均衡的县", en = "Counties due in 2033" }, clause = "目标任务",
  counts = verdict "quality_balance", by = "2033-12-31",
  names = { ["530828"] = "澜沧县" },
}

-- Shares at the end of each five-year plan: 30 %, 40 % more, the remaining 30 %.

target "share_2025" {
  name = { zh = "十四五末优质均衡县比例", en = "Share at the end of the 14th five-year plan" }, clause = "目标任务",
  counts = verdict "quality_balance", region = "5308", by = "2025-12-31", ensure = percent(30),
}

target "share_2030" {
  name = { zh = "十五五末优质均衡县比例", en = "Share at the end of the 15th five-year plan" }, clause = "目标任务",
  counts = verdict "quality_balance", region = "5308", by = "2030-12-31", ensure = percent(70),
}

target "share_2035" {
  name = { zh = "十六五末优质均衡县比例", en = "Share at the end of the 16th five-year plan" }, clause = "目标任务",
  counts = verdict "quality_balance", region = "5308", by = "2035-12-31", ensure = percent(100),
}
