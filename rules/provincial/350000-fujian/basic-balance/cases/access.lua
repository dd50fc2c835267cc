-- On, below and above the lines of the sheet. The day of law lies in 2012.

local function year(number, share) return { year = number, quota_share_percent = share } end
example "a county" {
  are_all_primary_enrolled = true, junior_enrolment_percent = 96, is_resident_population_planned = true, are_migrants_treated_alike = true,
  may_migrants_sit_local_exams = true, are_migrants_funded = true, are_private_schools_funded_alike = true, has_left_behind_files = true,
  has_left_behind_pairing = true, has_home_contact = true, has_counselling = true, three_types_disabled_percent = 92, senior_entry_percent = 92,
  county_years = { year(2012, 30), year(2011, 30) },
}

for _, one in ipairs {
  { "junior_enrolment", "junior_enrolment_percent", "96", "95.9999", "96.0001" },
  { "disabled_enrolment", "three_types_disabled_percent", "92", "91.9999", "92.0001" },
  { "senior_entry", "senior_entry_percent", "92", "91.9999", "92.0001" },
} do
  local rule, column = one[1], one[2]
  case(rule .. ": on the line") { rule = rule, given = like "a county" {}, expect = { verdict = "met", bound = one[3], margin = "0" } }
  case(rule .. ": below") { rule = rule, given = like "a county" { [column] = one[4] }, expect = "unmet" }
  case(rule .. ": above") { rule = rule, given = like "a county" { [column] = one[5] }, expect = "met" }
  case(rule .. ": blank") { rule = rule, given = like "a county" { [column] = missing }, expect = "undetermined" }
end

for _, one in ipairs {
  { "primary_enrolment", "are_all_primary_enrolled" }, { "in_plans", "is_resident_population_planned" }, { "in_plans", "are_migrants_treated_alike" },
  { "in_plans", "may_migrants_sit_local_exams" }, { "in_budgets", "are_migrants_funded" }, { "in_budgets", "are_private_schools_funded_alike" },
  { "left_behind_care", "has_left_behind_files" }, { "left_behind_care", "has_left_behind_pairing" }, { "left_behind_care", "has_home_contact" },
  { "left_behind_care", "has_counselling" },
} do
  local rule, column = one[1], one[2]
  case(rule .. ", " .. column .. ": yes") { rule = rule, given = like "a county" {}, expect = "met" }
  case(rule .. ", " .. column .. ": no") { rule = rule, given = like "a county" { [column] = false }, expect = "unmet" }
  case(rule .. ", " .. column .. ": blank") { rule = rule, given = like "a county" { [column] = missing }, expect = "undetermined" }
end

case "quota: exactly 30 %" { rule = "senior_quota", given = like "a county" {}, expect = { verdict = "met", measure = "30", margin = "0" } }
case "quota: below" { rule = "senior_quota", given = like "a county" { county_years = { year(2012, "29.9999") } }, expect = "unmet" }
case "quota: above" { rule = "senior_quota", given = like "a county" { county_years = { year(2012, "30.0001") } }, expect = "met" }
case "quota: last year's does not count" { rule = "senior_quota", given = like "a county" { county_years = { year(2011, 30) } }, expect = "undetermined" }
case "quota: as last year" { rule = "senior_quota_rising", given = like "a county" {}, expect = "met" }
case "quota: it fell" { rule = "senior_quota_rising", given = like "a county" { county_years = { year(2012, 30), year(2011, "30.0001") } }, expect = "unmet" }
case "quota: it grew" { rule = "senior_quota_rising", given = like "a county" { county_years = { year(2012, 30), year(2011, "29.9999") } }, expect = "met" }
case "quota: last year's is not known" { rule = "senior_quota_rising", given = like "a county" { county_years = { year(2012, 30) } }, expect = "undetermined" }

-- Points: 5 + 2 + 2 + 4 + 3 + 4 = 20.
for _, one in ipairs {
  { "enrolment", "junior_enrolment_percent", "95", "enrolment_points", "5", "3.5" },
  { "planning", "may_migrants_sit_local_exams", false, "planning_points", "2", "1" },
  { "funding", "are_migrants_funded", false, "funding_points", "2", "1" },
  { "care", "has_counselling", false, "care_points", "4", "3" },
  { "disabled", "three_types_disabled_percent", 91, "disabled_points", "3", "2" },
  { "admission", "senior_entry_percent", 91, "admission_points", "4", "2.5" },
} do
  local rule = "access." .. one[1]
  case(rule .. ": all for the standard") { rule = rule, given = like "a county" {}, expect = { verdict = "met", measure = one[5] } }
  case(rule .. ": below it, as given") { rule = rule, given = like "a county" { [one[2]] = one[3], [one[4]] = one[6] }, expect = { verdict = "met", measure = one[6] } }
  case(rule .. ": below it, none") { rule = rule, given = like "a county" { [one[2]] = one[3], [one[4]] = 0 }, expect = { verdict = "met", measure = "0" } }
end
case "admission: the quota is too small" {
  rule = "access.admission", given = like "a county" { county_years = { year(2012, 29), year(2011, 29) }, admission_points = 1 }, expect = { verdict = "met", measure = "1" },
}
case "admission: the quota fell" {
  rule = "access.admission", given = like "a county" { county_years = { year(2012, 30), year(2011, 31) }, admission_points = 1 }, expect = { verdict = "met", measure = "1" },
}
case "enrolment: not all of primary age" {
  rule = "access.enrolment", given = like "a county" { are_all_primary_enrolled = false, enrolment_points = 4 }, expect = { verdict = "met", measure = "4" },
}
case "all 20 pass any mark" { rule = "access", given = like "a county" {}, expect = { verdict = "met", measure = "20" } }
case "less stays open" { rule = "access", given = like "a county" { senior_entry_percent = 91, admission_points = 3 }, expect = "undetermined" }
case "no gap" { rule = "access_in_full", given = like "a county" {}, expect = "met" }
case "a gap" { rule = "access_in_full", given = like "a county" { has_counselling = false }, expect = "unmet" }
case "something not known" { rule = "access_in_full", given = like "a county" { has_counselling = missing }, expect = "undetermined" }
case "no failure among what is encoded" { rule = "basic_balance", given = like "a county" {}, expect = "met" }
case "the county, nothing known" { rule = "basic_balance", given = {}, expect = "undetermined" }

-- More points than there are is as good as not given: between 0 and the item's points, so the whole stays open.
for _, one in ipairs {
  { "junior_enrolment_percent", "95", "enrolment_points", 6 }, { "may_migrants_sit_local_exams", false, "planning_points", 3 },
  { "are_migrants_funded", false, "funding_points", 3 }, { "has_counselling", false, "care_points", 5 },
  { "three_types_disabled_percent", 91, "disabled_points", 4 }, { "senior_entry_percent", 91, "admission_points", 5 },
} do
  case("more points than there are: " .. one[3]) {
    rule = "access", given = like "a county" { [one[1]] = one[2], [one[3]] = one[4] }, expect = "undetermined",
  }
end
