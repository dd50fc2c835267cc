-- tables.lua - what stands in the school tables of stats.moe.gov.tw, school years 101 to 103. "-" means that
-- there is no figure: none, or counted with another school.

dictionary "school-tables-101-103" {
  name = { zh = "国中小校别资料（101–103 学年度）", en = "School tables, school years 101 to 103" },
  version = "1.0.0",
}

-- A number as these files write it: thousands are grouped in quotation marks.
local function figure(id, name, unit, also)
  return column(id) {
    name = name, also = also, type = "count", unit = unit, grouping = true, missing = { "-" },
  }
end

local columns = {
  column "stage" {
    name = { zh = "学段", en = "stage" }, type = "choice", filled = true,
    choices = {
      { "primary", name = { zh = "國小", en = "primary" } },
      { "junior", name = { zh = "國中", en = "junior secondary" } },
    },
    note = "每个文件一个学段；文件中没有这一列",
  },
  column "school_year" { name = "學年度", type = "code", filled = true },
  column "county_code" { name = "縣市代碼", type = "code" },
  column "county_name" { name = "縣市名稱", type = "text", required = true, filled = true },
  column "school_code" { name = "學校代碼", type = "code", required = true, filled = true },
  column "school_name" { name = "學校名稱", type = "text", required = true },
  figure("classes", "班級數", "class"),
  figure("students", "學生數", "student"),
  figure("male_students", "男學生", "student"),
  figure("female_students", "女學生", "student"),
  figure("graduates", "畢業生", "student", { "上學年畢業生" }),
  figure("male_graduates", "男畢業生", "student", { "上學年男畢業生" }),
  figure("female_graduates", "女畢業生", "student", { "上學年女畢業生" }),
  figure("male_teachers", "男專任教師", "teacher"),
  figure("female_teachers", "女專任教師", "teacher"),
  figure("male_staff", "男職員", "person"),
  figure("female_staff", "女職員", "person"),
}
for grade = 1, 9 do
  local head = grade .. "年級"
  columns[#columns + 1] = figure("classes_grade_" .. grade, head, "class")
  columns[#columns + 1] = figure("male_students_grade_" .. grade, head .. "男", "student")
  columns[#columns + 1] = figure("female_students_grade_" .. grade, head .. "女", "student")
end

-- Three cities were merged with the counties around them, and their schools kept two codes: the
-- name, not the code, tells the 22 counties and cities apart.
table_of "counties" {
  name = { zh = "縣市", en = "counties and cities" }, level = "county", key = "county_name",
  derived = { from = "schools" },
  columns = {
    column "county_name" { name = "縣市名稱", type = "text" },
  },
}

-- An affiliated department (附設…) stands in both stages under codes of its own; the same code may
-- also stand in both stages, so that the stage is part of the key.
table_of "schools" {
  name = { zh = "學校", en = "schools" }, level = "school",
  key = "school_code", names = "school_name",
  parent = "counties", by = "county_name",
  year = "school_year", stage = "stage",
  columns = columns,
}

check "students_by_sex" {
  name = { zh = "学生数等于男、女学生之和", en = "students are boys and girls together" },
  of = school, severity = "error",
  holds = school.students:equals(school.male_students + school.female_students),
}

check "primary_classes_by_grade" {
  name = { zh = "小学班级数等于各年级之和", en = "primary classes are those of the grades together" },
  of = school, severity = "error",
  holds = school.classes:equals(
    school.classes_grade_1 + school.classes_grade_2 + school.classes_grade_3
      + school.classes_grade_4 + school.classes_grade_5 + school.classes_grade_6),
}
