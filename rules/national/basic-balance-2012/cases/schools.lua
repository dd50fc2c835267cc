-- Cases of the split of shared facilities, from whole schools.

-- 166 primary and 210 junior students are 397 weighted students (166 + 1.1 · 210), as in the published example. Beside
-- it a school with 1 part for each primary, or 1.1 for each junior student: no spread in either stage.
example "a nine-year school" {
  school_type = "nine_year_school", organiser = "education_department", affiliation = "county",
  primary_students = 166, junior_students = 210,
  primary_full_time_teachers = 166, junior_full_time_teachers = 210,
  primary_diploma_teachers = 100, primary_bachelor_teachers = 60, primary_master_teachers = 5, primary_doctor_teachers = 1,
  junior_diploma_teachers = 0, junior_bachelor_teachers = 200, junior_master_teachers = 9, junior_doctor_teachers = 1,
  primary_mid_title_teachers = 166, junior_mid_title_teachers = 210,
  teaching_area_m2 = 3970, indoor_sports_area_m2 = 0, sports_ground_area_m2 = 3970, equipment_value_wan_yuan = 397,
  computers = 397, books = 39700,
}
example "a primary school" {
  school_type = "primary_school", organiser = "education_department", affiliation = "county", primary_students = 100,
  primary_full_time_teachers = 100, primary_diploma_teachers = 100, primary_bachelor_teachers = 0, primary_master_teachers = 0,
  primary_doctor_teachers = 0, primary_mid_title_teachers = 100,
  teaching_area_m2 = 1000, indoor_sports_area_m2 = 0, sports_ground_area_m2 = 1000, equipment_value_wan_yuan = 100,
  computers = 100, books = 10000,
}
example "a junior school" {
  school_type = "junior_school", organiser = "education_department", affiliation = "county", junior_students = 100,
  junior_full_time_teachers = 100, junior_diploma_teachers = 0, junior_bachelor_teachers = 100, junior_master_teachers = 0,
  junior_doctor_teachers = 0, junior_mid_title_teachers = 100,
  teaching_area_m2 = 1100, indoor_sports_area_m2 = 0, sports_ground_area_m2 = 1100, equipment_value_wan_yuan = 110,
  computers = 110, books = 11000,
}

case "a nine-year school shares 1 : 1.1, its primary part" {
  rule = "composite_spread.mean.primary", given = { schools = { like "a nine-year school" {}, like "a primary school" {} } },
  expect = { verdict = "met", measure = "0" },
}
case "a nine-year school shares 1 : 1.1, its junior part" {
  rule = "composite_spread.mean.junior", given = { schools = { like "a nine-year school" {}, like "a junior school" {} } },
  expect = { verdict = "met", measure = "0" },
}
-- 100 junior and 100 senior students are 220 weighted: 2200 m² are 10 for a junior student. The senior part is dropped.
case "a complete secondary school shares 1 : 1.2" {
  rule = "composite_spread.mean.junior",
  given = { schools = {
    like "a junior school" {
      school_type = "complete_secondary", senior_students = 100, teaching_area_m2 = 2420, sports_ground_area_m2 = 2420,
      equipment_value_wan_yuan = 242, computers = 242, books = 24200,
    },
    like "a junior school" {},
  } },
  expect = { verdict = "met", measure = "0" },
}
-- 100, 100 and 100 students are 342 weighted (1 + 1.1 + 1.32); 3420 m² are 10 for a primary and 11 for a junior student.
example "a twelve-year school" {
  school_type = "twelve_year_school", organiser = "education_department", affiliation = "county",
  primary_students = 100, junior_students = 100, senior_students = 100,
  primary_full_time_teachers = 100, junior_full_time_teachers = 100,
  primary_diploma_teachers = 0, primary_bachelor_teachers = 100, primary_master_teachers = 0, primary_doctor_teachers = 0,
  junior_bachelor_teachers = 100, junior_master_teachers = 0, junior_doctor_teachers = 0,
  primary_mid_title_teachers = 100, junior_mid_title_teachers = 100,
  teaching_area_m2 = 3420, indoor_sports_area_m2 = 0, sports_ground_area_m2 = 3420, equipment_value_wan_yuan = 342,
  computers = 342, books = 34200,
}
case "a twelve-year school shares 1 : 1.1 : 1.32, its primary part" {
  rule = "composite_spread.mean.primary", given = { schools = { like "a twelve-year school" {}, like "a primary school" {} } },
  expect = { verdict = "met", measure = "0" },
}
case "a twelve-year school shares 1 : 1.1 : 1.32, its junior part" {
  rule = "composite_spread.mean.junior", given = { schools = { like "a twelve-year school" {}, like "a junior school" {} } },
  expect = { verdict = "met", measure = "0" },
}
-- Teachers are never split: a nine-year school with all its teachers in the primary stage.
case "teachers stay in their stage" {
  -- primary teachers 1 per student in both; junior 0 and 1 of 210 and 100 students
  rule = "composite_spread.mean.primary",
  given = { schools = { like "a nine-year school" { junior_full_time_teachers = 0 }, like "a primary school" {} } },
  expect = { verdict = "met", measure = "0" },
}
