-- The day of law is in 2024; the table has a row for each year.
local function year(number, funds, grows, accident)
  return { year = number, funds_wan_yuan = funds, is_growing = grows, has_accident = accident }
end
example "four years" { history = { year(2024, 130, true, false), year(2023, 120, true, false), year(2022, 110, true, false), year(2021, 100, false, false) } }

-- K10
case "kept" { rule = "funds_kept", given = like "four years" {}, expect = { verdict = "met", measure = "130", bound = "120" } }
case "exactly kept" { rule = "funds_kept", given = { history = { year(2024, 120), year(2023, 120) } }, expect = { verdict = "met", margin = "0" } }
case "fell" { rule = "funds_kept", given = { history = { year(2024, "119.9"), year(2023, 120) } }, expect = "unmet" }
case "no row for last year" { rule = "funds_kept", given = { history = { year(2024, 120) } }, expect = "undetermined" }
case "last year blank" { rule = "funds_kept", given = { history = { year(2024, 120), year(2023, nil) } }, expect = "undetermined" }
case "two rows for last year that differ" {
  rule = "funds_kept", given = { history = { year(2024, 120), year(2023, 110), year(2023, 130) } }, expect = "undetermined",
}
case "another year of law" { rule = "funds_kept", on = "2025-01-01", given = like "four years" {}, expect = "undetermined" }

-- K29
case "grew three times" { rule = "growth", given = like "four years" {}, expect = "met" }
case "stood still once" { rule = "growth", given = { history = { year(2024, 130), year(2023, 110), year(2022, 110), year(2021, 100) } }, expect = "met" }
case "fell once, a year ago" { rule = "growth", given = { history = { year(2024, 130), year(2023, 109), year(2022, 110), year(2021, 100) } }, expect = "unmet" }
case "the fourth year is missing" { rule = "growth", given = { history = { year(2024, 130), year(2023, 120), year(2022, 110) } }, expect = "undetermined" }
case "one fall is enough whatever is missing" { rule = "growth", given = { history = { year(2024, 1), year(2023, 120) } }, expect = "unmet" }
case "each year" { rule = "each_year", given = like "four years" {}, expect = "met" }
case "not in one year" { rule = "each_year", given = { history = { year(2024, 1, true), year(2023, 1, false), year(2022, 1, true) } }, expect = "unmet" }
case "one year without a row" { rule = "each_year", given = { history = { year(2024, 1, true), year(2022, 1, true) } }, expect = "undetermined" }
case "one year blank" { rule = "each_year", given = { history = { year(2024, 1, true), year(2023, 1), year(2022, 1, true) } }, expect = "undetermined" }
case "years before last do not count" { rule = "each_year_to_last", given = { history = { year(2023, 1, true), year(2022, 1, true), year(2024, 1, false) } }, expect = "met" }
case "last year counts" { rule = "each_year_to_last", given = { history = { year(2023, 1, false), year(2022, 1, true) } }, expect = "unmet" }
case "a year before last is missing" { rule = "each_year_to_last", given = { history = { year(2023, 1, true) } }, expect = "undetermined" }

-- K20
case "no accident" { rule = "accident", given = like "four years" {}, expect = "met" }
case "an accident this year" { rule = "accident", given = { history = { year(2024, 1, true, true), year(2023, 1, true, false) } }, expect = "unmet" }
case "an accident last year" { rule = "accident", given = { history = { year(2024, 1, true, false), year(2023, 1, true, true) } }, expect = "unmet" }
case "an accident two years ago" {
  rule = "accident", given = { history = { year(2024, 1, true, false), year(2023, 1, true, false), year(2022, 1, true, true) } }, expect = "met",
}
case "nothing known of last year" { rule = "accident", given = { history = { year(2024, 1, true, false) } }, expect = "undetermined" }
case "an accident is enough" { rule = "accident", given = { history = { year(2024, 1, true, true) } }, expect = "unmet" }
case "in 2022" { rule = "old_accident", given = { accident_year = 2022 }, expect = "unmet" }
case "in 2021" { rule = "old_accident", given = { accident_year = 2021 }, expect = "met" }
case "year of the accident not known" { rule = "old_accident", given = {}, expect = "undetermined" }
