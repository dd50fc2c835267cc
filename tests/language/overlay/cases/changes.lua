example "rural class" { stage = "primary", students = 100, largest_class = 46, area_type = "rural" }
case "46 in a village" { rule = "class_size", given = like "rural class" {}, expect = { verdict = "met", bound = 46 } }
case "47 in a village" { rule = "class_size", given = like "rural class" { largest_class = 47 }, expect = "unmet" }
case "46 in a town" { rule = "class_size", given = like "rural class" { area_type = "town" }, expect = { verdict = "unmet", bound = 45 } }
case "46 somewhere" { rule = "class_size", given = like "rural class" { area_type = missing }, expect = "undetermined" }
case "46 in a village before" { rule = "class_size", on = "2022-12-31", given = like "rural class" {}, expect = { verdict = "unmet", bound = 45 } }
case "46 in a village after" { rule = "class_size", on = "2026-01-01", given = like "rural class" {}, expect = { verdict = "unmet", bound = 45 } }

example "county" { social_recognition_percent = 87 }
case "87 meets the state" { rule = "social_recognition", given = like "county" {}, expect = "met" }
case "87 does not meet the city" { rule = "social_recognition_city", given = like "county" {}, expect = { verdict = "unmet", bound = 90 } }
case "the city asks nothing before" { rule = "social_recognition_city", on = "2022-12-31", given = like "county" {}, expect = "not_in_force" }

case "a quantity from its day" {
  rule = "backbone_teachers_per_100",
  given = { stage = "primary", school_type = "primary_school", primary_students = 100, primary_backbone_teachers = 1 },
  expect = { verdict = "met", measure = 2 },
}
case "a quantity before its day" {
  rule = "backbone_teachers_per_100", on = "2022-12-31",
  given = { stage = "primary", school_type = "primary_school", primary_students = 100, primary_backbone_teachers = 1 },
  expect = { verdict = "met", measure = 1 },
}
case "withdrawn" { rule = "rural_quota", given = { has_rural_quota_tilt = false }, expect = "not_in_force" }
case "not yet withdrawn" { rule = "rural_quota", on = "2022-12-31", given = { has_rural_quota_tilt = false }, expect = "unmet" }
case "the switch is off" { rule = "layout_plan", given = { is_layout_planned = false }, expect = "unmet" }
