-- columns.lua - what Shenyang's forms ask beside the national dictionary.

local function evidence(id, zh, en) return column(id) { name = { zh = zh, en = en }, type = "text" } end
local function yes_no(id, zh, en, note) return column(id) { name = { zh = zh, en = en }, type = "bool", note = note } end
local function wan_yuan(id, zh, en)
  return column(id) { name = { zh = zh, en = en }, type = "decimal", unit = "wan_yuan", scale = 6, max = 1000000,
    note = "上一自然年度决算，单位万元" }
end
local function area(id, zh, en, note)
  return column(id) { name = { zh = zh, en = en }, type = "decimal", unit = "m2", scale = 2, max = 2000000, note = note }
end
local function hours(id, zh, en)
  return column(id) { name = { zh = zh, en = en }, type = "decimal", unit = "hour", scale = 2, max = 10000, note = "全校一学年合计课时" }
end
local function teachers(id, zh, en)
  return column(id) { name = { zh = zh, en = en }, type = "count", unit = "teacher", max = 500,
    note = "交流轮岗、兼职、走教的体育、艺术教师，不计入专任教师" }
end
local function percent_of(id, zh, en)
  return column(id) { name = { zh = zh, en = en }, type = "decimal", unit = "percent", scale = 4, max = 100 }
end

column_of "counties" {
  yes_no("has_classes_in_vocational_schools", "职业学校附设小学或初中班", "vocational schools have attached primary or junior classes"),
  evidence("vocational_classes_evidence", "职业学校附设班佐证", "evidence: classes attached to vocational schools"),
  percent_of("questionnaire_recognition_percent", "社会认可度问卷调查（%）", "recognition in the questionnaire"),
  percent_of("interview_recognition_percent", "社会认可度实地走访（%）", "recognition in interviews on the spot"),
  yes_no("has_weak_burden_control", "规范校外培训和减轻课外负担不力", "private tuition and burdens outside school are not kept in check"),
  evidence("burden_control_evidence", "“双减”佐证", "evidence: private tuition and burdens outside school"),
}

column_of "schools" {
  -- labour education
  yes_no("has_labour_base", "有劳动实践基地和场所", "has a base and a place for labour practice"),
  yes_no("has_labour_course", "开设劳动课", "labour is taught as a course"),
  yes_no("has_labour_teachers", "配备专兼职劳动教师", "has teachers of labour, full-time or part-time"),
  evidence("labour_evidence", "劳动教育佐证", "evidence: labour education"),
  hours("labour_practice_hours", "劳动实践课时数", "hours of labour practice"),
  hours("comprehensive_practice_hours", "综合实践活动课时数", "hours of comprehensive practice"),
  -- funds
  yes_no("is_attached_village_school", "乡镇中心校附设村小", "village school attached to a township's centre school"),
  wan_yuan("public_funds_accounts_wan_yuan", "年度公用经费决算总额", "public funds of the year, final accounts"),
  wan_yuan("training_funds_accounts_wan_yuan", "教师培训经费决算数", "training of teachers, final accounts"),
  -- relaxations
  teachers("primary_visiting_pe_art_teachers", "小学轮岗兼职走教体育艺术教师数", "visiting teachers of PE and arts, primary"),
  teachers("junior_visiting_pe_art_teachers", "初中轮岗兼职走教体育艺术教师数", "visiting teachers of PE and arts, junior"),
  yes_no("is_in_dense_core", "位于中心城区人口过密区域", "in the over-dense core of the city", "由评估单位认定"),
  area("converted_sports_area_m2", "地下、屋顶改建运动场地面积", "sports grounds made in basements or on roofs", "不与运动场地面积、室内体育用房面积重复"),
  area("leased_sports_area_m2", "校外租用运动场馆面积", "leased sports venues off campus", "有多处的，只填全部符合条件的各处之和"),
  yes_no("has_leased_ground_contract", "租用场馆与政府或教育部门签有合同", "leased under a contract with the government or its office of education"),
  yes_no("is_leased_ground_exclusive", "上课时段专供学校使用", "for the school alone during classes"),
  column "leased_ground_walk_minutes" { name = { zh = "步行到租用场馆分钟数", en = "minutes on foot to the leased venue" }, type = "decimal",
    scale = 1, max = 600 },
  yes_no("is_leased_ground_route_safe", "往返租用场馆交通安全", "the way there is safe"),
  yes_no("has_completion_plan", "有达标建设规划和跟踪措施", "has a plan to reach the full standard, which is followed up"),
}
