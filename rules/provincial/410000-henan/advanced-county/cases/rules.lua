-- The day is in 2014: the last two years are 2014 and 2013, the year before is 2013.

local function year(number, increases, accident) return { year = number, has_three_increases = increases, has_major_campus_accident = accident } end
example "a county" { county_years = { year(2014, nil, false), year(2013, true, false), year(2012, true, false) } }

case "increases: achieved last year" { rule = "three_increases", given = like "a county" {}, expect = "met" }
case "increases: not achieved last year" { rule = "three_increases", given = { county_years = { year(2013, false, false) } }, expect = "unmet" }
case "increases: not achieved the year before that" {
  rule = "three_increases", given = { county_years = { year(2013, true, false), year(2012, false, false) } }, expect = "met",
}
case "increases: this year does not count yet" {
  rule = "three_increases", given = { county_years = { year(2014, false, false), year(2013, true, false) } }, expect = "met",
}
case "increases: last year blank" { rule = "three_increases", given = { county_years = { year(2013, missing, false) } }, expect = "undetermined" }
case "increases: no row for last year" { rule = "three_increases", given = { county_years = { year(2012, true, false) } }, expect = "undetermined" }

case "accident: none" { rule = "campus_accident", given = like "a county" {}, expect = "met" }
case "accident: this year" { rule = "campus_accident", given = { county_years = { year(2014, true, true), year(2013, true, false) } }, expect = "unmet" }
case "accident: last year" { rule = "campus_accident", given = { county_years = { year(2014, true, false), year(2013, true, true) } }, expect = "unmet" }
case "accident: two years ago" {
  rule = "campus_accident", given = { county_years = { year(2014, true, false), year(2013, true, false), year(2012, true, true) } }, expect = "met",
}
case "accident: this year not known" { rule = "campus_accident", given = { county_years = { year(2013, true, false) } }, expect = "undetermined" }
case "accident: one is enough" { rule = "campus_accident", given = { county_years = { year(2013, true, true) } }, expect = "unmet" }
case "accident: in 2015 the year 2013 is past" {
  rule = "campus_accident", on = "2015-01-01", given = { county_years = { year(2015, true, false), year(2014, true, false), year(2013, true, true) } }, expect = "met",
}

-- 睢县, 2009: half of the places.
case "quota: exactly half" { rule = "senior_quota", given = { quota_places = 400, quality_senior_places = 800 }, expect = { verdict = "met", measure = "50", margin = "0" } }
case "quota: one fewer" { rule = "senior_quota", given = { quota_places = 399, quality_senior_places = 800 }, expect = "unmet" }
case "quota: one more" { rule = "senior_quota", given = { quota_places = 401, quality_senior_places = 800 }, expect = "met" }
case "quota: not known" { rule = "senior_quota", given = { quality_senior_places = 800 }, expect = "undetermined" }
case "quota: no such schools" { rule = "senior_quota", given = { quality_senior_places = 0 }, expect = "not_applicable" }

case "quota: a single place" { rule = "senior_quota", given = { quota_places = 1, quality_senior_places = 1 }, expect = "met" }
case "compared: as 睢县" { rule = "as_suixian", given = { quota_places = 400, quality_senior_places = 800 }, expect = "met" }
case "compared: less" { rule = "as_suixian", given = { quota_places = 399, quality_senior_places = 800 }, expect = "unmet" }

case "vetoed" { rule = "not_vetoed", given = { county_years = { year(2014, true, true) } }, expect = "unmet" }
case "not vetoed" { rule = "not_vetoed", given = like "a county" {}, expect = "met" }
case "the quota decides nothing" { rule = "not_vetoed", given = like "a county" { quota_places = 0, quality_senior_places = 800 }, expect = "met" }
case "nothing known" { rule = "not_vetoed", given = {}, expect = "undetermined" }

-- Eight spreads: two primary schools that are alike in everything but books: 2000 and 6000 for 100 students each.
-- The books' mean is 40, their spread 0.5, the other seven are 0: the mean of eight is 0.0625.
local function school(books)
  return {
    school_type = "primary_school", organiser = "education_department", affiliation = "county", primary_students = 100, teaching_area_m2 = 500,
    indoor_sports_area_m2 = 0, sports_ground_area_m2 = 800, equipment_value_wan_yuan = 20, computers = 10, books = books,
    primary_full_time_teachers = 6, primary_diploma_teachers = 3, primary_bachelor_teachers = 3, primary_master_teachers = 0,
    primary_doctor_teachers = 0, primary_mid_title_teachers = 3,
  }
end
case "eight spreads" { rule = "eight_spreads", given = { schools = { school(2000), school(6000) } }, expect = "met" }
case "the mean of eight" { rule = "composite_spread.mean.primary", given = { schools = { school(2000), school(6000) } }, expect = { verdict = "met", measure = "0.0625", bound = "0.65" } }
case "books of one not known" { rule = "eight_spreads", given = { schools = { school(2000), school(missing) } }, expect = "undetermined" }
case "spreads do not veto" { rule = "not_vetoed", given = like "a county" { schools = { school(2000), school(missing) } }, expect = "met" }
