-- Degrees of the teachers of the county, money for their training.

section "teachers" { name = { zh = "教师队伍", en = "Teachers" }, clause = "第二页" }

local about = { zh = "原文为“左右”，按不低于计（推断）", en = "\"about\" in the text, taken as not less (inferred)" }

indicator "primary_college" {
  name = { zh = "小学教师专科及以上比例", en = "Primary teachers with a college diploma or more" }, clause = "教师学历", of = county, unit = "percent",
  measure = sum(county.schools, school.primary_diploma_teachers + school.primary_bachelor_teachers + school.primary_master_teachers
    + school.primary_doctor_teachers, school.has_primary) / sum(county.schools, school.primary_full_time_teachers, school.has_primary),
  at_least = 100,
}
indicator "primary_bachelor" {
  name = { zh = "小学教师本科及以上比例", en = "Primary teachers with a bachelor's degree or more" }, clause = "教师学历", of = county, unit = "percent",
  measure = sum(county.schools, school.primary_bachelor_teachers + school.primary_master_teachers + school.primary_doctor_teachers, school.has_primary)
    / sum(county.schools, school.primary_full_time_teachers, school.has_primary),
  at_least = 90, certainty = "inferred", note = about,
}
indicator "junior_bachelor" {
  name = { zh = "初中教师本科及以上比例", en = "Junior teachers with a bachelor's degree or more" }, clause = "教师学历", of = county, unit = "percent",
  measure = sum(county.schools, school.junior_bachelor_teachers + school.junior_master_teachers + school.junior_doctor_teachers, school.has_junior)
    / sum(county.schools, school.junior_full_time_teachers, school.has_junior),
  at_least = 100,
}
indicator "junior_master" {
  name = { zh = "初中教师研究生学历或硕士学位比例", en = "Junior teachers with postgraduate study or a master's degree" }, clause = "教师学历", of = county, unit = "percent",
  measure = sum(county.schools, school.junior_master_teachers + school.junior_doctor_teachers, school.has_junior)
    / sum(county.schools, school.junior_full_time_teachers, school.has_junior),
  at_least = 8, certainty = "inferred", note = about,
}

indicator "rural_training_funds" {
  name = { zh = "农村学校教师培训经费占公用经费预算比例", en = "Training in the budget of public funds, rural schools" },
  clause = "培训经费", of = school, unit = "percent", only_where = school.is_compulsory & school.area_type:is "rural",
  measure = school.training_funds_wan_yuan / school.public_funds_budget_wan_yuan, at_least = 5,
}
indicator "other_training_funds" {
  name = { zh = "其他学校教师培训经费占工资总额比例", en = "Training among wages, other schools" },
  clause = "培训经费", of = school, unit = "percent", only_where = school.is_compulsory & school.area_type:is_not "rural",
  measure = school.training_funds_wan_yuan / school.staff_wages_wan_yuan, at_least = "1.5",
}
