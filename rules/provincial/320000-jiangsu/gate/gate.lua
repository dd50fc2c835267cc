-- 填表说明: from the conclusions to the school, from the schools to the county.

section "school" { name = { zh = "学校达标", en = "The school" }, clause = "填表说明" }

quantity "is_compulsory" { of = school, name = { zh = "义务教育学校", en = "compulsory school" },
  value = school.school_type:is_not "senior_school" }

-- Planned figures count for nothing, but for schools that are moved, rebuilt or merged: they are told apart, with the day.
parameter "planned_conclusions" { value = 0, clause = "填表说明（规划数据）" }

quantity "conclusions" { of = school, name = { zh = "计入的达标结论个数", en = "conclusions that count" }, clause = "填表说明",
  value = school.conclusions_met + parameter "planned_conclusions" * school.conclusions_met_on_plans }

grade "school_standard" {
  name = { zh = "学校办学条件", en = "Conditions of the school" }, clause = "填表说明（判定）", of = school, only_where = school.is_compulsory,
  values = {
    { "met", name = { zh = "合格", en = "up to standard" }, when = school.conclusions:at_least(31) },
    { "basic", name = { zh = "基本合格", en = "practically up to standard" },
      when = school.conclusions:at_least(29) | all_of { school.is_old_town_school, school.is_land_short, school.is_improving } },
    { "unmet", name = { zh = "不合格", en = "below standard" } },
  },
  at_least = "basic",
  note = { zh = "老城区用地不足但正在改善的“可”计基本合格；其余结论需达多少未见",
    en = "a school of an old town, short of land but improving, may count as practically up to standard; how many other conclusions it needs was not seen" },
}

relax "planned_conclusions" {
  when = school.is_under_works, was = 0, now = 1, clause = "填表说明（规划数据）",
  duty = { zh = "认定后2年内完成建设，否则撤销认定", en = "finish the works within 2 years after recognition, or the recognition is revoked" },
  due_years = 2,
}

parameter "years_to_finish" { value = 2, unit = "year", clause = "填表说明（规划数据）" }
indicator "planned_works" {
  name = { zh = "按规划数据判定的建设工程如期完成", en = "Works are finished in time where plans were counted" },
  clause = "填表说明（规划数据）", of = school, only_where = school.is_compulsory & school.is_passed_on_plans,
  holds = school.are_works_finished | years_since(school.recognised_year):at_most(parameter "years_to_finish"),
  note = { zh = "逾期撤销认定；按年份之差计满2年", en = "recognition is revoked afterwards; counted by calendar years" },
}

section "county" { name = { zh = "县级申报条件", en = "The county" }, clause = "填表说明" }

requirement "all_schools" {
  name = { zh = "所有学校合格或基本合格", en = "All schools are up to standard, at least practically" },
  clause = "填表说明（申报）", of = county, holds = every(county.schools, reaches(grade "school_standard", "basic"), school.is_compulsory),
}
requirement "all_works" {
  name = { zh = "所有按规划数据判定的建设如期完成", en = "All works counted on plans are finished in time" },
  clause = "填表说明（规划数据）", of = county,
  holds = every(county.schools, indicator "planned_works", school.is_compulsory & school.is_passed_on_plans),
}

verdict "gate" {
  name = { zh = "办学条件达标", en = "Conditions of all schools" }, clause = "填表说明", of = county,
  holds = all_of { requirement "all_schools", requirement "all_works" },
}
