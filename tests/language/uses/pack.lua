-- A pack that uses another one under a name; both call things alike (tests/language/used).

pack "language/uses" {
  name = { zh = "引用他人的标准", en = "A standard that uses another" }, version = "1.0.0", dictionary = "national",
  document = document "uses" { title = "Own standard" }, in_force = "2016-01-01", coverage = "complete",
  uses = { gate = "language/used" },
}

stages {
  { "primary", name = { zh = "小学", en = "primary" }, when = school.school_type:is_one_of { "primary_school", "nine_year_school" } },
  { "junior", name = { zh = "初中", en = "junior" }, when = school.school_type:is_one_of { "junior_school", "nine_year_school" } },
}

quantity "students" { of = stage, name = "students, doubled",
  value = by_stage { primary = school.primary_students * 2, junior = school.junior_students * 2 } }
quantity "all_students" { of = school, name = "students", value = school.primary_students }
parameter "most" { value = 60, clause = "art. 1", unit = "student" }

section "conditions" { name = "Conditions", clause = "1" }

indicator "size" { name = "Students", clause = "art. 1", of = stage, measure = stage.students, unit = "student", at_most = parameter "most" }
indicator "small" { name = "Not too large", clause = "art. 2", of = school, holds = school.all_students:at_most(50) }
requirement "both" { name = "Both standards", clause = "art. 3", of = school,
  holds = all_of { indicator "small", requirement "gate.conditions_met", scheme "gate.points" } }
verdict "passed" { name = "Passed", clause = "1", of = county, holds = all_of { section "conditions", verdict "gate.passed" } }
