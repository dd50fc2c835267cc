-- columns.lua - what the city asks beside the national dictionary.

local function percent_of(id, zh, en)
  return column(id) { name = { zh = zh, en = en }, type = "decimal", unit = "percent", scale = 4, max = 100 }
end

column_of "counties" {
  percent_of("academic_pass_percent", "学生学业合格率", "students who pass their courses"),
  percent_of("fitness_pass_percent", "学生体质健康合格率", "students who meet the standard of fitness"),
  percent_of("fitness_excellent_percent", "学生体质健康优秀率", "students whose fitness is excellent"),
  percent_of("arts_pass_percent", "艺术素质测评合格率", "students who pass the assessment of the arts"),
  percent_of("comprehensive_good_percent", "综合素质评价优良率", "students rated excellent or good on the whole"),
  percent_of("city_satisfaction_percent", "人民群众满意度", "satisfaction of the public"),
}

column_of "schools" {
  column "staff_wages_wan_yuan" {
    name = { zh = "教职工工资总额", en = "wages of all staff" }, type = "decimal", unit = "wan_yuan", scale = 6, max = 1000000,
  },
  column "is_characteristic_school" { name = { zh = "市级以上特色学校", en = "school of distinct character, of the city's level or above" }, type = "bool" },
  column "is_modernised" { name = { zh = "现代化学校", en = "modernised school" }, type = "bool" },
  column "equipment_class" {
    name = { zh = "装备达到省定标准类别", en = "class of the province's standard of equipment" }, type = "choice",
    choices = {
      { "one", name = { zh = "Ⅰ类", en = "class I" } },
      { "two", name = { zh = "Ⅱ类", en = "class II" } },
      { "below", name = { zh = "未达Ⅱ类", en = "below class II" } },
    },
  },
}
