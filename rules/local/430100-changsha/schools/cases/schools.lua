-- Which standard is asked of whom.

for _, kind in ipairs { "primary_school", "junior_school", "nine_year_school" } do
  case (kind .. ": met") { rule = "school_standard", given = { school_type = kind, is_hunan_standard_met = true }, expect = "met" }
  case (kind .. ": not met") { rule = "school_standard", given = { school_type = kind, is_hunan_standard_met = false }, expect = "unmet" }
  case (kind .. ": not judged") { rule = "school_standard", given = { school_type = kind }, expect = "undetermined" }
  case (kind .. ": is no teaching point") { rule = "point_standard", given = { school_type = kind }, expect = "not_applicable" }
end
case "teaching point: met" { rule = "point_standard", given = { school_type = "teaching_point", is_point_standard_met = true }, expect = "met" }
case "teaching point: not met" { rule = "point_standard", given = { school_type = "teaching_point", is_point_standard_met = false }, expect = "unmet" }
case "teaching point: not judged" { rule = "point_standard", given = { school_type = "teaching_point" }, expect = "undetermined" }
case "teaching point: not by the schools' standard" { rule = "school_standard", given = { school_type = "teaching_point", is_hunan_standard_met = false }, expect = "not_applicable" }
case "senior school" { rule = "school_standard", given = { school_type = "senior_school", is_hunan_standard_met = false }, expect = "not_applicable" }

-- n of 100 schools; teaching points count apart.
local function county(n, points)
  local list = {}
  for i = 1, 100 do table.insert(list, { school_type = "primary_school", is_hunan_standard_met = i <= n }) end
  for i = 1, 2 do table.insert(list, { school_type = "teaching_point", is_point_standard_met = i <= points }) end
  return { schools = list }
end
case "2018: 90" { rule = "school_share", on = "2018-12-31", given = county(90, 0), expect = { verdict = "met", measure = "90", margin = "0" } }
case "2018: 89" { rule = "school_share", on = "2018-12-31", given = county(89, 2), expect = "unmet" }
case "2018: 91" { rule = "school_share", on = "2020-12-30", given = county(91, 2), expect = "met" }
case "2020: 98" { rule = "school_share", on = "2020-12-31", given = county(98, 0), expect = { verdict = "met", margin = "0" } }
case "2020: 97" { rule = "school_share", on = "2020-12-31", given = county(97, 2), expect = "unmet" }
case "2020: 99" { rule = "school_share", on = "2020-12-31", given = county(99, 2), expect = "met" }
case "before 2018 nothing is due" { rule = "school_share", on = "2018-12-30", given = county(0, 0), expect = "not_in_force" }
case "the share is not known" { rule = "school_share", on = "2018-12-31", given = { schools = { { school_type = "primary_school" } } }, expect = "undetermined" }
case "teaching points only" { rule = "school_share", on = "2018-12-31", given = { schools = { { school_type = "teaching_point" } } }, expect = "not_applicable" }
case "points: both" { rule = "point_share", on = "2018-12-31", given = county(0, 2), expect = { verdict = "met", measure = "100", margin = "0" } }
case "points: one of two" { rule = "point_share", on = "2018-12-31", given = county(100, 1), expect = { verdict = "unmet", measure = "50" } }
case "points: not known" { rule = "point_share", on = "2018-12-31", given = { schools = { { school_type = "teaching_point" } } }, expect = "undetermined" }
case "points: there are none" { rule = "point_share", on = "2018-12-31", given = { schools = { { school_type = "primary_school" } } }, expect = "not_applicable" }
case "county: both shares" { rule = "standard_schools", on = "2018-12-31", given = county(90, 2), expect = "met" }
case "county: points are missing" { rule = "standard_schools", on = "2018-12-31", given = county(90, 1), expect = "unmet" }
case "county: schools are missing" { rule = "standard_schools", on = "2018-12-31", given = county(89, 2), expect = "unmet" }
case "county: not known" { rule = "standard_schools", on = "2018-12-31", given = { schools = { { school_type = "primary_school" } } }, expect = "undetermined" }
