-- rules.lua - a number and a requirement, each with a switch, for targets to count.

stages {
  { "primary", name = { zh = "小学", en = "primary" },
    when = school.school_type:is_one_of { "primary_school", "nine_year_school" } },
}
switch "more_teachers" { name = "教师须更多", clause = "一", certainty = "inferred" }
switch "any_county" { name = "县不必达标", clause = "二", certainty = "unverified", note = "口头答复" }

parameter "many" { value = "13.4", unit = "teacher/(100 student)", clause = "一" }
parameter "few" { value = 5, unit = "teacher/(100 student)", clause = "一" }
section "resources" { name = "资源", clause = "一" }
indicator "teachers_per_100" {
  name = "每百名学生教师数", clause = "一", of = stage, unit = "teacher/(100 student)",
  measure = school.teachers / school.students, at_least = choose(switch "more_teachers", parameter "many", parameter "few"),
}

section "county" { name = "县", clause = "二" }
requirement "schools_ready" {
  name = "每所学校达标", clause = "二", of = county,
  holds = any_of { switch "any_county", every(county.stages, all_of { section "resources" }) },
}
verdict "ready" { name = "达标县", clause = "二", of = county, holds = all_of { requirement "schools_ready" } }
