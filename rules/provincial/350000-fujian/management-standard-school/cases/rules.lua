-- Each duty by itself: no set-off, whatever the sum.

example "a school" {
  school_type = "primary_school", equal_rights_percent = 85, all_round_growth_percent = 85, teacher_growth_percent = 85, teaching_level_percent = 85,
  environment_percent = 85, school_system_percent = 85, prerequisites_met = 6, has_passed_spot_check = true,
}

for _, rule in ipairs { "equal_rights", "all_round_growth", "teacher_growth", "teaching_level", "environment", "school_system" } do
  local column = rule .. "_percent"
  case(rule .. ": exactly 85 %") { rule = rule, given = like "a school" {}, expect = { verdict = "met", bound = "85", margin = "0" } }
  case(rule .. ": just below") { rule = rule, given = like "a school" { [column] = "84.9999" }, expect = "unmet" }
  case(rule .. ": just above") { rule = rule, given = like "a school" { [column] = "85.0001" }, expect = "met" }
  case(rule .. ": blank") { rule = rule, given = like "a school" { [column] = missing }, expect = "undetermined" }
  case(rule .. ": a teaching point") { rule = rule, given = like "a school" { school_type = "teaching_point" }, expect = "not_applicable" }
  case("one below, the others in full: " .. rule) {
    rule = "management_standard_school",
    given = {
      school_type = "junior_school", prerequisites_met = 6, has_passed_spot_check = true,
      equal_rights_percent = rule == "equal_rights" and 84 or 100, all_round_growth_percent = rule == "all_round_growth" and 84 or 100,
      teacher_growth_percent = rule == "teacher_growth" and 84 or 100, teaching_level_percent = rule == "teaching_level" and 84 or 100,
      environment_percent = rule == "environment" and 84 or 100, school_system_percent = rule == "school_system" and 84 or 100,
    },
    expect = "unmet",
  }
end

case "six prerequisites" { rule = "prerequisites", given = like "a school" {}, expect = { verdict = "met", margin = "0" } }
case "five" { rule = "prerequisites", given = like "a school" { prerequisites_met = 5 }, expect = "unmet" }
case "prerequisites not known" { rule = "prerequisites", given = like "a school" { prerequisites_met = missing }, expect = "undetermined" }
case "prerequisites of a teaching point" { rule = "prerequisites", given = like "a school" { school_type = "teaching_point" }, expect = "not_applicable" }
case "review passed" { rule = "spot_check", given = like "a school" {}, expect = "met" }
case "review not passed" { rule = "spot_check", given = like "a school" { has_passed_spot_check = false }, expect = "unmet" }
case "review not known" { rule = "spot_check", given = like "a school" { has_passed_spot_check = missing }, expect = "undetermined" }
case "review of a teaching point" { rule = "spot_check", given = like "a school" { school_type = "teaching_point" }, expect = "not_applicable" }

case "everything on its line" { rule = "management_standard_school", given = like "a school" {}, expect = "met" }
case "five prerequisites refuse" { rule = "management_standard_school", given = like "a school" { prerequisites_met = 5 }, expect = "unmet" }
case "no review refuses" { rule = "management_standard_school", given = like "a school" { has_passed_spot_check = false }, expect = "unmet" }
case "one duty not known" { rule = "management_standard_school", given = like "a school" { environment_percent = missing }, expect = "undetermined" }
case "a teaching point is not assessed" { rule = "management_standard_school", given = like "a school" { school_type = "teaching_point" }, expect = "not_applicable" }
case "all schools" { rule = "management_standard_schools", given = { schools = { like "a school" {} } }, expect = "met" }
case "one is not" { rule = "management_standard_schools", given = { schools = { like "a school" {}, like "a school" { prerequisites_met = 0 } } }, expect = "unmet" }
