-- Cases of the verdict: a county with one primary school, on the line everywhere.

example "a school" {
  school_type = "primary_school", organiser = "education_department", area_type = "rural", is_boarding = false,
  primary_students = 1000, primary_classes = 24, primary_largest_class = 45, primary_catchment_students = 1000,
  funded_students = 1000,
  full_time_teachers = 60, certified_teachers = 60, trained_360h_teachers = 60, primary_full_time_teachers = 60,
  primary_diploma_teachers = 2, primary_bachelor_teachers = 40, primary_master_teachers = 0, primary_doctor_teachers = 0,
  primary_backbone_teachers = 10, primary_pe_teachers = 4, primary_music_teachers = 3, primary_fine_arts_teachers = 2,
  primary_arts_teachers = 0,
  teaching_area_m2 = 4700, indoor_sports_area_m2 = 200, sports_ground_area_m2 = 7300, equipment_value_wan_yuan = 200,
  multimedia_rooms = 23, public_funds_budget_wan_yuan = 80, training_funds_wan_yuan = 4,
  has_charter = true, is_ict_managed = true, is_ict_used_well = true, is_moral_culture_good = true,
  is_curriculum_complete = true, is_workload_light = true,
  rooms = {
    { kind = "music", area_m2 = 96 }, { kind = "music", area_m2 = 96 },
    { kind = "fine_arts", area_m2 = 90 }, { kind = "fine_arts", area_m2 = 90 },
  },
}

example "a county" {
  years_since_basic_balance = 3, is_monitoring_high = true, is_layout_planned = true,
  has_unified_building_standard = true, has_unified_staffing_standard = true, has_unified_funding_standard = true,
  has_unified_equipment_standard = true, special_education_funds_wan_yuan = 51, special_education_students = 85,
  teacher_mean_pay_yuan = 80000, civil_servant_mean_pay_yuan = 80000, has_full_performance_pay = true,
  has_county_allocated_posts = true, rotation_eligible_teachers = 500, rotated_teachers = 50,
  rotated_backbone_teachers = 10, quality_senior_places = 800, quota_places = 400, has_rural_quota_tilt = true,
  has_left_behind_care = true, migrant_children = 0, migrant_children_in_public_schools = 0,
  migrant_children_in_purchased_places = 0, junior_entrants = 2002, junior_deaths = 2, junior_transferred_in = 40,
  junior_transferred_out = 30, junior_graduates = 1910, disabled_children = 0, disabled_in_special_schools = 0,
  disabled_in_ordinary_schools = 0, disabled_taught_at_home = 0, monitored_subjects = 1,
  social_recognition_percent = 85, has_exam_admission = false, has_illegal_school_choice = false,
  has_key_schools_or_classes = false, has_unfilled_posts = false, has_major_incident = false, has_falsification = false,
  monitoring = { { subject = "science", monitored_stage = "primary", attained_level = 3, difference_rate = "0.1499" } },
  schools = { like "a school" {} },
}

case "on the line everywhere is recognised" { rule = "quality_balance", given = like "a county" {}, expect = "met" }

-- One thing wrong is enough, in each part of the measures.
for _, wrong in ipairs {
  { "a precondition", { years_since_basic_balance = 2 } },
  { "a school", { schools = { like "a school" { primary_backbone_teachers = 0 } } } },
  { "an item of the county's government", { rotated_teachers = 49 } },
  { "a class", { schools = { like "a school" { primary_largest_class = 46 } } } },
  { "a room", { schools = { like "a school" { primary_classes = 25 } } } },
  { "an item of quality", { junior_graduates = 1909 } },
  { "a school's workload", { schools = { like "a school" { is_workload_light = false } } } },
  { "a monitored subject",
    { monitoring = { { subject = "science", monitored_stage = "primary", attained_level = 2, difference_rate = "0.1" } } } },
  { "social recognition", { social_recognition_percent = "84.99" } },
  { "a veto", { has_falsification = true } },
  { "the spread", { schools = { like "a school" {}, like "a school" { equipment_value_wan_yuan = 2000 } } } },
} do
  case("refused for " .. wrong[1]) { rule = "quality_balance", given = like "a county" (wrong[2]), expect = "unmet" }
end

case "one blank that decides leaves it open" {
  rule = "quality_balance", given = like "a county" { social_recognition_percent = missing }, expect = "undetermined",
}
case "a blank beside a veto changes nothing" {
  rule = "quality_balance", given = like "a county" { social_recognition_percent = missing, has_falsification = true },
  expect = "unmet",
}
case "before the measures were issued there was no such verdict" {
  rule = "quality_balance", on = "2016-01-01", given = like "a county" {}, expect = "not_in_force",
}
