stages { { "taught", name = { zh = "开办", en = "open" }, when = school.is_open } }

indicator "area_per_student" {
  name = { zh = "生均面积", en = "area per student" }, of = stage, clause = "一", unit = "m2/student",
  measure = school.area_m2 / school.students,
  at_least = 5,
}

verdict "passes" {
  name = { zh = "总判定", en = "verdict" }, of = county, clause = "二",
  holds = every(county.stages, indicator "area_per_student"),
}
