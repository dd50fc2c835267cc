-- Cases at the edges of provincial/350000-fujian/standard-school, written by `junheng test --edges --write`.

case "floor_area: exactly its bound" {
  rule = "floor_area",
  given = {
    primary_classes = 0, primary_students = 600, school_type = "primary_school",
    teaching_building_area_m2 = 0,
  },
  expect = { verdict = "met", measure = "0", margin = "0" },
}

case "floor_area: just above its bound" {
  rule = "floor_area",
  given = {
    primary_classes = 0, primary_students = 600, school_type = "primary_school",
    teaching_building_area_m2 = "0.01",
  },
  expect = { verdict = "met", measure = "0.01" },
}

case "floor_area: out of scope" {
  rule = "floor_area",
  given = {
    primary_classes = 12, primary_students = 0, school_type = "primary_school",
    teaching_building_area_m2 = 3618,
  },
  expect = "not_applicable",
}

case "figures_reached: a figure is not known" {
  rule = "figures_reached",
  given = {
    schools = {
      {
        ball_courts = missing, has_clinic = true, is_boarding = true, junior_classes = 4,
        junior_students = 200, ordinary_classrooms = 10, primary_classes = 6, primary_students = 300,
        school_type = "nine_year_school", smallest_classroom_m2 = 56, sports_ground_area_m2 = 1350,
        teaching_building_area_m2 = 3129, teaching_site_area_m2 = 8500,
      },
    },
  },
  expect = "undetermined",
}

case "all_schools: not met" {
  rule = "all_schools",
  given = {
    schools = {
      {
        land_points = 3, management_points = 0, other_hardware_points = 35, primary_students = 600,
        school_type = "primary_school", siting_points = 2, teaching_rooms_points = 10,
        teaching_site_area_m2 = 9000,
      },
      {
        junior_students = 200, management_points = 40, other_hardware_points = 42, primary_students = 300,
        school_type = "nine_year_school", siting_points = 2, teaching_rooms_points = 12,
        teaching_site_area_m2 = 8500,
      },
    },
  },
  expect = "unmet",
}

case "all_schools: a figure is not known" {
  rule = "all_schools",
  given = {
    schools = {
      {
        land_points = 3, management_points = missing, other_hardware_points = 35, primary_students = 600,
        school_type = "primary_school", siting_points = 2, teaching_rooms_points = 10,
        teaching_site_area_m2 = 9000,
      },
      {
        junior_students = 200, management_points = 40, other_hardware_points = 42, primary_students = 300,
        school_type = "nine_year_school", siting_points = 2, teaching_rooms_points = 12,
        teaching_site_area_m2 = 8500,
      },
    },
  },
  expect = "undetermined",
}

case "standard_schools: a figure is not known" {
  rule = "standard_schools",
  given = {
    schools = {
      {
        land_points = 3, management_points = missing, other_hardware_points = 35, primary_students = 600,
        school_type = "primary_school", siting_points = 2, teaching_rooms_points = 10,
        teaching_site_area_m2 = 9000,
      },
      {
        junior_students = 200, management_points = 40, other_hardware_points = 42, primary_students = 300,
        school_type = "nine_year_school", siting_points = 2, teaching_rooms_points = 12,
        teaching_site_area_m2 = 8500,
      },
    },
  },
  expect = "undetermined",
}
