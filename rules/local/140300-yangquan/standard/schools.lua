-- Primary and junior schools; how through-schools share buildings was not seen, their shares go by students (inferred).

stages {
  { "primary", name = { zh = "小学", en = "primary" }, when = school.school_type:is_one_of { "primary_school", "nine_year_school" } },
  { "junior", name = { zh = "初中", en = "junior" }, when = school.school_type:is_one_of { "junior_school", "nine_year_school" } },
}

quantity "students" { of = stage, name = { zh = "在校生数", en = "students" },
  value = by_stage { primary = school.primary_students, junior = school.junior_students } }
quantity "tracks" { of = stage, name = { zh = "轨数", en = "parallel classes of a year" },
  value = by_stage { primary = school.primary_tracks, junior = school.junior_tracks } }
quantity "all_students" { of = school, name = { zh = "义务教育在校生数", en = "students of the school" },
  value = sum(school.stages, stage.students) }
