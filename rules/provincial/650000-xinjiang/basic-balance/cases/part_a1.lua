-- The school of 下加尕斯台 gave itself 15 of 20 for C1: the plan in full, 10, and 5 of 10 for the six priorities (its
-- report names five of the six; how it came to 15 is not said, so half of the second is our reading).

example "the village school" {
  development_plan_points = 10, six_priorities_points = 5, accountability_points = 5, departments_points = 5, long_term_points = 10,
}

case "C1: 10 + 5 = 15 of 20" { rule = "leadership.priority", given = like "the village school" {}, expect = { verdict = "met", measure = "15" } }
case "C1: in full, 10 + 10" { rule = "leadership.priority", given = like "the village school" { six_priorities_points = 10 }, expect = { verdict = "met", measure = "20" } }
case "C1: no plan, so its half is lost" { rule = "leadership.priority", given = like "the village school" { development_plan_points = 0 }, expect = { verdict = "met", measure = "5" } }
case "C1: nothing" { rule = "leadership.priority", given = like "the village school" { development_plan_points = 0, six_priorities_points = 0 }, expect = { verdict = "met", measure = "0" } }

case "C2: 5 + 5 + 10" { rule = "leadership.responsibility", given = like "the village school" {}, expect = { verdict = "met", measure = "20" } }
case "C2: no accountability" { rule = "leadership.responsibility", given = like "the village school" { accountability_points = 0 }, expect = { verdict = "met", measure = "15" } }

for _, one in ipairs {
  { "priority.plan", "development_plan_points", 10 }, { "priority.six_priorities", "six_priorities_points", 10 },
  { "responsibility.accountability", "accountability_points", 5 }, { "responsibility.departments", "departments_points", 5 },
  { "responsibility.long_term", "long_term_points", 10 },
} do
  local rule = "leadership." .. one[1]
  case(rule .. ": in full") { rule = rule, given = like "the village school" { [one[2]] = one[3] }, expect = { verdict = "met", measure = one[3], bound = "0" } }
  case(rule .. ": a part") { rule = rule, given = like "the village school" { [one[2]] = "2.5" }, expect = { verdict = "met", measure = "2.5" } }
  case(rule .. ": none") { rule = rule, given = like "the village school" { [one[2]] = 0 }, expect = { verdict = "met", measure = "0", margin = "0" } }
  case(rule .. ": not given, but never below nothing") { rule = rule, given = like "the village school" { [one[2]] = missing }, expect = "met" }
  -- Above the points of the item nobody can have: as good as not given, between 0 and the points.
  case(rule .. ": more than there are") { rule = rule, given = like "the village school" { [one[2]] = one[3] + 1 }, expect = "met" }
end

-- B1 of the village school: 15 + 20 = 35 of 40. A1: 35 seen and 130 unseen, between 35 and 165 of 170.
case "B1: 35 of 40" { rule = "organisation.leadership", given = like "the village school" {}, expect = { verdict = "met", measure = "35" } }
case "B1: 40 of 40" { rule = "organisation.leadership", given = like "the village school" { six_priorities_points = 10 }, expect = { verdict = "met", measure = "40" } }
case "B1 by itself stays open, even in full: no pass mark was seen" { rule = "leadership", given = like "the village school" {}, expect = "undetermined" }
case "B1 by itself: its full points pass any mark" { rule = "leadership", given = like "the village school" { six_priorities_points = 10 }, expect = { verdict = "met", measure = "40" } }
case "A1: 40 of 170 do not pass" { rule = "organisation", given = like "the village school" { six_priorities_points = 10 }, expect = "undetermined" }
case "A1: nor does nothing fail" {
  rule = "organisation",
  given = { development_plan_points = 0, six_priorities_points = 0, accountability_points = 0, departments_points = 0, long_term_points = 0 },
  expect = "undetermined",
}
case "the county stays open" { rule = "basic_balance", given = like "the village school" {}, expect = "undetermined" }
case "the county, nothing known" { rule = "basic_balance", given = {}, expect = "undetermined" }

-- More points than there are is as good as not given, so B1 stays open; with the full ones it would pass.
for _, one in ipairs {
  { "development_plan_points", 11 }, { "six_priorities_points", 11 }, { "accountability_points", 6 }, { "departments_points", 6 }, { "long_term_points", 11 },
} do
  case("more points than there are: " .. one[1]) {
    rule = "leadership", given = like "the village school" { six_priorities_points = 10, [one[1]] = one[2] }, expect = "undetermined",
  }
end
