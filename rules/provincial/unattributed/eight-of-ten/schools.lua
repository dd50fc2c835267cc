-- Primary and junior schools by themselves; no private schools or teaching points, as in the national form (inferred).

stages {
  { "primary", name = { zh = "小学", en = "primary" }, when = school.school_type:is "primary_school" },
  { "junior", name = { zh = "初中", en = "junior" }, when = school.school_type:is "junior_school" },
}

quantity "students" { of = stage, name = { zh = "在校生数", en = "students" },
  value = by_stage { primary = school.primary_students, junior = school.junior_students } }
quantity "largest_class" { of = stage, name = { zh = "最大班额", en = "largest class" },
  value = by_stage { primary = school.primary_largest_class, junior = school.junior_largest_class } }
quantity "teachers" { of = stage, name = { zh = "专任教师数", en = "full-time teachers" },
  value = by_stage { primary = school.primary_full_time_teachers, junior = school.junior_full_time_teachers } }
quantity "higher_degree_teachers" { of = stage, name = { zh = "高一层次学历教师数", en = "teachers above the required degree" },
  value = by_stage {
    primary = school.primary_diploma_teachers + school.primary_bachelor_teachers + school.primary_master_teachers + school.primary_doctor_teachers,
    junior = school.junior_bachelor_teachers + school.junior_master_teachers + school.junior_doctor_teachers,
  } }
quantity "is_judged" { of = stage, name = { zh = "纳入评估", en = "is judged" },
  value = stage.students:above(0) & none_of { school.organiser:is_one_of { "private", "joint_venture" } } }
