-- columns.lua - what Guizhou's table asks beside the national dictionary.

local function area(id, zh, en)
  return column(id) { name = { zh = zh, en = en }, type = "decimal", unit = "m2", scale = 2, max = 10000000 }
end
local function yes_no(id, zh, en) return column(id) { name = { zh = zh, en = en }, type = "bool" } end
local function points(id, zh, en, max)
  return column(id) { name = { zh = zh, en = en }, type = "decimal", scale = 2, max = max }
end

column_of "schools" {
  area("site_area_m2", "校园用地面积", "land of the school"),
  area("building_area_m2", "校舍建筑面积", "floor area of all buildings"),
  area("dormitory_area_m2", "学生宿舍建筑面积", "floor area of dormitories"),
  area("toilet_area_m2", "厕所建筑面积", "floor area of toilets"),
  area("sports_area_m2", "体育运动场馆面积", "sports grounds and halls"),
  column "boarders" { name = { zh = "寄宿生数", en = "boarders" }, type = "count", unit = "student", max = 20000 },
  column "computers" { name = { zh = "计算机台数", en = "computers" }, also = { "学生用计算机数", "教学用计算机台数" },
    type = "count", unit = "computer", max = 20000 },
  column "books" { name = { zh = "图书册数", en = "books" }, also = { "图书册", "图书数" }, type = "count", unit = "book", max = 5000000 },
  points("layout_points", "学校设置得分", "points for siting and radius", 6),
  yes_no("has_classroom_links", "实现班班通", "every classroom is linked"),
  yes_no("has_lesson_preparation_system", "有电子备课系统", "has a system for preparing lessons"),
  yes_no("has_network", "接通网络", "is on a network"),
  yes_no("has_distance_education_kit", "有农村远程教育设备", "has the rural kit for distance education"),
  yes_no("has_arts_kit", "音美器材按教体艺〔2002〕17号配备", "kit for music and art as in 教体艺〔2002〕17号"),
  yes_no("has_sports_kit", "体育器材按教体艺〔2008〕5号配备", "kit for sport as in 教体艺〔2008〕5号"),
  yes_no("has_usable_ground", "运动场地平整可用", "the sports ground is flat and usable"),
  yes_no("are_salaries_paid", "教师工资按时足额发放", "salaries are paid in full and in time"),
  yes_no("is_staffed", "按编制配备教师", "teachers are there as the plan of posts says"),
}
