-- Cases at the edges of provincial/410000-henan/gate, written by `junheng test --edges --write`.

case "fewest_tracks, primary: just below 2" {
  rule = "fewest_tracks",
  given = {
    stage = "primary", area_type = "urban", organiser = "education_department", primary_students = 500,
    primary_tracks = 1, school_type = "nine_year_school",
  },
  expect = { verdict = "unmet", measure = "1" },
}

case "fewest_tracks, primary: exactly 2" {
  rule = "fewest_tracks",
  given = {
    stage = "primary", area_type = "urban", organiser = "education_department", primary_students = 500,
    primary_tracks = 2, school_type = "nine_year_school",
  },
  expect = { verdict = "met", measure = "2", margin = "0" },
}

case "fewest_tracks, primary: just above 2" {
  rule = "fewest_tracks",
  given = {
    stage = "primary", area_type = "urban", organiser = "education_department", primary_students = 500,
    primary_tracks = 3, school_type = "nine_year_school",
  },
  expect = { verdict = "met", measure = "3" },
}

case "fewest_tracks, primary: just above 1" {
  rule = "fewest_tracks",
  given = {
    stage = "primary", area_type = "rural", organiser = "education_department", primary_students = 500,
    primary_tracks = 2, school_type = "primary_school",
  },
  expect = { verdict = "met", measure = "2" },
}

case "fewest_tracks, junior: just above 2" {
  rule = "fewest_tracks",
  given = {
    stage = "junior", area_type = "town", junior_students = 500, junior_tracks = 3,
    organiser = "education_department", school_type = "nine_year_school",
  },
  expect = { verdict = "met", measure = "3" },
}

case "most_tracks, primary: just below 4" {
  rule = "most_tracks",
  given = {
    stage = "primary", area_type = "urban", organiser = "education_department", primary_students = 500,
    primary_tracks = 3, school_type = "nine_year_school",
  },
  expect = { verdict = "met", measure = "3" },
}

case "most_tracks, primary: exactly 4" {
  rule = "most_tracks",
  given = {
    stage = "primary", area_type = "urban", organiser = "education_department", primary_students = 500,
    primary_tracks = 4, school_type = "nine_year_school",
  },
  expect = { verdict = "met", measure = "4", margin = "0" },
}

case "most_tracks, primary: just above 4" {
  rule = "most_tracks",
  given = {
    stage = "primary", area_type = "urban", organiser = "education_department", primary_students = 500,
    primary_tracks = 5, school_type = "nine_year_school",
  },
  expect = { verdict = "unmet", measure = "5" },
}

case "most_tracks, primary: just below 6" {
  rule = "most_tracks",
  given = {
    stage = "primary", area_type = "urban", organiser = "education_department", primary_students = 500,
    primary_tracks = 5, school_type = "primary_school",
  },
  expect = { verdict = "met", measure = "5" },
}

case "most_tracks, primary: just below 4" {
  rule = "most_tracks",
  given = {
    stage = "primary", area_type = "rural", organiser = "education_department", primary_students = 500,
    primary_tracks = 3, school_type = "primary_school",
  },
  expect = { verdict = "met", measure = "3" },
}

case "most_tracks, junior: just below 4" {
  rule = "most_tracks",
  given = {
    stage = "junior", area_type = "town", junior_students = 500, junior_tracks = 3,
    organiser = "education_department", school_type = "nine_year_school",
  },
  expect = { verdict = "met", measure = "3" },
}

case "most_tracks, junior: just below 12" {
  rule = "most_tracks",
  given = {
    stage = "junior", area_type = "town", junior_students = 500, junior_tracks = 11,
    organiser = "education_department", school_type = "junior_school",
  },
  expect = { verdict = "met", measure = "11" },
}

case "building_area_per_student, primary: just above 13.13 (buildings_all_boarding)" {
  rule = "building_area_per_student",
  given = {
    stage = "primary", boarding = "full", building_area_m2 = "6565.01", organiser = "education_department",
    primary_students = 500,
  },
  expect = { verdict = "met", measure = "13.13002" },
}

case "building_area_per_student, junior: just above 15.31 (buildings_all_boarding)" {
  rule = "building_area_per_student",
  given = {
    stage = "junior", boarding = "full", building_area_m2 = "7655.01", junior_students = 500,
    organiser = "education_department",
  },
  expect = { verdict = "met", measure = "15.31002" },
}

case "floor_to_glass, primary: just below 6" {
  rule = "floor_to_glass",
  given = {
    stage = "primary", classroom_area_m2 = "2.99", classroom_glass_m2 = "0.5",
    organiser = "education_department", primary_students = 500,
  },
  expect = { verdict = "met", measure = "5.98" },
}

case "floor_to_glass, primary: exactly 6" {
  rule = "floor_to_glass",
  given = {
    stage = "primary", classroom_area_m2 = 3, classroom_glass_m2 = "0.5", organiser = "education_department",
    primary_students = 500,
  },
  expect = { verdict = "met", measure = "6", margin = "0" },
}

case "ceiling_lamps, junior: just below 9" {
  rule = "ceiling_lamps",
  given = {
    stage = "junior", ceiling_lamps = 8, organiser = "education_department", primary_students = 500,
    junior_students = 1,
  },
  expect = { verdict = "unmet", measure = "8" },
}

case "ceiling_lamps, junior: exactly 9" {
  rule = "ceiling_lamps",
  given = {
    stage = "junior", ceiling_lamps = 9, organiser = "education_department", primary_students = 500,
    junior_students = 1,
  },
  expect = { verdict = "met", measure = "9", margin = "0" },
}

case "ceiling_lamps, junior: just above 9" {
  rule = "ceiling_lamps",
  given = {
    stage = "junior", ceiling_lamps = 10, organiser = "education_department", primary_students = 500,
    junior_students = 1,
  },
  expect = { verdict = "met", measure = "10" },
}

case "board_lamps, junior: just below 2" {
  rule = "board_lamps",
  given = {
    stage = "junior", board_lamps = 1, organiser = "education_department", primary_students = 500,
    junior_students = 1,
  },
  expect = { verdict = "unmet", measure = "1" },
}

case "board_lamps, junior: exactly 2" {
  rule = "board_lamps",
  given = {
    stage = "junior", board_lamps = 2, organiser = "education_department", primary_students = 500,
    junior_students = 1,
  },
  expect = { verdict = "met", measure = "2", margin = "0" },
}

case "board_lamps, junior: just above 2" {
  rule = "board_lamps",
  given = {
    stage = "junior", board_lamps = 3, organiser = "education_department", primary_students = 500,
    junior_students = 1,
  },
  expect = { verdict = "met", measure = "3" },
}

case "land_tier, junior: just below its bound" {
  rule = "land_tier",
  given = {
    stage = "junior", given_land_tier = "fourth", organiser = "education_department", primary_students = 500,
    site_area_m2 = "25.99", junior_students = 1,
  },
  expect = { verdict = "unmet", measure = "0" },
}

case "land_tier, junior: exactly its bound" {
  rule = "land_tier",
  given = {
    stage = "junior", given_land_tier = "third", organiser = "education_department", primary_students = 500,
    site_area_m2 = "25.99", junior_students = 1,
  },
  expect = { verdict = "met", measure = "1", margin = "0" },
}

case "land_tier, junior: just above its bound" {
  rule = "land_tier",
  given = {
    stage = "junior", organiser = "education_department", primary_students = 500, site_area_m2 = 11000,
    junior_students = 1,
  },
  expect = { verdict = "met", measure = "3" },
}

case "building_tier, junior: just below its bound" {
  rule = "building_tier",
  given = {
    stage = "junior", boarding = "none", building_area_m2 = "6.39", given_building_tier = "fourth",
    organiser = "education_department", primary_students = 500, junior_students = 1,
  },
  expect = { verdict = "unmet", measure = "0" },
}

case "building_tier, junior: exactly its bound" {
  rule = "building_tier",
  given = {
    stage = "junior", boarding = "none", building_area_m2 = "6.39", given_building_tier = "third",
    organiser = "education_department", primary_students = 500, junior_students = 1,
  },
  expect = { verdict = "met", measure = "1", margin = "0" },
}

case "building_tier, junior: just above its bound" {
  rule = "building_tier",
  given = {
    stage = "junior", boarding = "none", building_area_m2 = 2600, organiser = "education_department",
    primary_students = 500, junior_students = 1,
  },
  expect = { verdict = "met", measure = "3" },
}

case "classroom_tier, junior: just below its bound" {
  rule = "classroom_tier",
  given = {
    stage = "junior", board_lamps = 1, ceiling_lamps = 9, classroom_area_m2 = 600, classroom_glass_m2 = 100,
    given_classroom_tier = "fourth", has_hard_floors = true, organiser = "education_department",
    primary_students = 500, junior_students = 1,
  },
  expect = { verdict = "unmet", measure = "0" },
}

case "classroom_tier, junior: exactly its bound" {
  rule = "classroom_tier",
  given = {
    stage = "junior", board_lamps = 1, ceiling_lamps = 9, classroom_area_m2 = 600, classroom_glass_m2 = 100,
    given_classroom_tier = "third", has_hard_floors = true, organiser = "education_department",
    primary_students = 500, junior_students = 1,
  },
  expect = { verdict = "met", measure = "1", margin = "0" },
}

case "classroom_tier, junior: just above its bound" {
  rule = "classroom_tier",
  given = {
    stage = "junior", board_lamps = 2, ceiling_lamps = 9, classroom_area_m2 = 600, classroom_glass_m2 = 100,
    has_hard_floors = true, organiser = "education_department", primary_students = 500, junior_students = 1,
  },
  expect = { verdict = "met", measure = "3" },
}

case "auxiliary_tier, junior: just below its bound" {
  rule = "auxiliary_tier",
  given = {
    stage = "junior", given_auxiliary_tier = "fourth", has_art_room = true, has_computer_room = true,
    has_laboratory = true, has_library = false, has_multipurpose_room = false, has_music_room = true,
    has_sports_store = true, organiser = "education_department", primary_students = 500, junior_students = 1,
  },
  expect = { verdict = "unmet", measure = "0" },
}

case "auxiliary_tier, junior: exactly its bound" {
  rule = "auxiliary_tier",
  given = {
    stage = "junior", given_auxiliary_tier = "third", has_art_room = true, has_computer_room = true,
    has_laboratory = true, has_library = false, has_multipurpose_room = false, has_music_room = true,
    has_sports_store = true, organiser = "education_department", primary_students = 500, junior_students = 1,
  },
  expect = { verdict = "met", measure = "1", margin = "0" },
}

case "auxiliary_tier, junior: just above its bound" {
  rule = "auxiliary_tier",
  given = {
    stage = "junior", given_auxiliary_tier = "second", has_art_room = true, has_computer_room = true,
    has_laboratory = true, has_library = false, has_multipurpose_room = false, has_music_room = true,
    has_sports_store = true, organiser = "education_department", primary_students = 500, junior_students = 1,
  },
  expect = { verdict = "met", measure = "2" },
}

case "school_standard.setting.layout, junior: exactly its bound" {
  rule = "school_standard.setting.layout",
  given = {
    stage = "junior", layout_tier = "fourth", organiser = "education_department", primary_students = 500,
    junior_students = 1,
  },
  expect = { verdict = "met", measure = "0", margin = "0" },
}

case "school_standard.setting.layout, junior: just above its bound" {
  rule = "school_standard.setting.layout",
  given = {
    stage = "junior", layout_tier = "first", organiser = "education_department", primary_students = 500,
    junior_students = 1,
  },
  expect = { verdict = "met", measure = "5" },
}

case "school_standard.setting.environment, junior: exactly its bound" {
  rule = "school_standard.setting.environment",
  given = {
    stage = "junior", environment_tier = "fourth", organiser = "education_department", primary_students = 500,
    junior_students = 1,
  },
  expect = { verdict = "met", measure = "0", margin = "0" },
}

case "school_standard.setting.environment, junior: just above its bound" {
  rule = "school_standard.setting.environment",
  given = {
    stage = "junior", environment_tier = "first", organiser = "education_department", primary_students = 500,
    junior_students = 1,
  },
  expect = { verdict = "met", measure = "6" },
}

case "school_standard.setting.land, junior: exactly its bound" {
  rule = "school_standard.setting.land",
  given = {
    stage = "junior", given_land_tier = "fourth", organiser = "education_department", primary_students = 500,
    site_area_m2 = "25.99", junior_students = 1,
  },
  expect = { verdict = "met", measure = "0", margin = "0" },
}

case "school_standard.setting.land, junior: just above its bound" {
  rule = "school_standard.setting.land",
  given = {
    stage = "junior", organiser = "education_department", primary_students = 500, site_area_m2 = 11000,
    junior_students = 1,
  },
  expect = { verdict = "met", measure = "4" },
}

case "school_standard.buildings.floor_area, junior: exactly its bound" {
  rule = "school_standard.buildings.floor_area",
  given = {
    stage = "junior", boarding = "none", building_area_m2 = "6.39", given_building_tier = "fourth",
    organiser = "education_department", primary_students = 500, junior_students = 1,
  },
  expect = { verdict = "met", measure = "0", margin = "0" },
}

case "school_standard.buildings.floor_area, junior: just above its bound" {
  rule = "school_standard.buildings.floor_area",
  given = {
    stage = "junior", boarding = "none", building_area_m2 = 2600, organiser = "education_department",
    primary_students = 500, junior_students = 1,
  },
  expect = { verdict = "met", measure = "5" },
}

case "school_standard.buildings.classrooms, junior: exactly its bound" {
  rule = "school_standard.buildings.classrooms",
  given = {
    stage = "junior", board_lamps = 1, ceiling_lamps = 9, classroom_area_m2 = 600, classroom_glass_m2 = 100,
    given_classroom_tier = "fourth", has_hard_floors = true, organiser = "education_department",
    primary_students = 500, junior_students = 1,
  },
  expect = { verdict = "met", measure = "0", margin = "0" },
}

case "school_standard.buildings.classrooms, junior: just above its bound" {
  rule = "school_standard.buildings.classrooms",
  given = {
    stage = "junior", board_lamps = 2, ceiling_lamps = 9, classroom_area_m2 = 600, classroom_glass_m2 = 100,
    has_hard_floors = true, organiser = "education_department", primary_students = 500, junior_students = 1,
  },
  expect = { verdict = "met", measure = "6" },
}

case "school_standard.buildings.auxiliary, junior: exactly its bound" {
  rule = "school_standard.buildings.auxiliary",
  given = {
    stage = "junior", given_auxiliary_tier = "fourth", has_art_room = true, has_computer_room = true,
    has_laboratory = true, has_library = false, has_multipurpose_room = false, has_music_room = true,
    has_sports_store = true, organiser = "education_department", primary_students = 500, junior_students = 1,
  },
  expect = { verdict = "met", measure = "0", margin = "0" },
}

case "school_standard.buildings.auxiliary, junior: just above its bound" {
  rule = "school_standard.buildings.auxiliary",
  given = {
    stage = "junior", given_auxiliary_tier = "second", has_art_room = true, has_computer_room = true,
    has_laboratory = true, has_library = false, has_multipurpose_room = false, has_music_room = true,
    has_sports_store = true, organiser = "education_department", primary_students = 500, junior_students = 1,
  },
  expect = { verdict = "met", measure = "4" },
}

case "school_standard.buildings.offices, junior: exactly its bound" {
  rule = "school_standard.buildings.offices",
  given = {
    stage = "junior", office_tier = "fourth", organiser = "education_department", primary_students = 500,
    junior_students = 1,
  },
  expect = { verdict = "met", measure = "0", margin = "0" },
}

case "school_standard.buildings.offices, junior: just above its bound" {
  rule = "school_standard.buildings.offices",
  given = {
    stage = "junior", office_tier = "first", organiser = "education_department", primary_students = 500,
    junior_students = 1,
  },
  expect = { verdict = "met", measure = "4" },
}

case "school_standard.buildings.living, primary: exactly its bound" {
  rule = "school_standard.buildings.living",
  given = {
    stage = "primary", boarding = "none", has_dining = true, living_rooms_points = 0,
    organiser = "education_department", primary_students = 500,
  },
  expect = { verdict = "met", measure = "0", margin = "0" },
}

case "school_standard.buildings.living, junior: exactly its bound" {
  rule = "school_standard.buildings.living",
  given = {
    stage = "junior", boarding = "none", has_dining = true, living_rooms_points = 0,
    organiser = "education_department", primary_students = 500, junior_students = 1,
  },
  expect = { verdict = "met", measure = "0", margin = "0" },
}

case "school_standard.buildings.living, junior: just above its bound" {
  rule = "school_standard.buildings.living",
  given = {
    stage = "junior", boarding = "none", has_dining = true, living_rooms_points = "0.01",
    organiser = "education_department", primary_students = 500, junior_students = 1,
  },
  expect = { verdict = "met", measure = "0.01" },
}
