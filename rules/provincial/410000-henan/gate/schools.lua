-- Which schools are scored. Primary and junior school have standards of their own.
--
-- Form and standards speak of primary and junior schools. A nine-year school is scored in both stages, its
-- land and buildings per student of the whole school (inferred: how the form treats them was not seen).

stages {
  { "primary", name = { zh = "小学", en = "primary" }, when = school.school_type:is_one_of { "primary_school", "nine_year_school" } },
  { "junior", name = { zh = "初中", en = "junior" }, when = school.school_type:is_one_of { "junior_school", "nine_year_school" } },
}

quantity "students" { of = stage, name = { zh = "在校生数", en = "students" },
  value = by_stage { primary = school.primary_students, junior = school.junior_students } }

quantity "all_students" { of = school, name = { zh = "义务教育在校生数", en = "students of the school" },
  value = sum(school.stages, stage.students) }

quantity "largest_class" { of = stage, name = { zh = "最大班额", en = "largest class" },
  value = by_stage { primary = school.primary_largest_class, junior = school.junior_largest_class } }

quantity "tracks" { of = stage, name = { zh = "轨数", en = "parallel classes" },
  value = by_stage { primary = school.primary_tracks, junior = school.junior_tracks } }

quantity "is_scored" {
  of = stage, name = { zh = "纳入评估", en = "is scored" }, clause = "评估表", certainty = "inferred",
  note = { zh = "国家申报表的达标评估不含民办学校和教学点，河南表的范围未见", en = "the national form leaves out private schools and teaching points; Henan's own scope was not seen" },
  value = stage.students:above(0) & none_of { school.organiser:is_one_of { "private", "joint_venture" } },
}
