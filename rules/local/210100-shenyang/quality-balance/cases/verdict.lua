-- Cases of the verdict: a county with one primary school, on the line everywhere, on the first day of the city's list.
-- They say what follows from the rules alone. A report makes "undetermined" of each "met", as long as the text of the
-- province's measures has not been seen.

example "a school" {
  school_type = "primary_school", organiser = "education_department", area_type = "rural", is_boarding = false,
  primary_students = 1000, primary_classes = 24, primary_largest_class = 45, primary_catchment_students = 1000,
  funded_students = 1000, junior_students = 0, built_year = 2018, has_completion_plan = false,
  full_time_teachers = 60, certified_teachers = 60, trained_360h_teachers = 60, primary_full_time_teachers = 60,
  primary_diploma_teachers = 2, primary_bachelor_teachers = 40, primary_master_teachers = 0, primary_doctor_teachers = 0,
  primary_backbone_teachers = 10, primary_pe_teachers = 4, primary_music_teachers = 3, primary_fine_arts_teachers = 2,
  primary_arts_teachers = 0, primary_visiting_pe_art_teachers = 5,
  teaching_area_m2 = 4700, indoor_sports_area_m2 = 200, sports_ground_area_m2 = 7300, equipment_value_wan_yuan = 200,
  is_in_dense_core = false, converted_sports_area_m2 = 1000,
  multimedia_rooms = 23, public_funds_budget_wan_yuan = 80, training_funds_wan_yuan = 4,
  public_funds_accounts_wan_yuan = 80, training_funds_accounts_wan_yuan = 4,
  has_charter = true, is_ict_managed = true, is_ict_used_well = true, is_moral_culture_good = true,
  is_curriculum_complete = true, is_workload_light = true,
  has_labour_base = true, has_labour_course = true, has_labour_teachers = true, labour_practice_hours = 70,
  comprehensive_practice_hours = 140,
  rooms = {
    { kind = "music", area_m2 = 96 }, { kind = "music", area_m2 = 96 },
    { kind = "fine_arts", area_m2 = 90 }, { kind = "fine_arts", area_m2 = 90 },
  },
}

local function result(subject) return { subject = subject, monitored_stage = "primary", attained_level = 3, difference_rate = "0.1499" } end
local five = { result "chinese", result "mathematics", result "science", result "physical_education", result "arts" }

example "a county" {
  years_since_basic_balance = 3, is_monitoring_high = true, is_layout_planned = true,
  has_unified_building_standard = true, has_unified_staffing_standard = true, has_unified_funding_standard = true,
  has_unified_equipment_standard = true, primary_public_funds_quota_yuan = 1150, junior_public_funds_quota_yuan = 1350,
  special_education_funds_wan_yuan = 68, special_education_students = 85, has_classes_in_vocational_schools = false,
  teacher_mean_pay_yuan = 80000, civil_servant_mean_pay_yuan = 80000, has_full_performance_pay = true,
  has_county_allocated_posts = true, rotation_eligible_teachers = 500, rotated_teachers = 50,
  rotated_backbone_teachers = 10, quality_senior_places = 800, quota_places = 400, has_rural_quota_tilt = true,
  has_left_behind_care = true, migrant_children = 0, migrant_children_in_public_schools = 0,
  migrant_children_in_purchased_places = 0, junior_entrants = 2002, junior_deaths = 2, junior_transferred_in = 40,
  junior_transferred_out = 30, junior_graduates = 1910, disabled_children = 0, disabled_in_special_schools = 0,
  disabled_in_ordinary_schools = 0, disabled_taught_at_home = 0, monitored_subjects = 6,
  social_recognition_percent = 85, questionnaire_recognition_percent = 85, interview_recognition_percent = 85,
  has_exam_admission = false, has_illegal_school_choice = false, has_key_schools_or_classes = false,
  has_unfilled_posts = false, has_major_incident = false, has_falsification = false, has_weak_burden_control = false,
  monitoring = { five[1], five[2], five[3], five[4], five[5], result "moral_education" },
  schools = { like "a school" {} },
}

case "on the line everywhere is recognised" { rule = "quality_balance", given = like "a county" {}, expect = "met" }

for _, wrong in ipairs {
  { "the nation's part", { years_since_basic_balance = 2 } },
  { "the quota of primary schools, the province's is met", { primary_public_funds_quota_yuan = "1149.99" } },
  { "the quota of junior schools, the province's is met", { junior_public_funds_quota_yuan = "1349.99" } },
  { "6000 yuan for special schools", { special_education_funds_wan_yuan = 51 } },
  { "classes in vocational schools", { has_classes_in_vocational_schools = true } },
  { "a school without a base for labour", { schools = { like "a school" { has_labour_base = false } } } },
  { "a school without labour as a course", { schools = { like "a school" { has_labour_course = false } } } },
  { "a school without teachers of labour", { schools = { like "a school" { has_labour_teachers = false } } } },
  { "a school with little labour", { schools = { like "a school" { labour_practice_hours = "69.99" } } } },
  { "training in the accounts", { schools = { like "a school" { training_funds_accounts_wan_yuan = "3.9999" } } } },
  { "five subjects, and English", { monitoring = { five[1], five[2], five[3], five[4], five[5], result "english" } } },
  { "the questionnaire", { questionnaire_recognition_percent = "84.99" } },
  { "the interviews", { interview_recognition_percent = "84.99" } },
  { "private tuition", { has_weak_burden_control = true } },
} do
  case("refused for " .. wrong[1]) { rule = "quality_balance", given = like "a county" (wrong[2]), expect = "unmet" }
end

case "English at level I does not matter" {
  rule = "quality_balance",
  given = like "a county" {
    monitoring = { five[1], five[2], five[3], five[4], five[5], result "moral_education",
      { subject = "english", monitored_stage = "junior", attained_level = 1, difference_rate = "0.5" } },
  },
  expect = "met",
}
case "visiting teachers and converted grounds do not count where nothing is relaxed" {
  rule = "quality_balance",
  given = like "a county" { schools = { like "a school" { primary_pe_teachers = 3, sports_ground_area_m2 = 7299 } } }, expect = "unmet",
}
case "a room of 73 m² in a school of 2016 with a plan, in time" {
  rule = "quality_balance", on = "2024-12-31",
  given = like "a county" { schools = { like "a school" { built_year = 2016, has_completion_plan = true,
    rooms = { { kind = "music", area_m2 = 73 }, { kind = "music", area_m2 = 73 }, { kind = "fine_arts", area_m2 = 67 },
      { kind = "fine_arts", area_m2 = 67 } } } } },
  expect = "met",
}
case "a room of 73 m² when the three years are over" {
  rule = "quality_balance", on = "2025-01-01",
  given = like "a county" { schools = { like "a school" { built_year = 2016, has_completion_plan = true,
    rooms = { { kind = "music", area_m2 = 73 }, { kind = "music", area_m2 = 73 }, { kind = "fine_arts", area_m2 = 67 },
      { kind = "fine_arts", area_m2 = 67 } } } } },
  expect = "unmet",
}
case "one blank of the city's leaves it open" {
  rule = "quality_balance", given = like "a county" { interview_recognition_percent = missing }, expect = "undetermined",
}
case "before the city's list the nation's measures were enough" {
  rule = "quality_balance", on = "2021-12-31",
  given = like "a county" { special_education_funds_wan_yuan = 51, primary_public_funds_quota_yuan = 935, junior_public_funds_quota_yuan = 1155,
    questionnaire_recognition_percent = missing, has_classes_in_vocational_schools = missing },
  expect = "met",
}
