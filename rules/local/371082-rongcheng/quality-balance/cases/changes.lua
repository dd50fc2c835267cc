-- What Rongcheng asks beyond the nation: seven of seven, and every disabled child at school.

example "a primary school" {
  stage = "primary", school_type = "primary_school", students = 1000, higher_degree_teachers = 42, backbone_teachers = 10,
  pe_art_teachers = 9, teaching_area_m2 = 4500, indoor_sports_area_m2 = 0, sports_ground_area_m2 = 7500,
  equipment_value = 2000000, multimedia_rooms = 23,
}
case "all seven exactly" { rule = "school_resources", given = like "a primary school" {}, expect = "met" }
case "six of seven were enough for the nation, the day before" {
  rule = "school_resources", on = "2021-11-24", given = like "a primary school" { backbone_teachers = 9 }, expect = "met",
}
case "six of seven are not enough here" {
  rule = "school_resources", on = "2021-11-25", given = like "a primary school" { backbone_teachers = 9 }, expect = "unmet",
}
case "one not known, six reached" {
  rule = "school_resources", on = "2021-11-25", given = like "a primary school" { backbone_teachers = missing }, expect = "undetermined",
}

example "a county" { disabled_children = 200, disabled_in_special_schools = 100, disabled_in_ordinary_schools = 80, disabled_taught_at_home = 20 }
case "every disabled child" { rule = "disabled_enrolment", on = "2021-11-25", given = like "a county" {},
  expect = { verdict = "met", measure = "100", bound = "100", margin = "0" } }
case "one child missing" { rule = "disabled_enrolment", on = "2021-11-25", given = like "a county" { disabled_taught_at_home = 19 },
  expect = { verdict = "unmet", measure = "99.5" } }
case "one child missing was enough the day before" { rule = "disabled_enrolment", on = "2021-11-24",
  given = like "a county" { disabled_taught_at_home = 19 }, expect = "met" }
case "not known" { rule = "disabled_enrolment", on = "2021-11-25", given = like "a county" { disabled_taught_at_home = missing },
  expect = "undetermined" }
