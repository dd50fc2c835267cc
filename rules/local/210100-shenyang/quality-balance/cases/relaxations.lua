-- Cases of the relaxations: who passes, who passes by nothing else (relax.…, met = it was used), and when it is over.

-- X1: 99 students. 0.9 for each 100 is 0.891 of a teacher, so one teacher is needed; with 50 students 0.45 of one.
example "a village school" {
  stage = "primary", school_type = "primary_school", area_type = "rural", primary_students = 99, students = 99,
  primary_pe_teachers = 0, primary_music_teachers = 0, primary_fine_arts_teachers = 0, primary_arts_teachers = 0,
  primary_visiting_pe_art_teachers = 1, junior_students = 0,
}
local x1, x1_used = "pe_art_teachers_per_100", "relax.pe_art_teachers_per_100.1"
for _, one in ipairs {
  { "99 students", {}, "met" },
  { "50 students", { primary_students = 50, students = 50 }, "met" },
  { "49 students are too few", { primary_students = 49, students = 49, school_type = "primary_school" }, "unmet" },
  { "100 students are too many", { primary_students = 100, students = 100, primary_visiting_pe_art_teachers = 2 }, "unmet" },
  { "a school in town", { area_type = "town" }, "unmet" },
  { "a teaching point anywhere", { area_type = "town", school_type = "teaching_point" }, "met" },
  { "nobody visits", { primary_visiting_pe_art_teachers = 0 }, "unmet" },
  { "who visits is not known", { primary_visiting_pe_art_teachers = missing }, "undetermined" },
  { "a school in town, who visits is not known", { area_type = "town", primary_visiting_pe_art_teachers = missing }, "unmet" },
} do
  case("X1: " .. one[1]) { rule = x1, given = like "a village school" (one[2]), expect = one[3] }
end
case "X1: a visiting teacher counts whole" { -- 1 of 50 students is 2 for each 100
  rule = x1, given = like "a village school" { primary_students = 50, students = 50 }, expect = { verdict = "met", measure = "2" },
}
case "X1: elsewhere nothing of one counts" { -- 9 teachers of 1000 students are 0.9 for each 100
  rule = x1, given = like "a village school" { area_type = "town", primary_students = 1000, students = 1000, primary_pe_teachers = 9 },
  expect = { verdict = "met", measure = "0.9", margin = "0" },
}
case "X1: junior teachers" {
  rule = x1,
  given = { stage = "junior", school_type = "junior_school", area_type = "rural", junior_students = 50, students = 50, junior_pe_teachers = 0,
    junior_music_teachers = 0, junior_fine_arts_teachers = 0, junior_arts_teachers = 0, junior_visiting_pe_art_teachers = 1 },
  expect = { verdict = "met", measure = "2" },
}
case "X1: not before" { rule = x1, on = "2021-12-31", given = like "a village school" {}, expect = "unmet" }
case "X1: on the last day" { rule = x1, on = "2024-12-31", given = like "a village school" {}, expect = "met" }
case "X1: over" { rule = x1, on = "2025-01-01", given = like "a village school" {}, expect = "unmet" }
case "X1 was used" { rule = x1_used, given = like "a village school" {}, expect = "met" }
case "X1 did not help" { rule = x1_used, given = like "a village school" { primary_visiting_pe_art_teachers = 0 }, expect = "unmet" }
case "X1 was not needed" { rule = x1_used, given = like "a village school" { primary_pe_teachers = 1 }, expect = "unmet" }
case "X1 was not needed, on the line" { -- 9 teachers of 1000 students are exactly 0.9
  rule = x1_used, given = like "a village school" { compulsory_students = 60, students = 1000, primary_pe_teachers = 9 }, expect = "unmet",
}
case "X1 is not for a school in town" { rule = x1_used, given = like "a village school" { area_type = "town" }, expect = "not_applicable" }

-- X1 in the whole of a school's resources: the other six are met, this one is exactly at 85 % of 0.9 (153 / 20000 = 0.765 %),
-- so nothing needs to be relaxed.
example "all but one" {
  stage = "primary", school_type = "primary_school", area_type = "rural", compulsory_students = 60, is_in_dense_core = true,
  students = 20000, higher_degree_teachers = 840, backbone_teachers = 200, pe_art_teachers = 180, teaching_area_m2 = 90000,
  indoor_sports_area_m2 = 0, sports_ground_area_m2 = 150000, equipment_value = 40000000, multimedia_rooms = 460,
}
case "X1: at 85 % it is not needed" {
  rule = "relax.school_resources.1", given = like "all but one" { pe_art_teachers = 153 }, expect = "unmet",
}
case "X1: below 85 % of two it does not help" {
  rule = "relax.school_resources.1", given = like "all but one" { pe_art_teachers = 152, backbone_teachers = 100 }, expect = "unmet",
}
case "X2: at 85 % it is not needed" { -- 6.375 m² of 7.5
  rule = "relax.school_resources.2", given = like "all but one" { sports_ground_area_m2 = 127500 }, expect = "unmet",
}
case "X2: below 85 % of two it does not help" {
  rule = "relax.school_resources.2", given = like "all but one" { sports_ground_area_m2 = 127499, backbone_teachers = 100 }, expect = "unmet",
}

-- X2: 1000 students need 7500 m²: 7000 m² are there, 100 on the roof, 400 leased. Backbone teachers are one too few, at 90 %, so
-- that the sports area must be met in full.
example "a school in the core" {
  school_type = "primary_school", organiser = "education_department", area_type = "urban", primary_students = 1000,
  primary_diploma_teachers = 0, primary_bachelor_teachers = 42, primary_master_teachers = 0, primary_doctor_teachers = 0,
  primary_backbone_teachers = 9, primary_pe_teachers = 4, primary_music_teachers = 3, primary_fine_arts_teachers = 2,
  primary_arts_teachers = 0, primary_visiting_pe_art_teachers = 0, teaching_area_m2 = 4500, indoor_sports_area_m2 = 0,
  equipment_value_wan_yuan = 200, multimedia_rooms = 23,
  sports_ground_area_m2 = 7000, is_in_dense_core = true, converted_sports_area_m2 = 100,
  leased_sports_area_m2 = 400, has_leased_ground_contract = true, is_leased_ground_exclusive = true, leased_ground_walk_minutes = 10,
  is_leased_ground_route_safe = true,
}
for _, one in ipairs {
  { "exactly enough", {}, "met" },
  { "a hundredth of a square metre too little", { converted_sports_area_m2 = "99.99" }, "unmet" },
  { "not in the core", { is_in_dense_core = false }, "unmet" },
  { "not in the core, not needed", { is_in_dense_core = false, sports_ground_area_m2 = 7500 }, "met" },
  { "not in the core, nothing of it counts", { is_in_dense_core = false, sports_ground_area_m2 = "7499.99" }, "unmet" },
  { "in the core or not is not known", { is_in_dense_core = missing }, "undetermined" },
  { "no contract", { has_leased_ground_contract = false }, "unmet" },
  { "shared with others", { is_leased_ground_exclusive = false }, "unmet" },
  { "more than ten minutes", { leased_ground_walk_minutes = "10.1" }, "unmet" },
  { "nine minutes and a half", { leased_ground_walk_minutes = "9.5" }, "met" },
  { "a dangerous way", { is_leased_ground_route_safe = false }, "unmet" },
  { "the way was not looked at", { is_leased_ground_route_safe = missing }, "undetermined" },
  { "nothing leased, enough on the roof", { has_leased_ground_contract = false, converted_sports_area_m2 = 500 }, "met" },
} do
  case("X2: " .. one[1]) { rule = "all_schools", given = { schools = { like "a school in the core" (one[2]) } }, expect = one[3] }
end
for _, one in ipairs { { "2021-12-31", "unmet" }, { "2024-12-31", "met" }, { "2025-01-01", "unmet" } } do
  case("X2 on " .. one[1]) {
    rule = "all_schools", on = one[1], given = { schools = { like "a school in the core" {} } }, expect = one[2],
  }
end
-- Whether it was used is asked of the stage, whose area is given as it is here: there is nothing to relax.
case "X2 was not needed" { rule = "relax.sports_area_per_student.1", given = like "all but one" {}, expect = "unmet" }
case "X2 did not help" { rule = "relax.sports_area_per_student.1", given = like "all but one" { sports_ground_area_m2 = 149999 }, expect = "unmet" }
case "X2 is for the core alone" {
  rule = "relax.sports_area_per_student.1", given = like "all but one" { is_in_dense_core = false }, expect = "not_applicable",
}

-- X3 and X4. Each rule twice: for music and for art, with the areas of the nation, of 2016, of small classes.
example "a school of 2016" {
  school_type = "primary_school", area_type = "urban", built_year = 2016, has_completion_plan = true,
  primary_students = 500, primary_classes = 12, primary_largest_class = 45, junior_students = 0, junior_classes = 0,
}
example "a small rural school" {
  school_type = "primary_school", area_type = "rural", built_year = 2020, has_completion_plan = true,
  primary_students = 120, primary_classes = 6, primary_largest_class = 29, junior_students = 0, junior_classes = 0,
}
example "a small rural nine-year school" {
  school_type = "nine_year_school", area_type = "rural", built_year = 2020, has_completion_plan = true,
  primary_students = 120, primary_classes = 6, primary_largest_class = 29, junior_students = 60, junior_classes = 3, junior_largest_class = 29,
}
-- { rule, kind of room, nation, 2016, small primary, small junior }, each with the area just below
for _, one in ipairs {
  { "music_rooms", "music", { 96, "95.99" }, { 73, "72.99" }, { 54, "53.99" }, { 61, "60.99" } },
  { "art_rooms", "fine_arts", { 90, "89.99" }, { 67, "66.99" }, { 54, "53.99" }, { 61, "60.99" } },
} do
  local rule, kind, nation, old, primary, junior = one[1], one[2], one[3], one[4], one[5], one[6]
  local function with(name, area, changes)
    local given = like(name)(changes)
    given.rooms = { { kind = kind, area_m2 = area } }
    return given
  end
  local function of(what, given, expect, on) case(rule .. ", " .. what) { rule = rule, given = given, expect = expect, on = on } end

  of("X3: exactly the area of 2016", with("a school of 2016", old[1], {}), { verdict = "met", margin = "0" })
  of("X3: just below", with("a school of 2016", old[2], {}), "unmet")
  of("X3: built in 2017", with("a school of 2016", old[1], { built_year = 2017 }), "unmet")
  of("X3: built in 2015", with("a school of 2016", old[1], { built_year = 2015 }), "met")
  of("X3: when it was built is not known", with("a school of 2016", old[1], { built_year = missing }), "undetermined")
  of("X3: no plan", with("a school of 2016", old[1], { has_completion_plan = false }), "unmet")
  of("X3: built in 2017, the area of the nation", with("a school of 2016", nation[1], { built_year = 2017 }), "met")
  of("X3: built in 2017, just below it", with("a school of 2016", nation[2], { built_year = 2017 }), "unmet")
  of("X3: not before", with("a school of 2016", old[1], {}), "unmet", "2021-12-31")
  of("X3: on the last day", with("a school of 2016", old[1], {}), "met", "2024-12-31")
  of("X3: over", with("a school of 2016", old[1], {}), "unmet", "2025-01-01")

  of("X4: primary, exactly", with("a small rural school", primary[1], {}), { verdict = "met", margin = "0" })
  of("X4: primary, just below", with("a small rural school", primary[2], {}), "unmet")
  of("X4: primary, built before 2016, too", with("a small rural school", primary[1], { built_year = 2010 }), "met")
  of("X4: a class of 30", with("a small rural school", primary[1], { primary_largest_class = 30 }), "unmet")
  of("X4: a class of 28", with("a small rural school", primary[1], { primary_largest_class = 28 }), "met")
  of("X4: classes not known", with("a small rural school", primary[1], { primary_largest_class = missing }), "undetermined")
  of("X4: no plan", with("a small rural school", primary[1], { has_completion_plan = false }), "unmet")
  of("X4: in town", with("a small rural school", primary[1], { area_type = "town" }), "unmet")
  of("X4: a teaching point anywhere", with("a small rural school", primary[1], { area_type = "town", school_type = "teaching_point" }), "met")
  of("X4: not before", with("a small rural school", primary[1], {}), "unmet", "2021-12-31")
  of("X4: over", with("a small rural school", primary[1], {}), "unmet", "2025-01-01")
  of("X4: junior, exactly", with("a small rural nine-year school", junior[1], {}), { verdict = "met", margin = "0" })
  of("X4: junior, just below", with("a small rural nine-year school", junior[2], {}), "unmet")
  of("X4: a junior class of 30", with("a small rural nine-year school", junior[1], { junior_largest_class = 30 }), "unmet")
  of("X4: junior, over", with("a small rural nine-year school", junior[1], {}), "unmet", "2025-01-01")

  -- Who passes by nothing else: 1 is X3, 2 is X4 for primary schools, 3 is X4 with a junior stage.
  for number, name in ipairs { "a school of 2016", "a small rural school", "a small rural nine-year school" } do
    local told, area = "relax." .. rule .. "." .. number, ({ old, primary, junior })[number][1]
    case(told .. ": was used") { rule = told, given = with(name, area, {}), expect = "met" }
    case(told .. ": was not needed") { rule = told, given = with(name, nation[1], {}), expect = "unmet" }
    case(told .. ": did not help") { rule = told, given = with(name, 40, {}), expect = "unmet" }
    case(told .. ": without a plan it is not for them") {
      rule = told, given = with(name, area, { has_completion_plan = false }), expect = "not_applicable",
    }
    case(told .. ": over") { rule = told, on = "2025-01-01", given = with(name, area, {}), expect = "not_in_force" }
  end
end

-- X5
example "a large school" {
  school_type = "primary_school", built_year = 2010, has_completion_plan = true, migrant_students = 0, primary_students = 2400,
  junior_students = 0,
}
example "a large nine-year school" {
  school_type = "nine_year_school", built_year = 2010, has_completion_plan = true, migrant_students = 0, primary_students = 2000,
  junior_students = 1000,
}
for _, one in ipairs {
  { "exactly 2400", "a large school", {}, { verdict = "met", bound = "2400", margin = "0" } },
  { "2399", "a large school", { primary_students = 2399 }, "met" },
  { "2401", "a large school", { primary_students = 2401 }, "unmet" },
  { "built in 2009", "a large school", { built_year = 2009 }, "met" },
  { "built in 2011", "a large school", { built_year = 2011 }, "unmet" },
  { "no plan", "a large school", { has_completion_plan = false }, "unmet" },
  { "a plan or not is not known", "a large school", { has_completion_plan = missing }, "undetermined" },
  { "built in 2011, exactly 2000", "a large school", { built_year = 2011, primary_students = 2000 },
    { verdict = "met", bound = "2000", margin = "0" } },
  { "built in 2011, 1999", "a large school", { built_year = 2011, primary_students = 1999 }, "met" },
  { "built in 2011, 2001", "a large school", { built_year = 2011, primary_students = 2001 }, "unmet" },
  { "half of them migrant children", "a large school", { built_year = 2011, migrant_students = 1200 }, "unmet" },
  { "more than half of them migrant children", "a large school", { built_year = 2011, migrant_students = 1201 }, "met" },
  { "half and nearly one per cent", "a large school", { built_year = 2011, migrant_students = 1223 }, "met" },
  { "nearly half of them", "a large school", { built_year = 2011, migrant_students = 1177 }, "unmet" },
  { "migrant children not known", "a large school", { built_year = 2011, migrant_students = missing }, "undetermined" },
  { "nine years, exactly 3000", "a large nine-year school", {}, { verdict = "met", bound = "3000", margin = "0" } },
  { "nine years, 2999", "a large nine-year school", { junior_students = 999 }, "met" },
  { "nine years, 3001", "a large nine-year school", { junior_students = 1001 }, "unmet" },
  { "nine years, built in 2011, exactly 2500", "a large nine-year school", { built_year = 2011, junior_students = 500 },
    { verdict = "met", bound = "2500", margin = "0" } },
  { "nine years, built in 2011, 2499", "a large nine-year school", { built_year = 2011, junior_students = 499 }, "met" },
  { "nine years, built in 2011, 2501", "a large nine-year school", { built_year = 2011, junior_students = 501 }, "unmet" },
  { "twelve years are not relaxed", "a large nine-year school", { school_type = "twelve_year_school" }, "unmet" },
} do
  case("X5: " .. one[1]) { rule = "school_size", given = like(one[2])(one[3]), expect = one[4] }
end
for _, one in ipairs {
  { "2024-12-31", 2400, { verdict = "met", bound = "2400" } }, { "2025-01-01", 2400, { verdict = "unmet", bound = "2000" } },
  { "2025-01-01", 2000, { verdict = "met", margin = "0" } }, { "2025-01-01", 1999, "met" }, { "2025-01-01", 2001, "unmet" },
  { "2021-12-31", 2400, "unmet" },
} do
  case("X5: " .. one[2] .. " on " .. one[1]) {
    rule = "school_size", on = one[1], given = like "a large school" { primary_students = one[2] }, expect = one[3],
  }
end
for _, one in ipairs {
  { "2025-01-01", 500, { verdict = "met", bound = "2500", margin = "0" } }, { "2025-01-01", 499, "met" }, { "2025-01-01", 501, "unmet" },
} do
  case("X5: nine years, " .. 2000 + one[2] .. " on " .. one[1]) {
    rule = "school_size", on = one[1], given = like "a large nine-year school" { junior_students = one[2] }, expect = one[3],
  }
end
for number, one in ipairs { { "a large school", "primary_students", 2000, 9000 }, { "a large nine-year school", "junior_students", 500, 9000 } } do
  local told = "relax.school_size." .. number
  case(told .. ": was used") { rule = told, given = like(one[1]) {}, expect = "met" }
  case(told .. ": was not needed") { rule = told, given = like(one[1]) { [one[2]] = one[3] }, expect = "unmet" }
  case(told .. ": did not help") { rule = told, given = like(one[1]) { [one[2]] = one[4] }, expect = "unmet" }
  case(told .. ": is not for a school of 2011") { rule = told, given = like(one[1]) { built_year = 2011 }, expect = "not_applicable" }
end
