-- Each grade, and the school as a whole.

local usual = { school_type = "primary_school", is_modern_2015_met = true, has_canteen = true, canteen_credit = "b", has_meal_supplier = true, supplier_credit = "a" }
example "a school" (usual)

for _, line in ipairs {
  { "canteen_credit", "canteen_credit", "a", "met" }, { "canteen_credit", "canteen_credit", "b", "met" }, { "canteen_credit", "canteen_credit", "c", "unmet" },
  { "supplier_credit", "supplier_credit", "a", "met" }, { "supplier_credit", "supplier_credit", "b", "unmet" }, { "supplier_credit", "supplier_credit", "c", "unmet" },
} do
  case (line[1] .. ": " .. line[3]) { rule = line[1], given = like "a school" { [line[2]] = line[3] }, expect = line[4] }
end
case "canteen: not known" { rule = "canteen_credit", given = like "a school" { canteen_credit = missing }, expect = "undetermined" }
case "canteen: there is none" { rule = "canteen_credit", given = like "a school" { has_canteen = false, canteen_credit = missing }, expect = "not_applicable" }
case "supplier: not known" { rule = "supplier_credit", given = like "a school" { supplier_credit = missing }, expect = "undetermined" }
case "supplier: there is none" { rule = "supplier_credit", given = like "a school" { has_meal_supplier = false }, expect = "not_applicable" }

for _, rule in ipairs { "modern_standard", "modern_school" } do
  case (rule .. ": judged good") { rule = rule, given = usual, expect = "met" }
  case (rule .. ": judged wanting") { rule = rule, given = like "a school" { is_modern_2015_met = false }, expect = "unmet" }
  case (rule .. ": not judged") { rule = rule, given = like "a school" { is_modern_2015_met = missing }, expect = "undetermined" }
  case (rule .. ": a senior school") { rule = rule, given = like "a school" { school_type = "senior_school" }, expect = "not_applicable" }
end
case "the canteen refuses" { rule = "modern_school", given = like "a school" { canteen_credit = "c" }, expect = "unmet" }
case "the supplier refuses" { rule = "modern_school", given = like "a school" { supplier_credit = "b" }, expect = "unmet" }
case "no canteen, no supplier" { rule = "modern_school", given = like "a school" { has_canteen = false, has_meal_supplier = false }, expect = "met" }

case "all schools" { rule = "all_modern", on = "2015-12-31", given = { schools = { usual, { school_type = "senior_school" } } }, expect = "met" }
case "one is not" { rule = "all_modern", on = "2015-12-31", given = { schools = { usual, like "a school" { canteen_credit = "c" } } }, expect = "unmet" }
case "one is not known" { rule = "all_modern", on = "2015-12-31", given = { schools = { usual, like "a school" { is_modern_2015_met = missing } } }, expect = "undetermined" }
case "before the end of 2015 it is not due" { rule = "all_modern", on = "2015-12-30", given = { schools = { like "a school" { is_modern_2015_met = false } } }, expect = "not_in_force" }
