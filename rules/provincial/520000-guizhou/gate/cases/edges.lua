-- Cases at the edges of provincial/520000-guizhou/gate, written by `junheng test --edges --write`.

case "mean_class_size, junior: just below 50" {
  rule = "mean_class_size",
  given = {
    stage = "junior", junior_classes = 9, junior_students = 449, organiser = "education_department",
  },
  expect = "met",
}

case "equipment_value, primary: just above 50000" {
  rule = "equipment_value",
  given = {
    stage = "primary", equipment_value_wan_yuan = "5.000001", organiser = "education_department",
    primary_classes = 13, primary_students = 500,
  },
  expect = { verdict = "met", measure = "50000.01" },
}

case "equipment_value, junior: just above 150000" {
  rule = "equipment_value",
  given = {
    stage = "junior", equipment_value_wan_yuan = "15.000001", junior_classes = 10, junior_students = 425,
    organiser = "education_department",
  },
  expect = { verdict = "met", measure = "150000.01" },
}

case "students_per_teacher, primary: just below 22" {
  rule = "students_per_teacher",
  given = {
    stage = "primary", organiser = "education_department", primary_full_time_teachers = 25,
    primary_students = 549,
  },
  expect = { verdict = "met", measure = "21.96" },
}

case "students_per_teacher, junior: just below 17" {
  rule = "students_per_teacher",
  given = {
    stage = "junior", junior_full_time_teachers = 25, junior_students = 424,
    organiser = "education_department",
  },
  expect = { verdict = "met", measure = "16.96" },
}

case "conditions.setting.layout, primary: exactly its bound" {
  rule = "conditions.setting.layout",
  given = {
    stage = "primary", layout_points = 0, organiser = "education_department", primary_students = 200,
  },
  expect = { verdict = "met", measure = "0", margin = "0" },
}

case "conditions.setting.layout, junior: exactly its bound" {
  rule = "conditions.setting.layout",
  given = {
    stage = "junior", layout_points = 0, organiser = "education_department", primary_students = 200,
    junior_students = 1,
  },
  expect = { verdict = "met", measure = "0", margin = "0" },
}

case "conditions.setting.layout, junior: just above its bound" {
  rule = "conditions.setting.layout",
  given = {
    stage = "junior", layout_points = "0.01", organiser = "education_department", primary_students = 200,
    junior_students = 1,
  },
  expect = { verdict = "met", measure = "0.01" },
}

case "conditions.setting.land, junior: exactly its bound" {
  rule = "conditions.setting.land",
  given = {
    stage = "junior", built_year = 2012, organiser = "education_department", primary_students = 200,
    site_area_m2 = "24.99", junior_students = 1,
  },
  expect = { verdict = "met", measure = "0", margin = "0" },
}

case "conditions.setting.land, junior: just above its bound" {
  rule = "conditions.setting.land",
  given = {
    stage = "junior", built_year = 2012, organiser = "education_department", primary_students = 200,
    site_area_m2 = 25, junior_students = 1,
  },
  expect = { verdict = "met", measure = "3" },
}

case "conditions.equipment.computers, junior: exactly its bound" {
  rule = "conditions.equipment.computers",
  given = {
    stage = "junior", computers = 0, organiser = "education_department", primary_students = 200,
    junior_students = 1,
  },
  expect = { verdict = "met", measure = "0", margin = "0" },
}

case "conditions.equipment.computers, junior: just above its bound" {
  rule = "conditions.equipment.computers",
  given = {
    stage = "junior", computers = 1, organiser = "education_department", primary_students = 200,
    junior_students = 1,
  },
  expect = { verdict = "met", measure = "5" },
}

case "conditions.equipment.classroom_links, junior: exactly its bound" {
  rule = "conditions.equipment.classroom_links",
  given = {
    stage = "junior", has_classroom_links = false, organiser = "education_department", primary_students = 200,
    junior_students = 1,
  },
  expect = { verdict = "met", measure = "0", margin = "0" },
}

case "conditions.equipment.classroom_links, junior: just above its bound" {
  rule = "conditions.equipment.classroom_links",
  given = {
    stage = "junior", has_classroom_links = true, organiser = "education_department", primary_students = 200,
    junior_students = 1,
  },
  expect = { verdict = "met", measure = "4" },
}

case "conditions.equipment.lesson_preparation, junior: exactly its bound" {
  rule = "conditions.equipment.lesson_preparation",
  given = {
    stage = "junior", has_lesson_preparation_system = false, organiser = "education_department",
    primary_students = 1000, junior_students = 1000,
  },
  expect = { verdict = "met", measure = "0", margin = "0" },
}

case "conditions.equipment.lesson_preparation, junior: just above its bound" {
  rule = "conditions.equipment.lesson_preparation",
  given = {
    stage = "junior", has_lesson_preparation_system = true, organiser = "education_department",
    primary_students = 1000, junior_students = 1000,
  },
  expect = { verdict = "met", measure = "1" },
}

case "conditions.equipment.distance_education, junior: exactly its bound" {
  rule = "conditions.equipment.distance_education",
  given = {
    stage = "junior", area_type = "rural", has_distance_education_kit = false, has_network = false,
    organiser = "education_department", primary_students = 200, junior_students = 1,
  },
  expect = { verdict = "met", measure = "0", margin = "0" },
}

case "conditions.equipment.distance_education, junior: just above its bound" {
  rule = "conditions.equipment.distance_education",
  given = {
    stage = "junior", area_type = "rural", has_distance_education_kit = true, has_network = false,
    organiser = "education_department", primary_students = 200, junior_students = 1,
  },
  expect = { verdict = "met", measure = "1" },
}

case "conditions.equipment.arts_kit, junior: exactly its bound" {
  rule = "conditions.equipment.arts_kit",
  given = {
    stage = "junior", has_arts_kit = false, organiser = "education_department", primary_students = 200,
    junior_students = 1,
  },
  expect = { verdict = "met", measure = "0", margin = "0" },
}

case "conditions.equipment.arts_kit, junior: just above its bound" {
  rule = "conditions.equipment.arts_kit",
  given = {
    stage = "junior", has_arts_kit = true, organiser = "education_department", primary_students = 200,
    junior_students = 1,
  },
  expect = { verdict = "met", measure = "2" },
}

case "conditions.equipment.sports_kit, junior: exactly its bound" {
  rule = "conditions.equipment.sports_kit",
  given = {
    stage = "junior", has_sports_kit = false, organiser = "education_department", primary_students = 200,
    junior_students = 1,
  },
  expect = { verdict = "met", measure = "0", margin = "0" },
}

case "conditions.equipment.sports_kit, junior: just above its bound" {
  rule = "conditions.equipment.sports_kit",
  given = {
    stage = "junior", has_sports_kit = true, organiser = "education_department", primary_students = 200,
    junior_students = 1,
  },
  expect = { verdict = "met", measure = "2" },
}

case "conditions.equipment.ground, junior: exactly its bound" {
  rule = "conditions.equipment.ground",
  given = {
    stage = "junior", has_usable_ground = false, organiser = "education_department", primary_students = 200,
    junior_students = 1,
  },
  expect = { verdict = "met", measure = "0", margin = "0" },
}

case "conditions.equipment.ground, junior: just above its bound" {
  rule = "conditions.equipment.ground",
  given = {
    stage = "junior", has_usable_ground = true, organiser = "education_department", primary_students = 200,
    junior_students = 1,
  },
  expect = { verdict = "met", measure = "1" },
}

case "conditions.equipment.sports_area, junior: exactly its bound" {
  rule = "conditions.equipment.sports_area",
  given = {
    stage = "junior", organiser = "education_department", primary_students = 200, sports_area_m2 = "5.49",
    junior_students = 1,
  },
  expect = { verdict = "met", measure = "0", margin = "0" },
}

case "conditions.equipment.sports_area, junior: just above its bound" {
  rule = "conditions.equipment.sports_area",
  given = {
    stage = "junior", organiser = "education_department", primary_students = 200, sports_area_m2 = "5.5",
    junior_students = 1,
  },
  expect = { verdict = "met", measure = "3" },
}

case "conditions.teachers.salaries, junior: exactly its bound" {
  rule = "conditions.teachers.salaries",
  given = {
    stage = "junior", are_salaries_paid = false, organiser = "education_department", primary_students = 200,
    junior_students = 1,
  },
  expect = { verdict = "met", measure = "0", margin = "0" },
}

case "conditions.teachers.salaries, junior: just above its bound" {
  rule = "conditions.teachers.salaries",
  given = {
    stage = "junior", are_salaries_paid = true, organiser = "education_department", primary_students = 200,
    junior_students = 1,
  },
  expect = { verdict = "met", measure = "2" },
}

case "conditions.teachers.staffing, junior: exactly its bound" {
  rule = "conditions.teachers.staffing",
  given = {
    stage = "junior", is_staffed = false, organiser = "education_department", primary_students = 200,
    junior_students = 1,
  },
  expect = { verdict = "met", measure = "0", margin = "0" },
}

case "conditions.teachers.staffing, junior: just above its bound" {
  rule = "conditions.teachers.staffing",
  given = {
    stage = "junior", is_staffed = true, organiser = "education_department", primary_students = 200,
    junior_students = 1,
  },
  expect = { verdict = "met", measure = "1" },
}

case "all_schools: met" {
  rule = "all_schools",
  given = {
    schools = {
      {
        are_salaries_paid = true, area_type = "rural", boarders = 40, building_area_m2 = 1020,
        built_year = 2005, computers = 12, dormitory_area_m2 = 120, has_arts_kit = true,
        has_classroom_links = true, has_distance_education_kit = true, has_lesson_preparation_system = false,
        has_network = false, has_sports_kit = false, has_usable_ground = true, is_staffed = true,
        layout_points = 5, organiser = "private", primary_students = 200, site_area_m2 = 3000,
        sports_area_m2 = 900,
        stages = {
          { stage = "primary" },
        },
      },
    },
  },
  expect = "met",
}

case "without_gaps: a figure is not known" {
  rule = "without_gaps",
  given = {
    schools = {
      {
        books = missing, built_year = 2012, computers = 43, equipment_value_wan_yuan = 10, junior_classes = 9,
        junior_full_time_teachers = 25, junior_largest_class = 55, junior_students = 425,
        organiser = "education_department", site_area_m2 = 10625, sports_area_m2 = "2337.5",
        toilet_area_m2 = "106.25",
        stages = {
          { stage = "junior" },
        },
      },
      {
        books = 10000, built_year = 2012, computers = 30, equipment_value_wan_yuan = "3.5",
        organiser = "education_department", primary_classes = 12, primary_full_time_teachers = 25,
        primary_largest_class = 55, primary_students = 500, site_area_m2 = 10000, sports_area_m2 = 2250,
        toilet_area_m2 = 100,
        stages = {
          { stage = "primary" },
        },
      },
    },
  },
  expect = "undetermined",
}
