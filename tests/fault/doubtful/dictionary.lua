-- Two years, a check that fails, a blank that decides: for running out of memory while data are validated.
dictionary "doubtful" { name = "doubtful", version = "1.0.0" }

table_of "counties" {
  name = { zh = "县", en = "counties" }, level = "county", key = "county_code", names = "county_name",
  columns = {
    column "county_code" { name = "县代码", type = "code", required = true, filled = true },
    column "county_name" { name = "县名称", type = "text" },
  },
}

table_of "schools" {
  name = { zh = "学校", en = "schools" }, level = "school", key = "school_code", names = "school_name",
  parent = "counties", by = "county_code", year = "year",
  columns = {
    column "school_code" { name = "学校代码", type = "code", required = true, filled = true },
    column "school_name" { name = "学校名称", type = "text" },
    column "county_code" { name = "县代码", type = "code", required = true, filled = true },
    column "year" { name = "学年", type = "code" },
    column "students" { name = "在校生数", type = "count", unit = "student" },
    column "area_m2" { name = "面积", type = "decimal", unit = "m2" },
    column "is_open" { name = "是否开办", type = "bool" },
  },
}

check "not_too_large" {
  name = { zh = "面积不过大", en = "the area is not too large" }, of = school, severity = "warning",
  holds = school.area_m2:at_most(school.students * number(20, "m2/student")),
}

audit "check" { severity = "error" }
audit "county_code_form" { severity = "off" }

dataset { name = { zh = "存疑", en = "doubtful" }, as_of = "2024-09-01" }
