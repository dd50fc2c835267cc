indicator "teachers_per_100" {
  name = { zh = "每百名学生教师数", en = "Teachers per 100 students" },
  clause = "第一条", of = school, unit = "teacher/(100 student)", only_where = school.students:at_least(10),
  measure = school.teachers / school.students,
  at_least = dated { ["2020-01-01"] = 5, ["2025-01-01"] = { "5.5", clause = "第一条（修订）" } },
}

parameter "boarding_size" { value = 800, unit = "student", clause = "第二条" }
parameter "day_size" { value = 1000, unit = "student", clause = "第二条" }

indicator "size" {
  name = { zh = "学校规模", en = "Size of the school" },
  clause = "第二条", of = school, unit = "student",
  measure = school.students,
  at_most = choose(school.is_boarding, parameter "boarding_size", parameter "day_size"),
}

-- No county has more than 100 percent: there is nothing above this bound.
indicator "enrolment" {
  name = { zh = "入学率", en = "Enrolment" },
  clause = "第三条", of = county, unit = "percent",
  measure = county.rate_percent,
  at_least = 100,
}

-- Whole years are never two and a half: "at least" and "more than" are the same here.
indicator "years" {
  name = { zh = "年数", en = "Years" },
  clause = "第四条", of = county, unit = "year",
  measure = county.years,
  at_least = "2.5",
}

verdict "fit" {
  name = { zh = "达到要求", en = "Fit" },
  clause = "第五条", of = county,
  holds = all_of { county.is_planned, indicator "enrolment", indicator "years" },
}
