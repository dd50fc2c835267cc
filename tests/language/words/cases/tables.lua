-- K07: 9.4 and 10.1 in town centres, 18 and 23 elsewhere; the area type blank leaves the wider range.
example "urban primary" { stage = "primary", has_primary = true, area_type = "urban", area_m2 = 940, students = 100 }
case "on the urban line" { rule = "land_per_student", given = like "urban primary" {},
  expect = { verdict = "met", measure = "9.4", bound = "9.4", margin = "0" } }
case "below the urban line" { rule = "land_per_student", given = like "urban primary" { area_m2 = 939 }, expect = "unmet" }
case "a junior school has another line" {
  rule = "land_per_student", given = like "urban primary" { stage = "junior", has_junior = true, area_m2 = 1009 },
  expect = { verdict = "unmet", bound = "10.1" },
}
case "elsewhere" { rule = "land_per_student", given = like "urban primary" { area_type = "rural", area_m2 = 1800 },
  expect = { verdict = "met", bound = "18" } }
case "area type not known, enough for all" {
  rule = "land_per_student", given = like "urban primary" { area_type = missing, area_m2 = 1800 }, expect = "met",
}
case "area type not known, enough for some" {
  rule = "land_per_student", given = like "urban primary" { area_type = missing }, expect = "undetermined",
}
case "area type not known, too little for any" {
  rule = "land_per_student", given = like "urban primary" { area_type = missing, area_m2 = 939 }, expect = "unmet",
}
case "plains in full" { rule = "hill_land", given = { terrain = "plains", area_m2 = 2000, students = 100 }, expect = { verdict = "met", bound = "20" } }
case "ten percent less by the lake" { rule = "hill_land", given = { terrain = "lake", area_m2 = 1800, students = 100 }, expect = { verdict = "met", bound = "18" } }
case "and no more than that" { rule = "hill_land", given = { terrain = "mountain", area_m2 = 1799, students = 100 }, expect = "unmet" }

-- K08: 12 classes still take the lower step, 13 the higher.
case "twelve classes" { rule = "equipment", given = { stage = "primary", has_primary = true, classes = 12, equipment_yuan = 35000 },
  expect = { verdict = "met", bound = "35000" } }
case "thirteen classes" { rule = "equipment", given = { stage = "primary", has_primary = true, classes = 13, equipment_yuan = 49999 },
  expect = { verdict = "unmet", bound = "50000" } }
case "nine classes of a junior school" {
  rule = "equipment", given = { stage = "junior", has_junior = true, classes = 9, equipment_yuan = 100000 },
  expect = { verdict = "met", bound = "100000" },
}
case "ten classes of a junior school" {
  rule = "equipment", given = { stage = "junior", has_junior = true, classes = 10, equipment_yuan = 100000 },
  expect = { verdict = "unmet", bound = "150000" },
}
case "classes not known, between the steps" {
  rule = "equipment", given = { stage = "primary", has_primary = true, equipment_yuan = 40000 }, expect = "undetermined",
}
case "classes not known, above both steps" {
  rule = "equipment", given = { stage = "primary", has_primary = true, equipment_yuan = 50000 }, expect = "met",
}

-- K09: 270 → 7.2, 540 → 6.4, 1080 → 6. At 405: 7.2 - 0.8 × 135/270 = 6.8. At 810: 6.4 - 0.4 × 270/540 = 6.2.
case "half way between two rows" { rule = "building_per_student", given = { students = 405, area_m2 = 2754 },
  expect = { verdict = "met", measure = "6.8", bound = "6.8", margin = "0" } }
case "half way in the second part" { rule = "building_per_student", given = { students = 810, area_m2 = 5022 },
  expect = { verdict = "met", bound = "6.2" } }
case "on a row" { rule = "building_per_student", given = { students = 540, area_m2 = 3455 }, expect = { verdict = "unmet", bound = "6.4" } }
case "smaller than the table" { rule = "building_per_student", given = { students = 100, area_m2 = 720 }, expect = { verdict = "met", bound = "7.2" } }
case "larger than the table" { rule = "building_per_student", given = { students = 2000, area_m2 = 12000 }, expect = { verdict = "met", bound = "6" } }
case "students not known" { rule = "building_per_student", given = { area_m2 = 5000 }, expect = "undetermined" }

-- K10
case "twelve classes need one room" { rule = "rooms_for_classes", given = { classes = 12, music_rooms = 1 }, expect = { verdict = "met", bound = "1" } }
case "thirteen need two" { rule = "rooms_for_classes", given = { classes = 13, music_rooms = 1 }, expect = { verdict = "unmet", bound = "2" } }
case "rooms for classes not known" { rule = "rooms_for_classes", given = { music_rooms = 1 }, expect = "undetermined" }

-- K11
case "track and court" { rule = "sports_ground", given = { has_track = true, has_court = true, area_m2 = 0 }, expect = "met" }
case "track and 400 m2" { rule = "sports_ground", given = { has_track = true, has_court = false, area_m2 = 400 }, expect = "met" }
case "track and 399.9 m2" { rule = "sports_ground", given = { has_track = true, has_court = false, area_m2 = "399.9" }, expect = "unmet" }
case "court not known, area too small" { rule = "sports_ground", given = { has_track = true, area_m2 = 1 }, expect = "undetermined" }
case "no track" { rule = "sports_ground", given = { has_track = false }, expect = "unmet" }

-- Half up: 84.95 % is 85.0 %, 84.94 % is 84.9 %.
case "rounds up at the half" { rule = "rounded_share", given = { teachers = 1699, students = 2000 }, expect = { verdict = "met", measure = "85" } }
case "rounds down below it" { rule = "rounded_share", given = { teachers = 1698, students = 2000 }, expect = { verdict = "unmet", measure = "84.9" } }
case "nothing to round" { rule = "rounded_share", given = { students = 2000 }, expect = "undetermined" }

-- K22
case "put up in 2011" { rule = "new_land", given = { built_year = 2011, area_m2 = 1, students = 100 }, expect = "not_applicable" }
case "put up in 2012" { rule = "new_land", given = { built_year = 2012, area_m2 = 2000, students = 100 }, expect = "met" }
case "year not known, enough land: whether it applies is not known" { rule = "new_land", given = { area_m2 = 2000, students = 100 }, expect = "undetermined" }
case "year not known, too little land" { rule = "new_land", given = { area_m2 = 1999, students = 100 }, expect = "undetermined" }
case "fifty years" { rule = "age", on = "2025-06-30", given = { built_year = 1975 }, expect = { verdict = "met", measure = "50" } }
case "fifty-one years" { rule = "age", on = "2026-01-01", given = { built_year = 1975 }, expect = { verdict = "unmet", measure = "51" } }

case "a table in a quantity" { rule = "computers", given = { students = 501, computers = 59 }, expect = { verdict = "unmet", bound = "60" } }
case "its lower step" { rule = "computers", given = { students = 500, computers = 30 }, expect = { verdict = "met", bound = "30" } }
case "its step not known" { rule = "computers", given = { computers = 45 }, expect = "undetermined" }
