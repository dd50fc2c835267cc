-- K27. Two schools of 100 students. Teachers 10 and 10: CV 0. Areas 500 and 1500: CV 0.5. Mean 0.25.
local function pair(one, other, area, area_other)
  return { schools = {
    { has_primary = true, has_junior = false, students = 100, teachers = one, area_m2 = area },
    { has_primary = true, has_junior = false, students = 100, teachers = other, area_m2 = area_other },
  } }
end
case "the mean of both" { rule = "mean_spread.mean.primary", given = pair(10, 10, 500, 1500), expect = { verdict = "met", measure = "0.25", bound = "0.5" } }
-- Areas 0 and 1000: CV 1. Teachers 10 and 10: 0. Mean 0.5, on the line.
case "one alone is above the limit, the mean on it" {
  rule = "mean_spread.mean.primary", given = pair(10, 10, 0, 1000), expect = { verdict = "met", measure = "0.5" },
}
case "the mean above it" { rule = "mean_spread", given = pair(11, 10, 0, 1000), expect = "unmet" }
case "no junior school" { rule = "mean_spread.mean.junior", given = pair(10, 10, 1, 1), expect = "not_applicable" }
case "area of one not known" {
  rule = "mean_spread", given = { schools = { { has_primary = true, has_junior = false, students = 100, teachers = 1 } } }, expect = "undetermined",
}

-- The same of quantities; a third school with ten students and all the area is not among those spread.
local three = pair(11, 10, 0, 1000)
three.schools[3] = { has_primary = true, has_junior = false, students = 10, teachers = 0, area_m2 = 99999 }
case "quantities: the mean of both" {
  rule = "mean_of_quantities.mean.primary", given = pair(10, 10, 500, 1500), expect = { verdict = "met", measure = "0.25", bound = "0.5" },
}
case "quantities: only those among whom it is asked" { rule = "mean_of_quantities", given = three, expect = "unmet" }
three.schools[1].area_m2 = 1000
case "quantities: whoever is not among them does not spread" { rule = "mean_of_quantities", given = three, expect = "met" }
case "quantities: no junior school" {
  rule = "mean_of_quantities.mean.junior", given = pair(10, 10, 1, 1), expect = "not_applicable",
}
case "each quantity by its id" {
  rule = "each_quantity.teachers_per_student", given = pair(5, 15, 1, 1), expect = { verdict = "met", measure = "0.5", margin = "0" },
}
case "a column by its id" {
  rule = "each_quantity.computers",
  given = { schools = { { has_primary = true, has_junior = false, students = 1, computers = 1 }, { has_primary = true, has_junior = false, students = 1, computers = 4 } } },
  expect = { verdict = "unmet", measure = "0.6" },
}

-- K23: the last verdict is the county's; its vetoes, points and level.
example "recognised" {
  has_plan = true, has_system = true, is_incomplete = false, has_boarders = false, judged_points = 20, rate_percent = "99.5",
  accident_year = 2000, history = {
    { year = 2024, funds_wan_yuan = 4, is_growing = true, has_accident = false },
    { year = 2023, funds_wan_yuan = 3, is_growing = true, has_accident = false },
    { year = 2022, funds_wan_yuan = 2, is_growing = true }, { year = 2021, funds_wan_yuan = 1, is_growing = true },
  },
}
case "all is met" { rule = "recognised", given = like "recognised" {}, expect = "met" }
case "a starred item spoils it" { rule = "recognised", given = like "recognised" { has_system = false }, expect = "unmet" }
case "a veto spoils it" { rule = "recognised", given = like "recognised" { accident_year = 2022 }, expect = "unmet" }
case "an open score leaves it open" { rule = "recognised", given = like "recognised" { judged_points = missing }, expect = "undetermined" }
