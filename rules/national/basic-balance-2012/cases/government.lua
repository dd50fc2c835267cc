-- Cases of the government's work and of the public's satisfaction.

for _, line in ipairs {
  { "government_work", "government_work_score", "84.999", 85, "85.001" },
  { "government_indicators", "government_indicators_scored", 16, 17, 18 },
  { "satisfaction", "satisfaction_percent", "84.99", 85, "85.01" },
} do
  local rule, column, below, on, above = line[1], line[2], line[3], line[4], line[5]
  case(rule .. ": just below") { rule = rule, given = { [column] = below }, expect = "unmet" }
  case(rule .. ": on the line") { rule = rule, given = { [column] = on }, expect = { verdict = "met", margin = "0" } }
  case(rule .. ": just above") { rule = rule, given = { [column] = above }, expect = "met" }
  case(rule .. ": not known") { rule = rule, given = { [column] = missing }, expect = "undetermined" }
end

case "both pass" {
  rule = "government_passed", given = { government_work_score = 85, government_indicators_scored = 17 }, expect = "met",
}
case "points alone do not pass" {
  rule = "government_passed", given = { government_work_score = 100, government_indicators_scored = 16 }, expect = "unmet",
}
case "points are not known" {
  rule = "government_passed", given = { government_work_score = missing, government_indicators_scored = 17 },
  expect = "undetermined",
}
case "satisfaction is not asked for unless the province says so" {
  rule = "satisfaction_required", given = { satisfaction_percent = 10 }, expect = "not_applicable",
}

-- Where the province says so.
for _, line in ipairs {
  { "on the line", 85, "met" }, { "just below", "84.99", "unmet" }, { "just above", "85.01", "met" },
  { "not known", missing, "undetermined" },
} do
  case("satisfaction that is asked for: " .. line[1]) {
    rule = "satisfaction_required", switches = { "satisfaction_decides" }, given = { satisfaction_percent = line[2] },
    expect = line[3],
  }
end
