-- Each percentage on, just below and just above its line, and without a figure.

for _, line in ipairs {
  { "academic_pass", "academic_pass_percent", 95 }, { "fitness_pass", "fitness_pass_percent", 90 },
  { "fitness_excellent", "fitness_excellent_percent", 10 }, { "arts_pass", "arts_pass_percent", 95 },
  { "comprehensive_good", "comprehensive_good_percent", 90 }, { "satisfaction", "city_satisfaction_percent", 90 },
} do
  local rule, field, bound = line[1], line[2], line[3]
  case (rule .. ": exactly") { rule = rule, given = { [field] = bound }, expect = { verdict = "met", margin = "0" } }
  case (rule .. ": just below") { rule = rule, given = { [field] = (bound - 1) .. ".9999" }, expect = "unmet" }
  case (rule .. ": just above") { rule = rule, given = { [field] = bound .. ".0001" }, expect = "met" }
  case (rule .. ": no figure") { rule = rule, given = { [field] = missing }, expect = "undetermined" }
end
