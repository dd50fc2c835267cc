-- Which schools are assessed. A through-school is computed stage by stage and gets nothing off for what it shares.

stages {
  { "primary", name = { zh = "小学", en = "primary" },
    when = school.school_type:is_one_of { "primary_school", "nine_year_school", "twelve_year_school" } },
  { "junior", name = { zh = "初中", en = "junior" },
    when = school.school_type:is_one_of { "junior_school", "nine_year_school", "complete_secondary", "twelve_year_school" } },
}

quantity "students" { of = stage, name = { zh = "在校生数", en = "students" },
  value = by_stage { primary = school.primary_students, junior = school.junior_students } }

quantity "classes" { of = stage, name = { zh = "班数", en = "classes" },
  value = by_stage { primary = school.primary_classes, junior = school.junior_classes } }

quantity "all_students" { of = school, name = { zh = "义务教育在校生数", en = "students of the school" },
  value = sum(school.stages, stage.students) }

quantity "is_assessed" {
  of = school, name = { zh = "纳入评估", en = "is assessed" }, clause = "评估细则", certainty = "inferred",
  note = { zh = "有义务教育学段的学校，教学点除外（推断）", en = "schools with a compulsory stage, teaching points not (inferred)" },
  value = school.school_type:is_one_of {
    "primary_school", "nine_year_school", "twelve_year_school", "junior_school", "complete_secondary",
  } & school.all_students:above(0),
}
