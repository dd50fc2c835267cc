-- Henan's way (K15, K18): what does not apply is left out, the rest is brought to 100.
-- Without boarders 60 points can be had: 3 + 15 + 24 = 42 of 60 are 70 of 100.
example "no boarders" { tier = "second", classes = 24, room_score = 6, has_boarders = false }
case "brought to 100" { rule = "table", given = like "no boarders" {}, expect = { verdict = "met", measure = "70", bound = "60", margin = "10" } }
case "the item is not applicable" { rule = "table.buildings.boarding", given = like "no boarders" {}, expect = "not_applicable" }
case "points of a tier" { rule = "table.setting.layout", given = like "no boarders" {}, expect = { verdict = "met", measure = "3" } }
case "points of a part" { rule = "table.buildings", given = like "no boarders" {}, expect = { verdict = "met", measure = "24" } }
case "with boarders 100 can be had: 42 of 100" {
  rule = "table", given = like "no boarders" { has_boarders = true, has_court = false }, expect = { verdict = "unmet", measure = "42" },
}
case "the dormitory is there: 82 of 100" {
  rule = "table", given = like "no boarders" { has_boarders = true, has_court = true }, expect = { verdict = "met", measure = "82" },
}
-- (tier) + 15 + 18 of 60: 0 gives 55, 3 gives 60 exactly.
case "exactly the pass mark" { rule = "table", given = like "no boarders" { room_score = "4.5" }, expect = { verdict = "met", measure = "60", margin = "0" } }
case "one tier lower" { rule = "table", given = like "no boarders" { tier = "third", room_score = "4.5" }, expect = "unmet" }
case "a blank tier does not matter" { rule = "table", given = like "no boarders" { tier = missing, room_score = 6 }, expect = "met" }
case "a blank tier decides" { rule = "table", given = like "no boarders" { tier = missing, room_score = "4.5" }, expect = "undetermined" }
case "no tier helps" { rule = "table", given = like "no boarders" { tier = missing, room_score = 3 }, expect = "unmet" }
case "a score that cannot be counts as unknown" { rule = "table", given = like "no boarders" { room_score = "10" , has_boarders = missing }, expect = "undetermined" }

-- Guizhou's way (K16, K18): 100 m2 per … of 4.5 m2 for each of 100 students is 450 m2.
example "a school" { students = 100, area_m2 = 450, has_boarders = true, has_court = false }
case "the standard in full" { rule = "bands.area", given = like "a school" {}, expect = { verdict = "met", measure = "5" } }
case "99.5 % is not 100 %" { rule = "bands.area", given = like "a school" { area_m2 = "447.75" }, expect = { verdict = "met", measure = "4" } }
case "exactly 80 %" { rule = "bands.area", given = like "a school" { area_m2 = 360 }, expect = { verdict = "met", measure = "4" } }
case "79.5 % is not 80 %" { rule = "bands.area", given = like "a school" { area_m2 = "357.75" }, expect = { verdict = "met", measure = "2.5" } }
case "exactly 60 %" { rule = "bands.area", given = like "a school" { area_m2 = 270 }, expect = { verdict = "met", measure = "2.5" } }
case "below 60 %" { rule = "bands.area", given = like "a school" { area_m2 = "269.99" }, expect = { verdict = "met", measure = "0" } }
case "area and dormitory" { rule = "bands", given = like "a school" { has_court = true }, expect = { verdict = "met", measure = "8" } }
case "without a dormitory" { rule = "bands", given = like "a school" {}, expect = { verdict = "met", measure = "5", margin = "0" } }
case "without boarders the points are given" {
  rule = "bands", given = like "a school" { has_boarders = false, area_m2 = "357.75" }, expect = { verdict = "met", measure = "5.5" },
}
case "boarders not known" { rule = "bands", given = like "a school" { has_boarders = missing, area_m2 = "357.75" }, expect = "undetermined" }
case "area not known, but at least the dormitory" { rule = "bands", given = like "a school" { area_m2 = missing, has_court = true }, expect = "undetermined" }

-- Deductions (K17): one point for each percentage point below 99.5, begun ones too; never under 0.
example "a county" { rate_percent = "99.5", has_system = true, is_incomplete = false, has_boarders = false }
case "nothing is taken" { rule = "deductions.enrolment", given = like "a county" {}, expect = { verdict = "met", measure = "10" } }
case "a begun point" { rule = "deductions.enrolment", given = like "a county" { rate_percent = "99.4" }, expect = { verdict = "met", measure = "9" } }
case "three points" { rule = "deductions.enrolment", given = like "a county" { rate_percent = "96.5" }, expect = { verdict = "met", measure = "7" } }
case "no less than nothing" { rule = "deductions.enrolment", given = like "a county" { rate_percent = 50 }, expect = { verdict = "met", measure = "0" } }
case "no system: all is taken" { rule = "deductions.support", given = like "a county" { has_system = false }, expect = { verdict = "met", measure = "0" } }
case "an incomplete one: two are taken" { rule = "deductions.support", given = like "a county" { is_incomplete = true }, expect = { verdict = "met", measure = "2" } }
local function bad_years(bad)
  local list = {}
  for _, one in ipairs { 1, 2, 3 } do table.insert(list, { year = 2025 - one, is_growing = one > bad }) end
  return list
end
case "one year of three" { rule = "deductions.growth", given = like "a county" { history = bad_years(1) }, expect = { verdict = "met", measure = "2" } }
case "three years, but two points at most" { rule = "deductions.growth", given = like "a county" { history = bad_years(3) }, expect = { verdict = "met", measure = "1" } }
case "whole units only" { rule = "deductions.dropout", given = like "a county" { has_boarders = true, dropout_percent = "2.7" }, expect = { verdict = "met", measure = "2.5" } }
case "two whole units" { rule = "deductions.dropout", given = like "a county" { has_boarders = true, dropout_percent = "2.8" }, expect = { verdict = "met", measure = "2" } }
case "one point at most" { rule = "deductions.dropout", given = like "a county" { has_boarders = true, dropout_percent = 90 }, expect = { verdict = "met", measure = "2" } }
case "in all, nothing taken where it does not apply" {
  rule = "deductions", given = like "a county" { history = bad_years(0) }, expect = { verdict = "met", measure = "20" },
}
case "exactly 16" { rule = "deductions", given = like "a county" { history = bad_years(0), rate_percent = "95.5" }, expect = { verdict = "met", measure = "16", margin = "0" } }
case "a tenth more is a begun point" { rule = "deductions", given = like "a county" { history = bad_years(0), rate_percent = "95.4" }, expect = "unmet" }
case "the rate not known" { rule = "deductions", given = like "a county" { history = bad_years(0), rate_percent = missing }, expect = "undetermined" }

-- Points that were not seen (K14): 40 of 170 are known.
case "nobody passes by what was not seen" { rule = "seen", given = { has_plan = true, judged_points = 20 }, expect = "undetermined" }
case "what was not seen could still do it" { rule = "seen_low", given = { has_plan = false, judged_points = 0 }, expect = "undetermined" }
case "who has enough without it passes" { rule = "seen_low", given = { has_plan = true, judged_points = 10 }, expect = "met" }

-- K19: each section at least 85 %; K21: the starred item must be full.
example "sections" { has_plan = true, has_system = true, judged_points = 14, rate_percent = 98 }
case "exactly 85 % of the section" { rule = "sections.one", given = like "sections" {}, expect = { verdict = "met", measure = "34", bound = "34" } }
case "below it" { rule = "sections.one", given = like "sections" { judged_points = "13.9" }, expect = { verdict = "unmet", measure = "33.9" } }
case "the whole is high enough" { rule = "sections", given = like "sections" {}, expect = { verdict = "met", measure = "94" } }
case "the whole is high enough, a section is not" {
  rule = "sections", given = like "sections" { judged_points = "13.9" }, expect = { verdict = "unmet", measure = "93.9", bound = "85" },
}
case "the starred item is not full" { rule = "sections.two.z", given = like "sections" { has_system = false }, expect = { verdict = "unmet", measure = "0", bound = "10" } }
case "and so nothing is met" { rule = "sections", given = like "sections" { judged_points = 20, has_system = false }, expect = { verdict = "unmet", measure = "90" } }
case "the starred item is not known" { rule = "sections", given = like "sections" { has_system = missing }, expect = "undetermined" }
case "a score above its points is as good as none" { rule = "sections.one", given = like "sections" { judged_points = 21 }, expect = "undetermined" }
case "both schemes" { rule = "prerequisites", given = like "sections" { judged_points = 14 }, expect = "met" }

case "points of a grade" { rule = "graded", given = { area_m2 = 900, has_track = false }, expect = { verdict = "met", measure = "4" } }
case "none for the worst" { rule = "graded", given = { area_m2 = 1, has_track = false }, expect = { verdict = "unmet", measure = "0" } }
case "at least four" { rule = "graded", given = { area_m2 = 1000 }, expect = "met" }
case "above both ends of the mark" { rule = "mark_unknown", given = { judged_points = 15 }, expect = "met" }
case "below both" { rule = "mark_unknown", given = { judged_points = "9.9" }, expect = "unmet" }
case "between them" { rule = "mark_unknown", given = { judged_points = 12 }, expect = "undetermined" }
