-- Schools: classes, equipment, character.

section "conditions" { name = { zh = "学校条件", en = "Schools" }, clause = "第二页" }

indicator "class_size" {
  name = { zh = "班额", en = "Size of classes" }, clause = "班额", of = stage, unit = "student/class", only_where = stage.students:above(0),
  measure = stage.largest_class, at_most = { primary = 40, junior = 45 },
}
indicator "equipment" {
  name = { zh = "装备达到省定Ⅱ类以上标准", en = "Equipment of class II or better" }, clause = "装备", of = school, only_where = school.is_compulsory,
  holds = school.equipment_class:is_one_of { "one", "two" },
}
indicator "equipment_class_one" {
  name = { zh = "装备达到Ⅰ类标准的学校比例", en = "Schools with equipment of class I" }, clause = "装备", of = county, unit = "percent",
  measure = share_of(county.schools, school.equipment_class:is "one", school.is_compulsory), at_least = 30,
}
indicator "characteristic_schools" {
  name = { zh = "市级以上特色学校比例", en = "Schools of distinct character" }, clause = "特色学校", of = county, unit = "percent",
  measure = share_of(county.schools, school.is_characteristic_school, school.is_compulsory), at_least = 70,
}
indicator "modernised_schools" {
  name = { zh = "现代化学校比例", en = "Modernised schools" }, clause = "现代化学校", of = county, unit = "percent",
  measure = share_of(county.schools, school.is_modernised, school.is_compulsory), at_least = 85,
}
