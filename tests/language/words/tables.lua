-- K07: by area type and stage; by county tier; a percentage adjustment.
indicator "land_per_student" {
  name = { zh = "生均用地", en = "Land per student" }, clause = "1", of = stage, unit = "m2/student",
  measure = school.area_m2 / school.students,
  at_least = by_choice(school.area_type, { urban = { primary = "9.4", junior = "10.1" }, otherwise = { primary = 18, junior = 23 } }),
}

indicator "hill_land" {
  name = "丘陵用地", clause = "1", of = school, unit = "m2/student",
  measure = school.area_m2 / school.students,
  at_least = number(20, "m2/student") * by_choice(county.terrain, { plains = percent(100), otherwise = percent(90) }),
}

-- K08: the value of equipment by the number of classes, other steps for junior schools.
indicator "equipment" {
  name = "设备总值", clause = "2", of = stage, unit = "yuan",
  measure = school.equipment_yuan,
  at_least = by_stage {
    primary = steps(school.classes, { { up_to = 12, 35000 }, { 50000 } }),
    junior = steps(school.classes, { { up_to = 9, 100000 }, { 150000 } }),
  },
}

-- K09: interpolation, level outside the table.
indicator "building_per_student" {
  name = "生均校舍", clause = "3", of = school, unit = "m2/student",
  measure = school.area_m2 / school.students,
  at_least = interpolate(school.students, { { 270, "7.2" }, { 540, "6.4" }, { 1080, 6 } }),
}

-- K10: a bound computed from other data.
parameter "classes_per_room" { value = 12, unit = "class/room", clause = "4" }
indicator "rooms_for_classes" { name = "教室数", clause = "4", of = school, unit = "room",
  measure = school.music_rooms, at_least = ceil(school.classes / parameter "classes_per_room") }

-- K11: alternatives inside one indicator, counted once.
indicator "sports_ground" { name = "运动场地", clause = "5", of = school,
  holds = school.has_track & (school.has_court | school.area_m2:at_least(400)) }

-- Rounding before comparing, in percent.
indicator "rounded_share" { name = "舍入后比较", clause = "6", of = school, unit = "percent",
  measure = rounded(school.teachers / number(1, "teacher") / (school.students / number(1, "student")), 1, "percent"),
  at_least = 85 }

-- K22: years since a building was put up.
indicator "new_land" { name = "新建校用地", clause = "7", of = school, unit = "m2/student",
  only_where = school.built_year:above(2011), measure = school.area_m2 / school.students, at_least = 20 }
indicator "age" { name = "建成年数", clause = "7", of = school, unit = "year", measure = years_since(school.built_year), at_most = 50 }

-- A quantity may hold a table, when it has a clause.
quantity "needed_computers" { of = school, name = "应配计算机", clause = "8",
  value = steps(school.students, { { up_to = 500, number(30, "computer") }, { number(60, "computer") } }) }
indicator "computers" { name = "计算机", clause = "8", of = school, unit = "computer",
  measure = school.computers, at_least = school.needed_computers }
