-- Cases of readings.lua, each reading off and on, on its lines, without data, and out of scope.

-- The same case by both readings.
local function both(name, switch_id, record, off, on)
  local with = {}
  for key, value in pairs(record) do with[key] = value end
  record.expect = off
  case(name .. ", off") (record)
  with.switches, with.expect = { switch_id }, on
  case(name .. ", on") (with)
end

example "a small rural school" {
  stage = "primary", school_type = "primary_school", area_type = "rural", students = 99,
  higher_degree_teachers = 10, backbone_teachers = 10, primary_pe_teachers = 0, primary_music_teachers = 0,
  primary_fine_arts_teachers = 0, primary_arts_teachers = 0, primary_visiting_pe_art_teachers = 1,
  teaching_area_m2 = 1000, indoor_sports_area_m2 = 0, sports_ground_area_m2 = 1000,
  equipment_value = 1000000, multimedia_rooms = 10,
}

-- Rounding to two decimals: half a hundredth below the standard is on it, a little less is not. Each line: indicator, what
-- is counted, the standard, then for 20000 students what is on the line, half a hundredth of the measure below it, and
-- less than that.
example "twenty thousand pupils" {
  stage = "primary", school_type = "primary_school", students = 20000, higher_degree_teachers = 840, backbone_teachers = 200,
  pe_art_teachers = 180, teaching_area_m2 = 90000, indoor_sports_area_m2 = 0, sports_ground_area_m2 = 150000,
  equipment_value = 40000000, multimedia_rooms = 460,
}
example "twenty thousand juniors" {
  stage = "junior", school_type = "junior_school", students = 20000, higher_degree_teachers = 1060, backbone_teachers = 200,
  pe_art_teachers = 180, teaching_area_m2 = 116000, indoor_sports_area_m2 = 0, sports_ground_area_m2 = 204000,
  equipment_value = 50000000, multimedia_rooms = 480,
}
for _, stage in ipairs {
  { "twenty thousand pupils", {
    { "higher_degree_teachers_per_100", "higher_degree_teachers", "4.2", 840, 839, "838.9" },
    { "backbone_teachers_per_100", "backbone_teachers", "1", 200, 199, "198.9" },
    { "pe_art_teachers_per_100", "pe_art_teachers", "0.9", 180, 179, "178.9" },
    { "teaching_area_per_student", "teaching_area_m2", "4.5", 90000, 89900, "89899.9" },
    { "sports_area_per_student", "sports_ground_area_m2", "7.5", 150000, 149900, "149899.9" },
    { "equipment_value_per_student", "equipment_value", "2000", 40000000, 39999900, "39999899.9" },
    { "multimedia_rooms_per_100", "multimedia_rooms", "2.3", 460, 459, "458.9" },
  } },
  { "twenty thousand juniors", {
    { "higher_degree_teachers_per_100", "higher_degree_teachers", "5.3", 1060, 1059, "1058.9" },
    { "backbone_teachers_per_100", "backbone_teachers", "1", 200, 199, "198.9" },
    { "pe_art_teachers_per_100", "pe_art_teachers", "0.9", 180, 179, "178.9" },
    { "teaching_area_per_student", "teaching_area_m2", "5.8", 116000, 115900, "115899.9" },
    { "sports_area_per_student", "sports_ground_area_m2", "10.2", 204000, 203900, "203899.9" },
    { "equipment_value_per_student", "equipment_value", "2500", 50000000, 49999900, "49999899.9" },
    { "multimedia_rooms_per_100", "multimedia_rooms", "2.4", 480, 479, "478.9" },
  } },
} do
  local school = stage[1]
  for _, line in ipairs(stage[2]) do
    local rule, quantity, bound, exact, half, below = line[1], line[2], line[3], line[4], line[5], line[6]
    local function given(value) return { rule = rule, given = like(school) { [quantity] = value } } end
    local function rounding(name, value, off, on)
      both(rule .. ", " .. school .. ": " .. name, "round_before_comparing", given(value), off, on)
    end
    local on_it = { verdict = "met", measure = bound, margin = "0" }
    rounding("on the line", exact, on_it, on_it)
    rounding("above", exact + 2, "met", "met")
    rounding("half a hundredth below", half, "unmet", on_it)
    rounding("more than half a hundredth below", below, "unmet", "unmet")
    rounding("blank", missing, "undetermined", "undetermined")
    both(rule .. ", " .. school .. ": no students", "round_before_comparing", {
      rule = rule, given = like(school) { students = 0 },
    }, "not_applicable", "not_applicable")
  end
end

-- Independent schools below 50.
both("an independent school of 49", "small_schools_left_out", {
  rule = "backbone_teachers_per_100", given = like "a small rural school" { students = 49, backbone_teachers = 0 },
}, "unmet", "not_applicable")
both("an independent school of 50", "small_schools_left_out", {
  rule = "backbone_teachers_per_100", given = like "a small rural school" { students = 50, backbone_teachers = 0 },
}, "unmet", "unmet")
both("a teaching point of 49", "small_schools_left_out", {
  rule = "backbone_teachers_per_100",
  given = like "a small rural school" { students = 49, school_type = "teaching_point", backbone_teachers = 0 },
}, "not_applicable", "not_applicable")
both("a teaching point of 50", "small_schools_left_out", {
  rule = "backbone_teachers_per_100",
  given = like "a small rural school" { students = 50, school_type = "teaching_point", backbone_teachers = 0 },
}, "unmet", "unmet")
both("an independent school of one student", "small_schools_left_out", {
  rule = "higher_degree_teachers_per_100", given = like "a small rural school" { students = 1, higher_degree_teachers = 0 },
}, "unmet", "not_applicable")
both("a teaching point of 50, higher degrees", "small_schools_left_out", {
  rule = "higher_degree_teachers_per_100",
  given = like "a small rural school" { students = 50, school_type = "teaching_point", higher_degree_teachers = 0 },
}, "unmet", "unmet")

-- One room of either kind for twelve classes.
local function rooms(...)
  local list = {}
  for index, room in ipairs { ... } do list[index] = { kind = room[1], area_m2 = room[2] } end
  return list
end

-- Rule, its kind and area, the other kind and its area, older and small rooms of its own kind.
local kinds = {
  { "music_rooms", "music", 96, "fine_arts", 90, 73, "72.99" },
  { "art_rooms", "fine_arts", 90, "music", 96, 67, "66.99" },
}

example "a school with rooms" {
  school_type = "primary_school", area_type = "urban", compulsory_classes = 12, built_year = 2016, has_completion_plan = true,
  stages = { { stage = "primary", students = 300, largest_class = 30 } },
}

for _, kind in ipairs(kinds) do
  local rule, own, area, other, other_area, older, too_small = kind[1], kind[2], kind[3], kind[4], kind[5], kind[6], kind[7]
  local function given(list, changes)
    local school = like "a school with rooms" (changes)
    school.rooms = list
    return school
  end

  -- either kind
  both(rule .. ": one room of the other kind", "rooms_of_either_kind", {
    rule = rule, given = given(rooms({ other, other_area }), {}),
  }, { verdict = "unmet", measure = "0" }, { verdict = "met", measure = "1" })
  both(rule .. ": one of the other kind, too small", "rooms_of_either_kind", {
    rule = rule, given = given(rooms({ other, other_area - 1 }), {}),
  }, "unmet", "unmet")
  both(rule .. ": one of the own kind, too small", "rooms_of_either_kind", {
    rule = rule, given = given(rooms({ own, area - 1 }), {}),
  }, "unmet", "unmet")
  both(rule .. ": two classes too many for two rooms", "rooms_of_either_kind", {
    rule = rule, given = given(rooms({ own, area }, { other, other_area }), { compulsory_classes = 25 }),
  }, "unmet", { verdict = "unmet", measure = "2", bound = "3" })
  both(rule .. ": two rooms of either kind for 24 classes", "rooms_of_either_kind", {
    rule = rule, given = given(rooms({ own, area }, { other, other_area }), { compulsory_classes = 24 }),
  }, "unmet", { verdict = "met", margin = "0" })

  -- built by 2016
  both(rule .. ": an older room, built in 2016", "older_rooms_are_smaller", {
    rule = rule, given = given(rooms({ own, older }), {}),
  }, "unmet", { verdict = "met", margin = "0" })
  both(rule .. ": an older room too small", "older_rooms_are_smaller", {
    rule = rule, given = given(rooms({ own, too_small }), {}),
  }, "unmet", "unmet")
  both(rule .. ": an older room, built in 2017", "older_rooms_are_smaller", {
    rule = rule, given = given(rooms({ own, older }), { built_year = 2017 }),
  }, "unmet", "unmet")
  both(rule .. ": an older room without a plan", "older_rooms_are_smaller", {
    rule = rule, given = given(rooms({ own, older }), { has_completion_plan = false }),
  }, "unmet", "unmet")
  both(rule .. ": an older room, nobody knows when", "older_rooms_are_smaller", {
    rule = rule, given = given(rooms({ own, older }), { built_year = missing }),
  }, "unmet", "undetermined")
  both(rule .. ": rooms of the other kind are no older rooms", "older_rooms_are_smaller", {
    rule = rule, given = given(rooms({ other, 200 }), {}),
  }, "unmet", "unmet")

  -- no class of thirty, at small rural schools
  local function small(list, class, changes)
    local school = given(list, { area_type = "rural", stages = { { stage = "primary", students = 90, largest_class = class } } })
    for key, value in pairs(changes) do school[key] = value end
    return school
  end
  local id = "small_classes_have_smaller_rooms"
  both(rule .. ": 54 square metres for classes of 29", id, { rule = rule, given = small(rooms({ own, 54 }), 29, {}) }, "unmet",
    { verdict = "met", margin = "0" })
  both(rule .. ": less than 54", id, { rule = rule, given = small(rooms({ own, "53.99" }), 29, {}) }, "unmet", "unmet")
  both(rule .. ": a class of thirty", id, { rule = rule, given = small(rooms({ own, 54 }), 30, {}) }, "unmet", "unmet")
  both(rule .. ": 54 in town", id, { rule = rule, given = small(rooms({ own, 54 }), 29, { area_type = "town" }) }, "unmet", "unmet")
  both(rule .. ": 54 without a plan", id, {
    rule = rule, given = small(rooms({ own, 54 }), 29, { has_completion_plan = false }),
  }, "unmet", "unmet")
  both(rule .. ": a class of unknown size", id, { rule = rule, given = small(rooms({ own, 54 }), missing, {}) }, "unmet", "undetermined")
  for _, line in ipairs { { "61", "met" }, { "60.99", "unmet" } } do
    both(rule .. ": junior, " .. line[1], id, {
      rule = rule,
      given = small(rooms({ own, line[1] }), 29, {
        school_type = "junior_school", stages = { { stage = "junior", students = 90, largest_class = 29 } },
      }),
    }, "unmet", line[2])
  end
  -- both relaxations: the smaller area counts
  case(rule .. ": both relaxations") {
    rule = rule, switches = { "older_rooms_are_smaller", "small_classes_have_smaller_rooms" },
    given = small(rooms({ own, 54 }), 29, {}), expect = "met",
  }
  case(rule .. ": both relaxations, a junior school") {
    rule = rule, switches = { "older_rooms_are_smaller", "small_classes_have_smaller_rooms" },
    given = small(rooms({ own, 61 }), 29, {
      school_type = "junior_school", stages = { { stage = "junior", students = 90, largest_class = 29 } },
    }),
    expect = "met",
  }
  -- and both kinds are counted by the smaller areas
  for _, line in ipairs { { older, "met" }, { too_small, "unmet" } } do
    case(rule .. ": either kind, an older room of " .. line[1]) {
      rule = rule, switches = { "rooms_of_either_kind", "older_rooms_are_smaller" }, given = given(rooms({ own, line[1] }), {}),
      expect = line[2],
    }
  end
  for _, line in ipairs {
    { "primary_school", "primary", 54, "met" }, { "primary_school", "primary", "53.99", "unmet" },
    { "junior_school", "junior", 61, "met" }, { "junior_school", "junior", "60.99", "unmet" },
  } do
    case(rule .. ": either kind, small classes, " .. line[2] .. ", " .. line[3]) {
      rule = rule, switches = { "rooms_of_either_kind", "small_classes_have_smaller_rooms" }, expect = line[4],
      given = small(rooms({ own, line[3] }), 29, {
        school_type = line[1], stages = { { stage = line[2], students = 90, largest_class = 29 } },
      }),
    }
  end
  -- whom it is asked of
  both(rule .. ": more than are asked for", "rooms_of_either_kind", {
    rule = rule, given = given(rooms({ own, area }, { own, area }), {}),
  }, "met", "met")
  both(rule .. ": a special school", "rooms_of_either_kind", {
    rule = rule, given = given({}, { school_type = "special_education", compulsory_students = 100 }),
  }, "not_applicable", "not_applicable")
  both(rule .. ": a teaching point of 50", "rooms_of_either_kind", {
    rule = rule, given = given({}, { school_type = "teaching_point", compulsory_students = 50 }),
  }, "unmet", "unmet")
  both(rule .. ": a teaching point of 49", "rooms_of_either_kind", {
    rule = rule, given = given({}, { school_type = "teaching_point", compulsory_students = 49 }),
  }, "not_applicable", "not_applicable")
  case(rule .. ": both relaxations and either kind") {
    rule = rule, switches = { "older_rooms_are_smaller", "small_classes_have_smaller_rooms", "rooms_of_either_kind" },
    given = small(rooms({ own, 54 }, { other, 54 }), 29, { compulsory_classes = 24 }), expect = { verdict = "met", measure = "2" },
  }
end

-- Visiting teachers at small rural schools: 1 of 99 is 1.01 per hundred.
local visiting = "visiting_teachers_count"
local function pe_art(changes)
  return { rule = "pe_art_teachers_per_100", given = like "a small rural school" (changes) }
end
both("a visiting teacher at a rural school of 99", visiting, pe_art {}, { verdict = "unmet", measure = "0" }, "met")
both("a visiting teacher at a rural school of 50", visiting, pe_art { students = 50 }, "unmet", { verdict = "met", measure = "2" })
both("a visiting teacher at a rural school of 49", visiting, pe_art { students = 49 }, "unmet", "unmet")
both("visiting teachers at a rural school of 100", visiting, pe_art { students = 100, primary_visiting_pe_art_teachers = 9 }, "unmet", "unmet")
both("a visiting teacher in town", visiting, pe_art { area_type = "town" }, "unmet", "unmet")
both("a visiting teacher at a teaching point in town", visiting, pe_art { area_type = "town", school_type = "teaching_point" },
  "unmet", "met")
both("visiting teachers not known", visiting, pe_art { primary_visiting_pe_art_teachers = missing }, "unmet", "undetermined")
both("no visiting teachers needed", visiting, pe_art { primary_pe_teachers = 1, primary_visiting_pe_art_teachers = missing }, "met", "met")
both("visiting teachers are those of the stage", visiting, {
  rule = "pe_art_teachers_per_100",
  given = {
    stage = "junior", school_type = "junior_school", area_type = "rural", junior_students = 50, junior_pe_teachers = 0,
    junior_music_teachers = 0, junior_fine_arts_teachers = 0, junior_arts_teachers = 0, junior_visiting_pe_art_teachers = 1,
    primary_visiting_pe_art_teachers = 30,
  },
}, { verdict = "unmet", measure = "0" }, { verdict = "met", measure = "2" })

-- Grounds on roofs and off campus, in the core of cities: 1000 pupils need 7500 m², 5000 are there, 2000 on roofs and 500
-- leased. Backbone teachers are at 90 %, so that the area must be met in full.
example "a school in the core" {
  school_type = "primary_school", is_in_dense_core = true, primary_students = 1000,
  primary_diploma_teachers = 0, primary_bachelor_teachers = 42, primary_master_teachers = 0, primary_doctor_teachers = 0,
  primary_backbone_teachers = 9, primary_pe_teachers = 9, primary_music_teachers = 0, primary_fine_arts_teachers = 0,
  primary_arts_teachers = 0, teaching_area_m2 = 4500, indoor_sports_area_m2 = 0, equipment_value_wan_yuan = 200,
  multimedia_rooms = 23, sports_ground_area_m2 = 5000, converted_sports_area_m2 = 2000, leased_sports_area_m2 = 500,
}
local function grounds(changes)
  return { rule = "all_schools", given = { schools = { like "a school in the core" (changes) } } }
end
local core = "other_grounds_count"
both("grounds elsewhere, on the line", core, grounds {}, "unmet", "met")
both("grounds elsewhere, just below", core, grounds { converted_sports_area_m2 = "1999.99" }, "unmet", "unmet")
both("grounds elsewhere, not in the core", core, grounds { is_in_dense_core = false }, "unmet", "unmet")
both("grounds elsewhere, core not known", core, grounds { is_in_dense_core = missing }, "unmet", "undetermined")
both("roofs not known", core, grounds { converted_sports_area_m2 = missing }, "unmet", "undetermined")
both("leased venues not known", core, grounds { leased_sports_area_m2 = missing }, "unmet", "undetermined")
both("enough without other grounds", core, grounds { sports_ground_area_m2 = 7500, leased_sports_area_m2 = missing }, "met", "met")
-- They are shared as the rest is. 166 and 210 students are 397 weighted; of 3970 m² each primary student has 10, each
-- junior student 11.
example "a nine-year school in the core" {
  school_type = "nine_year_school", is_in_dense_core = true, primary_students = 166, junior_students = 210,
  primary_diploma_teachers = 0, primary_bachelor_teachers = 16, primary_master_teachers = 0, primary_doctor_teachers = 0,
  primary_backbone_teachers = 4, primary_pe_teachers = 2, primary_music_teachers = 1, primary_fine_arts_teachers = 1,
  primary_arts_teachers = 0, junior_bachelor_teachers = 20, junior_master_teachers = 0, junior_doctor_teachers = 0,
  junior_backbone_teachers = 2, junior_pe_teachers = 2, junior_music_teachers = 1, junior_fine_arts_teachers = 1,
  junior_arts_teachers = 0, teaching_area_m2 = 23226, indoor_sports_area_m2 = 0, equipment_value_wan_yuan = 23226,
  multimedia_rooms = 100, sports_ground_area_m2 = 0, converted_sports_area_m2 = 2970, leased_sports_area_m2 = 1000,
}
-- Junior backbone teachers are 2 of 2.1 (95 %), so that the junior part must have its 10.2 · 397 / 1.1 = 3681.27… m².
both("roofs and leased venues are shared out", core, {
  rule = "all_schools", given = { schools = { like "a nine-year school in the core" {} } },
}, "unmet", "met")
both("and not a hundredth less", core, {
  rule = "all_schools",
  given = { schools = { like "a nine-year school in the core" { converted_sports_area_m2 = "2681.27" } } },
}, "unmet", "unmet")
both("but a hundredth more", core, {
  rule = "all_schools",
  given = { schools = { like "a nine-year school in the core" { converted_sports_area_m2 = "2681.28" } } },
}, "unmet", "met")

-- Larger schools.
example "a large school" {
  school_type = "primary_school", compulsory_students = 2400, built_year = 2010, migrant_students = 0, has_completion_plan = true,
}
local function size(changes)
  return { rule = "school_size", given = like "a large school" (changes) }
end
local larger = "older_schools_are_larger"
both("2400, built in 2010", larger, size {}, { verdict = "unmet", bound = "2000" }, { verdict = "met", bound = "2400", margin = "0" })
both("2401, built in 2010", larger, size { compulsory_students = 2401 }, "unmet", "unmet")
both("2400, built in 2011", larger, size { built_year = 2011 }, "unmet", "unmet")
both("2400, built in 2011, 1201 migrants", larger, size { built_year = 2011, migrant_students = 1201 }, "unmet", "met")
both("2400, built in 2011, 1200 migrants", larger, size { built_year = 2011, migrant_students = 1200 }, "unmet", "unmet")
both("2400 without a plan", larger, size { has_completion_plan = false }, "unmet", "unmet")
both("2400, plan not known", larger, size { has_completion_plan = missing }, "unmet", "undetermined")
both("3000 of nine years", larger, size { school_type = "nine_year_school", compulsory_students = 3000 },
  { verdict = "unmet", bound = "2500" }, { verdict = "met", bound = "3000", margin = "0" })
both("3001 of nine years", larger, size { school_type = "nine_year_school", compulsory_students = 3001 }, "unmet", "unmet")
both("2501 of twelve years", larger, size { school_type = "twelve_year_school", compulsory_students = 2501 }, "unmet", "unmet")
both("2500 of twelve years", larger, size { school_type = "twelve_year_school", compulsory_students = 2500 },
  { verdict = "met", bound = "2500" }, { verdict = "met", bound = "2500" })
