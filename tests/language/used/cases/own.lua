-- Run with the pack alone and with the one that uses it: the names are the same.

case "students of a stage" { rule = "size", given = { students = 40, stage = "primary" }, expect = { verdict = "met", measure = 40, bound = 40 } }
case "one too many" { rule = "size", given = { students = 41, stage = "primary" }, expect = "unmet" }
case "a school" {
  rule = "conditions_met", given = { school_type = "nine_year_school", primary_students = 30, junior_students = 35 }, expect = "met",
}
case "a quantity that is given" { rule = "small", given = { all_students = 66 }, expect = "unmet" }
case "points" { rule = "points.one", given = { all_students = 70 }, expect = { verdict = "met", measure = 6 } }
case "points of which one was not seen" {
  rule = "points", given = { all_students = 70 }, expect = { verdict = "met", measure = between("6", "7"), bound = 6, margin = between(0, 1) },
}

-- Codes and what is around: they belong to the county, wherever a case says them.
local school = { county_code = "990101", is_boarding = true, county = { is_layout_planned = true, schools = { { is_boarding = true } } } }
case "a school and its county" { rule = "around", given = school, expect = "met" }
case "a table of the county by its name" {
  rule = "around", given = { county_code = "990101", is_boarding = true, schools = { { is_boarding = false } }, county = { is_layout_planned = true } },
  expect = "unmet",
}
case "another county" { rule = "around", given = { county_code = "990201" }, expect = "not_applicable" }
case "the county's own code" {
  rule = "around", given = { county = { county_code = "990102", is_layout_planned = false } }, expect = "unmet",
}
case "a stage" {
  rule = "around_stage", given = { stage = "primary", county_code = "990101", school_code = "9", county = { is_layout_planned = true } },
  expect = "met",
}
case "a stage elsewhere" {
  rule = "around_stage", given = { stage = "primary", county_code = "990102", school_code = "9", county = { is_layout_planned = true } },
  expect = "unmet",
}
