-- Schools of a town, kept in a workbook.
dictionary "town-schools" { name = "Schools of a town", version = "1.0.0" }

dataset { name = "Schools of a county", as_of = "2024-09-01" }

-- No table of counties: they are the codes that occur in the table of schools.
table_of "counties" {
  name = "counties", level = "county", key = "county_code", names = "county_name",
  derived = { from = "schools", names = "county_name" },
  columns = {
    column "county_code" { name = "县代码", type = "code" },
    column "county_name" { name = "县名称", type = "text" },
  },
}

table_of "schools" {
  name = "schools", level = "school", key = "school_code", names = "school_name",
  parent = "counties", by = "county_code",       -- to which table a row belongs, by which column
  year = "school_year",                          -- the column of the year
  columns = {
    column "school_code" { name = "学校代码", type = "code", required = true, filled = true },
    column "school_name" { name = "学校名称", type = "text", required = true },
    column "county_code" { name = "县代码", type = "code", required = true, filled = true },
    column "county_name" { name = "县名称", type = "text" },
    column "school_year" { name = "学年", type = "code" },
    column "school_type" { name = "类型", type = "choice", choices = {
      { "primary_school", name = { zh = "小学", en = "primary school" }, also = { "完全小学" } },
      { "junior_school", name = { zh = "初中", en = "junior school" } },
    } },
    column "students" { name = "在校生数", also = { "学生数" }, type = "count", unit = "student", max = 20000,
      grouping = true, missing = { "-" } },
    column "teachers" { name = "教师数", type = "count", unit = "teacher", missing = { "-" } },
    column "equipment_wan_yuan" { name = "设备值（万元）", type = "decimal", unit = "wan_yuan", scale = 4 },
  },
}

source "schools.xlsx" {
  table = "schools",
  set = { school_year = "2024" },
}
