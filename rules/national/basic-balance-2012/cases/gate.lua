-- Cases of the gate: the province's standard, and which schools are asked.

example "a school at the gate" {
  school_type = "primary_school", organiser = "education_department", affiliation = "county", meets_provincial_standard = true,
}

case "a school that meets it" { rule = "provincial_standard", given = like "a school at the gate" {}, expect = "met" }
case "a school that does not" {
  rule = "provincial_standard", given = like "a school at the gate" { meets_provincial_standard = false }, expect = "unmet",
}
case "a school of which it is not known" {
  rule = "provincial_standard", given = like "a school at the gate" { meets_provincial_standard = missing }, expect = "undetermined",
}

-- Who is asked.
for _, type in ipairs { "primary_school", "junior_school", "nine_year_school", "complete_secondary", "twelve_year_school" } do
  case("asked: " .. type) {
    rule = "provincial_standard", given = like "a school at the gate" { school_type = type, meets_provincial_standard = false }, expect = "unmet",
  }
end
for _, type in ipairs { "teaching_point", "special_education", "vocational_junior", "senior_school" } do
  case("not asked: " .. type) {
    rule = "provincial_standard", given = like "a school at the gate" { school_type = type }, expect = "not_applicable",
  }
end
for _, organiser in ipairs { "private", "joint_venture", "local_enterprise" } do
  case("not asked: a school of organiser " .. organiser) {
    rule = "provincial_standard", given = like "a school at the gate" { organiser = organiser }, expect = "not_applicable",
  }
end
case "asked: a school of another department of the county" {
  rule = "provincial_standard", given = like "a school at the gate" { organiser = "other_department" }, expect = "met",
}
for _, affiliation in ipairs { "prefecture", "province", "university", "enterprise" } do
  case("not asked: a school that belongs to " .. affiliation) {
    rule = "provincial_standard", given = like "a school at the gate" { affiliation = affiliation }, expect = "not_applicable",
  }
end
case "a school of which it is not known to whom it belongs" {
  rule = "provincial_standard", given = like "a school at the gate" { affiliation = missing, meets_provincial_standard = false },
  expect = "undetermined",
}
case "a private school is out, whoever it belongs to" {
  rule = "provincial_standard", given = like "a school at the gate" { affiliation = missing, organiser = "private" }, expect = "not_applicable",
}

case "all schools" { rule = "all_schools", given = { schools = { like "a school at the gate" {}, like "a school at the gate" {} } }, expect = "met" }
case "one school fails, the county fails" {
  rule = "all_schools", given = { schools = { like "a school at the gate" {}, like "a school at the gate" { meets_provincial_standard = false } } },
  expect = "unmet",
}
case "one school is not known" {
  rule = "all_schools", given = { schools = { like "a school at the gate" {}, like "a school at the gate" { meets_provincial_standard = missing } } },
  expect = "undetermined",
}
case "a teaching point cannot fail the county" {
  rule = "all_schools",
  given = { schools = { like "a school at the gate" {}, like "a school at the gate" { school_type = "teaching_point", meets_provincial_standard = false } } },
  expect = "met",
}
