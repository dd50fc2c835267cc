-- Nujiang names its counties, each with the year by which it is to be recognised.

overlay "local/533300-nujiang/quality-balance" {
  on       = "provincial/530000-yunnan/quality-balance",
  region   = "5333",
  name     = { zh = "怒江州义务教育优质均衡发展", en = "Nujiang: quality-balanced compulsory education" },
  document = document "怒江州实施方案（2022年10月10日，文号未见）" {
    title = "怒江州义务教育优质均衡发展实施方案", issuer = "怒江傈僳族自治州", date = "2022-10-10",
  },
  in_force  = "2022-10-10",
  coverage  = "partial", missing = { zh = "只见方案的开头部分", en = "only the opening of the plan was seen" },
  certainty = "single_source",
}

target "recognised_2032" {
  name = { zh = "2032年实现优质均衡的县", en = "Counties due in 2032" }, clause = "目标任务",
  counts = verdict "quality_balance", by = "2032-12-31",
  names = { ["533324"] = "贡山县", ["533325"] = "兰坪县" },
}
target "recognised_2033" {
  name = { zh = "2033年实现优质均衡的县", en = "Counties due in 2033" }, clause = "目标任务",
  counts = verdict "quality_balance", by = "2033-12-31",
  names = { ["533301"] = "泸水市" },
}
target "recognised_2034" {
  name = { zh = "2034年实现优质均衡的县", en = "Counties due in 2034" }, clause = "目标任务",
  counts = verdict "quality_balance", by = "2034-12-31",
  names = { ["533323"] = "福贡县" },
}
target "all_2034" {
  name = { zh = "2034年全州实现优质均衡", en = "The whole prefecture, 2034" }, clause = "目标任务",
  counts = verdict "quality_balance", region = "5333", by = "2034-12-31", ensure = percent(100),
}
