-- A dictionary of two tables, for the pack beside it.

table_of "counties" {
  name = { zh = "县", en = "counties" }, level = "county", key = "code",
  columns = {
    column "code" { name = "县代码", type = "code" },
    column "rate_percent" { name = "入学率", type = "decimal", scale = 2, unit = "percent", min = 0, max = 100 },
    column "years" { name = "年数", type = "count", unit = "year", min = 0 },
    column "is_planned" { name = "已规划", type = "bool" },
  },
}

table_of "schools" {
  name = { zh = "学校", en = "schools" }, level = "school", key = "id", parent = "counties", by = "county",
  columns = {
    column "id" { name = "学校代码", type = "code" },
    column "county" { name = "县代码", type = "code" },
    column "is_boarding" { name = "寄宿", type = "bool" },
    column "students" { name = "学生数", type = "count", unit = "student", min = 0 },
    column "teachers" { name = "教师数", type = "count", unit = "teacher", min = 0 },
  },
}
