-- The grade of each item, given by those who inspect the school.

local function graded(id, zh, en)
  return column("grade_of_" .. id) { name = { zh = zh .. "等级", en = "grade: " .. en }, type = "choice",
    choices = { { "a", name = "A" }, { "b", name = "B" }, { "c", name = "C" } } }
end

column_of "schools" {
  graded("siting", "学校选址", "siting"), graded("building_design", "校舍设计", "design of buildings"),
  graded("building_quality", "校舍质量", "quality of buildings"), graded("classrooms", "普通教室", "classrooms"),
  graded("subject_rooms", "专用教室", "subject rooms"), graded("public_rooms", "公共教学用房", "public rooms"),
  graded("living_rooms", "生活用房", "living rooms"), graded("track", "跑道", "track"), graded("courts", "球场", "courts"),
  graded("laboratory", "实验仪器", "laboratory equipment"), graded("books", "图书", "books"),
  graded("technology", "信息技术装备", "information technology"), graded("practice", "综合实践器材", "equipment for practice"),
  graded("pe_health_art", "体育卫生艺术器材", "equipment for PE, health and art"), graded("network", "校园网络", "network"),
  graded("staffing", "教职工配备", "staffing"),
}
