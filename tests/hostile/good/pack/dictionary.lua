-- dictionary.lua - counties, schools and rooms, as small as can be.

dictionary "tests-hostile" { name = { zh = "小字典", en = "a small dictionary" }, version = "1.0.0" }

table_of "counties" {
  name = "县", level = "county", key = "county_code", names = "county_name",
  columns = {
    column "county_code" { name = "县代码", type = "code", required = true, filled = true },
    column "county_name" { name = "县名称", type = "text", required = true },
    column "has_exam_admission" { name = "以考试方式招生", type = "bool" },
  },
}

table_of "schools" {
  name = "学校", level = "school", key = "school_code", names = "school_name",
  parent = "counties", by = "county_code",
  columns = {
    column "school_code" { name = "学校代码", type = "code", required = true, filled = true },
    column "school_name" { name = "学校名称", type = "text" },
    column "county_code" { name = "县代码", type = "code", required = true, filled = true },
    column "school_type" {
      name = "学校类型", type = "choice", required = true,
      choices = {
        { "primary_school", name = { zh = "小学", en = "primary school" } },
        { "nine_year_school", name = { zh = "九年一贯制学校", en = "nine-year school" } },
      },
    },
    column "students" {
      name = "在校生数", type = "count", unit = "student", required = true, max = 20000,
    },
    column "teachers" { name = "专任教师数", type = "count", unit = "teacher" },
    column "teaching_area_m2" { name = "教学及辅助用房面积", type = "decimal", unit = "m2", scale = 2 },
    column "indoor_sports_area_m2" { name = "室内体育用房面积", type = "decimal", unit = "m2", scale = 2 },
    column "equipment_value_wan_yuan" {
      name = "教学仪器设备资产值", type = "decimal", unit = "wan_yuan", scale = 6,
    },
  },
}

table_of "rooms" {
  name = "专用教室", level = "room", parent = "schools", by = "school_code", optional = true,
  columns = {
    column "school_code" { name = "学校代码", type = "code", required = true, filled = true },
    column "kind" {
      name = "种类", type = "choice",
      choices = { { "music", name = "音乐" }, { "art", name = "美术" } },
    },
    column "area_m2" { name = "面积", type = "decimal", unit = "m2", scale = 2 },
  },
}

check "gymnasium_within_teaching_area" {
  name = { zh = "室内体育用房面积不大于教学及辅助用房面积", en = "the gymnasium is within the teaching area" },
  of = school, severity = "error",
  holds = school.indoor_sports_area_m2:at_most(school.teaching_area_m2),
}

check "teachers_have_students" {
  name = { zh = "有教师的学校有学生", en = "a school with teachers has students" },
  of = school, severity = "error",
  holds = any_of { school.students:above(0), school.teachers:at_most(0) },
}
