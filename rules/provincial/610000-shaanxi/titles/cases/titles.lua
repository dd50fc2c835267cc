-- A county may have one title without the other.

for _, pair in ipairs {
  { "nine_year_high", "is_nine_year_high" }, { "preschool", "is_preschool_universal" }, { "senior", "is_senior_universal" },
  { "balance", "is_balance_qualified" }, { "double_high_nine_year", "is_nine_year_high" }, { "balanced_county", "is_balance_qualified" },
} do
  case (pair[1] .. ": yes") { rule = pair[1], given = { [pair[2]] = true }, expect = "met" }
  case (pair[1] .. ": no") { rule = pair[1], given = { [pair[2]] = false }, expect = "unmet" }
  case (pair[1] .. ": not known") { rule = pair[1], given = {}, expect = "undetermined" }
end

local all = { is_nine_year_high = true, is_preschool_universal = true, is_senior_universal = true, is_balance_qualified = false }
example "a county" (all)
case "the first title without the third" { rule = "double_high_double_universal", given = all, expect = "met" }
case "not without pre-school" { rule = "double_high_double_universal", given = like "a county" { is_preschool_universal = false }, expect = "unmet" }
case "not without senior schools" { rule = "double_high_double_universal", given = like "a county" { is_senior_universal = false }, expect = "unmet" }
case "not without nine years" { rule = "double_high_double_universal", given = like "a county" { is_nine_year_high = false }, expect = "unmet" }
case "who knows" { rule = "double_high_double_universal", given = like "a county" { is_senior_universal = missing }, expect = "undetermined" }
case "the third title is another matter" { rule = "balanced_county", given = all, expect = "unmet" }
