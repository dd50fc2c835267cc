-- rules.lua - the coefficient is 0.51525662988447637…, weighted by students and of the population.
-- The limits on both sides of it differ in the fifteenth decimal. Unweighted it would be 0.489, as
-- a sample 0.546: both would give other verdicts.

stages { { "primary", name = { zh = "小学", en = "primary" }, when = school.students:at_least(0) } }

quantity "students" { of = stage, name = "学生数", clause = "附件二", value = school.students }

section "books" { name = "图书", clause = "附件二" }

-- The source prints two decimals: half a hundredth on either side.
indicator "books_per_student" {
  name = "生均图书册数", clause = "附件二", of = stage, unit = "book/student",
  measure = school.books / stage.students,
  at_least = school.books_per_student_published - number("0.005", "book/student"),
}

section "county" { name = "县", clause = "附件二" }

indicator "books_per_student_of_all" {
  name = "县域生均图书册数", clause = "附件二", of = county, unit = "book/student",
  measure = sum(county.schools, school.books) / sum(county.schools, school.students),
  equals = number("1913", "book") / number("302", "student"),
}

requirement "limit_above" {
  name = "差异系数，限值略高", clause = "附件二", of = county,
  spread = section "books", weight = stage.students, at_most = "0.515256629884477",
}

requirement "limit_below" {
  name = "差异系数，限值略低", clause = "附件二", of = county,
  spread = section "books", weight = stage.students, at_most = "0.515256629884476",
}

verdict "outcome" {
  name = "算例", clause = "附件二", of = county,
  holds = all_of { requirement "limit_above", indicator "books_per_student_of_all" },
}
