-- rules.lua - the mean of eight printed coefficients is within 0.001 of the printed composite: each
-- of them is rounded to three decimals, and so is the composite, which is made of the unrounded ones
-- (永川区, primary: the mean of the printed ones is 0.56275, printed is 0.562).

local mean = (entry.teaching_area + entry.sports_area + entry.equipment + entry.computers
  + entry.books + entry.teacher_student_ratio + entry.above_required_education_teachers
  + entry.mid_or_higher_title_teachers) / 8

section "composites" { name = "综合差异系数", clause = "附件二" }

indicator "not_far_above" {
  name = "八项差异系数的平均值不超过公布值", clause = "附件二", of = entry, unit = "",
  measure = mean, at_most = entry.composite + number("0.001", "1"),
}
indicator "not_far_below" {
  name = "八项差异系数的平均值不低于公布值", clause = "附件二", of = entry, unit = "",
  measure = mean, at_least = entry.composite - number("0.001", "1"),
}

section "limits" { name = "限值", clause = "附件二" }

indicator "primary_limit" {
  name = "小学综合差异系数", clause = "附件二", of = entry, unit = "",
  only_where = entry.stage:is "primary", measure = entry.composite, at_most = "0.65",
}
indicator "junior_limit" {
  name = "初中综合差异系数", clause = "附件二", of = entry, unit = "",
  only_where = entry.stage:is "junior", measure = entry.composite, at_most = "0.55",
}

verdict "outcome" {
  name = "与公布结果一致", clause = "附件二", of = county,
  holds = all_of { section "composites", section "limits" },
}
