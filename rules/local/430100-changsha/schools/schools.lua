-- Schools by the one standard, teaching points by their own; then the shares.

section "schools" { name = { zh = "学校达标", en = "Schools" }, clause = "建设目标" }

indicator "school_standard" {
  name = { zh = "小学、初中、九年一贯制学校基本达标", en = "A primary, junior or nine-year school practically meets the standard" }, clause = "建设目标",
  of = school, only_where = school.school_type:is_one_of { "primary_school", "junior_school", "nine_year_school" },
  holds = school.is_hunan_standard_met, evidence = school.standard_evidence,
}
indicator "point_standard" {
  name = { zh = "教学点达标", en = "A teaching point meets its own standard" }, clause = "建设目标",
  of = school, only_where = school.school_type:is "teaching_point",
  holds = school.is_point_standard_met, evidence = school.standard_evidence,
}

target "schools_2018" {
  name = { zh = "2018年90%以上学校基本达标", en = "90 % of the schools by 2018" }, clause = "2018年目标",
  counts = indicator "school_standard", region = "4301", by = "2018-12-31", ensure = percent(90),
}
target "points_2018" {
  name = { zh = "2018年所有教学点达标", en = "All teaching points by 2018" }, clause = "2018年目标",
  counts = indicator "point_standard", region = "4301", by = "2018-12-31", ensure = percent(100),
}
target "schools_2020" {
  name = { zh = "2020年98%以上学校达标", en = "98 % of the schools by 2020" }, clause = "2020年目标",
  counts = indicator "school_standard", region = "4301", by = "2020-12-31", ensure = percent(98),
}

-- The shares are the city's; here each county is held against them from the day on which they are due (inferred).
section "county" { name = { zh = "县（市、区）达标", en = "Counties" }, clause = "建设目标", certainty = "inferred" }

local of_city = { zh = "目标为全市比例，逐县适用系推断", en = "the share is one of the whole city; that each county is held against it is inferred" }

indicator "school_share" {
  name = { zh = "学校达标比例", en = "Schools that meet the standard" }, clause = "建设目标", of = county, unit = "percent", in_force = "2018-12-31",
  only_where = some(county.schools, school.school_type:is_one_of { "primary_school", "junior_school", "nine_year_school" }),
  measure = share_of(county.schools, indicator "school_standard", { school_type = { "primary_school", "junior_school", "nine_year_school" } }),
  at_least = dated { ["2018-12-31"] = { 90, clause = "2018年目标" }, ["2020-12-31"] = { 98, clause = "2020年目标" } }, note = of_city,
}
indicator "point_share" {
  name = { zh = "教学点达标比例", en = "Teaching points that meet their standard" }, clause = "2018年目标", of = county, unit = "percent", in_force = "2018-12-31",
  only_where = some(county.schools, school.school_type:is "teaching_point"),
  measure = share_of(county.schools, indicator "point_standard", { school_type = "teaching_point" }), at_least = 100, note = of_city,
}

verdict "standard_schools" {
  name = { zh = "学校和教学点达标比例", en = "Shares of schools and teaching points" }, clause = "建设目标", of = county, certainty = "inferred",
  holds = all_of { indicator "school_share", indicator "point_share" }, note = of_city,
}
