-- 13 of 13, at every school.

section "schools" { name = { zh = "核心指标", en = "Core indicators" }, clause = "核心指标" }

quantity "is_compulsory" { of = school, name = { zh = "义务教育学校", en = "compulsory school" },
  value = school.school_type:is_not "senior_school" }

indicator "core_indicators" {
  name = { zh = "13项核心指标全部达标", en = "All thirteen core indicators are reached" }, clause = "核心指标", of = school, only_where = school.is_compulsory,
  measure = school.core_indicators_met, at_least = 13,
}

verdict "core_indicators_met" {
  name = { zh = "所有学校核心指标全部达标", en = "Every school reaches all of them" }, clause = "核心指标", of = county,
  holds = every(county.schools, indicator "core_indicators", school.is_compulsory),
}
