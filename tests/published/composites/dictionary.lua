-- dictionary.lua - data/published/composites.csv: a row for each district and stage.

dictionary "composites" { name = { zh = "已公布差异系数", en = "published coefficients" }, version = "1.0.0" }

local function coefficient(id, name)
  return column(id) { name = name, type = "decimal", scale = 3, required = true, filled = true }
end

table_of "counties" {
  name = "县", level = "county", key = "county",
  derived = { from = "entries" },
  columns = { column "county" { name = "县", type = "text" } },
}

table_of "entries" {
  name = "已公布结果", level = "entry", parent = "counties", by = "county",
  columns = {
    column "county" { name = "县", type = "text", required = true, filled = true },
    column "stage" {
      name = "学段", type = "choice", required = true, filled = true,
      choices = { { "primary", name = "小学" }, { "junior", name = "初中" } },
    },
    coefficient("teaching_area", "生均教学及辅助用房面积"),
    coefficient("sports_area", "生均体育运动场馆面积"),
    coefficient("equipment", "生均教学仪器设备值"),
    coefficient("computers", "每百名学生拥有计算机台数"),
    coefficient("books", "生均图书册数"),
    coefficient("teacher_student_ratio", "师生比"),
    coefficient("above_required_education_teachers", "生均高于规定学历教师数"),
    coefficient("mid_or_higher_title_teachers", "生均中级及以上专业技术职务教师数"),
    coefficient("composite", "综合差异系数"),
  },
}

source "composites.csv" { table = "entries" }
