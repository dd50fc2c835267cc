-- Main campuses only: complete primary schools, junior schools. How through-schools are reckoned was not seen.

stages {
  { "primary", name = { zh = "小学", en = "primary" }, when = school.school_type:is "primary_school" },
  { "junior", name = { zh = "初中", en = "junior" }, when = school.school_type:is "junior_school" },
}

quantity "students" { of = stage, name = { zh = "在校生数", en = "students" },
  value = by_stage { primary = school.primary_students, junior = school.junior_students } }
quantity "classes" { of = stage, name = { zh = "班数", en = "classes" },
  value = by_stage { primary = school.primary_classes, junior = school.junior_classes } }
quantity "largest_class" { of = stage, name = { zh = "最大班额", en = "largest class" },
  value = by_stage { primary = school.primary_largest_class, junior = school.junior_largest_class } }
quantity "teachers" { of = stage, name = { zh = "专任教师数", en = "full-time teachers" },
  value = by_stage { primary = school.primary_full_time_teachers, junior = school.junior_full_time_teachers } }

quantity "is_judged" {
  of = stage, name = { zh = "纳入统计的主校", en = "main campus that is judged" }, clause = "填表说明（范围）",
  value = stage.students:above(0) & school.is_counted_as_school,
}
