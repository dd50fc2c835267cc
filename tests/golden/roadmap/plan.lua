-- A roadmap for the sample: shares by two days, and counties by name.
overlay "990000-sample/roadmap" {
  on = "national/quality-balance-2017",
  name = { zh = "样例省优质均衡路线图", en = "Roadmap of Sample Province" },
  document = document "样政〔2021〕3号" { title = "优质均衡路线图" },
  in_force = "2022-01-01",
  region = "99",
}

target "share_2023" {
  name = { zh = "2023年优质均衡县比例", en = "Share in 2023" }, clause = "二（一）",
  counts = verdict "quality_balance", by = "2023-08-31", ensure = percent(10), strive = percent(20),
}
target "share_2024" {
  name = { zh = "2024年优质均衡县比例", en = "Share in 2024" }, clause = "二（二）",
  counts = verdict "quality_balance", by = "2024-08-31", ensure = percent("23.05"), strive = percent(30),
}
target "first" {
  name = { zh = "首批县", en = "First counties" }, clause = "附表",
  counts = verdict "quality_balance", by = "2023-08-31", names = { ["990101"] = "甲一县", ["990104"] = "甲四县", ["990202"] = "乙二县" },
}
target "second" {
  name = { zh = "第二批县", en = "Second counties" }, clause = "附表",
  counts = verdict "quality_balance", by = "2025-08-31", names = { ["990103"] = "甲三区", ["990201"] = "乙一县", ["990205"] = "乙五县" },
}
target "large_stages" {
  name = { zh = "六百人以上学段班额", en = "Class size in stages of 600" }, clause = "三",
  counts = indicator "class_size", only_where = stage.students:at_least(600), by = "2024-08-31", ensure = percent(98),
}
