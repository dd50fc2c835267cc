-- Cases of what Shenyang asks of the county's government, on the first day of its list (2022-01-01) unless said otherwise.

-- （二） each of the three levels of the quota is judged by itself
for _, one in ipairs { { "primary", 1150, "1149.99", "1150.01" }, { "junior", 1350, "1349.99", "1350.01" } } do
  local rule, column = "public_funds_" .. one[1] .. "_city", one[1] .. "_public_funds_quota_yuan"
  case(rule .. ": exactly the city's") { rule = rule, given = { [column] = one[2] }, expect = { verdict = "met", margin = "0" } }
  case(rule .. ": just below") { rule = rule, given = { [column] = one[3] }, expect = "unmet" }
  case(rule .. ": just above") { rule = rule, given = { [column] = one[4] }, expect = "met" }
  case(rule .. ": not known") { rule = rule, given = { [column] = missing }, expect = "undetermined" }
  case(rule .. ": not before the city's list") { rule = rule, on = "2021-12-31", given = { [column] = 0 }, expect = "not_in_force" }
  case(rule .. ": below the city's, the province's is met") {
    rule = "public_funds_" .. one[1], given = { [column] = one[3] }, expect = "met",
  }
end

-- （六） a village school attached to a township's centre school is funded as if for 100
example "an attached school" {
  school_type = "primary_school", area_type = "town", is_attached_village_school = true, primary_students = 99, funded_students = 100,
}
case "attached school: funded for 100" { rule = "small_school_funding", given = like "an attached school" {},
  expect = { verdict = "met", margin = "0" } }
case "attached school: funded for 99" { rule = "small_school_funding", given = like "an attached school" { funded_students = 99 }, expect = "unmet" }
case "attached school of 100: does not apply" { rule = "small_school_funding", given = like "an attached school" { primary_students = 100 },
  expect = "not_applicable" }
case "town school by itself: does not apply" {
  rule = "small_school_funding", given = like "an attached school" { is_attached_village_school = false, funded_students = 99 },
  expect = "not_applicable",
}
case "attached or not is not known" {
  rule = "small_school_funding", given = like "an attached school" { is_attached_village_school = missing, funded_students = 99 },
  expect = "undetermined",
}
case "rural school: as in the nation" {
  rule = "small_school_funding",
  given = like "an attached school" { is_attached_village_school = false, area_type = "rural", funded_students = 99 }, expect = "unmet",
}
case "attached school: not asked before the city's list" {
  rule = "small_school_funding", on = "2021-12-31", given = like "an attached school" { funded_students = 99 }, expect = "not_applicable",
}

-- （七） 68 万元 / 85 students = 8000 yuan. With the 5 students in ordinary classes it would be 680000 / 90 = 7555.56.
example "special schools" { special_education_funds_wan_yuan = 68, special_education_students = 85, disabled_in_ordinary_schools = 5 }
case "special education: exactly 8000" {
  rule = "special_education_funds_per_student", given = like "special schools" {},
  expect = { verdict = "met", measure = "8000", bound = "8000", margin = "0" },
}
case "special education: just below" {
  rule = "special_education_funds_per_student", given = like "special schools" { special_education_funds_wan_yuan = "67.9999" }, expect = "unmet",
}
case "special education: just above" {
  rule = "special_education_funds_per_student", given = like "special schools" { special_education_funds_wan_yuan = "68.0001" }, expect = "met",
}
case "special education: 6000 until the city's list" {
  rule = "special_education_funds_per_student", on = "2021-12-31", given = like "special schools" { special_education_funds_wan_yuan = 51 },
  expect = { verdict = "met", bound = "6000", margin = "0" },
}
case "special education: students in ordinary classes do not matter unless the switch is on" {
  rule = "special_education_funds_per_student", given = like "special schools" { disabled_in_ordinary_schools = missing }, expect = "met",
}

-- added
case "vocational schools without such classes" {
  rule = "no_classes_in_vocational_schools", given = { has_classes_in_vocational_schools = false }, expect = "met",
}
case "vocational schools with such classes" {
  rule = "no_classes_in_vocational_schools", given = { has_classes_in_vocational_schools = true }, expect = "unmet",
}
case "vocational schools not looked at" {
  rule = "no_classes_in_vocational_schools", given = { has_classes_in_vocational_schools = missing }, expect = "undetermined",
}
