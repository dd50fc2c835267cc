-- columns.lua - what the ten indicators need beside the national dictionary.

local function area(id, zh, en)
  return column(id) { name = { zh = zh, en = en }, type = "decimal", unit = "m2", scale = 2, max = 10000000 }
end

column_of "schools" {
  column "land_class" {
    name = { zh = "用地类别", en = "class of land" }, type = "choice",
    choices = {
      { "old_centre", name = { zh = "主城旧区", en = "old part of the main city" } },
      { "new_centre", name = { zh = "主城新区", en = "new part of the main city" } },
      { "outside", name = { zh = "主城区以外", en = "outside the main city" } },
      { "full_boarding", name = { zh = "全寄宿制", en = "all board" } },
    },
  },
  column "is_land_constrained" {
    name = { zh = "山区、湖区用地困难", en = "in the mountains or by a lake, land is hard to find" }, type = "bool",
  },
  area("site_area_m2", "校园用地面积", "land of the school"),
  area("building_area_m2", "校舍建筑面积", "floor area of all buildings"),
  column "computers" { name = { zh = "计算机台数", en = "computers" }, also = { "学生用计算机数", "教学用计算机台数" },
    type = "count", unit = "computer", max = 20000 },
  column "books" { name = { zh = "图书册数", en = "books" }, also = { "图书册", "图书数" }, type = "count", unit = "book", max = 5000000 },
  column "staff" { name = { zh = "教职工数", en = "all staff" }, type = "count", unit = "person", max = 5000 },
  column "qualified_teachers" { name = { zh = "学历合格专任教师数", en = "full-time teachers with the required degree" },
    type = "count", unit = "teacher", max = 3000 },
  column "yearly_retention_percent" { name = { zh = "年巩固率", en = "students kept over the year" },
    type = "decimal", unit = "percent", scale = 4, max = 100 },
}
