-- columns.lua - what Guangdong's form asks beside the national dictionary.

local function yes_no(id, zh, en) return column(id) { name = { zh = zh, en = en }, type = "bool" } end
local function rooms(id, zh, en) return column(id) { name = { zh = zh, en = en }, type = "count", unit = "room", max = 1000 } end
local function area(id, zh, en)
  return column(id) { name = { zh = zh, en = en }, type = "decimal", unit = "m2", scale = 2, max = 10000000 }
end
local function teachers(id, zh, en) return column(id) { name = { zh = zh, en = en }, type = "count", unit = "teacher", max = 3000 } end
local function funds(id, zh, en)
  return column(id) { name = { zh = zh, en = en }, type = "decimal", unit = "yuan/student", scale = 2, max = 1000000 }
end

column_of "counties" {
  column "teacher_ratio_standard" {
    name = { zh = "适用的省定师生比标准", en = "which of the province's teacher ratios holds" }, type = "choice",
    note = "一个县只有一个标准",
    choices = { { "lower", name = { zh = "0.043", en = "0.043" } }, { "higher", name = { zh = "0.049", en = "0.049" } } },
  },
}

table_of "funds_standards" {
  name = { zh = "历年省定生均公用经费标准", en = "the province's standards of public funds by year" },
  level = "funds_standard", parent = "counties", by = "county_code", optional = true,
  columns = {
    column "county_code" { name = { zh = "县级行政区划代码", en = "county code" }, also = { "县代码", "区划代码" },
      type = "code", required = true, filled = true },
    column "year" { name = { zh = "年份", en = "year" }, type = "count", min = 1990, max = 2100, required = true, filled = true },
    funds("primary_standard_yuan", "小学标准", "primary"),
    funds("junior_standard_yuan", "初中标准", "junior"),
  },
}

column_of "schools" {
  column "affiliation" { type = "choice",
    name = { zh = "学校隶属关系", en = "to whom the school belongs" }, also = { "隶属关系" },
    note = "基本均衡评估只含县属学校",
    choices = {
      { "county", name = { zh = "县属", en = "county" }, also = { "县级", "区属", "乡镇属" } },
      { "prefecture", name = { zh = "市属", en = "prefecture" }, also = { "地市属", "市级" } },
      { "province", name = { zh = "省属", en = "province" }, also = { "省级", "部属" } },
      { "university", name = { zh = "高校附属", en = "university" }, also = { "大学附属" } },
      { "enterprise", name = { zh = "企业所属", en = "enterprise" }, also = { "企业办" } },
    } },
  yes_no("is_city_centre", "位于市中心城区", "in the centre of a city"),
  area("site_area_m2", "校园用地面积", "land of the school"),
  area("building_area_m2", "校舍建筑面积", "floor area of all buildings"),
  yes_no("has_track_of_standard", "田径场达到本规模标准", "the track is as asked of its size"),
  yes_no("has_basketball_court_of_standard", "篮球场达到本规模标准", "basketball courts are as asked of its size"),
  yes_no("has_other_sports_area_of_standard", "其他运动面积达到本规模标准", "other sports area is as asked of its size"),
  rooms("science_rooms", "科学教室间数", "science rooms"),
  rooms("computer_rooms", "计算机教室间数", "computer rooms"),
  rooms("music_rooms", "音乐教室间数", "music rooms"),
  rooms("art_rooms", "美术教室间数", "art rooms"),
  column "books" { name = { zh = "图书册数", en = "books" }, also = { "图书册", "图书数" }, type = "count", unit = "book", max = 5000000 },
  teachers("primary_qualified_teachers", "小学学历达标教师数", "primary teachers with the required degree"),
  teachers("junior_qualified_teachers", "初中学历达标教师数", "junior teachers with the required degree"),
  funds("primary_funds_per_student_yuan", "小学生均公用经费", "public funds per primary student"),
  funds("junior_funds_per_student_yuan", "初中生均公用经费", "public funds per junior student"),
}
