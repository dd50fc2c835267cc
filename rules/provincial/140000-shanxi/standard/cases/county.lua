-- Percentages on, just below and just above; then what they are worth.

for _, line in ipairs {
  { "primary_enrolment", "primary_enrolment_percent", 100 }, { "junior_enrolment", "junior_enrolment_percent", 98 },
  { "disabled_enrolment", "disabled_enrolment_percent", 90 }, { "primary_retention", "primary_retention_percent", 99 },
  { "junior_retention", "junior_retention_percent", 98 }, { "disabled_retention", "disabled_retention_percent", 97 },
  { "primary_completion", "primary_completion_percent", 99 }, { "junior_completion", "junior_completion_percent", 97 },
} do
  local rule, field, bound = line[1], line[2], line[3]
  case (rule .. ": exactly") { rule = rule, given = { [field] = bound }, expect = { verdict = "met", margin = "0" } }
  case (rule .. ": just below") { rule = rule, given = { [field] = (bound - 1) .. ".9999" }, expect = "unmet" }
  case (rule .. ": no figure") { rule = rule, given = {}, expect = "undetermined" }
  if bound < 100 then
    case (rule .. ": just above") { rule = rule, given = { [field] = bound .. ".0001" }, expect = "met" }
  end
end
case "dropout: exactly 2 %" { rule = "junior_dropout", given = { junior_dropout_percent = 2 }, expect = { verdict = "met", margin = "0" } }
case "dropout: just above" { rule = "junior_dropout", given = { junior_dropout_percent = "2.0001" }, expect = "unmet" }
case "dropout: just below" { rule = "junior_dropout", given = { junior_dropout_percent = "1.9999" }, expect = "met" }
case "dropout: no figure" { rule = "junior_dropout", given = {}, expect = "undetermined" }

for _, line in ipairs {
  { "two_grades", "two_grade_percent", "plains", "10", "9.9999", "10.0001" }, { "two_grades", "two_grade_percent", "mountain", "20", "19.9999", "20.0001" },
  { "two_grades", "two_grade_percent", "poor_mountain", "20", "19.9999", "20.0001" },
  { "three_grades", "three_grade_percent", "plains", "0", "0", "0.0001" }, { "three_grades", "three_grade_percent", "mountain", "10", "9.9999", "10.0001" },
  { "four_grades", "four_grade_percent", "plains", "0", "0", "0.0001" }, { "four_grades", "four_grade_percent", "mountain", "0", "0", "0.0001" },
} do
  local rule, field, kind = line[1], line[2], line[3]
  case (rule .. ", " .. kind .. ": exactly") { rule = rule, given = { county_type = kind, [field] = line[4] }, expect = { verdict = "met", margin = "0" } }
  case (rule .. ", " .. kind .. ": less") { rule = rule, given = { county_type = kind, [field] = line[5] }, expect = "met" }
  case (rule .. ", " .. kind .. ": more") { rule = rule, given = { county_type = kind, [field] = line[6] }, expect = "unmet" }
  case (rule .. ", " .. kind .. ": no figure") { rule = rule, given = { county_type = kind }, expect = "undetermined" }
end
case "plains or mountains: not known" { rule = "two_grades", given = { two_grade_percent = 15 }, expect = "undetermined" }

local function class(area, most) return { school_type = "primary_school", area_type = area, primary_largest_class = most } end
case "urban classes: 45" { rule = "urban_class_size", given = class("urban", 45), expect = { verdict = "met", margin = "0" } }
case "urban classes: 46" { rule = "urban_class_size", given = class("town", 46), expect = "unmet" }
case "urban classes: 44" { rule = "urban_class_size", given = class("town", 44), expect = "met" }
case "urban classes: no figure" { rule = "urban_class_size", given = class("town", missing), expect = "undetermined" }
case "urban classes: a village" { rule = "urban_class_size", given = class("rural", 60), expect = "not_applicable" }
case "urban classes: a junior school" { rule = "urban_class_size", given = { school_type = "junior_school", area_type = "urban" }, expect = "not_applicable" }

-- Two schools, 300 students: 150 in the mean. Junior schools do not count.
local function county(kind, a, b)
  return { county_type = kind, schools = { { school_type = "primary_school", primary_students = a }, { school_type = "nine_year_school", primary_students = b },
    { school_type = "junior_school", primary_students = 0 } } }
end
for _, line in ipairs { { "plains", 150, 150 }, { "mountain", 100, 200 }, { "poor_mountain", 50, 150 } } do
  local kind, a, b = line[1], line[2], line[3]
  case ("mean size, " .. kind .. ": exactly") { rule = "mean_school_size", given = county(kind, a, b), expect = { verdict = "met", margin = "0" } }
  case ("mean size, " .. kind .. ": one fewer") { rule = "mean_school_size", given = county(kind, a, b - 1), expect = "unmet" }
  case ("mean size, " .. kind .. ": one more") { rule = "mean_school_size", given = county(kind, a, b + 1), expect = "met" }
  case ("mean size, " .. kind .. ": no figure") { rule = "mean_school_size", given = county(kind, a, missing), expect = "undetermined" }
end
