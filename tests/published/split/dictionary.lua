-- dictionary.lua - split-nine-year-school.csv as published, and made-up schools of the other types.

dictionary "split" { name = { zh = "多学段学校", en = "schools of several stages" }, version = "1.0.0" }

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
    column "school_type" {
      name = "学校类型", type = "choice", required = true, filled = true,
      choices = {
        { "primary_school", name = "小学" },
        { "nine_year_school", name = "九年一贯制学校" },
        { "complete_secondary", name = "完全中学" },
        { "twelve_year_school", name = "十二年一贯制学校" },
      },
    },
    column "students_total" { name = "学生数", type = "count", unit = "student" },
    column "students_primary" { name = "小学学生数", type = "count", unit = "student" },
    column "students_junior" { name = "初中学生数", type = "count", unit = "student" },
    column "students_senior" { name = "高中学生数", type = "count", unit = "student" },
    column "books_total" { name = "图书册数", type = "count", unit = "book", required = true },
  },
}

source "split-nine-year-school.csv" { table = "schools", set = { county = "example" } }
