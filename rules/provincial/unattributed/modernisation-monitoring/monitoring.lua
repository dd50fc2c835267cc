-- The thresholds, of all schools of the county together. That a share of the classes is the county's is inferred.

section "monitoring" { name = { zh = "监测阈值", en = "Thresholds" }, clause = "监测阈值" }

indicator "primary_students_per_teacher" {
  name = { zh = "小学生师比", en = "Students per teacher, primary" }, clause = "生师比", of = county, unit = "student/teacher",
  only_where = county.primary_students:above(0),
  measure = county.primary_students / county.primary_teachers, at_most = 17,
}
indicator "primary_bachelor" {
  name = { zh = "小学教师本科及以上比例", en = "Teachers with a bachelor's degree or more, primary" }, clause = "教师学历", of = county, unit = "percent",
  only_where = county.primary_students:above(0),
  measure = sum(county.schools, school.primary_bachelor_teachers + school.primary_master_teachers + school.primary_doctor_teachers, school.has_primary)
    / county.primary_teachers,
  at_least = 90,
}
indicator "primary_small_classes" {
  name = { zh = "小学班额40人及以下的班级比例", en = "Classes of 40 or fewer, primary" }, clause = "班额", of = county, unit = "percent",
  only_where = county.primary_students:above(0),
  measure = sum(county.schools, school.primary_small_classes, school.has_primary) / sum(county.schools, school.primary_classes, school.has_primary),
  at_least = 90,
}
indicator "primary_titled" {
  name = { zh = "小学每百名学生中高级职称教师数", en = "Teachers with a title per 100 students, primary" }, clause = "教师职称", of = county,
  unit = "teacher/(100 student)", only_where = county.primary_students:above(0),
  measure = sum(county.schools, school.primary_titled_teachers, school.has_primary) / county.primary_students, at_least = 4,
}

indicator "junior_students_per_teacher" {
  name = { zh = "初中生师比", en = "Students per teacher, junior" }, clause = "生师比", of = county, unit = "student/teacher",
  only_where = county.junior_students:above(0),
  measure = county.junior_students / county.junior_teachers, at_most = "13.5",
}
indicator "junior_bachelor" {
  name = { zh = "初中教师本科及以上比例", en = "Teachers with a bachelor's degree or more, junior" }, clause = "教师学历", of = county, unit = "percent",
  only_where = county.junior_students:above(0),
  measure = sum(county.schools, school.junior_bachelor_teachers + school.junior_master_teachers + school.junior_doctor_teachers, school.has_junior)
    / county.junior_teachers,
  at_least = 90,
}
indicator "junior_small_classes" {
  name = { zh = "初中班额45人及以下的班级比例", en = "Classes of 45 or fewer, junior" }, clause = "班额", of = county, unit = "percent",
  only_where = county.junior_students:above(0),
  measure = sum(county.schools, school.junior_small_classes, school.has_junior) / sum(county.schools, school.junior_classes, school.has_junior),
  at_least = 90,
}
indicator "junior_titled" {
  name = { zh = "初中每百名学生中高级职称教师数", en = "Teachers with a title per 100 students, junior" }, clause = "教师职称", of = county,
  unit = "teacher/(100 student)", only_where = county.junior_students:above(0),
  measure = sum(county.schools, school.junior_titled_teachers, school.has_junior) / county.junior_students, at_least = 6,
}

-- Books belong to the school; of through-schools it was not seen how they are shared.
indicator "primary_books" {
  name = { zh = "小学生均图书", en = "Books per student, primary schools" }, clause = "图书", of = school, unit = "book/student",
  only_where = school.school_type:is "primary_school" & school.primary_students:above(0),
  measure = school.books / school.primary_students, at_least = 30,
}
indicator "junior_books" {
  name = { zh = "初中生均图书", en = "Books per student, junior schools" }, clause = "图书", of = school, unit = "book/student",
  only_where = school.school_type:is "junior_school" & school.junior_students:above(0),
  measure = school.books / school.junior_students, at_least = 40,
}

verdict "modernisation" {
  name = { zh = "现代化监测（所见部分）", en = "Monitoring of modernisation, what was seen" }, clause = "监测阈值", of = county,
  holds = all_of { section "monitoring" },
}
