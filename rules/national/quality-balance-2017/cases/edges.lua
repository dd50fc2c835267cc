-- Cases at the edges of national/quality-balance-2017, written by `junheng test --edges --write`.

case "teacher_training: just above 100" {
  rule = "teacher_training",
  given = {
    schools = {
      { full_time_teachers = 60, school_type = "primary_school", trained_360h_teachers = 61 },
      { full_time_teachers = 40, school_type = "special_education", trained_360h_teachers = 40 },
      { full_time_teachers = 90, school_type = "senior_school", trained_360h_teachers = 0 },
    },
  },
  expect = { verdict = "met", measure = "101" },
}

case "certified_teachers: just above 100" {
  rule = "certified_teachers",
  given = {
    schools = {
      { certified_teachers = 61, full_time_teachers = 60, school_type = "primary_school" },
      { certified_teachers = 40, full_time_teachers = 40, school_type = "special_education" },
      { certified_teachers = 0, full_time_teachers = 90, school_type = "senior_school" },
    },
  },
  expect = { verdict = "met", measure = "101" },
}

case "nearby_enrolment_primary: just above 100" {
  rule = "nearby_enrolment_primary",
  given = {
    schools = {
      {
        area_type = "urban", is_boarding = false, organiser = "education_department",
        primary_catchment_students = 201, primary_students = 200, school_type = "primary_school",
      },
    },
  },
  expect = { verdict = "met", measure = "100.5" },
}
