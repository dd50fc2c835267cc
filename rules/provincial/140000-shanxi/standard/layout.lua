-- B5 小学布局: plains, mountains, poor mountains.

section "layout" { name = { zh = "小学布局", en = "Layout of primary schools" }, clause = "B5" }

quantity "is_primary" { of = school, name = { zh = "小学", en = "primary school" },
  value = school.school_type:is_one_of { "primary_school", "teaching_point", "nine_year_school", "twelve_year_school" } }

local as_mountain = { zh = "贫困山区县与山区县同（推断）；比例的分母未见，按教学点（班）计",
  en = "poor mountain counties as mountain ones (inferred); of what it is a share was not seen, points or classes" }

indicator "two_grades" {
  name = { zh = "两级复式比例", en = "Two grades in a class" }, clause = "C13", of = county, unit = "percent", certainty = "inferred",
  measure = county.two_grade_percent, at_most = by_choice(county.county_type, { plains = 10, otherwise = 20 }), note = as_mountain,
}
indicator "three_grades" {
  name = { zh = "三级复式比例", en = "Three grades in a class" }, clause = "C13", of = county, unit = "percent", certainty = "inferred",
  measure = county.three_grade_percent, at_most = by_choice(county.county_type, { plains = 0, otherwise = 10 }), note = as_mountain,
}
indicator "four_grades" {
  name = { zh = "无四级复式", en = "No four grades in a class" }, clause = "C13", of = county, unit = "percent", certainty = "inferred",
  measure = county.four_grade_percent, at_most = 0, note = as_mountain,
}

indicator "urban_class_size" {
  name = { zh = "城镇小学班额", en = "Classes of urban primary schools" }, clause = "C15", of = school, unit = "student/class",
  only_where = school.is_primary & school.area_type:is_one_of { "urban", "town" }, certainty = "inferred",
  measure = school.primary_largest_class, at_most = 45,
  note = { zh = "城镇含城区和镇区、按最大班额（推断）", en = "cities and towns, the largest class (inferred)" },
}

indicator "mean_school_size" {
  name = { zh = "小学校均规模", en = "Mean size of primary schools" }, clause = "C16", of = county, unit = "student",
  measure = sum(county.schools, school.primary_students, school.is_primary) / count(county.schools, school.is_primary),
  at_least = by_choice(county.county_type, { poor_mountain = 100, otherwise = 150 }),
}
