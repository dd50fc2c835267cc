-- K13: a verdict with three values.
grade "school_standard" {
  name = { zh = "学校标准", en = "School standard" }, clause = "20", of = school,
  values = {
    { "met", name = { zh = "合格", en = "met" }, when = school.area_m2:at_least(1000) & school.has_track },
    { "basic", name = { zh = "基本合格", en = "basic" }, when = school.area_m2:at_least(800) },
    { "unmet", name = { zh = "不合格", en = "unmet" } },
  },
  at_least = "basic",
}
requirement "all_met" { name = "全部合格", clause = "20", of = county,
  holds = every(county.schools, reaches(grade "school_standard", "met")) }
requirement "reached" { name = "均合格", clause = "20", of = county, holds = all_of { reaches(grade "school_standard", "met") } }

-- K26: a share of schools.
indicator "share_met" { name = "合格校比例", clause = "21", of = county, unit = "percent",
  measure = share_of(county.schools, reaches(grade "school_standard", "met")), at_least = 90 }
indicator "small_share" { name = "小规模校占比", clause = "21", of = county, unit = "percent",
  measure = share_of(county.schools, school.students:below(100), { has_primary = true }), at_most = 50 }

-- K12: at least n of several conditions; at most n that fail, as part of a condition.
indicator "a" { name = "甲", clause = "22", of = school, holds = school.has_track }
indicator "b" { name = "乙", clause = "22", of = school, holds = school.has_court }
indicator "c" { name = "丙", clause = "22", of = school, unit = "teacher", measure = school.teachers, at_least = 10 }
requirement "most" { name = "至多一项不达标", clause = "22", of = school,
  holds = at_most_n_fail { 1, of = { indicator "a", indicator "b", indicator "c" } } }
requirement "two_of" { name = "两项且有规划", clause = "22", of = school,
  holds = all_of { indicator "c", at_least_n { 1, of = { indicator "a", school.area_m2:at_least(500) } } } }

-- K23: ladders and parallel titles.
verdict "first_title" { name = { zh = "初步均衡", en = "First balance" }, clause = "23", of = county, holds = all_of { indicator "funds_kept" } }
verdict "second_title" { name = { zh = "基本均衡", en = "Basic balance" }, clause = "23", of = county, holds = all_of { indicator "growth" } }
ladder "level" {
  name = { zh = "发展等级", en = "Level" }, clause = "23", of = county, at_least = "first",
  values = {
    { "basic", name = { zh = "基本均衡", en = "basic" }, when = verdict "second_title" },
    { "first", name = { zh = "初步均衡", en = "first" }, when = verdict "first_title" },
    { "none", name = { zh = "未达", en = "none" } },
  },
}
