-- On, below and above each line of the standards; by boarding and place; without data; out of scope.

example "primary" {
  stage = "primary", school_type = "primary_school", organiser = "education_department", area_type = "urban", boarding = "none",
  primary_students = 500, primary_largest_class = 45, primary_tracks = 2, site_area_m2 = 11000, building_area_m2 = 2600,
  classroom_area_m2 = 575, classroom_glass_m2 = "95.84", ceiling_lamps = 9, board_lamps = 2, has_hard_floors = true,
  has_music_room = true, has_art_room = true, has_laboratory = true, has_computer_room = true, has_library = true,
  has_sports_store = true, has_reading_room = false, has_multipurpose_room = false, has_counselling_room = false,
}
example "junior" {
  stage = "junior", school_type = "junior_school", organiser = "education_department", area_type = "town", boarding = "none",
  junior_students = 500, junior_largest_class = 50, junior_tracks = 4, site_area_m2 = 13000, building_area_m2 = 3200,
  classroom_area_m2 = 560, classroom_glass_m2 = 100, ceiling_lamps = 9, board_lamps = 2, has_hard_floors = true,
  has_music_room = true, has_art_room = true, has_laboratory = true, has_computer_room = true, has_library = true,
  has_sports_store = true, has_reading_room = true, has_multipurpose_room = true, has_counselling_room = true,
}

-- rule, school, column, on the line, worse, better, the line
local lines = {
  { "class_size", "primary", "primary_largest_class", 45, 46, 44, "45" },
  { "class_size", "junior", "junior_largest_class", 50, 51, 49, "50" },
  { "fewest_tracks", "primary", "primary_tracks", 2, 1, 3, "2" },
  { "fewest_tracks", "junior", "junior_tracks", 4, 3, 5, "4" },
  { "land_per_student", "primary", "site_area_m2", 11000, "10999.99", "11000.01", "22" },
  { "land_per_student", "junior", "site_area_m2", 13000, "12999.99", "13000.01", "26" },
  { "building_area_per_student", "primary", "building_area_m2", 2600, "2599.99", "2600.01", "5.2" },
  { "building_area_per_student", "junior", "building_area_m2", 3200, "3199.99", "3200.01", "6.4" },
  { "classroom_area_per_student", "primary", "classroom_area_m2", 575, "574.99", "575.01", "1.15" },
  { "classroom_area_per_student", "junior", "classroom_area_m2", 560, "559.99", "560.01", "1.12" },
  { "ceiling_lamps", "primary", "ceiling_lamps", 9, 8, 10, "9" },
  { "board_lamps", "primary", "board_lamps", 2, 1, 3, "2" },
}
for _, one in ipairs(lines) do
  local rule, base, column = one[1], one[2], one[3]
  local name = rule .. ", " .. base .. ": "
  case(name .. "on the line") { rule = rule, given = like(base) { [column] = one[4] }, expect = { verdict = "met", bound = one[7], margin = "0" } }
  case(name .. "worse") { rule = rule, given = like(base) { [column] = one[5] }, expect = "unmet" }
  case(name .. "better") { rule = rule, given = like(base) { [column] = one[6] }, expect = "met" }
  case(name .. "blank") { rule = rule, given = like(base) { [column] = missing }, expect = "undetermined" }
  case(name .. "a private school is not scored") { rule = rule, given = like(base) { organiser = "private" }, expect = "not_applicable" }
end

-- Tracks: by place, and for a nine-year school.
local tracks = {
  { "urban", 6, "met" }, { "urban", 7, "unmet" }, { "rural", 4, "met" }, { "rural", 5, "unmet" },
  { "town", 4, "met" }, { "town", 5, "undetermined" }, { "town", 6, "undetermined" }, { "town", 7, "unmet" },
}
for _, one in ipairs(tracks) do
  case("most_tracks: " .. one[1] .. " " .. one[2]) { rule = "most_tracks", given = like "primary" { area_type = one[1], primary_tracks = one[2] }, expect = one[3] }
end
case "most_tracks: primary, nothing known" { rule = "most_tracks", given = like "primary" { primary_tracks = missing }, expect = "undetermined" }
case "most_tracks: junior, 12" { rule = "most_tracks", given = like "junior" { junior_tracks = 12 }, expect = { verdict = "met", bound = "12" } }
case "most_tracks: junior, 13" { rule = "most_tracks", given = like "junior" { junior_tracks = 13 }, expect = "unmet" }
case "most_tracks: a private school" { rule = "most_tracks", given = like "primary" { organiser = "private" }, expect = "not_applicable" }
case "fewest_tracks: rural, 1" { rule = "fewest_tracks", given = like "primary" { area_type = "rural", primary_tracks = 1 }, expect = { verdict = "met", bound = "1" } }
case "fewest_tracks: rural, none" { rule = "fewest_tracks", given = like "primary" { area_type = "rural", primary_tracks = 0 }, expect = "unmet" }
case "fewest_tracks: town, 1" { rule = "fewest_tracks", given = like "primary" { area_type = "town", primary_tracks = 1 }, expect = "undetermined" }
case "fewest_tracks: town, 2" { rule = "fewest_tracks", given = like "primary" { area_type = "town", primary_tracks = 2 }, expect = "met" }
case "fewest_tracks: town, none" { rule = "fewest_tracks", given = like "primary" { area_type = "town", primary_tracks = 0 }, expect = "unmet" }
case "fewest_tracks: nine-year school, 2" { rule = "fewest_tracks", given = like "junior" { school_type = "nine_year_school", junior_tracks = 2 }, expect = { verdict = "met", bound = "2" } }
case "fewest_tracks: nine-year school, 1" { rule = "fewest_tracks", given = like "junior" { school_type = "nine_year_school", junior_tracks = 1 }, expect = "unmet" }
case "most_tracks: nine-year school, 4" { rule = "most_tracks", given = like "junior" { school_type = "nine_year_school", junior_tracks = 4 }, expect = { verdict = "met", bound = "4" } }
case "most_tracks: nine-year school, 5" { rule = "most_tracks", given = like "junior" { school_type = "nine_year_school", junior_tracks = 5 }, expect = "unmet" }

-- Buildings by boarding: all board 13.13 × 500 = 6565 m², 15.31 × 500 = 7655 m².
local boarding = {
  { "primary", "full", 6565, "met" }, { "primary", "full", "6564.99", "unmet" },
  { "junior", "full", 7655, "met" }, { "junior", "full", "7654.99", "unmet" },
  { "primary", "part", 6565, "met" }, { "primary", "part", "6564.99", "undetermined" },
  { "primary", "part", 2600, "undetermined" }, { "primary", "part", "2599.99", "unmet" },
  { "junior", "part", 7655, "met" }, { "junior", "part", "3199.99", "unmet" },
}
for _, one in ipairs(boarding) do
  case("buildings: " .. one[1] .. ", " .. one[2] .. " boarding, " .. one[3]) {
    rule = "building_area_per_student", given = like(one[1]) { boarding = one[2], building_area_m2 = one[3] }, expect = one[4],
  }
end
case "buildings: boarding not known, enough for all" { rule = "building_area_per_student", given = like "primary" { boarding = missing, building_area_m2 = 6565 }, expect = "met" }
case "buildings: boarding not known" { rule = "building_area_per_student", given = like "primary" { boarding = missing }, expect = "undetermined" }
case "buildings: a nine-year school counts all students" {
  rule = "building_area_per_student",
  given = { stage = "primary", school_type = "nine_year_school", organiser = "education_department", boarding = "none",
    primary_students = 500, building_area_m2 = 2600 },
  expect = { verdict = "met", measure = "5.2" },
}

-- Glass 1 : 6. 575 m² of floor need 95.833… m² of glass; 600 m² need 100.
case "glass: exactly 1 : 6" { rule = "floor_to_glass", given = like "junior" { classroom_area_m2 = 600 }, expect = { verdict = "met", measure = "6", margin = "0" } }
case "glass: too little" { rule = "floor_to_glass", given = like "junior" { classroom_area_m2 = "600.01" }, expect = "unmet" }
case "glass: more" { rule = "floor_to_glass", given = like "junior" { classroom_area_m2 = "599.99" }, expect = "met" }
case "glass: blank" { rule = "floor_to_glass", given = like "primary" { classroom_glass_m2 = missing }, expect = "undetermined" }
case "glass: a private school" { rule = "floor_to_glass", given = like "junior" { organiser = "private" }, expect = "not_applicable" }

case "floors: hard" { rule = "classroom_floors", given = like "primary" {}, expect = "met" }
case "floors: not hard" { rule = "classroom_floors", given = like "primary" { has_hard_floors = false }, expect = "unmet" }
case "floors: not known" { rule = "classroom_floors", given = like "primary" { has_hard_floors = missing }, expect = "undetermined" }
case "floors: a private school" { rule = "classroom_floors", given = like "primary" { organiser = "private" }, expect = "not_applicable" }

-- Rooms: each kind counts once.
case "rooms: six kinds" { rule = "auxiliary_rooms", given = like "primary" {}, expect = { verdict = "met", measure = "6", margin = "0" } }
case "rooms: multi-purpose in place of computers" {
  rule = "auxiliary_rooms", given = like "primary" { has_computer_room = false, has_multipurpose_room = true }, expect = { verdict = "met", measure = "6" },
}
case "rooms: both count once" { rule = "auxiliary_rooms", given = like "primary" { has_multipurpose_room = true, has_library = false }, expect = { verdict = "unmet", measure = "5" } }
case "rooms: neither" { rule = "auxiliary_rooms", given = like "primary" { has_computer_room = false }, expect = "unmet" }
case "rooms: nine kinds" { rule = "auxiliary_rooms", given = like "junior" {}, expect = { verdict = "met", measure = "9", margin = "0" } }
for _, column in ipairs { "has_music_room", "has_art_room", "has_laboratory", "has_library", "has_sports_store" } do
  case("rooms: primary without " .. column) { rule = "auxiliary_rooms", given = like "primary" { [column] = false }, expect = { verdict = "unmet", measure = "5" } }
end
for _, column in ipairs {
  "has_music_room", "has_art_room", "has_laboratory", "has_computer_room", "has_library", "has_reading_room", "has_multipurpose_room",
  "has_sports_store", "has_counselling_room",
} do
  case("rooms: junior without " .. column) { rule = "auxiliary_rooms", given = like "junior" { [column] = false }, expect = { verdict = "unmet", measure = "8" } }
end
case "rooms: one not known" { rule = "auxiliary_rooms", given = like "junior" { has_library = missing }, expect = "undetermined" }
case "rooms: a private school" { rule = "auxiliary_rooms", given = like "junior" { organiser = "private" }, expect = "not_applicable" }

case "no students in the stage: not scored" { rule = "ceiling_lamps", given = like "primary" { primary_students = 0 }, expect = "not_applicable" }
case "one student: scored" { rule = "ceiling_lamps", given = like "primary" { primary_students = 1 }, expect = "met" }
case "glass: none to measure" { rule = "floor_to_glass", given = like "primary" { classroom_glass_m2 = 0 }, expect = "not_applicable" }
case "glass: little" { rule = "floor_to_glass", given = like "primary" { classroom_glass_m2 = "0.5" }, expect = "unmet" }
