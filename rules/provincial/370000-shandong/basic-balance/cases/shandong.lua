-- Cases of Shandong's overlay.

example "a Shandong school" {
  school_type = "primary_school", organiser = "education_department", affiliation = "county",
  meets_land_standard = true, meets_green_standard = true, meets_building_standard = true, meets_sports_standard = true,
  meets_science_standard = true, meets_pe_art_standard = true, meets_computer_standard = true, meets_book_standard = true,
  meets_staff_standard = true, meets_degree_standard = true,
  primary_students = 100, primary_full_time_teachers = 6, primary_diploma_teachers = 2, primary_bachelor_teachers = 4,
  primary_master_teachers = 0, primary_doctor_teachers = 0, primary_mid_title_teachers = 3, teaching_area_m2 = 500,
  indoor_sports_area_m2 = 0, sports_ground_area_m2 = 800, equipment_value_wan_yuan = 20, computers = 12, books = 2500,
}
example "a Shandong county" {
  government_work_score = 85, government_indicators_scored = 23, government_points_assessed = 34, satisfaction_percent = 85,
  has_major_incident = false, has_disabled_enrolment_met = true, has_finished_weak_schools = true,
  county_years = {
    { year = 2012, has_three_increases = true }, { year = 2011, has_three_increases = true },
    { year = 2010, has_three_increases = true },
  },
  schools = { like "a Shandong school" {} },
}

-- The gate: ten of ten.
local ten = {
  { "land_standard", "meets_land_standard" }, { "green_standard", "meets_green_standard" },
  { "building_standard", "meets_building_standard" }, { "sports_standard", "meets_sports_standard" },
  { "science_standard", "meets_science_standard" }, { "pe_art_standard", "meets_pe_art_standard" },
  { "computer_standard", "meets_computer_standard" }, { "book_standard", "meets_book_standard" },
  { "staff_standard", "meets_staff_standard" }, { "degree_standard", "meets_degree_standard" },
}
case "ten of ten" { rule = "provincial_standard", given = like "a Shandong school" {}, expect = "met" }
for _, one in ipairs(ten) do
  local rule, column = one[1], one[2]
  case(rule .. ": yes") { rule = rule, given = like "a Shandong school" {}, expect = "met" }
  case(rule .. ": no") { rule = rule, given = like "a Shandong school" { [column] = false }, expect = "unmet" }
  case(rule .. ": not known") { rule = rule, given = like "a Shandong school" { [column] = missing }, expect = "undetermined" }
  case(rule .. ": not asked of a private school") {
    rule = rule, given = like "a Shandong school" { organiser = "private" }, expect = "not_applicable",
  }
  case("nine of ten, without " .. column) {
    rule = "provincial_standard", given = like "a Shandong school" { [column] = false }, expect = "unmet",
  }
end
case "nine, and one not known" {
  rule = "provincial_standard", given = like "a Shandong school" { meets_book_standard = missing }, expect = "undetermined",
}
case "a private school has no gate" {
  rule = "provincial_standard", given = like "a Shandong school" { organiser = "private" }, expect = "not_applicable",
}

-- The government's work, satisfaction.
for _, line in ipairs {
  { "government_indicators", "government_indicators_scored", 22, 23, 24 },
  { "government_points_assessed", "government_points_assessed", 33, 34, 35 },
} do
  local rule, column, below, on, above = line[1], line[2], line[3], line[4], line[5]
  case(rule .. ": Shandong, just below") { rule = rule, given = { [column] = below }, expect = "unmet" }
  case(rule .. ": Shandong, on the line") { rule = rule, given = { [column] = on }, expect = { verdict = "met", margin = "0" } }
  case(rule .. ": Shandong, just above") { rule = rule, given = { [column] = above }, expect = "met" }
  case(rule .. ": Shandong, not known") { rule = rule, given = { [column] = missing }, expect = "undetermined" }
end
for _, line in ipairs { { "84.99", "unmet" }, { 85, "met" }, { missing, "undetermined" } } do
  case("Shandong asks for satisfaction " .. _) {
    rule = "satisfaction_required", given = { satisfaction_percent = line[1] }, expect = line[2],
  }
end
case "points that were not all looked at" {
  rule = "government_passed", given = like "a Shandong county" { government_points_assessed = 33 }, expect = "unmet",
}

-- Vetoes. The pack's first day is in 2013, so the three years are 2010 to 2012.
for _, line in ipairs {
  { "major_incident", "has_major_incident", true }, { "disabled_enrolment", "has_disabled_enrolment_met", false },
  { "weak_schools", "has_finished_weak_schools", false },
} do
  local rule, column, bad = line[1], line[2], line[3]
  case(rule .. ": not so") { rule = rule, given = like "a Shandong county" {}, expect = "met" }
  case(rule .. ": so") { rule = rule, given = like "a Shandong county" { [column] = bad }, expect = "unmet" }
  case(rule .. ": not known") { rule = rule, given = like "a Shandong county" { [column] = missing }, expect = "undetermined" }
  case(rule .. ": refuses the county") { rule = "basic_balance", given = like "a Shandong county" { [column] = bad }, expect = "unmet" }
end
local function years(first, second, third)
  return like "a Shandong county" { county_years = {
    { year = 2012, has_three_increases = first }, { year = 2011, has_three_increases = second },
    { year = 2010, has_three_increases = third },
  } }
end
case "three years of growth" { rule = "three_increases", given = years(true, true, true), expect = "met" }
case "not in 2012" { rule = "three_increases", given = years(false, true, true), expect = "unmet" }
case "not in 2011" { rule = "three_increases", given = years(true, false, true), expect = "unmet" }
case "not in 2010" { rule = "three_increases", given = years(true, true, false), expect = "unmet" }
case "2011 not known" { rule = "three_increases", given = years(true, missing, true), expect = "undetermined" }
case "2009 and 2013 do not count" {
  rule = "three_increases",
  given = { county_years = {
    { year = 2013, has_three_increases = false }, { year = 2012, has_three_increases = true },
    { year = 2011, has_three_increases = true }, { year = 2010, has_three_increases = true },
    { year = 2009, has_three_increases = false },
  } },
  expect = "met",
}
case "a year without a row" {
  rule = "three_increases", given = { county_years = { { year = 2012, has_three_increases = true }, { year = 2011, has_three_increases = true } } },
  expect = "undetermined",
}

-- The county.
case "recognised in Shandong" { rule = "basic_balance", given = like "a Shandong county" {}, expect = "met" }
for _, wrong in ipairs {
  { "a school that meets nine of ten", { schools = { like "a Shandong school" { meets_book_standard = false } } } },
  { "points", { government_work_score = "84.9" } }, { "satisfaction", { satisfaction_percent = "84.99" } },
  { "22 indicators", { government_indicators_scored = 22 } },
} do
  case("refused in Shandong for " .. wrong[1]) { rule = "basic_balance", given = like "a Shandong county" (wrong[2]), expect = "unmet" }
end
case "the nation's gate is not asked" {
  rule = "basic_balance",
  given = like "a Shandong county" { schools = { like "a Shandong school" { meets_provincial_standard = false } } }, expect = "met",
}
case "government passed" { rule = "government_passed", given = like "a Shandong county" {}, expect = "met" }
case "points of assessment not known" {
  rule = "government_passed", given = like "a Shandong county" { government_points_assessed = missing }, expect = "undetermined",
}
