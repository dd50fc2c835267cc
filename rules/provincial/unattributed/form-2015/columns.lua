-- columns.lua - what the form asks beside the national dictionary.

local function labs(id, zh, en) return column(id) { name = { zh = zh, en = en }, type = "count", max = 100 } end

column_of "schools" {
  column "building_area_m2" { name = { zh = "校舍建筑面积", en = "floor area of all buildings" }, type = "decimal", unit = "m2", scale = 2, max = 10000000 },
  column "multimedia_sets" { name = { zh = "多媒体设备套数", en = "multimedia sets" }, type = "count", max = 5000 },
  column "computers" { name = { zh = "计算机台数", en = "computers" }, also = { "学生用计算机数", "教学用计算机台数" },
    type = "count", unit = "computer", max = 20000 },
  column "qualified_teachers" { name = { zh = "学历合格专任教师数", en = "full-time teachers with the required degree" },
    type = "count", unit = "teacher", max = 3000, note = "小学中师及以上，初中大专及以上" },
  labs("science_labs", "科学实验室数", "laboratories for science"),
  labs("physics_labs", "物理实验室数", "laboratories for physics"),
  labs("chemistry_labs", "化学实验室数", "laboratories for chemistry"),
  labs("biology_labs", "生物实验室数", "laboratories for biology"),
  column "equipment_kinds" { name = { zh = "教学仪器种类数", en = "kinds of teaching apparatus" }, type = "count", max = 10000 },
}
