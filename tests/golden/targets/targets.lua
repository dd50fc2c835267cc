-- Targets of a made-up plan over the sample: an article file that is added to a copy of the national pack.

local plan = document "样政〔2023〕8号" { title = "样例省推进计划", date = "2023-03-01" }

target "province_2024" {
  name = { zh = "全省达标县比例（2024年）", en = "Counties of the province by 2024" },
  clause = "二（一）", document = plan, counts = verdict "quality_balance", region = "990000", by = "2024-06-30",
  ensure = dated { ["2023-03-01"] = { percent(20), clause = "二（一）" } },
  strive = dated { ["2023-03-01"] = { percent(25), clause = "二（一）" } },
}

-- Two of five counties: exactly 40 %.
target "first_prefecture" {
  name = { zh = "甲州市达标县比例", en = "First prefecture" },
  clause = "二（二）", document = plan, counts = verdict "quality_balance", region = "990100", by = "2024-09-01",
  ensure = percent(40), strive = percent("40.01"),
}

target "province_2035" {
  name = { zh = "全省全部达标（2035年）", en = "All counties by 2035" },
  clause = "二（三）", document = plan, counts = verdict "quality_balance", region = "99", by = "2035-12-31",
  ensure = percent(100),
}

target "named_2024" {
  name = { zh = "首批县", en = "First counties" },
  clause = "附表", document = plan, certainty = "single_source", counts = verdict "quality_balance", by = "2024-08-31",
  names = { ["990205"] = "乙五县", ["990104"] = "甲四县", ["990102"] = "甲二县" },
}

target "large_primary_schools" {
  name = { zh = "六百人以上小学班额", en = "Class size in primary stages of 600 and more" },
  clause = "三", document = plan, counts = indicator "class_size", by = "2024-09-01",
  only_where = stage.students:at_least(600), ensure = percent(98), strive = percent(100),
}

target "some_year" {
  name = { zh = "县比例（年份不详）", en = "Counties, year not known" },
  clause = "四", document = plan, certainty = "unverified", counts = verdict "quality_balance", by_unknown = true,
  ensure = percent(10),
}
