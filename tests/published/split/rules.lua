-- rules.lua - the shares of a nine-year, a complete secondary and a twelve-year school, held against
-- the published formulas, exactly: 23226 books are 9711.627… and 13514.373…, not 9711 and 13515.

stages {
  { "primary", name = { zh = "小学", en = "primary" },
    when = school.school_type:is_one_of { "primary_school", "nine_year_school", "twelve_year_school" } },
  { "junior", name = { zh = "初中", en = "junior" },
    when = school.school_type:is_one_of {
      "nine_year_school", "complete_secondary", "twelve_year_school",
    } },
}

quantity "students" {
  of = stage, name = "学生数", clause = "附件二",
  value = by_stage { primary = school.students_primary, junior = school.students_junior },
}

split "shared_facilities" {
  of = school.school_type, clause = "附件二",
  students = {
    primary = school.students_primary, junior = school.students_junior,
    senior = school.students_senior,
  },
  weights = {
    nine_year_school = { primary = 1, junior = "1.1" },
    complete_secondary = { junior = 1, senior = "1.2" },
    twelve_year_school = { primary = 1, junior = "1.1", senior = "1.32" },
  },
}

quantity "books" {
  of = stage, name = "图书册数", clause = "附件二",
  value = share(school.books_total, split "shared_facilities"),
}

section "books" { name = "图书", clause = "附件二" }

indicator "published_split" {
  name = "算例：九年一贯制学校", clause = "附件二", of = stage, unit = "book",
  only_where = school.students_total:equals(376),
  measure = stage.books,
  equals = by_stage {
    primary = number("23226", "book") * 166 / 397,
    junior = number("23226", "book") * 231 / 397,
  },
}

-- A, B and C of the published formulas.
local a, b, c = school.students_primary, school.students_junior, school.students_senior
local nine_year = a + b * number("1.1", "1")
local twelve_year = a + b * number("1.1", "1") + c * number("1.32", "1")

indicator "share_by_formula" {
  name = "按公式拆分", clause = "附件二", of = stage, unit = "book",
  measure = stage.books,
  equals = by_stage {
    primary = choose(
      school.school_type:is "nine_year_school", school.books_total * a / nine_year,
      choose(
        school.school_type:is "twelve_year_school", school.books_total * a / twelve_year,
        school.books_total)),
    junior = choose(
      school.school_type:is "nine_year_school", school.books_total * b * number("1.1", "1") / nine_year,
      choose(
        school.school_type:is "complete_secondary",
        school.books_total * b / (b + c * number("1.2", "1")),
        school.books_total * b * number("1.1", "1") / twelve_year)),
  },
}

-- In a school of two stages each junior student has exactly 1.1 times what a primary student has.
indicator "per_student" {
  name = "生均图书册数", clause = "附件二", of = stage, unit = "book/student",
  only_where = school.school_type:is "nine_year_school",
  measure = stage.books / stage.students,
  equals = by_stage {
    primary = school.books_total / nine_year,
    junior = school.books_total * number("1.1", "1") / nine_year,
  },
}

verdict "outcome" {
  name = "算例", clause = "附件二", of = county, holds = all_of { section "books" },
}
