-- Cases at the edges of provincial/440000-guangdong/gate, written by `junheng test --edges --write`.

case "music_and_art_rooms: out of scope" {
  rule = "music_and_art_rooms",
  given = {
    stage = "junior", affiliation = "prefecture", art_rooms = 1, junior_students = 1000, music_rooms = 1,
    organiser = "education_department", school_type = "junior_school",
  },
  expect = "not_applicable",
}

case "teachers_per_student, primary: just above 0.043" {
  rule = "teachers_per_student",
  given = {
    stage = "primary", teacher_ratio_standard = "lower", affiliation = "county",
    organiser = "education_department", primary_full_time_teachers = 44, primary_students = 1000,
    school_type = "primary_school",
  },
  expect = { verdict = "met", measure = "0.044" },
}

case "standard_schools_land: a figure is not known" {
  rule = "standard_schools_land",
  given = {
    schools = {
      {
        is_city_centre = false, primary_students = 100, site_area_m2 = missing,
        stages = {
          { stage = "primary" },
        },
      },
    },
  },
  expect = "undetermined",
}

case "strong_city: a figure is not known" {
  rule = "strong_city",
  given = {
    disabled_children = 200, disabled_in_ordinary_schools = missing, disabled_in_special_schools = 100,
    disabled_taught_at_home = 14,
  },
  expect = "undetermined",
}
