-- Worked by hand.

example "primary" { school_type = "primary_school", primary_students = 600, primary_classes = 12, is_boarding = false, has_clinic = true,
  sports_ground_area_m2 = 1380, ball_courts = 2, ordinary_classrooms = 12, smallest_classroom_m2 = 52,
  teaching_site_area_m2 = 9000, teaching_building_area_m2 = 3618, siting_points = 2, land_points = 3, teaching_rooms_points = 10,
  other_hardware_points = 35, management_points = 29 }
example "nine years" { school_type = "nine_year_school", primary_students = 300, junior_students = 200, primary_classes = 6, junior_classes = 4,
  sports_ground_area_m2 = 1350, ball_courts = 2, ordinary_classrooms = 10, smallest_classroom_m2 = 56,
  is_boarding = true, has_clinic = true, teaching_site_area_m2 = 8500, teaching_building_area_m2 = 3129, siting_points = 2,
  teaching_rooms_points = 12, other_hardware_points = 42, management_points = 40 }
example "junior" { school_type = "junior_school", junior_students = 500, junior_classes = 10, is_boarding = false, has_clinic = false,
  sports_ground_area_m2 = 1650, ball_courts = 2, ordinary_classrooms = 10, smallest_classroom_m2 = 56,
  teaching_site_area_m2 = 10000, teaching_building_area_m2 = 3300, siting_points = 2, teaching_rooms_points = 12, other_hardware_points = 42,
  management_points = 40 }

-- Land: 15 × 600 = 9000; 20 × 500 = 10000; a nine-year school needs 15 × 300 + 20 × 200 = 8500.
for _, one in ipairs { { "primary", 9000, "8999.99", "9000.01" }, { "junior", 10000, "9999.99", "10000.01" }, { "nine years", 8500, "8499.99", "8500.01" } } do
  case("land, " .. one[1] .. ": exactly") { rule = "land", given = like(one[1]) {}, expect = { verdict = "met", bound = one[2], margin = "0" } }
  case("land, " .. one[1] .. ": less") { rule = "land", given = like(one[1]) { teaching_site_area_m2 = one[3] }, expect = "unmet" }
  case("land, " .. one[1] .. ": more") { rule = "land", given = like(one[1]) { teaching_site_area_m2 = one[4] }, expect = "met" }
  case("land, " .. one[1] .. ": blank") { rule = "land", given = like(one[1]) { teaching_site_area_m2 = missing }, expect = "undetermined" }
end

-- Floor area, a class is 45 or 50: 12 × 45 = 540 students, between 540 × 4.4 = 2376 and 540 × 6.7 = 3618 m².
-- 10 × 50 = 500 students, between 2600 and 3300. Nine years: 270 and 200, between 1188 + 1040 = 2228 and 1809 + 1320 = 3129.
for _, one in ipairs { { "primary", 3618, "3617.99", 2376, "2375.99" }, { "junior", 3300, "3299.99", 2600, "2599.99" }, { "nine years", 3129, "3128.99", 2228, "2227.99" } } do
  case("floors, " .. one[1] .. ": enough whatever its size") { rule = "floor_area", given = like(one[1]) { teaching_building_area_m2 = one[2] }, expect = "met" }
  case("floors, " .. one[1] .. ": a little less is open") { rule = "floor_area", given = like(one[1]) { teaching_building_area_m2 = one[3] }, expect = "undetermined" }
  case("floors, " .. one[1] .. ": as the largest school") { rule = "floor_area", given = like(one[1]) { teaching_building_area_m2 = one[4] }, expect = "undetermined" }
  case("floors, " .. one[1] .. ": too little for any") { rule = "floor_area", given = like(one[1]) { teaching_building_area_m2 = one[5] }, expect = "unmet" }
  case("floors, " .. one[1] .. ": blank") { rule = "floor_area", given = like(one[1]) { teaching_building_area_m2 = missing }, expect = "undetermined" }
end

case "clinic: 600 students" { rule = "clinic", given = like "primary" {}, expect = "met" }
case "clinic: 600 students, none" { rule = "clinic", given = like "primary" { has_clinic = false }, expect = "unmet" }
case "clinic: 599 students" { rule = "clinic", given = like "primary" { primary_students = 599, has_clinic = false }, expect = "not_applicable" }
case "clinic: boarding" { rule = "clinic", given = like "nine years" { has_clinic = false }, expect = "unmet" }
case "clinic: not known" { rule = "clinic", given = like "primary" { has_clinic = missing }, expect = "undetermined" }
case "clinic: boarding not known, few students" { rule = "clinic", given = like "junior" { is_boarding = missing }, expect = "undetermined" }

case "a teaching point is not assessed" { rule = "land", given = { school_type = "teaching_point", primary_students = 10 }, expect = "not_applicable" }
case "a school without students" { rule = "land", given = like "primary" { primary_students = 0 }, expect = "not_applicable" }
case "a school of one student" { rule = "land", given = like "primary" { primary_students = 1, teaching_site_area_m2 = 15 }, expect = "met" }

-- Points: 2 + 4 + 10 + 35 = 51 of 60, with 29 of 40: 80, on the line.
case "hardware" { rule = "standard_school.hardware", given = like "primary" {}, expect = { verdict = "met", measure = "51" } }
case "management" { rule = "standard_school.management", given = like "primary" {}, expect = { verdict = "met", measure = "29" } }
case "land: all for the standard" { rule = "standard_school.hardware.land", given = like "primary" {}, expect = { verdict = "met", measure = "4" } }
case "land: as given below it" { rule = "standard_school.hardware.land", given = like "primary" { teaching_site_area_m2 = 8999 }, expect = { verdict = "met", measure = "3" } }
for _, one in ipairs {
  { "hardware.siting", "siting_points", "1.5" }, { "hardware.teaching_rooms", "teaching_rooms_points", "11" }, { "hardware.other", "other_hardware_points", "41" },
  { "management.management", "management_points", "39" },
} do
  case(one[1] .. ": as given") { rule = "standard_school." .. one[1], given = like "primary" { [one[2]] = one[3] }, expect = { verdict = "met", measure = one[3] } }
end
case "siting: full" { rule = "standard_school.hardware.siting", given = like "primary" {}, expect = { verdict = "met", measure = "2" } }
case "rooms: full" { rule = "standard_school.hardware.teaching_rooms", given = like "nine years" {}, expect = { verdict = "met", measure = "12" } }
case "other: full" { rule = "standard_school.hardware.other", given = like "nine years" {}, expect = { verdict = "met", measure = "42" } }
case "management: full" { rule = "standard_school.management", given = like "nine years" {}, expect = { verdict = "met", measure = "40" } }
case "all points" { rule = "standard_school", given = like "nine years" {}, expect = { verdict = "met", measure = "100" } }
case "exactly 80" { rule = "standard_school", given = like "primary" {}, expect = { verdict = "met", measure = "80", margin = "0" } }
case "79.5" { rule = "standard_school", given = like "primary" { management_points = "28.5" }, expect = { verdict = "unmet", measure = "79.5" } }
case "one square metre of land costs the line" { rule = "standard_school", given = like "primary" { teaching_site_area_m2 = 8999 }, expect = { verdict = "unmet", measure = "79" } }
case "points not given" { rule = "standard_school", given = like "primary" { management_points = missing }, expect = "undetermined" }
case "points not given, too few for any" { rule = "standard_school", given = like "primary" { management_points = missing, other_hardware_points = 20 }, expect = "unmet" }
case "a teaching point has no points" { rule = "standard_school", given = { school_type = "teaching_point", primary_students = 10 }, expect = "not_applicable" }

case "all schools" { rule = "all_schools", given = { schools = { like "primary" {}, like "nine years" {} } }, expect = "met" }
case "one has too few" { rule = "standard_schools", given = { schools = { like "primary" { management_points = 28 }, like "nine years" {} } }, expect = "unmet" }
case "no failure among what is encoded" { rule = "standard_schools", given = { schools = { like "nine years" {} } }, expect = "met" }
case "no gap" { rule = "figures_reached", given = { schools = { like "nine years" {} } }, expect = "met" }
case "a gap" { rule = "figures_reached", given = { schools = { like "nine years" { has_clinic = false } } }, expect = "unmet" }

-- No points are none, and more than there are is as good as not given: one above the full points would reach 80,
-- the full ones only 79.
for _, one in ipairs {
  { "hardware.siting", "siting_points" }, { "hardware.teaching_rooms", "teaching_rooms_points" }, { "hardware.other", "other_hardware_points" },
  { "management.management", "management_points" },
} do
  case(one[1] .. ": none") { rule = "standard_school." .. one[1], given = like "primary" { [one[2]] = 0 }, expect = { verdict = "met", measure = "0", margin = "0" } }
end
for _, one in ipairs {
  { "siting", 3, 12, 42, 19 }, { "rooms", 2, 13, 42, 19 }, { "other hardware", 2, 12, 43, 19 }, { "management", 2, 12, 21, 41 },
} do
  case("more points than there are: " .. one[1]) {
    rule = "standard_school",
    given = like "primary" { siting_points = one[2], teaching_rooms_points = one[3], other_hardware_points = one[4], management_points = one[5] },
    expect = "unmet",
  }
end
case "more points than there are: land" {
  rule = "standard_school",
  given = like "primary" { teaching_site_area_m2 = 8999, land_points = 5, siting_points = 2, teaching_rooms_points = 12, other_hardware_points = 42, management_points = 19 },
  expect = "unmet",
}

-- The construction standard. Grounds: 2.3 × 600 = 1380; 3.3 × 500 = 1650; 2.3 × 300 + 3.3 × 200 = 1350. Courts: 12 classes
-- need 2, 13 need 3; 10 need 2.
for _, one in ipairs {
  { "sports_ground", "primary", "sports_ground_area_m2", 1380, "1379.99", "1380.01" }, { "sports_ground", "junior", "sports_ground_area_m2", 1650, "1649.99", "1650.01" },
  { "sports_ground", "nine years", "sports_ground_area_m2", 1350, "1349.99", "1350.01" }, { "ball_courts", "primary", "ball_courts", 2, 1, 3 },
  { "ball_courts", "nine years", "ball_courts", 2, 1, 3 }, { "ordinary_classrooms", "primary", "ordinary_classrooms", 12, 11, 13 },
  { "ordinary_classrooms", "nine years", "ordinary_classrooms", 10, 9, 11 },
} do
  local name = one[1] .. ", " .. one[2] .. ": "
  case(name .. "exactly") { rule = one[1], given = like(one[2]) {}, expect = { verdict = "met", bound = one[4], margin = "0" } }
  case(name .. "less") { rule = one[1], given = like(one[2]) { [one[3]] = one[5] }, expect = "unmet" }
  case(name .. "more") { rule = one[1], given = like(one[2]) { [one[3]] = one[6] }, expect = "met" }
  case(name .. "blank") { rule = one[1], given = like(one[2]) { [one[3]] = missing }, expect = "undetermined" }
  case(name .. "a teaching point") { rule = one[1], given = like(one[2]) { school_type = "teaching_point" }, expect = "not_applicable" }
end
case "courts: 13 classes" { rule = "ball_courts", given = like "primary" { primary_classes = 13 }, expect = { verdict = "unmet", bound = "3" } }
for _, one in ipairs { { "primary", 52, "51.99", "52.01" }, { "junior", 56, "55.99", "56.01" } } do
  local function room(area) return { stage = one[1], school_type = one[1] .. "_school", [one[1] .. "_students"] = 100, smallest_classroom_m2 = area } end
  case("classroom, " .. one[1] .. ": exactly") { rule = "classroom_area", given = room(one[2]), expect = { verdict = "met", bound = one[2], margin = "0" } }
  case("classroom, " .. one[1] .. ": less") { rule = "classroom_area", given = room(one[3]), expect = "unmet" }
  case("classroom, " .. one[1] .. ": more") { rule = "classroom_area", given = room(one[4]), expect = "met" }
  case("classroom, " .. one[1] .. ": blank") { rule = "classroom_area", given = room(missing), expect = "undetermined" }
end
case "classroom: no students" { rule = "classroom_area", given = { stage = "primary", school_type = "primary_school", primary_students = 0, smallest_classroom_m2 = 1 }, expect = "not_applicable" }
