-- A pack that another one uses (tests/language/uses): its names are as common as they can be.

pack "language/used" {
  name = { zh = "被引用的标准", en = "A standard that is used" }, version = "1.0.0", dictionary = "national",
  document = document "used" { title = "Standard" }, in_force = "2015-01-01", coverage = "complete",
}

stages {
  { "primary", name = { zh = "小", en = "little" }, when = school.school_type:is_one_of { "primary_school", "nine_year_school" } },
  { "junior", name = { zh = "初", en = "middle" }, when = school.school_type:is_one_of { "junior_school", "nine_year_school" } },
}

quantity "students" { of = stage, name = "students",
  value = by_stage { primary = school.primary_students, junior = school.junior_students } }
quantity "all_students" { of = school, name = "students", value = school.primary_students + school.junior_students }
parameter "most" { value = 40, clause = "art. 1", unit = "student" }
switch "strictly" { name = "Read strictly", clause = "note" }
split "shared" { of = school.school_type, clause = "note", students = { primary = school.primary_students, junior = school.junior_students },
  weights = { nine_year_school = { primary = 1, junior = 2 } } }

indicator "around" { name = "What is around", clause = "art. 8", of = school, only_where = county.county_code:is_one_of { "9901*" },
  holds = county.is_layout_planned & (count(county.schools, { is_boarding = true }):at_least(2)) }
indicator "around_stage" { name = "What is around", clause = "art. 8", of = stage,
  holds = all_of { county.county_code:is "990101", school.school_code:is "9", county.is_layout_planned } }

section "conditions" { name = "Conditions", clause = "1" }

indicator "size" { name = "Students", clause = "art. 1", of = stage, measure = stage.students, unit = "student", at_most = parameter "most" }
indicator "whole" { name = "All students", clause = "art. 2", of = school, measure = school.all_students, unit = "student", at_most = 70 }
indicator "small" { name = "Not too large", clause = "art. 3", of = school, holds = school.all_students:at_most(65) }
requirement "similar" { name = "Alike", clause = "art. 4", of = county, spread = { stage.students }, weight = stage.students,
  at_most = { primary = "0.5", junior = "0.5" } }
requirement "conditions_met" { name = "Conditions", clause = "art. 5", of = school,
  holds = all_of { every(school.stages, indicator "size"), indicator "whole", indicator "small" } }
scheme "points" { name = "Points", clause = "art. 6", of = school, total = 10, at_least = 6, unseen = 1, items = {
  item "one" { name = "One", points = 6, holds = indicator "whole" },
  item "two" { name = "Two", points = 3, holds = indicator "small" },
} }
target "by_2020" { name = "Half of the schools", clause = "art. 7", counts = requirement "conditions_met", by = "2020-12-31", ensure = percent(50) }
verdict "passed" { name = "Passed", clause = "1", of = county, holds = all_of { section "conditions" } }
