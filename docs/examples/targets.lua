-- 30 % of the counties by the end of 2025, 40 % if possible; and two that are named. 到2025年底确保30%的县达标、争取40%。
overlay "990000-sample/targets-2025" {
  on = "national/quality-balance-2017",
  name = { zh = "样例省优质均衡规划", en = "Plan of Sample Province" },
  document = document "样政〔2023〕1号" { title = "优质均衡规划" },
  in_force = "2024-01-01",
  region = "99",
}

target "by_2025" {
  name = { zh = "2025年优质均衡县", en = "Counties of 2025" }, clause = "第一条",
  counts = verdict "quality_balance", by = "2025-12-31", ensure = percent(30), strive = percent(40),
}

target "named" {
  name = { zh = "规划列名各县", en = "Counties named" }, clause = "第二条",
  counts = verdict "quality_balance", by = "2025-12-31", names = { ["990101"] = "甲一县", ["990103"] = "甲三区" },
}
