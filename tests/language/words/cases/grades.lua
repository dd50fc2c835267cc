-- K13: three values; met from the second on.
case "the best value" { rule = "school_standard", given = { area_m2 = 1000, has_track = true }, expect = { verdict = "met", measure = "2", bound = "1" } }
case "the second for want of a track" { rule = "school_standard", given = { area_m2 = 1000, has_track = false }, expect = { verdict = "met", measure = "1" } }
case "the second on its line" { rule = "school_standard", given = { area_m2 = 800, has_track = true }, expect = { verdict = "met", measure = "1", margin = "0" } }
case "what is left" { rule = "school_standard", given = { area_m2 = 799, has_track = true }, expect = { verdict = "unmet", measure = "0" } }
case "track not known: one of two values, both good" { rule = "school_standard", given = { area_m2 = 1000 }, expect = "met" }
case "area not known" { rule = "school_standard", given = { has_track = true }, expect = "undetermined" }

local good, basic, open = { area_m2 = 1000, has_track = true, students = 100, has_primary = true },
  { area_m2 = 900, has_track = true, students = 99, has_primary = true }, { area_m2 = 1000, students = 200, has_primary = false }
case "all reach it" { rule = "all_met", given = { schools = { good, good } }, expect = "met" }
case "met, but not the value asked for" { rule = "all_met", given = { schools = { good, basic } }, expect = "unmet" }
case "it may be reached" { rule = "all_met", given = { schools = { good, open } }, expect = "undetermined" }
case "reached in a list" { rule = "reached", given = { schools = { good, good } }, expect = "met" }
case "not reached in a list" { rule = "reached", given = { schools = { good, basic } }, expect = "unmet" }
case "perhaps reached in a list" { rule = "reached", given = { schools = { good, open } }, expect = "undetermined" }

-- K26: 9 of 10 is 90 %.
local function schools(bests, rest)
  local list = {}
  for _, one in ipairs { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 } do
    if one <= bests then table.insert(list, good) else table.insert(list, rest) end
  end
  return list
end
case "nine of ten" { rule = "share_met", given = { schools = schools(9, basic) }, expect = { verdict = "met", measure = "90", margin = "0" } }
case "eight of ten" { rule = "share_met", given = { schools = schools(8, basic) }, expect = { verdict = "unmet", measure = "80" } }
case "eight and two that may" { rule = "share_met", given = { schools = schools(8, open) }, expect = "undetermined" }
case "nine and one that may" { rule = "share_met", given = { schools = schools(9, open) }, expect = "met" }
case "half are small" { rule = "small_share", given = { schools = { good, basic, open } }, expect = { verdict = "met", measure = "50" } }
case "all are small" { rule = "small_share", given = { schools = { basic, basic, open } }, expect = { verdict = "unmet", measure = "100" } }
case "size not known" { rule = "small_share", given = { schools = { basic, { has_primary = true } } }, expect = "undetermined" }

-- K12
local all = { has_track = true, has_court = true, teachers = 10 }
case "none fails" { rule = "most", given = all, expect = "met" }
case "one fails" { rule = "most", given = { has_track = false, has_court = true, teachers = 10 }, expect = "met" }
case "two fail" { rule = "most", given = { has_track = false, has_court = true, teachers = 9 }, expect = "unmet" }
case "one fails, one may" { rule = "most", given = { has_track = false, has_court = true }, expect = "undetermined" }
case "one may fail" { rule = "most", given = { has_court = true, teachers = 10 }, expect = "met" }
case "the area will do" { rule = "two_of", given = { has_track = false, area_m2 = 500, teachers = 10 }, expect = "met" }
case "neither" { rule = "two_of", given = { has_track = false, area_m2 = 499, teachers = 10 }, expect = "unmet" }
case "the count holds, the teachers are too few" { rule = "two_of", given = { has_track = true, area_m2 = 1, teachers = 9 }, expect = "unmet" }
case "the area is not known" { rule = "two_of", given = { has_track = false, teachers = 10 }, expect = "undetermined" }

-- K23: the higher level stands on the lower.
local function years(...)
  local list = {}
  for index, funds in ipairs { ... } do table.insert(list, { year = 2025 - index, funds_wan_yuan = funds }) end
  return { history = list }
end
case "both levels" { rule = "level", given = years(4, 3, 2, 1), expect = { verdict = "met", measure = "2" } }
case "the first level only" { rule = "level", given = years(4, 3, 2, 9), expect = { verdict = "met", measure = "1" } }
case "no level" { rule = "level", given = years(2, 3, 2, 1), expect = { verdict = "unmet", measure = "0" } }
case "the first for sure, the second perhaps" { rule = "level", given = years(4, 3, 2), expect = "met" }
case "nothing known" { rule = "level", given = {}, expect = "undetermined" }
