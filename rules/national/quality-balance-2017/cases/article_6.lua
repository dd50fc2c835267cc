-- Cases of article 6: the seven indicators, six of seven, and the spread between schools.

-- Everything exactly on the line, for 1000 students.
example "a primary school" {
  stage = "primary", school_type = "primary_school", students = 1000,
  higher_degree_teachers = 42, backbone_teachers = 10, pe_art_teachers = 9,
  teaching_area_m2 = 4500, indoor_sports_area_m2 = 0, sports_ground_area_m2 = 7500,
  equipment_value = 2000000, multimedia_rooms = 23,
}

example "a junior school" {
  stage = "junior", school_type = "junior_school", students = 1000,
  higher_degree_teachers = 53, backbone_teachers = 10, pe_art_teachers = 9,
  teaching_area_m2 = 5800, indoor_sports_area_m2 = 0, sports_ground_area_m2 = 10200,
  equipment_value = 2500000, multimedia_rooms = 24,
}

-- Per indicator: the quantity it reads and, for primary and junior, the value on the line and just below and above it.
local lines = {
  { "higher_degree_teachers_per_100", "higher_degree_teachers", "a primary school", "4.2", 41, 43 },
  { "higher_degree_teachers_per_100", "higher_degree_teachers", "a junior school", "5.3", 52, 54 },
  { "backbone_teachers_per_100", "backbone_teachers", "a primary school", "1", 9, 11 },
  { "backbone_teachers_per_100", "backbone_teachers", "a junior school", "1", 9, 11 },
  { "pe_art_teachers_per_100", "pe_art_teachers", "a primary school", "0.9", 8, 10 },
  { "pe_art_teachers_per_100", "pe_art_teachers", "a junior school", "0.9", 8, 10 },
  { "teaching_area_per_student", "teaching_area_m2", "a primary school", "4.5", "4499.99", "4500.01" },
  { "teaching_area_per_student", "teaching_area_m2", "a junior school", "5.8", "5799.99", "5800.01" },
  { "sports_area_per_student", "sports_ground_area_m2", "a primary school", "7.5", "7499.99", "7500.01" },
  { "sports_area_per_student", "sports_ground_area_m2", "a junior school", "10.2", "10199.99", "10200.01" },
  { "equipment_value_per_student", "equipment_value", "a primary school", "2000", 1999999, 2000001 },
  { "equipment_value_per_student", "equipment_value", "a junior school", "2500", 2499999, 2500001 },
  { "multimedia_rooms_per_100", "multimedia_rooms", "a primary school", "2.3", 22, 24 },
  { "multimedia_rooms_per_100", "multimedia_rooms", "a junior school", "2.4", 23, 25 },
}

for _, line in ipairs(lines) do
  local rule, quantity, base, bound, below, above = line[1], line[2], line[3], line[4], line[5], line[6]
  case(rule .. ": " .. base .. " on the line") {
    rule = rule, given = like(base) {}, expect = { verdict = "met", measure = bound, margin = "0" },
  }
  case(rule .. ": " .. base .. " just below") {
    rule = rule, given = like(base) { [quantity] = below }, expect = "unmet",
  }
  case(rule .. ": " .. base .. " just above") {
    rule = rule, given = like(base) { [quantity] = above }, expect = "met",
  }
  case(rule .. ": " .. base .. " without the figure") {
    rule = rule, given = like(base) { [quantity] = missing }, expect = "undetermined",
  }
  case(rule .. ": " .. base .. " without students is not judged") {
    rule = rule, given = like(base) { students = 0 }, expect = "not_applicable",
  }
  case(rule .. ": " .. base .. " whose students are not known") {
    rule = rule, given = like(base) { students = missing }, expect = "undetermined",
  }
end

case "nine PE and arts teachers for a thousand students are exactly enough" {
  rule = "pe_art_teachers_per_100", on = "2024-09-01", given = like "a primary school" { pe_art_teachers = 9 },
  expect = { verdict = "met", measure = "0.9", bound = "0.9", margin = "0" },
}
case "a single student is enough to be judged" {
  rule = "higher_degree_teachers_per_100",
  given = like "a primary school" { students = 1, higher_degree_teachers = 1 },
  expect = { verdict = "met", measure = "100" },
}
case "the gymnasium is not teaching area" {
  rule = "teaching_area_per_student",
  given = like "a primary school" { teaching_area_m2 = 4500, indoor_sports_area_m2 = 100 },
  expect = { verdict = "unmet", measure = "4.4", margin = "-0.1" },
}
case "the gymnasium is sports area" {
  rule = "sports_area_per_student",
  given = like "a primary school" { sports_ground_area_m2 = 7400, indoor_sports_area_m2 = 100 },
  expect = { verdict = "met", measure = "7.5" },
}
case "a teaching point of 49 is left out" {
  rule = "pe_art_teachers_per_100",
  given = like "a primary school" { school_type = "teaching_point", students = 49, pe_art_teachers = 0 },
  expect = "not_applicable",
}
case "a teaching point of 50 is not" {
  rule = "pe_art_teachers_per_100",
  given = like "a primary school" { school_type = "teaching_point", students = 50, pe_art_teachers = 0 },
  expect = "unmet",
}
case "an independent school of 49 is judged" {
  rule = "pe_art_teachers_per_100",
  given = like "a primary school" { students = 49, pe_art_teachers = 0 }, expect = "unmet",
}
case "a private school is judged" {
  rule = "pe_art_teachers_per_100",
  given = like "a primary school" { organiser = "private", pe_art_teachers = 8 }, expect = "unmet",
}

-- Six of seven, the other at 85 %.

case "seven on the line" { rule = "school_resources", given = like "a primary school" {}, expect = "met" }
case "six, and the other exactly at its floor" {
  rule = "school_resources", given = like "a primary school" { equipment_value = 1700000 }, expect = "met",
}

-- Each of the seven in turn at its floor and one below it, of 20000 students, so that all floors are whole numbers.
example "a huge primary school" {
  stage = "primary", school_type = "primary_school", students = 20000,
  higher_degree_teachers = 840, backbone_teachers = 200, pe_art_teachers = 180,
  teaching_area_m2 = 90000, indoor_sports_area_m2 = 0, sports_ground_area_m2 = 150000,
  equipment_value = 40000000, multimedia_rooms = 460,
}
for _, floor in ipairs {
  { "higher_degree_teachers", 714 }, { "backbone_teachers", 170 }, { "pe_art_teachers", 153 },
  { "teaching_area_m2", 76500 }, { "sports_ground_area_m2", 127500 }, { "equipment_value", 34000000 },
  { "multimedia_rooms", 391 },
} do
  local quantity, least = floor[1], floor[2]
  case("six, and " .. quantity .. " exactly at its floor") {
    rule = "school_resources", given = like "a huge primary school" { [quantity] = least }, expect = "met",
  }
  case("six, and " .. quantity .. " one below its floor") {
    rule = "school_resources", given = like "a huge primary school" { [quantity] = least - 1 }, expect = "unmet",
  }
end

case "31 students and 5.27 wan yuan are exactly at the floor" {
  rule = "school_resources",
  given = like "a primary school" {
    students = 31, higher_degree_teachers = 2, backbone_teachers = 1, pe_art_teachers = 1, teaching_area_m2 = "139.5",
    sports_ground_area_m2 = "232.5", equipment_value = 52700, multimedia_rooms = 1,
  },
  expect = "met",
}
case "six, and the other a yuan below its floor" {
  rule = "school_resources", given = like "a primary school" { equipment_value = 1699999 }, expect = "unmet",
}
case "six, and the other a yuan above its floor" {
  rule = "school_resources", given = like "a primary school" { equipment_value = 1700001 }, expect = "met",
}
case "84.51 per cent is not 85" {
  rule = "school_resources", given = like "a primary school" { equipment_value = 1690200 }, expect = "unmet",
}
case "the floor of 5.3 is 4.505, not 4.51" {
  rule = "school_resources",
  given = like "a junior school" {
    students = 710, higher_degree_teachers = 32, backbone_teachers = 8, pe_art_teachers = 7, multimedia_rooms = 18,
  },
  expect = "met",
}
case "5 for 111 is below 4.505, however it is rounded" {
  rule = "school_resources",
  given = like "a junior school" {
    students = 111, higher_degree_teachers = 5, backbone_teachers = 2, pe_art_teachers = 1, multimedia_rooms = 3,
  },
  expect = "unmet",
}
case "five, and two above their floors" {
  rule = "school_resources",
  given = like "a primary school" { backbone_teachers = 9, pe_art_teachers = 8 }, expect = "unmet",
}
case "six, and the other blank" {
  rule = "school_resources", given = like "a primary school" { multimedia_rooms = missing }, expect = "undetermined",
}
case "five, one below its floor, one blank" {
  rule = "school_resources",
  given = like "a primary school" { multimedia_rooms = missing, pe_art_teachers = 1 }, expect = "unmet",
}
case "four, two below their floors, whatever the blank is" {
  rule = "school_resources",
  given = like "a primary school" { multimedia_rooms = missing, pe_art_teachers = 1, backbone_teachers = 1 },
  expect = "unmet",
}
case "five, one at its floor, one blank: six may still be reached" {
  rule = "school_resources",
  given = like "a primary school" { multimedia_rooms = missing, equipment_value = 1700000 }, expect = "undetermined",
}
case "a small teaching point has no resource requirement" {
  rule = "school_resources",
  given = like "a primary school" { school_type = "teaching_point", students = 20, multimedia_rooms = 0 },
  expect = "not_applicable",
}

-- All schools of the county.

case "all schools meet it" {
  rule = "all_schools",
  given = { stages = { like "a primary school" {}, like "a junior school" {} } }, expect = "met",
}
case "one school does not" {
  rule = "all_schools",
  given = { stages = { like "a primary school" { backbone_teachers = 0 }, like "a junior school" {} } }, expect = "unmet",
}
case "one school is not known" {
  rule = "all_schools",
  given = { stages = { like "a primary school" { backbone_teachers = missing }, like "a junior school" {} } },
  expect = "undetermined",
}
case "one school is not known and another fails" {
  rule = "all_schools",
  given = {
    stages = { like "a primary school" { backbone_teachers = missing }, like "a junior school" { pe_art_teachers = 0 } },
  },
  expect = "unmet",
}
case "a teaching point below 50 cannot fail the county" {
  rule = "all_schools",
  given = {
    stages = {
      like "a primary school" {},
      like "a primary school" { school_type = "teaching_point", students = 20, backbone_teachers = 0, multimedia_rooms = 0 },
    },
  },
  expect = "met",
}

-- The spread. 100 and 100 students; 1 ± 0.5 gives exactly 0.5, 1 ± 0.45 exactly 0.45.

example "a hundred pupils" {
  stage = "primary", school_type = "primary_school", students = 100,
  higher_degree_teachers = 10, backbone_teachers = 10, pe_art_teachers = 10,
  teaching_area_m2 = 1000, indoor_sports_area_m2 = 0, sports_ground_area_m2 = 1000,
  equipment_value = 1000, multimedia_rooms = 10,
}
example "a hundred junior students" {
  stage = "junior", school_type = "junior_school", students = 100,
  higher_degree_teachers = 10, backbone_teachers = 10, pe_art_teachers = 10,
  teaching_area_m2 = 1000, indoor_sports_area_m2 = 0, sports_ground_area_m2 = 1000,
  equipment_value = 1000, multimedia_rooms = 10,
}

local function two(base, quantity, low, high)
  return { stages = { like(base) { [quantity] = low }, like(base) { [quantity] = high } } }
end

for _, quantity in ipairs {
  "higher_degree_teachers", "backbone_teachers", "pe_art_teachers", "teaching_area_m2", "sports_ground_area_m2",
  "equipment_value", "multimedia_rooms",
} do
  case("primary spread of " .. quantity .. " exactly at 0.50") {
    rule = "balance_between_schools", given = two("a hundred pupils", quantity, 500, 1500), expect = "met",
  }
  case("primary spread of " .. quantity .. " a hair above 0.50") {
    rule = "balance_between_schools", given = two("a hundred pupils", quantity, 500, 1501), expect = "unmet",
  }
  case("primary spread of " .. quantity .. " a hair below 0.50") {
    rule = "balance_between_schools", given = two("a hundred pupils", quantity, 500, 1499), expect = "met",
  }
  case("junior spread of " .. quantity .. " exactly at 0.45") {
    rule = "balance_between_schools", given = two("a hundred junior students", quantity, 550, 1450), expect = "met",
  }
  case("junior spread of " .. quantity .. " a hair above 0.45") {
    rule = "balance_between_schools", given = two("a hundred junior students", quantity, 550, 1451), expect = "unmet",
  }
  case("junior spread of " .. quantity .. " a hair below 0.45") {
    rule = "balance_between_schools", given = two("a hundred junior students", quantity, 550, 1449), expect = "met",
  }
end

case "one school has no spread" {
  rule = "balance_between_schools", given = { stages = { like "a hundred pupils" {} } }, expect = "met",
}
case "a school whose figure is not known leaves the spread open" {
  rule = "balance_between_schools", given = two("a hundred pupils", "equipment_value", 500, missing),
  expect = "undetermined",
}
case "a known spread that is too large is not saved by a blank elsewhere" {
  rule = "balance_between_schools",
  given = {
    stages = {
      like "a hundred pupils" { equipment_value = 10, backbone_teachers = missing },
      like "a hundred pupils" { equipment_value = 9000 },
    },
  },
  expect = "unmet",
}
case "a small teaching point does not enter the spread" {
  rule = "balance_between_schools",
  given = {
    stages = {
      like "a hundred pupils" {},
      like "a hundred pupils" { school_type = "teaching_point", students = 49, equipment_value = 90000 },
    },
  },
  expect = "met",
}

-- The published example: 45, 37, 89, 76, 55 students with 279, 137, 935, 160, 402. Weighted by students the
-- spread is 0.515; without weights 0.489, which would pass.
local published = { { 45, 279 }, { 37, 137 }, { 89, 935 }, { 76, 160 }, { 55, 402 } }

local function five(quantity, scale)
  local units = {}
  for i, school in ipairs(published) do
    units[i] = like "a hundred pupils" {
      students = school[1], higher_degree_teachers = school[1], backbone_teachers = school[1], pe_art_teachers = school[1],
      teaching_area_m2 = school[1], sports_ground_area_m2 = school[1], equipment_value = school[1],
      multimedia_rooms = school[1], [quantity] = school[2] * scale,
    }
  end
  return { stages = units }
end

case "the published five schools spread by 0.515, weighted by students" {
  rule = "balance_between_schools", given = five("equipment_value", 1), expect = "unmet",
}
case "the scale of the resource does not matter" {
  rule = "balance_between_schools", given = five("teaching_area_m2", 7), expect = "unmet",
}
