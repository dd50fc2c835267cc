-- Cases of the verdict: a county with one primary school.

example "a school" {
  school_type = "primary_school", organiser = "education_department", affiliation = "county", meets_provincial_standard = true,
  primary_students = 100, primary_full_time_teachers = 6, primary_diploma_teachers = 2, primary_bachelor_teachers = 4,
  primary_master_teachers = 0, primary_doctor_teachers = 0, primary_mid_title_teachers = 3, teaching_area_m2 = 500,
  indoor_sports_area_m2 = 0, sports_ground_area_m2 = 800, equipment_value_wan_yuan = 20, computers = 12, books = 2500,
}
example "a county" {
  government_work_score = 85, government_indicators_scored = 17, satisfaction_percent = 85, schools = { like "a school" {} },
}

case "recognised" { rule = "basic_balance", given = like "a county" {}, expect = "met" }
for _, wrong in ipairs {
  { "a school", { schools = { like "a school" { meets_provincial_standard = false } } } },
  { "the government's points", { government_work_score = "84.9" } },
  { "an indicator that is not scored", { government_indicators_scored = 16 } },
  -- one school has nothing but students: of 100 and 100 students each coefficient is 1
  { "the spread", { schools = { like "a school" {}, like "a school" {
    primary_full_time_teachers = 0, primary_diploma_teachers = 0, primary_bachelor_teachers = 0, primary_mid_title_teachers = 0,
    teaching_area_m2 = 0, sports_ground_area_m2 = 0, equipment_value_wan_yuan = 0, computers = 0, books = 0 } } } },
} do
  case("refused for " .. wrong[1]) { rule = "basic_balance", given = like "a county" (wrong[2]), expect = "unmet" }
end
case "satisfaction is a reference" {
  rule = "basic_balance", given = like "a county" { satisfaction_percent = 20 }, expect = "met",
}
case "it may even be unknown" {
  rule = "basic_balance", given = like "a county" { satisfaction_percent = missing }, expect = "met",
}
case "a blank that decides" {
  rule = "basic_balance", given = like "a county" { government_work_score = missing }, expect = "undetermined",
}
case "before the measures were issued" {
  rule = "basic_balance", on = "2012-01-19", given = like "a county" {}, expect = "not_in_force",
}
case "refused for satisfaction, where it decides" {
  rule = "basic_balance", switches = { "satisfaction_decides" }, given = like "a county" { satisfaction_percent = "84.99" },
  expect = "unmet",
}
