-- A1 设置规划, A2 校舍.

section "siting" { name = { zh = "设置规划", en = "Siting" }, clause = "A1" }

indicator "central_primary_size" {
  name = { zh = "中心小学规模", en = "Size of a central primary school" }, clause = "A1", of = school, unit = "student",
  only_where = school.is_central_primary,
  measure = school.primary_students, at_least = by_choice(county.county_type, { poor_mountain = 150, otherwise = 200 }),
  certainty = "inferred",
  note = { zh = "贫困山区“小学”150人按中心小学理解（推断）", en = "150 of primary schools in poor mountains are taken to be of central ones (inferred)" },
}

indicator "tracks" {
  name = { zh = "学校轨数", en = "Parallel classes of a year" }, clause = "A1", of = stage,
  measure = stage.tracks, at_most = { primary = 6, junior = 10 },
}

parameter "town_schools" { value = 1, clause = "A1" }
parameter "large_town_schools" { value = 2, clause = "A1" }

-- 15,000 to 20,000 people: one junior school; 30,000 and more: two; what lies between was not seen.
indicator "junior_schools_of_towns" {
  name = { zh = "乡镇初中数", en = "Junior schools of a town" }, clause = "A1", of = town, only_where = town.population:at_least(15000),
  measure = town.junior_schools, at_least = choose(town.population:at_least(30000), parameter "large_town_schools", parameter "town_schools"),
  certainty = "inferred",
  note = { zh = "2—3万人之间按1所计（推断）；只查不足，不查多设", en = "between 20,000 and 30,000 people one is asked for (inferred); more are not held against a town" },
}

section "buildings" { name = { zh = "校舍", en = "Buildings" }, clause = "A2" }

indicator "building_per_student" {
  name = { zh = "生均校舍建筑面积", en = "Buildings per student" }, clause = "A2", of = stage, unit = "m2/student", only_where = stage.students:above(0),
  measure = school.building_area_m2 / school.all_students, at_least = { primary = 5, junior = 6 },
}
indicator "dormitory_per_boarder" {
  name = { zh = "寄宿生生均宿舍面积", en = "Dormitory per boarder" }, clause = "A2", of = stage, unit = "m2/student", only_where = school.boarders:above(0),
  measure = school.dormitory_area_m2 / school.boarders, at_least = { primary = 3, junior = 3 },
  note = { zh = "小学3—5、初中3—3.5平方米，按下限判定", en = "3 to 5 (primary), 3 to 3.5 m² (junior) in the text; judged by the lower figure" },
}
