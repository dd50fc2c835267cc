-- Which schools are scored; primary and junior school have standards of their own.
-- A nine-year school is scored in both stages; its shared land and buildings are of the whole school (inferred).

stages {
  { "primary", name = { zh = "小学", en = "primary" }, when = school.school_type:is_one_of { "primary_school", "nine_year_school" } },
  { "junior", name = { zh = "初中", en = "junior" }, when = school.school_type:is_one_of { "junior_school", "nine_year_school" } },
}

quantity "students" { of = stage, name = { zh = "在校生数", en = "students" },
  value = by_stage { primary = school.primary_students, junior = school.junior_students } }

quantity "all_students" { of = school, name = { zh = "义务教育在校生数", en = "students of the school" },
  value = sum(school.stages, stage.students) }

quantity "classes" { of = stage, name = { zh = "班数", en = "classes" },
  value = by_stage { primary = school.primary_classes, junior = school.junior_classes } }

quantity "largest_class" { of = stage, name = { zh = "最大班额", en = "largest class" },
  value = by_stage { primary = school.primary_largest_class, junior = school.junior_largest_class } }

quantity "teachers" { of = stage, name = { zh = "专任教师数", en = "full-time teachers" },
  value = by_stage { primary = school.primary_full_time_teachers, junior = school.junior_full_time_teachers } }

quantity "is_scored" {
  of = stage, name = { zh = "纳入评估", en = "is scored" }, clause = "指标体系", certainty = "inferred",
  note = { zh = "国家申报表的达标评估不含民办学校和教学点，贵州表的范围未见", en = "the national form leaves out private schools and teaching points; Guizhou's own scope was not seen" },
  value = stage.students:above(0) & none_of { school.organiser:is_one_of { "private", "joint_venture" } },
}
