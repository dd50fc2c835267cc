-- One verdict for each school, and all of them by the end of 2015.

section "schools" { name = { zh = "学校达标", en = "Schools" }, clause = "建设标准", only_where = school.school_type:is_not "senior_school" }

grade "canteen_credit" {
  name = { zh = "食堂信誉等级B级以上", en = "Food credit of the canteen, B or better" }, clause = "建设标准（食堂）", of = school, only_where = school.has_canteen,
  values = {
    { "a", name = { zh = "A级", en = "A" }, when = school.canteen_credit:is "a" },
    { "b", name = { zh = "B级", en = "B" }, when = school.canteen_credit:is "b" },
    { "c", name = { zh = "B级以下", en = "below B" } },
  },
  at_least = "b",
}
grade "supplier_credit" {
  name = { zh = "配餐单位信誉等级A级", en = "Food credit of the supplier, A" }, clause = "建设标准（食堂）", of = school, only_where = school.has_meal_supplier,
  values = { { "a", name = { zh = "A级", en = "A" }, when = school.supplier_credit:is "a" }, { "below", name = { zh = "A级以下", en = "below A" } } },
  at_least = "a",
}

indicator "modern_standard" {
  name = { zh = "达到现代化建设标准（验收结果）", en = "Meets the standard of modern schools, as judged" }, clause = "建设标准", of = school,
  holds = school.is_modern_2015_met, evidence = school.modern_2015_evidence,
}

requirement "modern_school" {
  name = { zh = "现代化达标学校", en = "Modern school" }, clause = "建设标准", of = school,
  holds = all_of { indicator "modern_standard", grade "canteen_credit", grade "supplier_credit" },
}

target "schools_2015" {
  name = { zh = "2015年底所有学校达到现代化建设标准", en = "All schools are modern, end of 2015" }, clause = "建设标准",
  counts = requirement "modern_school", region = "12", by = "2015-12-31", ensure = percent(100),
}

section "county" { name = { zh = "区县达标", en = "Districts" }, clause = "建设标准" }

verdict "all_modern" {
  name = { zh = "所有学校达到现代化建设标准", en = "All schools are modern" }, clause = "建设标准", of = county, in_force = "2015-12-31",
  holds = every(county.schools, requirement "modern_school", school.school_type:is_not "senior_school"),
}
