-- What the readings ask for beside the national dictionary. As long as they are off, none is read.

local function teachers(id, zh, en)
  return column(id) { name = { zh = zh, en = en }, type = "count", unit = "teacher", max = 500,
    note = "交流轮岗、兼职、走教的体育、艺术教师，不计入专任教师" }
end
local function area(id, zh, en, note)
  return column(id) { name = { zh = zh, en = en }, type = "decimal", unit = "m2", scale = 2, max = 2000000, note = note }
end
local function yes_no(id, zh, en, note)
  return column(id) { name = { zh = zh, en = en }, type = "bool", note = note }
end

column_of "schools" {
  teachers("primary_visiting_pe_art_teachers", "小学轮岗兼职走教体育艺术教师数", "visiting teachers of PE and arts, primary"),
  teachers("junior_visiting_pe_art_teachers", "初中轮岗兼职走教体育艺术教师数", "visiting teachers of PE and arts, junior"),
  yes_no("is_in_dense_core", "位于中心城区人口过密区域", "in the over-dense core of the city", "由评估单位认定"),
  area("converted_sports_area_m2", "地下、屋顶改建运动场地面积", "sports grounds made in basements or on roofs",
    "不与运动场地面积、室内体育用房面积重复"),
  area("leased_sports_area_m2", "校外租用运动场馆面积", "leased sports venues off campus",
    "只填有政府或教育部门合同、上课时段专用、步行10分钟以内、交通安全的"),
  yes_no("has_completion_plan", "有达标建设规划和跟踪措施", "has a plan to reach the full standard, which is followed up"),
}
