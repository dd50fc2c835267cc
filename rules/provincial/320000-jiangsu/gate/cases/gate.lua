-- 31 and 29 conclusions, the two ways around them, and the term of two years.

local usual = { school_type = "primary_school", conclusions_met = 31, conclusions_met_on_plans = 0, is_old_town_school = false,
  is_land_short = false, is_improving = false, is_under_works = false, is_passed_on_plans = false, are_works_finished = false,
  recognised_year = 2015 }
example "a school" (usual)

case "all 31" { rule = "school_standard", given = like "a school" {}, expect = { verdict = "met", measure = "2", margin = "1" } }
case "30 is practically enough" { rule = "school_standard", given = like "a school" { conclusions_met = 30 }, expect = { verdict = "met", measure = "1", margin = "0" } }
case "29 is practically enough" { rule = "school_standard", given = like "a school" { conclusions_met = 29 }, expect = { verdict = "met", measure = "1" } }
case "28" { rule = "school_standard", given = like "a school" { conclusions_met = 28 }, expect = { verdict = "unmet", measure = "0" } }
case "not known" { rule = "school_standard", given = like "a school" { conclusions_met = missing }, expect = "undetermined" }
case "a senior school" { rule = "school_standard", given = like "a school" { school_type = "senior_school", conclusions_met = 0 }, expect = "not_applicable" }
case "old town, short of land, improving" { rule = "school_standard",
  given = like "a school" { conclusions_met = 28, is_old_town_school = true, is_land_short = true, is_improving = true }, expect = { verdict = "met", measure = "1" } }
case "old town, short of land, not improving" { rule = "school_standard",
  given = like "a school" { conclusions_met = 28, is_old_town_school = true, is_land_short = true }, expect = "unmet" }
case "old town, improving, with land" { rule = "school_standard",
  given = like "a school" { conclusions_met = 28, is_old_town_school = true, is_improving = true }, expect = "unmet" }
case "improving, short of land, elsewhere" { rule = "school_standard",
  given = like "a school" { conclusions_met = 28, is_land_short = true, is_improving = true }, expect = "unmet" }

-- 26 reached and 3 on plans are 29
case "on plans: 26 and 3 while it is rebuilt" { rule = "school_standard",
  given = like "a school" { conclusions_met = 26, conclusions_met_on_plans = 3, is_under_works = true }, expect = { verdict = "met", measure = "1" } }
case "on plans: 26 and 2" { rule = "school_standard",
  given = like "a school" { conclusions_met = 26, conclusions_met_on_plans = 2, is_under_works = true }, expect = "unmet" }
case "on plans: 28 and 3 are all" { rule = "school_standard",
  given = like "a school" { conclusions_met = 28, conclusions_met_on_plans = 3, is_under_works = true }, expect = { verdict = "met", measure = "2" } }
case "on plans: not without works" { rule = "school_standard",
  given = like "a school" { conclusions_met = 26, conclusions_met_on_plans = 3 }, expect = "unmet" }
case "on plans: is it being rebuilt?" { rule = "school_standard",
  given = like "a school" { conclusions_met = 26, conclusions_met_on_plans = 3, is_under_works = missing }, expect = "undetermined" }

local late = { school_type = "primary_school", is_passed_on_plans = true, are_works_finished = false, recognised_year = 2015 }
case "works: in the second year" { rule = "planned_works", on = "2017-12-31", given = late, expect = "met" }
case "works: in the third year" { rule = "planned_works", on = "2018-01-01", given = late, expect = "unmet" }
case "works: finished" { rule = "planned_works", on = "2020-01-01",
  given = { school_type = "primary_school", is_passed_on_plans = true, are_works_finished = true, recognised_year = 2015 }, expect = "met" }
case "works: not known whether finished" { rule = "planned_works", on = "2020-01-01",
  given = { school_type = "primary_school", is_passed_on_plans = true, recognised_year = 2015 }, expect = "undetermined" }
case "works: no plan was counted" { rule = "planned_works", on = "2020-01-01", given = like "a school" {}, expect = "not_applicable" }
case "works: a senior school" { rule = "planned_works", on = "2020-01-01", given = { school_type = "senior_school", is_passed_on_plans = true }, expect = "not_applicable" }

-- The county; a partial pack refuses it, or leaves it open.
case "county: all schools" { rule = "gate", given = { schools = { like "a school" {}, like "a school" { conclusions_met = 29 } } }, expect = "met" }
case "county: one of them fails" { rule = "gate", given = { schools = { like "a school" {}, like "a school" { conclusions_met = 28 } } }, expect = "unmet" }
case "county: senior schools are not asked" { rule = "gate", given = { schools = { like "a school" {},
  like "a school" { school_type = "senior_school", conclusions_met = 0 } } }, expect = "met" }
case "county: one is not known" { rule = "gate", given = { schools = { like "a school" {}, like "a school" { conclusions_met = missing } } }, expect = "undetermined" }
case "schools: one fails" { rule = "all_schools", given = { schools = { like "a school" { conclusions_met = 28 } } }, expect = "unmet" }
case "schools: one is not known" { rule = "all_schools", given = { schools = { like "a school" { conclusions_met = missing } } }, expect = "undetermined" }
case "schools: all" { rule = "all_schools", given = { schools = { like "a school" {} } }, expect = "met" }
case "works of the county: all in time" { rule = "all_works", on = "2017-01-01", given = { schools = { late, like "a school" {} } }, expect = "met" }
case "works of the county: one is late" { rule = "all_works", on = "2018-01-01", given = { schools = { late, like "a school" {} } }, expect = "unmet" }
case "works of the county: not known" { rule = "all_works", on = "2018-01-01",
  given = { schools = { { school_type = "primary_school", is_passed_on_plans = true } } }, expect = "undetermined" }
case "the county: works are late" { rule = "gate", on = "2018-01-01",
  given = { schools = { like "a school" { is_passed_on_plans = true } } }, expect = "unmet" }
case "relaxed: passes by plans only" { rule = "relax.school_standard.1",
  given = like "a school" { conclusions_met = 26, conclusions_met_on_plans = 3, is_under_works = true }, expect = "met" }
case "on plans: what is not being built takes nothing away" { rule = "school_standard",
  given = like "a school" { conclusions_met = 31, conclusions_met_on_plans = 3 }, expect = { verdict = "met", measure = "2" } }
case "relaxed: passes anyway" { rule = "relax.school_standard.1",
  given = like "a school" { conclusions_met = 29, conclusions_met_on_plans = 2, is_under_works = true }, expect = "unmet" }
case "relaxed: fails with plans too" { rule = "relax.school_standard.1",
  given = like "a school" { conclusions_met = 26, conclusions_met_on_plans = 2, is_under_works = true }, expect = "unmet" }
case "relaxed: nothing is being built" { rule = "relax.school_standard.1",
  given = like "a school" { conclusions_met = 26, conclusions_met_on_plans = 3 }, expect = "not_applicable" }
