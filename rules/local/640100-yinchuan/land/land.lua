-- The table: of the whole school, by classes. Non-complete primary schools have 4 classes, complete ones 6 to 24.

section "land" { name = { zh = "学校用地", en = "Land" }, clause = "用地表" }

parameter "incomplete_primary" { value = 2233, unit = "m2", clause = "用地表（4班）" }
indicator "land_area" {
  name = { zh = "小学用地面积（全校）", en = "Land of a primary school, whole" }, clause = "用地表", of = school, unit = "m2", certainty = "unverified",
  only_where = school.school_type:is "primary_school" & school.primary_classes:above(0),
  measure = school.site_area_m2,
  at_least = choose(school.is_complete_primary,
    steps(school.primary_classes, { { up_to = 6, 3183 }, { up_to = 12, 6021 }, { up_to = 18, 7814 }, { 10093 } }), parameter "incomplete_primary"),
  note = { zh = "“6班、12班……”按不超过该班数计，24班以上仍用最后一档（推断）",
    en = "\"6 classes, 12 classes\" is taken as up to so many; above 24 the last figure stays (inferred)" },
}

verdict "land" {
  name = { zh = "所有小学用地达标", en = "All primary schools have the land" }, clause = "用地表", of = county, certainty = "unverified",
  holds = all_of { indicator "land_area" },
}
