-- Cases of the sixteen items.

local names = {
  "siting", "building_design", "building_quality", "classrooms", "subject_rooms", "public_rooms", "living_rooms", "track",
  "courts", "laboratory", "books", "technology", "practice", "pe_health_art", "network", "staffing",
}
local function school(grade, changes)
  local record = { school_type = "primary_school" }
  for _, name in ipairs(names) do record["grade_of_" .. name] = grade end
  for key, value in pairs(changes) do record[key] = value end
  return record
end

case "all A" { rule = "school_conditions", given = school("a", {}), expect = { verdict = "met", measure = 2 } }
case "all C" { rule = "school_conditions", given = school("c", {}), expect = { verdict = "unmet", measure = 0 } }
-- With an A the school may meet it, with fifteen C it may basically do so.
for _, name in ipairs(names) do
  case(name .. " is A, the others C") {
    rule = "school_conditions", given = school("c", { ["grade_of_" .. name] = "a" }), expect = "undetermined",
  }
  case(name .. " is B, the others C") {
    rule = "school_conditions", given = school("c", { ["grade_of_" .. name] = "b" }), expect = "undetermined",
  }
  case(name .. " is C, the others A") {
    rule = "school_conditions", given = school("a", { ["grade_of_" .. name] = "c" }), expect = "undetermined",
  }
end
-- No C: at least basically met, whatever the A are.
case "all B" { rule = "school_conditions", given = school("b", {}), expect = "met" }
case "fifteen A and a blank" { rule = "school_conditions", given = school("a", { grade_of_track = missing }), expect = "undetermined" }
case "a senior school" {
  rule = "school_conditions", given = school("c", { school_type = "senior_school" }), expect = "not_applicable",
}
case "all schools" {
  rule = "all_schools_standard", given = { schools = { school("a", {}), school("b", {}) } }, expect = "met",
}
case "one is not" { rule = "all_schools_standard", given = { schools = { school("a", {}), school("c", {}) } }, expect = "unmet" }
case "one is not known" {
  rule = "all_schools_standard", given = { schools = { school("a", {}), school("c", { grade_of_track = "a" }) } },
  expect = "undetermined",
}
case "before 2012" { rule = "all_schools_standard", on = "2011-12-31", given = { schools = { school("a", {}) } }, expect = "not_in_force" }
