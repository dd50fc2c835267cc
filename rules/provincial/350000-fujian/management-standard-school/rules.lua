-- 认定: 100 points, but it is not the sum that counts.

stages {
  { "primary", name = { zh = "小学", en = "primary" },
    when = school.school_type:is_one_of { "primary_school", "nine_year_school", "twelve_year_school" } },
  { "junior", name = { zh = "初中", en = "junior" },
    when = school.school_type:is_one_of { "junior_school", "nine_year_school", "complete_secondary", "twelve_year_school" } },
}

quantity "is_assessed" {
  of = school, name = { zh = "纳入评估", en = "is assessed" }, clause = "评估办法", certainty = "inferred",
  note = { zh = "有义务教育学段的学校，教学点除外（推断）", en = "schools with a compulsory stage, teaching points not (inferred)" },
  value = school.school_type:is_one_of {
    "primary_school", "nine_year_school", "twelve_year_school", "junior_school", "complete_secondary",
  },
}

section "duties" { name = { zh = "六项管理职责", en = "Six duties" }, clause = "评估办法", only_where = school.is_assessed }

-- That the six are those of the national standard of school management is inferred; the number and the share are the text's.
local function duty(id, zh, en, measure)
  indicator(id) {
    name = { zh = zh, en = en }, clause = "评估办法·管理职责", of = school, unit = "percent", certainty = "inferred",
    measure = measure, at_least = 85,
    note = { zh = "85%为评估办法所定；六项名称据国家《义务教育学校管理标准》推断", en = "85 % is the text's; the names are those of the national standard of school management (inferred)" },
  }
end
duty("equal_rights", "保障学生平等权益", "Equal rights of students", school.equal_rights_percent)
duty("all_round_growth", "促进学生全面发展", "All-round growth of students", school.all_round_growth_percent)
duty("teacher_growth", "引领教师专业进步", "Teachers' professional progress", school.teacher_growth_percent)
duty("teaching_level", "提升教育教学水平", "Level of teaching", school.teaching_level_percent)
duty("environment", "营造和谐美丽环境", "A harmonious environment", school.environment_percent)
duty("school_system", "建设现代学校制度", "A modern school system", school.school_system_percent)

section "before" { name = { zh = "前置条件和抽查", en = "Prerequisites and review" }, clause = "评估办法", only_where = school.is_assessed }

indicator "prerequisites" {
  name = { zh = "六个前置条件全部符合", en = "All six prerequisites" }, clause = "评估办法·前置条件", of = school,
  measure = school.prerequisites_met, at_least = 6,
  note = { zh = "前置条件的内容未见", en = "what they are was not seen" },
}
indicator "spot_check" {
  name = { zh = "经省厅抽查并通过评审", en = "Passed the province's spot check and review" }, clause = "评估办法", of = school,
  holds = school.has_passed_spot_check,
}

requirement "management_standard_school" {
  name = { zh = "义务教育管理标准化学校", en = "School of standard management" }, clause = "评估办法", of = school,
  holds = all_of { section "duties", indicator "prerequisites", indicator "spot_check" },
}

section "schools_of_county" { name = { zh = "各校", en = "All schools" }, clause = "评估办法" }

verdict "management_standard_schools" {
  name = { zh = "各校均为管理标准化学校", en = "All schools are of standard management" }, clause = "评估办法", of = county, certainty = "inferred",
  note = { zh = "文件逐校认定，此处汇总到县（推断）", en = "the document recognises schools one by one; put together for the county here (inferred)" },
  holds = every(county.schools, requirement "management_standard_school"),
}
