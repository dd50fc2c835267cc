-- A county that reaches all that was seen has 90 of 110 and 25 of 55 points; the rest of the 205 may be anything.

local all = { county_type = "plains", primary_enrolment_percent = 100, junior_enrolment_percent = 98, disabled_enrolment_percent = 90,
  primary_retention_percent = 99, junior_retention_percent = 98, junior_dropout_percent = 2, disabled_retention_percent = 97,
  primary_completion_percent = 99, junior_completion_percent = 97, two_grade_percent = 10, three_grade_percent = 0, four_grade_percent = 0,
  schools = { { school_type = "primary_school", area_type = "urban", primary_students = 150, primary_largest_class = 45 } } }
example "a county" (all)

local items = {
  { "universality.primary_enrolment", "primary_enrolment_percent", 99, "10" }, { "universality.junior_enrolment", "junior_enrolment_percent", 97, "10" },
  { "universality.disabled_enrolment", "disabled_enrolment_percent", 89, "10" }, { "universality.primary_retention", "primary_retention_percent", 98, "10" },
  { "universality.disabled_retention", "disabled_retention_percent", 96, "10" }, { "universality.primary_completion", "primary_completion_percent", 98, "10" },
  { "universality.junior_completion", "junior_completion_percent", 96, "10" },
}
for _, line in ipairs(items) do
  local rule = "acceptance." .. line[1]
  case (rule .. ": reached") { rule = rule, given = all, expect = { verdict = "met", measure = line[4], bound = "0" } }
  case (rule .. ": not reached, no points, no refusal") { rule = rule, given = like "a county" { [line[2]] = line[3] }, expect = { verdict = "met", measure = "0" } }
end
case "starred: full" { rule = "acceptance.universality.junior_retention", given = all, expect = { verdict = "met", measure = "20", bound = "20" } }
case "starred: retention too low" { rule = "acceptance.universality.junior_retention", given = like "a county" { junior_retention_percent = 97 }, expect = { verdict = "unmet", measure = "0" } }
case "starred: dropout too high" { rule = "acceptance.universality.junior_retention", given = like "a county" { junior_dropout_percent = 3 }, expect = "unmet" }
case "starred: no figure" { rule = "acceptance.universality.junior_retention", given = like "a county" { junior_dropout_percent = missing }, expect = "undetermined" }
case "classes: reached" { rule = "acceptance.primary_layout.urban_class_size", given = all, expect = { verdict = "met", measure = "10" } }
case "classes: too large" { rule = "acceptance.primary_layout.urban_class_size", given = like "a county" { schools = {
  { school_type = "primary_school", area_type = "urban", primary_students = 150, primary_largest_class = 46 } } }, expect = { verdict = "met", measure = "0" } }
case "size: reached" { rule = "acceptance.primary_layout.mean_school_size", given = all, expect = { verdict = "met", measure = "15" } }
case "size: too small" { rule = "acceptance.primary_layout.mean_school_size", given = like "a county" { schools = {
  { school_type = "primary_school", area_type = "urban", primary_students = 149, primary_largest_class = 45 } } }, expect = { verdict = "met", measure = "0" } }

case "all that was seen: between 115 and 205 points, who knows" { rule = "acceptance", given = all, expect = "undetermined" }
case "the starred item refuses" { rule = "acceptance", given = like "a county" { junior_retention_percent = 97 }, expect = "unmet" }
case "another item does not" { rule = "acceptance", given = like "a county" { primary_enrolment_percent = 97 }, expect = "undetermined" }
case "the county is refused" { rule = "standardised", given = like "a county" { junior_dropout_percent = "2.1" }, expect = "unmet" }
case "the county is open" { rule = "standardised", given = all, expect = "undetermined" }
case "few share a class" { rule = "multi_grade", given = all, expect = "met" }
case "too many share a class" { rule = "multi_grade", given = like "a county" { two_grade_percent = 11 }, expect = "unmet" }
case "four share a class" { rule = "multi_grade", given = like "a county" { four_grade_percent = 1 }, expect = "unmet" }
case "sharing is not known" { rule = "multi_grade", given = like "a county" { three_grade_percent = missing }, expect = "undetermined" }
