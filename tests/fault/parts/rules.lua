-- rules.lua - what a part has to answer: stages, "at least n", a spread, a cell that is waited for.

stages {
  { "primary", name = { zh = "小学", en = "primary" },
    when = school.school_type:is_one_of { "primary_school", "nine_year_school" } },
}
switch "more_teachers" { name = "教师须更多", clause = "一", certainty = "inferred" }
parameter "many" { value = 6, unit = "teacher/(100 student)", clause = "一" }
parameter "few" { value = 5, unit = "teacher/(100 student)", clause = "一" }

section "resources" { name = "资源", clause = "一" }
indicator "teachers_per_100" {
  name = "每百名学生教师数", clause = "一（一）", of = stage, unit = "teacher/(100 student)",
  measure = school.teachers / school.students, at_least = choose(switch "more_teachers", parameter "many", parameter "few"),
}
indicator "equipment_per_student" {
  name = "生均设备值", clause = "一（二）", of = stage, unit = "yuan/student",
  measure = school.equipment_value_wan_yuan / school.students, at_least = 2000,
}
indicator "area_per_student" {
  name = "生均面积", clause = "一（三）", of = stage, unit = "m2/student",
  measure = school.teaching_area_m2 / school.students, at_least = "6.9",
}

section "county" { name = "县", clause = "二" }
requirement "resources_ready" {
  name = "资源达标", clause = "二（一）", of = stage,
  holds = at_least_n { 2, of = section "resources", others_at_least = percent(85) },
}
requirement "schools_ready" {
  name = "每所学校达标", clause = "二（二）", of = county,
  holds = every(county.stages, requirement "resources_ready"),
}
requirement "balance" {
  name = "差异系数", clause = "二（三）", of = county,
  spread = section "resources", weight = school.students, at_most = "0.50",
}
requirement "later" {
  name = "以后才要求", clause = "二（四）", of = county, in_force = "2030-01-01",
  holds = every(county.stages, indicator "area_per_student"),
}
verdict "ready" {
  name = "达标县", clause = "三", of = county,
  holds = all_of { requirement "schools_ready", requirement "balance", requirement "later" },
}
