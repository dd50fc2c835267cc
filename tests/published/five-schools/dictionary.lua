-- dictionary.lua - data/published/five-schools.csv as it stands: no codes, no county.

dictionary "five-schools" { name = { zh = "五所小学", en = "five primary schools" }, version = "1.0.0" }

table_of "counties" {
  name = "县", level = "county", key = "county",
  derived = { from = "schools" },
  columns = { column "county" { name = "县", type = "text" } },
}

table_of "schools" {
  name = "学校", level = "school", key = "school_name", parent = "counties", by = "county",
  columns = {
    column "school_name" { name = "学校名称", type = "text", required = true, filled = true },
    column "county" { name = "县", type = "text", required = true, filled = true },
    column "students" { name = "学生数", type = "count", unit = "student", required = true },
    column "books" { name = "图书册数", type = "count", unit = "book", required = true },
    column "books_per_student_published" {
      name = "生均图书册数", type = "decimal", unit = "book/student", scale = 2,
    },
  },
}

source "five-schools.csv" { table = "schools", set = { county = "example" } }
